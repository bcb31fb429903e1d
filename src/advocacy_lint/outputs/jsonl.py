"""Format `jsonl`: one post a line, as in `json`, for streams."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Tally
from advocacy_lint.outputs.encoded import as_json
from advocacy_lint.outputs.entry import entry
from advocacy_lint.outputs.renderer import BaseRenderer


class Renderer(BaseRenderer):
    """A line a post; portfolio findings and problems have lines of their own at the end."""

    escapes = "json-escape"

    def post(self, report: PostReport) -> str:
        """Return one line."""
        return entry(report, self.look.with_score) + "\n"

    def end(self, tally: Tally) -> str:
        """Return the lines of what is not one post's."""
        lines = [{"portfolio": finding.to_dict()} for finding in tally.portfolio]
        lines += [{"error": {"path": problem.path, "message": problem.message}} for problem in tally.problems]
        return "".join(as_json(line) + "\n" for line in lines)
