"""Where caches live, and how they are written: whole or not at all, and never a reason to fail."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

VARIABLE = "ADVOCACY_LINT_CACHE_DIR"


def cache_folder() -> Path | None:
    """Return the folder for caches (made if need be), or None where caching is off or not possible.

    ``ADVOCACY_LINT_CACHE_DIR`` names another folder; empty, it switches caches off.
    """
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    if named:
        folder = Path(named)
    elif os.name == "nt":
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "advocacy-lint" / "cache"
    else:
        try:
            folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "advocacy-lint"
        except RuntimeError:  # no home folder
            return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
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
