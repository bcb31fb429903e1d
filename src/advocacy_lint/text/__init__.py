"""What a token, a sentence and a quotation is: everything is a span into the original text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from msgspec import Struct, field

from advocacy_lint.languages import Language
from advocacy_lint.model import Span, Token
from advocacy_lint.text import placeholders
from advocacy_lint.text.cutting import cut, in_spans
from advocacy_lint.text.lines import line_column, line_starts
from advocacy_lint.text.quotations import find_quotes
from advocacy_lint.text.spans import Cover
from advocacy_lint.text.speech import BARRIER, Sentence, Speech, speakers
from advocacy_lint.text.words import Vocabulary, kind_and_norm, normalise, pieces, vocabulary_of

_kind_of = itemgetter(0)


class Analysis(Struct):
    """A post cut into tokens and sentences.

    `tokens` and `sentences` cover the post. `speech` (the author's) and `quotation` (of all others) are what phrases are matched
    against: the visible tokens of each speaker, with a barrier at every sentence end and one opaque token where something is muted or
    somebody else speaks.
    """

    text: str
    language: Language
    start: int
    end: int
    tokens: list[Token]
    starts: list[int]  # of the tokens, in the text
    sentences: list[Sentence]
    speech: Speech
    quotation: Speech
    quotes: list[Span]
    words: int
    kinds: list[str]  # of the tokens, in order
    extra_names: frozenset[str] = frozenset()
    placeholders: Sequence[Span] = ()  # brackets that somebody should have filled in: muted
    _met: frozenset[str] | None = None
    _starts: list[int] = field(default_factory=list)
    _letters: dict[int, int] = field(default_factory=dict)
    _covers: dict[frozenset[str], Cover] = field(default_factory=dict)

    @property
    def kinds_met(self) -> frozenset[str]:
        """The kinds that there are: a look at this spares most counting."""
        if self._met is None:
            self._met = frozenset(self.kinds)
        return self._met

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset (-1 where there is none)."""
        if not self._starts:
            self._starts = [sentence.start for sentence in self.sentences]
        return bisect_right(self._starts, offset) - 1

    def tokens_between(self, start: int, end: int) -> range:
        """Return the numbers of the tokens that begin in a stretch of the text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def in_quote(self, offset: int) -> bool:
        """Say whether somebody else than the author speaks at an offset."""
        return bool(self.quotes) and in_spans(offset, self.quotes)

    def first_letter(self, sentence: int) -> int:
        """Return where the first letter or figure of a sentence stands, its end where it has none; looked for once."""
        found = self._letters.get(sentence)
        if found is None:
            start, end = self.sentences[sentence].start, self.sentences[sentence].end
            found = self._letters[sentence] = next((at for at in range(start, end) if self.text[at].isalnum()), end)
        return found

    def cover(self, kinds: frozenset[str]) -> Cover:
        """Return where the tokens of some kinds stand, worked out once."""
        found = self._covers.get(kinds)
        if found is None:
            each = zip(self.tokens, self.starts, strict=True)
            found = self._covers[kinds] = Cover((start, start + token[4]) for token, start in each if token[0] in kinds)
        return found


def analyse(
    text: str,
    language: Language,
    start: int = 0,
    end: int | None = None,
    muted: Sequence[Span] = (),
    names: frozenset[str] = frozenset(),
    vocabulary: Vocabulary | None = None,
    seams: Sequence[Span] = (),
) -> Analysis:
    """Cut a post into tokens, sentences and the two streams that rules read; `vocabulary` knows what its words mean to somebody."""
    stop = len(text) if end is None else end
    # Front matter is nobody's words: sentences are counted, and marks of quotation paired, from where the post begins.
    begin = max(start, min(muted[0].end, stop)) if muted and muted[0].start <= start else start
    muted = [span for span in muted if span.end > begin]
    quotes = find_quotes(text, begin, stop)
    open_brackets = placeholders.find(text, begin, stop, muted, quotes)
    if open_brackets:
        muted = sorted([*muted, *open_brackets])
    known = vocabulary_of(language.code) if vocabulary is None else vocabulary
    tokens, starts, ends = cut(text, language, begin, stop, muted, known)
    kinds = list(map(_kind_of, tokens))
    sentences, author, quoted = speakers(tokens, starts, kinds, ends, quotes, seams)
    count = sum([sentence.words for sentence in sentences])
    return Analysis(text, language, start, stop, tokens, starts, sentences, author, quoted, quotes, count, kinds, names, open_brackets)


__all__ = [
    "BARRIER",
    "Analysis",
    "Sentence",
    "Speech",
    "Vocabulary",
    "analyse",
    "find_quotes",
    "kind_and_norm",
    "line_column",
    "line_starts",
    "normalise",
    "pieces",
    "vocabulary_of",
]
