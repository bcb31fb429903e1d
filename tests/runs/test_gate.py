"""What fails a run is a finding like any other, in every format."""

import json
import os
import subprocess
import sys

import pytest

from advocacy_lint.model import PostReport, Tally
from advocacy_lint.outputs import FORMATS
from advocacy_lint.runs.gate import Gate

DULL = "---\nlanguage: da\n---\nVi er stolte af at kunne præsentere endnu et rekordår med et overskud på 3,2 mia. kr. Læs hele rapporten.\n"


def report(score, path="a.md"):
    return PostReport(path, None, "da", score, "E", {}, (), (), (), locale="da", text="Tekst.\n")


def run(folder, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_lint", "check", *arguments], cwd=folder, env={**os.environ, "ADVOCACY_LINT_CACHE_DIR": ""},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_a_score_under_the_minimum_is_an_error_whatever_fails_otherwise():
    gate = Gate("never", 50)
    judged = gate.judge(report(49))
    (finding,) = judged.findings
    assert (finding.rule, finding.level, finding.dimension, finding.message) == (
        "score/under-minimum",
        "error",
        "score",
        "Scoren er 49; her er mindst 50 det, der går an.",
    )
    assert (judged.failed, gate.code(Tally())) == (True, 1)
    assert Gate("never", 50).judge(report(50)) == report(50)


def test_never_concerns_what_rules_find(tmp_path):
    (tmp_path / "a.md").write_text(DULL, encoding="utf-8")
    assert run(tmp_path, "a.md", "--fail-on", "never", "--format", "json")[0] == 0
    code, out, _ = run(tmp_path, "a.md", "--fail-on", "never", "--min-score", "99", "--format", "json")
    data = json.loads(out)
    assert (code, data["summary"]["failed"], data["posts"][0]["failed"]) == (1, 1, True)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("csv", "excel")])
def test_every_format_says_what_fails(tmp_path, name):
    (tmp_path / "a.md").write_text(DULL, encoding="utf-8")
    code, out, _ = run(tmp_path, "a.md", "--min-score", "99", "--format", name)
    assert code == 1
    assert any(each in out for each in ("score/under-minimum", "mindst 99"))


def test_a_baseline_accepts_the_scores_of_today(tmp_path):
    (tmp_path / "old.md").write_text(DULL, encoding="utf-8")
    assert run(tmp_path, ".", "--min-score", "99", "--write-baseline", "b.json")[0] == 0
    assert run(tmp_path, ".", "--min-score", "99", "--baseline", "b.json") == (0, "", "1 post; nothing that the baseline has not\n")
    (tmp_path / "new.md").write_text(DULL.replace("endnu", "nok"), encoding="utf-8")
    code, out, _ = run(tmp_path, ".", "--min-score", "99", "--baseline", "b.json", "--format", "concise", "--select", "brag")
    assert (code, [line.split(":")[0] for line in out.splitlines() if "score/under-minimum" in line]) == (1, ["new.md"])
