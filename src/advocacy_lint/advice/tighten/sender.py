"""Sentences that hold nothing but the sender's own name (“At Nordpump we put people first”): the name alone keeps none of them.

Where such a sentence goes, and the name stands nowhere else, the name goes along to the first “we” that is left (“We at Nordpump …”).
"""

from __future__ import annotations

import re

from advocacy_lint.languages import editing

_TELLS = re.compile(r"\d")
_QUOTES = re.compile(r"[\"“”«»„]")


def where_of(text: str, language: str) -> str | None:
    """Return the words that name the sender (“at Nordpump”) where a sentence about “us” has no other name and no number; else None."""
    known = editing(language)
    found = known.at_sender.match(text)
    if found is None or _TELLS.search(text) or not known.us.search(text, found.end()):
        return None
    if any(word[:1].isupper() for word in text[found.end() :].split()):
        return None
    return found["where"][:1].lower() + found["where"][1:]


def is_known(where: str, text: str) -> bool:
    """Say whether the sender's name stands in a text, or in its link or hashtag (“nordpump.dk”)."""
    name = where.partition(" ")[2]
    return name in text or "".join(filter(str.isalnum, name)).casefold() in text.casefold()


def named(text: str, where: str, language: str) -> str | None:
    """Return a sentence with the sender’s name behind its first “we”; None where there is no such place."""
    if _QUOTES.search(text):
        return None
    found = editing(language).we.search(text)
    return f"{text[: found.end()]} {where}{text[found.end() :]}" if found else None
