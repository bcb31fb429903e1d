"""What `check` does with its options, however they were read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from advocacy_lint.checkoptions import Options
from advocacy_lint.checkrun import CheckRun
from advocacy_lint.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def check(
    paths: list[str] | None = None,
    output_format: str | None = None,
    output: Path | None = None,
    output_file: list[str] | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    rules: list[Path] | None = None,
    language: str | None = None,
    locale: str | None = None,
    fail_on: str | None = None,
    min_score: int | None = None,
    max_drop: int | None = None,
    fix: bool = False,
    unsafe_fixes: bool = False,
    diff: bool = False,
    baseline: Path | None = None,
    write_baseline: Path | None = None,
    changed_since: str | None = None,
    context: list[Path] | None = None,
    jobs: int = 0,
    no_cache: bool = False,
    statistics: bool = False,
    preview: bool = False,
    watch: bool = False,
    no_score: bool = False,
    verbose: bool = False,
    quiet: bool = False,
    config: Path | None = None,
    isolated: bool = False,
    stdin_filename: str | None = None,
    color: str = "auto",
    debug_timing: bool = False,
) -> int:
    """Lint, print, and return the exit code; each option is what `check --help` says of it. Raises ConfigError for what makes no sense."""
    options = Options(
        paths=tuple(paths or ()),
        format=output_format or _default_format(),
        output=output,
        output_files=_pairs(output_file) if output_file else (),
        select=_ids(select),
        ignore=_ids(ignore),
        rules=tuple(str(folder) for folder in rules or ()),
        language=language,
        locale=locale,
        fail_on=fail_on,
        min_score=min_score,
        max_drop=max_drop,
        fix=fix or unsafe_fixes,
        unsafe_fixes=unsafe_fixes,
        diff=diff,
        baseline=baseline,
        write_baseline=write_baseline,
        changed_since=changed_since,
        context=tuple(context or ()),
        jobs=jobs,
        cache=not no_cache,
        statistics=statistics,
        preview=preview,
        with_score=not no_score,
        verbose=verbose,
        quiet=quiet,
        config=config,
        isolated=isolated,
        stdin_filename=stdin_filename,
        color=_wants_color(color, output),
        timing=debug_timing,
    )
    if watch:
        from advocacy_lint.watching import watch as keep_watching

        keep_watching(options)
        return 0
    return CheckRun(options).run()


def _default_format() -> str:
    named = os.environ.get("ADVOCACY_LINT_FORMAT")
    if named:
        return named
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _ids(values: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


def _pairs(values: Iterable[str]) -> tuple[tuple[str, Path], ...]:
    from pathlib import Path  # 2 ms

    found = []
    for value in values:
        name, separator, path = value.partition("=")
        if not separator or not path:
            raise ConfigError(f"--output-file {value}: FORMAT=PATH is needed", hint="such as sarif=report.sarif")
        found.append((name, Path(path)))
    return tuple(found)


def _wants_color(wish: str, output: Path | None) -> bool:
    if wish not in ("auto", "always", "never"):
        raise ConfigError(f"--color {wish}", hint="auto, always or never")
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return output is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
