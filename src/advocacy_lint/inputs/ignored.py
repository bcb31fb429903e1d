"""What .gitignore leaves out, read as Git reads it: the nearest file that says anything about a path decides."""

from __future__ import annotations

import os
import re
import warnings
from typing import TYPE_CHECKING

from advocacy_lint.files.contents import beginning

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MAX_SIZE = 1_000_000
# No path is longer; RE2 takes seconds over a pattern of a megabyte.
_LONGEST = 4096
_TOGETHER = 1000


class Ignored:
    """The .gitignore files that hold in a folder, each with the folder's path as seen from it."""

    __slots__ = ("_specs",)

    def __init__(self, specs: tuple[tuple[GitIgnoreSpec, str], ...] = ()) -> None:
        self._specs = specs

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """Return what the folders above one say, up to the top of its repository."""
        whole = os.path.abspath(folder)
        folders = [whole]
        while not os.path.exists(os.path.join(folders[-1], ".git")):
            parent = os.path.dirname(folders[-1])
            if parent == folders[-1]:
                return cls()
            folders.append(parent)
        prefixed = ((each, os.path.relpath(whole, each).replace(os.sep, "/") + "/") for each in reversed(folders[1:]))
        found = ((spec, prefix) for each, prefix in prefixed for spec in _read(each))
        # Who names a folder that is left out wants it read all the same.
        return cls(tuple((spec, prefix) for spec, prefix in found if not spec.check_file(prefix).include))

    def below(self, name: str) -> Ignored:
        """Return what holds in a folder of the folder."""
        return Ignored(tuple((spec, f"{prefix}{name}/") for spec, prefix in self._specs)) if self._specs else self

    def and_of(self, folder: str) -> Ignored:
        """Return what holds together with the folder's own .gitignore."""
        own = _read(folder)
        return Ignored((*self._specs, *((spec, "") for spec in own))) if own else self

    def leaves_out(self, name: str) -> bool:
        """Say whether an entry is left out; a folder's name ends in a slash."""
        for spec, prefix in reversed(self._specs):
            said = spec.check_file(prefix + name).include
            if said is not None:
                return bool(said)
        return False


def _read(folder: str) -> tuple[GitIgnoreSpec, ...]:
    """Return a folder's .gitignore, in parts of which the last that says anything decides; nothing where there is none."""
    data = beginning(os.path.join(folder, ".gitignore"), _MAX_SIZE)
    if data is None:
        return ()
    lines = [line for line in data.decode("utf-8", "replace").splitlines() if len(line) <= _LONGEST]
    return tuple(spec for start in range(0, len(lines), _TOGETHER) for spec in _specs(lines[start : start + _TOGETHER]))


def _specs(lines: list[str]) -> tuple[GitIgnoreSpec, ...]:
    """Return patterns as RE2 can hold them together: halved while they are too much for it, without those it cannot read alone."""
    # Imported only where there is something to read.
    from pathspec import GitIgnoreSpec
    from re2 import error

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's own of “[[”, for a pattern that RE2 matches
            return (GitIgnoreSpec.from_lines(lines),)
    except (ValueError, re.error, error):
        middle = len(lines) // 2
        return (*_specs(lines[:middle]), *_specs(lines[middle:])) if middle else ()
