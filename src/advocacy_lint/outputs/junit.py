"""Format `junit`: one test case a post; what fails the run fails it."""

from __future__ import annotations

from collections import Counter

from advocacy_lint.model import Look, PostReport, Tally
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.xml import attribute, element


class Renderer(BaseRenderer):
    """One suite; cases are kept until the counts are known."""

    escapes = "xmlcharrefreplace"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._cases: list[str] = []
        self._failures = 0
        self._names: Counter[str] = Counter()

    def post(self, report: PostReport) -> str:
        """Keep a post's case."""
        name = report.path + (f":{report.id}" if report.id else f":{report.place}" if report.place else "")
        body = ""
        if report.failed:
            self._failures += 1
            said = [finding for finding in report.findings if finding.level != "info"] or list(report.findings)
            lines = "\n".join(f"{finding.place or finding.line}: {finding.level} {finding.rule} {finding.message}" for finding in said)
            worst = "error" if any(finding.level == "error" for finding in said) else said[0].level
            body = f"<failure type={attribute(worst)} message={attribute(said[0].message)}>{element(lines)}</failure>"
        self._case(name, report.path, body)
        return ""

    def _case(self, name: str, path: str, body: str) -> None:
        """Keep a case; readers take two of one name for the same, so that a name that was there gets a number."""
        self._names[name] += 1
        if self._names[name] > 1:
            name = f"{name} ({self._names[name]})"
        self._cases.append(
            f'    <testcase classname="advocacy-lint" name={attribute(name)} file={attribute(path)} time="0">{body}</testcase>\n'
        )

    def end(self, tally: Tally) -> str:
        """Return the suite."""
        for finding in tally.portfolio:
            path = finding.posts[0].path if finding.posts else ""
            failure = ""
            if finding.failed:
                self._failures += 1
                failure = f"<failure type={attribute(finding.level)} message={attribute(finding.message)}/>"
            self._case(f"{finding.rule} {path}".strip(), path, failure)
        for problem in tally.problems:
            self._case(problem.path, problem.path, f"<error message={attribute(problem.message)}/>")
        counts = f'tests="{len(self._cases)}" failures="{self._failures}" errors="{len(tally.problems)}"'
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n  <testsuite name="advocacy-lint" {counts}>\n'
        return head + "".join(self._cases) + "  </testsuite>\n</testsuites>\n"
