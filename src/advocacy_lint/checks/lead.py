"""Kind `lead`: the draft's own best sentence, and whether it stands where nobody scrolls to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import ClassVar

from msgspec import Struct

from advocacy_lint.checks import worth
from advocacy_lint.checks.base import Scan, Setup
from advocacy_lint.model import Match, Place, Promotion, Rule, Span
from advocacy_lint.text import Analysis
from advocacy_lint.text.statements import bare, statements
from advocacy_lint.text.words import NAMED

# Fewer words than this are no sentence to begin with.
_FEW = 4
# A post of fewer statements is read whole, and one of more is no post.
_LEAST, _MOST = 2, 400

# Where a finding is in so many of the statements, a lead must be so much surer (in log-odds): most such drafts have none.
_MANY, _DOUBT = 0.2, 0.6
# A story begins with who and what it is about, not with “she” or “so”, where a sentence before says it and is worth nearly as much
# (in log-odds).
# So little less (in log-odds) is as good.
_AS_GOOD = 0.15
_NEARLY = 2.0
# So many statements back, and in so many of the first words and signs.
_FAR, _OPENING = 2, 8
_SOMEBODY = frozenset("he she his her han hun hans hendes".split())
# The same of a thing, in the first words; “it” mostly says which it was. «Den» is one where a verb follows, else it stands before a noun.
_BEGINS = 3
_SOMETHING = frozenset(("den",))
_HELPS = frozenset("have være blive stå ligge hænge ud op ned hen med på i til ikke også bare så kun".split())
# What somebody says in one breath has no more words.
_SAID = 30
_QUOTES = frozenset('"“”„»«')
# A message quotes so many letters of a sentence.
_QUOTED = 60


class LeadParams(Struct, frozen=True):
    """The lead is buried where at least so many statements stand before it, and less than `solid` of them say anything."""

    after: int = 2
    solid: float = 0.5


class Lead(Struct, frozen=True):
    """The sentence to begin with, how many stand before it, and how many of those say something."""

    span: Span
    before: int
    solid: int


class Weighed(Struct, frozen=True):
    """A draft's statements with their signals and what they weigh (log-odds of staying), and its lead; nothing where it is too short."""

    spans: Sequence[Span] = ()
    rows: Sequence[Sequence[float]] = ()
    stays: Sequence[float] = ()
    lead: Lead | None = None


def weigh(analysis: Analysis, findings: Sequence[tuple[int, int]]) -> Weighed:
    """Return what the statements of a draft are worth, and the best of them. `findings` are the places of its errors and warnings."""
    spans = statements(analysis)
    if not _LEAST <= len(spans) <= _MOST:
        return Weighed()
    learned = worth.table()
    if analysis.language.code not in learned.words:  # a plugin's: nobody has learned what is worth telling in it
        return Weighed()
    charged = counted(spans, findings)
    rows = worth.reader_of(analysis.language).signals(analysis, spans, charged)
    stays = [worth.weighed(learned.stays, row) for row in rows]
    best = [worth.weighed(learned.best, row) for row in rows]
    able = [index for index, row in enumerate(rows) if worth.length(row) >= _FEW and not _is_speech(analysis, spans[index], row)]
    doubt = _DOUBT if sum(map(bool, charged)) >= _MANY * len(charged) else 0.0
    if not able or worth.weighed(learned.draft, worth.draft_signals(best, rows)) < learned.named_from + doubt:
        return Weighed(spans, rows, stays)
    most = max(best[each] for each in able)
    index = next(each for each in able if best[each] == most or best[each] >= most - _AS_GOOD and not charged[each])  # the first of equals
    if charged[index]:  # a boast that outshines the rest is nothing to begin with, nor is what it outshines
        return Weighed(spans, rows, stays)
    if _hangs(analysis, spans[index], rows[index]):
        before = _stands(analysis, spans, rows, charged, best, index)
        index = before if before != index else _another(analysis, spans, rows, charged, best, index, able)
    solid = sum(1 for each in stays[:index] if each >= learned.kept_from)
    return Weighed(spans, rows, stays, Lead(bare(analysis, spans[index]), index, solid))


def _stands(
    analysis: Analysis, spans: Sequence[Span], rows: Sequence[Sequence[float]], charged: Sequence[int], best: Sequence[float], index: int
) -> int:
    """Return the statement before that a lead hangs on, where it stands alone and is worth nearly as much; else the same one."""
    for before in range(index - 1, max(-1, index - 1 - _FAR), -1):
        if charged[before]:
            break
        if best[index] - best[before] < _NEARLY and not _hangs(analysis, spans[before], rows[before]):
            return before
    return index


def _is_speech(analysis: Analysis, span: Span, row: Sequence[float]) -> bool:
    """Say whether a statement is a long quotation and nothing before it: as no one talks, and no way to begin."""
    return analysis.text[span[0]] in _QUOTES and worth.length(row) > _SAID


