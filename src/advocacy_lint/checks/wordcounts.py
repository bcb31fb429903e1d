"""Signals that a word has by itself (``@short-word``), counted a sentence at a time: what weighs words need not know their places."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from advocacy_lint.text.words import BITS

# Each signal has a lane of a number to be counted in, so that few additions count them all; no text has more words than a lane holds.
_LANE = 32
_SHIFTS = {name: number * _LANE for number, name in enumerate(BITS)}
_MASK = (1 << _LANE) - 1


class _Lanes(dict[int, int]):
    """What a set of signals adds to the sum; there are few sets."""

    def __missing__(self, flags: int) -> int:
        lanes = self[flags] = sum(1 << _SHIFTS[name] for name, bit in BITS.items() if flags & bit)
        return lanes


_lanes = _Lanes()


def _sum(flags: Iterable[int]) -> int:
    return sum([_lanes[each] * number for each, number in Counter(flags).items()])


class WordCounts:
    """How many of a stream's words have each signal, in all sentences or outside of some."""

    __slots__ = ("_flags", "_sentences", "_totals")

    def __init__(self, flags: Sequence[int], sentences: Sequence[int]) -> None:
        """`flags` are those of a stream's tokens, `sentences` the numbers of the sentences that they are in."""
        self._flags = flags
        self._sentences = sentences
        self._totals: dict[frozenset[int], int] = {}

    def count(self, name: str, without: Collection[int] = ()) -> int:
        """Return how many words have a signal, outside of some sentences."""
        return self._total(frozenset(without)) >> _SHIFTS[name] & _MASK

    def _total(self, without: frozenset[int]) -> int:
        """Return the sum of all lanes; few sets of sentences are asked for, each often."""
        found = self._totals.get(without)
        if found is None:
            found = self._total(_ALL) - sum([_lanes[each] for each in self._within(without)]) if without else _sum(self._flags)
            self._totals[without] = found
        return found

    def _within(self, sentences: Collection[int]) -> Iterable[int]:
        """Return the flags of the words in some sentences."""
        numbers, flags = self._sentences, self._flags
        found: list[int] = []
        for sentence in sentences:
            first = bisect_left(numbers, sentence)
            found += flags[first : bisect_left(numbers, sentence + 1, first)]
        return found


_ALL: frozenset[int] = frozenset()
