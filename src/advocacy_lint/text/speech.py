"""Who speaks where: quotations, and the two streams of tokens that rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from advocacy_lint.model import Span, Token
from advocacy_lint.text.words import CLASSED, INVISIBLE

# Bounded and without the marks themselves inside, so that unclosed marks cost linear time.
_QUOTE = re.compile(
    r"""“[^“”„]{1,1500}[”“] | ”[^“”„]{1,1500}” | „[^“”„]{1,1500}[“”] | «[^«»]{1,1500}» | »[^«»]{1,1500}«
      | "[^"]{1,1500}" | (?<![^\W_])(?<![\u0300-\u036f\u00ad\u2060])['‘](?=[^\W_])[^'‘\n]{2,160}?(?<=[^\s('‘])['’](?![^\W_])
      | ^>[ ]?[^\n]{1,3000} | ^[–—-][ ]?[^\n–—]{4,600}?(?=,?[ ](?:siger|fortæller|udtaler|forklarer|lyder)[ ])""",
    re.VERBOSE | re.MULTILINE,
)
# What a quotation, or a line that is one, begins with.
_QUOTE_OPENS = re.compile("[“”„«»\"'‘>–—-]")
_LETTERS = frozenset(("word", "capital"))
_FAR = Span(1 << 60, 1 << 60)

BARRIER: Token = (0, 0, "barrier", "", 0, -1)
_BARRIERS = (BARRIER,)


class Sentence(Struct):
    """A sentence: its span, and how many words of the author (not of a quotation) it holds."""

    start: int
    end: int
    words: int = 0


class Speech(Struct):
    """The visible tokens of one speaker, and the number of the sentence that each is in."""

    tokens: list[Token] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, tokens: Sequence[Token], sentence: int) -> None:
        """Add tokens of a sentence."""
        self.tokens += tokens
        self.sentences += [sentence] * len(tokens)


def find_quotes(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of quotations: marks of any kind, quoted lines, and speech opened by a dash."""
    found: list[Span] = []
    position = start
    while (opening := _QUOTE_OPENS.search(text, position, end)) is not None:
        match = _QUOTE.match(text, opening.start(), end)
        position = (match or opening).end()
        if match is not None and "\n\n" not in match.group():
            found.append(Span(*match.span()))
    return found


def speakers(tokens: list[Token], kinds: list[str], ends: list[int], quotes: list[Span]) -> tuple[list[Sentence], Speech, Speech]:
    """Return the sentences with how many words of the author each holds, and the visible tokens of the author and of all others."""
    sentences: list[Sentence] = []
    author, quoted = Speech(), Speech()
    sharing = _Sharing(author, quoted, quotes)
    said_by_author, numbers = author.tokens, author.sentences
    plain = "muted" not in kinds
    first = 0
    for number, last in enumerate(ends):
        start, end = tokens[first][0], tokens[last - 1][1]
        if plain and sharing.is_authors(tokens[last - 1][0]):  # most sentences are the author's from end to end
            here = kinds[first:last]
            count = here.count("word") + here.count("capital")
            said = [token for token in tokens[first:last] if token[3] not in INVISIBLE]
            said.append(BARRIER)
            said_by_author += said
            numbers += [number] * len(said)
        else:
            count = sharing.share(tokens[first:last], number)
            if not sharing.reaches_beyond(end):
                author.add(_BARRIERS, number)
        if quoted.tokens and quoted.tokens[-1] is not BARRIER:
            quoted.add(_BARRIERS, number)
        sentences.append(Sentence(start, end, count))
        first = last
    return sentences, author, quoted


class _Sharing:
    """Splits sentences in which somebody is quoted, or something muted."""

    def __init__(self, author: Speech, quoted: Speech, quotes: list[Span]) -> None:
        self._author = author
        self._quoted = quoted
        self._spans: Iterator[Span] = iter((*quotes, _FAR))
        self._quote = next(self._spans)
        self._opaque = False  # the author's stream has its one token for the quotation

    def is_authors(self, last: int) -> bool:
        """Say whether no quotation is on, nor begins before the last token of a sentence, which stands at `last`."""
        return not self._opaque and last < self._quote[0]

    def reaches_beyond(self, end: int) -> bool:
        """Say whether the quotation goes on after a sentence that ends here."""
        return self._opaque and end < self._quote[1]

    def share(self, tokens: list[Token], number: int) -> int:
        """Give the tokens of a sentence to who says them; return how many words are the author's."""
        author, quoted = self._author, self._quoted
        count = 0
        for token in tokens:
            start, _, kind, norm, _, _ = token
            if start >= self._quote[1]:
                self._quote, self._opaque = next(self._spans), False
                quoted.add(_BARRIERS, number)
            if start >= self._quote[0]:
                if not self._opaque:
                    author.add([(self._quote[0], self._quote[1], "quote", "\1", CLASSED, 0)], number)
                    self._opaque = True
                if kind != "punct" or norm not in INVISIBLE:
                    quoted.add([token], number)
                continue
            if kind == "punct":
                if norm in INVISIBLE:
                    continue
            elif kind in _LETTERS:
                count += 1
            elif kind == "muted" and author.tokens and author.tokens[-1][2] == "muted":
                continue
            author.add([token], number)
        return count
