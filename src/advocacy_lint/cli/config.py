"""`config`: what settings hold for a file and from where, and their schema for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint.config.find import ConfigStore
from advocacy_lint.config.show import DEFAULT, Setting, settings
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.sanitize import one_line

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Show what settings hold for a file, and from where."
)
SCHEMA = Path(__file__).parent.parent / "schemas" / "config.schema.json"


@app.command()
def show(
    path: Annotated[str, typer.Argument(help="A draft or a folder.")] = ".",
    config: Annotated[Path | None, typer.Option("--config", help="This configuration instead of the nearest.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="No configuration at all.")] = False,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="text or json.")] = "text",
    everything: Annotated[bool, typer.Option("--all", help="Also what nobody has set.")] = False,
) -> None:
    """Print what holds for a file, and which file and line says so."""
    found = settings(ConfigStore(config, isolated=isolated).for_path(path))
    if output_format == "json":
        data = {each.key: {"value": each.value, "from": each.origin} for each in found}
        typer.echo(escaped(json.dumps(data, indent=1, ensure_ascii=False)))
        return
    shown = [each for each in found if everything or each.origin != DEFAULT]
    for line in lines(shown):
        typer.echo(line)
    if len(shown) < len(found):
        typer.echo(f"{len(found) - len(shown)} settings have their defaults (--all shows them).")


def lines(shown: list[Setting]) -> list[str]:
    """Return settings in two columns: key and value, and where it is said."""
    pairs = [(one_line(f"{each.key}: {_written(each.value)}"), one_line(each.origin)) for each in shown]
    width = min(60, max((len(left) for left, _ in pairs), default=0))
    return [f"{left:<{width}}  # {right}" for left, right in pairs]


def _written(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return str(value)


@app.command()
def schema(
    check: Annotated[bool, typer.Option("--check", help="Say whether the shipped schema is fresh; exits with 1 if not.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write it where it is shipped.")] = False,
) -> None:
    """Print the JSON Schema of configuration files, for editors."""
    from advocacy_lint.config.schema import config_schema

    text = json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
    if write:
        SCHEMA.write_text(text, encoding="utf-8")
    elif check:
        if not SCHEMA.is_file() or SCHEMA.read_text(encoding="utf-8") != text:
            typer.echo(f"{SCHEMA} is stale: run advocacy-lint config schema --write", err=True)
            raise typer.Exit(1)
    else:
        typer.echo(text, nl=False)
