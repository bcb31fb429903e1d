"""A trie with all phrases in it, kept in the user's cache folder: taking 2,000 phrases apart costs 20 ms, reading this file 3.

The key says which phrases of which rules; a cache that does not fit, or cannot be read or written, is left aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import MsgspecError, Struct, msgpack

from advocacy_lint.checks.trie import Node
from advocacy_lint.digests import blake2b

_SUM = 16


class Place(Struct, frozen=True):
    """Where a trie is kept, and what changes with the rules it is made of."""

    path: str
    stamp: str

    def key(self, lists: Iterable[Sequence[str]]) -> bytes:
        """Return what a kept trie is known by: the phrases of all targets, in order."""
        digest = blake2b(self.stamp.encode("utf-8", "surrogatepass"), digest_size=16)
        for phrases in lists:
            digest.update("\0".join((*phrases, "\n")).encode("utf-8", "surrogatepass"))
        return digest.digest()


class Kept(Struct, frozen=True, array_like=True):
    """A trie as it is kept: its root, the nodes in which alternatives meet, and what its symbols stand for."""

    key: bytes
    root: Node
    joined: list[Node]
    words: dict[str, list[str]]
    parts: list[str]


def read(place: Place, key: bytes) -> Kept | None:
    """Return what is kept under a key; None where there is nothing, or something else."""
    try:
        with open(place.path, "rb") as file:
            written = file.read()
        if written[:_SUM] != _sum(written[_SUM:]):
            return None
        kept = msgpack.decode(memoryview(written)[_SUM:], type=Kept)
    except (OSError, MsgspecError, ValueError, RecursionError):
        return None
    return kept if kept.key == key else None


def write(place: Place, kept: Kept) -> None:
    """Keep a trie; one that is nested too deeply is not kept."""
    from pathlib import Path

    from advocacy_lint.cachedir import write_quietly

    try:
        written = msgpack.encode(kept)
    except (MsgspecError, ValueError, RecursionError):
        return
    write_quietly(Path(place.path), _sum(written) + written)


def _sum(written: bytes) -> bytes:
    """Return what tells a file that was changed: a trie that leads nowhere would be found out in the middle of a post."""
    digest: bytes = blake2b(written, digest_size=_SUM).digest()
    return digest
