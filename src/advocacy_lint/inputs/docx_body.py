"""The paragraphs and tables of a Word document, by a parser that builds no tree and refuses entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Self
from xml.parsers import expat

from msgspec import Struct, field

from advocacy_lint.errors import InputError

MAX_DEPTH = 300
MAX_PARAGRAPHS = 100_000
# Deleted or moved-away text, field codes, and the copies of text boxes for old programs.
_SILENT = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback"))
# What a run is formatted with that Word does not show, or shows struck out.
_UNSEEN = frozenset(("vanish", "webHidden", "strike", "dstrike"))
_OFF = frozenset(("0", "false", "off", "none"))
_HEADING_ID = re.compile(r"(?:heading|overskrift|titel|title)\s?\d?", re.IGNORECASE)
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class Paragraph(Struct):
    """A paragraph's text, whether it is a heading, and its number among those that have text."""

    text: str = ""
    heading: bool = False
    number: int = 0


class Table(Struct):
    """Rows of cells of paragraphs, by the columns of the grid; `copied` are the cells (row, column) that a vertical merge continues."""

    rows: list[list[list[Paragraph]]] = field(default_factory=list)
    copied: set[tuple[int, int]] = field(default_factory=set)


def blocks(body: bytes, styles: bytes | None, path: str, footnotes: bytes | None = None) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and outermost tables of a document, in order; a footnote follows the paragraph that it belongs to."""
    headings = _Styles(path).parse(styles).headings if styles else frozenset(("Title",))
    notes = _Notes(path).parse(footnotes).notes if footnotes else {}
    reader = _Body(path, headings, notes)
    reader.parse(body)
    yield from reader.blocks


class _Parser:
    """An expat parser with bounds; elements are known by their local names."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._depth = 0

    def parse(self, data: bytes) -> Self:
        """Read a whole part."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise InputError(f"not a .docx file: its XML is damaged ({expat.ErrorString(error.code)})", self._path) from None
        return self

    def _refuse(self, *_: object) -> None:
        raise InputError("refused: it declares XML entities, as no Office program does", self._path)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise InputError(f"refused: nested deeper than {MAX_DEPTH}", self._path)
        value = next((text for key, text in attributes.items() if key.endswith("}val")), "")
        self.start(name.rpartition("}")[2], value, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.end(name.rpartition("}")[2])

    def _text(self, text: str) -> None:
        self.text(text)

    def start(self, name: str, value: str, attributes: dict[str, str]) -> None:
        """Hear of an element's start; `value` is its w:val."""

    def end(self, name: str) -> None:
        """Hear of an element's end."""

    def text(self, text: str) -> None:
        """Hear of text."""


def _is_outline(level: str) -> bool:
    """Say whether an outline level is a heading's: 9 is that of body text."""
    return level in tuple("012345678")


class _Styles(_Parser):
    """Which paragraph styles are headings: their names are English in every language of Word, their ids are not."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.headings: set[str] = {"Title"}
        self._style = ""

    def start(self, name: str, value: str, attributes: dict[str, str]) -> None:
        if name == "style":
            self._style = next((text for key, text in attributes.items() if key.endswith("}styleId")), "")
        elif self._style and (
            name == "name" and value.lower().startswith(("heading ", "title")) or name == "outlineLvl" and _is_outline(value)
        ):
            self.headings.add(self._style)

    def end(self, name: str) -> None:
        if name == "style":
            self._style = ""


class _Notes(_Parser):
    """The texts of footnotes, by their ids."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.notes: dict[str, str] = {}
        self._id = ""
        self._in_text = False

    def start(self, name: str, value: str, attributes: dict[str, str]) -> None:
        if name == "footnote":
            kind = next((text for key, text in attributes.items() if key.endswith("}type")), "")
            self._id = "" if kind else next((text for key, text in attributes.items() if key.endswith("}id")), "")
        self._in_text = name == "t"

    def end(self, name: str) -> None:
        self._in_text = False

    def text(self, text: str) -> None:
        if self._in_text and self._id and len(self.notes) < MAX_PARAGRAPHS:
            self.notes[self._id] = self.notes.get(self._id, "") + text


