"""Content calendars as .csv and .tsv: delimiter and encoding found (semicolons and Windows-1252 are normal in Denmark).

Read as leniently as spreadsheet programs do: a quotation mark that does not belong costs no other row, and is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs import headings, tables
from advocacy_lint.inputs.encoding import BOM, decode_lines
from advocacy_lint.model import Post, Problem

MAX_FIELD = 10_000_000
_DELIMITERS = ";\t,|"
_SAMPLE = 20_000
_ROWS = 30
_TRIES = 300
_LINE_END = re.compile(r"\r\n|\n|\r")
_NEVER_CLOSED = "a quotation mark that is never closed"
_STRAY = "a quotation mark that does not belong there"
_READ = f"{_STRAY}; the row is read as it stands"


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each text of a row; what is wrong with a row is a problem, and the others are read."""
    text, problems = decode_lines(data, path)
    text = text.removeprefix(BOM)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own way of saying it
        delimiter, text, skipped = first.strip()[4], rest, 1
    else:
        delimiter = _delimiter(text, config)
    rows = Rows(text, delimiter, skipped)

    def readable() -> Iterator[tables.Row]:
        for row in rows:
            if row.number in rows.bad:
                continue
            if any("\0" in cell for cell in row.cells):
                problems.append(f"line {row.number}: a NUL byte in it")
            elif any(cell.strip() for cell in row.cells):
                yield row

    yield from tables.posts(path, readable(), lambda line, column: f"line {line}", config)
    yield from (Problem(path, problem) for problem in problems)
    yield from (Problem(path, problem, note) for problem, note in rows.problems)


def _delimiter(text: str, config: Config) -> str:
    """Return the delimiter under which headings are found, those that stand most often outside quotation marks first."""
    sample = text[:_SAMPLE]
    likely = _most_used(sample)
    ordered = [likely, *(each for each in _DELIMITERS if each != likely and each in sample)]
    if len(ordered) > 1 and _LINE_END.search(sample):
        for delimiter in ordered:
            cells = [row.cells for _, row in zip(range(_ROWS), Rows(sample, delimiter), strict=False)]
            found = headings.find([each for each in cells if any(cell.strip() for cell in each)], config)
            if found is not None and (len(found.names) > 1 or delimiter == ordered[-1]):
                return delimiter
    return likely


def _most_used(sample: str) -> str:
    for line in sample.splitlines():
        outside = "".join(line.split('"')[::2])
        counts = {each: outside.count(each) for each in _DELIMITERS}
        best = max(counts, key=counts.__getitem__)
        if counts[best]:
            return best
    return ";"


class Rows:
    """The rows of a table in a text, each with the line of each of its cells.

    `problems` tells what was wrong, a line each, and whether the row is read all the same; those that are not are `bad`.
    """

    def __init__(self, text: str, delimiter: str, skipped: int = 0) -> None:
        self.problems: list[tuple[str, bool]] = []
        self.bad: set[int] = set()
        self._text = text
        self._delimiter = delimiter
        self._line = self._start = skipped + 1
        self._width = 0
        mark = re.escape(delimiter)
        self._plain = re.compile(rf"[^{mark}\r\n]*+")
        blank = " " if delimiter == "\t" else r"[ \t]"
        self._quoted = re.compile(rf'"((?:[^"]|"")*+)"{blank}*(?={mark}|\r|\n|\Z)')
        self._escaped = re.compile(rf'"((?:[^"\\]|\\.|"")*+)"(?={mark}|\r|\n|\Z)', re.DOTALL)
        self._closing = re.compile(rf'"(?={mark}|\r|\n|\Z)')
        self._no_close_from = len(text) + 1  # from here on no quotation mark is closed

    def __iter__(self) -> Iterator[tables.Row]:
        """Yield the rows in order."""
        position, text = 0, self._text
        while position < len(text):
            start = self._start = self._line
            cells, lines, position = self._row(position)
            self._width = max(self._width, len(cells))
            yield tables.Row(start, cells, lines)

    def _row(self, position: int) -> tuple[list[str], list[int], int]:
        """Return the cells of the row at a position, their lines, and where the next row begins."""
        cells: list[str] = []
        lines: list[int] = []
        text = self._text
        while True:
            lines.append(self._line)
            cell, end = self._cell(position, len(cells))
            cells.append(cell)
            self._line += len(_LINE_END.findall(text, position, end))
            if end < len(text) and text[end] == self._delimiter:
                position = end + 1
                continue
            ended = _LINE_END.match(text, end)
            if ended:
                self._line += 1
            return cells, lines, ended.end() if ended else len(text)

    def _cell(self, position: int, before: int) -> tuple[str, int]:
        """Return the cell at a position, and where it ends."""
        text = self._text
        if not text.startswith('"', position):
            match = self._plain.match(text, position)
            assert match is not None
            return match[0], match.end()
        if position < self._no_close_from:
            quoted = self._quoted.match(text, position)
            if quoted:
                return quoted[1].replace('""', '"'), quoted.end()
            escaped = self._escaped.match(text, position) if "\\" in text else None
            if escaped:
                return escaped[1].replace('\\"', '"').replace('""', '"'), escaped.end()
        return self._stray(position, before)

    def _stray(self, position: int, before: int) -> tuple[str, int]:
        """Return a cell that begins with a quotation mark and does not end with the next single one.

        It ends where the row then has as many cells as the widest one before it: in its line, else with its line, else further down.
        """
        text = self._text
        ended = _LINE_END.search(text, position)
        line_end = ended.start() if ended else len(text)
        plain = self._plain.match(text, position)
        assert plain is not None
        marks = text.count('"', position, line_end)
        for tried, match in enumerate(self._closing.finditer(text, position + 1)):
            if tried > _TRIES or match.start() - position > MAX_FIELD // 100:
                break
            if match.end() > line_end and marks > 1 and self._completes(plain.end(), before + 1):
                break
            if self._completes(match.end(), before + 1):
                self.problems.append((f"line {self._start}: {_READ}", True))
                return text[position + 1 : match.start()].replace('""', '"'), match.end()
        if marks > 1 and self._completes(plain.end(), before + 1):
            self.problems.append((f"line {self._start}: {_READ}", True))
            return plain[0], plain.end()
        if text.find('"', position + 1) < 0:
            self._no_close_from = min(self._no_close_from, position)
        if self._start not in self.bad:
            self.bad.add(self._start)
            said = _NEVER_CLOSED if marks % 2 else _STRAY
            self.problems.append((f"line {self._start}: {said}; the row is not read", False))
        return plain[0], plain.end()

    def _completes(self, position: int, count: int) -> bool:
        """Say whether the rest of a row gives it as many cells as rows have."""
        text = self._text
        while position < len(text) and text[position] == self._delimiter:
            match = self._quoted.match(text, position + 1) or self._plain.match(text, position + 1)
            assert match is not None
            position = match.end()
            count += 1
            if count > self._width:
                return False
        return count == self._width
