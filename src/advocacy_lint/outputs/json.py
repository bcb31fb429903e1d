"""Format `json`: the contract for programs, written post by post."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Run
from advocacy_lint.outputs.encoded import as_json
from advocacy_lint.outputs.entry import entry
from advocacy_lint.version import __version__


class Renderer:
    """One object: schema, tool, posts, portfolio, errors, summary."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._first = True

    def begin(self) -> str:
        """Return the head of the object."""
        tool = as_json({"name": "advocacy-lint", "version": __version__})
        return f'{{"schema":1,"tool":{tool},"posts":['

    def post(self, report: PostReport) -> str:
        """Return one entry."""
        return self.add(self.part(report)).decode()

    def part(self, report: PostReport) -> bytes:
        """Return an entry without what stands between entries."""
        return entry(report, self._run.with_score)

    def add(self, made: bytes) -> bytes:
        """Return one entry."""
        separator = b"\n" if self._first else b",\n"
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
        return "\n]," + as_json(rest)[1:] + "\n"
