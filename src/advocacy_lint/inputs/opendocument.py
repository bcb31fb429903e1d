"""What the values of an OpenDocument workbook (.ods) do not tell: how many cells it stands for, and which rows are hidden.

A cell or row that repeats is written once, with how often: a few bytes may stand for thousands of millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct, field

from advocacy_lint.inputs import xml_tags

_PIECES = frozenset((b"table", b"table-row", b"table-cell", b"covered-table-cell"))
_REPEATED = re.compile(rb"""\bnumber-(?:rows|columns)-repeated\s*=\s*["']\s*\+?0*(\d{1,12})""")
_NAME = re.compile(rb"""\btable:name\s*=\s*["']([^"']{1,200})["']""")
_HIDDEN = re.compile(rb"""\bvisibility\s*=\s*["'](?:collapse|filter)["']""")
_BLANKS = re.compile(rb"""(<(?:\w+:)?s\s(?:[^<>]*\s)?(?:\w+:)?c\s*=\s*["'])\d{4,}""")
_MOST_HIDDEN = 100_000


class Sheet(Struct):
    """A sheet: its name, the cells it stands for up to its last value, and its hidden rows (from 1)."""

    name: str
    cells: int = 0
    hidden: set[int] = field(default_factory=set)


class _Row(Struct):
    """A row that is being read: how often it stands there, its cells so far, and those up to the last with a value."""

    times: int = 1
    width: int = 0
    filled: int = 0
    is_hidden: bool = False


def bounded(content: bytes) -> bytes:
    """Return a workbook's content in which no number stands for thousands of millions of blanks."""
    return _BLANKS.sub(rb"\g<1>999", content)


def sheets(content: bytes) -> Iterator[Sheet]:
    """Yield the sheets of a workbook's content, in their order."""
    sheet: Sheet | None = None
    row = _Row()
    number = 1
    for kind, rest in xml_tags.opening(content):
        if kind not in _PIECES:
            continue
        repeated = _REPEATED.search(rest)
        times = int(repeated[1]) if repeated else 1
        if kind == b"table":
            if sheet is not None:
                _end(sheet, row, number)
                yield sheet
            name = _NAME.search(rest)
            sheet, row, number = Sheet(unescape(name[1].decode("utf-8", "replace")) if name else ""), _Row(0), 1
        elif kind == b"table-row" and sheet is not None:
            number = _end(sheet, row, number)
            row = _Row(times, is_hidden=_HIDDEN.search(rest) is not None)
        else:
            row.width += times
            row.filled = row.width if not rest.endswith(b"/") else row.filled
    if sheet is not None:
        _end(sheet, row, number)
        yield sheet


def _end(sheet: Sheet, row: _Row, number: int) -> int:
    """Count a row that is read, and return the number of the next."""
    sheet.cells += row.times * row.filled
    if row.is_hidden and row.filled:
        sheet.hidden.update(range(number, number + min(row.times, _MOST_HIDDEN)))
    return number + row.times
