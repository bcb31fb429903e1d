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
from advocacy_lint.inputs import extents, opendocument, tables, xml_tags
from advocacy_lint.inputs.archive import Archive
from advocacy_lint.inputs.extents import Cell
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.heading_rows import MAX_COLUMNS
from advocacy_lint.model import Post, Problem

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_ROWS = 100_000
MAX_SHEETS = 500
_MAX_MERGED = 2_000
_ATTRIBUTE = re.compile(rb"""(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NO_SHEET = b"<worksheet><sheetData/></worksheet>"
_WHOLE_CELL = re.compile(rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*?(?:/>|>.*?</(?:\w+:)?c>)', re.DOTALL)
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*<(?:\w+:)?f\b[^<>]*?(?:/>|>[^<>]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\s*>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ERROR = re.compile(rb'<(?:\w+:)?c\s(?=[^<>]*\bt="e")[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>')
_STYLED = re.compile(rb'<(?:\w+:)?c\s(?=[^<>]*\bs="(\d{1,5})")[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"[^<>]*>')
_FONTS = re.compile(rb"<(?:\w+:)?fonts\b[^<>]*>(.*?)</(?:\w+:)?fonts>", re.DOTALL)
_FONT = re.compile(rb"<(?:\w+:)?font\b[^<>]*?(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)
_STRIKE = re.compile(rb'<(?:\w+:)?strike\b(?!\s+val="(?:0|false)")[^<>]*>')
_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b[^<>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb"<(?:\w+:)?xf\s([^<>]*)>")
_HIDDEN = re.compile(rb'<(?:\w+:)?row\s[^<>]*?\br="(\d{1,7})"[^<>]*?\b(?:hidden|zeroHeight)="(?:1|true)"')


class _Part(Struct):
    """What the values of a sheet do not tell: hidden rows, struck cells, and why cells have no value. Rows from 1, columns from 0."""

    path: str = ""
    hidden: frozenset[int] = frozenset()
    struck: frozenset[Cell] = frozenset()
    unread: dict[Cell, str] = field(default_factory=dict)
    is_too_large: bool = False


class _Book(Struct):
    """A workbook's bytes as they may be read, and its parts in the order of its sheets."""

    data: bytes
    parts: list[_Part] = field(default_factory=list)


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each text of every visible sheet that has a column of texts; NotPosts where none has."""
    checked = _Book(data) if path.lower().endswith(".xls") and data.startswith(b"\xd0\xcf\x11\xe0") else _checked(data, path)
    book = _open(checked.data, path)
    missing: dict[str, NotPosts] = {}
    met: set[str] = set()  # a few bytes make a sheet more; thousands of sheets of the same part would be read as often
    any_table = False
    for index, sheet in enumerate(book.sheets_metadata[:MAX_SHEETS]):
        part = checked.parts[index] if index < len(checked.parts) else _Part(path=sheet.name)
        if not str(sheet.visible).endswith(".Visible") or part.path in met:
            continue
        met.add(part.path)
        if part.is_too_large:
            yield Problem(path, f"the sheet “{sheet.name}” is too large to be read")
            continue
        try:
            for found in _sheet(path, book, sheet.name, part, config):
                any_table = True
                yield found
        except NotPosts as error:
            missing[sheet.name] = error
        except InputError as error:
            any_table = True
            yield Problem(path, error.message)
        else:
            any_table = True
    if missing and not any_table:
        raise next(iter(missing.values()))
    for name, refused in missing.items():
        if refused.likely:
            yield Problem(path, f"{name}: not read: no column of texts; the longest stand under “{refused.likely}”", note=True)


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
    struck: list[Cell] = []
    rows = _rows(values, merged, part, hidden, struck)
    yield from tables.posts(path, rows, _place(name), config, merged, part.unread)
    if struck:
        one = f"{name}: {_letters(struck[0][1])}{struck[0][0]} is struck out, and not read"
        yield Problem(path, one if len(struck) == 1 else f"{name}: {len(struck)} cells are struck out, and not read", note=True)
    if hidden:
        one = f"{name}: row {hidden[0]} is hidden, and not read"
        yield Problem(path, one if len(hidden) == 1 else f"{name}: {len(hidden)} rows are hidden, and not read", note=True)


_NO_VALUE = "a formula whose value is not in the file: open it in a spreadsheet program and save it"
_WRONG = "a formula that gives an error"


def _checked(data: bytes, path: str) -> _Book:
    """Return an archive of nothing but parts that are checked, without cells far away, and what its sheets' parts tell."""
    archive = Archive(data, path, ".ods" if path.lower().endswith(".ods") else ".xlsx")
    kept = (name for name in archive.names() if name.endswith((".xml", ".rels", ".vml", ".bin", "mimetype")))
    parts = {name: part for name in kept if (part := archive.part(name)) is not None}
    if sum(1 for name, part in parts.items() if "workbook" in name.lower() for _ in _attributes(part, b"sheet")) > MAX_SHEETS:
        raise InputError(f"refused: more than {MAX_SHEETS} sheets", path)
    book = _Book(b"", _open_document(parts, path))
    too_large = {name for name in parts if _is_too_large(name, parts)}  # whatever the book says of them: none is opened
    struck_formats = _struck_formats(parts.get("xl/styles.xml", b""))
    for name in _sheet_parts(parts):
        part = parts.get(name, b"")
        told = _binary(name, part) if name.endswith(".bin") else _told(name, part, struck_formats)
        told.is_too_large = name in too_large
        book.parts.append(told)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for name, part in parts.items():
            new.writestr(zipfile.ZipInfo(name), part)
    book.data = stream.getvalue()
    return book


def _open_document(parts: dict[str, bytes], path: str) -> list[_Part]:
    """Return what the sheets of an .ods file's content tell, none where it is another file; what repeats in it is bounded."""
    if "content.xml" in parts:
        parts["content.xml"] = opendocument.bounded(parts["content.xml"])
    found: list[_Part] = []
    for sheet in opendocument.sheets(parts.get("content.xml", b"")):
        if sheet.cells > extents.MAX_CELLS:  # it would be read when the workbook is opened
            raise InputError(f"the sheet “{sheet.name}” is too large to be read", path)
        found.append(_Part(f"content.xml/{len(found)}", frozenset(sheet.hidden)))
    return found


def _is_too_large(name: str, parts: dict[str, bytes]) -> bool:
    """Say whether a part is a sheet with too many cells; cells far away are taken out, and all of one that has too many without them."""
    part = parts[name]
    if name.endswith(".bin"):
        if extents.of_binary(part).cells <= extents.MAX_CELLS:
            return False
        parts[name] = b""
        return True
    if b"sheetData" not in part:
        return False
    extent = extents.of_xml(part)
    if extent.rows > MAX_ROWS or extent.columns > MAX_COLUMNS:
        part = parts[name] = _WHOLE_CELL.sub(_near, part)
        extent = extents.of_xml(part)
    if extent.cells <= extents.MAX_CELLS:
        return False
    parts[name] = _NO_SHEET
    return True


def _told(name: str, part: bytes, struck_formats: frozenset[bytes]) -> _Part:
    """Return what the part of a sheet tells."""
    unread = {_cell(match[1], match[2]): _NO_VALUE for match in _FORMULA.finditer(part)}
    unread.update((_cell(match[1], match[2]), _WRONG) for match in _ERROR.finditer(part))
    hidden = frozenset(int(match[1]) for match in _HIDDEN.finditer(part))
    struck = frozenset(_cell(m[2], m[3]) for m in _STYLED.finditer(part) if m[1] in struck_formats) if struck_formats else frozenset()
    return _Part(name, hidden, struck, unread)


def _binary(name: str, part: bytes) -> _Part:
    """Return what the part of a sheet in a binary workbook tells."""
    extent = extents.of_binary(part)
    return _Part(name, frozenset(extent.hidden), unread=dict.fromkeys(extent.wrong, _WRONG))


def _struck_formats(styles: bytes) -> frozenset[bytes]:
    """Return the numbers of the cell formats whose letters are struck out."""
    fonts, formats = _FONTS.search(styles), _FORMATS.search(styles)
    if fonts is None or formats is None or b"strike" not in fonts[1]:
        return frozenset()
    struck = {str(number) for number, match in enumerate(_FONT.finditer(fonts[1])) if _STRIKE.search(match[1] or b"")}
    used = enumerate(_FORMAT.finditer(formats[1]))
    return frozenset(b"%d" % number for number, match in used if _values(match[1]).get("fontId") in struck)


def _sheet_parts(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the names of the parts of sheets, in their order in the workbook."""
    relations: dict[str, str] = {}
    written = {name.lower(): name for name in parts}
    for name in ("xl/_rels/workbook.xml.rels", "xl/_rels/workbook.bin.rels"):
        for attributes in _attributes(parts.get(name, b""), b"Relationship"):
            target = attributes.get("Target", "").removeprefix("/")
            target = target if target.startswith("xl/") else f"xl/{target}"
            relations[attributes.get("Id", "")] = written.get(target.lower(), target)
    for attributes in _attributes(parts.get("xl/workbook.xml", b""), b"sheet"):
        yield relations.get(attributes.get("id", ""), "")
    for known_by in extents.binary_sheets(parts.get("xl/workbook.bin", b"")):
        yield relations.get(known_by, "")


def _attributes(part: bytes, wanted: bytes) -> Iterator[dict[str, str]]:
    """Yield the attributes of each element of a name."""
    return (_values(rest) for name, rest in xml_tags.opening(part) if name == wanted)


def _values(written: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(written)
    return {match[1].decode(): unescape((match[2] or match[3] or b"").decode("utf-8", "replace")) for match in found}


def _cell(letters: bytes, number: bytes) -> Cell:
    return int(number), extents.column_of(letters)


def _near(match: re.Match[bytes]) -> bytes:
    return match[0] if int(match[2]) <= MAX_ROWS and extents.column_of(match[1]) < MAX_COLUMNS else b""


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


def _rows(values: list[list[object]], merged: dict[Cell, Cell], part: _Part, hidden: list[int], struck: list[Cell]) -> Iterator[tables.Row]:
    """Yield the rows that are shown and have something in them; the others with something in them are noted, and what is struck out."""
    tops: dict[Cell, str] = {}
    blind = {row for row, _ in part.unread}
    wanted = set(merged.values())
    for number, row in enumerate(values, 1):
        cells = [_text(value) for value in row[:MAX_COLUMNS]]
        for column, cell in enumerate(cells):
            if (number, column) in wanted:
                tops[number, column] = cell
            elif not cell and (number, column) in merged:
                cells[column] = tops.get(merged[number, column], "")
            if cells[column] and (number, column) in part.struck and number not in part.hidden:
                struck.append((number, column))
                cells[column] = ""
        if number in part.hidden:
            hidden.extend([number] if any(cells) else [])
        elif any(cells) or number in blind:
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
