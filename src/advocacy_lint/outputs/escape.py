"""Characters that JSON allows but a terminal or a build server would obey, written as JSON escapes."""

from __future__ import annotations

import re

# Compiled where a text holds something like it, which few do.
_RISKY = "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|(?<=#)#(?=[A-Za-z]{0,20}\\[)"
# The characters as UTF-8, and the bytes that none of them has.
_RISKY_BYTES = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2(?:\x80[\x8e\x8f\xa8-\xae]|\x81[\xa6-\xa9])")
_PLAIN = bytes(range(0x7F))


def checked(written: bytes) -> bytes:
    """Return JSON that is encoded as `escaped` returns text."""
    if _RISKY_BYTES.search(written.translate(None, _PLAIN)) or (b"#" in written and b"##" in written):
        return escaped(written.decode()).encode()
    return written


def escaped(text: str) -> str:
    """Return JSON text with risky characters as ``\\uXXXX``; it means the same."""
    if text.isprintable() and "##" not in text:  # no risky character is one that prints
        return text
    return re.sub(_RISKY, lambda match: f"\\u{ord(match[0]):04x}", text)
