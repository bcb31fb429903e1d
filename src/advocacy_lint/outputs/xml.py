"""Text in XML: escaped, and without what XML 1.0 cannot hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def attribute(value: object) -> str:
    """Return a value as a quoted attribute."""
    return chr(34) + _FORBIDDEN.sub("\ufffd", str(value)).translate(_ESCAPES) + chr(34)


def element(value: object) -> str:
    """Return a value as the text of an element."""
    return _FORBIDDEN.sub("\ufffd", str(value)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
