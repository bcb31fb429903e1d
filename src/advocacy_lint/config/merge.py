"""Several files and overrides to one configuration: keys merge, word lists grow, everything else is replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.config import Config
from advocacy_lint.config.read import Layer, Settings

_GROWING = frozenset(("rules", "ignore", "exclude", "context", "vocabulary", "duplicates", "plugins"))


def build(found: Sequence[Layer], matching: Iterable[tuple[int, int]]) -> Config:
    """Return the settings of all layers and the matching overrides, the later over the earlier."""
    said = [layer.settings for layer in found]
    said.extend(found[number].overrides[index] for number, index in matching)
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for settings in said:
        for name, value in settings.values.items():
            values[name] = _merged(name, values[name], value, settings) if name in values else value
        origins.update(settings.origins)
    return replace(Config(), **values, origins=origins)


def _merged(name: str, below: object, above: object, settings: Settings) -> object:
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return {**below, **above}
    if isinstance(below, Struct):
        said = [each for each in below.__struct_fields__ if f"{name}.{each}" in settings.origins]
        return replace(below, **{each: _merged(name, getattr(below, each), getattr(above, each), settings) for each in said})
    if isinstance(below, tuple) and isinstance(above, tuple) and name in _GROWING:
        return tuple(dict.fromkeys((*below, *above)))
    return above
