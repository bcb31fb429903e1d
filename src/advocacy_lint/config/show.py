"""What holds for a file, setting by setting, and where each is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from advocacy_lint.config import Config
from advocacy_lint.config.read import key_of

DEFAULT = "default"


class Setting(Struct, frozen=True):
    """A setting by its dotted key, with its value and the file and line that say it."""

    key: str
    value: object
    origin: str


def settings(config: Config) -> list[Setting]:
    """Return all settings in the order of the documentation; mappings and sections key by key."""
    found: list[Setting] = []
    for name in config.__struct_fields__:
        if name != "origins":
            found.extend(_settings(config.origins, name, key_of(name), getattr(config, name)))
    return found


def _settings(origins: Mapping[str, str], name: str, key: str, value: object) -> Iterator[Setting]:
    parts: list[tuple[str, str, object]] = []
    if isinstance(value, Struct):
        parts = [(each, key_of(each), getattr(value, each)) for each in value.__struct_fields__]
    elif isinstance(value, Mapping):
        parts = [(inner, inner, item) for inner, item in value.items()]
    for inner, shown, item in parts:
        origin = origins.get(f"{name}.{inner}") or (origins.get(name, DEFAULT) if isinstance(value, Mapping) else DEFAULT)
        yield Setting(f"{key}.{shown}", _plain(item), origin)
    if not parts:
        yield Setting(key, _plain(value), origins.get(name, DEFAULT))


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value
