"""The tags of an XML part, as a parser meets them: none inside a comment, and attributes may hold any sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    rb"""|<(?P<name>[^\s<>/!?"'][^\s<>/"']*+)(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""",
    re.DOTALL,
)


def opening(part: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name (without its prefix) and the attributes of every tag that opens an element."""
    for match in _TAG.finditer(part):
        name = match["name"]
        if name is not None:
            yield name.rpartition(b":")[2], match["rest"]
