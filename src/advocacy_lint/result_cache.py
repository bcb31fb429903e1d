"""A folder of what earlier runs worked out, found by content hash: hashes, offsets, numbers and what rules say, no word of a draft.

An entry that does not fit, or cannot be read or written, is left aside. One file an entry, each written whole or not at all, so that
runs may share a cache.
"""

from __future__ import annotations

import os
from contextlib import suppress
from time import strftime
from typing import Any, TypeVar
from zlib import crc32

from msgspec import msgpack

from advocacy_lint.digests import blake2b
from advocacy_lint.reading import read_up_to

# Raised when what is written changes its form.
FORM = 9
MAX_KEPT = 100_000_000
MAX_BYTES = 16_000_000
_FOLDER = "results"
# Listing the folder is asked after so many new entries, or one whose key begins like this (one of 16).
_MANY = 50
_DRAWN = "0"
_KEY = 16
_SUM = 4

Shape = TypeVar("Shape")


class ResultCache:
    """Entries of one cache folder, for one set of rules, options and version (`stamp`)."""

    def __init__(self, folder: str, stamp: str) -> None:
        self.folder = folder
        self._folder = os.path.join(folder, _FOLDER)
        self._base = blake2b(f"{FORM}\n{stamp}".encode("utf-8", "surrogatepass"), digest_size=_KEY)
        self._kinds: dict[tuple[str, bool], Any] = {}
        self._decoders: dict[Any, msgpack.Decoder[Any]] = {}
        self._written = 0
        self._drawn = False

    def digest(self, data: bytes, kind: str) -> bytes:
        """Return what identifies a file's bytes, read as a kind (its suffix); the day counts where something may expire."""
        dated = b"advocacy-lint" in data
        begun = self._kinds.get((kind, dated))
        if begun is None:
            begun = self._kinds[kind, dated] = self._base.copy()
            begun.update(f"{kind}\n{strftime('%Y-%m-%d') if dated else ''}\n".encode("utf-8", "surrogatepass"))
        hasher = begun.copy()
        hasher.update(data)
        found: bytes = hasher.digest()
        return found

    def hasher(self, kind: str) -> Any:
        """Return what hashes parts of something that is too large to be held whole; it counts no day."""
        hasher = self._base.copy()
        hasher.update(f"{kind}\n".encode("utf-8", "surrogatepass"))
        return hasher

    def key(self, data: bytes, kind: str) -> str:
        """Return the key of an entry of its own."""
        return self.digest(data, kind).hex()

    def get(self, key: str, shape: type[Shape]) -> Shape | None:
        """Return an entry; None where there is none that can be read, or it has another shape."""
        try:
            written, _ = read_up_to(f"{self._folder}/{key[:2]}/{key[2:]}", MAX_BYTES)
            data = memoryview(written)[_SUM:]
            if crc32(data) != int.from_bytes(written[:_SUM], "big") or data[:_KEY] != bytes.fromhex(key):
                return None
            return self._decoder(shape).decode(data[_KEY:])
        except (OSError, ValueError, RecursionError):  # msgspec's errors are ValueErrors
            return None

    def _decoder(self, shape: type[Shape]) -> msgpack.Decoder[Shape]:
        found = self._decoders.get(shape)
        if found is None:
            found = self._decoders[shape] = msgpack.Decoder(shape)
        return found

    def put(self, key: str, entry: Any) -> None:
        """Keep an entry; a folder that cannot be written is no error."""
        folder = f"{self._folder}/{key[:2]}"
        temporary = f"{folder}/.{key[2:]}.{os.getpid()}"
        try:
            data = bytes.fromhex(key) + msgpack.encode(entry)
            if len(data) + _SUM >= MAX_BYTES:
                return
            os.makedirs(folder, mode=0o700, exist_ok=True)
            with open(temporary, "wb") as file:
                # The sum comes first: a damaged entry may still have the shape that is asked for, and say something else.
                file.write(crc32(data).to_bytes(_SUM, "big") + data)
            os.replace(temporary, f"{folder}/{key[2:]}")
            self._written += 1
            self._drawn |= key.startswith(_DRAWN)
        except BaseException as error:
            with suppress(OSError):  # a full disk, or an interrupted run
                os.unlink(temporary)
            if not isinstance(error, (OSError, TypeError, ValueError)):
                raise

    @property
    def is_due(self) -> bool:
        """Say whether to prune: after many new entries, and by lot after one, so that many small runs stay within bounds too."""
        return self._drawn or self._written > _MANY

    def prune(self, most: int = MAX_KEPT) -> None:
        """Remove the oldest entries, as long as all together have more bytes than the limit."""
        try:
            folders = [folder.path for folder in os.scandir(self._folder) if folder.is_dir(follow_symlinks=False)]
            found = [(os.stat(path), path) for folder in folders for path in (f"{folder}/{name}" for name in os.listdir(folder))]
        except OSError:
            return
        kept = sum(status.st_size for status, _ in found)
        for status, path in sorted(found, key=lambda each: (each[0].st_mtime, each[1])):
            if kept <= most:
                return
            with suppress(OSError):
                os.unlink(path)
            kept -= status.st_size
