"""Terminal escapes, bidirectional controls and commands of build servers: in texts, names and metadata, in every format and on standard error."""

import os
import re

import pytest
from program import PROUD, run

from advocacy_lint import outputs, rulebook
from advocacy_lint.model import Finding, Fix, Look, PortfolioFinding, PostReport, Problem, SharedText, Skipped, Span, Strength, Tally

ESCAPES = {
    "colour": "\x1b[31mrød\x1b[0m",
    "title": "\x1b]0;navn\x07",
    "link": "\x1b]8;;http://ond.example\x1b\\klik\x1b]8;;\x1b\\",
    "c1": "\x9b2J\x9d0;x\x9c\x85",
    "delete": "rød\x7f\x08",
    "bidi": "\u202eomvendt\u202c\u2066a\u2069\u200f\u061c",
    "half": "\ud800",
}
COMMANDS = {
    "error": "::error::ond",
    "property": "::error file=x,line=1::ond",
    "encoded": "a%0A::set-env name=x::y%0D%0A::stop-commands::z",
    "group": "##[group]ond",
    "azure": "##vso[task.setvariable variable=x]y",
    "teamcity": "##teamcity[buildStatus text='x']",
    "indented": "a\n  \u00a0::add-mask::x",
}
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OWN = re.compile(r"::(error|warning|notice) file=[^:,]*(,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?)?,title=[^:,]+::")


def commands(text):
    """Return the lines that a build server would take for a command: GitHub's own parser's rules, and the like of others."""
    return [line for line in text.split("\n") if line.strip().startswith("::") or re.search(r"##[A-Za-z]*\[", line)]


def rendered(name, hostile):
    """Return a format's output for a report that has hostile words wherever strangers' words can be."""
    path = hostile.replace("\ud800", "\udcff")  # as Python has bytes in names that are no UTF-8
    text = f"Vi {hostile} er stolte.\n"
    start, end = 3, 3 + len(hostile)
    finding = Finding(
        "tone/x", "warning", "tone", f"{hostile} «{hostile}»: nej.", hostile, hostile, start, end, 1, 4, 1, 4 + len(hostile),
        gain=3, suggest=hostile, ask=(hostile,), place=hostile, spans=(Span(start, end),), fixes=(Fix(start, end, hostile),), cost=0.3,
    )  # fmt: skip
    report = PostReport(
        f"{path}.md", hostile, "da", 10, "E", dict.fromkeys(("tone", "brag", "voice", "audience", "purpose", "craft"), 1), (finding,),
        (Strength("voice/x", "voice", hostile, hostile, start, end, 1, 4, 3),), (Skipped("*", hostile),), 3, "da", hostile, text,
        meta=dict.fromkeys(("author", "audience", "published", "goal"), hostile),
    )  # fmt: skip
    tally = Tally()
    shared = tuple(SharedText(f"{path}{number}.md", hostile) for number in range(2))
    tally.portfolio.append(PortfolioFinding("portfolio/copy-paste", "error", hostile, posts=shared))
    tally.problems.append(Problem(f"{path}.md", hostile))
    renderer = outputs.create(name, Look(locale="da", rules=rulebook.load("da").rules, verbose=True))
    parts = [renderer.begin()]
    for _ in range(2):
        tally.summary.add(report)
        parts.append(renderer.post(report))
    parts += [renderer.end(tally), renderer.job_summary(tally)]
    return "".join(parts)


@pytest.mark.parametrize("name", list(outputs.FORMATS))
@pytest.mark.parametrize("hostile", list(ESCAPES.values()), ids=list(ESCAPES))
def test_nothing_that_a_terminal_obeys(name, hostile):
    assert HIDDEN.findall(rendered(name, hostile)) == []


@pytest.mark.parametrize("name", list(outputs.FORMATS))
@pytest.mark.parametrize("hostile", list(COMMANDS.values()), ids=list(COMMANDS))
def test_nothing_that_a_build_server_obeys(name, hostile):
    found = commands(rendered(name, hostile))
    assert [line for line in found if name != "github" or not OWN.match(line)] == []


