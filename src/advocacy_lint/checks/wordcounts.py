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
# Letters that abbreviations, addresses and links have, and words have not.
_NO_WORD = frozenset("./@")
_flags: dict[str, _Remembered] = {}


def is_abstract(norm: str, language: Language) -> bool:
    """Say whether a word has the ending of an abstract noun (-tion, -ment; -else, -hed)."""
    return len(norm) >= 7 and norm.endswith(language.abstract_endings) and norm not in language.not_abstract


def flags_of(norm: str, language: Language) -> int:
    """Return the bits of the signals that a word has; 0 for what is no word."""
    if not norm[:1].isalpha() or not _NO_WORD.isdisjoint(norm):
        return 0
    abstract = is_abstract(norm, language)
    return (
        1
        | (2 if len(norm) <= 6 else 0)
        | (4 if len(norm) >= language.long_word and "-" not in norm else 0)
        | (8 if abstract else 16 if len(norm) >= 7 else 0)
        | (32 if norm in language.first_person else 0)
        | (64 if norm in language.we else 0)
        | (128 if norm in language.reader else 0)
        | (256 if norm in language.negations else 0)
        | _past(norm, language)
    )


def _past(norm: str, language: Language) -> int:
    """Return the bit of a past-tense form, none for verbs that companies announce with; a regular one may be a participle."""
    if norm in language.corporate_past:
        return 0
    if norm in language.past_verbs:
        return IRREGULAR_PAST
    regular = len(norm) > 4 and norm.endswith(language.past_endings) and norm not in language.not_past
    return REGULAR_PAST if regular else 0


class _Remembered(dict[str, int]):
    """The flags of the words that have been met; texts repeat their words."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __missing__(self, norm: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        flags = self[norm] = flags_of(norm, self._language)
        return flags


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
