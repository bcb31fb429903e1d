"""The cache of a project: what earlier runs worked out, in one SQLite file, found by a hash of all that it depends on.

A file that is damaged, somebody else's or not to be written is no error: the run goes on without it. SQLite lets runs share it.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from typing import Any, TypeVar
from zlib import crc32

from msgspec import msgpack

# Raised when what is written changes its form: an older file is left alone, and goes with its folder.
FORM = 1
MAX_BYTES = 200_000_000
_NAME = f"reports-{FORM}.sqlite"
_APPLICATION = 0x41644C74  # “AdLt”, by which SQLite knows whose file it is
_LARGEST = 20_000_000
_WAIT = 3.0  # seconds for another run to be done with writing
_MANY = 200  # entries that are written together
_DAY = 86_400

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER NOT NULL, sum INTEGER NOT NULL, data BLOB NOT NULL)"

Shape = TypeVar("Shape")


class Cache:
    """Values by their keys; `close` writes what is new, and keeps the file within bounds."""

    def __init__(self, folder: str, most: int = MAX_BYTES) -> None:
        self._path = os.path.join(folder, _NAME)
        self._most = most
        self._decoders: dict[type, msgpack.Decoder[Any]] = {}
        self._new: list[tuple[bytes, int, int, bytes]] = []
        self._used: list[bytes] = []
        self._today = int(time.time() // _DAY)
        self._base: sqlite3.Connection | None = None
        with suppress(sqlite3.Error, OSError):
            self._base = self._opened()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *ignored: object) -> None:
        self.close()

    def _opened(self) -> sqlite3.Connection | None:
        """Return the file, opened; None for one that another program wrote."""
        base = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)
        try:
            base.execute("PRAGMA trusted_schema = OFF")
            whose = base.execute("PRAGMA application_id").fetchone()[0]
            tables = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if whose != _APPLICATION and tables:
                base.close()
                return None
            base.execute("PRAGMA synchronous = OFF")  # what a crash takes is worked out again
            if not tables:
                base.execute("PRAGMA auto_vacuum = INCREMENTAL")
                base.execute(f"PRAGMA application_id = {_APPLICATION}")
                base.execute(_TABLE)
        except sqlite3.DatabaseError as error:
            base.close()
            self._damaged(error)
            return None
        return base

    def _damaged(self, error: sqlite3.Error) -> None:
        """Go on without the file; one that is no database any more is taken away, so that the next run begins anew."""
        self._base = None
        if type(error) is sqlite3.DatabaseError:  # its kinds say that it is locked, full or read-only
            with suppress(OSError):
                os.unlink(self._path)

    def get(self, key: bytes, shape: type[Shape]) -> Shape | None:
        """Return a value; None where there is none of this shape."""
        if self._base is None:
            return None
        try:
            row = self._base.execute("SELECT used, sum, data FROM kept WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            used, checksum, data = row
            if crc32(data, crc32(key)) != checksum:
                return None
            decoder = self._decoders.get(shape)
            if decoder is None:
                decoder = self._decoders[shape] = msgpack.Decoder(shape)
            found: Shape = decoder.decode(data)
        except sqlite3.Error as error:
            self._damaged(error)
            return None
        except (ValueError, TypeError, RecursionError):  # msgspec's errors are ValueErrors
            return None
        if used != self._today:
            self._used.append(key)
        return found

    def put(self, key: bytes, value: object) -> None:
        """Keep a value; one that cannot be written (half of a character) is left out."""
        if self._base is None:
            return
        try:
            data = msgpack.encode(value)
        except (ValueError, TypeError, RecursionError):
            return
        if len(data) <= _LARGEST:
            self._new.append((key, self._today, crc32(data, crc32(key)), data))
        if len(self._new) >= _MANY:
            self._write()

    def _write(self) -> None:
        base, new, used = self._base, self._new, self._used
        self._new, self._used = [], []
        if base is None or not (new or used):
            return
        try:
            base.execute("BEGIN IMMEDIATE")
            base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", new)
            base.executemany("UPDATE kept SET used = ? WHERE key = ?", [(self._today, key) for key in used])
            base.execute("COMMIT")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                base.execute("ROLLBACK")
            self._damaged(error)

    def close(self) -> None:
        """Write what is new; where the file has become too large, what was not asked for longest goes."""
        written = bool(self._new)
        self._write()
        base, self._base = self._base, None
        if base is None:
            return
        with suppress(sqlite3.Error):
            if written:
                self._prune(base)
        base.close()

    def _prune(self, base: sqlite3.Connection) -> None:
        size = base.execute("PRAGMA page_size").fetchone()[0]
        pages = base.execute("PRAGMA page_count").fetchone()[0]
        if size * pages <= self._most:
            return
        left = self._most // 2
        with base:
            base.execute("BEGIN IMMEDIATE")
            for number, length in base.execute("SELECT rowid, length(data) FROM kept ORDER BY used DESC, rowid DESC").fetchall():
                left -= length
                if left < 0:
                    base.execute("DELETE FROM kept WHERE rowid = ?", (number,))
        base.executescript("PRAGMA incremental_vacuum")  # which `execute` leaves after its first page
