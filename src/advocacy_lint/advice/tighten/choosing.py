"""Which statements of a draft stay, which go, which is the first: by what each is worth where it stands and after it is trimmed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.advice.kinds import kind_of
from advocacy_lint.advice.tighten.parts import CUT, KEPT, MOVED, TRIMMED, Part, spaced
from advocacy_lint.advice.tighten.reasons import reason, why_trimmed
from advocacy_lint.advice.tighten.sender import is_known, named
from advocacy_lint.advice.tighten.statement import POINTING, URL, Statement, taken_apart
from advocacy_lint.checks import worth
from advocacy_lint.languages import Language
from advocacy_lint.model import BORDER, PostReport, Span
from advocacy_lint.text import analyse

# A statement stays from here on (log-odds); one that another leans on may be worth less.
STAYS = -1.8
# In a draft that is to be posted as it is (a score of 50 on) most of it is the writer's to keep: only what says nothing for certain goes.
STAYS_IN_A_GOOD_ONE = -3.2
LEANED_ON = -2.6
# Among the first statements a fact may be worth less: where nothing is said against it, less still. The first of them is mostly what the
# post is about, and without it the rest would be about nothing.
FACT, PLAIN_FACT, NEWS = -2.6, -3.4, -6.0
_OPENING = 2
# And so many statements in, it may still be said.
_FAR_IN = 4
# A statement of fewer words is no news.
_SAYS_SOMETHING = 5
# Where to write: whoever is invited needs it, whatever kind of post it stands in.
_ADDRESS = re.compile(r"\w@\w")
_JOB = "job"
_OFFERS = frozenset((_JOB, "ahead"))
_WORD = re.compile(r"[^\W\d_]+")
_ON = re.compile(r"(?:og|eller|men|and|or|but)\b", re.IGNORECASE)
_LINE = re.compile(r"[-–•*·✓✅]|\d+[.)]|[\U0001f000-\U0001faff☀-➿]")
_SIGNPOST = re.compile(r"(?:\s*[👉👇⬇➡]\ufe0f?[\U0001f3fb-\U0001f3ff]?)+\s*\Z")
# The best one goes first if it is worth this; or this, and so much more than the one that stands first.
LEADS = -1.3
_LEADS_BY_FAR, _FAR = -1.8, 4.0


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
        self._items = taken_apart(body, analyse(body, language), report)
        stays = STAYS if report.score is None or report.score < BORDER else STAYS_IN_A_GOOD_ONE
        kind = kind_of(body, language.code)
        keep = _kept(self._items, stays)
        if kind in _OFFERS:
            _keep_offers(self._items, keep, kind, language.code)
        self.worths = [item.stays for item in self._items]
        self.steps = Steps(
            frozenset(index for index, stays in enumerate(keep) if not stays),
            frozenset(index for index, item in enumerate(self._items) if keep[index] and item.new != item.before),
            # Who offers a job says so first: told behind a story it would be a vacancy in disguise. A good draft has an order of its own.
            (stays == STAYS or self._items[0].findings > 0) and kind != _JOB,
        )

    def best(self) -> Span | None:
        """Return the statement worth most of those that stay, where it is worth beginning with."""
        able = [item for index, item in enumerate(self._items) if index not in self.steps.cuts and _may_lead(item) and not item.asks]
        found = max(able, key=lambda item: item.best, default=None)
        return found.span if found is not None and found.best >= LEADS else None

    def parts(self, steps: Steps) -> list[Part]:
        """Return what becomes of each statement by some steps."""
        items = [
            replace(item, keep=index not in steps.cuts, new=item.new if index in steps.trims else item.before)
            for index, item in enumerate(self._items)
        ]
        items = _without_signposts(_with_sender(items, self._report.language))
        return _parts(items, _ordered(items, steps.promote), self._report)


def _kept(items: Sequence[Statement], stays: float) -> list[bool]:
    """Return which statements stay: those worth so much, and those that say where to write."""
    keep = [item.special and not item.before.lstrip().startswith("#") or item.stays >= stays for item in items]
    for index in range(len(items) - 1, 0, -1):
        # What a kept statement leans on stays with it, unless it says nothing at all.
        before = items[index - 1]
        if keep[index] and items[index].leans and not keep[index - 1] and before.sender is None and before.stays >= min(LEANED_ON, stays):
            keep[index - 1] = True
    told = False
    for index, item in enumerate(items):
        told = keep[index] and item.best >= LEADS or told and _goes_on(item)
        keep[index] = keep[index] or told
        keep[index] = keep[index] or item.asks and not item.findings or bool(index) and keep[index - 1] and _asks_on(items[index - 1], item)
        keep[index] = keep[index] or _ADDRESS.search(item.before) is not None
    _keep_news(items, keep)
    _keep_lists(items, keep)
    solid = [index for index, item in enumerate(items) if keep[index] and not item.special]
    if not any(items[index].fact for index in solid):
        # The news itself stays, however it is told.
        news = [index for index, item in enumerate(items) if item.fact and not item.special]
        if news:
            keep[max(news, key=lambda index: items[index].stays)] = True
    _let_go_what_hangs_on_nothing(items, keep)
    if not any(keep[index] and not item.special for index, item in enumerate(items)):
        return [True] * len(items)
    return keep


def _keep_news(items: Sequence[Statement], keep: list[bool]) -> None:
    """Keep what the post is about, which is mostly said first, or right behind the best statement where that has gone first.

    A name or a number there stays at a lower price, and the first of them at the lowest.
    """
    told = _told_with_best(items)
    opening = [index for index, item in enumerate(items) if index not in told and not item.special and (index or not _points_ahead(item))]
    near = _OPENING if told.start else 1
    able = (index for index in opening[:_FAR_IN] if keep[index] or not items[index].wrong and not (index and items[index].leans))
    first = next((index for index in able if items[index].fact and _says_something(items[index])), -1)
    for index in {*opening[:near], *((first,) if first >= 0 else ())}:
        item = items[index]
        least = NEWS if index == first else FACT if item.findings else PLAIN_FACT
        keep[index] = keep[index] or item.fact and item.stays >= least


def _points_ahead(item: Statement) -> bool:
    """Say whether a first statement only promises what comes after it (“I can finally tell you about it”)."""
    words = _WORD.findall(item.before)
    return bool(words) and words[-1].casefold() in POINTING


def _asks_on(before: Statement, item: Statement) -> bool:
    """Say whether a question goes on from the one before (“… And who looks up?”), in a list of them."""
    return all(each.before.rstrip().endswith("?") and not each.findings for each in (before, item)) and _ON.match(item.before) is not None


def _keep_lists(items: Sequence[Statement], keep: list[bool]) -> None:
    """Keep what opens a list with its lines: those that hold a fact where no other stays, and itself where one of them does."""
    for index, item in enumerate(items):
        if item.special or not item.before.rstrip().endswith(":"):
            continue
        end = index + 1
        while end < len(items) and "\n" in items[end].gap and _LINE.match(items[end].before):
            end += 1
        lines = range(index + 1, end)
        if keep[index] and lines and not any(keep[line] for line in lines):
            for line in lines:
                keep[line] = items[line].fact and not items[line].wrong and items[line].stays >= NEWS
            keep[index] = any(keep[line] for line in lines)
        keep[index] = keep[index] or any(keep[line] for line in lines)


def _keep_offers(items: Sequence[Statement], keep: list[bool], kind: str, language: str) -> None:
    """Keep what is offered: an advert without its jobs offers none, an invitation without its terms invites nobody."""
    for index, item in enumerate(items):
        keep[index] = keep[index] or item.fact and not item.wrong and item.stays >= NEWS and kind_of(item.before, language) == kind


def _says_something(item: Statement) -> bool:
    return len(item.new.split()) >= _SAYS_SOMETHING


def _told_with_best(items: Sequence[Statement]) -> range:
    """Return the best statement, where it is worth beginning with, and those that go on from it."""
    best = max((index for index, item in enumerate(items) if _may_lead(item)), key=lambda index: items[index].best, default=-1)
    if best < 0 or items[best].best < _LEADS_BY_FAR:
        return range(0)
    end = best + 1
    while end < len(items) and (items[end].hangs or _goes_on(items[end])):
        end += 1
    return range(best, end)


def _let_go_what_hangs_on_nothing(items: Sequence[Statement], keep: list[bool]) -> None:
    """Let the first statement go too where it points back at one that has gone, and holds no fact (“It is the word for how I feel”)."""
    first = next((index for index, stays in enumerate(keep) if stays and not items[index].special), 0)
    item = items[first]
    if first and item.leans and not item.fact and item.best < LEADS:
        keep[first] = False


def _with_sender(items: list[Statement], language: str) -> list[Statement]:
    """Return statements with the sender's name where a sentence that held only that has gone: behind the first “we” of what is left.

    The sentence stays after all where there is no such “we”: a post may not lose who it is from. What a finding is in carries no name.
    """
    for index, item in enumerate(items):
        if item.keep or item.sender is None:
            continue
        kept = [number for number, other in enumerate(items) if other.keep]
        links = [link[0] for other in items if (link := URL.search(other.before))]
        if any(is_known(item.sender, text) for text in (*(items[number].new for number in kept), *links)):
            continue
        places = ((number, named(items[number].new, item.sender, language)) for number in kept if not items[number].findings)
        found = next(((number, new) for number, new in places if new), None)
        if found:
            items[found[0]] = replace(items[found[0]], new=found[1])
        elif not item.findings:
            items[index] = replace(item, keep=True)
    return items


def _without_signposts(items: Sequence[Statement]) -> list[Statement]:
    """Return statements without the hand that points at a next one which has gone (“… our report 👇”)."""
    gone = [not other.keep for other in items[1:]]
    return [
        replace(item, new=bare) if last and item.keep and (bare := _SIGNPOST.sub("", item.new)) else item
        for item, last in zip(items, [*gone, False], strict=True)
    ]


def _may_lead(item: Statement) -> bool:
    """Say whether a statement may go first: a sentence, none of hashtags or links, and nothing is said against it as it then stands."""
    return item.whole and not item.special and (not item.findings or item.new != item.before)


def _goes_on(item: Statement) -> bool:
    """Say whether a statement may be the end of what has just been told: in its paragraph, and with nothing to say against it."""
    return not (item.special or item.findings or item.empty or "\n" in item.gap) and item.stays >= worth.GOES_ON


def _ordered(items: Sequence[Statement], promote: bool) -> list[int]:
    """Return the kept statements in their new order: the best first with what leans on it or ends it, links last."""
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
        and (items[best].best < _LEADS_BY_FAR or items[best].best < items[plain[0]].best + _FAR)
        or not _may_lead(items[best])
        or items[best].hangs
        and items[best].leans
        or _is_told_in_order(items, plain, best)
    ):
        return plain + last
    first = best
    while first and items[first].hangs and "\n" not in items[first].gap and items[first - 1].keep and not items[first - 1].special:
        first -= 1  # who “she” is stands in the sentence before
    if first == plain[0]:
        return plain + last
    moved = list(range(first, best + 1))
    for index in range(best + 1, len(items)):
        item = items[index]
        if not item.keep or item.special or not (item.hangs or _goes_on(item)):
            break
        moved.append(index)
    return [*moved, *(index for index in plain if index not in moved), *last]


def _is_told_in_order(items: Sequence[Statement], plain: Sequence[int], best: int) -> bool:
    """Say whether what stands before the best statement is itself worth reading: then it is a story, and its order is its own."""
    before = [items[index] for index in plain if index < best]
    return sum(item.best >= LEADS - 1 for item in before) * 2 > len(before)


def _parts(items: Sequence[Statement], order: Sequence[int], report: PostReport) -> list[Part]:
    place = {index: number for number, index in enumerate(order)}
    straight = sorted(order)
    front = {index for number, index in enumerate(order) if index > min(order[number:])} if list(order) != straight else set()
    parts = []
    for index, item in enumerate(items):
        part = Part(item.span.start, item.span.end, item.before, "", CUT, gap=item.gap)
        if index not in place:
            link = URL.search(item.before)
            why = reason(item.before, item.span, item.row, report)
            parts.append(replace(part, reason=why) if link is None else _link_only(part, link[0], why, len(items) + index))
            continue
        op = MOVED if index in front else TRIMMED if item.new != item.before else KEPT
        why = why_trimmed(item.span, report) if op == TRIMMED else ""
        parts.append(replace(part, after=item.new, op=op, reason=why, order=place[index]))
    return spaced(parts)


def _link_only(part: Part, link: str, why: str, order: int) -> Part:
    """Return a statement of which only the link stays, at the end."""
    return replace(part, after=link, op=TRIMMED, reason=why, gap="\n\n", order=order)
