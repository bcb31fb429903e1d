"""Ideas in fresh words: what the rules of tone find, and what near misses they leave alone. What is missed is listed, and must stay so until mended."""

import json
from pathlib import Path

from advocacy_lint import lint

HERE = Path(__file__).parent
IDEAS = json.loads((HERE / "ideas.json").read_text(encoding="utf-8"))
ROWS = [json.loads(line) for line in (HERE / "formulations-own.jsonl").read_text(encoding="utf-8").splitlines()]
MISSED = [
    "I feel so lucky to be working at a place like Fenwick Build.",
    "[Picture to be inserted here]",
]


def fires(row):
    report = lint(row["text"], language=row["lang"])
    return any(finding.rule in IDEAS[row["idea"]] for finding in (*report.findings, *report.strengths))


def test_formulations_are_found():
    assert [row["text"] for row in ROWS if row["should_fire"] and not fires(row)] == MISSED


def test_near_misses_are_left_alone():
    assert [row["text"] for row in ROWS if not row["should_fire"] and fires(row)] == []
