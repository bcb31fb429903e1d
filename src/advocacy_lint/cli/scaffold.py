"""`scaffold`: a draft rebuilt from its own facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.errors import ConfigError


def scaffold(
    draft: Annotated[Path, typer.Argument(help="The draft to rebuild.")],
    shape: Annotated[str | None, typer.Option(help="moment, lesson or useful; picked by content and goal when not given.")] = None,
    language: Annotated[str | None, typer.Option(help="da or en, where the draft does not say.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the new draft to this file (never over one).")] = None,
) -> None:
    """Rebuild a draft from its own facts, with brackets where only you know."""
    from advocacy_lint.advice import scaffold as building
    from advocacy_lint.advice.shapes import LEFT_OUT, SHAPES
    from advocacy_lint.cli import drafts
    from advocacy_lint.outputs.sanitize import clean, one_line

    if shape is not None and shape not in SHAPES:
        raise ConfigError(f"--shape {shape}", hint=f"one of {', '.join(SHAPES)}")
    found = drafts.supported(drafts.read(draft, drafts.open_session(draft, language)))
    built = building.build(found.report, shape, muted=found.post.muted)
    if output is not None:
        if output.exists():
            raise ConfigError("there is a file already", str(output))
        output.write_text(built.text, encoding="utf-8")
        typer.echo(str(output))
    else:
        typer.echo(clean(built.text))
    if built.left_out:
        typer.echo(f"{LEFT_OUT[found.report.language]}:", err=output is None)
        for words, why in built.left_out:
            typer.echo(f"- {one_line(words)}: {one_line(why)}", err=output is None)
