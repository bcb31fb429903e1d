"""Command lines made of a Struct whose fields carry their help, names that options complete to, options of several commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Literal, TypeVar, get_args, get_origin

import typer
from msgspec import Struct
from msgspec.structs import fields

from advocacy_lint.languages import SUPPORTED
from advocacy_lint.runs.options import Help

Read = TypeVar("Read", bound=Struct)
Names = Iterable[str] | Callable[[], Iterable[str]]


def completing(names: Names) -> Callable[[str], list[str]]:
    """Return what completes an option's value to one of these names."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in (names() if callable(names) else names) if name.startswith(incomplete)]

    return complete


Shape = Annotated[
    Literal["moment", "lesson", "useful"] | None, typer.Option(help="moment, lesson or useful; picked by content and goal when not given.")
]
Language = Annotated[str | None, typer.Option(autocompletion=completing(SUPPORTED), help="da or en, where the draft does not say.")]
Locale = Annotated[str | None, typer.Option(autocompletion=completing(SUPPORTED), help="The language of the output: da or en.")]
NewFile = Annotated[Path | None, typer.Option("--output", "-o", help="Write the new draft to this file (never over one).")]


def signature_of(struct: type[Struct]) -> Signature:
    """Return the signature of a command whose options are the fields of a Struct; the first one is its argument."""
    parameters = []
    for number, field in enumerate(fields(struct)):
        kind, about = get_args(struct.__annotations__[field.name])
        annotation = _annotation(field.name, kind, about, is_argument=number == 0)
        default = None if field.default == () else field.default
        parameters.append(Parameter(field.name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default))
    return Signature(parameters)


def _annotation(name: str, kind: object, about: Help, *, is_argument: bool) -> object:
    if get_origin(kind) is tuple:
        kind = GenericAlias(list, get_args(kind)[:1]) | None
    if is_argument:
        return Annotated[kind, typer.Argument(metavar=about.metavar, help=about.text, show_default=False)]
    flags = about.flags or (f"--{name.replace('_', '-')}",)
    complete = completing(about.names) if about.names else None
    return Annotated[
        kind, typer.Option(*flags, help=about.text, metavar=about.metavar, min=about.lowest, max=about.highest, autocompletion=complete)
    ]


def values_of(struct: type[Read], values: Mapping[str, object]) -> Read:
    """Return a Struct of what Typer read: lists as tuples, and a list that is not given as an empty one."""
    empty = {field.name for field in fields(struct) if field.default == ()}
    given = {name: value for name, value in values.items() if value is not None or name not in empty}
    return struct(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})
