"""What fails a run: findings from a level on, a score under the minimum, a score that fell too far since a revision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from advocacy_lint.inputs import Source
from advocacy_lint.languages import messages
from advocacy_lint.model import Finding, PortfolioFinding, PostReport, Span, Tally
from advocacy_lint.runs.lint import Job, Result, lint_sources
from advocacy_lint.text import line_column, line_starts

if TYPE_CHECKING:
    from advocacy_lint.runs.git import Revision

_RANK = {"error": 3, "warning": 2, "info": 1, "never": 9}
UNDER, DROPPED = "score/under-minimum", "score/dropped"
RULES = (UNDER, DROPPED)


class Gate:
    """Judges reports as they come: what fails the run becomes a finding; `code` is the exit code of the contract.

    `fail_on` concerns the findings of rules; a score under the minimum, or one that fell too far, fails a run whatever it says.
    """

    def __init__(self, fail_on: str, min_score: int | None = None, drop: DropGuard | None = None, accepted: Accepted | None = None) -> None:
        self._least = _RANK[fail_on]
        self._min_score = min_score
        self._drop = drop
        self._accepted = accepted or (lambda report: None)
        self._failed = False
        self._is_open = False

    def open(self) -> None:
        """Let everything through: what there is today has been written as a baseline."""
        self._is_open = True

    def across(self, finding: PortfolioFinding) -> PortfolioFinding:
        """Return a finding across posts, marked where it fails the run."""
        failed = _RANK[finding.level] >= self._least
        self._failed |= failed
        return replace(finding, failed=True) if failed else finding

    def judge(self, report: PostReport) -> PostReport:
        """Return a report with what fails the run as findings beside those of the rules, and marked where anything does."""
        added = [each for each in (self._under(report), self._dropped(report)) if each is not None]
        failed = bool(added) or any(_RANK[level] >= self._least for level in report.levels)
        self._failed |= failed
        return replace(report, findings=(*added, *report.findings), failed=True) if failed else report

    def _under(self, report: PostReport) -> Finding | None:
        if report.score is None or self._min_score is None or report.score >= self._min_score:
            return None
        accepted = self._accepted(report)
        if accepted is not None and report.score >= accepted:
            return None
        least = self._min_score if accepted is None else accepted
        return _finding(UNDER, report, score=report.score, least=least)

    def _dropped(self, report: PostReport) -> Finding | None:
        before = self._drop.before(report) if self._drop is not None else None
        if self._drop is None or before is None or report.score is None or before - report.score <= self._drop.most:
            return None
        return _finding(DROPPED, report, score=report.score, before=before, most=self._drop.most)

    def code(self, tally: Tally) -> int:
        """Return 2 if something could not be read, 1 if something fails the run, else 0."""
        return 2 if tally.problems else int(self._failed and not self._is_open)


Accepted = Callable[[PostReport], int | None]


def _finding(rule: str, report: PostReport, **slots: int) -> Finding:
    """Return a finding about the score of a whole post, at its first line."""
    words, key = messages("score", report.locale), rule.partition("/")[2]
    starts = line_starts(report.text)
    end = report.text.find("\n", report.start)
    start, end = report.start, len(report.text) if end < 0 else end
    line, column = line_column(starts, start)
    end_line, end_column = line_column(starts, end)
    return Finding(
        rule, "error", "score", words[key].format(**slots), words[f"{key}-why"], "", start, end, line, column, end_line, end_column,
        report.place, spans=(Span(start, end),),
    )  # fmt: skip


class DropGuard:
    """Holds scores against those of a Git revision."""

    def __init__(self, most: int, revision: Revision, job: Job) -> None:
        self.most = most
        self._revision = revision
        self._job = job
        self._path = ""
        self._scores: dict[str | None, int] = {}

    def before(self, report: PostReport) -> int | None:
        """Return what a post scored at the revision; None for a new one."""
        if self._path != report.path:
            content = self._revision.content(report.path)
            found = lint_sources([Source(report.path, data=content)], self._job) if content is not None else ()
            reports = [each.report for _, each in found if isinstance(each, Result)]
            self._path = report.path
            self._scores = {each.id: each.score for each in reports if each.score is not None}
        return self._scores.get(report.id)
