"""The API for programs."""

import subprocess
import sys

import pytest

import advocacy_lint
from advocacy_lint.config import Config

TEXT = "We are proud to announce record growth, and we are thrilled about it."


def test_one_text():
    report = advocacy_lint.lint(TEXT, language="en", audience="nurses")
    assert (report.path, report.language, dict(report.meta)) == ("", "en", {"language": "en", "audience": "nurses"})
    assert all(TEXT[each.start : each.end].split() == each.excerpt.split() for each in report.findings if each.excerpt)


def test_unknown_metadata_is_an_error_that_names_what_there_is():
    with pytest.raises(TypeError, match="unknown metadata 'audiense'; there are author, role, audience"):
        advocacy_lint.lint(TEXT, audiense="nurses")


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


def test_importing_the_package_imports_nothing_else():
    program = """if True:
        import sys
        before = set(sys.modules)
        import advocacy_lint
        print(sorted(name for name in set(sys.modules) - before if name.partition(".")[0] not in sys.stdlib_module_names))
    """
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "['advocacy_lint', 'advocacy_lint.version']\n"
