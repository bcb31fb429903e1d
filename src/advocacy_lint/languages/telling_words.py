"""Words by which a sentence of a draft is known as a story or as air: what happened, why, who said it; thanks, offers, joy, values.

Lists of whole words: what matters is that they are frequent, not that they are complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from advocacy_lint.languages import part

SORTS = (
    "cause",
    "turn",
    "failure",
    "said",
    "person",
    "someone",
    "moment",
    "offer",
    "thanks",
    "joy",
    "value",
    "future",
    "everybody",
    "boast",
    "link",
)


@cache
def sorts_of(language: str) -> dict[str, tuple[str, ...]]:
    """Return of which sorts each word of a language is; those of none are not there."""
    table: Mapping[str, str] = part(language, "telling_words").TELLING_WORDS
    found: dict[str, tuple[str, ...]] = {}
    for sort, words in table.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), sort)
    return found
