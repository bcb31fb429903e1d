"""Format `rdjson`: Reviewdog's diagnostic format."""

from __future__ import annotations

import json

from advocacy_lint.model import Finding, Look, PostReport, Tally, is_moved
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.paths import in_repository, placed
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.rulebook.pages import page_of
from advocacy_lint.text import line_column, line_starts
from advocacy_lint.text.moving import in_one

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Renderer(BaseRenderer):
    """One object with a list of diagnostics; columns are counted in UTF-8 bytes, as the format asks."""

    escapes = "json-escape"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._first = True

    def begin(self) -> str:
        """Return the head of the object."""
        return '{"source": {"name": "advocacy-lint"}, "diagnostics": ['

    def post(self, report: PostReport) -> str:
        """Return a post's diagnostics."""
        places = _places(report)
        return "".join(self._item(_diagnostic(finding, report, places)) for finding in report.findings)

    def end(self, tally: Tally) -> str:
        """Return the diagnostics across posts, and the end of the object."""
        parts = [
            self._item(
                {
                    "message": finding.message,
                    "location": {"path": in_repository(finding.posts[0].path) if finding.posts else ""},
                    "severity": _SEVERITIES[finding.level],
                    "code": _code(finding.rule),
                }
            )
            for finding in tally.portfolio
        ]
        parts += [
            self._item({"message": each.message, "location": {"path": in_repository(each.path)}, "severity": "ERROR"})
            for each in tally.problems
        ]
        return "".join(parts) + "\n]}\n"

    def _item(self, item: dict[str, object]) -> str:
        separator = "\n" if self._first else ",\n"
        self._first = False
        return separator + escaped(json.dumps(item))


def _places(report: PostReport) -> dict[int, dict[str, int]]:
    """Return line and column, from 1, of every offset that the findings of a report name, in one walk over its text.

    Columns are in UTF-8 bytes; as `line_starts` has it, CRLF, CR and LF end lines.
    """
    text, starts = report.text, line_starts(report.text)
    offsets = {offset for each in report.findings for offset in (each.start, each.end)}
    offsets.update(offset for each in report.findings for fix in each.fixes for offset in (fix.start, fix.end))
    offsets.update(offset for each in report.move for offset in (each.start, each.end))
    places: dict[int, dict[str, int]] = {}
    line = column = position = 0
    for offset in sorted(offsets):
        here, _ = line_column(starts, offset)
        if here != line:
            line, column, position = here, 1, starts[here - 1]
        column += len(text[position:offset].encode("utf-8", "surrogatepass"))
        position = offset
        places[offset] = {"line": line, "column": column}
    return places


def _code(rule: str) -> dict[str, str]:
    """Return a rule, and its page where it has one: reviewers follow it."""
    page = page_of(rule)
    return {"value": rule, "url": page} if page else {"value": rule}


def _diagnostic(finding: Finding, report: PostReport, places: dict[int, dict[str, int]]) -> dict[str, object]:
    item: dict[str, object] = {
        "message": placed(finding),
        "location": {
            "path": in_repository(report.path),
            "range": {"start": {"line": finding.at_line}} if report.place else {"start": places[finding.start], "end": places[finding.end]},
        },
        "severity": _SEVERITIES[finding.level],
        "code": _code(finding.rule),
    }
    fixes = [*finding.fixes, *([in_one(report.text, report.move)] if is_moved(finding, report) else [])]
    if fixes and not report.place:  # else the offsets are none of the file's
        item["suggestions"] = [
            {
                "range": {"start": places[fix.start], "end": places[fix.end]},
                "text": fix.text,
            }
            for fix in fixes
        ]
    return item
