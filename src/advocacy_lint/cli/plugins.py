"""`plugins`: which plugins are installed, what they add, and whether the user allows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Literal

import typer
from msgspec import Struct

from advocacy_lint import plugins
from advocacy_lint.config import allowed, user
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.sanitize import one_line

app = typer.Typer(
    help="List the plugins that are installed, and what they add.", rich_markup_mode=None, no_args_is_help=True, add_completion=False
)


class Listed(Struct, frozen=True):
    """An installed plugin; `adds` is known of one that is allowed, since only its own code can say it."""

    name: str
    distribution: str
    version: str
    allowed: bool
    adds: dict[str, list[str]]


@app.callback()
def root() -> None:
    """List the plugins that are installed, and what they add."""


@app.command("list")
def list_plugins(output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="text or json.")] = "text") -> None:
    """List every installed plugin: its version, what it adds, and whether you allow it."""
    allowed.load()
    found = list(_listed())
    if output_format == "json":
        typer.echo(escaped(json.dumps([_as_json(each) for each in found], indent=1, ensure_ascii=False)))
        return
    if not found:
        typer.echo("No plugin is installed.")
    for each in found:
        typer.echo(one_line(f"{each.name} ({each.distribution} {each.version}): {'allowed' if each.allowed else 'not allowed'}"))
        for sort, names in each.adds.items():
            typer.echo(one_line(f"    {sort}: {', '.join(names)}"))
    if any(not each.allowed for each in found):
        place = user.place() or "your own configuration"
        typer.echo(one_line(f"Allow one with plugins: [name] in {place}, or for one run with advocacy-lint --plugin NAME."))


def _listed() -> Iterator[Listed]:
    known = {each.plugin: each for each in plugins.loaded()}
    for entry in plugins.installed():
        registry = known.get(entry.name)
        adds = {sort: list(names) for sort, names in registry.added.items() if names} if registry else {}
        distribution, version = (entry.dist.name, entry.dist.version) if entry.dist else ("", "")
        yield Listed(entry.name, distribution, version, registry is not None, adds)


def _as_json(plugin: Listed) -> dict[str, object]:
    return {name: getattr(plugin, name) for name in plugin.__struct_fields__}
