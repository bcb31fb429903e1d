"""Cut a text into tokens, and find where its sentences end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, compress
from operator import add, itemgetter

from advocacy_lint.languages import Language
from advocacy_lint.model import Span, Token
from advocacy_lint.text.marks import keep
from advocacy_lint.text.words import BREAK, ENDERS, SPACE, Vocabulary, normalise, pieces

_CLOSERS = frozenset("\"“”«»')]*_’")
_WORDLIKE = frozenset(("word", "capital", "abbreviation"))
# End marks with nothing before the next token or line.
_PLAIN_ENDS = frozenset((". ", "! ", "? ", ".", "!", "?"))
# Tokens that begin a sentence after an end mark, whatever they are.
_BEGINNINGS = frozenset(("word", "capital", "number"))
_start_of = itemgetter(0)


def cut(
    text: str, language: Language, start: int, stop: int, muted: Sequence[Span], vocabulary: Vocabulary
) -> tuple[list[Token], list[int]]:
    """Return the tokens, and after how many tokens each sentence ends.

    The pieces of a text become tokens all at once; only what may end a sentence, and what is muted, is looked at one by one.
    """
    parts = pieces(text, start, stop)
    if not parts:
        return [], []
    kinds, norms, flags, meanings, lengths, special, marks = zip(*map(vocabulary.__getitem__, parts), strict=True)
    keep(text, start, stop, marks)
    starts = list(accumulate(map(len, parts), initial=start))
    found = list(zip(starts, map(add, starts, lengths), kinds, norms, flags, meanings, strict=False))
    hidden = _hidden(starts, len(parts), muted)
    return _Cutter(text, language, start, stop, vocabulary, found).cut(parts, _looked_at(special, hidden), hidden)


def _hidden(starts: list[int], count: int, muted: Sequence[Span]) -> frozenset[int]:
    """Return the indexes of muted pieces."""
    if not muted:
        return frozenset()
    each = (range(bisect_left(starts, span.start), bisect_left(starts, span.end, 0, count)) for span in muted)
    return frozenset(chain.from_iterable(each))


def _looked_at(special: Sequence[bool], hidden: frozenset[int]) -> Iterable[int]:
    """Return the indexes of special and of muted pieces, in order."""
    found = compress(range(len(special)), special)
    return sorted(hidden.union(found)) if hidden else found


def in_spans(offset: int, spans: Sequence[Span]) -> bool:
    """Say whether an offset lies in one of some sorted, disjoint spans."""
    index = bisect_right(spans, offset, key=_start_of)
    return index > 0 and offset < spans[index - 1][1]


class _Cutter:
    """Takes the tokens that may end a sentence, and those after an end mark, until it is clear whether they do.

    All tokens lie there from the beginning; what is none (white space, the full stop of an abbreviation) is dropped at the end.
    """

    def __init__(self, text: str, language: Language, start: int, stop: int, vocabulary: Vocabulary, tokens: list[Token]) -> None:
        self._tokens = tokens
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

    def cut(self, parts: Sequence[str], looked_at: Iterable[int], hidden: frozenset[int]) -> tuple[list[Token], list[int]]:
        """Return the tokens, and after how many of them each sentence ends; `parts` are the pieces that they are made of."""
        tokens, count = self._tokens, len(parts)
        for index in looked_at:
            if index < self._next:
                continue
            if parts[index] in _PLAIN_ENDS and self._next < index < count - 1 and not hidden and self._plain_end(index, parts):
                continue
            self._take(index, index in hidden)
            while self._pending and self._next < count:
                self._take(self._next, self._next in hidden)
        kept = count - len(self._dropped)
        if kept and (not self._ends or self._ends[-1] != kept):
            self._ends.append(kept)
        if not self._dropped:
            return tokens, self._ends
        keep = bytearray(b"\1") * count
        for index in self._dropped:
            keep[index] = 0
        return list(compress(tokens, keep)), self._ends

    def _plain_end(self, index: int, parts: Sequence[str]) -> bool:
        """Take an end mark after a word, with the line break after it, where nothing is unclear: most of them. False where it is not."""
        tokens = self._tokens
        _, _, kind, norm, _, _ = tokens[index - 1]
        if kind != "word" or norm in self._language.abbreviations:
            return False
        after = tokens[index + 1]
        if after[2] == BREAK:
            self._ends.append(index + 1 - len(self._dropped))
            self._dropped.append(index + 1)
            self._line_start = after[1]
            self._last, self._next = index, index + 2
            return True
        if after[2] not in _BEGINNINGS or parts[index][-1] != " ":
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
        kind = token[2]
        if kind == SPACE:
            self._dropped.append(index)
            return
        if kind == BREAK:
            self._break(index)
            return
        raw = self._text[token[0] : token[1]] if kind == "punct" else ""
        if self._pending and not hidden and not (kind in ("emoji", "dots") or raw in ENDERS or raw in _CLOSERS):
            if _starts_sentence(kind, self._tokens[self._last], self._language):
                self._ends.append(index - len(self._dropped))
            self._pending = False
        if kind == "dots":
            self._pending = True
            self._tokens[index] = self._token(token[0], token[1], "punct", token[3])
        elif kind == "punct":
            if raw == "." and self._joined(index):
                return
            if raw in ENDERS:
                self._pending = token[1] >= self._stop or not self._text[token[1]].isalnum()
        elif kind == "emoji" or kind == "abbreviation":
            self._pending = True
        if hidden:
            self._tokens[index] = self._token(token[0], token[1], "muted", "\0")
        self._last = index

    def _token(self, start: int, end: int, kind: str, norm: str) -> Token:
        return (start, end, kind, norm, *self._vocabulary.known_of(kind, norm))

    def _break(self, index: int) -> None:
        """End a sentence at a line break, where it does."""
        token = self._tokens[index]
        kept = index - len(self._dropped)
        if kept and kept != (self._ends[-1] if self._ends else 0):
            # Blanks before a line break belong to it.
            line_end = self._tokens[self._last][1]
            if self._pending or _line_ends(self._text, self._line_start, line_end, token[1], self._stop, token[3]):
                self._ends.append(kept)
        self._pending = False
        self._line_start = token[1]
        self._dropped.append(index)

    def _joined(self, index: int) -> bool:
        """Say whether a full stop belongs to the token before it, and make one of the two."""
        dot = self._tokens[index]
        if self._last < 0 or self._tokens[self._last][1] != dot[0]:
            return False
        before = self._tokens[self._last]
        if not _joins(before, self._language, self._text, dot[1], self._stop):
            return False
        kind = "abbreviation" if before[2] != "number" else "number"
        self._tokens[self._last] = self._token(before[0], dot[1], kind, before[3] + ".")
        self._dropped.append(index)
        self._pending = _may_end(before, self._language)
        return True


def _joins(before: Token, language: Language, text: str, after: int, stop: int) -> bool:
    """Say whether a full stop belongs to the token before it: an abbreviation or an ordinal number."""
    start, end, kind, norm, _, _ = before
    if kind in _WORDLIKE:
        if norm in language.abbreviations:
            return True
        # A single capital letter with a stop is an initial ("H. C. Andersen").
        return kind == "capital" and end - start == 1 and norm not in language.single_letters
    if kind == "number" and language.ordinal_dot and end - start <= 2:
        rest = text[after : min(after + 24, stop)].lstrip(" \u00a0")
        return rest[:1].islower() or (rest[:1].isalpha() and normalise(rest.split()[0].rstrip(".,")) in language.months)
    return False


def _may_end(before: Token, language: Language) -> bool:
    """Say whether an abbreviation may stand last in a sentence ("3 mia. kr.")."""
    return before[2] != "number" and before[3] not in language.never_last


def _starts_sentence(kind: str, last: Token, language: Language) -> bool:
    """Say whether a token of a kind begins a new sentence after one that may have ended one."""
    start, end, before, norm, _, _ = last
    if before == "abbreviation":
        if end - start == 2:  # an initial
            return False
        return kind == "capital" and norm.rstrip(".") not in language.before_names and norm not in language.never_last
    if before == "emoji":
        return kind in ("capital", "number")
    return not (kind == "word" and norm in ("…", "..", "..."))


def _line_ends(text: str, line_start: int, line_end: int, next_start: int, stop: int, gap: str) -> bool:
    """Say whether a line break ends the sentence; a hard-wrapped line does not."""
    if gap.count("\n") > 1 or next_start >= stop:
        return True
    following = text[next_start]
    if following.islower():
        return False
    return not (line_end - line_start > 60 and (following.isalpha() or following.isdigit()) and text[line_end - 1] not in ":;")
