"""Lines of styled text: widths as a terminal counts them, wrapping, and marks under words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

Segment = tuple[str, str]  # text, style ("" for plain)
Line = list[Segment]


# What takes one column, of which most lines hold nothing else: the letters of Western Europe, dashes, quotation marks.
_NARROW = re.compile("[\x00-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*")


def width(text: str) -> int:
    """Return how many columns text takes: marks and joined emoji none, East Asian letters and emoji two."""
    columns = len(text) if text.isascii() else _narrow(text)
    joined = False
    for character in text[columns:]:
        if joined or 0x1F3FB <= ord(character) <= 0x1F3FF or unicodedata.category(character) in ("Mn", "Me", "Cf"):
            joined = character == "\u200d"
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" or 0x1F300 <= ord(character) <= 0x1FAFF else 1
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
    if (len(text) if text.isascii() else _narrow(text)) == len(text):  # nearly always: a column for each character
        return text if len(text) <= columns else text[: max(0, columns - 1)].rstrip() + "…"
    return text if width(text) <= columns else text[: _fitting(text, columns - 1)].rstrip() + "…"


def cut_at_word(text: str, columns: int) -> str:
    """Return the first of text in so many columns, to a word's end, with … where something was cut."""
    if width(text) <= columns:
        return text
    kept = text[: _fitting(text, columns - 1)]
    whole = kept if text[len(kept)].isspace() else kept.rpartition(" ")[0] or kept
    return whole.rstrip() + "…"


def cut_before(text: str, columns: int) -> str:
    """Return the last of text in so many columns, from a word's beginning, with … where something was cut."""
    if width(text) <= columns:
        return text
    kept = text[len(text) - _fitting(text[::-1], columns - 1) :]
    return "…" + kept.split(" ", 1)[-1]


def _narrow(text: str) -> int:
    """Return how many characters at the beginning take a column each."""
    match = _NARROW.match(text)
    return match.end() if match else 0


def _fitting(text: str, columns: int) -> int:
    """Return how many characters fit into so many columns."""
    used = count = max(0, min(_narrow(text), columns))
    for character in text[count:]:
        used += width(character)
        if used > columns:
            break
        count += 1
    return count


def marked(line: str, start: int, end: int, columns: int) -> tuple[str, str]:
    """Return a line cut around a span of it, and the marks that go under the span."""
    line = line.replace("\t", " ")
    before, span, after = line[:start], line[start:end], line[end:]
    if width(line) > columns:
        span = cut(span, columns - 4)
        room = columns - width(span)
        before = cut_before(before, max(4, room // 2, room - width(after)))
        line = cut(before + span + after, columns)
    return line, " " * width(before) + "━" * max(1, min(width(span), columns - width(before)))


def plain(lines: Iterable[Line]) -> str:
    """Return lines without styles."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def colored(lines: Iterable[Line]) -> str:
    """Return lines with the terminal's colours, by rich's styles; its console would do no more for such lines."""
    from rich.color import ColorSystem
    from rich.style import Style

    styles: dict[str, Style] = {}
    parts: list[str] = []
    for line in lines:
        for text, style in line:
            if style and style not in styles:
                styles[style] = Style.parse(style)
            parts.append(styles[style].render(text, color_system=ColorSystem.STANDARD) if style else text)
        parts.append("\n")
    return "".join(parts)
