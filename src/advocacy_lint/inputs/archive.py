"""Office files are zip archives from strangers: bounded, and without what could make a parser fetch or grow anything."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from advocacy_lint.errors import InputError

MAX_PARTS = 2_000
MAX_UNPACKED = 100_000_000
# A document of a megabyte that unpacks to fifty is a bomb; small files may well compress by more.
MAX_RATIO = 200
_FREE = 2_000_000
_BOMB = "it unpacks to far more than a document holds"
_DECLARATIONS = tuple(word.encode(codec) for word in ("<!DOCTYPE", "<!ENTITY") for codec in ("ascii", "utf-16-le", "utf-16-be"))


class Archive:
    """A zip archive held in memory, its declared sizes checked."""

    def __init__(self, data: bytes, path: str, kind: str) -> None:
        self.path = path
        self._kind = kind
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise InputError("locked with a password, or an old Office file", path, hint=f"save it as {kind} without a password")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise InputError(f"not a {kind} file: {_said(error)}", path) from None
        unpacked = sum(part.file_size for part in parts)
        if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or unpacked > max(_FREE, len(data) * MAX_RATIO):
            raise InputError(f"refused: {_BOMB}", path)

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return self._zip.namelist()

    def part(self, name: str) -> bytes | None:
        """Return a part unpacked, None where there is none. InputError for one that is damaged, locked, or declares entities."""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(MAX_UNPACKED + 1)
        except KeyError:
            return None
        # RuntimeError: a password; the rest: what damaged archives raise.
        except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, NotImplementedError, EOFError, zipfile.LargeZipFile) as error:
            raise InputError(f"not a {self._kind} file: {_said(error)}", self.path) from None
        except Exception as error:  # zlib.error and lzma's have no common class
            raise InputError(f"not a {self._kind} file: damaged ({type(error).__name__})", self.path) from None
        if len(data) > MAX_UNPACKED:
            raise InputError(f"refused: {_BOMB}", self.path)
        if any(word in data for word in _DECLARATIONS):
            raise InputError("refused: it declares XML entities, as no Office program does", self.path)
        return data

    def parts(self) -> Iterator[bytes]:
        """Yield every XML part, checked: another library that is given the file unpacks them as they are."""
        for name in self.names():
            if name.endswith((".xml", ".rels", ".vml")):
                yield self.part(name) or b""


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__
