"""YAML from people we do not know: bounded in size, depth and aliases, without tags or duplicate keys, errors with their line."""

from __future__ import annotations

from typing import Any

import yaml

from advocacy_lint.errors import LintError

MAX_BYTES = 5_000_000
MAX_DEPTH = 50
MAX_ALIASES = 50
Lines = dict[tuple[str | int, ...], int]
_PLAIN = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:str")
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Strings: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(text: str, path: str = "", *, strings: bool = False) -> Any:
    """Return YAML as plain data; with `strings`, every scalar as it is written (``no`` stays "no"). LintError with path and line."""
    return load_with_lines(text, path, strings=strings)[0]


def load_with_lines(text: str, path: str = "", *, strings: bool = False) -> tuple[Any, Lines]:
    """Return YAML as plain data, and the line of every key and item by its path. LintError with path and line."""
    if len(text) > MAX_BYTES:
        raise LintError(f"larger than {MAX_BYTES // 1_000_000} MB", path)
    loader = (_Strings if strings else _Loader)(text)
    try:
        _bound(text, loader, path)
        node = loader.get_single_node()
        lines: Lines = {}
        return (None if node is None else _value(node, (), lines, loader, path)), lines
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise LintError(f"not YAML: {problem}", path, mark.line + 1 if mark else None, _hint(problem)) from None
    except RecursionError:
        raise LintError(f"nested deeper than {MAX_DEPTH}", path) from None
    finally:
        loader.dispose()


def _hint(problem: str) -> str | None:
    return "put text that holds “: ” in quotes" if "mapping values are not allowed" in problem else None


def _bound(text: str, loader: Any, path: str) -> None:
    """Refuse what no honest file needs before anything is built from it."""
    depth = aliases = 0
    suspicious = "&" in text or "*" in text or "!" in text
    if not suspicious and text.count("[") + text.count("{") < MAX_DEPTH and len(text) < 100_000:
        return
    probe = type(loader)(text)
    try:
        while probe.check_event():
            event = probe.get_event()
            if isinstance(event, yaml.AliasEvent):
                aliases += 1
                if aliases > MAX_ALIASES:
                    raise LintError(f"more than {MAX_ALIASES} aliases", path, event.start_mark.line + 1)
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    raise LintError(f"nested deeper than {MAX_DEPTH}", path, event.start_mark.line + 1)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    finally:
        probe.dispose()


def _value(node: Any, where: tuple[str | int, ...], lines: Lines, loader: Any, path: str) -> Any:
    lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode):
                raise LintError("a key is text", path, key_node.start_mark.line + 1)
            if key in result:
                raise LintError(f"duplicate key “{key}”", path, key_node.start_mark.line + 1)
            lines[(*where, key)] = key_node.start_mark.line + 1
            result[key] = _value(value_node, (*where, key), lines, loader, path)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*where, index), lines, loader, path) for index, item in enumerate(node.value)]
    if node.tag not in _PLAIN:
        if node.tag == "tag:yaml.org,2002:timestamp" or not node.tag.startswith("tag:yaml.org"):
            if not node.tag.startswith("tag:yaml.org"):
                raise LintError(f"tags such as {node.tag} are not allowed", path, node.start_mark.line + 1)
            return node.value
        raise LintError(f"tags such as {node.tag} are not allowed", path, node.start_mark.line + 1)
    return loader.construct_object(node)
