"""What the server knows of one version of a buffer: its posts, their reports, and where things stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from advocacy_lint.advice import fixes
from advocacy_lint.api import Checked
from advocacy_lint.model import Finding, Fix
from advocacy_lint.servers.lsp.diagnostics import span_of
from advocacy_lint.servers.lsp.positions import Positions


class Checkup(Struct, frozen=True):
    """One version of a buffer, and what the linter says of it."""

    version: int | None
    path: str
    positions: Positions
    posts: tuple[Checked, ...]

    def findings_at(self, start: int, end: int) -> Iterator[Finding]:
        """Yield the findings whose mark meets the offsets from `start` to `end`."""
        for each in self.posts:
            for finding in each.report.findings:
                first, last = span_of(finding, each.post)
                if first <= end and start <= last:
                    yield finding

    def safe_fixes(self) -> list[Fix]:
        """Return the fixes that `--fix` would apply first, in order, none over another."""
        return fixes.chosen(fix for each in self.posts for finding in each.report.findings for fix in finding.fixes)
