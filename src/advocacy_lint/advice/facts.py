"""What a draft itself says that only its writer could know: amounts, numbers, names, links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advocacy_lint import languages
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.model import Span
from advocacy_lint.text import analyse

Facts = Mapping[str, tuple[str, ...]]
_KINDS = ("money", "percent", "unit", "time", "number", "name", "org", "url", "hashtag", "mention")
_SLOT = re.compile(r"\{([a-z]+)\}")


def facts_of(text: str, language: str, start: int = 0, end: int | None = None, muted: Sequence[Span] = ()) -> Facts:
    """Return the facts of a text by kind, in its own words and order; a number that is part of an amount is not named twice."""
    known = languages.get(language)
    analysis = analyse(text, known, start, end, muted)
    found: dict[str, dict[str, None]] = {kind: {} for kind in _KINDS}
    for stream in (analysis.author, analysis.quoted):
        taken = -1
        edges = find_classes(stream, known)
        for index in sorted(edges):
            for kind, stop in sorted(edges[index], key=lambda edge: (-edge[1], _rank(edge[0]))):
                if kind in found and index >= taken and stream[index].end > stream[index].start:
                    found[kind][" ".join(text[stream[index].start : stream[stop - 1].end].split())] = None
                    taken = stop
    return {kind: tuple(values) for kind, values in found.items()}


def _rank(kind: str) -> int:
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def filled(template: str, facts: Facts, match: str = "") -> str | None:
    """Return a question with the draft's own facts in its slots; None where the draft does not have one."""
    text = template
    for slot in _SLOT.findall(template):
        values = (match,) if slot == "match" and match else facts.get(slot, ())
        if not values:
            return None
        text = text.replace("{" + slot + "}", values[0])
    return text
