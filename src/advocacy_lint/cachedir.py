"""Where caches live, and how they are written: whole or not at all, and never a reason to fail."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "ADVOCACY_LINT_CACHE_DIR"


def cache_folder() -> str | None:
    """Return the folder for caches (made if need be), or None where caching is off or not possible.

    ``ADVOCACY_LINT_CACHE_DIR`` names another folder; empty, it switches caches off.
    """
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    if named:
        folder = named
    else:
        home = os.path.expanduser("~")
        if os.name == "nt":
            folder = os.path.join(os.environ.get("LOCALAPPDATA") or home, "advocacy-lint", "cache")
        else:
            folder = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "advocacy-lint")
        if folder[0] == "~":  # no home folder
            return None
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:
        return None
    return folder


def write_quietly(path: Path, data: bytes) -> bool:
    """Write a file by way of a temporary one beside it, so that parallel runs see all of it or nothing; say whether it was written."""
    import tempfile  # 5 ms, and only the first run writes

    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(name)
        if isinstance(error, OSError):
            return False
        raise
    return True
