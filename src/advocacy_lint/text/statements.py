"""Sentences as an editor cuts them: what somebody said stays whole, emoji go with what follows, hashtags at the end stand apart."""

from __future__ import annotations

import re
from bisect import bisect_left

from advocacy_lint.model import Span
from advocacy_lint.text import Analysis

# What is said in one breath; a longer quotation is taken sentence by sentence.
_LONGEST = 600
_BULLETS = frozenset("-–—•·→*")
# The number of a list's line, which belongs to what stands behind it: «1. Stå op», but not «3. december».
_NUMBER = re.compile(r"\s*\d{1,2}[.)](?:\s*\Z|[ \t\u00a0]+(?=[«“„\"]?[^\W\d_a-zæøåäöüé]))")
_TAGS = frozenset(("hashtag", "emoji", "mention"))


def statements(analysis: Analysis) -> list[Span]:
    """Return the spans of a draft's statements, in order; each holds whole sentences, or a row of hashtags."""
    found: list[Span] = []
    inside = iter((*analysis.quotes, Span(analysis.end + 1, analysis.end + 1)))
    quote = next(inside)
    hollow = False  # the last statement says nothing yet
    for sentence in analysis.sentences:
        words = analysis.text[sentence.start : sentence.end]
        empty = not any(map(str.isalnum, words)) or _NUMBER.fullmatch(words) is not None
        while quote.end <= sentence.start:
            quote = next(inside)
        said = found and quote.start < found[-1].end and sentence.end - found[-1].start <= _LONGEST
        if said or hollow:
            found[-1] = Span(found[-1].start, sentence.end)
            hollow = hollow and empty
        else:
            found.append(Span(sentence.start, sentence.end))
            hollow = empty
    return [part for span in found for part in _tags_apart(analysis, span)]


def _tags_apart(analysis: Analysis, span: Span) -> tuple[Span, ...]:
    """Return a statement, and the row of hashtags that ends it as another one."""
    first, last = bisect_left(analysis.starts, span.start), bisect_left(analysis.starts, span.end)
    at = last
    while at > first and analysis.kinds[at - 1] in _TAGS:
        at -= 1
    while at < last and analysis.kinds[at] != "hashtag":
        at += 1
    if at in (first, last) or last - at < 2 or analysis.tokens[at - 1][1] not in (".", "!", "?", "…") and analysis.kinds[at - 1] != "emoji":
        return (span,)
    before = analysis.starts[at - 1] + analysis.tokens[at - 1][4]
    return Span(span.start, before), Span(analysis.starts[at], span.end)


def bare(analysis: Analysis, span: Span) -> Span:
    """Return a statement without what only hangs on it: emoji, bullets and a list's number before it, emoji and hashtags after it."""
    first, last = bisect_left(analysis.starts, span.start), bisect_left(analysis.starts, span.end)
    if numbered := _NUMBER.match(analysis.text, span.start, span.end):
        first = bisect_left(analysis.starts, numbered.end())
    while first < last and (analysis.kinds[first] in _TAGS or analysis.tokens[first][1] in _BULLETS):
        first += 1
    while last > first and analysis.kinds[last - 1] in _TAGS:
        last -= 1
    if first == last:
        return span
    return Span(analysis.starts[first], analysis.starts[last - 1] + analysis.tokens[last - 1][4])
