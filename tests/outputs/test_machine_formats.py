"""Machine formats: complete output for one post with a finding, hostile words, portfolio findings and a problem."""

import csv
import html
import io
import json
import xml.etree.ElementTree as ElementTree

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from advocacy_lint import outputs
from advocacy_lint.cli import app
from advocacy_lint.model import Finding, Fix, Look, PortfolioFinding, PostReport, Problem, SharedText, Span, Strength, Tally

TEXT = "Vi er stolte.\n::error::<script>alert(1)</script> =1+1\n"
FINDING = Finding(
    rule="tone/corporate-pride",
    level="warning",
    dimension="tone",
    message="«stolte\n::error::x»: nej, 100 %.",
    why="Fordi.",
    excerpt="stolte",
    start=6,
    end=12,
    line=1,
    column=7,
    end_line=1,
    end_column=13,
    gain=9,
    ask=("Hvem?",),
    spans=(Span(6, 12),),
    fixes=(Fix(6, 12, "glade"),),
    cost=0.9,
)
REPORT = PostReport(
    path="=a,b%:\x1b[31m.md",
    id=None,
    language="da",
    score=12,
    grade="E",
    dimensions={"tone": 1, "brag": 2, "voice": 3, "audience": 4, "purpose": 5, "craft": 6},
    findings=(FINDING,),
    strengths=(Strength("voice/moment", "voice", "Ja.", "på <b>rampen</b>", 0, 2, 1, 1, 3),),
    skipped=(),
    words=3,
    locale="da",
    text=TEXT,
    heard=("release",),
    meta={"author": '=HYPERLINK("x")'},
)


def rendered(name, report=REPORT, **run):
    state = Tally()
    state.summary.add(report)
    state.portfolio.append(
        PortfolioFinding("portfolio/copy-paste", "error", "Samme tekst.", posts=(SharedText("a.md", None), SharedText("b.md", "2")))
    )
    state.problems.append(Problem("c.md", "empty"))
    renderer = outputs.create(name, Look(**{"locale": "da", **run}))
    return renderer.begin() + renderer.post(report) + renderer.end(state)


def test_github():
    assert rendered("github").splitlines() == [
        "::error file=c.md,title=advocacy-lint::empty",
        "::warning file==a%2Cb%25%3A⟨U+001B⟩[31m.md,line=1,endLine=1,col=7,endColumn=13,title=tone/corporate-pride"
        "::«stolte%0A::error::x»: nej, 100 %25.",
        "::error file=a.md,title=portfolio/copy-paste::Samme tekst.",
    ]


def test_gitlab():
    issues = json.loads(rendered("gitlab"))
    assert [(issue["check_name"], issue["severity"], issue["location"]["lines"]["begin"]) for issue in issues] == [
        ("tone/corporate-pride", "minor", 1),
        ("portfolio/copy-paste", "major", 1),
        ("input", "major", 1),
    ]
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_fingerprints_do_not_move_with_lines():
    from msgspec.structs import replace

    from advocacy_lint.outputs.fingerprint import fingerprints

    moved = replace(FINDING, start=60, end=66, line=9, end_line=9)
    assert fingerprints(REPORT) == fingerprints(replace(REPORT, findings=(moved,)))
    assert len(set(fingerprints(replace(REPORT, findings=(FINDING, moved))))) == 2


