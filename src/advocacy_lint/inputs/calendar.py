"""Content calendars as .yml and .json: lists of posts, alone or under names such as ``posts`` or the months, however deep."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.files import safe_yaml
from advocacy_lint.inputs import fields
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.model import Post, Problem

Path = tuple[str | int, ...]
# Where the lines of a larger file's entries are is not looked for.
_LINES_UP_TO = 1_000_000
_DEEPEST = 8


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each entry with a text; an entry without one is a problem."""
    text = decode(data, path)[0]
    is_json = path.lower().endswith(".json")
    content, lines = _json(text, path) if is_json else safe_yaml.load_with_lines(text, path, strings=True, error=InputError)
    written = text.splitlines()
    for where, entry, number in _entries(content, path, config):
        line = lines.get(where, 0)
        place = f"line {line}" if line and not is_json else f"entry {number}"
        item = fields.flat(entry) if isinstance(entry, Mapping) else {}
        held = fields.roles(item, config)
        name = next((name for name, role in held.items() if role == TEXT), None)
        if name is None or not isinstance(item[name], str):
            yield Problem(path, f"{place}: no text")
            continue
        at = lines.get((*where, name), 0)
        post = fields.post(path, item, held, f"line {at}" if at and not is_json else place)
        if post is not None:
            literal = bool(at) and not is_json and at <= len(written) and written[at - 1].rstrip().rstrip("+-0123456789").endswith("|")
            yield replace(post, line=at + 1 if literal else at, has_lines=literal)


def _json(text: str, path: str) -> tuple[object, safe_yaml.Lines]:
    """Return what a JSON file holds, and the lines of it where they can be told."""
    text = text.removeprefix("\ufeff")
    try:
        content = json.loads(text)
    except RecursionError:
        raise InputError("not JSON: nested too deep", path) from None
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg}", path, error.lineno) from None
    except ValueError:
        raise InputError("not JSON: a number that is too long", path) from None
    if len(text) > _LINES_UP_TO:
        return content, {}
    try:
        return content, safe_yaml.load_with_lines(text, path, strings=True, error=InputError)[1]
    except InputError:  # what JSON may and YAML may not
        return content, {}


def _entries(content: object, path: str, config: Config) -> list[tuple[Path, object, int]]:
    """Return the entries of every list of posts, with their paths and numbers; NotPosts where there is none."""
    if _is_post(content, config):
        return [((), content, 1)]
    found: list[tuple[Path, object, int]] = []
    _collect((), content, config, found)
    if not found:
        raise NotPosts("no list of posts", path, hint="a list of entries that each have a text: (tekst:, opslag: …)")
    return found


def _collect(where: Path, value: object, config: Config, found: list[tuple[Path, object, int]]) -> None:
    """Add the entries of every list of posts in a value; what stands beside posts in a list is no post, and told."""
    if len(where) > _DEEPEST:
        return
    if isinstance(value, list):
        if any(_is_post(entry, config) for entry in value):
            found.extend(((*where, index), entry, len(found) + 1) for index, entry in enumerate(value))
            return
        for index, entry in enumerate(value):
            _collect((*where, index), entry, config, found)
    elif isinstance(value, Mapping):
        for name, entry in value.items():
            if _is_post(entry, config):
                found.append(((*where, name), entry, len(found) + 1))
            else:
                _collect((*where, name), entry, config, found)


def _is_post(entry: object, config: Config) -> bool:
    if not isinstance(entry, Mapping):
        return False
    item = fields.flat(entry)
    held = fields.roles(item, config)
    return any(role == TEXT and isinstance(item[name], str) for name, role in held.items())
