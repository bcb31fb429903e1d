"""Which files a run reads: paths, folders, patterns and standard input, in a stable order, one at a time."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from advocacy_lint.config import Config
from advocacy_lint.inputs import ONLY_NAMED, READERS, Source
from advocacy_lint.inputs.ignored import Ignored
from advocacy_lint.model import Problem

# Hidden names are skipped as well, and any folder that is a virtual environment.
_SKIPPED = frozenset(("node_modules", "venv", "__pycache__", "site-packages"))
# What lies in most repositories and is no post; named, it is read.
_NO_POST = (
    r"(?:readme|changelog|changes|history|licen[cs]e|copying|notice|authors|contributors|contributing|code_of_conduct|security|support|"
    r"maintainers|agents|claude|gemini|todo|roadmap|pull_request_template|issue_template|læsmig|robots|humans|llms|cmakelists|"
    r"(?:.*[-_.])?requirements(?:[-_.].*)?|constraints)(?:[._-][a-z]{2})?\.(?:md|markdown|mdx|txt)"
)
# Kinds of documents that posts may well be in, and nobody reads here: said when they are passed over.
_DOCUMENTS = frozenset(
    ".rst .adoc .asciidoc .org .rtf .doc .odt .pages .pdf .tex .textile .wiki .qmd .rmd .numbers .pptx .ppt .odp .eml .msg .epub "
    ".gdoc .gsheet".split()
)
_STDIN_LIMIT = 50_000_000
_UNBOUNDED = 1_000
_SHOWN = 8
Excluded = Callable[[str], bool]


def discover(
    paths: Sequence[str],
    config: Config | None = None,
    *,
    stdin_filename: str | None = None,
    exclude: Sequence[str] = (),
    force_exclude: bool = False,
) -> Iterator[Source | Problem]:
    """Yield every file once: named files as they are, folders and patterns sorted, without what .gitignore or the configuration leaves out.

    ``-`` is standard input; `exclude` are patterns beside the configuration's, which hold for
    named files too with `force_exclude`. Documents of kinds that nobody reads are counted in a note, which is a problem where nothing else
    was found.
    """
    patterns = (*(config.exclude if config is not None else ()), *exclude)
    search = _Search(
        frozenset(READERS) - ONLY_NAMED,
        _covered(patterns) if patterns else _nothing,
        _covered(config.include) if config is not None and config.include else None,
    )
    seen: set[str] = set()
    found = False
    for source in (source for path in paths for source in search.find(path, stdin_filename)):
        if isinstance(source, Problem):
            yield source
            continue
        if source.data is None:
            if force_exclude and source.named and search.exclude(source.path):
                continue
            whole = os.path.abspath(source.path) if len(paths) > 1 else source.path
            if whole in seen:
                continue
            seen.add(whole)
        found = True
        yield source
    yield from search.passed_over(note=found)


def _nothing(path: str) -> bool:
    return False


def _covered(patterns: Sequence[str]) -> Excluded:
    from advocacy_lint.files import globs

    def covered(path: str) -> bool:
        whole = os.path.abspath(path).replace(os.sep, "/")
        return any(globs.covers(whole, pattern) for pattern in patterns)

    return covered


class _Search:
    """What is looked for in folders, and what was passed over there."""

    def __init__(self, known: frozenset[str] | set[str], exclude: Excluded, include: Excluded | None) -> None:
        self.exclude = exclude
        self._known = known
        self._include = include
        self._folders: list[str] = []
        self._passed: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()

    def find(self, path: str, stdin_filename: str | None) -> Iterator[Source | Problem]:
        """Yield what a path of the command line names."""
        if path == "-":
            data = sys.stdin.buffer.read(_STDIN_LIMIT + 1)
            name = stdin_filename or "-"
            yield Source(name, data=data) if len(data) <= _STDIN_LIMIT else Problem(name, f"larger than {_STDIN_LIMIT // 1_000_000} MB")
        elif os.path.isdir(path):
            self._folders.append(path)
            for found in walk(path, self.exclude):
                if isinstance(found, Problem):
                    yield found
                elif self._is_wanted(found):
                    yield Source(found, named=False)
        elif any(letter in path for letter in "*?[") and not os.path.lexists(path):
            yield from _pattern(path, self.exclude)
        else:
            yield Source(path)

    def _is_wanted(self, path: str) -> bool:
        if self._include is not None:
            return self._include(path)
        suffix = os.path.splitext(path)[1].lower()
        if suffix in self._known:
            return re.compile(_NO_POST, re.IGNORECASE).fullmatch(os.path.basename(path)) is None
        if suffix:
            self._kinds[suffix] += 1
            self._passed[suffix] += suffix in _DOCUMENTS
        return False

    def passed_over(self, note: bool) -> Iterator[Problem]:
        """Yield what was passed over: documents, and where nothing was found files of any kind."""
        kinds = +self._passed or (self._kinds if not note else Counter())
        if kinds and self._folders:
            ordered = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
            listed = ", ".join(f"{name} {count}" for name, count in ordered[:_SHOWN]) + (", …" if len(ordered) > _SHOWN else "")
            count = sum(kinds.values())
            one = f"{count} file of an unknown kind passed over ({listed})"
            said = one if count == 1 else f"{count} files of unknown kinds passed over ({listed})"
            yield Problem(self._folders[0], said, note=note or not +self._passed)


def _pattern(pattern: str, exclude: Excluded) -> Iterator[Source | Problem]:
    """Yield the files that match a pattern the shell did not expand, searched from the last folder before its first wildcard."""
    from advocacy_lint.files import globs

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
