"""A command line that was typed wrong, said in one line: unknown options and commands, missing and wrong values.

The option parser (Click, of which typer brings its own copy) says these in English, over three lines, and in words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from advocacy_lint.errors import ConfigError
from advocacy_lint.files.structure import nearest

_COMMAND = re.compile(r"No such command '(.*?)'", re.DOTALL)
_EXTRA = re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", re.DOTALL)


def error(mistake: Any) -> ConfigError:
    """Return what is said of a mistake of usage, with the value that was nearly typed, else where the help is."""
    kind = type(mistake).__name__
    if kind == "NoSuchOption":
        return ConfigError(f"no option {mistake.option_name}", hint=_meant(mistake, mistake.option_name, mistake.possibilities or ()))
    if kind == "BadOptionUsage":
        wanted = "requires" in mistake.message
        option = mistake.option_name
        return ConfigError(f"{option} needs a value" if wanted else f"{option} takes no value", hint=_help(mistake))
    if kind == "MissingParameter" and mistake.param is not None:
        return ConfigError(f"{_called(mistake.param)} is missing", hint=_help(mistake))
    if kind == "BadParameter" and mistake.param is not None:
        return _value(mistake)
    command, extra = _COMMAND.search(mistake.message), _EXTRA.search(mistake.message)
    if command:
        known = mistake.ctx.command.list_commands(mistake.ctx) if mistake.ctx else []
        return ConfigError(f"no command “{command[1]}”", hint=_meant(mistake, command[1], known))
    if extra:
        return ConfigError(f"not expected here: {extra[1]}", hint=_help(mistake))
    return ConfigError(mistake.format_message(), hint=_help(mistake))


def _value(mistake: Any) -> ConfigError:
    """Return what is said of a value that an option cannot have."""
    called, kind = _called(mistake.param), mistake.param.type
    lowest, highest = getattr(kind, "min", None), getattr(kind, "max", None)
    if getattr(kind, "choices", None):
        typed = re.match(r"'(.*)' is not one of", mistake.message, re.DOTALL)
        return ConfigError(f"{called} {typed[1] if typed else ''}", hint=nearest(typed[1] if typed else "", list(kind.choices)))
    if "int" not in kind.name:
        return ConfigError(f"{called}: {mistake.message}", hint=_help(mistake))
    if lowest is not None and highest is not None:
        return ConfigError(f"{called}: must be a whole number from {lowest} to {highest}")
    if lowest is not None:
        return ConfigError(f"{called}: must be a whole number, {lowest} or more")
    return ConfigError(f"{called}: must be a whole number")


def _called(parameter: Any) -> str:
    """Return a parameter's name, as it is typed or as the help shows it."""
    longest = str(max(parameter.opts, key=len))
    return longest if longest.startswith("-") else str(parameter.metavar or longest.upper())


def _meant(mistake: Any, typed: str, known: Iterable[str]) -> str:
    """Return the hint at what was nearly typed, else at the help."""
    close = get_close_matches(typed, list(known), 1)
    return f"did you mean “{close[0]}”?" if close else _help(mistake)


def _help(mistake: Any) -> str:
    return f"{mistake.ctx.command_path} -h" if mistake.ctx else "advocacy-lint -h"
