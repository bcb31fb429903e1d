"""Format `concise`: one finding a line, as compilers and editors have it."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Run
from advocacy_lint.outputs.sanitize import name, one_line


class Renderer:
    """``path:line:column: level rule message``."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run

    def begin(self) -> str:
        """Return nothing."""
        return ""

    def post(self, report: PostReport) -> str:
        """Return a line for each finding, those that would help most first where they stand at the same place."""
        return "".join(
            f"{name(report.path)}:{place(report, finding.line, finding.column, finding.place)}: "
            f"{finding.level} {finding.rule} {one_line(finding.message)}\n"
            for finding in report.findings
        )

    part = post  # a post's lines depend on nothing else

    def add(self, made: str) -> str:
        """Return a post's lines as they are."""
        return made

    def end(self) -> str:
        """Return a line for each finding across posts."""
        return "".join(
            f"{name(finding.posts[0].path) if finding.posts else '-'}: {finding.level} {finding.rule} {one_line(finding.message)}\n"
            for finding in self._run.portfolio
        )


def place(report: PostReport, line: int, column: int, named: str | None) -> str:
    """Return where a finding stands: line and column, or the cell or paragraph where lines mean nothing."""
    return one_line(named) if named else f"{line}:{column}"
