"""Text from strangers, made safe for a terminal or a log: nothing that moves a cursor, turns a line around or commands a build survives."""

from __future__ import annotations

import re

# C0 and C1 controls but for tab and line feed, bidirectional overrides and isolates, and lone surrogates; letters of tags, which say
# something to machines that no person sees, but for those of a flag; and the second sign of what build servers take for a command
# anywhere in a line: ##[group], ##vso[…], ##teamcity[…].
_HIDDEN = (
    "(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0000-\U000e007f]+|(?<=#)#(?=[A-Za-z]{0,20}\\[)|"
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# GitHub takes a line that begins with “::word” for a command, and a long line may be wrapped before any word.
_COMMAND = re.compile(r"(?<!\S):(?=:[A-Za-z])")
_LINE_ENDS = "\t\n\r\u2028\u2029"
_BLANKS = str.maketrans(dict.fromkeys(_LINE_ENDS, " "))
_SHOWN = str.maketrans({character: f"⟨U+{ord(character):04X}⟩" for character in _LINE_ENDS})


def clean(text: str) -> str:
    """Return text with controls shown as ⟨U+001B⟩; tabs and line feeds stay."""
    if text.isprintable() and "##" not in text:  # nothing hidden is a character that prints
        return text
    return re.sub(_HIDDEN, _named, text)


def flat(text: str) -> str:
    """Return text on one line, clean: line ends (also Unicode's own) and tabs become blanks."""
    return clean(text if text.isprintable() else text.translate(_BLANKS))


def lines(text: str) -> str:
    """Return text of several lines for a log: clean, and no line is a command."""
    return _without_commands(clean(text))


def one_line(text: str) -> str:
    """Return text on one line for a log: flat, and no command, wherever the line is wrapped."""
    return _without_commands(flat(text))


def name(path: str) -> str:
    """Return a file's name as it may be printed: on one line, line ends shown."""
    return _without_commands(clean(path if path.isprintable() else path.translate(_SHOWN)))


def problem(path: str, message: str) -> str:
    """Return the line that says what is wrong with a file."""
    return f"{name(path)}: {one_line(message)}"


def _named(match: re.Match[str]) -> str:
    return "".join([f"⟨U+{ord(each):04X}⟩" for each in match[0]])


def _without_commands(text: str) -> str:
    return _COMMAND.sub(_named, text) if "::" in text else text


def in_a_shell(path: str) -> str:
    """Return a path as a shell takes it for one word."""
    if all(letter.isalnum() or letter in "_@%+=:,./-" for letter in path):
        return path
    from shlex import quote

    return quote(path)
