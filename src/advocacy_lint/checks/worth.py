"""What a sentence of a draft is worth to its readers: how likely it is the one to begin with, and how likely it may stay.

A small linear model: words and word pairs learned from labelled posts, and some forty readable signals (a deed, a number with a unit, a
cause, words somebody said; thanks, offers, values). Its table, ``rules/data/weights/worth.json``, is made by `benchmarks/worth_weights.py`.
Nothing numeric is needed to run it, and a word is looked up once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log, sqrt
from operator import mul
from pathlib import Path

import msgspec

from advocacy_lint.files import packs
from advocacy_lint.languages import Language, of
from advocacy_lint.languages.telling_words import SORTS, sorts_of
from advocacy_lint.model import Token
from advocacy_lint.text import Analysis
from advocacy_lint.text.words import BITS, IRREGULAR_PAST, NAMED, REGULAR_PAST

# In log-odds of staying: a statement worth more may be the end of what the best one tells (“She was right. We now have a sticker.”).
GOES_ON = -2.8
_FLAGS = {
    "irregular": IRREGULAR_PAST,
    "regular": REGULAR_PAST,
    "i": BITS["@first-person"],
    "we": BITS["@we"],
    "abstract": BITS["@abstract-noun"],
}
# What is counted in a sentence, up to two.
_COUNTED = (*_FLAGS, "named", "number", "unit", "time", "percent", "year", "numword", "emoji", "hashtag", *SORTS)
# The signals of a sentence, in the order of the table's weights.
SIGNALS = (
    *_COUNTED,
    "short",
    "words",
    "quote",
    "question",
    "exclaim",
    "findings",
    "first",
    "second",
    "last",
    "place",
    "leans",
    "list",
    "wording",
)
# The signals of a whole draft, by which it is known whether any sentence of it is worth naming.
DRAFT_SIGNALS = ("best", "next", "sentences", "wording", "any", "short", "i", "gap")
_AT = {name: index for index, name in enumerate(SIGNALS)}
_NAMED, _NUMBER, _UNIT, _TIME, _PERCENT, _YEAR = (_AT[name] for name in ("named", "number", "unit", "time", "percent", "year"))
_SHORT, _LENGTH, _LEANS, _WORDING, _I = (_AT[name] for name in ("short", "words", "leans", "wording", "i"))
_FINDINGS, _PLACE, _FIRST, _SECOND, _LAST, _LIST = (_AT[name] for name in ("findings", "place", "first", "second", "last", "list"))
_QUOTE, _QUESTION, _EXCLAIM = (_AT[name] for name in ("quote", "question", "exclaim"))
_EMPTY = [0.0] * len(SIGNALS)
_FEW, _MOST = 5, 2.0
_LEANING = frozenset(
    """it that this they them these those he she her him his their there and but so then which who det den de dem han hun ham hende dette
    disse der og men så hans hendes deres dér her derfor siden""".split()
)
_PLAIN = frozenset(("word", "capital"))
_NOTHING: dict[str, float] = {}
# A word's weight, the weights of the pairs that it begins, and the signals that it counts for.
Known = tuple[float, Mapping[str, float], tuple[int, ...]]


class Table(msgspec.Struct, frozen=True):
    """The learned weights: `best` and `stays` in the order of `SIGNALS`, `draft` of `DRAFT_SIGNALS`, each with a last one for the bias."""

    signals: tuple[str, ...]
    words: Mapping[str, Mapping[str, float]]
    best: tuple[float, ...]
    stays: tuple[float, ...]
    draft: tuple[float, ...]
    named_from: float = 0.0
    kept_from: float = 0.0


@cache
def table() -> Table:
    """Return the learned weights, read once."""
    path = Path(packs.builtin_folder(), "data", "weights", "worth.json")
    return msgspec.json.decode(path.read_bytes(), type=Table)


@cache
def reader_of(language: Language) -> Reader:
    """Return what reads sentences of a language by the learned words."""
    return Reader(language, of(table().words, language.code))


class Reader:
    """Reads the tokens of sentences for what they signal; what is known of a word is remembered."""

    def __init__(self, language: Language, weights: Mapping[str, float]) -> None:
        self._language = language
        self._sorts = sorts_of(language.code)
        self._words: dict[str, float] = {}
        self._pairs: dict[str, dict[str, float]] = {}
        self._known: dict[str, Known] = {}
        for gram, weight in weights.items():
            first, _, second = gram.partition(" ")
            if second:
                self._pairs.setdefault(first, {})[second] = weight
            else:
                self._words[first] = weight

    def signals(self, analysis: Analysis, spans: Sequence[tuple[int, int]], findings: Sequence[int]) -> list[list[float]]:
        """Return the signals of each of some sentences; `findings` counts the places of findings in each."""
        starts, tokens, count = analysis.starts, analysis.tokens, len(spans)
        rows = []
        for index, (start, end) in enumerate(spans):
            first = bisect_left(starts, start)
            row = self._row(tokens, first, bisect_left(starts, end, first))
            row[_FINDINGS] = float(min(2, findings[index]))
            row[_PLACE] = index / max(1, count - 1)
            row[_LAST] = float(index == count - 1)
            if index < 2:
                row[_SECOND if index else _FIRST] = 1.0
            rows.append(row)
        return rows

    def _row(self, tokens: Sequence[Token], first: int, last: int) -> list[float]:
        row = _EMPTY.copy()
        known, seen = self._known, set()
        total = 0.0
        before: Mapping[str, float] = _NOTHING
        taken = words = commas = 0
        opening = ""
        for index, token in enumerate(tokens[first:last], first):
            kind, norm = token[0], token[1]
            if kind in _PLAIN:
                key = norm
                words += 1
                if not opening:
                    opening = norm
                elif token[2] & NAMED:
                    row[_NAMED] += 1
            elif kind == "number":
                key = "#"
                words += 1
                self._number(tokens, index, norm, row)
            elif kind == "punct" or kind == "muted":
                if norm == ",":
                    commas += 1
                key = norm if norm in ("!", "?", '"') else ""
                if norm in ("“", "”", "«", "»"):
                    row[_QUOTE] = 1.0
                if not key:
                    continue
            else:
                key = f"~{kind}"
            found = known.get(key)
            if found is None:
                found = self._meet(key, token)
            weight, following, counts = found
            if key not in seen:
                seen.add(key)
                total += weight
            if key in before:
                total += before[key]
            for each in counts:
                row[each] += 1
            before = following
            taken += 1
        _bound(row)
        row[_SHORT], row[_LENGTH] = float(words < _FEW), log(1 + words) / 3
        row[_LEANS], row[_LIST] = float(opening in _LEANING), float(commas >= 3)
        row[_WORDING] = total / sqrt(taken + 8)
        return row

    def _meet(self, key: str, token: Token) -> Known:
        """Return what is known of a word, and remember it."""
        kind, norm, flags, *_ = token
        counts: list[int] = []
        if kind in _PLAIN:
            counts += [_AT[name] for name, bit in _FLAGS.items() if flags & bit]
            counts += [_AT[name] for name in self._sorts.get(norm, ())]
            if norm in self._language.number_words:
                counts.append(_AT["numword"])
        elif kind in ("emoji", "hashtag"):
            counts.append(_AT[kind])
        elif key in ("!", "?", '"'):
            counts.append(_AT[{"!": "exclaim", "?": "question", '"': "quote"}[key]])
        found = self._known[key] = (self._words.get(key, 0.0), self._pairs.get(key, _NOTHING), tuple(counts))
        return found

    def _number(self, tokens: Sequence[Token], index: int, norm: str, row: list[float]) -> None:
        language = self._language
        after = tokens[index + 1][1] if index + 1 < len(tokens) else ""
        row[_NUMBER] += 1
        if after in language.percent_words:
            row[_PERCENT] += 1
        elif after in language.unit_words:
            row[_UNIT] += 1
        elif len(norm) == 4 and norm[:2] in ("19", "20") and norm.isdigit():
            row[_YEAR] += 1
        elif (
            ":" in norm
            or after in language.clock_after
            or (index and tokens[index - 1][1] in language.clock_before and after not in language.months)
        ):
            row[_TIME] += 1


def _bound(row: list[float]) -> None:
    """Let what is counted tell no more than a few of it do, and quotation, question and exclamation marks whether there are any."""
    if max(row) > _MOST:
        row[: len(_COUNTED)] = [each if each < _MOST else _MOST for each in row[: len(_COUNTED)]]
    for each in (_QUOTE, _QUESTION, _EXCLAIM):
        if row[each] > 1.0:
            row[each] = 1.0


def draft_signals(best: Sequence[float], rows: Sequence[Sequence[float]]) -> list[float]:
    """Return the signals of a whole draft, from its sentences' log-odds and signals (at least one)."""
    ordered = sorted(best, reverse=True)
    none = 1.0
    for value in best:
        none *= 1 - 1 / (1 + exp(-value))
    count = len(best)
    wording, short, i = (sum([row[index] for row in rows]) / count for index in (_WORDING, _SHORT, _I))
    following = ordered[1] if count > 1 else ordered[0] - 2
    gap = ordered[0] - sum(best) / count
    return [ordered[0], following, log(count), wording, log((1 - none + 1e-9) / (none + 1e-9)), short, i, gap]


def weighed(weights: Sequence[float], row: Sequence[float]) -> float:
    """Return the log-odds of some signals; the last weight is the bias."""
    return float(sum(map(mul, weights, row))) + weights[-1]


def length(row: Sequence[float]) -> int:
    """Return how many words a sentence of these signals has."""
    return round(exp(row[_LENGTH] * 3) - 1)


def leans(row: Sequence[float]) -> bool:
    """Say whether a sentence of these signals begins with a word that points back (“She …”, «Derfor …»)."""
    return bool(row[_LEANS])
