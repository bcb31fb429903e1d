"""Content calendars as .yml and .json: a list of posts, alone or under a name such as ``posts``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from advocacy_lint import safe_yaml
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import fields
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.model import Post, Problem

Path = tuple[str | int, ...]


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each entry with a text; an entry without one is a problem."""
    text = decode(data, path)[0]
    lines: safe_yaml.Lines = {}
    if path.lower().endswith(".json"):
        content = _json(text, path)
    else:
        content, lines = safe_yaml.load_with_lines(text, path, strings=True, error=InputError)
    for where, entry in _entries(content, path, config):
        place = (
            f"line {lines[where]}" if where in lines else f"entry {where[-1] + 1}" if where and isinstance(where[-1], int) else "entry 1"
        )
        held = fields.roles(entry, config) if isinstance(entry, Mapping) else {}
        name = next((name for name, role in held.items() if role == TEXT), None)
        if name is None or not isinstance(entry[name], str):
            yield Problem(path, f"{place}: no text")
            continue
        post = fields.post(path, entry, held, f"line {lines[*where, name]}" if (*where, name) in lines else place)
        if post is not None:
            yield post


def _json(text: str, path: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except RecursionError:
        raise InputError("not JSON: nested too deep", path) from None
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", path, error.lineno) from None
    except ValueError:
        raise InputError("not JSON: a number that is too long", path) from None


def _entries(content: Any, path: str, config: Config) -> list[tuple[Path, Any]]:
    """Return the entries of a calendar with their paths; NotPosts where nothing in it is a list of posts."""
    if _is_post(content, config):
        return [((), content)]
    lists: list[tuple[Path, Any]] = [((), content)]
    if isinstance(content, Mapping):
        lists = [((name,), value) for name, value in content.items()]
    for where, value in lists:
        if isinstance(value, list) and any(_is_post(entry, config) for entry in value):
            return [((*where, index), entry) for index, entry in enumerate(value)]
    raise NotPosts("no list of posts", path, hint="a list of entries that each have a text: (tekst:, opslag: …)")


def _is_post(entry: Any, config: Config) -> bool:
    if not isinstance(entry, Mapping):
        return False
    held = fields.roles(entry, config)
    return any(role == TEXT and isinstance(entry[name], str) for name, role in held.items())
