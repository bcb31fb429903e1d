"""`compare`: two versions of a post held against each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint.cli.parameters import Locale, completing
from advocacy_lint.languages import SUPPORTED


def compare(
    old: Annotated[Path, typer.Argument(help="The version before.")],
    new: Annotated[Path, typer.Argument(help="The version after.")],
    output_format: Annotated[Literal["text", "json", "markdown"], typer.Option("--format", "-f", help="text, json or markdown.")] = "text",
    language: Annotated[
        str | None, typer.Option(autocompletion=completing(SUPPORTED), help="da or en, where the drafts do not say.")
    ] = None,
    locale: Locale = None,
) -> None:
    """Hold two versions of a post against each other. Exits with 1 if the new one is worse."""
    from advocacy_lint.advice import comparing
    from advocacy_lint.cli import drafts
    from advocacy_lint.outputs.escape import escaped
    from advocacy_lint.outputs.sanitize import lines

    session = drafts.open_session(new, language, locale)
    before, after = drafts.read(old, session).report, drafts.read(new, session).report
    found = comparing.compare(before, after)
    if output_format == "json":
        typer.echo(escaped(json.dumps(found.to_dict(), indent=1)))
    else:
        render = comparing.as_text if output_format == "text" else comparing.as_markdown
        typer.echo(lines(render(found, after.locale)))
    if found.worse:
        raise typer.Exit(1)
