"""Lines and columns of offsets, in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache


@lru_cache(maxsize=1)
def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins; CRLF, CR and LF end lines; a byte order mark is before the first.

    Not to be changed: the next post of the text has it too.
    """
    starts = [int(text.startswith("\ufeff"))]
    if "\r" not in text:
        find = text.find
        position = find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = find("\n", position + 1)
        return starts
    starts.extend(match.end() for match in re.finditer(r"\r\n|\r|\n", text))
    return starts


def line_column(starts: list[int], offset: int) -> tuple[int, int]:
    """Return the line and column (both from 1, in code points) of an offset."""
    line = bisect_right(starts, offset) or 1
    return line, max(1, offset - starts[line - 1] + 1)
