"""Format `github`: annotations in the words of GitHub's runner, and a summary for the job's page."""

from __future__ import annotations

from advocacy_lint.model import Finding, PostReport, Run
from advocacy_lint.outputs.marks import code, safe
from advocacy_lint.outputs.phrases import posts, say
from advocacy_lint.outputs.sanitize import clean

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
# GitHub shows 10 annotations a step and 50 a job; the summary holds the rest.
_ROWS = 50


def data(text: str) -> str:
    """Return text as a workflow command's data: nothing in it can begin another command."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def prop(text: str) -> str:
    """Return text as a workflow command's property."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


class Renderer:
    """One annotation a finding."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._rows: list[str] = []
        self._left = 0

    def begin(self) -> str:
        """Return nothing."""
        return ""

    def post(self, report: PostReport) -> str:
        """Return a post's annotations."""
        return "".join(self._annotation(finding, report) for finding in report.findings)

    def _annotation(self, finding: Finding, report: PostReport) -> str:
        if len(self._rows) < _ROWS:
            where = finding.place or str(finding.line)
            self._rows.append(f"| {finding.level} | {code(report.path)} {safe(where)} | {safe(finding.rule)} | {safe(finding.message)} |")
        else:
            self._left += 1
        place = f"file={prop(report.path)},line={finding.line},endLine={finding.end_line}"
        if finding.line == finding.end_line:
            place += f",col={finding.column},endColumn={finding.end_column}"
        return f"::{_COMMANDS[finding.level]} {place},title={prop(finding.rule)}::{data(finding.message)}\n"

    def end(self) -> str:
        """Return annotations for what shows across posts, and for what could not be read."""
        lines = [
            f"::{_COMMANDS[finding.level]} file={prop(finding.posts[0].path if finding.posts else '')},"
            f"title={prop(finding.rule)}::{data(finding.message)}\n"
            for finding in self._run.portfolio
        ]
        lines += [f"::error file={prop(problem.path)},title=advocacy-lint::{data(problem.message)}\n" for problem in self._run.problems]
        return "".join(lines)

    def summary(self) -> str:
        """Return the job summary in Markdown (GITHUB_STEP_SUMMARY)."""
        summary, locale = self._run.summary, self._run.locale
        head = f"### advocacy-lint\n\n{posts(locale, summary.posts)}"
        if self._run.with_score and summary.mean_score is not None:
            head += f" · {say(locale, 'mean', score=f'{summary.mean_score:.0f}')}"
        rows = "\n".join(self._rows)
        table = f"\n\n| | | | |\n|---|---|---|---|\n{rows}\n" if rows else "\n"
        left = f"\n+{self._left}\n" if self._left else ""
        across = "".join(f"\n- **{safe(finding.rule)}** {safe(finding.message)}" for finding in self._run.portfolio)
        return head + table + left + across + "\n"
