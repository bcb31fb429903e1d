"""What `check` is asked for, and what of it makes no sense."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from msgspec import Struct

from advocacy_lint.errors import ConfigError
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.session import code_of

if TYPE_CHECKING:
    from pathlib import Path


class Options(Struct, frozen=True):
    """What the command line asked for."""

    paths: tuple[str, ...] = ()
    format: str = "text"
    output: Path | None = None
    output_files: tuple[tuple[str, Path], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    language: str | None = None
    locale: str | None = None
    fail_on: str | None = None
    min_score: int | None = None
    max_drop: int | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    changed_since: str | None = None
    context: tuple[Path, ...] = ()
    jobs: int = 0
    cache: bool = True
    statistics: bool = False
    preview: bool = False
    with_score: bool = True
    verbose: bool = False
    quiet: bool = False
    config: Path | None = None
    isolated: bool = False
    stdin_filename: str | None = None
    color: bool = False
    timing: bool = False


def outputs_of(options: Options) -> list[Path]:
    """Return the files that a run writes whole."""
    return [path for path in (options.output, *(path for _, path in options.output_files), options.write_baseline) if path is not None]


def check(options: Options) -> None:
    """Raise ConfigError for what would be done otherwise than it was meant, without a word."""
    if options.locale is not None and options.locale not in SUPPORTED:
        raise ConfigError(f"--locale {options.locale}", hint=f"allowed: {', '.join(SUPPORTED)}")
    if options.language is not None and code_of(options.language) not in SUPPORTED:
        raise ConfigError(f"--language {options.language}", hint=f"allowed: {', '.join(SUPPORTED)}")
    drafts = {os.path.realpath(path) for path in options.paths if os.path.isfile(path)}
    seen: set[str] = set()
    for path in outputs_of(options):
        whole = os.path.realpath(path)
        if whole in drafts:
            raise ConfigError("a draft of this run; no output is written over it", str(path))
        if whole in seen and (os.path.isfile(path) or not os.path.exists(path)):
            raise ConfigError("two outputs for one file", str(path))
        seen.add(whole)


def width_of(options: Options) -> int:
    """Return how many columns lines may have."""
    if options.output is not None:
        return 80
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
