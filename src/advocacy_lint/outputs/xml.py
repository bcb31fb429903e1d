"""Text in XML: escaped, and without what XML 1.0 cannot hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What build servers take for a command: ##[group] anywhere in a line, ::error:: at its beginning.
_COMMAND = re.compile(r"##(?=[A-Za-z]{0,20}\[)")
_LINE_COMMAND = re.compile(r"(?<!\S):(?=:)")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def attribute(value: object) -> str:
    """Return a value as a quoted attribute."""
    return chr(34) + _COMMAND.sub("#&#35;", _FORBIDDEN.sub("\ufffd", str(value)).translate(_ESCAPES)) + chr(34)


def element(value: object) -> str:
    """Return a value as the text of an element."""
    text = _FORBIDDEN.sub("\ufffd", str(value)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_COMMAND.sub("&#58;", _COMMAND.sub("#&#35;", text))
