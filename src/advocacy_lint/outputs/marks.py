"""Text in Markdown: on one line, without marks that mean something."""

from __future__ import annotations

import re

from advocacy_lint.outputs.sanitize import flat, name

_MARKS = re.compile(r"[\\`*_\[\]|~$]")
# A zero-width space behind them keeps hosts from telling people, or issues, that they are mentioned.
_MENTIONS = {"@": "@&#8203;", "#": "#&#8203;"}
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = str.maketrans({**_MENTIONS, **_ENTITIES})
# What hosts make links of by themselves: addresses, numbers of issues elsewhere, names of commits.
_LINKS = re.compile(r"(?i)\b(?:(https?|ftp|mailto)(?=:)|(www)(?=\.)|(gh)(?=-\d)|([0-9a-f]{3})(?=[0-9a-f]{4,61}\b))")
# What would begin a list or a heading.
_BEGINNING = re.compile(r"^([-+=]|\d+(?=[.)]))")


def safe(text: str) -> str:
    """Return text for Markdown, also inside a table: flat, its marks escaped, no HTML, nobody mentioned, nothing linked."""
    line = " ".join(flat(text).split())
    line = _MARKS.sub(lambda match: "\\" + match[0], line)
    line = _LINKS.sub(r"\g<0>&#8203;", line.translate(_SPECIAL))
    return _BEGINNING.sub(r"&#8203;\1", line)


def code(text: str) -> str:
    """Return a file's name as code, also inside a table: as it is, but for bars, which would end a cell."""
    line = name(text).replace("|", "¦")
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if longest else ""
    return f"{fence}{blank}{line}{blank}{fence}"
