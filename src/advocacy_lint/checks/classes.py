"""Token classes that phrases may ask for: <money>, <percent>, <name> and the like, found once a stream."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import compress

from advocacy_lint.languages import Language
from advocacy_lint.model import Token
from advocacy_lint.text import BARRIER
from advocacy_lint.text.words import CLASSED, CURRENCY, NAMED, PAST, first_name

# The token classes, and an example of each.
CLASSES: Mapping[str, str] = {
    "date": "12. marts, March 12",
    "emoji": "an emoji",
    "hashtag": "#skyllevand",
    "mention": "@lene",
    "money": "3,2 mia. kr., $5 million",
    "name": "a person's first name, with the names after it: Lene Holm",
    "number": "12, tre, femogtyve, twenty-five, twice, fordoblet",
    "org": "a name with a company suffix: Holm A/S",
    "past": "the past tense of a deed: skruede, fixed (not of what companies announce with: lancerede, launched)",
    "percent": "12 %, fem procent",
    "quote": "what somebody else says, as one token",
    "time": "kl. 5.40, at 6 am",
    "title": "words with capitals inside a sentence: Change Management Foundation (a course, a certificate, a product)",
    "unit": "40 minutter, 12 kg",
    "url": "a link or an address",
    "year": "2026",
}
Edges = dict[int, list[tuple[str, int]]]

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\Z")
_HOUR = re.compile(r"\d{1,2}\Z")
# What may stand between the parts of a person's name.
_I = "i"  # English I and Danish I are written large wherever they stand, and are no part of a name
_BEFORE_MONTHS = frozenset("in since by until this last next every each early late mid".split())
_LINKS = frozenset(("de", "von", "van", "af", "el"))
# The same, and between those of a company's: Holm & Søn, Holm A/S.
_JOINTS = _LINKS | frozenset("&/")
_SINGLE = frozenset(("hashtag", "mention", "url", "emoji", "quote"))
# What a word must be for a class to begin there, or to be one.
_LOOKED_AT = CLASSED | PAST
# “3,2 mia. kr.” has two; a text of nothing but such words must not be read to its end from each.
_MOST_SCALES = 6
_MOST_CAPITALS = 5
# What stands before a word that has its capital for another reason than that a sentence begins.
_INSIDE = frozenset(("word", "capital", "abbreviation", "number"))


def find_classes(tokens: Sequence[Token], language: Language, names: frozenset[str] = frozenset()) -> Edges:
    """Return, for the position of a token, which classes begin there and where each ends (exclusive)."""
    edges: Edges = {}
    number_words, multiples, suffixes = language.number_words, language.multiples, language.company_suffixes
    skip, last = 0, len(tokens) - 1
    for index in compress(range(len(tokens)), [token[2] & _LOOKED_AT for token in tokens]):
        kind, norm, flags, *_ = tokens[index]
        if kind == "word":
            if norm in number_words:
                _number(tokens, index, language, edges)
            elif norm in multiples:
                edges.setdefault(index, []).append(("number", index + 1))
            if flags & PAST:
                edges.setdefault(index, []).append(("past", index + 1))
            continue
        if kind == "number":
            _number(tokens, index, language, edges)
        elif kind == "capital":
            after = tokens[index + 1] if index < last else BARRIER
            if after[0] == "capital" and index and tokens[index - 1][0] in _INSIDE:
                edges.setdefault(index, []).append(("title", _capitals(tokens, index)))
            # Most capitals only begin a sentence.
            if index >= skip and (flags & NAMED or after[0] == "capital" or after[1] in suffixes or after[1] in _JOINTS or names):
                skip = _capital(tokens, index, language, names, edges)
            if norm in number_words:
                _number(tokens, index, language, edges)
            elif norm in multiples:
                edges.setdefault(index, []).append(("number", index + 1))
        elif kind in _SINGLE:
            edges.setdefault(index, []).append((kind, index + 1))
        elif kind == "punct" and norm in CURRENCY and index + 1 < len(tokens) and tokens[index + 1][0] == "number":
            edges.setdefault(index, []).append(("money", _scaled(tokens, index + 2, language)))
    return edges


def _capitals(tokens: Sequence[Token], index: int) -> int:
    """Return where a row of words with capitals ends; only so many are looked at, as whole texts are written in capitals."""
    end = index + 1
    while end < len(tokens) and end < index + _MOST_CAPITALS and tokens[end][0] == "capital":
        end += 1
    return end


def _scaled(tokens: Sequence[Token], index: int, language: Language) -> int:
    """Return where an amount ends that may go on with a scale word (mio., billion)."""
    stop = min(len(tokens), index + _MOST_SCALES)
    while index < stop and (tokens[index][1] in language.scale_words or tokens[index][1] in language.money_words):
        index += 1
    return index


def _number(tokens: Sequence[Token], index: int, language: Language, edges: Edges) -> None:
    token = tokens[index]
    found = edges.setdefault(index, [])
    found.append(("number", index + 1))
    after = tokens[index + 1] if index + 1 < len(tokens) else token
    before = tokens[index - 1][1] if index else ""
    if after[1] in language.percent_words:
        found.append(("percent", index + 2))
        return
    end = _scaled(tokens, index + 1, language)
    if end > index + 1 and any(each[1] in language.money_words for each in tokens[index + 1 : end]):
        found.append(("money", end))
        return
    if end > index + 1:
        found.append(("number", end))
    if before in language.money_words:
        found.append(("money", end))
        edges.setdefault(index - 1, []).append(("money", end))
        return
    if token[0] == "number" and _YEAR.match(token[1]):
        found.append(("year", index + 1))
        return
    if after[1] in language.months or (language.ordinal_dot and token[1].endswith(".") and after[1] in language.months):
        found.append(("date", index + 2))
        return
    if before in language.months and not language.ordinal_dot:
        edges.setdefault(index - 1, []).append(("date", index + 1))
    if after[1] in language.unit_words:
        found.append(("unit", index + 2))
    if _clock(token, before, after, language):
        last = index + (2 if after[1] in language.clock_after else 1)
        if before in language.clock_before:
            edges.setdefault(index - 1, []).append(("time", last))
        found.append(("time", last))


def _clock(token: Token, before: str, after: Token, language: Language) -> bool:
    norm = token[1]
    if after[1] in language.clock_after:
        return bool(_HOUR.match(norm) or _CLOCK.match(norm)) or norm in language.number_words
    if before in language.clock_before and before != "at":
        return bool(_HOUR.match(norm) or _CLOCK.match(norm)) or norm in language.number_words
    return bool(":" in norm and _CLOCK.match(norm))


def _acts(tokens: Sequence[Token], index: int, name: str, language: Language) -> bool:
    """Say whether a name that is a common word too is a person's: what follows is a deed ("Bent lagde røret om")."""
    after = tokens[index + 1] if index + 1 < len(tokens) else BARRIER
    return after[0] == "word" and bool(after[2] & PAST) and name not in language.never_alone


