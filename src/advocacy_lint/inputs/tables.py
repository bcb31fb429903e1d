"""Tables to posts: the headings found, and each text of the rows below them a post with its row's metadata."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from msgspec import structs
from msgspec.structs import replace

from advocacy_lint.config import Config
from advocacy_lint.inputs import cells as written
from advocacy_lint.inputs import fields, heading_rows, headings, pieces
from advocacy_lint.inputs.columns import Column
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.heading_rows import MAX_COLUMNS
from advocacy_lint.inputs.headings import Headings
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.model import Post, Problem

_SAMPLE = 60
# Publishing tools take several captions of one post in one cell, parted so; what is parted into fewer words is something else.
_PARTED = re.compile(r"%\|%|\|\|")
_CAPTION = 4
Place = Callable[[int, int], str]


class Row(NamedTuple):
    """A row: its number, its cells and, where the table is a text file, the line on which each cell begins."""

    number: int
    cells: Sequence[str]
    lines: Sequence[int] = ()


def posts(
    path: str,
    rows: Iterable[Row],
    place: Place,
    config: Config,
    copied: Container[tuple[int, int]] = (),
    unread: Mapping[tuple[int, int], str] | None = None,
) -> Iterator[Post | Problem]:
    """Yield a post for every text of a row; `place` names a cell by row number and column index.

    A text in one of the `copied` cells (of a merge) is no post of its own; `unread` says of cells why nobody can read them.
    A row with more cells than there are headings is a problem: part of its text may lie in them.
    Raises NotPosts where no row has a heading for texts.
    """
    remaining = iter(rows)
    sample = list(islice(remaining, _SAMPLE))
    found = headings.find([row.cells for row in sample], config)
    if found is None:
        form = headings.find_turned([row.cells for row in sample], config) if len(sample) < _SAMPLE else None
        if form is None:
            raise _no_texts(path, sample, config)
        numbers = [row.number for row in sample]
        columns = heading_rows.turned([row.cells for row in sample])
        turned = (Row(number, cells, _lines(sample, number)) for number, cells in enumerate(columns, 1))
        blind = {(column + 1, numbers.index(row)): why for (row, column), why in (unread or {}).items() if row in numbers}
        yield from _below(path, form, turned, lambda number, row: place(numbers[row], number - 1), (), blind)
        return
    yield from _below(path, found, chain(sample, remaining), place, copied, unread or {})


def _lines(rows: Sequence[Row], number: int) -> list[int]:
    """Return the lines on which the cells of a column begin."""
    return [row.lines[number - 1] if number <= len(row.lines) else row.number for row in rows if row.lines]


def _below(
    path: str,
    found: Headings,
    rows: Iterable[Row],
    place: Place,
    copied: Container[tuple[int, int]],
    unread: Mapping[tuple[int, int], str],
) -> Iterator[Post | Problem]:
    """Yield what stands below the headings of a table; that nothing does is a note."""
    width = max((index + 1 for index, name in enumerate(found.names) if name), default=0)
    said = False
    under = 0
    for index, row in enumerate(rows):
        under = row.number if index < found.below else under
        if index < found.below or _is_repeated(row, found):
            continue
        if any(cell.strip() for cell in row.cells[max(width, len(found.names)) :]) and width < MAX_COLUMNS:
            where = f"line {row.number}" if row.lines else f"row {row.number}"
            yield Problem(path, f"{where}: more cells than there are headings; a text with a delimiter in it needs quotation marks")
            said = True
            continue
        for column in found.texts if unread else ():
            if (row.number, column.index) in unread:
                said = True
                yield Problem(path, f"{place(row.number, column.index)}: {unread[row.number, column.index]}")
        for post in _row(path, row, found, place, copied):
            said = True
            yield post
    if under and not said:
        column = found.texts[0]
        yield Problem(path, f"{place(under, column.index)}: no text under “{column.name[:60]}”", note=True)


def _is_repeated(row: Row, found: Headings) -> bool:
    """Say whether a row is that of the headings once more, as at the top of each month."""
    return bool(found.below) and len(found.names) > 1 and tuple(heading_rows.names_of(row.cells)) == found.names


def _row(path: str, row: Row, found: Headings, place: Place, copied: Container[tuple[int, int]]) -> Iterator[Post]:
    """Yield the posts of a row: one for each different text, with what is posted beside it."""
    values = {name: cell for name, cell in zip(found.names, row.cells, strict=False) if name}
    said: set[str] = set()
    for column in found.texts:
        text = _cell(row, column)
        if (row.number, column.index) in copied or headings.is_flag(text) and len(found.texts) > 1:
            continue
        if not text.strip():
            whole = _without_body(row, column)
            if whole is None:
                continue
            column, text = whole, _cell(row, whole)
        key = " ".join(text.split())
        if key not in said:
            said.add(key)
            for variant in _variants(text):
                yield from _post(path, row, {**values, column.name: variant.text}, column, found, place, variant)


def _cell(row: Row, column: Column) -> str:
    return row.cells[column.index] if column.index < len(row.cells) else ""


def _without_body(row: Row, column: Column) -> Column | None:
    """Return the first part of a post whose body is empty, with the others after it; None where fewer than two say something."""
    filled = [each for each in (*column.before, *column.after) if _cell(row, each).strip()]
    return structs.replace(column, index=filled[0].index, name=filled[0].name, before=(), after=tuple(filled[1:])) if filled[1:] else None


class Variant(NamedTuple):
    """One of several captions in a cell: its number (0: the only one), its text, and the line of the cell on which it begins."""

    number: int
    text: str
    line: int


def _variants(cell: str) -> list[Variant]:
    """Return the captions that a cell holds, parted as publishing tools do it; the cell itself where it holds one."""
    parts = _PARTED.split(cell) if "|" in cell else []
    if len(parts) < 2 or any(len(part.split()) < _CAPTION for part in parts):
        return [Variant(0, cell, 0)]
    found, line = [], 0
    for number, part in enumerate(parts, 1):
        text = part.lstrip()
        found.append(Variant(number, text.rstrip(), line + part[: len(part) - len(text)].count("\n")))
        line += part.count("\n")
    return found


def _post(path: str, row: Row, values: dict[str, str], column: Column, found: Headings, place: Place, variant: Variant) -> Iterator[Post]:
    held = {name: role for name, role in found.held.items() if role != TEXT}
    held[column.name] = TEXT
    skipped = {each.name for text in found.texts for each in (text, *text.before, *text.after)}
    skipped = skipped.union(each.name for each in found.beside) - {column.name}
    where = place(row.number, column.index)
    if len(found.texts) > 1 and row.lines:
        where += f", {column.name}"
    if variant.number:
        where += f", variant {variant.number}"
    kept = {name: value for name, value in values.items() if name not in skipped}
    post = fields.post(path, kept, {**dict.fromkeys(kept, ""), **held}, where, found.from_linkedin)
    if post is None:
        return
    meta = dict(post.meta)
    meta.update({"language": column.language} if column.language else {})
    meta.update({"channel": column.channel} if column.channel and "channel" not in meta else {})
    line = row.lines[column.index] + variant.line if row.lines else 0
    whole = variant.text.count("\n") == post.text.count("\n")  # a tool's own line breaks are none of the file's
    name = f"{post.id}-{variant.number}" if post.id and variant.number > 1 else post.id
    post = replace(post, id=name, meta=meta, line=line, has_lines=bool(line) and whole)
    before = [part for each in column.before for part in _parts(row, each, place)]
    after = [part for each in (*column.after, *found.beside) for part in _parts(row, each, place)]
    yield pieces.put_together(post, before, after, column.name if row.lines and column.before else "")


def _parts(row: Row, column: Column, place: Place) -> Iterator[pieces.Piece]:
    """Yield what another cell of the row adds to a post; several comments may stand in one."""
    cell = _cell(row, column)
    named = place(row.number, column.index)
    line = row.lines[column.index] if column.index < len(row.lines) else 0
    for part in cell.split("||"):
        text = written.undone(part)
        if text.strip() and not headings.is_flag(text):
            above = part[: len(part) - len(part.lstrip())].count("\n")
            whole = text.strip().count("\n") == part.strip().count("\n")
            yield pieces.Piece(text.strip(), f"{named}, {column.name}" if row.lines else named, line and line + above, whole)
        line += part.count("\n") if line else 0


def _no_texts(path: str, sample: Sequence[Row], config: Config) -> NotPosts:
    seen = next((names for row in sample if (names := [name for name in heading_rows.names_of(row.cells) if name])), [])
    likely = headings.likeliest([row.cells for row in sample[: heading_rows.WITHIN]])
    hint = "name a column “text” (tekst, opslag, indhold …), or map one in the configuration: columns: {text: …}"
    if likely:
        shown = likely.replace('"', "'")[:60]
        hint = f'the longest texts stand under “{shown}”: rename it “text”, or map it in the configuration: columns: {{text: ["{shown}"]}}'
    found = f"no column of texts; it has: {', '.join(seen)[:200]}" if seen else "no column of texts"
    error = NotPosts(found, path, hint=hint)
    # An instruction is no calendar: that has a date, an author, a channel …
    planned = any(heading_rows.known(heading_rows.names_of(row.cells), config) for row in sample[: heading_rows.WITHIN])
    error.likely = likely[:60] if likely and planned else None
    return error
