"""Signals that a word has by itself (``@short-word``), counted a sentence at a time: what weighs words need not know their places."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
_REMEMBERED = 100_000
_flags: dict[str, dict[str, int]] = {}


def is_abstract(norm: str, language: Language) -> bool:
    """Say whether a word has the ending of an abstract noun (-tion, -ment; -else, -hed)."""
    return len(norm) >= 7 and norm.endswith(language.abstract_endings) and norm not in language.not_abstract


def flags_of(norm: str, language: Language) -> int:
    """Return the bits of the signals that a word has."""
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
    )


def remembered(language: Language) -> dict[str, int]:
    """Return the flags of the words of a language that have been met; texts repeat their words."""
    memo = _flags.setdefault(language.code, {})
    if len(memo) > _REMEMBERED:
        memo.clear()
    return memo


class WordCounts:
    """How many words of each kind every sentence holds."""

    __slots__ = ("_sentences", "_sums")

    def __init__(self, tokens: Sequence[Token], starts: Sequence[int], language: Language) -> None:
        """Count the words of a stream; `starts` are the offsets at which sentences begin."""
        memo = remembered(language)
        self._sums: dict[frozenset[int], dict[int, int]] = {}
        self._sentences: list[dict[int, int]] = [{} for _ in starts]
        if not starts:
            return
        number = 0
        counts = self._sentences[0]
        last = len(starts) - 1
        following = starts[1] if last else 1 << 60
        for start, _, kind, norm in tokens:
            if kind == "word" or kind == "capital":
                while start >= following:
                    number += 1
                    counts = self._sentences[number]
                    following = starts[number + 1] if number < last else 1 << 60
                flags = memo.get(norm)
                if flags is None:
                    flags = memo[norm] = flags_of(norm, language)
                counts[flags] = counts.get(flags, 0) + 1

    def count(self, name: str, without: Collection[int]) -> int:
        """Return how many words have a signal, outside of some sentences."""
        bit = BITS[name]
        return sum(number for flags, number in self._totals(without).items() if flags & bit)

    def _totals(self, without: Collection[int]) -> dict[int, int]:
        """Return the counts of all sentences but some; few sets of sentences are asked for, each often."""
        key = frozenset(without)
        totals = self._sums.get(key)
        if totals is None:
            totals = self._sums[key] = {}
            for index, counts in enumerate(self._sentences):
                if index not in key:
                    for flags, number in counts.items():
                        totals[flags] = totals.get(flags, 0) + number
        return totals
