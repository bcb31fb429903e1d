"""The command line: one module a command, imported when the command is called."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

# name → what it does. The module and the function have the command's name; a module with an `app` is a group of commands.
COMMANDS = {
    "check": "Lint drafts and say what would make them worth reading.",
    "explain": "Say what a rule is about, why, and what it rests on.",
    "rules": "List, show, test and write rules.",
    "config": "Show what settings hold for a file, and from where.",
    "init": "Write a configuration for this folder.",
    "scaffold": "Rebuild a draft from its own facts, with brackets where only you know.",
    "coach": "Be interviewed about a draft, and get a new one.",
    "compare": "Hold two versions of a post against each other.",
    "audit": "Look at the whole programme: purpose, goals, incentives.",
    "mix": "The picture of a month of posts.",
    "evaluate": "Hold the linter against posts that people have judged.",
    "calibrate": "Fit the weights to posts that people have judged.",
}


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is asked for: start-up pays for one command only."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands, in the order they are useful."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command by its name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"advocacy_lint.cli.{cmd_name}")
        sub = getattr(module, "app", None)
        if sub is None:
            sub = typer.Typer(add_completion=False, rich_markup_mode=None)
            sub.command(name=cmd_name, help=COMMANDS[cmd_name])(getattr(module, cmd_name))
        command = typer.main.get_command(sub)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)


def _version(wanted: bool) -> None:
    if wanted:
        from advocacy_lint.version import __version__

        typer.echo(f"advocacy-lint {__version__}")
        raise typer.Exit


@app.callback()
def root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    """Read drafts of employee-advocacy posts, in Danish and English, and say what makes them boring."""
