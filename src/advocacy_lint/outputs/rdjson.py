"""Format `rdjson`: Reviewdog's diagnostic format."""

from __future__ import annotations

import json
from typing import Any

from advocacy_lint.model import Finding, PostReport, Run
from advocacy_lint.outputs.escape import escaped

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
        return "".join(self._item(_diagnostic(finding, report)) for finding in report.findings)

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


def _column(text: str, offset: int) -> int:
    """Return the column of an offset, from 1, in UTF-8 bytes."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return len(text[start:offset].encode("utf-8", "surrogatepass")) + 1


def _diagnostic(finding: Finding, report: PostReport) -> dict[str, Any]:
    text = report.text
    item: dict[str, Any] = {
        "message": finding.message,
        "location": {
            "path": report.path,
            "range": {
                "start": {"line": finding.line, "column": _column(text, finding.start)},
                "end": {"line": finding.end_line, "column": _column(text, finding.end)},
            },
        },
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule},
    }
    if finding.fixes:
        item["suggestions"] = [
            {
                "range": {
                    "start": {"line": _line(text, fix.start), "column": _column(text, fix.start)},
                    "end": {"line": _line(text, fix.end), "column": _column(text, fix.end)},
                },
                "text": fix.text,
            }
            for fix in finding.fixes
        ]
    return item


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
