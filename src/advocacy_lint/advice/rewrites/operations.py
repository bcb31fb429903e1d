"""What holds whatever rule points at a place: openers, empty sentences, praise, officialese; for rules about signs, rows of those."""

from __future__ import annotations

from collections.abc import Iterator

from advocacy_lint.advice.rewrites import danish, english
from advocacy_lint.advice.rewrites.draft import Draft, Edit
from advocacy_lint.advice.rewrites.openers import opener
from advocacy_lint.advice.rewrites.patterns import Needles, changes
from advocacy_lint.advice.rewrites.sentences import denial, empty, prefix
from advocacy_lint.advice.rewrites.signs import capitals, hashtag, sign, told_apart
from advocacy_lint.languages import of
from advocacy_lint.model import Place

_CHANGES = {"da": Needles(danish.CHANGES), "en": Needles(english.CHANGES)}
_LOUDER = {"da": Needles(danish.LOUDER), "en": Needles(english.LOUDER)}
_WHOLE = (told_apart, hashtag, empty, denial, prefix, opener)
_SIGNS = (capitals, sign)


def general(place: Place, draft: Draft) -> Iterator[Edit | None]:
    """Yield what may be changed at a place, what changes most first."""
    sentence = draft.sentence(place.start)
    if sentence is None:
        return
    for operation in _WHOLE:
        yield operation(place, sentence, draft)
    yield from changes(of(_CHANGES, draft.language), place, draft)


def quieter(place: Place, draft: Draft) -> Iterator[Edit | None]:
    """Yield what says the same less loudly at a place: shouted words in quiet letters, a feeling without its “incredibly”."""
    sentence = draft.sentence(place.start)
    if sentence is not None:
        yield from changes(of(_LOUDER, draft.language), place, draft)
        for operation in _SIGNS:
            yield operation(place, sentence, draft)
