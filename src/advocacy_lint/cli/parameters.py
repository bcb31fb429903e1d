"""Command lines made of a Struct whose fields carry their help, and names that options complete to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import Parameter, Signature
from types import GenericAlias
from typing import Annotated, Any, TypeVar, get_args, get_origin

import typer
from msgspec import Struct
from msgspec.structs import fields

from advocacy_lint.runs.options import Help

Read = TypeVar("Read", bound=Struct)
Names = Iterable[str] | Callable[[], Iterable[str]]


def completing(names: Names) -> Callable[[str], list[str]]:
    """Return what completes an option's value to one of these names."""

    def complete(incomplete: str) -> list[str]:
        return [name for name in (names() if callable(names) else names) if name.startswith(incomplete)]

    return complete


def signature_of(struct: type[Struct]) -> Signature:
    """Return the signature of a command whose options are the fields of a Struct; the first one is its argument."""
    parameters = []
    for number, field in enumerate(fields(struct)):
        kind, about = get_args(struct.__annotations__[field.name])
        annotation = _annotation(field.name, kind, about, is_argument=number == 0)
        default = None if field.default == () else field.default
        parameters.append(Parameter(field.name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default))
    return Signature(parameters)


def _annotation(name: str, kind: Any, about: Help, *, is_argument: bool) -> object:
    if get_origin(kind) is tuple:
        kind = GenericAlias(list, get_args(kind)[:1]) | None
    if is_argument:
        return Annotated[kind, typer.Argument(metavar=about.metavar, help=about.text, show_default=False)]
    flags = about.flags or (f"--{name.replace('_', '-')}",)
    complete = completing(about.names) if about.names else None
    return Annotated[
        kind, typer.Option(*flags, help=about.text, metavar=about.metavar, min=about.lowest, max=about.highest, autocompletion=complete)
    ]


def values_of(struct: type[Read], values: dict[str, Any]) -> Read:
    """Return a Struct of what Typer read: lists as tuples, and a list that is not given as an empty one."""
    empty = {field.name for field in fields(struct) if field.default == ()}
    return struct(**{name: tuple(value or ()) if name in empty else value for name, value in values.items()})
