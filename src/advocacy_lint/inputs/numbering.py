"""Posts that are numbered by lines of their own, as people do who know no headings: “Opslag 1”, “Post #2:”, “**Udkast 3 (Lene)**”."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = r"(?:linkedin[- ]?)?(?:post|opslag|udkast|draft)"
_FIRST = rf"^[ \t*_]{{0,8}}{_WORD}[ \t]*(?:nr\.?|no\.?|#)?[ \t]*1\b"
_LINE = (
    rf"[*_]{{0,3}}{_WORD}[ \t]*(?:nr\.?|no\.?|#)?[ \t]*(\d{{1,3}})[*_]{{0,3}}"
    r"(?:[ \t]*[:.–—-]?|[ \t]*\([^()\r\n]{1,60}\):?|[ \t]*[:–—-][ \t]*(?P<title>[^\r\n]{1,60}))[*_]{0,3}"
)
_TITLE_WORDS = 8
_POST_WORDS = 5
_PREFACE_WORDS = 30


def may_be(text: str, start: int = 0) -> bool:
    """Say whether a text has a line that begins like the first of several: a look before each line is looked at."""
    return "1" in text and re.search(_FIRST, text[start:] if start else text, re.IGNORECASE | re.MULTILINE) is not None


def number_of(line: str) -> int | None:
    """Return the number of the post that a line is the title of; None for any other line."""
    match = re.fullmatch(_LINE, line.strip(), re.IGNORECASE)
    title = (match["title"] or "").strip("*_ ") if match else ""
    return int(match[1]) if match and is_title(title) and not title.endswith(",") else None


def is_preface(words: str) -> bool:
    """Say whether what stands above the first number is no post of its own: a title, a greeting to whoever is to read them."""
    return len(words.split()) <= _PREFACE_WORDS


def is_title(words: str) -> bool:
    """Say whether words behind a number only say what its post is called."""
    return len(words.split()) <= _TITLE_WORDS and not words.rstrip().endswith((".", "!", "?"))


def are_counted(numbers: Sequence[int], texts: Sequence[str]) -> bool:
    """Say whether lines number posts: 1, 2, 3 …, and something to post under each."""
    return (
        len(numbers) > 1 and list(numbers) == list(range(1, len(numbers) + 1)) and all(len(text.split()) >= _POST_WORDS for text in texts)
    )
