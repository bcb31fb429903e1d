"""Format `gitlab`: GitLab's code quality report."""

from __future__ import annotations

import json
from typing import Any

from advocacy_lint.model import PostReport, Run
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.fingerprint import digest, fingerprints, shared

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class Renderer:
    """A list of issues, written one by one."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._first = True

    def begin(self) -> str:
        """Return the beginning of the list."""
        return "["

    def post(self, report: PostReport) -> str:
        """Return a post's issues."""
        return "".join(
            self._issue(finding.rule, finding.level, finding.message, fingerprint, report.path, finding.line)
            for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
        )

    def end(self) -> str:
        """Return the issues across posts, what could not be read, and the end of the list."""
        parts = []
        for finding, fingerprint in zip(self._run.portfolio, shared(self._run.portfolio), strict=True):
            path = finding.posts[0].path if finding.posts else ""
            parts.append(self._issue(finding.rule, finding.level, finding.message, fingerprint, path, 1))
        for problem in self._run.problems:
            parts.append(self._issue("input", "error", problem.message, digest("input", problem.path), problem.path, 1))
        return "".join(parts) + "\n]\n"

    def _issue(self, rule: str, level: str, message: str, fingerprint: str, path: str, line: int) -> str:
        issue: dict[str, Any] = {
            "type": "issue",
            "check_name": rule,
            "description": message,
            "severity": _SEVERITIES[level],
            "categories": ["Style"],
            "fingerprint": fingerprint,
            "location": {"path": path.replace("\\", "/"), "lines": {"begin": line}},
        }
        separator = "\n" if self._first else ",\n"
        self._first = False
        return separator + escaped(json.dumps(issue))
