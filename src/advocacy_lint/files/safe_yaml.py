"""YAML from people we do not know: bounded, without tags or surprises in its scalars, every error with its line.

Scalars are read as YAML 1.2 has them: ``no``, ``off``, ``12:30`` and dates stay text; only true, false, null and plain numbers do not.
"""

from __future__ import annotations

import re
from math import inf
from typing import Any

import yaml

from advocacy_lint.errors import LintError

MAX_SIZE = 5_000_000
MAX_DEPTH = 50
MAX_ALIASES = 50
# What all aliases together may stand for: doubling an alias 25 times makes 33 million nodes of nothing.
MAX_EXPANDED = 100_000
Path = tuple[str | int, ...]
Lines = dict[Path, int]

_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,30})")
_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30}|[0-9]{1,30})(?:[eE][-+]?[0-9]{1,3})?")
_LITERALS: dict[str, bool | None] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_LITERALS |= {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def load(text: str, path: str = "", *, strings: bool = False, aliases: int = MAX_ALIASES, error: type[LintError] = LintError) -> object:
    """Return YAML as plain data; with `strings`, every scalar is text as written. `error` (file, line) for what is not allowed."""
    return load_with_lines(text, path, strings=strings, aliases=aliases, error=error)[0]


def load_with_lines(
    text: str, path: str = "", *, strings: bool = False, aliases: int = MAX_ALIASES, error: type[LintError] = LintError
) -> tuple[object, Lines]:
    """Return YAML as plain data, and the line of every key and item by its path, such as ``("da", "match", "phrases", 0)``."""
    if len(text) > MAX_SIZE:
        raise error(f"larger than {MAX_SIZE // 1_000_000} MB", path)
    builder = None
    try:
        builder = _Builder(text, path, strings, aliases, error)
        return builder.document(), builder.lines
    except yaml.YAMLError as caught:
        raise _translated(caught, text, path, error) from None
    except UnicodeEncodeError as caught:
        raise error("holds half a character (a lone surrogate)", path, text.count("\n", 0, caught.start) + 1) from None
    finally:
        if builder:
            builder.parser.dispose()


def _translated(caught: object, text: str, path: str, error: type[LintError]) -> LintError:
    mark = getattr(caught, "problem_mark", None) or getattr(caught, "context_mark", None)
    if mark is None:
        position = getattr(caught, "position", None)
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) else None
        return error(f"not YAML: {getattr(caught, 'reason', None) or 'it cannot be read'}", path, line)
    problem, prefix = getattr(caught, "problem", None) or "it cannot be read", "not YAML: "
    if "nesting depth" in problem:
        # libyaml 0.2.6 looks further ahead than its events, and has a bound of its own.
        problem, prefix = f"nested deeper than {MAX_DEPTH}", ""
    hint = "put text that holds “: ” in quotes" if "mapping values are not allowed" in problem else None
    return error(f"{prefix}{problem}", path, min(mark.line, text.count("\n")) + 1, hint)


class _Builder:
    """Builds data straight from the parser's events, so that nothing is built before its bounds are known."""

    def __init__(self, text: str, path: str, strings: bool, aliases: int, error: type[LintError]) -> None:
        self.parser = _Loader(text)
        self.lines: Lines = {}
        self._path = path
        self._strings = strings
        self._error = error
        self._anchors: dict[str, tuple[object, int] | None] = {}
        self._allowed = aliases
        self._aliases = self._expanded = self._nodes = 0

    def document(self) -> object:
        """Return the only document's data; None for an empty file."""
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        data = self._value(self._next(), (), 0)
        self._next()
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._fail("a second document (a line of three dashes)", event)
        return data

    def _next(self) -> yaml.Event:
        event: yaml.Event = self.parser.get_event()
        return event

    def _fail(self, message: str, event: yaml.Event) -> LintError:
        return self._error(message, self._path, _line(event))

    def _value(self, event: yaml.Event, where: Path, depth: int) -> object:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, where)
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)  # nothing else begins a value
        if event.tag is not None:
            raise self._fail(f"tags such as {event.tag[:40]} are not allowed", event)
        self.lines.setdefault(where, _line(event))
        self._nodes += 1
        if isinstance(event, yaml.ScalarEvent):
            value = event.value if self._strings or not event.implicit[0] else plain(event.value)
            if event.anchor:
                self._anchors[event.anchor] = (value, 1)
            return value
        if depth >= MAX_DEPTH:
            raise self._fail(f"nested deeper than {MAX_DEPTH}", event)
        return self._collection(event, where, depth + 1)

    def _collection(self, event: yaml.CollectionStartEvent, where: Path, depth: int) -> object:
        before = self._nodes + self._expanded
        if event.anchor:
            self._anchors[event.anchor] = None
        value = self._mapping(where, depth) if isinstance(event, yaml.MappingStartEvent) else self._sequence(where, depth)
        if event.anchor:
            self._anchors[event.anchor] = (value, self._nodes + self._expanded - before + 1)
        return value

    def _alias(self, event: yaml.AliasEvent, where: Path) -> object:
        self.lines.setdefault(where, _line(event))
        if not self._allowed:
            raise self._fail("aliases are not allowed here", event)
        anchor = event.anchor or ""
        found = self._anchors.get(anchor)
        if found is None:
            raise self._fail(f"the alias *{anchor[:40]} stands for nothing, or for itself", event)
        self._aliases += 1
        self._expanded += found[1]
        if self._aliases > self._allowed or self._expanded > MAX_EXPANDED:
            raise self._fail(f"more than {self._allowed} aliases, or aliases of aliases that grow without bound", event)
        return found[0]

    def _mapping(self, where: Path, depth: int) -> dict[str, object]:
        result: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) and event.tag is None else None
            if key is None:
                raise self._fail("a key is plain text", event)
            if key in result:
                raise self._fail(f"duplicate key “{' '.join(key.split())[:60]}”", event)
            self.lines[(*where, key)] = _line(event)
            result[key] = self._value(self._next(), (*where, key), depth)
        return result

    def _sequence(self, where: Path, depth: int) -> list[object]:
        result: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            result.append(self._value(event, (*where, len(result)), depth))
        return result


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def plain(value: str) -> object:
    """Return what a scalar without quotes means: null, a truth value, a number, else its text."""
    if value in _LITERALS:
        return _LITERALS[value]
    if value[0] in "-+.0123456789":
        if _INTEGER.fullmatch(value):
            return int(value)
        if _NUMBER.fullmatch(value) and not value.lstrip("-+").isdigit() and abs(number := float(value)) != inf:
            return number
    return value
