"""What is known of many files, in few: a folder's files share packs, so that a run over a thousand drafts opens some thirty of them.

A pack is an entry of the cache, read whole and checked once; in it, what is known of a file is found by the hash of its content.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import msgpack

from advocacy_lint.result_cache import MAX_BYTES, ResultCache

# The packs of 16 folders at a time: files come folder by folder.
_AT_HAND = 256
# What is learned is written when it is so much, so that an interrupted run has not worked for nothing.
_HELD = 500
_ROOM = MAX_BYTES // 2

# A pack's name, a file's content hash, what is known of it.
Learned: TypeAlias = list[tuple[str, bytes, bytes]]


class Packs:
    """The packs of one cache folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._home = ResultCache(folder, "")
        self._read: dict[str, dict[bytes, bytes]] = {}
        self._learned: Learned = []

    def find(self, pack: str, key: bytes) -> bytes | None:
        """Return what a pack holds under a key, None where it holds nothing."""
        found = self._read.get(pack)
        if found is None:
            if len(self._read) >= _AT_HAND:
                self._read.clear()
            found = self._read[pack] = self._home.get(pack, dict[bytes, bytes]) or {}
        return found.get(key)

    def learn(self, pack: str, key: bytes, entry: object) -> None:
        """Note what is to be kept."""
        self._learned.append((pack, key, msgpack.encode(entry)))

    def add(self, learned: Learned) -> None:
        """Take in what another process has learned, and write when it has become much."""
        self._learned += learned
        if len(self._learned) > _HELD:
            self.save()

    def taken(self) -> Learned:
        """Return what was learned, for another process to write."""
        learned, self._learned = self._learned, []
        return learned

    def save(self) -> None:
        """Write what was learned, beside what others have written meanwhile."""
        new: dict[str, dict[bytes, bytes]] = {}
        for pack, key, entry in self.taken():
            new.setdefault(pack, {})[key] = entry
        for pack, entries in new.items():
            there = self._home.get(pack, dict[bytes, bytes]) or {}
            known = {key: entry for key, entry in there.items() if key not in entries} | entries
            self._home.put(pack, dict(_newest(known)))
        self.forget()

    def close(self) -> None:
        """Write what was learned, and see to it that the cache stays within bounds."""
        self.save()
        if self._home.is_due:
            self._home.prune()

    def forget(self) -> None:
        """Read packs anew from here on."""
        self._read.clear()


def _newest(known: dict[bytes, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the entries that there is room for, in the order they were learned."""
    over = sum(map(len, known.values())) - _ROOM
    for key, entry in known.items():
        if over > 0:
            over -= len(entry)
        else:
            yield key, entry


class Shelf:
    """Says which pack of a kind a file belongs to, for one set of rules and options: by its folder, and how its content hash begins."""

    def __init__(self, cache: ResultCache, kind: str = "pack") -> None:
        self._cache = cache
        self._kind = kind
        self._names: dict[str, list[str]] = {}

    def pack(self, path: str, key: bytes) -> str:
        """Return the name of a file's pack."""
        folder = os.path.dirname(path)
        names = self._names.get(folder)
        if names is None:
            where = os.path.abspath(folder).encode("utf-8", "surrogatepass")
            names = self._names[folder] = [self._cache.key(where, f"{self._kind} {part}") for part in range(16)]
        return names[key[0] >> 4]
