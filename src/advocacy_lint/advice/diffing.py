"""What changed in a text, as a unified diff that `patch` takes, in linear time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_CONTEXT = 3
# difflib takes the square of a long text whose every other line has changed, so it is given so many lines at a time.
_PIECE = 400
# Fixes add no lines and join few: near where a piece ends in one text, it ends in the other.
_NEAR = sorted(range(-20, 21), key=abs)
Opcode = tuple[str, int, int, int, int]


def diff(path: str, before: str, after: str) -> str:
    """Return what changed between two texts of a file; nothing where they are the same."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines: list[str] = []
    for group in _Pieces(old, new).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        lines.append(f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n")
        for tag, start, stop, begin, end in group:
            if tag == "equal":
                lines += [" " + line for line in old[start:stop]]
            else:
                lines += ["-" + line for line in old[start:stop]] + ["+" + line for line in new[begin:end]]
    if not lines:
        return ""
    ended = (line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)
    below = path.lstrip("/")  # a/ and b/ stand for the root
    return f"--- a/{below}\n+++ b/{below}\n" + "".join(ended)


class _Pieces(SequenceMatcher[str]):
    """difflib's grouping of changes, which are found piece by piece."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, "", "")
        self._found = list(_joined(_opcodes(old, new)))

    def get_opcodes(self) -> list[Opcode]:  # type: ignore[override]
        return self._found


def _range(start: int, stop: int) -> str:
    """Return a range of lines as the format has it."""
    length = stop - start
    return f"{start + 1}" if length == 1 else f"{start + bool(length)},{length}"


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[Opcode]:
    """Yield how to turn one list of lines into the other, piece by piece."""
    start = begin = 0
    while start < len(old) or begin < len(new):
        stop, end = _piece(old, new, start, begin)
        for tag, one, two, three, four in SequenceMatcher(None, old[start:stop], new[begin:end]).get_opcodes():
            yield tag, one + start, two + start, three + begin, four + begin
        start, begin = stop, end


def _piece(old: Sequence[str], new: Sequence[str], start: int, begin: int) -> tuple[int, int]:
    """Return where a piece of both texts ends: where the same three lines follow, or after twice as many lines."""
    if max(len(old) - start, len(new) - begin) <= 2 * _PIECE:
        return len(old), len(new)
    for lines in range(_PIECE, 2 * _PIECE):
        following = old[start + lines : start + lines + 3]
        for shift in _NEAR:
            end = begin + lines + shift
            if following and following == new[end : end + 3]:
                return start + lines, end
    return min(len(old), start + 2 * _PIECE), min(len(new), begin + 2 * _PIECE)


def _joined(opcodes: Iterator[Opcode]) -> Iterator[Opcode]:
    """Yield opcodes with those that go on the same way made one, as the grouping of changes expects."""
    held: Opcode | None = None
    for opcode in opcodes:
        if held is not None and held[0] == opcode[0]:
            held = (held[0], held[1], opcode[2], held[3], opcode[4])
            continue
        if held is not None:
            yield held
        held = opcode
    if held is not None:
        yield held
