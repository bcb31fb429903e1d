"""What a run needs of each post: rendered where it was linted, so that workers send home lines and counts instead of reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from advocacy_lint import outputs
from advocacy_lint.kept_reports import KnownReport
from advocacy_lint.model import PostReport, Run


class Brief(Struct, frozen=True):
    """A post's part in a run: what decides the exit code, what is counted, and its part of each output.

    `report` is the whole report, where the run needs more of it than this.
    """

    path: str
    id: str | None
    score: int | None
    levels: tuple[str, ...]
    rules: tuple[str, ...]
    parts: tuple[Any, ...]
    report: PostReport | None = None


class Briefs:
    """Makes briefs for some outputs (name, colour); its renderers are created by the process that first needs them.

    `run` says how outputs look; nothing is gathered in it here. `whole`: keep the reports as well.
    """

    def __init__(self, wanted: Sequence[tuple[str, bool]], run: Run, *, whole: bool = False) -> None:
        self._wanted = tuple(wanted)
        self._run = run
        self._whole = whole
        self._renderers: list[Any] | None = None

    def __call__(self, report: PostReport | KnownReport) -> Brief:
        """Return the brief of a report."""
        if self._renderers is None:
            self._renderers = [outputs.create(name, self._run, color) for name, color in self._wanted]
        return Brief(
            report.path,
            report.id,
            report.score,
            report.levels,
            report.rules,
            tuple([outputs.part(renderer, report) for renderer in self._renderers]),
            report.whole() if self._whole else None,
        )
