"""Content calendars as .xlsx: cached values of formulas, dates, merged cells; macros are not looked at. Place: ``Ark1!C7``."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import tables
from advocacy_lint.inputs.archive import Archive
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.model import Post, Problem

MAX_ROWS = 100_000
MAX_SHEETS = 500
# One cell in the last row of a sheet makes openpyxl give every row before it.
_MAX_EMPTY = 2_000
_MAX_MERGED = 2_000
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
Merged = dict[tuple[int, int], tuple[int, int]]


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each row of every visible sheet that has a column of texts; NotPosts where none has."""
    archive = Archive(data, path, ".xlsx")
    # openpyxl takes the square of the number of sheets, each of which is a few bytes.
    if sum(len(_SHEET.findall(part)) for part in archive.parts()) > MAX_SHEETS:
        raise InputError(f"refused: more than {MAX_SHEETS} sheets", path)
    book = _open(data, path)
    missing: NotPosts | None = None
    met: set[str] = set()  # a few bytes make a sheet more; thousands of sheets of the same part would be read as often
    any_table = False
    for sheet in book.worksheets:
        part = getattr(sheet, "_worksheet_path", sheet.title)
        if sheet.sheet_state != "visible" or part in met:
            continue
        met.add(part)
        merged = _merged(archive, sheet)
        try:
            for post in tables.posts(path, _rows(sheet, merged, path), _place(sheet.title), config, merged):
                any_table = True
                yield post
        except NotPosts as error:
            missing = missing or error
        else:
            any_table = True
    if missing is not None and not any_table:
        raise missing


def _open(data: bytes, path: str) -> Any:
    from openpyxl import load_workbook  # 300 ms

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl lets through whatever a damaged part causes
        raise InputError(f"not an .xlsx file: {' '.join(str(error).split())[:100] or type(error).__name__}", path) from None


def _rows(sheet: Any, merged: Merged, path: str) -> Iterator[tables.Row]:
    sheet.reset_dimensions()
    tops: dict[tuple[int, int], str] = {}
    wanted = set(merged.values())
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=tables.MAX_COLUMNS, values_only=True)
    number = empty = 0
    while empty < _MAX_EMPTY:
        try:
            values = next(rows, None)
        except Exception as error:  # as above: only found out while reading
            raise InputError(f"the sheet “{sheet.title}” cannot be read after row {number}: {type(error).__name__}", path) from None
        if values is None:
            return
        number += 1
        cells = [_text(value) for value in values]
        for column, cell in enumerate(cells):
            if (number, column) in wanted:
                tops[number, column] = cell
            elif not cell and (number, column) in merged:
                cells[column] = tops.get(merged[number, column], "")
        empty += 1
        if any(cells):
            empty = 0
            yield number, cells


def _merged(archive: Archive, sheet: Any) -> Merged:
    """Return for each cell of a vertical merge the cell that has its value: a date over three posts is each post's.

    A merge across columns is a title, and stays where it is.
    """
    part = archive.part(str(getattr(sheet, "_worksheet_path", "")).lstrip("/")) or b""
    merged: Merged = {}
    for match in list(_MERGED.finditer(part))[:_MAX_MERGED]:
        first, last = _column(match[1].decode()), _column(match[3].decode())
        top, bottom = int(match[2]), min(int(match[4]), int(match[2]) + 1_000)
        if first == last < tables.MAX_COLUMNS:
            merged.update({(row, first): (top, first) for row in range(top + 1, bottom + 1)})
    return merged


def _column(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _place(sheet: str) -> tables.Place:
    return lambda row, column: f"{sheet}!{_letters(column)}{row}"


def _text(value: Any) -> str:
    """Return a cell as a person sees it, dates as ISO dates."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
