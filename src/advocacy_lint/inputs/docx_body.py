"""The paragraphs and tables of a Word document, by a parser that builds no tree and refuses entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from msgspec import Struct, field

from advocacy_lint.errors import InputError

MAX_DEPTH = 300
MAX_PARAGRAPHS = 100_000
# Deleted or moved-away text, field codes, and the copies of text boxes for old programs.
_SILENT = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback"))
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class Paragraph(Struct):
    """A paragraph's text, whether it is a heading, and its number among those that have text."""

    text: str = ""
    heading: bool = False
    number: int = 0


class Table(Struct):
    """Rows of cells of paragraphs."""

    rows: list[list[list[Paragraph]]] = field(default_factory=list)


def blocks(body: bytes, styles: bytes | None, path: str) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and outermost tables of a document, in order."""
    headings = _Styles(path).parse(styles).headings if styles else frozenset(("Title",))
    reader = _Body(path, headings)
    reader.parse(body)
    yield from reader.blocks


class _Parser:
    """An expat parser with bounds; elements are known by their local names."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._depth = 0

    def parse(self, data: bytes) -> Any:
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

    def _refuse(self, *_: Any) -> None:
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


class _Body(_Parser):
    """Collects paragraphs; those of nested tables go into the outermost table's cell."""

    def __init__(self, path: str, headings: frozenset[str] | set[str]) -> None:
        super().__init__(path)
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
        elif self._open and not self._silent:
            if name in ("pStyle", "outlineLvl"):
                self._open[-1][0].heading |= value in self._headings if name == "pStyle" else _is_outline(value)
            elif name == "t":
                self._in_text = True
            elif name in _LETTERS and not value:  # with a value it is a tab stop, not a tab
                self._open[-1][1].append(_LETTERS[name])

    def end(self, name: str) -> None:
        if name in _SILENT:
            self._silent -= 1
        elif name == "t":
            self._in_text = False
        elif name == "p" and self._open:
            self._close(*self._open.pop())
        elif name == "tbl" and self._tables:
            table = self._tables.pop()
            if not self._tables:
                self.blocks.append(table)

    def text(self, text: str) -> None:
        if self._in_text and self._open and not self._silent:
            self._open[-1][1].append(text)

    def _close(self, paragraph: Paragraph, parts: list[str]) -> None:
        paragraph.text = "".join(parts)
        if paragraph.text.strip():
            self._count += 1
        paragraph.number = max(1, self._count)
        paragraph.heading = paragraph.heading and bool(paragraph.text.strip()) and not self._tables
        if self._count > MAX_PARAGRAPHS:
            raise InputError(f"refused: more than {MAX_PARAGRAPHS:,} paragraphs", self._path)
        if not self._tables:
            self.blocks.append(paragraph)
        elif self._tables[0].rows and self._tables[0].rows[-1]:
            self._tables[0].rows[-1][-1].append(paragraph)
