"""Content calendars as workbooks (.xlsx, .xls, .ods …): cached values of formulas, dates, merged cells; macros are not looked at.

Place: ``Ark1!C7``. Hidden sheets and rows (filtered away, say) are not read; that rows are is said.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import TYPE_CHECKING

from msgspec import Struct, field

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import tables
from advocacy_lint.inputs.archive import Archive
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.headings import MAX_COLUMNS
from advocacy_lint.model import Post, Problem

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_ROWS = 100_000
MAX_SHEETS = 500
# A sheet is read as a rectangle: one cell far away would make it one of billions.
_MAX_CELLS = 5_000_000
_MAX_MERGED = 2_000
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb'(?:\w+:)?(\w+)\s*=\s*"([^"]*)"')
_CELL = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"')
_WHOLE_CELL = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*?(?:/>|>.*?</(?:\w+:)?c>)', re.DOTALL)
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*<(?:\w+:)?f\b[^<>]*?(?:/>|>[^<>]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\s*>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_HIDDEN = re.compile(rb'<(?:\w+:)?row\s[^<>]*?\br="(\d{1,7})"[^<>]*?\b(?:hidden|zeroHeight)="(?:1|true)"')
Cell = tuple[int, int]


class _Part(Struct):
    """What the values of a sheet do not tell: hidden rows, and formulas whose value nobody has worked out. Rows from 1, columns from 0."""

    path: str = ""
    hidden: frozenset[int] = frozenset()
    formulas: frozenset[Cell] = frozenset()
    cells: int = 0


class _Book(Struct):
    """A workbook's bytes as they may be read, and its parts in the order of its sheets."""

    data: bytes
    parts: list[_Part] = field(default_factory=list)


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each text of every visible sheet that has a column of texts; NotPosts where none has."""
    checked = _Book(data) if path.lower().endswith(".xls") and data.startswith(b"\xd0\xcf\x11\xe0") else _checked(data, path)
    book = _open(checked.data, path)
    missing: NotPosts | None = None
    met: set[str] = set()  # a few bytes make a sheet more; thousands of sheets of the same part would be read as often
    any_table = False
    for index, sheet in enumerate(book.sheets_metadata[:MAX_SHEETS]):
        part = checked.parts[index] if index < len(checked.parts) else _Part(path=sheet.name)
        if not str(sheet.visible).endswith(".Visible") or part.path in met:
            continue
        met.add(part.path)
        if part.cells > _MAX_CELLS:
            yield Problem(path, f"the sheet “{sheet.name}” is too large to be read")
            continue
        try:
            for found in _sheet(path, book, sheet.name, part, config):
                any_table = True
                yield found
        except NotPosts as error:
            missing = missing or error
        except InputError as error:
            any_table = True
            yield Problem(path, error.message)
        else:
            any_table = True
    if missing is not None and not any_table:
        raise missing


def _sheet(path: str, book: CalamineWorkbook, name: str, part: _Part, config: Config) -> Iterator[Post | Problem]:
    """Yield what a sheet holds, and what of it was not read."""
    try:
        sheet = book.get_sheet_by_name(name)
        merged = _merged(sheet)
        values = sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS)
    except BaseException as error:  # calamine's own, and panics of Rust
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise InputError(f"the sheet “{name}” cannot be read: {' '.join(str(error).split())[:100] or type(error).__name__}", path) from None
    hidden: list[int] = []
    rows = _rows(values, merged, part, hidden)
    unread = {(row, column): _NO_VALUE for row, column in part.formulas}
    yield from tables.posts(path, rows, _place(name), config, merged, unread)
    if hidden:
        rows_said = f"row {hidden[0]} is" if len(hidden) == 1 else f"{len(hidden)} rows are"
        yield Problem(path, f"{name}: {rows_said} hidden, and not read", note=True)


_NO_VALUE = "a formula whose value is not in the file: open it in a spreadsheet program and save it"


def _checked(data: bytes, path: str) -> _Book:
    """Return an archive of nothing but parts that are checked, without cells far away, and what its sheets' parts tell."""
    archive = Archive(data, path, ".ods" if path.lower().endswith(".ods") else ".xlsx")
    kept = (name for name in archive.names() if name.endswith((".xml", ".rels", ".vml", ".bin", "mimetype")))
    parts = {name: part for name in kept if (part := archive.part(name)) is not None}
    if sum(len(_SHEET.findall(part)) for name, part in parts.items() if "workbook" in name.lower()) > MAX_SHEETS:
        raise InputError(f"refused: more than {MAX_SHEETS} sheets", path)
    book = _Book(b"")
    for name in _sheet_parts(parts):
        part = parts.get(name, b"")
        extent = _extent(part)
        if extent[0] > MAX_ROWS or extent[1] >= MAX_COLUMNS:
            part = parts[name] = _WHOLE_CELL.sub(_near, part)
            extent = _extent(part)
        formulas = frozenset((int(match[2]), _column(match[1].decode())) for match in _FORMULA.finditer(part))
        hidden = frozenset(int(match[1]) for match in _HIDDEN.finditer(part))
        book.parts.append(_Part(name, hidden, formulas, extent[0] * (extent[1] + 1)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for name, part in parts.items():
            new.writestr(zipfile.ZipInfo(name), part)
    book.data = stream.getvalue()
    return book


def _sheet_parts(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the names of the parts of sheets, in their order in the workbook."""
    relations: dict[str, str] = {}
    for match in _RELATION.finditer(parts.get("xl/_rels/workbook.xml.rels", b"")):
        attributes = _attributes(match[1])
        target = attributes.get("Target", "")
        relations[attributes.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    for match in _SHEET.finditer(parts.get("xl/workbook.xml", b"")):
        yield relations.get(_attributes(match[1]).get("id", ""), "")


def _attributes(written: bytes) -> dict[str, str]:
    return {match[1].decode(): unescape(match[2].decode("utf-8", "replace")) for match in _ATTRIBUTE.finditer(written)}


def _extent(part: bytes) -> Cell:
    """Return the last row (from 1) and column (from 0) that a sheet has a cell in."""
    row = column = 0
    for match in _CELL.finditer(part):
        row, column = max(row, int(match[2])), max(column, _column(match[1].decode()))
    return row, column


def _near(match: re.Match[bytes]) -> bytes:
    return match[0] if int(match[2]) <= MAX_ROWS and _column(match[1].decode()) < MAX_COLUMNS else b""


def _open(data: bytes, path: str) -> CalamineWorkbook:
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError:
        raise InputError("locked with a password", path, hint="save it without one") from None
    except BaseException as error:  # calamine's own, and panics of Rust
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        said = " ".join(str(error).split())[:100] or type(error).__name__
        raise InputError(f"not an {path[path.rindex('.') :].lower()} file: {said}", path) from None


def _rows(values: list[list[object]], merged: dict[Cell, Cell], part: _Part, hidden: list[int]) -> Iterator[tables.Row]:
    """Yield the rows that are shown and have something in them; the others with something in them are noted."""
    tops: dict[Cell, str] = {}
    wanted = set(merged.values())
    for number, row in enumerate(values, 1):
        cells = [_text(value) for value in row[:MAX_COLUMNS]]
        for column, cell in enumerate(cells):
            if (number, column) in wanted:
                tops[number, column] = cell
            elif not cell and (number, column) in merged:
                cells[column] = tops.get(merged[number, column], "")
        if number in part.hidden:
            hidden.extend([number] if any(cells) else [])
        elif any(cells) or any(row == number for row, _ in part.formulas):
            yield tables.Row(number, cells)


def _merged(sheet: CalamineSheet) -> dict[Cell, Cell]:
    """Return for each cell of a vertical merge the cell that has its value: a date over three posts is each post's.

    A merge across columns is a title, and stays where it is.
    """
    merged: dict[Cell, Cell] = {}
    for (top, first), (bottom, last) in (sheet.merged_cell_ranges or [])[:_MAX_MERGED]:
        if first == last < MAX_COLUMNS:
            merged.update({(row + 1, first): (top + 1, first) for row in range(top + 1, min(bottom, top + 1_000) + 1)})
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


def _text(value: object) -> str:
    """Return a cell as a person sees it, dates as ISO dates."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return "" if value is None else str(value)
