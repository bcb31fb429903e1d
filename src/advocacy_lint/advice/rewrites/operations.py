"""What holds whatever rule points at a place: openers, empty sentences, praise, officialese; for rules about signs, rows of those."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from advocacy_lint.advice.rewrites.draft import Draft, Edit
from advocacy_lint.advice.rewrites.openers import opener
from advocacy_lint.advice.rewrites.patterns import Change, Needles, changes, tables
from advocacy_lint.advice.rewrites.sentences import denial, empty, prefix
from advocacy_lint.advice.rewrites.signs import capitals, hashtag, sign, told_apart
from advocacy_lint.model import Place

_WHOLE = (told_apart, hashtag, empty, denial, prefix, opener)
_SIGNS = (capitals, sign)


@cache
def _table(language: str, name: str) -> Needles[Change]:
    return Needles(getattr(tables(language), name))


def general(place: Place, draft: Draft) -> Iterator[Edit | None]:
    """Yield what may be changed at a place, what changes most first."""
    sentence = draft.sentence(place.start)
    if sentence is None:
        return
    for operation in _WHOLE:
        yield operation(place, sentence, draft)
    yield from changes(_table(draft.language, "CHANGES"), place, draft)


def quieter(place: Place, draft: Draft) -> Iterator[Edit | None]:
    """Yield what says the same less loudly at a place: shouted words in quiet letters, a feeling without its “incredibly”."""
    sentence = draft.sentence(place.start)
    if sentence is not None:
        yield from changes(_table(draft.language, "LOUDER"), place, draft)
        for operation in _SIGNS:
            yield operation(place, sentence, draft)
