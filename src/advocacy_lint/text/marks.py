"""What words are known by when posts are held against each other: names and figures are any, all others have a check sum."""

from __future__ import annotations

from struct import Struct
from zlib import crc32

# Stands for any name or figure: whoever swaps "Anna" for "Mette" has still pasted.
ANY = "·"
# A word's mark: its check sum, and room for those of the two words after it.
LANE = 8
_WORDS = frozenset(("word", "abbreviation"))
_packed = Struct("<Q").pack

# Empty for what is no word, None where it depends on what stands before.
Mark = bytes | None


def compared(piece: str, kind: str, norm: str) -> str | None:
    """Return what a piece is compared as, empty for what is no word; None for a capitalised word, which may be a name."""
    if kind in _WORDS:
        return norm
    if kind == "capital":
        raw = piece.removesuffix(" ")
        return None if len(raw) > 1 and not raw.isupper() else norm
    return ANY if kind == "number" else ""


def mark_of(piece: str, kind: str, norm: str) -> Mark:
    """Return the mark of a piece."""
    said = norm if kind == "word" else compared(piece, kind, norm)
    return said if said is None else mark(said)


def mark(norm: str) -> bytes:
    """Return the mark of what a word is compared as: the same in every process, unlike Python's own hashes."""
    # Most words are such as any text may hold.
    written = norm.encode() if norm.isascii() else norm.encode("utf-8", "surrogatepass")
    return _packed(crc32(written) or 1) if norm else b""
