"""Tables to posts: the row with the headings found, every row below it one post with its metadata."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from advocacy_lint.config import Config
from advocacy_lint.inputs import fields
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.model import Post

# Titles and notes above the headings are common; a heading further down is none.
_HEADING_WITHIN = 20
MAX_COLUMNS = 200
Row = tuple[int, Sequence[str]]
Place = Callable[[int, int], str]


def posts(path: str, rows: Iterable[Row], place: Place, config: Config, copied: Container[tuple[int, int]] = ()) -> Iterator[Post]:
    """Yield a post for every row with a text; `rows` are numbered, `place` names a cell by row number and column index.

    A text in one of the `copied` cells (of a merge) is no post of its own. Raises NotPosts where no row has a heading for texts.
    """
    remaining = iter(rows)
    headings = _headings(path, remaining, config)
    held = fields.roles((name for name in headings if name), config)
    column = next(index for index, name in enumerate(headings) if name and held[name] == TEXT)
    for number, cells in remaining:
        if (number, column) in copied:
            continue
        values = {name: cell for name, cell in zip(headings, cells, strict=False) if name}
        post = fields.post(path, values, held, place(number, column))
        if post is not None:
            yield post


def _headings(path: str, rows: Iterator[Row], config: Config) -> list[str]:
    """Return the headings, the first of equal ones only; "" for a column that has none."""
    seen: list[str] = []
    for met, (_, cells) in enumerate(rows):
        names = [" ".join(cell.split()) for cell in cells[:MAX_COLUMNS]]
        if TEXT in fields.roles(filter(None, names), config).values():
            return [name if names.index(name) == index else "" for index, name in enumerate(names)]
        seen = seen or [name for name in names if name]
        if met >= _HEADING_WITHIN:
            break
    hint = "name a column “text” (tekst, opslag, indhold …), or map one in the configuration: columns: {text: …}"
    found = f"; it has: {', '.join(seen)[:200]}" if seen else ""
    raise NotPosts(f"no column of texts{found}", path, hint=hint)
