"""`check --watch`: lint again whenever a file is saved."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

from msgspec.structs import replace

from advocacy_lint.errors import ConfigError, LintError
from advocacy_lint.inputs import READERS
from advocacy_lint.outputs.sanitize import one_line
from advocacy_lint.runs.check import check
from advocacy_lint.runs.options import Options


def watch(options: Options) -> NoReturn:
    """Lint once, then whatever is saved, until interrupted. ConfigError where watchfiles is not installed."""
    try:
        from watchfiles import Change
        from watchfiles import watch as changes
    except ImportError:
        raise ConfigError("--watch needs watchfiles", hint='pip install "advocacy-lint[watch]"') from None
    paths = [Path(path) for path in options.paths or (".",) if path != "-"]
    folders = sorted({path if path.is_dir() else path.parent for path in paths})
    named = {path.resolve() for path in paths if path.is_file()}
    lint_once(options)
    for batch in changes(*folders, raise_interrupt=True):
        saved = sorted({path for change, path in batch if change != Change.deleted and wanted(Path(path), named)})
        if saved:
            print(file=sys.stderr)
            lint_once(replace(options, paths=tuple(saved)))
    raise KeyboardInterrupt


def wanted(path: Path, named: set[Path]) -> bool:
    """Say whether a saved file is one to lint: a named one, or any that a reader knows where folders were named."""
    if named:
        return path.resolve() in named
    return path.suffix.lower() in READERS and not any(part.startswith(".") for part in path.parts[-3:])


def lint_once(options: Options) -> None:
    """Lint, and say what is wrong without stopping: the next save may mend it."""
    try:
        check(options)
    except LintError as error:
        print(one_line(str(error)), file=sys.stderr)
    sys.stdout.flush()
