"""Format `csv`: one row a post, for a spreadsheet; no cell of a draft is a formula."""

from __future__ import annotations

import csv
import re
from io import StringIO

from advocacy_lint.model import DIMENSIONS, PostReport, Run
from advocacy_lint.outputs.sanitize import clean

# What begins a formula, also behind what a spreadsheet in another language takes for the end of a cell (Danish ones: a semicolon);
# and what a build server takes for a command, at the beginning of a line.
_FORMULA = re.compile(r"(^|[;|\t\r\n\"])(?=[ \u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]|\s*::)")
COLUMNS = (
    "path",
    "id",
    "place",
    "language",
    "words",
    "author",
    "audience",
    "published",
    "score",
    "grade",
    *(f"{each}_score" for each in DIMENSIONS),
)


def cell(value: object) -> str:
    """Return a value as a cell that a spreadsheet takes for text (or for a number of our own)."""
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    return _FORMULA.sub(r"\1'", clean(str(value)))


class Renderer:
    """Comma-separated, quoted where needed, with headings."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run

    def begin(self) -> str:
        """Return the headings."""
        return _row([*COLUMNS, "errors", "warnings", "infos", "top_rule", "top_message"])

    def post(self, report: PostReport) -> str:
        """Return a post's row."""
        scored = self._run.with_score
        levels = [finding.level for finding in report.findings]
        top = max(report.findings, key=lambda each: each.cost, default=None)
        return _row(
            [
                report.path,
                report.id,
                report.place,
                report.language,
                report.words,
                report.meta.get("author"),
                report.meta.get("audience"),
                report.meta.get("published"),
                report.score if scored else None,
                report.grade if scored else None,
                *(report.dimensions.get(each) if scored else None for each in DIMENSIONS),
                *(levels.count(level) for level in ("error", "warning", "info")),
                top.rule if top else None,
                top.message if top else None,
            ]
        )

    part = post  # a post's lines depend on nothing else

    def add(self, made: str) -> str:
        """Return a post's lines as they are."""
        return made

    def end(self) -> str:
        """Return nothing: a table has rows for posts only."""
        return ""


def _row(values: list[object]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell(value) for value in values])
    return out.getvalue()
