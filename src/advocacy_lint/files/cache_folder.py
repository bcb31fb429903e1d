"""Where caches live, of the program itself and of a project, and how they are written: whole or not at all, and never a reason to fail."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

VARIABLE = "ADVOCACY_LINT_CACHE_DIR"
PROJECT_FOLDER = ".advocacy-lint-cache"
_MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Reports of advocacy-lint; see https://bford.info/cachedir/\n",
}


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


def project_folder(root: str | None) -> str | None:
    """Return the folder for what is kept of a project's drafts (made if need be); None where nothing is kept.

    It lies at the project's root, readable by its owner only, and tells Git and backups to leave it out. A folder that belongs to
    somebody else, or a link, is not used. ``ADVOCACY_LINT_CACHE_DIR`` names another; empty, it switches caches off.
    """
    if os.environ.get(VARIABLE) is not None:
        return cache_folder()
    if root is None:
        return None
    folder = os.path.join(root, PROJECT_FOLDER)
    try:
        with suppress(FileExistsError):
            os.mkdir(folder, mode=0o700)
            for name, content in _MARKS.items():
                with open(os.path.join(folder, name), "x", encoding="utf-8") as file:
                    file.write(content)
        found = os.lstat(folder)
    except OSError:
        return None
    mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return folder if stat.S_ISDIR(found.st_mode) and mine else None


def project_root(path: str, configuration: str | None) -> str | None:
    """Return the root of the project that a path belongs to: the folder of its configuration, else the top of its Git repository."""
    if configuration is not None:
        return os.path.dirname(os.path.abspath(configuration))
    folder = os.path.abspath(path)
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def write_quietly(path: Path, data: bytes) -> bool:
    """Write a file by way of a temporary one beside it, so that parallel runs see all of it or nothing; say whether it was written."""
    import tempfile  # only the first run writes

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
