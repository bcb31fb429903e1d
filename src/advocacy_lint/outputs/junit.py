"""Format `junit`: one test case a post; findings at warning or above fail it."""

from __future__ import annotations

from advocacy_lint.model import PostReport, Run
from advocacy_lint.outputs.xml import attribute, element


class Renderer:
    """One suite; cases are kept until the counts are known."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._cases: list[str] = []
        self._failures = 0

    def begin(self) -> str:
        """Return nothing: the counts stand first."""
        return ""

    def post(self, report: PostReport) -> str:
        """Keep a post's case."""
        failed = [finding for finding in report.findings if finding.level != "info"]
        name = report.path + (f":{report.id}" if report.id else f":{report.place}" if report.place else "")
        body = ""
        if failed:
            self._failures += 1
            lines = "\n".join(f"{finding.place or finding.line}: {finding.level} {finding.rule} {finding.message}" for finding in failed)
            worst = "error" if any(finding.level == "error" for finding in failed) else "warning"
            body = f"<failure type={attribute(worst)} message={attribute(failed[0].message)}>{element(lines)}</failure>"
        self._cases.append(f'    <testcase classname="advocacy-lint" name={attribute(name)}>{body}</testcase>\n')
        return ""

    def end(self) -> str:
        """Return the suite."""
        for finding in self._run.portfolio:
            failure = ""
            if finding.level != "info":
                self._failures += 1
                failure = f"<failure type={attribute(finding.level)} message={attribute(finding.message)}/>"
            self._cases.append(f'    <testcase classname="advocacy-lint" name={attribute(finding.rule)}>{failure}</testcase>\n')
        for problem in self._run.problems:
            error = f"<error message={attribute(problem.message)}/>"
            self._cases.append(f'    <testcase classname="advocacy-lint" name={attribute(problem.path)}>{error}</testcase>\n')
        counts = f'tests="{len(self._cases)}" failures="{self._failures}" errors="{len(self._run.problems)}"'
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n  <testsuite name="advocacy-lint" {counts}>\n'
        return head + "".join(self._cases) + "  </testsuite>\n</testsuites>\n"
