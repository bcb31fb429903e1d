"""Lines of styled text: widths as a terminal counts them, wrapping, and marks under words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

Segment = tuple[str, str]  # text, style ("" for plain)
Line = list[Segment]


def width(text: str) -> int:
    """Return how many columns text takes: marks none, East Asian letters and emoji two."""
    if text.isascii():
        return len(text)
    columns = 0
    joined = False
    for character in text:
        if joined or unicodedata.combining(character) or character in "\u200b\u200c\u200d\u2060\ufe0e\ufe0f\u00ad":
            joined = character == "\u200d"
            continue
        code = ord(character)
        columns += 2 if unicodedata.east_asian_width(character) in "WF" or 0x1F300 <= code <= 0x1FAFF else 1
    return columns


def wrap(text: str, columns: int, first: int | None = None) -> list[str]:
    """Return text in lines of at most so many columns (another number for the first); a longer word stands alone."""
    lines: list[str] = []
    current = ""
    room = columns if first is None else first
    for word in text.split():
        if current and width(current) + 1 + width(word) > room:
            lines.append(current)
            current, room = word, columns
        else:
            current = f"{current} {word}" if current else word
    return [*lines, current] if current else lines or [""]


def cut(text: str, columns: int) -> str:
    """Return text cut to so many columns, with … where something was cut."""
    if width(text) <= columns:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > columns - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def marked(line: str, start: int, end: int, columns: int) -> tuple[str, str]:
    """Return a line cut around a span of it, and the marks that go under the span."""
    line = line.replace("\t", " ")
    span = line[start:end]
    if width(line) <= columns:
        return line, " " * width(line[:start]) + "━" * max(1, width(span))
    before, after = line[:start], line[end:]
    room = max(10, columns - width(span) - 2)
    left = before[-(room // 2) :] if len(before) > room // 2 else before
    left = left if left == before else "…" + left.split(" ", 1)[-1]
    shown = cut(left + cut(span, columns - 4) + after, columns)
    return shown, " " * width(left) + "━" * max(1, min(width(span), columns - width(left)))


def plain(lines: Iterable[Line]) -> str:
    """Return lines without styles."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def rich(lines: Iterable[Line], columns: int) -> str:
    """Return lines with the terminal's colours, by rich."""
    from rich.console import Console
    from rich.text import Text

    console = Console(force_terminal=True, width=columns, highlight=False, markup=False, emoji=False, legacy_windows=False)
    with console.capture() as capture:
        for line in lines:
            console.print(Text.assemble(*((text, style) for text, style in line)), soft_wrap=True)
    return capture.get()
