"""Which row of a table holds its headings: not a row of data that happens to say “Draft”, and perhaps two rows, one above the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advocacy_lint.config import Config
from advocacy_lint.inputs import fields
from advocacy_lint.inputs.metadata import ID, TEXT
from advocacy_lint.model import META_KEYS

# Titles and notes above the headings are common; a heading further down is none.
WITHIN = 20
MAX_COLUMNS = 200
DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T].{0,20})?|\d{1,2}\.? ?\w{3,9} \d{4}.{0,20}")
_ADDRESS = re.compile(r"https?://|www\.|[^\s@]{1,60}@[^\s@]{1,60}\.\w", re.IGNORECASE)
_LONGEST = 10
_SENTENCE = 4
_KNOWN = frozenset((*META_KEYS, TEXT, ID))


def names_of(cells: Sequence[str]) -> list[str]:
    """Return the headings of a row, the first of equal ones only; "" for a column that has none."""
    names = [" ".join(cell.split()) for cell in cells[:MAX_COLUMNS]]
    return [name if names.index(name) == index else "" for index, name in enumerate(names)]


def is_data(cells: Sequence[str]) -> bool:
    """Say whether a row holds what no heading does: a date, an address."""
    return any(DATE.fullmatch(cell.strip()) or _ADDRESS.match(cell.strip()) for cell in cells)


def may_name(cells: Sequence[str]) -> bool:
    """Say whether a row may be one of headings: no date in it, no address, no prose."""
    return not is_data(cells) and not any(map(_is_prose, cells))


def _is_prose(cell: str) -> bool:
    count = len(cell.split())
    return count >= _LONGEST or count >= _SENTENCE and cell.rstrip().endswith((".", "!", "?"))


def known(names: Sequence[str], config: Config) -> int:
    """Return how many headings of a row are known by name."""
    return sum(role in _KNOWN for role in fields.roles(filter(None, names), config).values())


def named(sample: Sequence[Sequence[str]], config: Config, strict: bool = True) -> int | None:
    """Return the row that names a column of texts and knows the most headings; not `strict`: one with long headings may."""
    found = [
        (known(names, config), -row)
        for row, cells in enumerate(sample[:WITHIN])
        if (may_name(cells) if strict else not is_data(cells))
        and TEXT in fields.roles(filter(None, names := names_of(cells)), config).values()
    ]
    return -max(found)[1] if found else None


def filled(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the headings of two rows as one: those of the lower row, and where it has none those above."""
    width = max(len(upper), len(lower))
    above, below = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    return names_of([under if under.strip() else over for over, under in zip(above, below, strict=True)])


def turned(sample: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return a table whose columns are rows: a form has its headings in the first column."""
    width = min(max(map(len, sample), default=0), MAX_COLUMNS)
    return [[row[column] if column < len(row) else "" for row in sample] for column in range(width)]
