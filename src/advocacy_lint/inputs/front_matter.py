"""Front matter: simple lines by hand (no YAML import, no surprises), anything richer by the bounded YAML reader, all values text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from advocacy_lint.errors import InputError
from advocacy_lint.inputs.metadata import as_text, canonical, gather, says_something
from advocacy_lint.model import Span

MAX_SIZE = 64_000
# What is longer, hardly another draft says of itself.
_SHORT = 80
_OPEN = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\r?\Z)", re.MULTILINE)
# Lines are stripped at the end before these look at them: a lazy “.*?” before blanks would be quadratic.
_LINE = re.compile(r"([^\W\d_][\w -]{0,40}?)[ \t]*:(?:[ \t]+(\S.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(\S.*)")
_LIKE = re.compile(r"\s*(?:#[^\n]*+\s++|#[^\n]{0,200}\s)?(?:[\w\"'][^\n:]{0,60}:(?:\s|\Z)|[{&!])")
_COMMENT = re.compile(r"(?:^|[ \t])#(?:[ \t].*)?$")
# What a value may not start with to be read by hand: YAML gives these a meaning.
_SPECIAL = frozenset("[]{}&*!|>'\"%@`,?-")


class FrontMatter:
    """Metadata at the top of a text: its values by canonical name, and the span to mute (None: there is none)."""

    __slots__ = ("given", "meta", "span")

    def __init__(self, meta: dict[str, str], span: Span | None) -> None:
        self.meta = meta
        self.span = span
        self.given = says_something(meta)


def read(text: str, path: str) -> FrontMatter:
    """Return the front matter of a text; InputError with its line where it cannot be read."""
    opened = _OPEN.match(text) if text.startswith(("---", "\ufeff---")) else None
    if opened is None:
        return FrontMatter({}, None)
    closed = _CLOSE.search(text, opened.end(), opened.end() + MAX_SIZE + 5)
    if text[opened.end() : opened.end() + 4].strip() not in ("---", "...") and _LIKE.match(text, opened.end()) is None:
        # A line of dashes may also be a divider; only something that looks like metadata can be a mistake in metadata.
        return FrontMatter({}, None)
    if closed is None:
        said = f"larger than {MAX_SIZE // 1000} kB" if len(text) > opened.end() + MAX_SIZE else "not closed"
        raise InputError(f"the front matter is {said}", path, 1, "end it with a line of three dashes")
    block = text[opened.end() : closed.start()]
    pairs = _simple(block, path)
    if pairs is None:
        pairs = _yaml(block, path)
    return FrontMatter(gather(pairs), Span(0, closed.end()))


def _simple(block: str, path: str) -> list[tuple[str, Any]] | None:
    """Return keys and values of a block of plain ``key: value`` lines and lists; None where it needs YAML."""
    pairs: list[tuple[str, Any]] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(block.split("\n"), 2):
        line = line.rstrip()
        if not line or line.lstrip().startswith("#"):
            continue
        item = _ITEM.fullmatch(line) if line[0] in " \t-" else None
        if item:
            value = _scalar(item[1])
            if value is None or ": " in value or not pairs or not isinstance(pairs[-1][1] or [], list):
                return None
            pairs[-1] = (pairs[-1][0], [*(pairs[-1][1] or []), value])
            continue
        pair = _remembered(line) if len(line) < _SHORT else _pair(line)
        if pair is None:
            return None
        _once(pair[0], seen, path, number)
        pairs.append(pair)
    return pairs


def _pair(line: str) -> tuple[str, Any] | None:
    """Return the key and the value of a line, None where it needs YAML."""
    match = _LINE.fullmatch(line)
    value = _value(match[2]) if match else None
    return None if match is None or value is None else (match[1], value)


_remembered = lru_cache(maxsize=1_000)(_pair)  # drafts of one team say the same of themselves


def _once(key: str, seen: dict[str, int], path: str, line: int) -> None:
    name = canonical(key)
    if name in seen:
        raise InputError(f"front matter: “{' '.join(key.split())[:60]}” is given twice (also in line {seen[name]})", path, line)
    seen[name] = line


def _value(written: str | None) -> Any:
    if written is None:
        return ""
    if written[0] == "[" and written[-1] == "]":
        items = [_scalar(part.strip()) for part in written[1:-1].split(",") if part.strip()]
        return None if any(item is None or "[" in item or "]" in item for item in items) else items
    return _scalar(written)


def _scalar(written: str) -> str | None:
    """Return a scalar's text; None where it takes YAML to know it."""
    first = written[0]
    if first in "\"'" and len(written) > 1 and written[-1] == first:
        inner = written[1:-1]
        return None if first in inner or "\\" in inner else inner
    if first in _SPECIAL and not (first == "-" and written[1:2].isdigit()):
        return None
    # “#spring” is a hashtag, “# note” a comment.
    return _COMMENT.sub("", written).rstrip() if "#" in written else written


def _yaml(block: str, path: str) -> list[tuple[str, Any]]:
    from advocacy_lint import safe_yaml

    # The empty line stands for the opening dashes, so that lines are those of the file.
    data, lines = safe_yaml.load_with_lines("\n" + block, path, strings=True, aliases=0, error=InputError)
    if data is None:
        return []
    if not isinstance(data, dict):
        raise InputError("front matter: expected keys and values, such as “audience: bookkeepers”", path, 2)
    seen: dict[str, int] = {}
    for key in data:
        _once(key, seen, path, lines.get((key,), 1))
    return [(key, _person(value)) for key, value in data.items()]


def _person(value: Any) -> Any:
    """Return the name of somebody described by several keys; other values as they are."""
    if isinstance(value, dict):
        named = {canonical(key): as_text(item) for key, item in value.items()}
        return named.get("name") or named.get("navn") or value
    return value
