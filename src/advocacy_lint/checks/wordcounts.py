"""Signals that a word has by itself (``@short-word``), counted a sentence at a time: what weighs words need not know their places."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter

from advocacy_lint.languages import Language
from advocacy_lint.model import Token

BITS = {
    "@word": 1,
    "@short-word": 2,
    "@long-word": 4,
    "@abstract-noun": 8,
    "@plain-long-word": 16,
    "@first-person": 32,
    "@we": 64,
    "@reader": 128,
    "@negation": 256,
}
IRREGULAR_PAST, REGULAR_PAST = 512, 1024
PAST = IRREGULAR_PAST | REGULAR_PAST
_REMEMBERED = 100_000
_norm_of = itemgetter(3)
_WORD, _SHORT, _LONG = BITS["@word"], BITS["@short-word"], BITS["@long-word"]
_ABSTRACT, _PLAIN_LONG = BITS["@abstract-noun"], BITS["@plain-long-word"]
_flags: dict[str, _Remembered] = {}


class _Remembered(dict[str, int]):
    """The flags of the words that have been met (0 for what is no word); texts repeat their words."""

    def __init__(self, language: Language) -> None:
        self._language = language
        # Verbs that companies announce with are no past tense; a regular one may be a participle.
        self._no_regular_past = language.corporate_past | language.past_verbs | language.not_past
        self._listed: dict[str, int] = {}
        for bit, words in (
            (BITS["@first-person"], language.first_person),
            (BITS["@we"], language.we),
            (BITS["@reader"], language.reader),
            (BITS["@negation"], language.negations),
            (IRREGULAR_PAST, language.past_verbs - language.corporate_past),
        ):
            for word in words:
                self._listed[word] = self._listed.get(word, 0) | bit

    def __missing__(self, norm: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        flags = self[norm] = self._flags(norm) if norm.isalpha() or _is_word(norm) else 0
        return flags

    def _flags(self, norm: str) -> int:
        length, language = len(norm), self._language
        flags = _WORD | self._listed.get(norm, 0)
        if length <= 6:
            flags |= _SHORT
        else:
            abstract = norm.endswith(language.abstract_endings) and norm not in language.not_abstract
            flags |= _ABSTRACT if abstract else _PLAIN_LONG
            if length >= language.long_word and "-" not in norm:
                flags |= _LONG
        if length > 4 and norm.endswith(language.past_endings) and norm not in self._no_regular_past:
            flags |= REGULAR_PAST
        return flags


def _is_word(norm: str) -> bool:
    """Say whether it is a word: abbreviations, addresses and links have letters that words have not."""
    return norm[:1].isalpha() and "." not in norm and "/" not in norm and "@" not in norm


def remembered(language: Language) -> Mapping[str, int]:
    """Return the flags of any word of a language."""
    memo = _flags.get(language.code)
    if memo is None:
        memo = _flags[language.code] = _Remembered(language)
    return memo


def flags_in(tokens: Iterable[Token], language: Language) -> list[int]:
    """Return the flags of tokens, in order."""
    return list(map(remembered(language).__getitem__, map(_norm_of, tokens)))


class WordCounts:
    """How many of a stream's words have each signal, in all sentences or outside of some."""

    __slots__ = ("_flags", "_sentences", "_totals")

    def __init__(self, flags: Sequence[int], sentences: Sequence[int]) -> None:
        """`flags` are those of a stream's tokens, `sentences` the numbers of the sentences that they are in."""
        self._flags = flags
        self._sentences = sentences
        self._totals: dict[frozenset[int], dict[int, int]] = {}

    def count(self, name: str, without: Collection[int] = ()) -> int:
        """Return how many words have a signal, outside of some sentences."""
        bit = BITS[name]
        return sum([number for flags, number in self._counted(without).items() if flags & bit])

    def _counted(self, without: Collection[int]) -> dict[int, int]:
        """Return how often each set of signals occurs; few sets of sentences are asked for, each often."""
        key = frozenset(without)
        found = self._totals.get(key)
        if found is None:
            found = self._totals[key] = self._outside(key) if key else Counter(self._flags)
        return found

    def _outside(self, without: Collection[int]) -> dict[int, int]:
        found = dict(self._counted(()))
        sentences = self._sentences
        for sentence in without:
            first = bisect_left(sentences, sentence)
            for flags in self._flags[first : bisect_left(sentences, sentence + 1, first)]:
                found[flags] -= 1
        return found
