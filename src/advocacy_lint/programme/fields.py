"""The texts of a form, each with the place in the file where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from advocacy_lint.files.structure import fields, key_of
from advocacy_lint.model import Span
from advocacy_lint.programme.form import Form
from advocacy_lint.text import line_starts, normalise

_AROUND = " \t\n.!-–—?…()"
# What people write in a form instead of leaving it empty.
_NOTHING = frozenset(
    ("", "ingen", "intet", "ikke noget", "ingenting", "nej", "mangler", "ved ikke", "ikke endnu", "todo", "tbd", "n/a", "na", "none")
    + ("no", "nothing", "nobody", "missing", "not yet", "don't know", "null", "xx", "xxx")
)


class FieldText(Struct, frozen=True):
    """One free text of a form: the dotted name of its field, its path with list indexes, and the part of the file it stands in."""

    name: str
    path: tuple[str | int, ...]
    text: str
    region: Span


def texts(form: Form) -> list[FieldText]:
    """Return every text of the form that says something, in the order of the file."""
    starts = line_starts(form.text)
    ends = sorted({starts[line - 1] for line in form.lines.values()} | {len(form.text)})
    found = []
    for path, text in _walk(form.programme, ()):
        if normalise(text.strip(_AROUND)) in _NOTHING:
            continue
        line = _line(form, path)
        start = starts[min(line, len(starts)) - 1]
        after = bisect_right(ends, start)
        end = ends[after] if after < len(ends) else len(form.text)
        found.append(FieldText(".".join(part for part in path if isinstance(part, str)), path, text, Span(start, end)))
    return found


def _walk(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*path, index))
    elif isinstance(value, Struct):
        for field in fields(type(value)):
            yield from _walk(getattr(value, field.name), (*path, key_of(field)))


def _line(form: Form, path: tuple[str | int, ...]) -> int:
    """Return the line of a field; one written for short (an audience as one line) stands where the item does."""
    for end in range(len(path), 0, -1):
        if path[:end] in form.lines:
            return form.lines[path[:end]]
    return 1


def locate(form: Form, field: FieldText, words: str) -> Span:
    """Return where words of a field stand in the file: the very words, or the first line of the field where YAML wrote them otherwise."""
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    match = re.compile(pattern).search(form.text, field.region.start, field.region.end) if pattern else None
    if match:
        return Span(*match.span())
    return first_line(form.text, field.region.start)


def pair(form: Form, path: tuple[str | int, ...]) -> Span:
    """Return where a key and its value on the same line stand in the file."""
    start = line_starts(form.text)[form.lines.get(path, 1) - 1]
    match = re.compile(rf"\b{re.escape(str(path[-1]))}[^\n,}}#]*[^\s,}}#]").search(form.text, start)
    return Span(*match.span()) if match else first_line(form.text, start)


def first_line(text: str, start: int) -> Span:
    """Return the line that begins at an offset, without the blanks around it."""
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
