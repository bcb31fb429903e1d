"""Whole sentences that can go: throat-clearing, announcements of news, greetings, bait; and what stands before a sentence of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from advocacy_lint.advice.rewrites.cuts import pointed_at, sentence_cut
from advocacy_lint.advice.rewrites.draft import CUT, REPLACE, Draft, Edit
from advocacy_lint.advice.rewrites.patterns import LEAD, Needles, Opening, compiled, tables
from advocacy_lint.advice.rewrites.words import capital
from advocacy_lint.model import Place, Span

# A sentence of more words says something after all, to some.
_MANY = 18
# Marks that go with what stands before a sentence.
_MARKS = r"[^\w\"“„«(]*"
# What “read more” is said with.
_MORE = ("mere", "more")
_SHORT = {"s": "is", "re": "are"}


@lru_cache
def _table(language: str, name: str) -> Needles[Opening]:
    return Needles(getattr(tables(language), name))


def _begins(name: str, text: str, language: str, after: str = "") -> re.Match[str] | None:
    """Return how a text begins like one of a table; its group ``x`` leaves out marks before it."""
    for opening in _table(language, name).occurring(text.lower()):
        found = compiled(rf"{LEAD}(?P<x>(?:{opening.pattern}){after})").match(text)
        if found is not None:
            return found
    return None


def empty(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return the cut of a sentence that says nothing; safe where no reader misses it."""
    if sentence.start not in draft.empty:
        draft.empty[sentence.start] = _empty(sentence, draft)
    return draft.empty[sentence.start]


def _empty(sentence: Span, draft: Draft) -> Edit | None:
    text = draft.text[sentence.start : sentence.end]
    language = draft.language
    words = _letters(text)
    if _begins("NEWS", words, language):
        return sentence_cut(sentence.start, draft, True) if _something_follows(sentence, draft) else None
    if _begins("BAIT", text, language) and _near_the_end(sentence, draft):
        return sentence_cut(sentence.start, draft, True)
    if _begins("ANYWAY", text, language):
        return sentence_cut(sentence.start, draft, True, facts=True)
    if _begins("ANYWAY_FOR_MOST", text, language):
        return sentence_cut(sentence.start, draft, False, facts=True)
    if _begins("NOT_THIS", text, language) and _begins("BUT_THAT", _following(sentence, draft), language):
        return sentence_cut(sentence.start, draft, False)
    if pointed_at(sentence, draft):
        return None
    if _begins("EMPTY", text, language):
        return sentence_cut(sentence.start, draft, len(text.split()) <= _MANY)
    if _begins("EMPTY_FOR_MOST", text, language):
        return sentence_cut(sentence.start, draft, False)
    return None


def prefix(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return the cut of what stands before a sentence of its own (“Let's be honest: …”, “Read more here: https://…”)."""
    if sentence.start not in draft.prefixes:
        draft.prefixes[sentence.start] = _prefix(sentence, draft)
    known = draft.prefixes[sentence.start]
    return known[1] if known and place.start < known[0] else None


def _prefix(sentence: Span, draft: Draft) -> tuple[int, Edit] | None:
    """Return where what stands before a sentence of its own ends, and its cut."""
    text = draft.text[sentence.start : sentence.end]
    found = _begins("PREFIXES", text, draft.language, _MARKS)
    if found and found.end() < len(text) and text[found.end()].isalpha():
        start, end = found.span("x")
        return sentence.start + found.end(), Edit(CUT, sentence.start + start, sentence.start + end + 1, capital(text[end]), True)
    if not any(each in text.lower() for each in _MORE):
        return None
    more = compiled(tables(draft.language).READ_MORE).search(text)
    if more and (more.start() == 0 or text[more.start() - 1] in " \n") and _is_first(text, more.start()):
        return sentence.start + more.end(), Edit(CUT, sentence.start + more.start(), sentence.start + more.end(), "", True)
    return None


def denial(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return “X is not A. It is B.” as “X is B.”; where X is a word that only stands for something, its denial goes."""
    if place.end <= sentence.end:
        return None
    table = tables(draft.language)
    said = compiled(rf"{LEAD}(?:{table.DENIED})\s*").fullmatch(draft.text, sentence.start, sentence.end)
    following = _following(sentence, draft)
    instead = compiled(table.SAID_INSTEAD).match(following)
    if said is None or instead is None:
        return None
    verb = instead["verb"] or _SHORT[instead["short"]]
    if said["verb"].lower() != verb.lower():
        return None
    if compiled(table.SAID_INSTEAD).match(said["x"]):
        return sentence_cut(sentence.start, draft, False)
    end = draft.text.index(following, sentence.end) + len(following)
    return Edit(REPLACE, said.start("x"), end, said["x"] + following[instead.end() :], False)


def _is_first(text: str, offset: int) -> bool:
    """Say whether nothing but signs stands before an offset."""
    return not any(letter.isalnum() for letter in text[:offset])


def _letters(text: str) -> str:
    """Return a sentence without the emoji and blanks around it."""
    return text.strip(" \n\t👋🎉🚀✨🙌👏💪🔥🥳🎊📣❤️💚💙🌟⭐🎈🏆😃😀😊🙏👇👉")


def _following(sentence: Span, draft: Draft) -> str:
    """Return the next sentence, nothing where there is none."""
    following = draft.analysis.sentence_at(sentence.start) + 1
    if following >= len(draft.analysis.sentences):
        return ""
    return draft.text[draft.analysis.sentences[following].start : draft.analysis.sentences[following].end]


def _something_follows(sentence: Span, draft: Draft) -> bool:
    return any(each.start >= sentence.end and each.words > 2 for each in draft.analysis.sentences)


def _near_the_end(sentence: Span, draft: Draft) -> bool:
    """Say whether at most two sentences with words follow."""
    return sum(each.start >= sentence.end and each.words > 1 for each in draft.analysis.sentences) <= 2
