"""Format `concise`: one finding a line, as compilers and editors have it."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Tally
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.sanitize import name, one_line


class Renderer(BaseRenderer):
    """``path:line:column: level rule message``."""

    def post(self, report: PostReport) -> str:
        """Return a line for each finding, those that would help most first where they stand at the same place."""
        return "".join(
            f"{name(report.path)}:{place(report, finding.line, finding.column, finding.place)}: "
            f"{finding.level} {finding.rule} {one_line(finding.message)}\n"
            for finding in report.findings
        )

    def end(self, tally: Tally) -> str:
        """Return a line for each finding across posts."""
        return "".join(
            f"{name(finding.posts[0].path) if finding.posts else '-'}: {finding.level} {finding.rule} {one_line(finding.message)}\n"
            for finding in tally.portfolio
        )


def place(report: PostReport, line: int, column: int, named: str | None) -> str:
    """Return where a finding stands: line and column, or the cell or paragraph where lines mean nothing."""
    return one_line(named) if named else f"{line}:{column}"
