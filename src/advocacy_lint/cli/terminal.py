"""What commands share at the terminal: where text goes, and how wide it is."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from advocacy_lint.files.atomic import write_atomically


def write(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file that appears whole or not at all."""
    if output is None:
        typer.echo(text, nl=False)
        return
    write_atomically(str(output), text.encode("utf-8"))


def width() -> int:
    """Return how many columns a page of text has: as ``COLUMNS`` says, within what can be read."""
    columns = os.environ.get("COLUMNS", "")
    return min(100, max(60, int(columns))) if columns.isdecimal() else 80
