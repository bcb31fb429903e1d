"""The way up from a low score: what the findings on the first screen are worth together, told where one by one they say little."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from advocacy_lint.model import Finding, PostReport
from advocacy_lint.outputs.cards import on_the_whole
from advocacy_lint.outputs.phrases import say

# Under this score the way up is told.
LOW = 30
# A rise of fewer points is none worth a line.
_LEAST = 5


def climb(report: PostReport, shown: Sequence[Finding]) -> str:
    """Return what the score would be with the shown findings mended, in words; where that is no rise, with the other words as well.

    Where not even that helps, mending is not the way.

    On the unclamped sum of the score (log-odds): a finding's cost is what it takes off that.
    """
    score, logit = report.score, report.logit
    if score is None or logit is None or score >= LOW or not shown:
        return ""
    # What the words say as a whole comes last: what places keep the words around them from saying is a part of what those cost.
    mended = logit + sum([each.cost for each in shown if not on_the_whole(each)])
    whole = [each for each in report.findings if on_the_whole(each)]
    first = say(report.locale, f"first-{len(shown)}")
    for key, words in (("climb", ()), ("climb", shown), ("climb-in-own-words", whole)):
        then = _points(mended + sum([each.cost for each in words if on_the_whole(each)]))
        if then - score >= _LEAST:
            return say(report.locale, key, first=first, now=score, then=then)
    return say(report.locale, "climb-afresh")


def _points(logit: float) -> int:
    """Return a log-odds as a score, as the engine does."""
    return round(100 / (1 + exp(-logit))) if logit > -60 else 0
