"""The API for programs."""

import json
import re
import subprocess
import sys

import pytest

import advocacy_lint
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError

TEXT = "We are proud to announce record growth, and we are thrilled about it."


def test_one_text():
    report = advocacy_lint.lint(TEXT, language="en", audience="nurses")
    assert (report.path, report.language, dict(report.meta)) == ("", "en", {"language": "en", "audience": "nurses"})
    assert all(TEXT[each.start : each.end].split() == each.excerpt.split() for each in report.findings if each.excerpt)


def test_unknown_metadata_is_an_error_that_names_what_there_is():
    with pytest.raises(TypeError, match="unknown metadata 'audiense'; there are author, role, audience"):
        advocacy_lint.lint(TEXT, audiense="nurses")


def test_what_is_no_text_is_an_error_that_says_so():
    for wrong, kind in ((None, "NoneType"), (b"We are proud.", "bytes"), (3, "int")):
        with pytest.raises(TypeError, match=f"^a post is text, not {kind}$"):
            advocacy_lint.lint(wrong)
        with pytest.raises(TypeError, match=f"^a post is text, not {kind}$"):
            list(advocacy_lint.lint_many([{"text": wrong}]))
    with pytest.raises(TypeError, match="^a post is text, not int$"):
        list(advocacy_lint.lint_many([3]))
    with pytest.raises(KeyError, match="^'text'$"):
        list(advocacy_lint.lint_many([{"language": "en"}]))


def test_none_is_nothing_known():
    known = advocacy_lint.lint(TEXT, language="en")
    assert advocacy_lint.lint(TEXT, language="en", author=None, audience=None) == known
    assert advocacy_lint.lint(TEXT, language=None).language == "en"
    (many,) = advocacy_lint.lint_many([{"text": TEXT, "language": "en", "author": None, "id": None, "other": 3}])
    assert (many.id, many.findings, dict(many.meta)) == ("0", known.findings, {"language": "en"})


def test_what_comes_out_and_what_may_be_set_have_names():
    assert isinstance(advocacy_lint.lint(TEXT, config=advocacy_lint.Config(locale="en")), advocacy_lint.Report)
    assert sorted(advocacy_lint.__all__) == [
        "Config", "Finding", "Project", "Report", "Strength", "__version__", "lint", "lint_many", "lint_source", "lint_table",
    ]  # fmt: skip
    with pytest.raises(AttributeError, match="^module 'advocacy_lint' has no attribute 'lintt'$"):
        advocacy_lint.lintt  # noqa: B018


def test_many_come_in_order_and_as_they_are_asked_for():
    asked = []

    def posts():
        for number in range(3):
            asked.append(number)
            yield {"text": TEXT, "language": "en", "id": f"p{number}"} if number else TEXT

    found = advocacy_lint.lint_many(posts())
    assert (next(found).id, asked) == ("0", [0])
    assert [report.id for report in found] == ["p1", "p2"]


def test_configuration_counts():
    quiet = advocacy_lint.lint(TEXT, config=Config(ignore=("tone", "brag", "voice", "audience", "purpose", "craft")), language="en")
    assert (quiet.findings, quiet.strengths) == ((), ())


def test_tables_keep_their_rows_and_columns():
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"text": [TEXT, None], "language": ["en", "da"], "n": [1, 2]})
    result = advocacy_lint.lint_table(table)
    assert result.column_names == ["text", "language", "n", "score", "grade", "detected_language", "findings", "strengths"]
    report = advocacy_lint.lint(TEXT, language="en")
    row = result.to_pylist()[0]
    assert (row["score"], row["grade"], row["findings"]) == (report.score, report.grade, [each.rule for each in report.findings])
    assert result.to_pylist()[1]["score"] is None
    with pytest.raises(KeyError, match="no column 'body'; there are text, language, n"):
        advocacy_lint.lint_table(table, text="body")
    with pytest.raises(ValueError, match="has a column 'score' already"):
        advocacy_lint.lint_table(result)


