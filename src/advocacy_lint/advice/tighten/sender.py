"""Sentences that hold nothing but the sender's own name (“At Nordpump we put people first”): the name alone keeps none of them.

Where such a sentence goes, and the name stands nowhere else, the name goes along to the first “we” that is left (“We at Nordpump …”).
"""

from __future__ import annotations

import re

_NAME = r"[A-ZÆØÅ][\w&’'-]*(?:[ ][A-ZÆØÅ][\w&’'-]*|[ ]A/S|[ ]&)*"
_OPENING = {
    "en": re.compile(rf"(?:Here[ ])?(?P<where>[Aa]t[ ](?P<name>{_NAME})),?[ ]"),
    "da": re.compile(
        rf"(?:Her[ ])?(?P<where>(?:[Hh]os[ ](?P<name>{_NAME})|I[ ](?P<public>{_NAME}[ ](?:Kommune|Region|A/S|ApS)|Region[ ]{_NAME})))[ ]"
    ),
}
_US = {
    "en": re.compile(r"\b(?:we|us|our|nobody|everyone|everybody)\b", re.IGNORECASE),
    "da": re.compile(r"\b(?:vi|os|vores|ingen|alle)\b", re.IGNORECASE),
}
# “We” that a name can follow: not “we two”, “we’ve”, nor what somebody said.
_WE = {
    "en": re.compile(r"\bwe\b(?![’'])(?! (?:all|both|two|three|four|who|at)\b)", re.IGNORECASE),
    "da": re.compile(r"\bvi\b(?! (?:alle|begge|to|tre|fire|andre|selv|der|som|hos|i|på)\b)", re.IGNORECASE),
}
_TELLS = re.compile(r"\d")
_QUOTES = re.compile(r"[\"“”«»„]")


def where_of(text: str, language: str) -> str | None:
    """Return the words that name the sender (“at Nordpump”) where a sentence about “us” has no other name and no number; else None."""
    opening = _OPENING.get(language)
    found = opening.match(text) if opening else None
    if found is None or _TELLS.search(text) or not _US[language].search(text, found.end()):
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
    found = _WE[language].search(text)
    return f"{text[: found.end()]} {where}{text[found.end() :]}" if found else None
