"""Two versions held against each other: exact in every format, and 1 if the new one is worse."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from advocacy_lint.advice.comparing import as_markdown, as_text, compare
from advocacy_lint.cli import app
from advocacy_lint.errors import ConfigError
from advocacy_lint.model import DIMENSIONS, Finding, PostReport


def finding(rule: str, message: str = "Nej.") -> Finding:
    return Finding(rule, "warning", rule.split("/")[0], message, "", "", 0, 1, 1, 1, 1, 2)


def report(score: int | None, *findings: Finding, **dimensions: int) -> PostReport:
    return PostReport("p", None, "da", score, "C", {**dict.fromkeys(DIMENSIONS, 50), **dimensions}, findings, (), ())


OLD = report(20, finding("tone/a"), finding("brag/b"), tone=10)
NEW = report(61, finding("brag/b"), finding("voice/c", "«<b>_x_</b>»: hvem | hvad?"), tone=80)


def test_text():
    assert as_text(compare(OLD, NEW), "da").split("\n") == [
        "               før  efter",
        "i alt           20     61  +41",
        "tone            10     80  +70",
        "praleri         50     50",
        "stemme          50     50",
        "målgruppe       50     50",
        "formål          50     50",
        "håndværk        50     50",
        "væk: tone/a",
        "tilbage: brag/b",
        "nye: voice/c",
        "  voice/c: «<b>_x_</b>»: hvem | hvad?",
    ]


def test_markdown_obeys_no_mark_of_the_draft():
    assert as_markdown(compare(OLD, NEW), "en").split("\n") == [
        "| | before | after | |",
        "|---|---:|---:|---:|",
        "| total | 20 | 61 | +41 |",
        "| tone | 10 | 80 | +70 |",
        "| bragging | 50 | 50 |  |",
        "| voice | 50 | 50 |  |",
        "| audience | 50 | 50 |  |",
        "| purpose | 50 | 50 |  |",
        "| craft | 50 | 50 |  |",
        "",
        "**gone**: `tone/a`",
        "",
        "**left**: `brag/b`",
        "",
        "**new**:",
        r"- `voice/c`: «&lt;b>\_x\_&lt;/b>»: hvem \| hvad?",
    ]


@pytest.mark.parametrize(
    ("old", "new", "worse"), [(20, 19, True), (20, 20, False), (None, 3, False), (20, None, True), (None, None, False)]
)
def test_worse(old, new, worse):
    assert compare(report(old), report(new)).worse is worse


def test_json_and_exit_code(tmp_path: Path):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("Kl. 5 stod Lene på rampen og sagde, at printeren skulle flyttes, og det virkede ikke.", encoding="utf-8")
    new.write_text("Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.", encoding="utf-8")
    result = CliRunner().invoke(app, ["compare", str(old), str(new), "--format", "json", "--language", "da"])
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (found["worse"], found["gone"], found["score"]["old"] > found["score"]["new"]) == (True, [], True)
    assert list(found) == ["score", "dimensions", "gone", "left", "new", "worse"]
    assert CliRunner().invoke(app, ["compare", str(new), str(old), "--language", "da"]).exit_code == 0


def test_an_unknown_format_is_an_error(tmp_path: Path):
    result = CliRunner().invoke(app, ["compare", "a", "b", "--format", "xml"])
    assert isinstance(result.exception, ConfigError)
