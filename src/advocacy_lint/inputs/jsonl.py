"""JSON Lines: one post a line, read line by line; a bad line is one problem and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec.structs import replace

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import fields
from advocacy_lint.inputs.encoding import decode, is_utf16
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.model import Post, Problem

MAX_LINE = 10_000_000


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for every line, or the problem with it."""
    for number, line in enumerate(_lines(data, path), 1):
        if line.strip():
            try:
                yield _post(path, line, number, config)
            except InputError as error:
                yield Problem(path, f"line {number}: {error.message}" + (f" ({error.hint})" if error.hint else ""))


def _lines(data: bytes, path: str) -> Iterator[bytes]:
    if is_utf16(data):
        data = decode(data, path)[0].encode("utf-8", "surrogatepass")
    start = len(b"\xef\xbb\xbf") if data.startswith(b"\xef\xbb\xbf") else 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield data[start:end] if end - start <= MAX_LINE else data[start : start + MAX_LINE + 1]
        start = end + 1


def _post(path: str, line: bytes, number: int, config: Config) -> Post:
    if len(line) > MAX_LINE:
        raise InputError(f"longer than {MAX_LINE // 1_000_000} MB")
    text = decode(line, path)[0]
    try:
        item = json.loads(text)
    except RecursionError:
        raise InputError("not JSON: nested too deep") from None
    except ValueError as error:
        message = f"{error.msg} at character {error.colno}" if isinstance(error, json.JSONDecodeError) else "a number that is too long"
        raise InputError(f"not JSON: {message}") from None
    if not isinstance(item, dict):
        raise InputError("expected an object such as {“text”: “…”}")
    item = fields.flat(item)
    held = fields.roles(item, config)
    if TEXT not in held.values():
        raise InputError("no field “text”", hint=f"it has: {', '.join(' '.join(each.split()) for each in item)[:200]}" if item else None)
    if not isinstance(next(item[name] for name, role in held.items() if role == TEXT), str):
        raise InputError("the field “text” is not text")
    found = fields.post(path, item, held, f"line {number}", as_written=True)
    if found is None:
        raise InputError("the text is empty")
    return replace(found, line=number, has_lines=False)
