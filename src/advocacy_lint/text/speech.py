"""Who speaks where: quotations, and the two streams of tokens that rules read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from advocacy_lint.model import MEANS_BARRIER, MEANS_NOTHING, Span, Token
from advocacy_lint.text.words import CLASSED, INVISIBLE

_LETTERS = frozenset(("word", "capital"))
_FAR = Span(1 << 60, 1 << 60)

BARRIER: Token = ("barrier", "", 0, MEANS_BARRIER, 0, False)


class Sentence(Struct):
    """A sentence: its span, and how many words of the author (not of a quotation) it holds."""

    start: int
    end: int
    words: int = 0


class Speech(Struct):
    """The visible tokens of one speaker, where each starts, and the number of the sentence that it is in."""

    tokens: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, token: Token, start: int, sentence: int) -> None:
        """Add a token of a sentence."""
        self.tokens.append(token)
        self.starts.append(start)
        self.sentences.append(sentence)

    def between(self, start: int, end: int) -> range:
        """Return the numbers of the tokens that begin in a stretch of the text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where tokens first..last (exclusive) start and end."""
        return self.starts[first], self.starts[last - 1] + self.tokens[last - 1][4]


def speakers(
    tokens: list[Token], starts: list[int], kinds: list[str], ends: list[int], quotes: list[Span], seams: Sequence[Span] = ()
) -> tuple[list[Sentence], Speech, Speech]:
    """Return the sentences with how many words of the author each holds, and the visible tokens of the author and of all others."""
    sentences: list[Sentence] = []
    author, quoted = Speech(), Speech()
    sharing = _Sharing(author, quoted, quotes, seams)
    said = _Said(author, tokens, starts, kinds)
    plain = "muted" not in kinds
    first = 0
    for number, last in enumerate(ends):
        start, end = starts[first], starts[last - 1] + tokens[last - 1][4]
        if plain and sharing.is_authors(starts[last - 1]):  # most sentences are the author's from end to end
            here = kinds[first:last]
            count = here.count("word") + here.count("capital")
            said.add(first, last, end, number)
        else:
            count = sharing.share(tokens[first:last], starts[first:last], number)
            if not sharing.reaches_beyond(end):
                author.add(BARRIER, end, number)
        if quoted.tokens and quoted.tokens[-1] is not BARRIER:
            quoted.add(BARRIER, end, number)
        sentences.append(Sentence(start, end, count))
        first = last
    return sentences, author, quoted


class _Said:
    """Gives whole sentences to who says them: what is visible of each, and a barrier."""

    def __init__(self, speech: Speech, tokens: list[Token], starts: list[int], kinds: list[str]) -> None:
        self._speech = speech
        self._tokens, self._starts = tokens, starts
        unseen: list[int] = []
        at = -1
        for _ in range(kinds.count("punct")):
            at = kinds.index("punct", at + 1)
            if tokens[at][1] in INVISIBLE:
                unseen.append(at)
        self._unseen = iter((*unseen, len(tokens) + 1))
        self._hole = next(self._unseen)

    def add(self, first: int, last: int, end: int, number: int) -> None:
        """Give the tokens first..last (exclusive), which end at `end`."""
        tokens, starts = self._tokens, self._starts
        said, at, numbers = self._speech.tokens, self._speech.starts, self._speech.sentences
        hole = self._hole
        while hole < first:
            hole = next(self._unseen)
        while hole < last:
            said += tokens[first:hole]
            at += starts[first:hole]
            first = hole + 1
            hole = next(self._unseen)
        self._hole = hole
        said += tokens[first:last]
        at += starts[first:last]
        said.append(BARRIER)
        at.append(end)
        numbers += [number] * (len(said) - len(numbers))


class _Sharing:
    """Splits sentences in which somebody is quoted, or something muted."""

    def __init__(self, author: Speech, quoted: Speech, quotes: list[Span], seams: Sequence[Span]) -> None:
        self._author = author
        self._quoted = quoted
        self._spans: Iterator[Span] = iter((*quotes, _FAR))
        self._quote = next(self._spans)
        self._seams: Iterator[Span] = iter((*seams, _FAR))
        self._seam = next(self._seams)
        self._opaque = False  # the author's stream has its one token for the quotation

    def is_authors(self, last: int) -> bool:
        """Say whether no quotation is on, nor begins before the last token of a sentence, which stands at `last`."""
        return not self._opaque and last < self._quote[0]

    def reaches_beyond(self, end: int) -> bool:
        """Say whether the quotation goes on after a sentence that ends here."""
        return self._opaque and end < self._quote[1]

    def share(self, tokens: list[Token], starts: list[int], number: int) -> int:
        """Give the tokens of a sentence to who says them; return how many words are the author's."""
        author, quoted = self._author, self._quoted
        count = 0
        for token, start in zip(tokens, starts, strict=True):
            kind, norm, *_ = token
            if start >= self._seam[0]:
                while start >= self._seam[1]:
                    self._seam = next(self._seams)
                if start >= self._seam[0]:
                    continue
            if start >= self._quote[1]:
                quoted.add(BARRIER, self._quote[1], number)
                self._quote, self._opaque = next(self._spans), False
            if start >= self._quote[0]:
                if not self._opaque:
                    quote_start, quote_end = self._quote
                    author.add(("quote", "\1", CLASSED, MEANS_NOTHING, quote_end - quote_start, False), quote_start, number)
                    self._opaque = True
                if kind != "punct" or norm not in INVISIBLE:
                    quoted.add(token, start, number)
                continue
            if kind == "punct":
                if norm in INVISIBLE:
                    continue
            elif kind in _LETTERS:
                count += 1
            elif kind == "muted" and author.tokens and author.tokens[-1][0] == "muted":
                continue
            author.add(token, start, number)
        return count