def test_rdjson():
    diagnostics = json.loads(rendered("rdjson"))["diagnostics"]
    assert diagnostics[0]["location"]["range"] == {"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 13}}
    assert diagnostics[0]["suggestions"] == [
        {"range": {"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 13}}, "text": "glade"}
    ]
    assert [each["message"] for each in diagnostics[1:]] == ["Samme tekst.", "empty"]
    pages = "https://advocacy-lint.github.io/advocacy-lint/rules/"
    assert [each.get("code") for each in diagnostics] == [
        {"value": "tone/corporate-pride", "url": f"{pages}tone/corporate-pride/"},
        {"value": "portfolio/copy-paste", "url": f"{pages}portfolio/copy-paste/"},
        None,
    ]


def test_checkstyle_is_xml():
    root = ElementTree.fromstring(rendered("checkstyle"))
    found = [(file.get("name"), error.get("severity"), error.get("message")) for file in root for error in file]
    assert found == [
        ("=a,b%:\ufffd[31m.md", "warning", "«stolte\n::error::x»: nej, 100 %."),
        ("a.md", "error", "Samme tekst."),
        ("c.md", "error", "empty"),
    ]


def test_junit_is_xml_with_counts():
    suite = ElementTree.fromstring(rendered("junit", replace(REPORT, failed=True)))[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1")
    assert [[child.tag for child in case] for case in suite] == [["failure"], [], ["error"]]
    assert [case.get("name") for case in suite] == [REPORT.path.replace("\x1b", "\ufffd"), "portfolio/copy-paste a.md", "c.md"]


def test_csv_holds_no_formula():
    rows = list(csv.DictReader(io.StringIO(rendered("csv"))))
    assert rows[0]["path"] == "'=a,b%:⟨U+001B⟩[31m.md"
    assert rows[0]["author"] == '\'=HYPERLINK("x")'
    assert (rows[0]["score"], rows[0]["warnings"], rows[0]["top_rule"]) == ("12", "1", "tone/corporate-pride")


def test_csv_has_rows_for_what_is_no_post():
    rows = list(csv.DictReader(io.StringIO(rendered("csv"))))
    assert [(row["path"], row["score"], row["errors"], row["top_rule"], row["top_message"]) for row in rows[1:]] == [
        ("c.md", "", "1", "", "empty"),
        ("a.md", "", "1", "portfolio/copy-paste", "Samme tekst."),
    ]


@pytest.mark.parametrize(("locale", "separator"), [("da", ";"), ("en", ",")])
def test_excel_is_csv_as_an_office_opens_it(locale, separator):
    text = rendered("excel", locale=locale)
    assert text.startswith(f"\ufeffpath{separator}id{separator}place{separator}")
    assert list(csv.reader(io.StringIO(text[1:]), delimiter=separator)) == list(csv.reader(io.StringIO(rendered("csv", locale=locale))))


def test_markdown():
    assert rendered("markdown") == (
        "### advocacy-lint · 1 opslag · i snit 12\n\n"
        "> Samme tekst. (`a.md`, `b.md`)\n\n"
        "> `c.md`: empty\n\n"
        "#### **12 E** pressemeddelelse · `=a,b%:⟨U+001B⟩[31m.md`\n\n"
        "- **+9** «stolte ::error::x»: nej, 100 %. <sub>tone/corporate-pride, linje 1</sub>  \n  *Hvem?*\n\n"
        "Godt: «på &lt;b&gt;rampen&lt;/b&gt;»\n\n"
    )


def test_sarif_declares_rules_fixes_and_stable_fingerprints():
    from advocacy_lint import rulebook

    log = json.loads(rendered("sarif", rules=rulebook.load("da").rules))
    run = log["runs"][0]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == sorted(ids)
    assert "brag/award" in ids
    assert [result["ruleId"] for result in run["results"]] == ["portfolio/copy-paste", "tone/corporate-pride"]
    assert [ids[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    first = run["results"][1]
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 13}
    assert first["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"charOffset": 6, "charLength": 6}, "insertedContent": {"text": "glade"}}
    ]
    assert run["invocations"][0]["executionSuccessful"] is False


def test_html_keeps_a_hostile_post_text():
    page = rendered("html")
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert page.count("<script>") == 1
    assert "default-src 'none'" in page
    assert "<mark>stolte</mark></a>" in page
    assert "http://" not in page.replace("http://www.w3.org", "")


@pytest.mark.parametrize("name", ["github", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "html", "csv", "excel"])
def test_no_control_character_of_a_draft_survives(name):
    text = rendered(name)
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("name", ["markdown", "html", "csv", "excel", "sarif"])
def test_no_score_hides_all_numbers(name):
    text = rendered(name, with_score=False)
    assert "+9" not in text
    assert "12 E" not in text


def test_sarif_fits_the_models_of_the_standard():
    # Another reading of the standard than the official schema, which test_sarif_schema.py has.
    models = pytest.importorskip("sarif_pydantic")
    from advocacy_lint import rulebook

    log = json.loads(rendered("sarif", rules=rulebook.load("da").rules))
    assert len(models.Sarif.model_validate(log).runs[0].results or []) == 2
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(ValueError):
        models.Sarif.model_validate(log)


@pytest.mark.parametrize("name", list(outputs.FORMATS))
def test_that_only_the_beginning_was_judged_is_told_in_every_format(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("advocacy_lint.inputs.LONGEST", 90)
    (tmp_path / "big.md").write_text("Jo changed the seal at five. " * 10, encoding="utf-8")
    found = CliRunner().invoke(app, ["check", "big.md", "--language", "en", "--format", name, "--no-cache", "--jobs", "1"])
    told = found.stderr if name in ("text", "concise") else found.stdout  # what people read is told beside it
    assert found.exit_code == 2
    assert "only the first 90 characters are judged" in html.unescape(told)


@pytest.mark.parametrize(
    ("system", "locale", "separator"), [("da_DK.UTF-8", "en", ";"), ("C.UTF-8", "da", ";"), ("en_GB.UTF-8", "en", ",")]
)
def test_excel_is_parted_as_the_office_reads_it(system, locale, separator, monkeypatch):
    monkeypatch.setenv("LANG", system)
    assert outputs.create("excel", Look(locale=locale)).begin().startswith(f"\ufeffpath{separator}id{separator}place")
