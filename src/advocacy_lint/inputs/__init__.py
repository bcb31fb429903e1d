"""Drafts in, posts out: one module a format, imported when a file of that format is read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint import plugins
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError, LintError
from advocacy_lint.files.contents import read_up_to
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.model import Post, Problem

Reader = Callable[[str, bytes, Config], Iterator[Post | Problem]]

# suffix → the module of this package whose `read(path, data, config)` reads it.
_READERS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".txt": "plain",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".docx": "document",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".xls": "workbook",
    ".xlsb": "workbook",
    ".ods": "workbook",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".html": "webpage",
    ".htm": "webpage",
    ".xhtml": "webpage",
    ".yml": "calendar",
    ".yaml": "calendar",
    ".json": "calendar",
}
READERS = plugins.Table("input", _READERS)
# Too often something else than posts to be read because they lie in a folder; named, they are read.
WEB_PAGES = (".html", ".htm", ".xhtml")
ONLY_NAMED = frozenset((".qmd", ".rmd", *WEB_PAGES, ".yml", ".yaml", ".json"))
_OLD = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages", ".pdf", ".gdoc"), ".docx"),
    **dict.fromkeys((".numbers", ".gsheet"), ".xlsx"),
    **dict.fromkeys((".eml", ".msg", ".mht", ".mhtml"), ".html"),
}
_MEGABYTE = 1_000_000
# A hundred times the longest post that LinkedIn takes; judging takes memory for each word.
LONGEST = 300_000
_PICTURE = r"data:image/[a-z0-9.+-]{1,30}[a-z0-9;=-]{0,40},[A-Za-z0-9+/=%_-]{100,}+"
_LIMITS = {"markdown": 10, "plain": 10, "webpage": 10, "calendar": 5, "jsonl": 500}
_LIMIT = 50


class Source(Struct, frozen=True):
    """A file to read; `data` where it is already read (standard input), `named` where the user gave its very name."""

    path: str
    named: bool = True
    data: bytes | None = None


def read_source(source: Source, config: Config) -> Iterator[Post | Problem]:
    """Yield the posts of a file, and a problem for each part of it that could not be read.

    Raises InputError, before the first post, where the file as a whole cannot be read.
    """
    suffix = suffix_of(source.path)
    if suffix in _OLD:
        raise InputError(f"{suffix} files cannot be read", source.path, hint=f"save it as {_OLD[suffix]}")
    name = _reader_of(source.path, suffix)
    data = read_bytes(source.path, _LIMITS.get(name, _LIMIT) * _MEGABYTE, source.data)
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        yield Problem(source.path, "empty", note=True)
        return
    reader = _reader(name)
    try:
        for found in reader(source.path, data, config):
            if isinstance(found, Post) and (end := _judged_until(found)) < found.stop:
                place = f"{found.place}: " if found.place else ""
                yield Problem(source.path, f"{place}only the first {LONGEST:,} characters are judged: a post has a few thousand")
                found = replace(found, end=end)
            if config.metadata == "required" and isinstance(found, Post):
                found = replace(found, has_meta=True)  # so that what is missing counts as missing
            yield found
    except NotPosts:
        if source.named:
            raise


def _judged_until(post: Post) -> int:
    """Return where what is judged of a post ends: neither pictures nor a web page's tags are words."""
    if post.stop - post.start <= LONGEST:
        return post.stop
    if suffix_of(post.path) in WEB_PAGES:
        marks = [*((start, end) for start, end in post.muted), *((edit.start, edit.end) for edit in post.edits)]
        return judged_until(post.start, post.stop, sorted(marks))
    return judged_until(post.start, post.stop, pictures(post.text, post.start))


def judged_until(start: int, stop: int, unread: Iterable[tuple[int, int]]) -> int:
    """Return where what is judged ends of a text from start to stop, in which some stretches are no words."""
    end = start + LONGEST
    position = start
    for first, last in unread:
        if first >= end:
            break
        end += max(0, last - max(first, position))
        position = max(position, last)
    return min(end, stop)


def pictures(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where pictures stand in a text itself, as Google Docs writes them into Markdown."""
    return (match.span() for match in re.compile(_PICTURE).finditer(text, start))


def limit_of(path: str) -> int:
    """Return how many bytes a file of a name may have."""
    return _LIMITS.get(_reader_of(path, suffix_of(path)), _LIMIT) * _MEGABYTE


def suffix_of(path: str) -> str:
    """Return how a file's name ends, in lower case, with the dot; empty where there is none."""
    return os.path.splitext(path)[1].lower()


def _reader_of(path: str, suffix: str) -> str:
    return READERS.get(suffix, "markdown" if path == "-" else "plain")


@cache
def _reader(name: str) -> Reader:
    reader: Reader = plugins.imported(name) if ":" in name else import_module(f"{__name__}.{name}").read
    return reader


def read_bytes(path: str, limit: int, data: bytes | None = None) -> bytes:
    """Return a file's bytes; InputError where it is larger than the limit (found out before reading it all) or cannot be read."""
    try:
        data, size = read_up_to(path, limit) if data is None else (data, len(data))
    except (OSError, ValueError) as error:
        raise InputError(_reason(error), path) from None
    if size > limit:
        raise InputError(f"larger than {limit // _MEGABYTE} MB", path, hint="a draft is a few thousand characters")
    return data


def _reason(error: OSError | ValueError) -> str:
    """Return what a person needs to know of a system error, without Python's words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, IsADirectoryError):
        return "a folder, not a file"
    return f"cannot be read: {error.strerror}" if isinstance(error, OSError) and error.strerror else "cannot be read"


def problem_of(error: LintError, path: str = "") -> Problem:
    """Return an error as a problem of a run: the path apart from what is said."""
    line = f"line {error.line}: " if error.line else ""
    return Problem(error.path or path, f"{line}{error.message}" + (f" ({error.hint})" if error.hint else ""))
