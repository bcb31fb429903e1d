"""Which statements of a draft stay, which go, which is the first: by what each is worth where it stands and after it is trimmed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.advice.tighten.parts import CUT, KEPT, MOVED, TRIMMED, Part, gap_of
from advocacy_lint.advice.tighten.reasons import reason
from advocacy_lint.advice.tighten.trimming import trimmed
from advocacy_lint.checks import worth
from advocacy_lint.checks.lead import counted
from advocacy_lint.languages import Language
from advocacy_lint.model import BORDER, PostReport, Span
from advocacy_lint.text import Analysis, analyse
from advocacy_lint.text.statements import statements

# A statement stays from here on (log-odds); one that another leans on may be worth less.
STAYS = -1.6
# In a draft that is to be posted as it is (a score of 50 on) most of it is the writer's to keep: only what says nothing for certain goes.
STAYS_IN_A_GOOD_ONE = -3.2
LEANED_ON = -2.6
NEWS = -2.6
_OPENING = 2
# The best one goes first if it is worth this.
LEADS = -1.5
_BRACKET = re.compile(r"\[[^\[\]\n]*\]")
_POINTING = frozenset("it this them these those den dem dette disse".split())
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”„«»)\]]+")


class _Statement(Struct, frozen=True):
    """A statement while it is decided what to do with it."""

    span: Span
    before: str
    gap: str
    new: str
    row: list[float]
    stays: float
    best: float
    findings: int
    fact: bool
    hangs: bool  # it points back, at its beginning or further in
    special: bool  # a bracket, a link alone, a row of hashtags
    asks: bool  # a reader can answer it
    keep: bool = False


class Steps(Struct, frozen=True):
    """What is to be done to a draft: which statements go, which lose words, and whether the best one goes first."""

    cuts: frozenset[int]
    trims: frozenset[int]
    promote: bool

    def each(self, worths: Sequence[float] | Mapping[int, float]) -> list[Steps]:
        """Return the steps one by one, what is worth least first."""
        cuts = [Steps(frozenset((index,)), frozenset(), False) for index in sorted(self.cuts, key=lambda index: worths[index])]
        trims = [Steps(frozenset(), frozenset((index,)), False) for index in sorted(self.trims)]
        return [*trims, *cuts, *([Steps(frozenset(), frozenset(), True)] if self.promote else [])]

    def parts(self) -> list[Steps]:
        """Return the steps one by one."""
        return self.each(dict.fromkeys(self.cuts, 0.0))

    def without(self, other: Steps) -> Steps:
        """Return these steps but those of another."""
        return Steps(self.cuts - other.cuts, self.trims - other.trims, self.promote and not other.promote)

    def and_(self, other: Steps) -> Steps:
        """Return both."""
        return Steps(self.cuts | other.cuts, self.trims | other.trims, self.promote or other.promote)


NO_STEPS = Steps(frozenset(), frozenset(), False)


class Choice:
    """A draft taken apart, and the steps that would tighten it."""

    def __init__(self, body: str, report: PostReport, language: Language) -> None:
        self._report = report
        self._items = _taken_apart(body, analyse(body, language), report)
        keep = _kept(self._items, STAYS if report.score is None or report.score < BORDER else STAYS_IN_A_GOOD_ONE)
        self.worths = [item.stays for item in self._items]
        self.steps = Steps(
            frozenset(index for index, stays in enumerate(keep) if not stays),
            frozenset(index for index, item in enumerate(self._items) if keep[index] and item.new != item.before),
            True,
        )

    def best(self) -> Span | None:
        """Return the statement worth most of those that stay, where it is worth beginning with."""
        able = [item for index, item in enumerate(self._items) if index not in self.steps.cuts and not item.special]
        found = max(able, key=lambda item: item.best, default=None)
        return found.span if found is not None and found.best >= LEADS else None

    def parts(self, steps: Steps) -> list[Part]:
        """Return what becomes of each statement by some steps."""
        items = [
            replace(item, keep=index not in steps.cuts, new=item.new if index in steps.trims else item.before)
            for index, item in enumerate(self._items)
        ]
        return _parts(items, _ordered(items, steps.promote), self._report)


def neutral(row: list[float]) -> list[float]:
    """Return the signals of a statement without those of its place: what stays may not depend on what else has gone."""
    row = list(row)
    for name in ("first", "second", "last"):
        row[worth.SIGNALS.index(name)] = 0.0
    row[worth.SIGNALS.index("place")] = 0.5
    return row


def _taken_apart(body: str, analysis: Analysis, report: PostReport) -> list[_Statement]:
    spans = statements(analysis)
    places = {(span.start, span.end) for each in report.findings if each.level != "info" and each.excerpt for span in each.spans}
    asked = [span for each in report.strengths if each.dimension == "purpose" for span in each.spans]
    counts = counted(spans, places)
    reader, learned = worth.reader_of(analysis.language), worth.table()
    rows = [neutral(row) for row in reader.signals(analysis, spans, counts)]
    items = []
    for index, (span, row) in enumerate(zip(spans, rows, strict=True)):
        before = body[span.start : span.end]
        new = trimmed(before, span, report, analysis)
        stays, best = worth.weighed(learned.stays, row), worth.weighed(learned.best, row)
        if new != before:
            stays = max(stays, _again(new, analysis.language, learned.stays))
        white = body[spans[index - 1].end : span.start] if index else ""
        items.append(
            _Statement(
                span,
                before,
                gap_of(white),
                new,
                row,
                stays,
                best,
                counts[index],
                _holds_fact(analysis, span),
                _hangs(row, analysis, span),
                _is_special(before),
                any(span.start < end and start < span.end for start, end in asked),
            )
        )
    return items


def _again(text: str, language: Language, weights: Sequence[float]) -> float:
    """Return what a trimmed statement is worth by itself."""
    analysis = analyse(text, language)
    row = worth.reader_of(language).signals(analysis, [Span(0, len(text))], [0])[0]
    return worth.weighed(weights, neutral(row))


def _holds_fact(analysis: Analysis, span: Span) -> bool:
    """Say whether a statement has a number, or a capital inside it."""
    begun = False
    for index in _inside(analysis, span):
        kind = analysis.kinds[index]
        if kind == "number" or begun and kind == "capital":
            return True
        begun = begun or kind in ("word", "capital")
    return False


def _hangs(row: Sequence[float], analysis: Analysis, span: Span) -> bool:
    """Say whether a statement points back: at its beginning, or with an “it” further in."""
    if worth.leans(row):
        return True
    return not _POINTING.isdisjoint(analysis.tokens[index][1] for index in _inside(analysis, span))


def _inside(analysis: Analysis, span: Span) -> range:
    """Return the numbers of the tokens that begin inside a statement."""
    return range(bisect_left(analysis.starts, span.start), bisect_left(analysis.starts, span.end))


def _is_special(text: str) -> bool:
    rest = _URL.sub("", _BRACKET.sub("", text)).strip()
    return not any(letter.isalnum() for letter in rest) or all(word.startswith("#") for word in rest.split())


def _kept(items: Sequence[_Statement], stays: float) -> list[bool]:
    """Return which statements stay: those worth so much."""
    keep = [item.special and not item.before.lstrip().startswith("#") or item.stays >= stays for item in items]
    for index in range(len(items) - 1, 0, -1):
        # What a kept statement leans on stays with it, unless it says nothing at all.
        if keep[index] and worth.leans(items[index].row) and not keep[index - 1] and items[index - 1].stays >= min(LEANED_ON, stays):
            keep[index - 1] = True
    told = False
    for index, item in enumerate(items):
        told = keep[index] and item.best >= LEADS or told and _goes_on(item)
        keep[index] = keep[index] or told
        keep[index] = keep[index] or item.asks and not item.findings
    for index, item in enumerate(items[:_OPENING]):
        # What the post is about is mostly said first: a name or a number there stays at a lower price.
        keep[index] = keep[index] or item.fact and not item.special and item.stays >= NEWS
    solid = [index for index, item in enumerate(items) if keep[index] and not item.special]
    if not any(items[index].fact for index in solid):
        # The news itself stays, however it is told.
        news = [index for index, item in enumerate(items) if item.fact and not item.special]
        if news:
            keep[max(news, key=lambda index: items[index].stays)] = True
    if not any(keep[index] and not item.special for index, item in enumerate(items)):
        return [True] * len(items)
    return keep


def _goes_on(item: _Statement) -> bool:
    """Say whether a statement may be the end of what has just been told: in its paragraph, and with nothing to say against it."""
    return not (item.special or item.findings or "\n" in item.gap) and item.stays >= worth.GOES_ON


def _ordered(items: Sequence[_Statement], promote: bool) -> list[int]:
    """Return the kept statements in their new order: the best first with what leans on it, links last."""
    kept = [index for index, item in enumerate(items) if item.keep]
    plain = [index for index in kept if not items[index].special]
    last = [index for index in kept if items[index].special]
    if not promote:
        return kept
    if len(plain) < 2:
        return plain + last
    best = max(plain, key=lambda index: items[index].best)
    if (
        best == plain[0]
        or items[best].best < LEADS
        or items[best].hangs
        and worth.leans(items[best].row)
        or _is_told_in_order(items, plain, best)
    ):
        return plain + last
    moved = [best]
    for index in range(best + 1, len(items)):
        if not items[index].keep or items[index].special or not items[index].hangs:
            break
        moved.append(index)
    return [*moved, *(index for index in plain if index not in moved), *last]


def _is_told_in_order(items: Sequence[_Statement], plain: Sequence[int], best: int) -> bool:
    """Say whether what stands before the best statement is itself worth reading: then it is a story, and its order is its own."""
    before = [items[index] for index in plain if index < best]
    return sum(item.best >= LEADS - 1 for item in before) * 2 > len(before)


def _parts(items: Sequence[_Statement], order: Sequence[int], report: PostReport) -> list[Part]:
    place = {index: number for number, index in enumerate(order)}
    straight = sorted(order)
    front = {index for number, index in enumerate(order) if index > min(order[number:])} if list(order) != straight else set()
    parts = []
    for index, item in enumerate(items):
        part = Part(item.span.start, item.span.end, item.before, "", CUT, gap=item.gap)
        if index not in place:
            link = _URL.search(item.before)
            why = reason(item.before, item.span, item.row, report)
            parts.append(replace(part, reason=why) if link is None else _link_only(part, link[0], why, len(items) + index))
            continue
        op = MOVED if index in front else TRIMMED if item.new != item.before else KEPT
        why = reason(item.before, item.span, item.row, report) if op == TRIMMED else ""
        parts.append(replace(part, after=item.new, op=op, reason=why, order=place[index]))
    return parts


def _link_only(part: Part, link: str, why: str, order: int) -> Part:
    """Return a statement of which only the link stays, at the end."""
    return replace(part, after=link, op=TRIMMED, reason=why, gap="\n\n", order=order)
