"""Format `gitlab`: GitLab's code quality report."""

from __future__ import annotations

import json

from advocacy_lint.model import Look, PostReport, Tally
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.fingerprint import digest, fingerprints, shared
from advocacy_lint.outputs.paths import in_repository, placed
from advocacy_lint.outputs.renderer import BaseRenderer

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class Renderer(BaseRenderer):
    """A list of issues, written one by one."""

    escapes = "json-escape"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._first = True

    def begin(self) -> str:
        """Return the beginning of the list."""
        return "["

    def post(self, report: PostReport) -> str:
        """Return a post's issues."""
        return "".join(
            self._issue(finding.rule, finding.level, placed(finding), fingerprint, report.path, finding.at_line)
            for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
        )

    def end(self, tally: Tally) -> str:
        """Return the issues across posts, what could not be read, and the end of the list."""
        parts = []
        for finding, fingerprint in zip(tally.portfolio, shared(tally.portfolio), strict=True):
            path = finding.posts[0].path if finding.posts else ""
            parts.append(self._issue(finding.rule, finding.level, finding.message, fingerprint, path, 1))
        for problem in tally.problems:
            parts.append(self._issue("input", "error", problem.message, digest("input", problem.path), problem.path, 1))
        return "".join(parts) + "\n]\n"

    def _issue(self, rule: str, level: str, message: str, fingerprint: str, path: str, line: int) -> str:
        issue: dict[str, object] = {
            "type": "issue",
            "check_name": rule,
            "description": message,
            "severity": _SEVERITIES[level],
            "categories": ["Style"],
            "fingerprint": fingerprint,
            "location": {"path": in_repository(path).replace("\\", "/"), "lines": {"begin": line}},
        }
        separator = "\n" if self._first else ",\n"
        self._first = False
        return separator + escaped(json.dumps(issue))
