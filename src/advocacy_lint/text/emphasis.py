"""Bold and italics as Markdown has them: which stars and underscores are pairs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from msgspec import Struct

_RUN = re.compile(r"\*+|_+")
# What no pair reaches across: an empty line, the beginning of a heading, of a quotation, of a list's line.
_BLOCK = re.compile(r"\n(?=[ \t]*(?:\n|#{1,6}[ \t]|>|[-*+•][ \t]|\d{1,3}[.)][ \t]))")
# A paragraph of more marks is none.
_MOST = 200


class _Run(Struct):
    """A row of stars or underscores that is not used up yet."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool
    length: int


def pairs(text: str, start: int, end: int, skipped: Callable[[int, int], bool]) -> Iterator[tuple[int, int, int, int]]:
    """Yield of each pair where its marks begin and end; what is `skipped` is code, an address or the like."""
    position = start
    while position < end:
        found = _BLOCK.search(text, position + 1, end)
        stop = found.start() if found else end
        runs = [
            run for match in _RUN.finditer(text, position, stop)
            if not skipped(*match.span()) and (run := _run(text, match.start(), match.end(), position, stop)) is not None
        ]  # fmt: skip
        if len(runs) <= _MOST:
            yield from _paired(runs)
        position = stop + 1


def _run(text: str, start: int, end: int, first: int, last: int) -> _Run | None:
    """Return a row of marks, and whether it can open or close; None where it is letters."""
    backslashes = len(text[first:start]) - len(text[first:start].rstrip("\\"))
    if backslashes % 2:
        return None
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
    right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after))
    if left and right and before.isalnum() and after.isalnum():
        return None  # inside a word
    opens, closes = left, right
    if text[start] == "_":
        opens = left and (not right or _is_sign(before))
        closes = right and (not left or _is_sign(after))
    return _Run(start, end, text[start], opens, closes, end - start) if opens or closes else None


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"


def _paired(runs: list[_Run]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the pairs of a paragraph, as CommonMark makes them: each closing row takes the nearest that can open it."""
    open_: list[_Run] = []
    for run in runs:
        while run.closes and run.start < run.end:
            at = next((at for at in range(len(open_) - 1, -1, -1) if _fits(open_[at], run)), -1)
            if at < 0:
                break
            other = open_[at]
            del open_[at + 1 :]
            count = 2 if min(other.end - other.start, run.end - run.start) > 1 else 1
            yield other.end - count, other.end, run.start, run.start + count
            other.end -= count
            run.start += count
            if other.start == other.end:
                open_.pop()
        if run.opens and run.start < run.end:
            open_.append(run)


def _fits(opening: _Run, closing: _Run) -> bool:
    if opening.sign != closing.sign:
        return False
    either = opening.closes or closing.opens
    return not (either and (opening.length + closing.length) % 3 == 0 and (opening.length % 3 or closing.length % 3))
