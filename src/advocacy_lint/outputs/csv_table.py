"""Format `csv`: one row a post, and one for what shows across posts or could not be read; no cell of a draft is a formula."""

from __future__ import annotations

import csv
import re
from io import StringIO

from advocacy_lint.model import DIMENSIONS, PostReport, Tally
from advocacy_lint.outputs.phrases import place_in
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.sanitize import clean

# Blanks and letters that nobody sees: a spreadsheet drops some of them from the front of a cell.
UNSEEN = (
    " \u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff"
)
# What begins a formula, also behind what a spreadsheet in another language takes for the end of a cell (Danish ones: a semicolon);
# and what a build server takes for a command, at the beginning of a line.
FORMULA = re.compile(rf"(^|[;|\t\r\n\"])(?=[{UNSEEN}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]|[\t\r\n]|\s*::)")
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
_LEVELS = ("error", "warning", "info")
_COUNTED = ("errors", "warnings", "infos")


def cell(value: object, formula: re.Pattern[str] = FORMULA) -> str:
    """Return a value as a cell that a spreadsheet takes for text (or for a number of our own)."""
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    return formula.sub(r"\g<0>'", clean(str(value)))


class Renderer(BaseRenderer):
    """Comma-separated, quoted where needed, with headings."""

    separator = ","
    formula = FORMULA

    def begin(self) -> str:
        """Return the headings."""
        return self._row([*COLUMNS, *_COUNTED, "top_rule", "top_message"])

    def post(self, report: PostReport) -> str:
        """Return a post's row."""
        scored = self.look.with_score
        levels = [finding.level for finding in report.findings]
        top = max(report.findings, key=lambda each: each.cost, default=None)
        return self._row(
            [
                report.path,
                report.id,
                place_in(self.look.locale, report.place or ""),
                report.language,
                report.words,
                report.meta.get("author"),
                report.meta.get("audience"),
                report.meta.get("published"),
                report.score if scored else None,
                report.grade if scored else None,
                *(report.dimensions.get(each) if scored else None for each in DIMENSIONS),
                *(levels.count(level) for level in _LEVELS),
                top.rule if top else None,
                top.message if top else None,
            ]
        )

    def end(self, tally: Tally) -> str:
        """Return a row for each finding across posts, at its first post, and for each file that could not be read."""
        rows = [self._other(problem.path, None, "error", None, problem.message) for problem in tally.problems]
        for finding in tally.portfolio:
            first = finding.posts[0] if finding.posts else None
            path, post = (first.path, first.id) if first else (None, None)
            rows.append(self._other(path, post, finding.level, finding.rule, finding.message))
        return "".join(rows)

    def _other(self, path: str | None, post: str | None, level: str, rule: str | None, message: str) -> str:
        counts = (int(level == each) for each in _LEVELS)
        return self._row([path, post, *[None] * (len(COLUMNS) - 2), *counts, rule, message])

    def _row(self, values: list[object]) -> str:
        out = StringIO()
        csv.writer(out, delimiter=self.separator, lineterminator="\n").writerow([cell(value, self.formula) for value in values])
        return out.getvalue()
