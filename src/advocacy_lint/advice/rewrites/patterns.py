"""Changes of a few words that hold wherever their pattern does: what the pattern looks for is the context that makes them right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Generic, TypeVar

from msgspec import Struct

from advocacy_lint.advice.rewrites.draft import CUT, REPLACE, Draft, Edit
from advocacy_lint.advice.rewrites.words import capital, like
from advocacy_lint.languages import of
from advocacy_lint.model import Place

# Marks before the first word of a sentence, emoji too.
LEAD = r"[^\w\"“„«»'‘]*"
Words = str | Callable[[re.Match[str]], str | None]


class Change(Struct, frozen=True):
    """A pattern, and what stands instead of its group ``x`` (of all of it, where it has none); a function may refuse with None.

    One of the `needles` occurs wherever the pattern does: looking for those costs next to nothing, and most sentences have none.
    """

    needles: str
    pattern: str
    words: Words
    safe: bool = True


class Opening(Struct, frozen=True):
    """How a sentence begins, after marks and emoji; one of the `needles` occurs wherever the pattern does."""

    needles: str
    pattern: str


Row = TypeVar("Row", Change, Opening)


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of a table, compiled when a text first needs it: all of them take 20 ms."""
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


# language → the module of this package that has its tables
_TABLES = {"da": "danish", "en": "english"}


def tables(language: str) -> ModuleType:
    """Return the tables of a language, imported for the first draft in it."""
    return import_module(f"advocacy_lint.advice.rewrites.{of(_TABLES, language)}")


class Needles(Generic[Row]):
    """The rows of a table, by what to look for."""

    __slots__ = ("_rows",)

    def __init__(self, table: Sequence[Row]) -> None:
        self._rows: dict[str, list[tuple[int, Row]]] = {}
        for number, row in enumerate(table):
            for needle in row.needles.split("|"):
                self._rows.setdefault(needle, []).append((number, row))

    def occurring(self, text: str) -> list[Row]:
        """Return the rows, in the order of the table, of which a needle occurs in a text in small letters."""
        rows = self._rows
        found = [row for needle in rows if needle in text for row in rows[needle]]
        return [row for _, row in sorted(dict(found).items())] if found else []


def changes(table: Needles[Change], place: Place, draft: Draft) -> Iterator[Edit]:
    """Yield what a table changes at a place."""
    sentence = draft.sentence(place.start)
    if sentence is None:
        return
    known = draft.changes.get((table, sentence.start))
    if known is None:
        known = draft.changes[table, sentence.start] = list(_all(table, draft.text[sentence.start : sentence.end], sentence.start, draft))
    for edit in known:
        if edit.start < place.end and place.start < edit.end:
            yield edit


def _all(table: Needles[Change], text: str, offset: int, draft: Draft) -> Iterator[Edit]:
    """Yield all that a table changes in a sentence."""
    for change in table.occurring(text.lower()):
        for found in compiled(change.pattern).finditer(text):
            edit = _edit(change, found, offset, draft)
            if edit is not None:
                yield edit


def _edit(change: Change, found: re.Match[str], offset: int, draft: Draft) -> Edit | None:
    words = change.words(found) if callable(change.words) else found.expand(change.words)
    if words is None:
        return None
    start, end = found.span("x") if "x" in found.re.groupindex else found.span()
    matched = found.string[start:end]
    if not matched or words and matched.isupper() and len(matched) > 3:
        return None
    start, end = start + offset, end + offset
    at_start = draft.starts_sentence(start)
    if words:
        return None if words == matched else Edit(REPLACE, start, end, like(matched, words, at_start), change.safe)
    return _cut(start, end, at_start, draft, change.safe)


def _cut(start: int, end: int, at_start: bool, draft: Draft, safe: bool) -> Edit | None:
    """Return the cut of some words; the next word takes the capital where the sentence began with them."""
    if not at_start:
        return Edit(CUT, start, end, "", safe)
    text = draft.text
    if end >= draft.analysis.end or not text[end].isalnum():
        return None
    return Edit(CUT, start, end + 1, capital(text[end]), safe)


def forms(*rows: str) -> dict[str, str]:
    """Return which word stands for which: each row is ``old new old new …``."""
    words = " ".join(rows).split()
    return dict(zip(words[::2], words[1::2], strict=True))


def by_form(table: dict[str, str], group: str = "x") -> Callable[[re.Match[str]], str | None]:
    """Return what gives the form that stands for the matched one; None where the table has none."""
    return lambda found: table.get(found[group].lower())
