"""Changes to a configuration's text that keep its comments and its form; each is parsed, and says what it is meant to, or it is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from advocacy_lint.config.parsed import Lines, parse
from advocacy_lint.errors import ConfigError
from advocacy_lint.files import safe_yaml
from advocacy_lint.model import Fix

# What YAML reads as the text that it is, without quotes.
_PLAIN = re.compile(r"[^\W\d_][\w/-]*(?: [\w/-]+)*")
_TOML_TEXT = re.compile(r"""(?<==)\s*(?:"[^"]*"|'[^']*')""")


def with_term(text: str, path: str, term: str) -> Fix | None:
    """Return the insertion that makes a term one of the vocabulary's; None where the text is in no form that takes it."""
    return _put(text, path, ("vocabulary", "terms"), term, listed=True)


def with_level(text: str, path: str, rule: str, level: str) -> Fix | None:
    """Return the change that gives a rule a level, or turns it ``off``; None where the text is in no form that takes it."""
    return _put(text, path, ("levels", rule), level, listed=False)


def _put(text: str, path: str, keys: tuple[str, str], value: str, *, listed: bool) -> Fix | None:
    try:
        data, known = parse(text, path)
    except ConfigError:
        return None
    wanted = _wanted(data, keys, value, listed)
    if wanted is None:
        return None
    for fix in _in_toml(text, known, keys, value, listed) if path.endswith(".toml") else _in_yaml(text, keys, value, listed):
        try:
            if _same(parse(text[: fix.start] + fix.text + text[fix.end :], path)[0], wanted, keys):
                return fix
        except ConfigError:
            continue
    return None


def _wanted(data: object, keys: tuple[str, str], value: str, listed: bool) -> dict[str, Any] | None:
    """Return what the file is to say; None where it says otherwise than settings do, or says so already."""
    section, key = keys
    there = data if data is not None else {}
    inner = there.get(section) or {} if isinstance(there, Mapping) else None
    if not isinstance(there, Mapping) or not isinstance(inner, Mapping):
        return None
    old = inner.get(key) or []
    if listed and (not isinstance(old, list) or value in old):
        return None
    return {**there, section: {**inner, key: [*old, value] if listed else value}}


def _same(said: object, wanted: Mapping[str, Any], keys: tuple[str, str]) -> bool:
    """Say whether a file says what it is to say; the order of a list is its own."""
    section, key = keys

    def ordered(data: object) -> object:
        if not isinstance(data, Mapping) or not isinstance(inner := data.get(section), Mapping) or not isinstance(inner.get(key), list):
            return data
        return {**data, section: {**inner, key: sorted(inner[key], key=repr)}}

    return ordered(said) == ordered(wanted)


def _in_yaml(text: str, keys: tuple[str, ...], value: str, listed: bool) -> Iterator[Fix]:
    """Yield where YAML takes a value: in the mapping or list that is there, in its own style, or at the end."""
    import yaml

    leaf = _scalar(value)
    try:
        node: Any = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError:  # it knows more that is wrong than our reader does: an anchor that is there twice
        return
    column = 0
    for depth, key in enumerate(keys):
        rest, inside = keys[depth:], f"[{leaf}]" if listed else leaf
        if node is None:
            yield _lines(text, len(text), 0, rest, inside)
        elif isinstance(node, yaml.ScalarNode):
            at = _line_end(text, node.end_mark.index)
            if not node.value:
                yield _lines(text, at, column, rest, inside)
            yield Fix(node.start_mark.index, node.end_mark.index, f"{{{_inline(rest, inside)}}}")
        elif isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == key), None)
            if found is not None:
                column, node = found[0].start_mark.column + 2, found[1]
                continue
            if node.flow_style:
                yield _into(node, _inline(rest, inside))
            else:
                at = len(text) if depth == 0 else _line_end(text, _end(node))
                yield _lines(text, at, node.start_mark.column, rest, inside)
        return
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.SequenceNode) and node.flow_style:
        yield _into(node, leaf)
    elif isinstance(node, yaml.SequenceNode):
        yield _line(text, _line_end(text, _end(node)), f"{' ' * node.start_mark.column}- {leaf}")
    elif isinstance(node, yaml.ScalarNode):
        yield Fix(start, end, f"{'' if node.value else ' '}{f'[{leaf}]' if listed else leaf}")


def _scalar(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and safe_yaml.plain(value) == value else json.dumps(value, ensure_ascii=False)


def _into(node: Any, new: str) -> Fix:
    """Return an insertion into braces or brackets, after what is last in them."""
    last = node.value[-1] if node.value else None
    at = _end(last[1] if isinstance(last, tuple) else last) if last is not None else node.end_mark.index - 1
    return Fix(at, at, f", {new}" if node.value else new)


def _inline(keys: tuple[str, ...], inside: str) -> str:
    first, *rest = keys
    return f"{_scalar(first)}: " + (f"{{{_inline(tuple(rest), inside)}}}" if rest else inside)


def _lines(text: str, at: int, column: int, keys: tuple[str, ...], inside: str) -> Fix:
    """Return keys on lines of their own, each further in than the one above."""
    written = [" " * (column + 2 * depth) + _scalar(key) + ":" for depth, key in enumerate(keys)]
    return _line(text, at, _break(text).join(written) + f" {inside}")


def _line(text: str, at: int, new: str) -> Fix:
    """Return whole lines to insert after the line that an offset ends, or before the one that it begins; at the end, after the last."""
    end = _break(text)
    if text and at == len(text):
        # Not behind the last line's end: where that is, editors do not agree.
        at -= len(end) if text.endswith(end) else 0
    elif not at or text[at - 1] == "\n":
        return Fix(at, at, f"{new}{end}")
    return Fix(at, at, f"{end}{new}")


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _end(node: Any) -> int:
    """Return where a node ends: its last words, not the blank lines and comments after them."""
    if not isinstance(node.value, list) or node.flow_style or not node.value:
        end: int = node.end_mark.index
        return end
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _line_end(text: str, at: int) -> int:
    """Return the end of the line that an offset stands in; the offset itself where it stands at the beginning of one."""
    if at and text[at - 1] == "\n":
        return at
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _in_toml(text: str, known: Lines, keys: tuple[str, str], value: str, listed: bool) -> Iterator[Fix]:
    """Yield where TOML may take a value: in the line or the table that is there, or in a table at the end."""
    section, key = keys
    leaf = json.dumps(value, ensure_ascii=False)
    name = key if key.isalpha() else json.dumps(key, ensure_ascii=False)
    pair = f"{name} = [{leaf}]" if listed else f"{name} = {leaf}"
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    if line := known.get(keys):
        start = starts[line - 1]
        if listed:
            yield from _first(text, text.find("[", text.find("=", start)) + 1, leaf)
        elif old := _TOML_TEXT.search(text, start):
            yield Fix(old.start(), old.end(), f" {leaf}")
    elif line := known.get((section,)):
        start = starts[line - 1]
        if text.startswith("[", start):
            yield _line(text, _line_end(text, start + 1), pair)
        else:
            yield from _first(text, text.find("{", start) + 1, pair)
    end = _break(text)
    yield _line(text, len(text), f"{end}[tool.advocacy-lint.{section}]{end}{pair}")


def _first(text: str, at: int, new: str) -> tuple[Fix, Fix]:
    """Return an insertion before what is first in braces or brackets: as all there is, and with more after it."""
    at += len(text[at:]) - len(text[at:].lstrip())
    return Fix(at, at, new), Fix(at, at, f"{new}, ")
