"""Cuts: words or a whole sentence that can go, where nothing a reader could use goes with them."""

from __future__ import annotations

import re

from advocacy_lint.advice.rewrites.draft import CUT, Draft, Edit
from advocacy_lint.advice.rewrites.patterns import tables
from advocacy_lint.advice.rewrites.words import dropped
from advocacy_lint.model import ANY, Place, Rule, Span

# A sentence that holds one of these says something.
_FACTS = frozenset(("money", "percent", "number", "year", "name", "org", "time", "unit", "date", "quote", "mention", "url"))
# Words beside the match: a sentence with more of them says something of its own.
_BESIDE = 8
_BLANKS = " \t\u00a0"
# Behind these a sentence begins anew.
_OPENS = frozenset('"“”„»«:(')
_LIST = re.compile(r"\s*(?:[-*+•]|\d+[.)])\s*\Z")


def cut(rule: Rule, place: Place, draft: Draft) -> Edit | None:
    """Return the cut that a rule asks for at a place; None where it would take a fact along, or break the sentence."""
    what = rule.cut.get(place.pattern) or rule.cut.get(ANY)
    if what == "sentence":
        # Its words may be somebody's feeling: the author decides.
        span = draft.sentence(place.start)
        kept = span is None or says_more(place, draft) or pointed_at(span, draft)
        return None if kept else sentence_cut(place.start, draft, False)
    if what == "words":
        return dropped(place.start, place.end, draft, not rule.unsafe)
    return None


def says_more(place: Place, draft: Draft) -> bool:
    """Say whether a sentence goes on about something else than the words that matched."""
    span = draft.sentence(place.start)
    return span is not None and len(draft.text[span.start : place.start].split()) + len(draft.text[place.end : span.end].split()) > _BESIDE


def sentence_cut(offset: int, draft: Draft, safe: bool, facts: bool = False) -> Edit | None:
    """Return the cut of the sentence at an offset, with the blanks or the empty line that it would leave.

    None where it holds a name, number, date, place or link (unless its `facts` may go), where it is the only one, or a point of a list.
    """
    span = draft.sentence(offset)
    if span is None or not facts and holds_fact(span.start, span.end, draft) or not _others(span, draft):
        return None
    text, first, last = draft.text, draft.analysis.start, draft.analysis.end
    start, end = span
    while end < last and text[end] in _BLANKS:
        end += 1
    line = text.rfind("\n", first, start) + 1 or first
    before = text[line:start]
    if before and not any(letter.isalnum() for letter in before) and not _LIST.match(before):
        start, before = line, ""  # an emoji before it says nothing by itself
    if before.strip(" \t"):
        if end >= last or text[end] in "\r\n":
            start = line + len(before.rstrip(_BLANKS))
        return None if _LIST.match(before) else Edit(CUT, start, end, "", safe)
    if end < last and text[end] not in "\r\n":
        return Edit(CUT, start, end, "", safe)
    # A line of its own goes with its line break, and the empty line after it.
    start = line
    while end < last and text[end] in "\r\n \t":
        end += 1
    if end >= last:
        while start > first and text[start - 1] in "\r\n \t":
            start -= 1
        end = len(text[:end].rstrip("\r\n \t"))
    return Edit(CUT, start, end, "", safe)


def _others(span: Span, draft: Draft) -> bool:
    """Say whether a sentence with words is left."""
    return any(each.words > 1 and not span.start <= each.start < span.end for each in draft.analysis.sentences)


def holds_fact(start: int, end: int, draft: Draft) -> bool:
    """Say whether a stretch names somebody or something: a name, number, date, link, or a capital inside the sentence."""
    if any(name in _FACTS for name, _ in draft.classes(start, end)):
        return True
    analysis = draft.analysis
    first = True
    for index in analysis.tokens_between(start, end):
        kind = analysis.tokens[index][0]
        if kind in ("word", "capital"):
            if kind == "capital" and not first and analysis.tokens[index][1] != "i":  # English I, Danish I: no name
                return True
            first = False
        elif kind in ("number", "url", "mention", "muted"):
            return True
    return False


def capitals(span: Span, draft: Draft) -> list[str]:
    """Return the words with capitals inside a sentence, those in a row as one."""
    found: list[tuple[int, int]] = []
    analysis, first = draft.analysis, True
    for index in analysis.tokens_between(span.start, span.end):
        kind, norm, *_ = analysis.tokens[index]
        if kind not in ("word", "capital"):
            continue
        start, end = analysis.starts[index], analysis.starts[index] + analysis.tokens[index][4]
        first = first or start > span.start and draft.text[:start].rstrip(_BLANKS)[-1:] in _OPENS
        if kind == "capital" and not first and norm not in analysis.language.first_person and norm != "i":
            if found and draft.text[found[-1][1] : start] in (" ", " & "):
                found[-1] = found[-1][0], end
            else:
                found.append((start, end))
        first = False
    return [draft.text[start:end] for start, end in found]


def pointed_at(sentence: Span, draft: Draft) -> bool:
    """Say whether the next sentence of the paragraph points back (“It …”), or a list follows."""
    text = draft.text
    if text[sentence.start : sentence.end].rstrip().endswith(":"):
        return True
    following = text[sentence.end : sentence.end + 80]
    if "\n" in following[: len(following) - len(following.lstrip())]:
        return False
    return bool(re.compile(tables(draft.language).POINTS_BACK, re.IGNORECASE).match(following.lstrip()))
