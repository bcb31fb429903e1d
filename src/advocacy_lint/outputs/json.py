"""Format `json`: the contract for programs, written post by post."""

from __future__ import annotations

import json
from typing import Any

from advocacy_lint.model import PostReport, Run
from advocacy_lint.version import __version__

_SCORES = ("score", "grade", "dimensions")


def without_scores(data: dict[str, Any]) -> dict[str, Any]:
    """Return a post's entry with nothing to count: for ``--no-score``."""
    data.update(score=None, grade=None, dimensions={})
    for finding in data["findings"]:
        finding["gain"] = 0
    for strength in data["strengths"]:
        strength["credit"] = 0
    return data


def entry(report: PostReport, run: Run) -> dict[str, Any]:
    """Return a post's entry in the contract."""
    data = report.to_dict()
    return data if run.with_score else without_scores(data)


class Renderer:
    """One object: schema, tool, posts, portfolio, errors, summary."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._first = True
        self._encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

    def begin(self) -> str:
        """Return the head of the object."""
        tool = self._encode({"name": "advocacy-lint", "version": __version__})
        return f'{{"schema":1,"tool":{tool},"posts":['

    def post(self, report: PostReport) -> str:
        """Return one entry."""
        return self.add(self.part(report))

    def part(self, report: PostReport) -> str:
        """Return an entry without what stands between entries."""
        return _safe(self._encode(entry(report, self._run)))

    def add(self, made: str) -> str:
        """Return one entry."""
        separator = "\n" if self._first else ",\n"
        self._first = False
        return separator + made

    def end(self) -> str:
        """Return the rest of the object."""
        run = self._run
        summary = run.summary.to_dict()
        if not run.with_score:
            summary["mean_score"] = None
        rest = {
            "portfolio": {"findings": [finding.to_dict() for finding in run.portfolio]},
            "errors": [{"path": problem.path, "message": problem.message} for problem in run.problems],
            "summary": summary,
        }
        return "\n]," + _safe(self._encode(rest)[1:]) + "\n"


def _safe(text: str) -> str:
    """Return JSON without what a terminal or a text file cannot hold: lone surrogates, C1 and bidirectional controls, escaped."""
    if text.isascii():
        return text
    from advocacy_lint.outputs.escape import escaped

    return escaped(text)
