"""Plain text drafts: every character is the post, but front matter is read here too."""

from __future__ import annotations

from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs import front_matter
from advocacy_lint.inputs.encoding import BOM, decode
from advocacy_lint.model import Post, Problem, Span


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield the one post of a text file."""
    text, _ = decode(data, path)
    matter = front_matter.read(text, path)
    muted = (matter.span,) if matter.span else (Span(0, 1),) if text.startswith(BOM) else ()
    yield Post(path, text, matter.meta.get("id"), meta=matter.meta, muted=muted, has_meta=matter.given)
