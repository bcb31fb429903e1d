"""Folders of rules: where the built-in one is, and how to know that nothing in one has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable

from advocacy_lint.errors import ConfigError
from advocacy_lint.version import __version__

# Folders of a pack that hold other things than rules: phrase lists and channels that rules share, and what the program makes.
NOT_RULES = ("lists", "data")
# More are somebody's disk.
_MOST = 50_000
# Raised when what is written of a pack's rules changes its form.
_FORM = 5


def builtin_folder() -> str:
    """Return the folder of the built-in rules: inside the wheel, or at the top of a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "_rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(os.path.dirname(package)), "rules")


def stamp(folders: Iterable[str], what: str = "") -> str:
    """Return a text that changes with any file of these folders: paths, sizes and modification times."""
    entries: list[str] = []
    stack = list(folders)
    met = 0
    while stack:
        folder = stack.pop()
        with os.scandir(folder) as scan:
            for entry in scan:
                met += 1
                if met > _MOST:
                    raise ConfigError(f"more than {_MOST:,} files: no folder of rules", folder, hint="name the folder that holds the rules")
                if entry.name.lower().endswith((".yml", ".yaml", ".json", ".tsv")):
                    entries.append(f"{entry.path}:{_state(entry)}")
                elif entry.name[0] != "." and entry.is_dir(follow_symlinks=False):
                    stack.append(entry.path)
    return "\n".join((f"{__version__}:{_FORM}:{what}", *sorted(entries)))


def is_rule_file(name: str) -> bool:
    """Say whether a file's name is that of a rule."""
    return name.lower().endswith((".yml", ".yaml"))


def _state(entry: os.DirEntry[str]) -> str:
    """Return what changes with a file; a link to nowhere has a state too, until what it leads to appears."""
    try:
        stat = entry.stat()
    except OSError:
        return "nowhere"
    return f"{stat.st_size}:{stat.st_mtime_ns}"
