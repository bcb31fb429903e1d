"""A post put together from several cells of a row, or fields of an entry: each keeps its place, and its line of the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from advocacy_lint.model import Post, Span

_BETWEEN = "\n\n"


class Piece(NamedTuple):
    """A part of a post: its text, its place, and the file's line where it begins (0: none), which its lines follow where it `has_lines`."""

    text: str
    place: str
    line: int = 0
    has_lines: bool = True


def put_together(post: Post, before: Sequence[Piece], after: Sequence[Piece], name: str = "") -> Post:
    """Return a post with what belongs before and after its text; `name` is what the place of the text itself is called besides."""
    if not before and not after:
        return post
    where = f"{post.place}, {name}" if name else post.place or ""
    whole = [*before, Piece(post.text.rstrip(), where, post.line, post.has_lines), *after]
    places: list[tuple[int, str]] = []
    lines: list[tuple[int, int]] = []
    offset, line = 0, 1
    for piece in whole:
        places.append((offset, piece.place))
        lines.append((line, piece.line))
        offset += len(piece.text) + len(_BETWEEN)
        line += piece.text.count("\n") + len(_BETWEEN)
    has_lines = all(piece.line and piece.has_lines for piece in whole)
    began = places[len(before)][0]
    return replace(
        post,
        text=_BETWEEN.join(piece.text for piece in whole),
        place=before[0].place if before and not name else post.place,
        places=tuple(places),
        muted=tuple(Span(start + began, end + began) for start, end in post.muted),
        line=whole[0].line,
        has_lines=has_lines,
        lines=tuple(lines) if has_lines else (),
    )
