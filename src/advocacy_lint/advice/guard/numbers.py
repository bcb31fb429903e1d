"""Numbers as values, however they are written: “1.200” and “1,200”, “fourteen”, «fem og tyve», “twenty-two thousand”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from advocacy_lint.languages import Language, editing
from advocacy_lint.model import Token

# Parts in thousands are grouped; anything else after the last sign are decimals.
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_SUFFIXED = re.compile(r"(\d+(?:[.,]\d+)*)(k|m|bn|mio|mia)\Z")


@cache
def _words(language: str) -> dict[str, float]:
    """Return the number words of a language, compound tens among them (twenty-two, toogtyve)."""
    known = editing(language)
    found = {**known.units, **known.tens}
    small = {**dict.fromkeys(known.compound_one, 1.0), **known.units}
    for ten, value in known.tens.items():
        for unit, more in small.items():
            if more < 10:
                found[known.compound.format(unit=unit, ten=ten)] = value + more
    return found


def value_of(norm: str, language: Language) -> float | None:
    """Return what a word, or a number in figures, is worth; None for what is no number."""
    if norm[:1].isdigit():
        return _figures(norm)
    return _words(language.code).get(norm)


def _figures(norm: str) -> float | None:
    text = norm.rstrip(".,:")
    suffix = _SUFFIXED.match(text)
    scale = 1.0
    if suffix:
        text, scale = suffix[1], {"k": 1e3, "m": 1e6, "mio": 1e6, "bn": 1e9, "mia": 1e9}[suffix[2]]
    if ":" in text:
        text = text.replace(":", ".")
    if _GROUPED.match(text):
        return float(re.sub("[.,]", "", text)) * scale
    parts = re.split("[.,]", text)
    try:
        return float(parts[0] + ("." + "".join(parts[1:]) if len(parts) > 1 else "")) * scale
    except ValueError:
        return None


def values_in(tokens: Sequence[Token], language: Language) -> Iterator[tuple[float, str]]:
    """Yield the numbers among some tokens, with the words they are written in; a scale word after one belongs to it."""
    scales, ones = editing(language.code).scales, editing(language.code).one
    index = 0
    while index < len(tokens):
        kind, norm = tokens[index][0], tokens[index][1]
        value = value_of(norm, language) if kind in ("number", "word", "capital") else None
        words = norm
        if value is None and norm in ones and index + 1 < len(tokens) and tokens[index + 1][1] in scales:
            value = 1.0
        if value is None:
            if norm in language.multiples:
                yield _multiple(norm), norm
            index += 1
            continue
        index += 1
        while index < len(tokens) and tokens[index][1] in scales:
            value *= scales[tokens[index][1]]
            words += f" {tokens[index][1]}"
            index += 1
        yield value, words


def _multiple(norm: str) -> float:
    """Return a value by which “twice” is told from “three times”: below nought, as no amount is."""
    starts = {"tw": -2, "do": -2, "fo": -2, "dob": -2, "th": -3, "tr": -3, "qu": -4, "fi": -4, "fe": -5, "ti": -10, "te": -10}
    return float(starts.get(norm[:2], -sum(map(ord, norm))))
