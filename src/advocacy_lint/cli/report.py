"""`report`: the JSON Schemas of what `check` and `audit` print for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Print the JSON Schema of reports.", rich_markup_mode=None, no_args_is_help=True, add_completion=False)
SCHEMA = Path(__file__).parent.parent / "schemas" / "output.schema.json"


@app.callback()
def root() -> None:
    """Print the JSON Schema of reports."""


@app.command()
def schema(lines: Annotated[bool, typer.Option("--lines", help="That of a line of --format jsonl.")] = False) -> None:
    """Print the JSON Schema of --format json, which audit --format json has too."""
    text = SCHEMA.read_text(encoding="utf-8")
    typer.echo(json.dumps(line_schema(text), indent=2, ensure_ascii=False) + "\n" if lines else text, nl=False)


def line_schema(text: str) -> dict[str, object]:
    """Return the JSON Schema of a line (a post, what shows across posts, what could not be read) from that of a whole report."""
    whole = json.loads(text)
    named = {"portfolio": {"$ref": "#/$defs/across"}, "error": whole["properties"]["errors"]["items"]}
    others = [
        {"type": "object", "required": [name], "additionalProperties": False, "properties": {name: found}} for name, found in named.items()
    ]
    return {
        "$schema": whole["$schema"],
        "$id": whole["$id"].replace("output.", "line."),
        "title": "A line of what advocacy-lint check --format jsonl prints",
        "anyOf": [{"$ref": "#/$defs/post"}, *others],
        "$defs": whole["$defs"],
    }
