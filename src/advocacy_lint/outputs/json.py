"""Format `json`: the contract for programs, written post by post."""

from __future__ import annotations

from advocacy_lint.model import Look, PostReport, Tally
from advocacy_lint.outputs.encoded import as_json
from advocacy_lint.outputs.entry import entry
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.version import __version__


class Renderer(BaseRenderer):
    """One object: schema, tool, posts, portfolio, errors, summary."""

    escapes = "json-escape"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._first = True

    def begin(self) -> str:
        """Return the head of the object."""
        tool = as_json({"name": "advocacy-lint", "version": __version__})
        return f'{{"schema":1,"tool":{tool},"posts":['

    def post(self, report: PostReport) -> str:
        """Return one entry."""
        separator = "\n" if self._first else ",\n"
        self._first = False
        return separator + entry(report, self.look.with_score)

    def end(self, tally: Tally) -> str:
        """Return the rest of the object."""
        summary = tally.summary.to_dict()
        if not self.look.with_score:
            summary["mean_score"] = None
        rest = {
            "portfolio": {"findings": [finding.to_dict() for finding in tally.portfolio]},
            "errors": [{"path": problem.path, "message": problem.message} for problem in tally.problems],
            "summary": summary,
        }
        return "\n]," + as_json(rest)[1:] + "\n"
