"""A column of a table: its heading, the words of it, and whether its cells are prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from advocacy_lint.inputs.heading_rows import DATE

SAMPLE = 40
_HUMP = re.compile(r"([a-z])([A-Z])")
_WORD = re.compile(r"[^\W_]+")


class Column(Struct, frozen=True):
    """A column of texts: its index and heading, and what it says of its texts' language and channel.

    `before` and `after` are the columns of the same post's beginning and end, where a table has one for each part of a post.
    """

    index: int
    name: str
    language: str | None = None
    channel: str | None = None
    before: tuple[Column, ...] = ()
    after: tuple[Column, ...] = ()


def words_of(name: str) -> list[str]:
    """Return the words of a heading; programs write “postContent” for “post content”."""
    apart = _HUMP.sub(r"\1 \2", name) if name[:1].islower() else name
    return [word.casefold() for word in _WORD.findall(apart)]


def length(rows: Sequence[Sequence[str]], column: int) -> float:
    """Return how long the cells of a column are that hold something."""
    cells = [len(cells[column]) for cells in rows[:SAMPLE] if column < len(cells) and cells[column].strip()]
    return sum(cells) / len(cells) if cells else 0.0


def is_prose(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Say whether most cells of a column hold several words."""
    cells = [cells[column] for cells in rows[:SAMPLE] if column < len(cells) and cells[column].strip()]
    return bool(cells) and 2 * sum(len(cell.split()) >= 3 and not DATE.fullmatch(cell.strip()) for cell in cells) > len(cells)
