"""Text from strangers, made safe for a terminal or a log: nothing that moves a cursor or turns a line around survives."""

from __future__ import annotations

import re

# C0 and C1 controls but for tab and line feed, bidirectional overrides and isolates, and lone surrogates.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_ENDS = "\t\n\r\u2028\u2029"
_BLANKS = str.maketrans(dict.fromkeys(_LINE_ENDS, " "))
_SHOWN = str.maketrans({character: f"⟨U+{ord(character):04X}⟩" for character in _LINE_ENDS})


def clean(text: str) -> str:
    """Return text with controls shown as ⟨U+001B⟩; tabs and line feeds stay."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """Return text on one line, clean: line ends (also Unicode's own) and tabs become blanks."""
    return clean(text.translate(_BLANKS))


def name(path: str) -> str:
    """Return a file's name as it may be printed: on one line, line ends shown."""
    return clean(path.translate(_SHOWN))
