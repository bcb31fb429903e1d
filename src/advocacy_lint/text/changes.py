"""From a text to what is read of it, and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from advocacy_lint.model import Edit


class Changes:
    """Where the edits of a text stand in it and in what is read, to go from the one to the other."""

    __slots__ = ("_ends", "_read_ends", "_read_starts", "_starts", "text")

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._read_starts: list[int] = []
        self._read_ends: list[int] = []
        parts: list[str] = []
        position = read = 0
        for start, end, said in edits:
            parts += (text[position:start], said)
            read += start - position
            self._starts.append(start)
            self._ends.append(end)
            self._read_starts.append(read)
            read += len(said)
            self._read_ends.append(read)
            position = end
        parts.append(text[position:])
        self.text = "".join(parts)

    def read(self, offset: int) -> int:
        """Return where an offset of the text is in what is read."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset
        return self._read_starts[at] if offset < self._ends[at] else self._read_ends[at] + offset - self._ends[at]

    def start(self, offset: int) -> int:
        """Return where something that starts at an offset of what is read starts in the text."""
        at = bisect_right(self._read_starts, offset) - 1
        if at < 0:
            return offset
        return self._starts[at] if offset < self._read_ends[at] else self._ends[at] + offset - self._read_ends[at]

    def end(self, offset: int) -> int:
        """Return where something that ends at an offset of what is read ends in the text."""
        at = bisect_left(self._read_starts, offset) - 1
        if at < 0:
            return offset
        return self._ends[at] if offset <= self._read_ends[at] else self._ends[at] + offset - self._read_ends[at]

    def touches(self, start: int, end: int) -> bool:
        """Say whether an edit lies in start..end of the text."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end
