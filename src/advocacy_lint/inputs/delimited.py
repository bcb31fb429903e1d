"""Content calendars as .csv and .tsv: delimiter and encoding found (semicolons and Windows-1252 are normal in Denmark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs import tables
from advocacy_lint.inputs.encoding import BOM, decode
from advocacy_lint.model import Post, Problem

MAX_FIELD = 10_000_000
_DELIMITERS = ";\t,|"
_SAMPLE = 20_000


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each row; a row that cannot be read is a problem, and the last one."""
    text = decode(data, path, windows=True)[0].removeprefix(BOM)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own way of saying it
        delimiter, text, skipped = first.strip()[4], rest, 1
    else:
        delimiter = _delimiter(text)
    csv.field_size_limit(MAX_FIELD)
    problems: list[Problem] = []
    rows = _rows(path, text, delimiter, skipped, problems)
    yield from tables.posts(path, rows, lambda line, column: f"line {line}", config)
    yield from problems


def _rows(path: str, text: str, delimiter: str, skipped: int, problems: list[Problem]) -> Iterator[tables.Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = skipped + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            said = "a quotation mark that is never closed" if "unexpected end" in str(error) else str(error)
            problems.append(Problem(path, f"line {line}: {said}; the rest is not read"))
            return
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = skipped + reader.line_num + 1


def _delimiter(text: str) -> str:
    """Return the delimiter that stands most often, outside quotation marks, in the first line that has any."""
    for line in text[:_SAMPLE].splitlines():
        outside = "".join(line.split('"')[::2])
        counts = {each: outside.count(each) for each in _DELIMITERS}
        best = max(counts, key=counts.__getitem__)
        if counts[best]:
            return best
    return ";"
