"""One string of a JSON object changed where it stands: every other character of the line stays as it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_COLON = re.compile(r"\s*:\s*\Z")
_UNIT = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)
# Comparing longer texts piece by piece takes the square of their length.
_LONG = 20_000
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def with_value(line: str, key: str, before: str, after: str) -> str | None:
    """Return a line of JSON in which the value of a key says something else; None where no such value stands there.

    Of two values of one key the last holds, as programs read it; of keys at several depths the outermost.
    """
    best: tuple[int, int, re.Match[str]] | None = None
    for depth, name, value in _values(line):
        if name == key and json.loads(value[0], strict=False) == before and (best is None or (-depth, value.start()) > best[:2]):
            best = (-depth, value.start(), value)
    if best is None:
        return None
    found = best[2]
    inside = _changed(found[0][1:-1], before, after, line.isascii())
    return f"{line[: found.start() + 1]}{inside}{line[found.end() - 1 :]}"


def _values(line: str) -> Iterator[tuple[int, str, re.Match[str]]]:
    """Yield the strings that are values of a key: how deep they lie, their key, and where they stand."""
    depth, position = 0, 0
    previous: re.Match[str] | None = None
    for found in _STRING.finditer(line):
        between = line[position : found.start()]
        depth += between.count("{") + between.count("[") - between.count("}") - between.count("]")
        if previous is not None and _COLON.match(between):
            yield depth, json.loads(previous[0], strict=False), found
        previous, position = found, found.end()


def _changed(raw: str, before: str, after: str, plain: bool) -> str:
    """Return a string's raw characters with what changed put in; the rest keeps its own escapes."""
    units = _UNIT.findall(raw)
    if "".join(json.loads(f'"{unit}"', strict=False) for unit in units) != before or len(units) != len(before):
        return _escaped(after, plain)
    parts: list[str] = []
    if len(before) > _LONG:
        return _around(units, before, after, plain)
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    at = [0]
    for piece in old:
        at.append(at[-1] + len(piece))
    for tag, first, last, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        parts.append("".join(units[at[first] : at[last]]) if tag == "equal" else _escaped("".join(new[start:stop]), plain))
    return "".join(parts)


def _around(units: list[str], before: str, after: str, plain: bool) -> str:
    """Return a long string's raw characters with what changed put in between what did not."""
    least = min(len(before), len(after))
    first = next((at for at in range(least) if before[at] != after[at]), least)
    last = next((at for at in range(least - first) if before[-at - 1] != after[-at - 1]), least - first)
    return "".join(units[:first]) + _escaped(after[first : len(after) - last], plain) + "".join(units[len(before) - last :])


def _escaped(text: str, plain: bool) -> str:
    return json.dumps(text, ensure_ascii=plain)[1:-1]
