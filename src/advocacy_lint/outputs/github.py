"""Format `github`: annotations in the words of GitHub's runner, and a summary for the job's page."""

from __future__ import annotations

from advocacy_lint.model import Finding, Look, PostReport, Problem, Tally
from advocacy_lint.outputs.marks import code, safe
from advocacy_lint.outputs.paths import in_repository, placed
from advocacy_lint.outputs.phrases import posts, say
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.outputs.sanitize import clean

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_RANK = {"error": 0, "warning": 1, "info": 2}
# GitHub shows ten annotations of each kind a step; the summary, of a megabyte at most, holds posts that they do not show.
_ROWS = 50
_LONGEST = 900_000


def data(text: str) -> str:
    """Return text as a workflow command's data: nothing in it can begin another command."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def prop(text: str) -> str:
    """Return text as a workflow command's property."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


class Renderer(BaseRenderer):
    """One annotation a finding, the costliest first: GitHub shows ten of each kind."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._annotations: list[tuple[int, float, str]] = []
        self._posts: list[tuple[int, str, str]] = []  # score (101: none), path, row of the summary
        self._failed = 0

    def post(self, report: PostReport) -> str:
        """Keep a post's annotations, and its row."""
        for finding in report.findings:
            cost = finding.cost if finding.dimension != "score" else float("inf")
            self._annotations.append((_RANK[finding.level], -cost, _annotation(finding, report)))
        self._failed += report.failed
        self._posts.append((101 if report.score is None else report.score, report.path, self._row(report)))
        return ""

    def _row(self, report: PostReport) -> str:
        score = f"**{report.score} {report.grade}**" if report.score is not None and self.look.with_score else "–"
        named = f" · {safe(report.id or report.place or '')}" if report.id or report.place else ""
        told = [each for each in report.findings if each.dimension == "score"] or ([report.worst] if report.worst else [])
        said = " ".join(safe(each.message) for each in told if each is not None)
        return f"| {score} | {'✗ ' if report.failed else ''}{code(report.path)}{named} | {said} |"

    def end(self, tally: Tally) -> str:
        """Return all annotations: of posts, of what shows across them, and of what could not be read."""
        lines = [
            f"::error file={prop(in_repository(problem.path))},title=advocacy-lint::{data(problem.message)}\n" for problem in tally.problems
        ]
        lines += [line for _, _, line in sorted(self._annotations, key=lambda each: each[:2])]
        lines += [
            f"::{_COMMANDS[finding.level]} file={prop(in_repository(finding.posts[0].path) if finding.posts else '')},"
            f"title={prop(finding.rule)}::{data(finding.message)}\n"
            for finding in tally.portfolio
        ]
        return "".join(lines)

    def job_summary(self, tally: Tally) -> str:
        """Return the job summary in Markdown (GITHUB_STEP_SUMMARY): what fails, what could not be read, posts worst first."""
        summary, locale = tally.summary, self.look.locale
        head = f"### advocacy-lint\n\n{posts(locale, summary.posts)}"
        if self.look.with_score and summary.mean_score is not None:
            head += f" · {say(locale, 'mean', score=f'{summary.mean_score:.0f}')}"
        if self._failed:
            head += f" · {say(locale, 'failed', count=self._failed)}"
        parts = [f"- {code(problem.path)}: {safe(problem.message)}\n" for problem in tally.problems[:_ROWS]]
        parts += [f"- **{safe(finding.rule)}** {safe(finding.message)}\n" for finding in tally.portfolio[:_ROWS]]
        rows = [row for _, _, row in sorted(self._posts, key=lambda each: each[:2])]
        if rows:
            parts.append("\n| | | |\n|---|---|---|\n")
            parts += [f"{row}\n" for row in rows[:_ROWS]]
        if len(rows) > _ROWS:
            parts.append(f"\n+{len(rows) - _ROWS}\n")
        text = f"{head}\n\n"
        for part in parts:
            if len(text) + len(part) > _LONGEST:
                return f"{text}\n…\n"
            text += part
        return text


def _unread(problem: Problem) -> str:
    return f"::error file={prop(in_repository(problem.path))},title=advocacy-lint::{data(problem.message)}\n"


def _annotation(finding: Finding, report: PostReport) -> str:
    line = finding.at_line
    last = line if report.place else line + finding.end_line - finding.line
    place = f"file={prop(in_repository(report.path))},line={line},endLine={last}"
    if finding.line == finding.end_line and not report.place:
        place += f",col={finding.column},endColumn={finding.end_column}"
    return f"::{_COMMANDS[finding.level]} {place},title={prop(finding.rule)}::{data(placed(finding))}\n"
