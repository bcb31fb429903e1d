"""Path patterns: ``*`` and ``?`` within a name, ``[ab]`` for a letter, ``**`` for any folders; in time linear in path times pattern."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase


def is_pattern(path: str) -> bool:
    """Say whether a path has a character that only a pattern needs."""
    return any(letter in path for letter in "*?[")


def matches(path: str, pattern: str) -> bool:
    """Say whether a path with forward slashes matches a pattern, name by name."""
    return _match(path.strip("/").split("/"), pattern.strip("/").split("/"))


def covers(path: str, pattern: str) -> bool:
    """Say whether a setting for a pattern holds for a path.

    A pattern without a slash names a file or folder anywhere; one for a folder holds for all in it.
    """
    pattern = pattern.removeprefix("./")
    if "/" not in pattern.rstrip("/"):
        return any(fnmatchcase(name, pattern.rstrip("/")) for name in path.split("/"))
    return matches(path, pattern) or matches(path, f"{pattern.rstrip('/')}/**")


def _match(names: Sequence[str], parts: Sequence[str]) -> bool:
    """Match names against parts, going back to the last ``**`` only: it can always take one name more."""
    name = part = 0
    wide: tuple[int, int] | None = None
    while name < len(names):
        if part < len(parts) and parts[part] == "**":
            wide = (name, part)
            part += 1
        elif part < len(parts) and fnmatchcase(names[name], parts[part]):
            name, part = name + 1, part + 1
        elif wide is not None:
            wide = (wide[0] + 1, wide[1])
            name, part = wide[0], wide[1] + 1
        else:
            return False
    return all(each == "**" for each in parts[part:])