class _Body(_Parser):
    """Collects paragraphs; those of nested tables go into the outermost table's cell."""

    def __init__(self, path: str, headings: frozenset[str] | set[str], notes: dict[str, str]) -> None:
        super().__init__(path)
        self._notes = notes
        self._noted: list[str] = []  # footnotes of the paragraph that is open
        self._runs: list[bool] = []  # of the runs that are open: whether Word hides them, or shows them struck out
        self._span = 1
        self.blocks: list[Paragraph | Table] = []
        self._headings = headings
        self._open: list[tuple[Paragraph, list[str]]] = []
        self._tables: list[Table] = []
        self._silent = 0
        self._in_text = False
        self._count = 0

    def start(self, name: str, value: str, attributes: dict[str, str]) -> None:
        if name in _SILENT:
            self._silent += 1
        elif name == "p":
            self._open.append((Paragraph(), []))
        elif name == "tbl":
            self._tables.append(Table())
        elif name == "tr" and len(self._tables) == 1:
            self._tables[0].rows.append([])
        elif name == "tc" and len(self._tables) == 1 and self._tables[0].rows:
            self._tables[0].rows[-1].append([])
            self._span = 1
        elif len(self._tables) == 1 and self._tables[0].rows and name in ("gridBefore", "gridSpan", "vMerge"):
            self._place(name, value)
        elif name == "r":
            self._runs.append(False)
        elif name in _UNSEEN and self._runs:
            self._runs[-1] |= value not in _OFF
        elif name == "footnoteReference" and self._open and not self._silent:
            self._noted.append(next((text for key, text in attributes.items() if key.endswith("}id")), ""))
        elif self._open and not self._silent and not any(self._runs):
            if name in ("pStyle", "outlineLvl"):
                is_heading = value in self._headings or _HEADING_ID.fullmatch(value) is not None
                self._open[-1][0].heading |= is_heading if name == "pStyle" else _is_outline(value)
            elif name == "t":
                self._in_text = True
            elif name in _LETTERS and not value:  # with a value it is a tab stop, not a tab
                self._open[-1][1].append(_LETTERS[name])

    def _place(self, name: str, value: str) -> None:
        """Put a cell where the grid has it: after empty ones, over several columns, or below one that goes on."""
        table = self._tables[0]
        row = table.rows[-1]
        count = min(int(value), 200) if value.isdigit() else 1
        if name == "gridBefore":
            row.extend([] for _ in range(count))
        elif name == "gridSpan":
            self._span = count
        elif value in ("", "continue") and row and len(table.rows) > 1:
            table.copied.add((len(table.rows), len(row) - 1))

    def _close_cell(self) -> None:
        """Fill the columns that a cell goes over, and what it continues from above."""
        table = self._tables[0]
        row = table.rows[-1]
        at = (len(table.rows), len(row) - 1)
        if at in table.copied and not any(paragraph.text.strip() for paragraph in row[-1]) and at[1] < len(table.rows[-2]):
            row[-1] = table.rows[-2][at[1]]
        row.extend([] for _ in range(self._span - 1))
        self._span = 1

    def end(self, name: str) -> None:
        if name in _SILENT:
            self._silent -= 1
        elif name == "r" and self._runs:
            self._runs.pop()
        elif name == "tc" and len(self._tables) == 1 and self._tables[0].rows and self._tables[0].rows[-1]:
            self._close_cell()
        elif name == "t":
            self._in_text = False
        elif name == "p" and self._open:
            self._close(*self._open.pop())
        elif name == "tbl" and self._tables:
            table = self._tables.pop()
            if not self._tables:
                self.blocks.append(table)

    def text(self, text: str) -> None:
        if self._in_text and self._open and not self._silent and not any(self._runs):
            self._open[-1][1].append(text)

    def _close(self, paragraph: Paragraph, parts: list[str]) -> None:
        paragraph.text = "".join(parts)
        if paragraph.text.strip():
            self._count += 1
        paragraph.number = max(1, self._count)
        paragraph.heading = paragraph.heading and bool(paragraph.text.strip()) and not self._tables
        if self._count > MAX_PARAGRAPHS:
            raise InputError(f"refused: more than {MAX_PARAGRAPHS:,} paragraphs", self._path)
        noted = [Paragraph(note, number=paragraph.number) for each in self._noted if (note := self._notes.get(each, "").strip())]
        self._noted = [] if not self._open else self._noted
        if not self._tables:
            self.blocks.extend((paragraph, *noted))
        elif self._tables[0].rows and self._tables[0].rows[-1]:
            self._tables[0].rows[-1][-1].append(paragraph)
