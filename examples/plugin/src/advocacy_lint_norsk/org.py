"""Input `.org`: drafts as Emacs keeps them. Keywords at the top (``#+AUTHOR: Kari``) are metadata; comments and drawers are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.model import META_KEYS, Post, Problem, Span

_KEYWORD = re.compile(r"#\+(\w+):[ \t]*(.*)")


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield the one post of a file; InputError where it is no text."""
    text, _ = decode(data, path)
    meta: dict[str, str] = {}
    muted: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        found = _KEYWORD.match(line)
        if found and found[1].lower() in META_KEYS:
            meta[found[1].lower()] = found[2].strip()
        if line.startswith(("#+", "# ", ":")):
            muted.append(Span(offset, offset + len(line)))
        elif line.startswith("*"):
            muted.append(Span(offset, offset + len(line) - len(line.lstrip("*"))))
        offset += len(line)
    yield Post(path, text, meta=meta, muted=tuple(muted), has_meta=bool(meta))
