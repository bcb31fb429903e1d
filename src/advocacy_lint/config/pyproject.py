"""The table ``[tool.advocacy-lint]`` of a pyproject.toml, with the line of each key (tomllib does not tell)."""

from __future__ import annotations

import re
import tomllib

from advocacy_lint.errors import ConfigError

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*("[^"\n]*"|'[^'\n]*'|[\w.-]+)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")


def table(text: str, path: str) -> tuple[object, dict[tuple[str | int, ...], int]]:
    """Return our table of a pyproject.toml, and the lines of its keys."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ConfigError(f"not TOML: {str(error).split(' (at')[0]}", path, int(line[1]) if line else None) from None
    except RecursionError:
        raise ConfigError("not TOML: nested too deep", path) from None
    tool = data.get("tool")
    found = tool.get("advocacy-lint") if isinstance(tool, dict) else None
    return _without_dates(found), _lines(text)


def _without_dates(value: object) -> object:
    """Return TOML's data as JSON could hold it: its dates as text."""
    if isinstance(value, dict):
        return {key: _without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_dates(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _lines(text: str) -> dict[tuple[str | int, ...], int]:
    lines: dict[tuple[str | int, ...], int] = {}
    inside: tuple[str | int, ...] | None = None
    counts: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.fullmatch(line.rstrip())
        if header:
            names = _parts(header[1])
            if names[:2] != ("tool", "advocacy-lint"):
                inside = None
                continue
            inside = names[2:]
            if line.lstrip().startswith("[["):
                index = counts[names] = counts.get(names, -1) + 1
                inside = (*inside, index)
            lines.setdefault(inside, number)
        elif inside is not None and (match := _KEY.match(line)):
            lines.setdefault((*inside, *_parts(match[1])), number)
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(next(part for part in match.groups() if part is not None) for match in _PART.finditer(dotted))