def _company(tokens: Sequence[Token], index: int, end: int, language: Language) -> int:
    """Return where the company's name ends that some capitals are part of (Holm A/S, Holm & Søn); 0 for no company's."""
    suffixes, following = language.company_suffixes, [token[1] for token in tokens[end : end + 2]]
    if following[:1] == ["&"] and len(following) == 2 and tokens[end + 1][0] == "capital" and not first_name(following[1], language):
        return _company(tokens, index, end + 2, language) or end + 2
    if following[:1] == ["/"] and len(following) == 2 and f"{tokens[end - 1][1]}/{following[1].rstrip('.')}" in suffixes:
        return end + 2
    if following[:1] and following[0] in suffixes:
        return end + 1
    return end if end > index + 1 and tokens[end - 1][1] in suffixes else 0


def _capital(tokens: Sequence[Token], index: int, language: Language, names: frozenset[str], edges: Edges) -> int:
    """Look for a person's or an organisation's name that begins here; return where it ends."""
    end = index + 1
    while end < len(tokens) and end < index + 5 and (tokens[end][0] == "capital" and tokens[end][1] != _I or tokens[end][1] in _LINKS):
        end += 1
    while end > index + 1 and tokens[end - 1][0] != "capital":
        end -= 1
    norm = tokens[index][1]
    if company := _company(tokens, index, end, language):
        edges.setdefault(index, []).append(("org", company))
        return company
    base = norm[:-2] if norm.endswith("'s") else norm
    if base in language.months and index and tokens[index - 1][1] in _BEFORE_MONTHS:
        return index + 1  # “In August”: a month where its name is written large
    if base in names or first_name(norm, language):
        first_names = language.first_names
        genitive = language.bare_genitive and base.endswith("s") and base not in first_names and base[:-1] in first_names
        alone = end == index + 1
        starts = index == 0 or tokens[index - 1][0] in ("barrier", "punct", "emoji", "quote")
        unsure = alone and starts and (base in language.ambiguous_names and not _acts(tokens, index, base, language) or genitive)
        if base in names or not unsure:
            edges.setdefault(index, []).append(("name", end))
            return end
    return index + 1
