"""What .gitignore leaves out, read as Git reads it: the nearest file that says anything about a path decides."""

from __future__ import annotations

import os
from typing import Any

_MAX_SIZE = 1_000_000


class Ignored:
    """The .gitignore files that hold in a folder, each with the folder's path as seen from it."""

    __slots__ = ("_specs",)

    def __init__(self, specs: tuple[tuple[Any, str], ...] = ()) -> None:
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
        found = ((_read(each), os.path.relpath(whole, each).replace(os.sep, "/") + "/") for each in reversed(folders[1:]))
        # Who names a folder that is left out wants it read all the same.
        return cls(tuple((spec, prefix) for spec, prefix in found if spec is not None and not spec.check_file(prefix).include))

    def below(self, name: str) -> Ignored:
        """Return what holds in a folder of the folder."""
        return Ignored(tuple((spec, f"{prefix}{name}/") for spec, prefix in self._specs)) if self._specs else self

    def and_of(self, folder: str) -> Ignored:
        """Return what holds together with the folder's own .gitignore."""
        own = _read(folder)
        return self if own is None else Ignored((*self._specs, (own, "")))

    def leaves_out(self, name: str) -> bool:
        """Say whether an entry is left out; a folder's name ends in a slash."""
        for spec, prefix in reversed(self._specs):
            said = spec.check_file(prefix + name).include
            if said is not None:
                return bool(said)
        return False


def _read(folder: str) -> Any:
    try:
        with open(os.path.join(folder, ".gitignore"), "rb") as file:
            lines = file.read(_MAX_SIZE).decode("utf-8", "replace").splitlines()
    except OSError:
        return None
    # 70 ms: only where there is something to read.
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in lines if _is_valid(line))


def _is_valid(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
