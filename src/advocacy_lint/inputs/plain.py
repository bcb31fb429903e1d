"""Plain text drafts: every character is the post, but front matter is read here too."""

from __future__ import annotations

from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs import front_matter
from advocacy_lint.inputs.cells import MENTION
from advocacy_lint.inputs.encoding import BOM, decode
from advocacy_lint.model import Edit, Post, Problem, Span


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield the one post of a text file."""
    text, _ = decode(data, path)
    matter = front_matter.read(text, path)
    muted = [Span(0, 1)] if text.startswith(BOM) and (matter.span is None or matter.span.start) else []
    muted.extend((matter.span,) if matter.span else ())
    yield Post(
        path, text, matter.meta.get("id"), meta=matter.meta, muted=tuple(muted), has_meta=matter.given, edits=tuple(_mentions(text)),
    )  # fmt: skip


def _mentions(text: str) -> Iterator[Edit]:
    """Yield what is read otherwise: of LinkedIn's mentions, readers see the name."""
    for match in MENTION.finditer(text) if "](urn:li:" in text else ():
        yield Edit(match.start(), match.start(1))
        yield Edit(match.end(1), match.end())
