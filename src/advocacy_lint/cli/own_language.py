"""The help of commands and options in the language of the user's system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from advocacy_lint.languages import FALLBACK, own_locale, part

if TYPE_CHECKING:
    from typer._click import Command


def helped(command: Command) -> Command:
    """Return a command whose help, and that of its options and its own commands, is in the user's language."""
    texts = help_texts()
    if texts:
        _translate(command, texts)
    return command


def help_texts() -> Mapping[str, str]:
    """Return the help's English texts with those of the user's language; empty where that is English."""
    locale = own_locale()
    texts: Mapping[str, str] = {} if locale == FALLBACK else part(locale, "help").HELP
    return texts


def _translate(command: Command, texts: Mapping[str, str]) -> None:
    for each in (command, *command.params):
        for name in ("help", "epilog"):
            said = getattr(each, name, None)
            if said:
                setattr(each, name, texts.get(said, said))
    for each in getattr(command, "commands", {}).values():
        _translate(each, texts)