def test_github_annotations_are_exact():
    lines = rendered("github", "a\n::error::b,c:d%0A").splitlines()
    quoted = "a%0A::error::b,c:d%250A"
    property_ = "a%0A%3A%3Aerror%3A%3Ab%2Cc%3Ad%250A"
    assert lines[:4] == [
        f"::error file={property_}.md,title=advocacy-lint::{quoted}",
        # A post with a place of its own has no lines and columns that mean anything in its file.
        *[f"::warning file={property_}.md,line=1,endLine=1,title=tone/x::{quoted}: {quoted} «{quoted}»: nej."] * 2,
        f"::error file={property_}0.md,title=portfolio/copy-paste::{quoted}",
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of posts whose names, texts, front matter and cells are hostile; one of them cannot be read."""
    folder = tmp_path_factory.mktemp("fjendtlig")
    every = "".join(each for each in ESCAPES.values() if each != "\ud800")
    named = "\x1b]0;x\x07\u202e\x7f\x9b"
    front = f"---\nlanguage: da\nauthor: {every}\naudience: {every}\ngoal: {every}\n---\n\n"
    (folder / f"a{named}.md").write_bytes((front + every + PROUD + every).encode())
    (folder / "::error::b\n::error::c.md").write_bytes(b"")
    (folder / "##[group]d.md").write_text(" ".join(COMMANDS.values()) + "\n" + PROUD, encoding="utf-8")
    (folder / "g\n::error::h\n##[group]i\r::warning::j\u2028k.md").write_text(PROUD, encoding="utf-8")
    with open(os.path.join(os.fsencode(folder), b"e\xff\xc0.md"), "wb") as file:
        file.write(PROUD.encode())
    rows = [f'"{each}","{each}","{each} {PROUD.strip()}","{each}"' for each in (every, *COMMANDS.values(), "=1+1", "a;=1+1")]
    (folder / f"f{named}.csv").write_text("\n".join(["author,audience,text,id", *rows, ""]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def written(folder, tmp_path_factory):
    """The folder in every format: what is said on standard error, and where the outputs lie."""
    target = tmp_path_factory.mktemp("formats")
    files = [part for name in outputs.FORMATS for part in ("--output-file", f"{name}={target / name}")]
    code, _, error = run("check", ".", "--format", "text", "--language", "da", "--verbose", *files, cwd=folder)
    return code, error, target


@pytest.mark.parametrize("name", list(outputs.FORMATS))
def test_the_whole_way_through_the_program(written, name):
    code, error, target = written
    # An empty file is a note; what fails the run is the boring draft.
    assert (code, error) == (1, "⟨U+003A⟩:error::b⟨U+000A⟩::error::c.md: empty\n")
    out = (target / name).read_bytes().decode()
    assert HIDDEN.findall(out) == []
    assert [line for line in commands(out) if name != "github" or not OWN.match(line)] == []
    assert len(out) > 1000


def test_errors_of_configuration_are_one_line_without_escapes(tmp_path):
    (tmp_path / "advocacy-lint.yml").write_text('"\\e[31m::error::x\\n::error::y ##[group]\\u202e": 1\n', encoding="utf-8")
    (tmp_path / "a.md").write_text(PROUD, encoding="utf-8")
    code, out, error = run("check", ".", cwd=tmp_path)
    assert (code, out, error) == (
        2, "", "advocacy-lint.yml:1: unknown key “⟨U+001B⟩[31m::error::x ⟨U+003A⟩:error::y #⟨U+0023⟩[group]⟨U+202E⟩”\n",
    )  # fmt: skip


def test_file_names_of_a_diff_and_of_fixes(tmp_path):
    path = tmp_path / "::error::a\x1b[31m\n.md"
    path.write_text("Såfremt den lækker, har vi pumper samt slanger.\n", encoding="utf-8")
    shown = "⟨U+003A⟩:error::a⟨U+001B⟩[31m⟨U+000A⟩.md"
    code, out, error = run("check", ".", "--diff", "--language", "da", cwd=tmp_path)
    assert (code, out.splitlines()[:2], error) == (1, [f"--- a/{shown}", f"+++ b/{shown}"], "")
    code, _, error = run("check", ".", "--fix", "--language", "da", "--fail-on", "never", cwd=tmp_path)
    assert (code, error) == (0, f"{shown}: 2 fixed\n")


PACK = """\
check: phrase
level: warning
weight: 1
evidence: {{tier: practice, source: "{0}"}}
da:
  message: "{0}"
  why: "{0}"
  suggest: "{0}"
  ask: ["{0}"]
  match: {{phrases: ["pumpe"]}}
  examples:
    bad: ["En <<pumpe>> {0}.", "To {0} <<slanger>>."]
    good: ["En {0} kop."]
en: {{not_for: "{0}"}}
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("rules", "test", "pakke"),
        ("rules", "list", "--rules", "pakke"),
        ("rules", "show", "tone/ond", "--rules", "pakke", "--language", "da"),
        ("explain", "tone/ond", "--rules", "pakke"),
        ("explain", "tone/ond", "--rules", "pakke", "--format", "json"),
        ("check", "a.md", "--rules", "pakke", "--verbose", "--language", "da"),
        ("check", "a.md", "--rules", "pakke", "--format", "sarif", "--language", "da"),
    ],
    ids=lambda arguments: "-".join(arguments[:2]),
)
def test_the_texts_of_a_rule_pack(tmp_path, arguments):
    (tmp_path / "pakke" / "tone").mkdir(parents=True)
    hostile = "\\e]8;;http://x\\a \\x9b31m \\u202e ##[group]x \\n::error::y"
    (tmp_path / "pakke" / "tone" / "ond.yml").write_text(PACK.format(hostile), encoding="utf-8")
    (tmp_path / "a.md").write_text("Det er en pumpe, og den virker ikke, siger Lene.\n", encoding="utf-8")
    code, out, error = run(*arguments, cwd=tmp_path)
    assert (code in (0, 1), error) == (True, "")
    assert (HIDDEN.findall(out), commands(out)) == ([], [])
    assert "tone/ond" in out


