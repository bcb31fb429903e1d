"""What no rewrite touches although readers see it: paths, wiki links, variables, and what somebody else may be saying.

Reading takes doubtful marks for the author's; changing words in them would be putting words into a mouth. Bounded, so that unclosed
marks cost linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from advocacy_lint.text.spans import Cover

_PROTECTED = r"""\[\[[^\[\]\n]{1,200}\]\]
      | (?<!\S)(?=\S{0,300}[/\\])\S+
      | [$%]\w+%?
      | (?<![\w-])--\w[\w-]*
      | (?:(?<=\n\n)|(?<=\n\r\n)|\A)(?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z))+
      | <(?P<tag>blockquote|q|cite)\b[^<>]{0,200}>.{0,3000}?</(?P=tag)>
      | ^[ \t]{0,3}(?:[-*+][ \t]+|\d{1,3}[.)][ \t]+)?>(?:[^\n]|\n(?![ \t\r]*\n))*
      | »[^»«]{1,3000}[»«] | “[^“”]{1,6000}” | “[^“”\n]{1,3000} | „[^„“”]{1,6000}[“”] | «[^«»]{1,6000}»
      | 「[^「」]{1,3000}」 | 『[^『』]{1,3000}』 | ``[^`\n]{1,3000}''
      | (?<![\w'])'(?=[^\s'])(?:[^'\n]|(?<=\w)'(?=\w)){1,3000}'(?!\w)"""
# What one of these begins with or holds: most drafts have none.
_SIGNS = re.compile(r"[/\\$%<>»«“„「『'`]|\[\[|--\w|\]:|(?:\A|\n)(?:[ ]{4}|\t)")
_DEFINED = re.compile(r"^[ ]{0,3}\[([^\[\]\n]{1,200})\]:", re.MULTILINE)
_LABEL = re.compile(r"\[([^\[\]\n]{1,200})\]")


@lru_cache(maxsize=4)
def protected(text: str, start: int, end: int) -> Cover:
    """Return the stretches of a text that stay as they are."""
    if _SIGNS.search(text, start, end) is None:
        return Cover(())
    pattern = re.compile(_PROTECTED, re.VERBOSE | re.MULTILINE | re.DOTALL | re.IGNORECASE)
    return Cover(sorted([*(found.span() for found in pattern.finditer(text, start, end)), *_labels(text, start, end)]))


def _labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the links that are found by their very words: “[our pumps]”, where “[our pumps]: https://…” stands elsewhere."""
    if "]:" not in text:
        return
    defined = {_cleaned(found[1]) for found in _DEFINED.finditer(text)}
    for found in _LABEL.finditer(text, start, end) if defined else ():
        if _cleaned(found[1]) in defined:
            yield found.span()


def _cleaned(label: str) -> str:
    return " ".join(label.split()).casefold()
