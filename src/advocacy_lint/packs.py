"""Folders of rules: where the built-in one is, and how to know that nothing in one has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable

from advocacy_lint.version import __version__

# Raised when what is written of a pack's rules changes its form.
_FORM = 1


def builtin_folder() -> str:
    """Return the folder of the built-in rules: inside the wheel, or at the top of a checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "_rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(os.path.dirname(package)), "rules")


def stamp(folders: Iterable[str], what: str = "") -> str:
    """Return a text that changes with any file of these folders: paths, sizes and modification times."""
    entries: list[str] = []
    stack = list(folders)
    while stack:
        with os.scandir(stack.pop()) as scan:
            for entry in scan:
                if entry.name.endswith((".yml", ".json")):
                    entries.append(f"{entry.path}:{_state(entry)}")
                elif entry.name[0] != "." and entry.is_dir(follow_symlinks=False):
                    stack.append(entry.path)
    return "\n".join((f"{__version__}:{_FORM}:{what}", *sorted(entries)))


def _state(entry: os.DirEntry[str]) -> str:
    """Return what changes with a file; a link to nowhere has a state too, until what it leads to appears."""
    try:
        stat = entry.stat()
    except OSError:
        return "nowhere"
    return f"{stat.st_size}:{stat.st_mtime_ns}"
