"""What words are known by when posts are held against each other: names and figures are any, all others have a check sum.

The marks of the texts that were cut last are kept for a while: what compares posts comes after what judges each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

# Stands for any name or figure: whoever swaps "Anna" for "Mette" has still pasted.
ANY = "·"
# A word's mark: its check sum, and room for those of the two words after it.
LANE = 8
_WORDS = frozenset(("word", "abbreviation"))
_KEPT = 64

# Empty for what is no word, None where it depends on what stands before.
Mark = bytes | None
_cut: dict[tuple[str, int, int], Sequence[Mark]] = {}


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
    return (crc32(norm.encode("utf-8", "surrogatepass")) or 1).to_bytes(LANE, "little") if norm else b""


def keep(text: str, start: int, stop: int, marks: Sequence[Mark]) -> None:
    """Keep the marks of a text that was cut, instead of the oldest."""
    if len(_cut) >= _KEPT:
        del _cut[next(iter(_cut))]
    _cut[text, start, stop] = marks


def kept(text: str, start: int, stop: int) -> Sequence[Mark] | None:
    """Return the marks of a text that was cut lately; None for others."""
    return _cut.get((text, start, stop))