PROGRAMME = 'name: "{0}"\npurpose: "{0}"\naudiences: ["{0}"]\nthemes: ["{0}"]\nmetrics: ["Potential reach {0}"]\n'


@pytest.mark.parametrize("name", ["text", "json", "markdown"])
def test_the_words_of_a_programme(tmp_path, name):
    (tmp_path / "p.yml").write_text(PROGRAMME.format("\\e[31m \\u202e\\x9b ##[group]x ::error::y"), encoding="utf-8")
    code, out, error = run("audit", "p.yml", "--format", name, cwd=tmp_path)
    assert (code in (0, 1), error) == (True, "")
    assert (HIDDEN.findall(out), commands(out)) == ([], [])


@pytest.mark.parametrize("name", ["text", "json", "html"])
def test_the_picture_of_a_month(folder, name):
    code, out, error = run("mix", ".", "--format", name, cwd=folder)
    assert (code, error) == (0, "⟨U+003A⟩:error::b⟨U+000A⟩::error::c.md: empty\n")
    assert (HIDDEN.findall(out), commands(out)) == ([], [])


@pytest.mark.parametrize("command", ["scaffold", "compare", "coach"])
def test_drafts_shown_again(tmp_path, command):
    text = "::error::x kl. 5.40 ##[group] \x1b[31m \x9b\u202e\n\n::error::y Lene stod på rampen i Horsens med 12 kasser.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (tmp_path / "svar.yml").write_text("opening: '::error::z \\e ##[group]x'\n", encoding="utf-8")
    more = {"compare": ("a.md",), "coach": ("--answers", "svar.yml"), "scaffold": ()}[command]
    code, out, error = run(command, "a.md", *more, "--language", "da", cwd=tmp_path)
    assert (code in (0, 1), [HIDDEN.findall(each) for each in (out, error)], commands(out + error)) == (True, [[], []], [])
