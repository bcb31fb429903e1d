"""Kind `worth`: the sentences of a draft that say least, where no other finding points at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct

from advocacy_lint.checks import worth
from advocacy_lint.checks.base import Scan, Setup
from advocacy_lint.checks.lead import Weighed, weighed_in
from advocacy_lint.model import Match, Place, Rule, Span
from advocacy_lint.text import Analysis
from advocacy_lint.text.spans import Cover
from advocacy_lint.text.statements import bare

# Fewer words than this are a cry, not a sentence.
_FEW = 3
# What a draft of fewer statements says, it says once.
_LEAST = 4
# The last statements: a question there is asked of the readers.
_ENDING = 2
_SHORT = 6
_FACTS = frozenset(("number", "mention", "url"))
_SELF = "i"  # English I and Danish I are written with a capital wherever they stand


class WorthParams(Struct, frozen=True):
    """Sentences whose log-odds of staying in an editor's version lie below `below`, at most `most` a post, the weakest first.

    Of those below `above` only the ones that hold a name, a number or a link, which are not cut; with ``plain: true`` only the ones that
    hold none.
    """

    below: float
    above: float = -99.0
    most: int = 4
    few: int = _FEW  # shorter sentences are left alone
    plain: bool = False


class Weak(Struct, frozen=True):
    """A sentence that may be marked: where it stands, what it weighs, how many words it has, and whether it names or counts anything."""

    start: int
    end: int
    stays: float
    words: int
    fact: bool

    def is_meant(self, params: WorthParams) -> bool:
        """Say whether a rule speaks of such a sentence."""
        if self.stays >= params.below or self.words < params.few:
            return False
        return not self.fact if params.plain else self.fact or self.stays >= params.above


class WeakestCheck:
    """Find the sentences of the lowest worth."""

    Params: ClassVar[type] = WorthParams
    stage: ClassVar[str] = "whole"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = rules

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for each of the weakest sentences of a post that nothing else is said about."""
        weighed = weighed_in(scan)
        if len(weighed.spans) < _LEAST:
            return
        able = _able(scan, weighed)
        for rule in self._rules:
            params: WorthParams = rule.params
            weakest = sorted((weak for weak in able if weak.is_meant(params)), key=lambda weak: weak.stays)[: params.most]
            for weak in sorted(weakest, key=lambda weak: weak.start):
                yield Match(rule, (Place(weak.start, weak.end, scan.analysis.sentence_at(weak.start)),))


def _able(scan: Scan, weighed: Weighed) -> list[Weak]:
    """Return the sentences that may be marked: not what holds a finding, a strength, the lead or somebody's words, nor what is none."""
    analysis = scan.analysis
    sentences = analysis.sentences
    said = Cover([(place.start, place.end) for place in scan.marked] + [(span.start, span.end) for span in analysis.quotes])
    lit = Cover((sentences[index].start, sentences[index].end) for index in scan.lit)
    lead = weighed.lead.span if weighed.lead else Span(-1, -1)
    last = len(weighed.spans) - _ENDING
    told = _told_on(weighed, analysis.text)
    found = []
    for index, (span, row) in enumerate(zip(weighed.spans, weighed.rows, strict=True)):
        words = worth.length(row)
        if words < _FEW or index in told or span.start <= lead.start < span.end or said.meets(*span) or lit.meets(*span):
            continue
        start, end = bare(analysis, span)
        if _is_sentence(analysis, start, end, index >= last):
            found.append(Weak(start, end, weighed.stays[index], words, _names_something(analysis, start, end)))
    return found


def _told_on(weighed: Weighed, text: str) -> set[int]:
    """Return the numbers of the statements that go on from the lead in its own paragraph: short ones are its point, not air."""
    told: set[int] = set()
    spans, lead = weighed.spans, weighed.lead
    at = next((index for index, span in enumerate(spans) if lead and span.start <= lead.span.start < span.end), len(spans))
    for index in range(at + 1, len(spans)):
        if "\n" in text[spans[index - 1].end : spans[index].start] or weighed.stays[index] < worth.GOES_ON:
            break
        if worth.length(weighed.rows[index]) <= _SHORT:
            told.add(index)
    return told


def _is_sentence(analysis: Analysis, start: int, end: int, last: bool) -> bool:
    """Say whether a statement stands by itself: no row of tags, rest of a line, head of a list, bracket, or question to the readers."""
    text = analysis.text[start:end].rstrip()
    if text.startswith("#") or text[:1].islower() or text.endswith(":") or last and text.endswith("?"):
        return False
    return not any(span.start < end and start < span.end for span in analysis.placeholders)


def _names_something(analysis: Analysis, start: int, end: int) -> bool:
    """Say whether a sentence holds a number, a link, or a capital inside it."""
    inside = analysis.tokens_between(start, end)
    if any(analysis.kinds[index] in _FACTS for index in inside):
        return True
    return any(analysis.kinds[index] == "capital" and analysis.tokens[index][1] != _SELF for index in inside[1:])
