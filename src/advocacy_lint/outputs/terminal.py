"""What a run says to a person: lines on standard error, the width of the screen, whether it shows colours, plain characters."""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import suppress

# What stands for a character that the screen's encoding has not.
_PLAIN = {
    **dict.fromkeys("–—−‑‐·", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("█▏▎▍▌▋▊▉", "#"),
    **dict(zip("│•‘’‹›⟨⟩", "|*''<><>", strict=True)),
    "…": "...",
    "→": "->",
    "€": "EUR",
    "æ": "ae",
    "Æ": "Ae",
    "ø": "oe",
    "Ø": "Oe",
    "å": "aa",
    "Å": "Aa",
    "━": "=",
    "─": "-",
}


def plain(error: UnicodeError) -> tuple[str, int]:
    """Handle what an encoding cannot write (``errors="plain"``): by what looks like it, else by a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(character: str) -> str:
    found = _PLAIN.get(character)
    if found is None:
        found = "".join(each for each in unicodedata.normalize("NFKD", character) if each.isascii())
    return found if found else "" if unicodedata.category(character) == "Mn" else "?"


def json_escape(error: UnicodeError) -> tuple[str, int]:
    """Handle what an encoding cannot write as JSON does (``errors="json-escape"``): ``\\uXXXX``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    written = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{written[at]:02x}{written[at + 1]:02x}" for at in range(0, len(written), 2)), error.end


def encodable(text: str, escapes: str) -> str:
    """Return text that standard output can write: as it is, or escaped as a format has it where the encoding is none of Unicode's."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if encoding.lower().startswith("utf") or text.isascii():
        return text
    import codecs

    codecs.register_error("plain", plain)
    codecs.register_error("json-escape", json_escape)
    # A program that reads JSON or XML reads ASCII by every encoding, also by the one that it expects.
    target = encoding if escapes == "plain" else "ascii"
    return text.encode(target, escapes).decode(target)


def say(line: str) -> None:
    """Print a line on standard error, safe for a terminal; one that is closed or full hears nothing, and the run goes on."""
    from advocacy_lint.outputs.sanitize import one_line

    say_clean(one_line(line))


def say_clean(line: str) -> None:
    """Print a line that is safe already on standard error."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        with suppress(OSError, ValueError, AttributeError):  # what is held back would be tried, and complained about, again at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def columns(default: int = 80) -> int:
    """Return how many columns lines may have: as ``COLUMNS`` says, else those of the terminal."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return int(named)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or default
    except (OSError, ValueError):
        return default


def shows_color() -> bool:
    """Say whether standard output shows colours: as ``NO_COLOR`` and ``FORCE_COLOR`` say, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
