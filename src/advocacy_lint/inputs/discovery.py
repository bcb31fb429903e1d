"""Which files a run reads: paths, folders, patterns and standard input, in a stable order, one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence

from advocacy_lint.config import Config
from advocacy_lint.inputs import ONLY_NAMED, READERS, Source
from advocacy_lint.inputs.ignored import Ignored
from advocacy_lint.model import Problem

_SUFFIXES = frozenset(READERS) - ONLY_NAMED
# Hidden names are skipped as well, and any folder that is a virtual environment.
_SKIPPED = frozenset(("node_modules", "venv", "__pycache__", "site-packages"))
_STDIN_LIMIT = 50_000_000
_UNBOUNDED = 1_000
Excluded = Callable[[str], bool]


def discover(
    paths: Sequence[str],
    config: Config | None = None,
    *,
    stdin_filename: str | None = None,
    suffixes: Iterable[str] = (),
) -> Iterator[Source | Problem]:
    """Yield every file once: named files as they are, folders and patterns sorted, without what .gitignore or the configuration leaves out.

    ``-`` is standard input; `suffixes` are those of plugins' readers.
    """
    known = _SUFFIXES | set(suffixes)
    exclude = _excluded(config.exclude) if config is not None and config.exclude else _nothing
    if len(paths) == 1:  # nothing can be found twice
        yield from _named(paths[0], known, exclude, stdin_filename)
        return
    seen: set[str] = set()
    for source in (source for path in paths for source in _named(path, known, exclude, stdin_filename)):
        if isinstance(source, Problem) or source.data is not None:
            yield source
            continue
        whole = os.path.abspath(source.path)
        if whole not in seen:
            seen.add(whole)
            yield source


def _nothing(path: str) -> bool:
    return False


def _excluded(patterns: Sequence[str]) -> Excluded:
    from advocacy_lint import globs

    def excluded(path: str) -> bool:
        whole = os.path.abspath(path).replace(os.sep, "/")
        return any(globs.covers(whole, pattern) for pattern in patterns)

    return excluded


def _named(path: str, known: frozenset[str], exclude: Excluded, stdin_filename: str | None) -> Iterator[Source | Problem]:
    if path == "-":
        data = sys.stdin.buffer.read(_STDIN_LIMIT + 1)
        name = stdin_filename or "-"
        yield Source(name, data=data) if len(data) <= _STDIN_LIMIT else Problem(name, f"larger than {_STDIN_LIMIT // 1_000_000} MB")
    elif os.path.isdir(path):
        for found in walk(path, exclude):
            if isinstance(found, Problem):
                yield found
            elif os.path.splitext(found)[1].lower() in known:
                yield Source(found, named=False)
    elif any(letter in path for letter in "*?[") and not os.path.lexists(path):
        yield from _pattern(path, exclude)
    else:
        yield Source(path)


def _pattern(pattern: str, exclude: Excluded) -> Iterator[Source | Problem]:
    """Yield the files that match a pattern the shell did not expand, searched from the last folder before its first wildcard."""
    from advocacy_lint import globs

    parts = pattern.replace(os.sep, "/").split("/")
    fixed = next(index for index, part in enumerate(parts) if globs.is_pattern(part))
    base = "/".join(parts[:fixed]) or ("/" if pattern.startswith("/") else ".")
    wanted = parts[fixed:]
    found = False
    for path in walk(base, exclude, depth=_UNBOUNDED if "**" in wanted else len(wanted) - 1) if os.path.isdir(base) else ():
        if isinstance(path, Problem):
            yield path
        elif globs.matches(os.path.relpath(path, base).replace(os.sep, "/"), "/".join(wanted)):
            found = True
            yield Source(path)
    if not found:
        yield Problem(pattern, "no file matches this pattern")


def walk(folder: str, exclude: Excluded = _nothing, depth: int = _UNBOUNDED) -> Iterator[str | Problem]:
    """Yield the files under a folder, and a problem for each folder that cannot be read.

    Links to folders are not followed: no loops, and nothing outside. Links to files are, as far as the folder reaches: what a stranger's
    repository points at elsewhere is neither shown nor fixed.
    """
    inside = _Inside(folder)
    stack = [(folder, Ignored.above(folder), depth)]
    while stack:
        path, ignored, left = stack.pop()
        try:
            with os.scandir(path) as scan:
                entries = sorted(scan, key=_name)
        except OSError as error:
            yield Problem(path, f"the folder cannot be read: {error.strerror or error}")
            continue
        names = {entry.name for entry in entries}
        if "pyvenv.cfg" in names and path != folder:
            continue
        if ".gitignore" in names:
            ignored = ignored.and_of(path)
        folders = []
        prefix = "" if path == "." else os.path.join(path, "")
        for entry in entries:
            if entry.name[0] in ".~":
                continue
            shown = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if left and entry.name not in _SKIPPED and not ignored.leaves_out(entry.name + "/") and not exclude(shown):
                    folders.append((shown, ignored.below(entry.name), left - 1))
            elif _is_file(entry, inside) and not ignored.leaves_out(entry.name) and not exclude(shown):
                yield shown
        stack.extend(reversed(folders))


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_file(entry: os.DirEntry[str], inside: _Inside) -> bool:
    try:
        return entry.is_file() and (not entry.is_symlink() or inside(entry.path))
    except OSError:  # a link to itself
        return False


class _Inside:
    """Whether a path leads to something inside a folder; the folder is looked up when first asked."""

    __slots__ = ("_folder", "_real")

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._real = ""

    def __call__(self, path: str) -> bool:
        self._real = self._real or os.path.join(os.path.realpath(self._folder), "")
        return os.path.realpath(path).startswith(self._real)
