"""Format `jsonl`: one post a line, as in `json`, for streams."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Run
from advocacy_lint.outputs.encoded import as_json
from advocacy_lint.outputs.entry import entry


class Renderer:
    """A line a post; portfolio findings and problems have lines of their own at the end."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run

    def begin(self) -> str:
        """Return nothing: a stream has no head."""
        return ""

    def post(self, report: PostReport) -> str:
        """Return one line."""
        return self.part(report).decode()

    def part(self, report: PostReport) -> bytes:
        """Return one line."""
        return entry(report, self._run.with_score) + b"\n"

    def add(self, made: bytes) -> bytes:
        """Return a post's lines as they are."""
        return made

    def end(self) -> str:
        """Return the lines of what is not one post's."""
        lines = [{"portfolio": finding.to_dict()} for finding in self._run.portfolio]
        lines += [{"error": {"path": problem.path, "message": problem.message}} for problem in self._run.problems]
        return "".join(as_json(line) + "\n" for line in lines)
