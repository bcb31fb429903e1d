"""Signals that a word has by itself (``@short-word``), counted a sentence at a time: what weighs words need not know their places."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from advocacy_lint.text.words import BITS


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
