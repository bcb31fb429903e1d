"""Words of strangers in a comment, a spreadsheet and a build's report: text, and nothing else."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree

import pytest
from msgspec.structs import replace
from samples import COPIES, PROBLEM, boring, human, rendered

from advocacy_lint.outputs.csv_table import cell
from advocacy_lint.outputs.marks import code, safe


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("**fed** _x_ `kode` ~~nej~~ $x$", r"\*\*fed\*\* \_x\_ \`kode\` \~\~nej\~\~ \$x\$"),
        ("[tekst](https://example.com)", r"\[tekst\](https&#8203;://example.com)"),
        ("se www.example.com, GH-12 og 4255417a1", "se www&#8203;.example.com, GH&#8203;-12 og 425&#8203;5417a1"),
        ("<img src=x> &lt; AT&T", "&lt;img src=x&gt; &amp;lt; AT&amp;T"),
        ("@team se #12", "@&#8203;team se #&#8203;12"),
        ("a | b\n# c", r"a \| b #&#8203; c"),
        ("# c", "#&#8203; c"),
        ("- punkt", "&#8203;- punkt"),
        ("1. punkt", "&#8203;1. punkt"),
        ("3,2 mia. kr. - fint", "3,2 mia. kr. - fint"),
        ("\x1b[1m\u202e", r"⟨U+001B⟩\[1m⟨U+202E⟩"),
    ],
)
def test_safe(text, escaped):
    assert safe(text) == escaped


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("01_regnskab*.md", "`01_regnskab*.md`"),
        ("<b>@navn #1.md", "`<b>@navn #1.md`"),
        ("a`b.md", "`` a`b.md ``"),
        ("``.md", "``` ``.md ```"),
        ("a|b\nc.md", "`a¦b⟨U+000A⟩c.md`"),
    ],
)
def test_code(path, shown):
    assert code(path) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+45 12 34 56 78", "'+45 12 34 56 78"),
        ("-1", "'-1"),
        (-1, "-1"),
        (None, ""),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("  =1", "'  =1"),
        ("\ufeff+1", "'\ufeff+1"),  # letters that nobody sees, and a spreadsheet drops
        ("\u200b=1", "'\u200b=1"),
        ("navn;\u2060@x", "navn;'\u2060@x"),
        ("\uff0b1", "'\uff0b1"),
        ("\ufe631", "'\ufe631"),
        ("\uff1d1", "'\uff1d1"),
        ("navn;=HYPERLINK(1)", "navn;'=HYPERLINK(1)"),  # a Danish spreadsheet splits cells at semicolons
        ('";=1', "\";'=1"),
        ('a;"=1', "a;\"'=1"),
        ("a\n=1", "a\n'=1"),
        ("det er 1 + 1 = 2; ikke 3", "det er 1 + 1 = 2; ikke 3"),
        ("ane@example.com", "ane@example.com"),
    ],
)
def test_cells(value, shown):
    assert cell(value) == shown


@pytest.mark.parametrize("name", ["csv", "excel"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_spreadsheet_finds_a_formula(separator, name):
    hostile = 'x;=1\t=2\n=3",=4\r=5|=6'
    report = replace(boring(hostile), meta={"author": hostile, "audience": hostile}, id=hostile, place=hostile)
    cells = [each for row in csv.reader(io.StringIO(rendered(name, report)), delimiter=separator) for each in row]
    assert [each for each in cells if each.lstrip(' "').startswith(("=", "+", "-", "@"))] == []


def test_one_post_is_one_post():
    assert rendered("markdown", boring(), locale="en").startswith("### advocacy-lint · 1 post · 12 on average\n")
    assert rendered("markdown", boring(), human(), locale="en").startswith("### advocacy-lint · 2 posts · 50 on average\n")


def test_junit_fails_for_what_fails_the_run_and_names_are_unique():
    across = [COPIES, replace(COPIES, failed=True)]
    suite = ElementTree.fromstring(rendered("junit", boring(), boring(failed=True), human(), portfolio=across))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("5", "2")
    assert [(case.get("name"), case.get("file"), len(case)) for case in suite] == [
        ("opslag/overskud.md", "opslag/overskud.md", 0),
        ("opslag/overskud.md (2)", "opslag/overskud.md", 1),
        ("opslag/rampen.md", "opslag/rampen.md", 0),
        ("portfolio/copy-paste a.md", "a.md", 0),
        ("portfolio/copy-paste a.md (2)", "a.md", 1),
    ]


def test_gitlab_fingerprints_are_unique():
    issues = json.loads(rendered("gitlab", boring(), portfolio=[COPIES, COPIES]))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 7


def test_github_summary():
    from advocacy_lint import outputs
    from advocacy_lint.model import Look, Tally

    tally = Tally()
    renderer = outputs.create("github", Look(locale="da"))
    for report in (human(), boring("01_@x|y.md", failed=True)):
        tally.summary.add(report)
        renderer.post(report)
    tally.portfolio.append(COPIES)
    tally.problems.append(PROBLEM)
    assert renderer.job_summary(tally) == (
        "### advocacy-lint\n\n2 opslag · i snit 50 · 1 dumper kørslen\n\n"
        "- `d.md`: it is empty\n"
        "- **portfolio/copy-paste** 3 stemmer, ét manuskript.\n"
        "\n| | | |\n|---|---|---|\n"
        "| **12 E** | ✗ `01_@x¦y.md` | «rekordoverskud på 3,2 mia. kr.» er jeres mål, ikke læserens. Hvem gjorde hvad, så det lykkedes? |\n"
        "| **87 A** | `opslag/rampen.md` |  |\n"
    )