def test_no_rows_say_which_columns_come_out():
    pa = pytest.importorskip("pyarrow")
    table = pa.table(
        {"body": pa.chunked_array([["Hej"], []], pa.large_string()), "author": pa.array([None], pa.string()).dictionary_encode()}
    )
    empty = advocacy_lint.lint_table(table.schema.empty_table(), text="body")
    assert empty.num_rows == 0
    assert empty.schema == advocacy_lint.lint_table(table, text="body").schema
    assert [str(kind) for kind in empty.schema.types[2:]] == ["int32", "string", "string", "list<item: string>", "list<item: string>"]


def test_cells_that_are_no_text_are_read_as_text():
    pa = pytest.importorskip("pyarrow")
    result = advocacy_lint.lint_table(pa.table({"text": [12, None], "audience": [3, None]}))
    assert [row["detected_language"] for row in result.to_pylist()] == [advocacy_lint.lint("12").language, advocacy_lint.lint("").language]


def test_columns_of_bytes_and_lists_are_refused():
    pa = pytest.importorskip("pyarrow")
    for column, kind in (
        (pa.array([b"We are proud."]), "binary"),
        (pa.array([["We"]]), "list<item: string>"),
        (pa.array([{"a": 1}]), "struct<a: int64>"),
    ):
        with pytest.raises(TypeError, match=f"^column 'text' is {kind}, not text; cast it to string first$"):
            advocacy_lint.lint_table(pa.table({"text": column}))


def test_importing_the_package_imports_nothing_else():
    program = """if True:
        import sys
        before = set(sys.modules)
        import advocacy_lint
        print(sorted(name for name in set(sys.modules) - before if name.partition(".")[0] not in sys.stdlib_module_names))
    """
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['advocacy_lint', 'advocacy_lint.version']\n"


def test_a_source_is_read_as_check_reads_it(tmp_path):
    (tmp_path / "advocacy-lint.yml").write_text("locale: da\nignore: [tone]\n", encoding="utf-8")
    text = (
        "---\nlanguage: en\nauthor: Lene\n---\nWe are proud to announce record growth, and Lene carried the pump out at 5.40 on Tuesday.\n"
    )
    (report,) = advocacy_lint.lint_source(text, str(tmp_path / "draft.md"))
    assert (report.language, report.locale, report.meta["author"]) == ("en", "da", "Lene")
    assert {each.rule.split("/")[0] for each in report.findings} & {"tone"} == set()
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_lint", "check", "-", "--stdin-filename", str(tmp_path / "draft.md"), "--format", "json", "--fail-on", "never"],
        input=text, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    (post,) = json.loads(done.stdout)["posts"]
    assert (report.score, list(report.rules)) == (post["score"], [each["rule"] for each in post["findings"]])


def test_a_project_reads_a_changed_configuration_after_reload(tmp_path):
    path = str(tmp_path / "draft.md")
    project = advocacy_lint.Project()
    text = "We are proud to announce record growth in all of our divisions this year.\n"
    assert "tone/announcement-opener" in advocacy_lint.lint_source(text, path, project=project)[0].rules
    (tmp_path / "advocacy-lint.yml").write_text("ignore: [tone]\n", encoding="utf-8")
    assert "tone/announcement-opener" in advocacy_lint.lint_source(text, path, project=project)[0].rules
    project.reload()
    assert "tone/announcement-opener" not in advocacy_lint.lint_source(text, path, project=project)[0].rules


def test_a_type_checker_sees_a_wrong_name(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "from advocacy_lint import Config, Finding, Project, Report, Strength, lint\n"
        "from advocacy_lint import lnit\n"
        "report: Report = lint('text', config=Config())\n"
        "first: Finding = report.findings[0]\n"
        "good: Strength = report.strengths[0]\n"
        "kept: Project = Project(locale='da')\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(program)], cwd=tmp_path, capture_output=True, text=True)
    assert [re.sub("; maybe .*[?]", "", line) for line in done.stdout.splitlines()] == [
        'program.py:2: error: Module "advocacy_lint" has no attribute "lnit"  [attr-defined]',
        "Found 1 error in 1 file (checked 1 source file)",
    ]


def test_a_source_of_which_a_part_cannot_be_read_says_so():
    with pytest.raises(InputError, match="^draft.md: line 1: unknown suppression"):
        advocacy_lint.lint_source("<!-- advocacy-lint of: tone -->\nBent carried the pump out.\n", "draft.md")
