"""How far a sheet reaches, counted before it is opened: a sheet is read as a rectangle, and one cell far away makes it one of billions.

Counted generously: whatever a reader could take for a cell is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from struct import unpack_from

from msgspec import Struct, field

from advocacy_lint.inputs import xml_tags

# A sheet with more cells is not read; nor is one counted to its end that has more.
MAX_CELLS = 5_000_000
_PLACE = re.compile(rb"""(?<!\w)r\s*=\s*["']\s*\$?([A-Za-z]{0,7})\$?(\d{0,9})""")
_ANY_CELL = re.compile(rb"<(?:[^\s<>/:]+:)?c[\s/>]")
_PLAIN_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[\s/>]')
# Records of binary workbooks: a row, cells (from a blank one to a formula's error, and one of rich text), and a sheet of the book.
_ROW, _BLANK, _LAST_CELL, _RICH, _SHEET = 0, 1, 11, 62, 156
_ERRORS = frozenset((3, 11))
_HIDDEN_ROW = 0x10
_FLAGS = 11
Cell = tuple[int, int]


class Extent(Struct):
    """How many rows and columns a sheet has; and, where that is told as well, which rows are hidden, and which cells hold an error."""

    rows: int = 0
    columns: int = 0
    hidden: set[int] = field(default_factory=set)
    wrong: set[Cell] = field(default_factory=set)

    @property
    def cells(self) -> int:
        """How many cells the sheet is read as."""
        return self.rows * self.columns


def of_xml(part: bytes) -> Extent:
    """Return how far a sheet of an .xlsx file reaches."""
    plain = _PLAIN_CELL.findall(part)
    if len(plain) == len(_ANY_CELL.findall(part)):  # as spreadsheet programs write them: seen in a tenth of the time
        columns = (column_of(letters) + 1 for letters in {letters for letters, _ in plain})
        return Extent(max((int(number) for _, number in plain), default=0), max(columns, default=0))
    found = Extent()
    row = column = 0
    for name, rest in xml_tags.opening(part):
        if name not in (b"row", b"c"):
            continue
        places = _PLACE.findall(rest)
        numbers = [int(number) for _, number in places if number]
        if name == b"row":
            row, column = max(numbers, default=row + 1), 0
            continue
        column = max([column_of(letters) + 1 for letters, _ in places if letters], default=column + 1)
        found.rows = max(found.rows, row, *numbers)
        found.columns = max(found.columns, column)
        if found.cells > MAX_CELLS:
            break
    return found


def of_binary(part: bytes) -> Extent:
    """Return how far a sheet of an .xlsb file reaches."""
    found = Extent()
    row = 0
    for kind, start, size in _records(part):
        if kind == _ROW and size >= 4:
            row = int(unpack_from("<I", part, start)[0]) + 1
            if size > _FLAGS and part[start + _FLAGS] & _HIDDEN_ROW:
                found.hidden.add(row)
        elif size >= 4 and (_BLANK < kind <= _LAST_CELL or kind == _RICH):
            column = int(unpack_from("<I", part, start)[0])
            found.rows, found.columns = max(found.rows, row), max(found.columns, column + 1)
            if kind in _ERRORS:
                found.wrong.add((row, column))
            if found.cells > MAX_CELLS:
                break
    return found


def binary_sheets(book: bytes) -> Iterator[str]:
    """Yield what the sheets of an .xlsb file's book are known by, in their order."""
    for kind, start, size in _records(book):
        if kind == _SHEET and size >= 12:
            length = min(int(unpack_from("<I", book, start + 8)[0]), (size - 12) // 2)
            yield book[start + 12 : start + 12 + 2 * length].decode("utf-16-le", "replace")


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the records of a binary part: what each is, where its content begins, and how long that is."""
    position, end = 0, len(part)
    while position < end:
        kind = part[position]
        position += 1
        if kind & 0x80 and position < end:
            kind = kind & 0x7F | part[position] << 7
            position += 1
        size = 0
        for shift in (0, 7, 14, 21):
            if position >= end:
                return
            byte = part[position]
            position += 1
            size |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield kind, position, min(size, end - position)
        position += size


def column_of(letters: bytes) -> int:
    """Return the number of a column, from 0, by its letters."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + letter - 64
    return index - 1
