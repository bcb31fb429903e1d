"""`check`: the main job. Reads drafts, lints them, prints what would help."""

from __future__ import annotations

import typer

from advocacy_lint.cli.parameters import signature_of, values_of
from advocacy_lint.runs.options import Options


def check(**values: object) -> None:
    """Lint drafts and say what would make them worth reading. Exits with 0 (fine), 1 (findings), 2 (something could not be used)."""
    options: Options = values_of(Options, values)
    if options.watch:
        from advocacy_lint.runs.watch import watch

        watch(options)
    from advocacy_lint.runs.check import check

    code = check(options)
    if code:
        raise typer.Exit(code)


check.__signature__ = signature_of(Options)  # type: ignore[attr-defined]  # what Typer reads
