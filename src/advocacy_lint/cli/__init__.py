"""The command line: one module a command, imported when the command is called."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from advocacy_lint import plugins as installed  # the command of that name is a module of this package, too
from advocacy_lint.errors import ConfigError
from advocacy_lint.languages import FALLBACK, own_locale

if TYPE_CHECKING:  # typer's own copy of Click, which has no public name for these
    from typer._click import Command, Context, HelpFormatter

# name → what it does. The module and the function have the command's name; a module with an `app` is a group of commands.
COMMANDS = {
    "check": "Lint drafts and say what would make them worth reading.",
    "explain": "Say what a rule is about, why, and what it rests on.",
    "rules": "List, show, test and write rules.",
    "config": "Show what settings hold for a file, and from where.",
    "report": "Print the JSON Schema of reports.",
    "init": "Write a configuration for this folder.",
    "tighten": "Make a draft shorter from its own sentences, side by side.",
    "scaffold": "Rebuild a draft from its own facts, with brackets where only you know.",
    "coach": "Be interviewed about a draft, and get a new one.",
    "rewrite": "Have a draft rewritten by your own language model, with the linter as its guard.",
    "compare": "Hold two versions of a post against each other.",
    "audit": "Look at the whole programme: purpose, goals, incentives.",
    "mix": "The picture of a month of posts.",
    "evaluate": "Hold the linter against posts that people have judged.",
    "calibrate": "Fit the weights to posts that people have judged.",
    "plugins": "List the plugins that are installed, and what they add.",
    "lsp": "Serve an editor: marks, rewrites and questions while you write.",
    "mcp": "Serve an assistant: judge drafts, ask the author, check rewrites for inventions.",
    "serve": "Write in a page of your browser, judged as you write.",
}
# Click's class for all mistakes of usage, for which typer has no name of its own.
_UsageError: Any = typer.BadParameter.__mro__[1]
_CONTEXT = {"help_option_names": ["-h", "--help"]}


def _plugged() -> dict[str, str]:
    """Return the commands of the user's plugins, which are loaded where a command is not one of ours, or all are listed."""
    from advocacy_lint.config import allowed

    allowed.load()
    return installed.added("command")


def _in_own_language(command: Command) -> Command:
    """Return a command whose help is in the user's language; the words for it are loaded only where that is not English."""
    if own_locale() == FALLBACK:
        return command
    from advocacy_lint.cli.own_language import helped

    return helped(command)


@contextmanager
def _told() -> Iterator[None]:
    """Say a mistake of usage in one line of ours; what is no mistake, but a call without anything, shows its help."""
    try:
        yield
    except _UsageError as mistake:
        if type(mistake).__name__ == "NoArgsIsHelpError":
            raise
        from advocacy_lint.cli import usage

        raise usage.error(mistake) from mistake


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is asked for: start-up pays for one command only."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names of all commands, in the order they are useful."""
        return [*COMMANDS, *_plugged()]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return a command by its name, None where there is none."""
        if cmd_name in COMMANDS:
            module = import_module(f"advocacy_lint.cli.{cmd_name}")
            found, about = getattr(module, "app", None) or getattr(module, cmd_name), COMMANDS[cmd_name]
        elif cmd_name in _plugged():
            found, about = installed.imported(_plugged()[cmd_name]), installed.about(cmd_name)
        else:
            return None
        if not isinstance(found, typer.Typer):
            sub = typer.Typer(add_completion=False, rich_markup_mode=None)
            sub.command(name=cmd_name, help=about, context_settings=_CONTEXT)(found)
            found = sub
        command = typer.main.get_command(found)
        command.name = cmd_name
        return _in_own_language(command)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Return the command that is called; a draft in its place is told what to write."""
        name = args[0] if args else ""
        if name not in COMMANDS and not name.startswith("-") and (os.path.lexists(name) or "." in name or "/" in name):
            from advocacy_lint.outputs.sanitize import in_a_shell

            raise ConfigError(f"no command “{name}”", hint=f"did you mean “advocacy-lint check {' '.join(map(in_a_shell, args))}”?")
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **more: Any) -> Context:
        """Return the context of a call; ConfigError for options of the program itself that were typed wrong."""
        with _told():
            return super().make_context(*args, **more)

    def invoke(self, ctx: Context) -> Any:
        """Call the command that was typed; ConfigError for one that was typed wrong."""
        with _told():
            return super().invoke(ctx)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the list of commands from the table, without importing them."""
        from advocacy_lint.cli.own_language import help_texts

        texts = help_texts()
        with formatter.section("Commands"):
            own = ((name, texts.get(about, about)) for name, about in COMMANDS.items())
            formatter.write_dl([*own, *((name, installed.about(name)) for name in _plugged())])

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help, in the user's language."""
        _in_own_language(self)
        super().format_help(ctx, formatter)


_ENVIRONMENT = (
    "Environment: ADVOCACY_LINT_FORMAT, the format of check where none is given; ADVOCACY_LINT_CACHE_DIR, where results are kept (empty: "
    "nowhere); NO_COLOR and FORCE_COLOR."
)
app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings=_CONTEXT,
    epilog=_ENVIRONMENT,
)


def _version(wanted: bool) -> None:
    if wanted:
        from advocacy_lint.version import __version__

        typer.echo(f"advocacy-lint {__version__}")
        raise typer.Exit


def _load(names: list[str] | None) -> None:
    """Load plugins before the command is looked for: it may be one of theirs."""
    if names:
        from advocacy_lint.config import allowed

        allowed.load(names)


@app.callback()
def root(
    plugin: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", callback=_load, is_eager=True, help="Load this installed plugin, for this run; repeatable."),
    ] = None,
    version: Annotated[bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Read drafts of employee-advocacy posts, in Danish and English, and say what makes them boring."""
