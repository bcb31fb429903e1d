"""Posts that a table keeps in several columns, one for each part: “Hook”, “Body” and “CTA” are one post.

A body by its plainest names (“Text”, “Caption”) is mostly the whole post: it has a beginning and an end of its own only where the table
has columns for both, and does not say the same words in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec import structs

from advocacy_lint.inputs.columns import SAMPLE, Column, is_prose, words_of
from advocacy_lint.languages import of_column

_BEGINS = frozenset(
    "hook|hooks|opener|opening|opening hook|first line|first sentence|intro|introduction|scroll stopper|krog|indledning|åbning|"
    "åbningslinje|åbningssætning|første linje|første sætning".split("|")
)
_ENDS = frozenset(
    "cta|call to action|closing|closing cta|closer|outro|conclusion|last line|final line|sign off|engagement question|afslutning|"
    "afsluttende spørgsmål|afrunding|opfordring|slutning|sidste linje".split("|")
)
_BODY = frozenset("body|main|main body|middle|brødtekst|broedtekst|hovedtekst|hoveddel|midte".split("|"))
_MAY_BE_WHOLE = frozenset("text|tekst|caption|copy|content|main content|indhold".split("|"))
# What such a heading says besides: “Hook text”, “CTA (question)”, “Opslag – indledning”.
_BESIDES = frozenset("text tekst line linje linie sentence sætning copy question spørgsmål post opslag linkedin the".split())
_SAID = re.compile(r"[^\w\s]\Z|https?://")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
Rows = Sequence[Sequence[str]]


def joined(texts: Iterable[Column], names: Sequence[str], rows: Rows) -> tuple[Column, ...]:
    """Return the columns of texts, each with those that hold the beginning and the end of its posts."""
    ends = [index for index, name in enumerate(names) if name and is_end(name)]
    return tuple(_whole(text, ends, names, rows) if ends else text for text in texts)


def is_end(name: str) -> bool:
    """Say whether a heading names the beginning or the end of a post."""
    return _means(name, _BEGINS) or _means(name, _ENDS)


def _whole(text: Column, ends: Sequence[int], names: Sequence[str], rows: Rows) -> Column:
    """Return a column of texts with those of its beginning and end, as far as they say something of their own."""
    is_body = _means(text.name, _BODY)
    if not is_body and not _means(text.name, _MAY_BE_WHOLE):
        return text
    own = [each for each in ends if _language(names[each]) == _language(text.name) and not _repeated(rows, each, text.index)]
    before = [each for each in own if _means(names[each], _BEGINS) and is_prose(rows, each)]
    after = [each for each in own if _means(names[each], _ENDS) and is_prose(rows, each)]
    # “Learn more” alone is what stands on a button.
    if not before or not is_body:
        after = [each for each in after if _most(rows, each, _is_said)]
    if not (before or after) or not is_body and not (before and after):
        return text
    return structs.replace(text, before=_columns(before, names), after=_columns(after, names))


def _columns(indexes: Iterable[int], names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(index, names[index]) for index in indexes)


def _means(name: str, known: frozenset[str]) -> bool:
    """Say whether a heading is one that is known, whatever its language, and what it says besides."""
    words = [word for word in words_of(_BRACKETS.sub(" ", name)) if not of_column(word)]
    rest = [word for word in words if word not in _BESIDES]
    return " ".join(words) in known or " ".join(rest) in known


def _language(name: str) -> str | None:
    return next((code for word in words_of(name) if (code := of_column(word))), None)


def _most(rows: Rows, column: int, holds: Callable[[str], bool]) -> bool:
    cells = [cells[column].strip() for cells in rows[:SAMPLE] if column < len(cells) and cells[column].strip()]
    return 2 * sum(map(holds, cells)) > len(cells)


def _is_said(cell: str) -> bool:
    return _SAID.search(cell) is not None


def _repeated(rows: Rows, column: int, body: int) -> bool:
    """Say whether the body mostly says a part's words as well: then it is the whole post."""
    both = [
        (_plain(cells[column]), _plain(cells[body]))
        for cells in rows[:SAMPLE]
        if max(column, body) < len(cells) and cells[column].strip() and cells[body].strip()
    ]
    return bool(both) and 2 * sum(part in whole for part, whole in both) > len(both)


def _plain(cell: str) -> str:
    return " ".join(cell.casefold().split())
