"""Content calendars as .yml and .json: lists of posts, alone or under names such as ``posts`` or the months, however deep."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.files import safe_yaml
from advocacy_lint.inputs import cells, fields, headings
from advocacy_lint.inputs.columns import Column
from advocacy_lint.inputs.encoding import decode, without_surrogates
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.inputs.pieces import Piece, put_together
from advocacy_lint.model import Post, Problem

Path = tuple[str | int, ...]
# Where the lines of a larger file's entries are is not looked for.
_LINES_UP_TO = 1_000_000
_DEEPEST = 8


class _File:
    """A calendar's file: where in it the fields of its entries stand."""

    def __init__(self, text: str, lines: safe_yaml.Lines, is_json: bool) -> None:
        self._written = text.splitlines()
        self._lines = lines
        self._is_json = is_json

    def place(self, where: Path, otherwise: str) -> str:
        """Return the line of a field or an entry as a place; JSON is told by the number of the entry."""
        line = self._lines.get(where, 0)
        return f"line {line}" if line and not self._is_json else otherwise

    def text_from(self, where: Path) -> tuple[int, bool]:
        """Return the line on which a field's text begins (0: not known), and whether its lines are those of the file."""
        line = self._lines.get(where, 0)
        head = self._written[line - 1].rstrip() if 0 < line <= len(self._written) and not self._is_json else ""
        literal = head.rstrip("+-0123456789").endswith("|")
        return line + literal, literal

    def pieces(self, where: Path, item: Mapping[str, object], columns: Iterable[Column], otherwise: str) -> Iterator[Piece]:
        """Yield what other fields of an entry add to its text."""
        for column in columns:
            value = item[column.name]
            text = cells.undone(without_surrogates(value)).strip() if isinstance(value, str) else ""
            if text:
                path = (*where, column.name)
                line, literal = self.text_from(path)
                yield Piece(text, self.place(path, f"{otherwise}, {column.name}"), line, literal or "\n" not in text)


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each entry with a text; an entry without one is a problem."""
    text = decode(data, path)[0]
    is_json = path.lower().endswith(".json")
    content, lines = _json(text, path) if is_json else safe_yaml.load_with_lines(text, path, strings=True, error=InputError)
    file = _File(text, lines, is_json)
    for where, entry, number in _entries(content, path, config):
        place = file.place(where, f"entry {number}")
        item = {str(key): value for key, value in fields.flat(entry).items()} if isinstance(entry, Mapping) else {}
        texts = _texts(item, config)
        if not texts:
            yield Problem(path, f"{place}: no text")
        for column in texts:
            post = _post(path, item, column, texts, file.place((*where, column.name), place), config)
            if post is not None:
                line, literal = file.text_from((*where, column.name))
                parts = column.before or column.after
                post = replace(post, line=line, has_lines=literal or bool(parts and line) and "\n" not in post.text.strip())
                before, after = (list(file.pieces(where, item, side, place)) for side in (column.before, column.after))
                yield put_together(post, before, after, column.name if parts and is_json else "")


def _texts(item: Mapping[str, object], config: Config) -> tuple[Column, ...]:
    """Return the fields of an entry that hold texts; none where the one that should is no text."""
    values = [value if isinstance(value, str) else "" for value in item.values()]
    found = headings.of_entry(tuple(item), values, config)
    return found if any(isinstance(item[column.name], str) for column in found) else ()


def _post(path: str, item: dict[str, object], column: Column, texts: Sequence[Column], place: str, config: Config) -> Post | None:
    """Return the post in a field of an entry, with the entry's metadata and what the field's name says of language and channel."""
    others = {each.name for each in texts if each.name != column.name}
    parts = {each.name for text in texts for each in (*text.before, *text.after)}
    kept = {name: value for name, value in item.items() if name not in others | parts}
    held = {name: role if role != TEXT else "" for name, role in fields.roles(kept, config).items()}
    post = fields.post(path, kept, {**held, column.name: TEXT}, f"{place}, {column.name}" if others else place)
    if post is None:
        return None
    said = {"language": column.language, "channel": None if "channel" in post.meta else column.channel}
    return replace(post, meta={**post.meta, **{name: value for name, value in said.items() if value}})


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
    return isinstance(entry, Mapping) and bool(_texts({str(key): value for key, value in fields.flat(entry).items()}, config))
