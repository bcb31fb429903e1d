"""Format `rdjson`: Reviewdog's diagnostic format."""

from __future__ import annotations

import json
from typing import Any

from advocacy_lint.model import Finding, PostReport, Run
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.text import line_column, line_starts

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Renderer:
    """One object with a list of diagnostics; columns are counted in UTF-8 bytes, as the format asks."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._first = True

    def begin(self) -> str:
        """Return the head of the object."""
        return '{"source": {"name": "advocacy-lint"}, "diagnostics": ['

    def post(self, report: PostReport) -> str:
        """Return a post's diagnostics."""
        places = _places(report)
        return "".join(self._item(_diagnostic(finding, report, places)) for finding in report.findings)

    def end(self) -> str:
        """Return the diagnostics across posts, and the end of the object."""
        parts = [
            self._item(
                {
                    "message": finding.message,
                    "location": {"path": finding.posts[0].path if finding.posts else ""},
                    "severity": _SEVERITIES[finding.level],
                    "code": {"value": finding.rule},
                }
            )
            for finding in self._run.portfolio
        ]
        parts += [
            self._item({"message": each.message, "location": {"path": each.path}, "severity": "ERROR"}) for each in self._run.problems
        ]
        return "".join(parts) + "\n]}\n"

    def _item(self, item: dict[str, Any]) -> str:
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


def _diagnostic(finding: Finding, report: PostReport, places: dict[int, dict[str, int]]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "message": finding.message,
        "location": {
            "path": report.path,
            "range": {"start": places[finding.start], "end": places[finding.end]},
        },
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule},
    }
    if finding.fixes:
        item["suggestions"] = [
            {
                "range": {"start": places[fix.start], "end": places[fix.end]},
                "text": fix.text,
            }
            for fix in finding.fixes
        ]
    return item
