"""Regular expressions, phrases and patterns from strangers: linear time, or one line and exit code 2."""

import pytest
from program import run

RULE = """\
check: {kind}
level: warning
weight: 1
evidence: {{tier: practice, source: test}}
da:
  message: "«{{match}}»"
  why: Fordi.
  match: {{{match}}}
  examples:
    bad: ["<<aaa>>"]
    good: ["b"]
en: {{not_for: test}}
"""


def pack(folder, match, kind="regex"):
    path = folder / "pakke" / "tone" / "x.yml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE.format(match=match, kind=kind), encoding="utf-8")


def check(folder, text, *more):
    (folder / "a.md").write_text(text, encoding="utf-8")
    return run("check", "a.md", "--rules", "pakke", "--select", "tone/x", "--format", "concise", "--language", "da", *more, cwd=folder)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(?:(?:a*)*)*b"])
def test_patterns_that_would_hang_a_backtracking_matcher(tmp_path, pattern):
    # With Python's own re the first of these takes longer than the universe is old; a run that ends at all has passed.
    pack(tmp_path, f"patterns: ['{pattern}']")
    assert check(tmp_path, "a" * 5000 + "!\n") == (0, "", "")


@pytest.mark.parametrize("pattern", ["(" * 20_000 + "b" + ")" * 20_000, "(((a|b| ){0,100}){0,10})x", "((((a)*)*)*)*c|(?P<x>b)(?P<y>b)"])
def test_groups_cost_nothing(tmp_path, pattern):
    """RE2 keeps account of every group at every hit, in minutes for these; it is told that nobody asks for them."""
    pack(tmp_path, f"patterns: ['{pattern}']")
    code, out, error = check(tmp_path, "ab " * 90_000 + "\n")  # more than 300,000 characters are not judged
    assert (code, out[: len("a.md:1:2: warning tone/x")] in ("", "a.md:1:2: warning tone/x"), error) == (0, True, "")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"(?=a)a", "invalid perl operator: (?="),
        (r"(?!a)b", "invalid perl operator: (?!"),
        (r"(?<=a)b", "invalid perl operator: (?<="),
        (r"(?<!a)b", "invalid perl operator: (?<!"),
        (r"(a)\1", r"invalid escape sequence: \1"),
        (r"(?P<x>a)(?P=x)", "invalid perl operator: (?P"),
        (r"(?>a+)b", "invalid perl operator: (?>"),
        (r"a{1,100000}", "invalid repetition size: {1,100000}"),
        (r"((a{100}){100}){100}", "bad repetition operator: "),
        (r"[", "missing ]: ["),
        (r"(", "missing ): ("),
    ],
)
def test_what_re2_has_not_is_one_line(tmp_path, pattern, reason):
    pack(tmp_path, f"patterns: ['{pattern}']")
    text = "aaa b\n"
    code, out, error = check(tmp_path, text)
    start, hint = f"pakke/tone/x.yml:8: regex “{pattern}”: ", " (RE2 syntax: no look-around, no back-references)\n"
    assert (code, out, error[: len(start)], error[-len(hint) :], error.count("\n")) == (2, "", start, hint, 1)
    assert reason in error or pattern.startswith("((a")


def test_a_gitignore_and_exclusions_full_of_stars(tmp_path):
    pack(tmp_path, "patterns: ['x']")
    stars = "*a" * 60 + "*b"
    (tmp_path / ".gitignore").write_text("\n".join([stars, f"**/{stars}/**", "[a-z]*" * 40 + "b"]) + "\n")
    (tmp_path / "advocacy-lint.yml").write_text(
        f"exclude: ['{stars}', '**/{stars}']\noverrides:\n  - paths: ['{stars}']\n    min-score: 1\n"
    )
    name = "a" * 240 + ".md"
    (tmp_path / name).write_text("Lene gik hjem.\n", encoding="utf-8")
    code, out, error = run("check", ".", "--format", "csv", "--language", "da", "--select", "brag", cwd=tmp_path)
    assert (code, [row.split(",")[0] for row in out.splitlines()], error) == (0, ["path", name], "")


@pytest.mark.parametrize(
    "match",
    ["phrases: ['a ... a ... a ... b']", "phrases: ['[a|b] [a|b] [a|b] [a|b] b c']"],
)
def test_phrases_with_many_ways_to_match(tmp_path, match):
    pack(tmp_path, match, kind="phrase")
    assert check(tmp_path, "a " * 5000 + "\n") == (0, "", "")


def test_phrases_with_more_gaps_than_can_be_followed_are_refused(tmp_path):
    pack(tmp_path, "phrases: ['a ... a ... a ... a ... a ... a ... b']", kind="phrase")
    code, out, error = check(tmp_path, "a b c\n")
    assert (code, out, error.count("\n"), error.startswith("pakke/tone/x.yml:8: ")) == (2, "", 1, True), error


def test_phrases_of_a_thousand_million_alternatives(tmp_path):
    pack(tmp_path, "phrases: ['" + " ".join(["[a|b|c|d|e|f|g|h]"] * 10) + "']", kind="phrase")
    assert check(tmp_path, "a b c d e f g h a.\n" * 300) == (0, "", "")


GITIGNORES = {
    "no range": ("[!z-a]\n*.tmp\nsk*.md\n", True),
    "a nested set": ("[[:x:]\n[[.a.]]\nsk*.md\n", True),
    "too much for one line": ("*a" * 2000 + "\nsk*.md\n", True),
    "too much for all lines": ("a*b\n" * 20_000 + "sk*.md\n", True),
    "a line of a megabyte": ("x" * 900_000 + "\nsk*.md\n", True),
    "noughts": ("\0" * 900_000, False),
    "taken back far below": ("sk*.md\n" + "a*b\n" * 5000 + "!skjult.md\n", False),
    "left out far below": ("!skjult.md\n" + "a*b\n" * 5000 + "sk*.md\n", True),
}


@pytest.mark.parametrize("name", list(GITIGNORES))
def test_a_gitignore_that_is_wrong_or_too_much(tmp_path, name):
    text, hidden = GITIGNORES[name]
    (tmp_path / ".gitignore").write_text(text)
    for each in ("a.md", "skjult.md"):
        (tmp_path / each).write_text("Lene gik hjem.\n", encoding="utf-8")
    code, out, error = run("check", ".", "--format", "csv", "--language", "da", "--select", "brag", cwd=tmp_path)
    assert (code, [row.split(",")[0] for row in out.splitlines()], error) == (0, ["path", "a.md", *([] if hidden else ["skjult.md"])], "")
