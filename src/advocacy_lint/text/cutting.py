"""Cut a text into tokens, and find where its sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, compress
from operator import itemgetter
from typing import TypeVar

from advocacy_lint.languages import Language
from advocacy_lint.model import Span, Token
from advocacy_lint.text.words import BREAK, ENDERS, SPACE, Vocabulary, normalise, pieces

_CLOSERS = frozenset("\"“”«»')]*_’")
# Behind these a sentence goes on, whatever stands before: «den 3., 4. og 5. maj».
_GOES_ON = frozenset(",;")
# After one of these a word in small letters says who spoke.
_SAID_BEFORE = frozenset('"”»“«')
_WORDLIKE = frozenset(("word", "capital", "abbreviation"))
# Behind an ordinal: up to another one (12.-14. marts, 3. – 5. klasse).
_TO_AN_ORDINAL = re.compile(r"[-\u2010-\u2014][ \u00a0]?\d{1,2}\.(?!\d)")
# Tokens that begin a sentence after an end mark, whatever they are.
_BEGINNINGS = frozenset(("word", "capital", "number"))
_Item = TypeVar("_Item")
_start_of = itemgetter(0)
_is_special = itemgetter(5)


def cut(
    text: str, language: Language, start: int, stop: int, muted: Sequence[Span], vocabulary: Vocabulary
) -> tuple[list[Token], list[int], list[int]]:
    """Return the tokens, where each starts, and after how many of them each sentence ends.

    The pieces of a text are looked up all at once; only what may end a sentence, and what is muted, is looked at one by one.
    """
    parts = pieces(text, start, stop)
    found = list(map(vocabulary.__getitem__, parts))
    starts = list(accumulate(map(len, parts), initial=start))
    starts.pop()
    hidden = _hidden(starts, muted)
    special = compress(range(len(found)), map(_is_special, found))
    cutter = _Cutter(text, language, start, stop, vocabulary, found.copy(), starts)
    return cutter.cut(sorted(hidden.union(special)) if hidden else special, hidden)


def _hidden(starts: list[int], muted: Sequence[Span]) -> frozenset[int]:
    """Return the indexes of muted pieces."""
    if not muted:
        return frozenset()
    each = (range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in muted)
    return frozenset(chain.from_iterable(each))


def in_spans(offset: int, spans: Sequence[Span]) -> bool:
    """Say whether an offset lies in one of some sorted, disjoint spans."""
    index = bisect_right(spans, offset, key=_start_of)
    return index > 0 and offset < spans[index - 1][1]


def _without(items: list[_Item], dropped: Iterable[int]) -> list[_Item]:
    """Return what is left of a list without the items at some indexes, in order."""
    left: list[_Item] = []
    first = 0
    for index in dropped:
        left += items[first:index]
        first = index + 1
    left += items[first:]
    return left


class _Cutter:
    """Takes the tokens that may end a sentence, and those after an end mark, until it is clear whether they do.

    All tokens lie there from the beginning; what is none (white space, the full stop of an abbreviation) is dropped at the end.
    """

    def __init__(
        self, text: str, language: Language, start: int, stop: int, vocabulary: Vocabulary, tokens: list[Token], starts: list[int]
    ) -> None:
        self._tokens = tokens
        self._starts = starts
        self._dropped: list[int] = []  # what is no token, in order
        self._ends: list[int] = []
        self._last = -1  # the token before the next one
        self._next = 0
        self._pending = False  # an end mark was seen; closing marks may still follow
        self._text = text
        self._language = language
        self._stop = stop
        self._line_start = start
        self._vocabulary = vocabulary

    def cut(self, looked_at: Iterable[int], hidden: frozenset[int]) -> tuple[list[Token], list[int], list[int]]:
        """Return the tokens, where each starts, and after how many of them each sentence ends."""
        tokens, count = self._tokens, len(self._tokens)
        for index in looked_at:
            if index < self._next:
                continue
            if tokens[index][1] in ENDERS and self._next < index < count - 1 and not hidden and self._plain_end(index):
                continue
            self._take(index, index in hidden)
            while self._pending and self._next < count:
                self._take(self._next, self._next in hidden)
        kept = count - len(self._dropped)
        if kept and (not self._ends or self._ends[-1] != kept):
            self._ends.append(kept)
        if not self._dropped:
            return tokens, self._starts, self._ends
        return _without(tokens, self._dropped), _without(self._starts, self._dropped), self._ends

    def _end(self, index: int) -> int:
        """Return where a token ends."""
        return self._starts[index] + self._tokens[index][4]

    def _plain_end(self, index: int) -> bool:
        """Take an end mark after a word, with the line break after it, where nothing is unclear: most of them. False where it is not."""
        tokens = self._tokens
        before = tokens[index - 1]
        if before[0] != "word" or before[1] in self._language.abbreviations:
            return False
        after = tokens[index + 1][0]
        if after == BREAK:
            self._ends.append(index + 1 - len(self._dropped))
            self._dropped.append(index + 1)
            self._line_start = self._end(index + 1)
            self._last, self._next = index, index + 2
            return True
        if after not in _BEGINNINGS or self._starts[index + 1] == self._starts[index] + 1:
            return False
        self._ends.append(index + 1 - len(self._dropped))
        self._last, self._next = index, index + 1
        return True

    def _take(self, index: int, hidden: bool) -> None:
        """Look at the next token: whether a sentence ends before it, or may end with it, and whether it is one."""
        if index > self._next:
            self._last = index - 1
        self._next = index + 1
        token = self._tokens[index]
        kind = token[0]
        if kind == SPACE:
            self._dropped.append(index)
            return
        if kind == BREAK:
            self._break(index)
            return
        raw = self._text[self._starts[index] : self._end(index)] if kind == "punct" else ""
        if (
            self._pending
            and not hidden
            and not (kind in ("emoji", "dots") or raw in ENDERS or raw in _CLOSERS and not self._opens(index, raw))
        ):
            if raw not in _GOES_ON and _starts_sentence(kind, self._tokens[self._last], self._language):
                self._ends.append(index - len(self._dropped))
            self._pending = False
        if kind == "dots":
            self._pending = True
            self._become(index, self._end(index), "punct", token[1])
        elif kind == "punct":
            if raw == "." and self._joined(index):
                return
            if raw in ENDERS:
                end = self._end(index)
                self._pending = end >= self._stop or not self._text[end].isalnum()
        elif kind == "emoji" or kind == "abbreviation":
            self._pending = True
        if hidden:
            self._become(index, self._end(index), "muted", "\0")
        self._last = index

    def _opens(self, index: int, raw: str) -> bool:
        """Say whether a quotation mark opens what comes after it, whichever it is: a blank before it, none behind it."""
        start, end = self._starts[index], self._end(index)
        return raw in _SAID_BEFORE and start > 0 and self._text[start - 1].isspace() and end < self._stop and self._text[end].isalnum()

    def _become(self, index: int, end: int, kind: str, norm: str) -> None:
        """Make another token of one."""
        self._tokens[index] = (kind, norm, *self._vocabulary.known_of(kind, norm), end - self._starts[index], False)

    def _break(self, index: int) -> None:
        """End a sentence at a line break, where it does."""
        kept = index - len(self._dropped)
        after = self._end(index)
        if kept and kept != (self._ends[-1] if self._ends else 0):
            # Blanks before a line break belong to it.
            line_end = self._end(self._last)
            if self._pending or _line_ends(self._text, self._line_start, line_end, after, self._stop, self._tokens[index][1]):
                self._ends.append(kept)
        self._pending = False
        self._line_start = after
        self._dropped.append(index)

    def _joined(self, index: int) -> bool:
        """Say whether a full stop belongs to the token before it, and make one of the two."""
        if self._last < 0 or self._end(self._last) != self._starts[index]:
            return False
        before, end = self._tokens[self._last], self._end(index)
        if not _joins(before, self._language, self._text, end, self._stop):
            return False
        self._become(self._last, end, "abbreviation" if before[0] != "number" else "number", before[1] + ".")
        self._dropped.append(index)
        self._pending = _may_end(before, self._language)
        return True


def _joins(before: Token, language: Language, text: str, after: int, stop: int) -> bool:
    """Say whether a full stop belongs to the token before it: an abbreviation or an ordinal number."""
    kind, norm, _, _, length, _ = before
    if kind in _WORDLIKE:
        if length == 1 and text[after - 3 : after - 2] == "/" and not text[after : after + 2].strip().islower():
            return False  # the S of "A/S." is no abbreviation
        if norm in language.abbreviations or norm == "no" and text[after : min(after + 2, stop)].strip().isdigit():  # "No. 1"
            return True
        # A single capital letter with a stop is an initial ("H. C. Andersen").
        return kind == "capital" and length == 1 and norm not in language.single_letters
    if kind == "number" and language.ordinal_dot and length <= 2:
        rest = text[after : min(after + 24, stop)].lstrip(" \u00a0")
        if _TO_AN_ORDINAL.match(rest):
            return True
        return rest[:1].islower() or (rest[:1].isalpha() and normalise(rest.split()[0].rstrip(".,")) in language.months)
    return False


def _may_end(before: Token, language: Language) -> bool:
    """Say whether an abbreviation may stand last in a sentence ("3 mia. kr.")."""
    return before[0] != "number" and before[1] not in language.never_last


def _starts_sentence(kind: str, last: Token, language: Language) -> bool:
    """Say whether a token of a kind begins a new sentence after one that may have ended one."""
    before, norm, _, _, length, _ = last
    if before == "abbreviation":
        if length == 2:  # an initial
            return False
        return kind == "capital" and norm.rstrip(".") not in language.before_names and norm not in language.never_last
    if before == "emoji":
        return kind in ("capital", "number")
    if before == "punct" and norm in _SAID_BEFORE and kind == "word":
        return False  # “Who are you?” she said.
    return not (kind == "word" and norm in ("…", "..", "..."))


def _line_ends(text: str, line_start: int, line_end: int, next_start: int, stop: int, gap: str) -> bool:
    """Say whether a line break ends the sentence; a hard-wrapped line does not."""
    if gap.count("\n") > 1 or next_start >= stop:
        return True
    following = text[next_start]
    if following.islower():
        return False
    return not (line_end - line_start > 60 and (following.isalpha() or following.isdigit()) and text[line_end - 1] not in ":;")
