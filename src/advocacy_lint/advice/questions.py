"""The few questions whose answers are the missing story, in order of what they would gain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from advocacy_lint.advice.facts import Facts, facts_of, filled
from advocacy_lint.model import PostReport
from advocacy_lint.text import normalise

MOST = 5
# Two questions that share this part of their telling words ask the same thing.
_SAME = 0.5
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    """hvad hvem hvor hvordan hvornår hvorfor hvilken hvilket var det den der som for med til fra ved har havde kan kunne skal
    ville gjorde blev ikke
    what who where when why how which was the that with for from has had can could did does you your and they them""".split()
)


def choose(report: PostReport, facts: Facts | None = None, limit: int = MOST) -> tuple[str, ...]:
    """Return the questions for a draft, the one that would gain most first; none twice in other words."""
    if report.language not in ("da", "en"):
        return ()
    known = facts if facts is not None else facts_of(report.text, report.language, report.start, report.end if report.end >= 0 else None)
    chosen: list[str] = []
    for finding in sorted(report.findings, key=lambda each: (-each.gain, each.start, each.rule)):
        options = (filled(each, known, finding.excerpt) for each in sorted(finding.ask, key=lambda each: "{" not in each))
        question = next((each for each in options if each and not asked(each, chosen)), None)
        if question:
            chosen.append(question)
        if len(chosen) == limit:
            break
    return tuple(chosen)


def asked(question: str, others: Iterable[str]) -> bool:
    """Say whether a question is already asked, perhaps in other words."""
    mine = _telling(question)
    return any(_overlap(mine, _telling(other)) >= _SAME for other in others)


def _overlap(first: Sequence[str] | set[str], second: set[str]) -> float:
    smaller = min(len(first), len(second))
    return len(set(first) & second) / smaller if smaller else 1.0


def _telling(question: str) -> set[str]:
    return {word for word in map(normalise, _WORD.findall(question)) if word not in _EMPTY}