def _another(
    analysis: Analysis,
    spans: Sequence[Span],
    rows: Sequence[Sequence[float]],
    charged: Sequence[int],
    best: Sequence[float],
    index: int,
    able: Sequence[int],
) -> int:
    """Return the best statement that stands alone and is worth nearly as much, for one that speaks of a thing nobody has named."""
    if not of_something(analysis, spans[index]):
        return index
    others = [
        each for each in able if not charged[each] and best[index] - best[each] < _NEARLY and not _hangs(analysis, spans[each], rows[each])
    ]
    return max(others, key=best.__getitem__, default=index)


def _hangs(analysis: Analysis, span: Span, row: Sequence[float]) -> bool:
    """Say whether a statement says nothing without the one before (“So …”, “It …”, “… and she …”)."""
    return worth.leans(row) or _of_somebody(analysis, span) or of_something(analysis, span)


def _of_somebody(analysis: Analysis, span: Span) -> bool:
    """Say whether a statement speaks of “her” before it says who that is."""
    first = bisect_left(analysis.starts, span[0])
    opening = [token for token in analysis.tokens[first : first + _OPENING] if token[0] in ("word", "capital")]
    # The first word of a sentence has its capital anyway.
    met = (token[1] in _SOMEBODY for at, token in enumerate(opening) if token[1] in _SOMEBODY or at and token[2] & NAMED)
    return next(met, False)


def of_something(analysis: Analysis, span: Span) -> bool:
    """Say whether a statement speaks of a thing before it says which («Nu skal den have …», but «Nu skal den gamle ovn …»)."""
    first = bisect_left(analysis.starts, span[0])
    opening = [token[1] for token in analysis.tokens[first : first + _OPENING] if token[0] in ("word", "capital")]
    for at, word in enumerate(opening[1:_BEGINS], start=1):
        after = opening[at + 1] if at + 1 < len(opening) else ""
        if word in _SOMETHING and (word != "den" or after in _HELPS):
            return True
    return False


def counted(spans: Sequence[tuple[int, int]], places: Iterable[tuple[int, int]]) -> list[int]:
    """Return how many places each of some spans (sorted, disjoint) meets; places that overlap are one."""
    counts, last = [0] * len(spans), [-1] * len(spans)
    starts, ends = [span[0] for span in spans], [span[1] for span in spans]
    for start, end in sorted(places):
        for index in range(bisect_right(ends, start), bisect_left(starts, end)):
            counts[index] += start >= last[index]
            last[index] = max(last[index], end)
    return counts


def weighed_in(scan: Scan) -> Weighed:
    """Return what the statements of a post are worth, weighed once."""
    if scan.weighed is None:
        scan.weighed = weigh(scan.analysis, [(place.start, place.end) for place in scan.taken])
    return scan.weighed


def promotion(scan: Scan, weighed: Weighed) -> Promotion | None:
    """Return how a lead goes to the front; None where it points back at what stands before it, or hangs on a bullet or a number."""
    lead = weighed.lead
    if lead is None or not lead.before or worth.leans(weighed.rows[lead.before]):
        return None
    span, text = weighed.spans[lead.before], scan.analysis.text
    if text[span.start : lead.span.start].strip("*_"):
        return None
    breaks = max(text.count("\n", one.end, other.start) for one, other in pairwise(weighed.spans))
    return Promotion(Span(*span), tuple(Span(*each) for each in weighed.spans[: lead.before]), "\n" * min(breaks, 2) or " ")


class LeadCheck:
    """Find leads that are buried."""

    Params: ClassVar[type] = LeadParams
    stage: ClassVar[str] = "whole"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = rules

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match at the lead where it is buried."""
        weighed = weighed_in(scan)
        lead = weighed.lead
        if lead is None:
            return
        opening = bare(scan.analysis, weighed.spans[0])
        for rule in self._rules:
            params: LeadParams = rule.params
            if lead.before >= params.after and lead.solid < params.solid * lead.before:
                sentence = scan.analysis.sentence_at(lead.span.start)
                slots = {
                    "number": str(lead.before + 1),
                    "lead": _quoted(scan.analysis, lead.span),
                    "first": _quoted(scan.analysis, opening),
                }
                yield Match(rule, (Place(lead.span.start, lead.span.end, sentence),), 1.0, slots)


def _quoted(analysis: Analysis, span: Span) -> str:
    """Return the words of a sentence as a message quotes them: no more than fit on a line, without the full stop."""
    words = " ".join(analysis.text[span.start : span.end].split()).rstrip(".:;, ")
    if len(words) <= _QUOTED:
        return words
    return words[: words.rfind(" ", 0, _QUOTED)].rstrip(".:;, ") + " …" if " " in words[:_QUOTED] else words[:_QUOTED] + "…"
