"""`scaffold`: a draft rebuilt from its own facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.cli.parameters import Language, NewFile, Shape
from advocacy_lint.errors import ConfigError


def scaffold(
    draft: Annotated[Path, typer.Argument(help="The draft to rebuild.")],
    shape: Shape = None,
    language: Language = None,
    output: NewFile = None,
) -> None:
    """Rebuild a draft from its own facts, with brackets where only you know."""
    from advocacy_lint.advice import scaffold as building
    from advocacy_lint.cli import answering, drafts
    from advocacy_lint.languages import messages
    from advocacy_lint.outputs.sanitize import lines, name

    if output is not None and output.exists():
        raise ConfigError("there is a file already; scaffold never overwrites one", str(output))
    found = drafts.supported(drafts.read(draft, drafts.open_session(draft, language)))
    built = building.build(found.report, shape, muted=found.post.muted)
    if output is not None:
        answering.write(output, built.text)
        typer.echo(name(str(output)))
    else:
        typer.echo(lines(built.text), nl=False)
    if built.unchanged:
        typer.echo(f"\n{messages('draft', found.report.language)['kept']}", err=output is None)
    drafts.say_left_out(built.left_out, found.report.language, err=output is None)
