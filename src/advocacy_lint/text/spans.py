"""Questions about many spans at once, answered in logarithmic time: asked for every place of a text, a look at each would be quadratic."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


class Cover:
    """The stretches that some spans (start, end; in any order, overlapping or not) take up."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """Say whether any of the spans overlaps start..end (exclusive)."""
        index = bisect_left(self._starts, end)
        return index > 0 and self._ends[index - 1] > start


class Nest:
    """Spans that smaller ones may lie in."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # how far those up to here go

    def holds(self, start: int, end: int) -> bool:
        """Say whether start..end lies in one of the spans that is larger."""
        before = bisect_left(self._starts, start)
        upto = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end or upto > 0 and self._reach[upto - 1] > end


def meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether any of some spans that are sorted and disjoint overlaps start..end (exclusive)."""
    index = bisect_left(spans, end, key=_start_of)
    return index > 0 and spans[index - 1][1] > start


def _start_of(span: tuple[int, int]) -> int:
    return span[0]
