"""Mappings to frozen Structs and back to a JSON Schema: one truth about which keys a file may have."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeGuard, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec.structs
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo

Path = tuple[str | int, ...]
Fail = Callable[[str, Path, str | None], Exception]
_QUOTED = 60
# What a JSON Schema is made of, or part of one.
Schema = dict[str, Any]
Section = TypeVar("Section", bound=Struct)
Scalar = TypeVar("Scalar")
_ANYTHING = (object, Any)
_hints: dict[type, dict[str, object]] = {}


@lru_cache
def fields(cls: type[Struct]) -> tuple[FieldInfo, ...]:
    """Return the fields of a Struct, in order."""
    return msgspec.structs.fields(cls)


def is_section(kind: object) -> TypeGuard[type[Struct]]:
    """Say whether a type is read from keys and values."""
    return isinstance(kind, type) and issubclass(kind, Struct)


def key_of(field: FieldInfo) -> str:
    """Return a field's key in files: no trailing underscore (``except_`` is ``except``)."""
    return field.name.rstrip("_")


def hints_of(cls: type) -> dict[str, object]:
    """Return the resolved types of a Struct's fields, remembered."""
    found = _hints.get(cls)
    if found is None:
        found = _hints[cls] = get_type_hints(cls)
    return found


def nearest(word: str, allowed: list[str]) -> str | None:
    """Return a hint that names the nearest allowed word, or all of a few."""
    from difflib import get_close_matches  # only where something is wrong

    close = get_close_matches(word, allowed, 1, 0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    return f"allowed: {', '.join(allowed)}" if len(allowed) <= 20 else None


def build(cls: type[Section], data: object, fail: Fail, path: Path = ()) -> Section:
    """Return an instance of a Struct from a mapping.

    `fail(message, path, hint)` makes the exception to raise for an unknown key or a value of the wrong type.
    """
    if not isinstance(data, Mapping):
        raise fail(f"expected keys and values, got {_kind(data)}", path, None)
    by_key = {key_of(field): field for field in fields(cls)}
    for key in data:
        if key not in by_key:
            raise fail(f"unknown key “{short(key)}”", (*path, key), nearest(str(key), list(by_key)))
    hints = hints_of(cls)
    values = {
        field.name: convert(hints[field.name], data[key], fail, (*path, key))
        for key, field in by_key.items()
        if key in data and not (data[key] is None and field.default is not NODEFAULT)
    }
    for key, field in by_key.items():
        if field.name not in values and field.required:
            raise fail(f"“{key}” is missing", path, None)
    return cls(**values)


def convert(kind: object, value: object, fail: Fail, path: Path) -> object:
    """Return a value as a type asks: tuples from lists, Structs from mappings; the message says what was expected."""
    if kind in _ANYTHING:
        return value
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return convert(_choice(kind, value), value, fail, path)
    if is_section(kind):
        return build(kind, value, fail, path)
    if origin is tuple:
        inner = get_args(kind)[0]
        return tuple(convert(inner, item, fail, (*path, index)) for index, item in enumerate(_items(value)))
    if origin is dict or origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        if not isinstance(value, Mapping):
            raise fail(f"expected keys and values, got {_kind(value)}", path, None)
        inner = get_args(kind)[1]
        return {str(key): convert(inner, item, fail, (*path, key)) for key, item in value.items()}
    assert isinstance(kind, type)
    return _scalar(kind, value, fail, path)


def texts(value: object, fail: Fail, path: Path) -> tuple[str, ...]:
    """Return texts, of which a single one may stand alone."""
    return tuple(_scalar(str, item, fail, (*path, index)) for index, item in enumerate(_items(value)))


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else [value]


def _scalar(kind: type[Scalar], value: object, fail: Fail, path: Path) -> Scalar:
    if not isinstance(value, bool):
        if kind is float and isinstance(value, int):
            value = float(value)
        elif kind is str and isinstance(value, int | float):
            value = str(value)
    if not isinstance(value, kind) or (kind in (int, float) and isinstance(value, bool)):
        raise fail(f"expected {_NAMES.get(kind, kind.__name__)}, got {_kind(value)}", path, None)
    return value


def _choice(kind: object, value: object) -> object:
    """Return which of the types of a union a value is to be: keys and values where it has some, else the first."""
    kinds = [each for each in get_args(kind) if each is not type(None)]
    keyed = [each for each in kinds if get_origin(each) is not None and issubclass(get_origin(each), Mapping)]
    return keyed[0] if keyed and isinstance(value, Mapping) else kinds[0]


_NAMES: Mapping[type, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}

_TYPES: Mapping[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "keys and values"
    return "a list" if isinstance(value, list) else f"“{short(value)}”"


def short(value: object) -> str:
    """Return what somebody wrote as a message quotes it: on one line, and no more than tells which it is."""
    text = " ".join(str(value).split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def schema(kind: object) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a type, as `convert` reads it."""
    origin = get_origin(kind)
    if kind in _ANYTHING:
        return {}
    if origin in (Union, types.UnionType):
        kinds = [schema(each) for each in get_args(kind) if each is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if is_section(kind):
        hints = hints_of(kind)
        required = [key_of(each) for each in fields(kind) if each.required]
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {key_of(each): schema(hints[each.name]) for each in fields(kind)},
            **({"required": required} if required else {}),
        }
    if origin is tuple:
        items = schema(get_args(kind)[0])
        return {"anyOf": [{"type": "array", "items": items}, items]} if items.get("type") == "string" else {"type": "array", "items": items}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema(get_args(kind)[1])}
    return {"type": _TYPES[kind]}
