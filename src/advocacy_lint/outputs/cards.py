"""Cards: what a reader sees of one place in the draft, one finding in front, others that lie on the same words behind it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from advocacy_lint.model import Finding, PostReport

# How many findings a person can use at once.
TOP = 3
# A post this good is told only what is wrong for certain.
GOOD = 80
# A post below this is shown places that are less certain too, where there are no three that are.
UNFINISHED = 65
_LEVELS = {"error": 0, "warning": 1, "info": 2}


class Card(Struct, frozen=True):
    """One place: the finding that speaks, and those that wait behind it."""

    front: Finding
    behind: tuple[Finding, ...] = ()


def cards(findings: Iterable[Finding]) -> list[Card]:
    """Return findings as cards, what is worth most first; a finding about the whole post is a card of its own."""
    fronts: list[Finding] = []
    behind: dict[int, list[Finding]] = {}
    for finding in sorted(findings, key=_rank):
        over = next((number for number, each in enumerate(fronts) if _same_words(each, finding)), None)
        if over is None:
            fronts.append(finding)
        else:
            behind.setdefault(over, []).append(finding)
    return [Card(front, tuple(behind.get(number, ()))) for number, front in enumerate(fronts)]


def first_screen(report: PostReport, fronts: list[Finding]) -> list[Finding]:
    """Return the three things to show of a post, of the fronts of its cards: what is certain and can be seen before what is missing.

    One thing that is missing, and then words one can see: three things that are missing are a lecture. How the post sounds as a whole
    takes the place that nothing else wants.
    """
    certain = [each for each in fronts if each.level != "info"]
    if report.score is not None and report.score >= GOOD:
        certain = [each for each in certain if each.level == "error" or each.rule.startswith("suppression/")]
        return _one_missing(certain)[:TOP]
    if certain and report.score is not None and report.score >= UNFINISHED:
        return _one_missing(certain)[:TOP]
    hints = [each for each in fronts if each.level == "info" and not on_the_whole(each)]
    shown = _one_missing(certain) + [each for each in hints if each.gain]
    rest = [*filter(on_the_whole, fronts), *certain, *hints]
    return [*shown, *[each for each in rest if each not in shown]][:TOP]


def on_the_whole(finding: Finding) -> bool:
    """Say whether a finding is an impression of the whole post, as the one of how its words sound is."""
    return finding.level == "info" and not finding.excerpt


def _one_missing(ranked: list[Finding]) -> list[Finding]:
    """Return findings without those that point at no words, but for the first."""
    more = [each for each in ranked if not each.excerpt][1:]
    return [each for each in ranked if each not in more]


def _rank(finding: Finding) -> tuple[int, float, int, bool, int]:
    """Return what orders findings: gain, cost; of equals the more certain one, one that has words to put there, the first."""
    return -finding.gain, -finding.cost, _LEVELS.get(finding.level, 3), finding.rewrite is None, finding.start


def _same_words(one: Finding, other: Finding) -> bool:
    """Say whether two findings point at words that overlap."""
    return bool(one.excerpt and other.excerpt) and one.start < other.end and other.start < one.end
