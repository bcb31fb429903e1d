"""Command lines of `check` that say plainly what they mean, read without typer: importing it is a third of checking one draft.

Whatever is not plain (a mistake, a help page, an option that is no option) is typer's; a test holds this table against what typer
knows, and what is read here against what typer reads.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

# Options by what they are: switches, those with a value (the last one counts), those that may be given again.
FLAGS = {
    "--fix": "fix",
    "--unsafe-fixes": "unsafe_fixes",
    "--diff": "diff",
    "--no-cache": "no_cache",
    "--statistics": "statistics",
    "--preview": "preview",
    "--watch": "watch",
    "--no-score": "no_score",
    "--verbose": "verbose",
    "-v": "verbose",
    "--quiet": "quiet",
    "-q": "quiet",
    "--isolated": "isolated",
    "--debug-timing": "debug_timing",
}
TEXTS = {
    "--format": "output_format",
    "-f": "output_format",
    "--language": "language",
    "--locale": "locale",
    "--fail-on": "fail_on",
    "--changed-since": "changed_since",
    "--stdin-filename": "stdin_filename",
    "--color": "color",
}
PATHS = {
    "--output": "output",
    "-o": "output",
    "--baseline": "baseline",
    "--write-baseline": "write_baseline",
    "--config": "config",
}
# With the greatest value.
NUMBERS = {"--min-score": ("min_score", 100), "--max-drop": ("max_drop", None), "--jobs": ("jobs", None)}
TEXT_LISTS = {"--output-file": "output_file", "--select": "select", "--ignore": "ignore"}
PATH_LISTS = {"--rules": "rules", "--context": "context"}


def understood(arguments: Sequence[str]) -> dict[str, Any] | None:
    """Return what a plain command line of `check` asks for, None for all others."""
    if arguments[:1] != ["check"] or os.name == "nt" or "_ADVOCACY_LINT_COMPLETE" in os.environ:
        return None
    asked: dict[str, Any] = {}
    rest = iter(arguments[1:])
    for argument in rest:
        if argument == "-" or argument and argument[0] != "-":
            asked.setdefault("paths", []).append(argument)
        elif argument in FLAGS:
            asked[FLAGS[argument]] = True
        else:
            name, separator, value = argument.partition("=")
            if separator and not name.startswith("--") or not _take(asked, name, value if separator else next(rest, "")):
                return None
    return asked


def _take(asked: dict[str, Any], name: str, value: str) -> bool:
    """Note what an option says; False where it is not plain what that is."""
    if not value or value[0] == "-":
        return False
    if name in TEXTS:
        asked[TEXTS[name]] = value
    elif name in TEXT_LISTS:
        asked.setdefault(TEXT_LISTS[name], []).append(value)
    elif name in PATHS or name in PATH_LISTS:
        from pathlib import Path  # 2 ms

        if name in PATHS:
            asked[PATHS[name]] = Path(value)
        else:
            asked.setdefault(PATH_LISTS[name], []).append(Path(value))
    elif name in NUMBERS and value.isascii() and value.isdecimal() and len(value) < 10:
        key, most = NUMBERS[name]
        asked[key] = int(value)
        return most is None or asked[key] <= most
    else:
        return False
    return True
