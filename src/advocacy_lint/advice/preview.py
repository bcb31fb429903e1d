"""A post as it shows before "…more": folded by lines and by characters, as a channel's profile says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, convert

from advocacy_lint.errors import ConfigError
from advocacy_lint.files import safe_yaml

DEFAULT = "linkedin"
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?:(?!---[ \t]*\n)[^\n]*\n)*---[ \t]*\n")


class Screen(Struct, frozen=True):
    """Where a screen folds: at so many lines of so many characters, or at so many characters in all."""

    name: str
    width: int
    lines: int
    characters: int


class Channel(Struct, frozen=True):
    """A channel's screens, what stands where it folds, and where that is known from."""

    name: str
    source: str
    reviewed: str
    more: Mapping[str, str]
    screens: tuple[Screen, ...]


class _Profile(Struct):
    """A channel's file: what `Channel` holds, with the screens by their names."""

    source: str
    reviewed: str
    more: dict[str, str]
    screens: dict[str, dict[str, int]]


def load(name: str, folder: Path) -> Channel:
    """Return a channel's profile; the one of LinkedIn for a channel without one."""
    path = folder / f"{name.casefold()}.yml" if name.isalnum() else folder / f"{DEFAULT}.yml"
    if not path.is_file():
        path = folder / f"{DEFAULT}.yml"
    profile = convert(safe_yaml.load(path.read_text(encoding="utf-8"), str(path), error=ConfigError), _Profile)
    screens = tuple(Screen(screen, **sizes) for screen, sizes in profile.screens.items())
    return Channel(path.stem, profile.source, profile.reviewed, profile.more, screens)


def visible(text: str, start: int = 0, end: int | None = None) -> str:
    """Return a post as readers get it: without front matter and comments."""
    body = text[start : len(text) if end is None or end < 0 else end].replace("\r\n", "\n")
    return _without_comments(_FRONT_MATTER.sub("", body, count=1)).strip("\ufeff\n\t ")


def _without_comments(text: str) -> str:
    """Return text without comments and the blanks and line end after each; the first that is not closed ends the search (linear time)."""
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[position:start])
        position = end + 3
        while text.startswith((" ", "\t"), position):
            position += 1
        position += text.startswith("\n", position)
    return "".join(parts) + text[position:]


def fold(text: str, screen: Screen) -> tuple[list[str], bool]:
    """Return the lines that show on a screen before the fold, and whether anything is folded away."""
    lines = [line for paragraph in text.split("\n") for line in wrapped(paragraph, screen.width)]
    shown: list[str] = []
    left = screen.characters
    for line in lines[: screen.lines]:
        if len(line) > left:
            cut = line[:left].rsplit(" ", 1)[0] if " " in line[:left] else line[:left]
            return [*shown, cut], True
        shown.append(line)
        left -= len(line) + 1
    return shown, len(lines) > len(shown)


def wrapped(paragraph: str, width: int) -> list[str]:
    """Return a paragraph cut into lines of at most so many characters; an empty one is an empty line."""
    lines = [""]
    for word in paragraph.split():
        if len(word) > width:
            cut = (len(word) - 1) // width * width  # what is left of it is not empty
            lines[-1:] = [line for line in lines[-1:] if line] + [word[at : at + width] for at in range(0, cut, width)]
            word = word[cut:]
        if not lines[-1]:
            lines[-1] = word
        elif len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def render(text: str, channel: Channel, locale: str) -> str:
    """Return the previews of all screens, each in a frame."""
    blocks = []
    for screen in channel.screens:
        lines, folded = fold(text, screen)
        more = channel.more.get(locale, "…")
        if folded and lines:
            room = screen.width - len(more) - 1
            last = lines[-1] if len(lines[-1]) <= room else lines[-1][:room].rpartition(" ")[0]
            lines = [*lines[:-1], f"{last} {more}".strip()]
        rule = "─" * screen.width
        blocks.append("\n".join([f"{channel.name} · {screen.name}", rule, *lines, rule]))
    return "\n\n".join(blocks)
