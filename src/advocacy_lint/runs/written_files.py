"""The files that a command writes: none of them is one that it reads, and no two are the same."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from advocacy_lint.errors import ConfigError

Paths = Iterable[str | os.PathLike[str]]

DRAFT = "a draft of this run; no output is written over it"
_OTHER = "a file that this run reads; no output is written over it"
# How reports begin: those with a sign of their own, lines of findings, screens.
_REPORT = (
    rb"""\s*\Z|###[ ]advocacy-lint|(?:\xef\xbb\xbf)?path[,;]id[,;]place[,;]|"""
    rb"""\{"(?:path|portfolio|error|schema)":|\{"source":[ ]\{"name":[ ]"advocacy-lint|"""
    rb"""\{\s*"\$schema"|\[\s*(?:\]|\{"type":[ ]"issue")|<!doctype[ ]html|<\?xml|::(?:error|warning|notice)[ ]|"""
    rb"(?:[^\n]*\n)?[^\n]+: (?:error|warning|info) [a-z-]+/[a-z-]+ |[ 0-9]{3}  [A-E\xe2][^\n]*  |"
    rb"[^\n]+ \xc2\xb7 [^\n]+ \xc2\xb7 [0-9]+ [a-z]+\n"
)
_LOOKED_AT = 2_000


def check_written(written: Paths, drafts: Paths = (), others: Paths = ()) -> None:
    """Raise ConfigError for an output over a draft of the run, over another file that it reads, or over another output."""
    read = {**dict.fromkeys(_files(others), _OTHER), **dict.fromkeys(_files(drafts), DRAFT)}
    seen: set[str] = set()
    for path in written:
        real = os.path.realpath(path)
        if real in read:
            raise ConfigError(read[real], os.fspath(path))
        if real in seen and (os.path.isfile(path) or not os.path.exists(path)):
            raise ConfigError("two outputs for one file", os.fspath(path))
        seen.add(real)


def check_is_report(path: str) -> None:
    """Raise ConfigError for a file among the drafts that an output would replace, unless it is the report of an earlier run."""
    try:
        with open(path, "rb") as file:
            beginning = file.read(_LOOKED_AT)
    except OSError:
        return  # who writes it says what is wrong
    if not re.match(_REPORT, beginning):
        raise ConfigError(DRAFT, path)


def _files(paths: Paths) -> set[str]:
    return {os.path.realpath(path) for path in paths if os.path.isfile(path)}
