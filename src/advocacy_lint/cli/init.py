"""`init`: write a configuration for this folder, with comments; never over one that is there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.cli.parameters import completing
from advocacy_lint.config import CHOICES, FAIL_LEVELS
from advocacy_lint.config.find import NAMES
from advocacy_lint.config.starter import Answers, starter
from advocacy_lint.errors import ConfigError
from advocacy_lint.files.structure import nearest
from advocacy_lint.languages import SUPPORTED, messages, own_locale

CONFIGURATION = NAMES[0]
PROGRAMME = "programme.yml"


def init(
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; write the defaults.")] = False,
    programme: Annotated[bool, typer.Option("--programme", help="Also write a template of the programme file.")] = False,
    locale: Annotated[
        str | None, typer.Option(autocompletion=completing(SUPPORTED), help="The language of comments and feedback: da or en.")
    ] = None,
) -> None:
    """Write a configuration for this folder."""
    if locale is not None:
        _allowed("--locale", locale, CHOICES["locale"])
    if not yes and locale is None:
        locale = typer.prompt("Dansk eller engelsk / Danish or English? (da, en)", default=own_locale())
        _allowed("locale", locale, CHOICES["locale"])
    chosen = locale or own_locale()
    if not programme:
        for name in NAMES:
            _free(name)
    else:
        _free(PROGRAMME)
    answers = Answers(chosen, programme=PROGRAMME if programme else None) if yes else _asked(chosen, programme)
    if programme:
        from advocacy_lint.programme import template

        _write(PROGRAMME, template(chosen))
    if not programme or not any(map(os.path.lexists, NAMES)):
        _write(CONFIGURATION, starter(answers))


def _asked(locale: str, programme: bool) -> Answers:
    words = messages("init", locale)
    answers = Answers(
        locale,
        _several(typer.prompt(words["organisations"], default="", show_default=False)),
        _several(typer.prompt(words["people"], default="", show_default=False)),
        _several(typer.prompt(words["audiences"], default="", show_default=False)),
        typer.prompt(words["fail-on"], default="error"),
        PROGRAMME if programme else None,
    )
    _allowed("fail-on", answers.fail_on, FAIL_LEVELS)
    return answers


def _several(answer: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in answer.split(",") if part.strip()))


def _allowed(name: str, value: str, allowed: Sequence[str]) -> None:
    if value not in allowed:
        raise ConfigError(f"{name}: unknown value “{value}”", hint=nearest(value, list(allowed)))


def _free(name: str) -> None:
    if os.path.lexists(name):
        raise ConfigError("is already there; nothing is written", name)


def _write(name: str, text: str) -> None:
    try:
        with Path(name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ConfigError("is already there; nothing is written", name) from None
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", name) from None
    typer.echo(name)
