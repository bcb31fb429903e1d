"""Kind `wording`: learned weights of words and word pairs, by which a text sounds like a person or like a company.

The model is linear: each word, pair, long word's beginning and end, and each word of the opening and of the ending has a weight, and
counts once a post. So it can be explained by its words, costs microseconds, and keeps the promises of the score by construction:

* of a sentence that holds a finding only what speaks against a post counts;
* a sentence that holds a strength counts like any other, or is left out where the post sounds better without it (one that only sells
  holds no strength, see `unearned`);
* evidence for a post is spread over all its words, evidence against it over the words outside of findings, so that no brag can thin
  out what speaks against the post;
* what is opening and ending is told by sentences without a finding, so that none is pushed out of its place by one;
* the sum is bounded.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations
from math import sqrt, tanh
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from advocacy_lint.files.packs import builtin_folder
from advocacy_lint.model import Token
from advocacy_lint.text import Analysis
from advocacy_lint.text.words import NAMED

FOLDER = "data/wording"
# Weights are whole numbers: so many of them are one log-odds, in a post of so many words.
UNIT = 1000
TYPICAL_WORDS = 100
# Shorter posts are weighed as if they had so many words: a handful is no proof.
LEAST_WORDS = 50
BOUND = 6.0
ENDING_SENTENCES = 2
_LONG, _PIECE = 7, 5
OPENING, ENDING = "^", "$"
_SHAPES = {"number": "<num>", "emoji": "<emoji>", "hashtag": "<hashtag>", "mention": "<mention>", "url": "<url>"}
_SIGNS = frozenset("!?")
# What says nothing alone, only beside others: a model that counts “I” or figures learns who was asked to write, not what was written.
ALONE = frozenset(("i", "me", "my", "mine", "jeg", "mig", "min", "mit", "mine", "<num>"))
# A sentence whose own words weigh less than this (in log-odds, below nought) holds no strength.
UNEARNED = 0.6
# A sentence with a strength whose own words weigh so much (in log-odds) speaks for the post; of the others, so many are tried without.
CLEAR = 0.5
_MOST_DOUBTFUL = 5
_START, _STOP = "<s>", "</s>"


class Table(Struct, frozen=True):
    """The weights of one language, in thousandths of a log-odds, none of them nought: above it for a person, below it for a company.

    `common` are the words that most posts have: they count, but say nothing to a reader.
    """

    weights: Mapping[str, int]
    common: frozenset[str] = frozenset()

    def weight(self, feature: str) -> int:
        """Return what a word, pair, or marked word weighs; above nought for a person."""
        return self.weights.get(feature, 0)


class WordWeight(NamedTuple):
    """What one word of a text weighs, in log-odds, with all that it is part of; above nought it sounds like a person."""

    start: int
    end: int
    word: str
    weight: float


class SentenceWeight(Struct, frozen=True):
    """What a sentence weighs by itself, wherever it stands, in log-odds; above nought it sounds like a person."""

    total: float
    words: tuple[WordWeight, ...]


class Said(NamedTuple):
    """What a sentence says, as the model reads it: its words and shapes, out of the tokens first..last (exclusive)."""

    words: list[str]
    first: int
    last: int

    def tokens(self, analysis: Analysis) -> list[int]:
        """Return the number of the token that each word is."""
        ambiguous, tokens = analysis.language.ambiguous_names, analysis.tokens
        return [at for at in range(self.first, self.last) if tokens[at][0] == "word" or shape(tokens[at], ambiguous)]


@cache
def shipped(language: str) -> Table:
    """Return the table that comes with the program; an empty one for a language that has none."""
    path = os.path.join(builtin_folder(), FOLDER, f"{language}.tsv")
    if not os.path.isfile(path):
        return Table({})
    with open(path, encoding="utf-8") as file:
        return parse(file.read())


def parse(text: str) -> Table:
    """Return the table of a file: a feature, a tab and a whole number a line, after remarks (#), of which one lists common words."""
    lines = text.split("\n")
    first = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    common = next((line.split(":", 1)[1].split() for line in lines[:first] if line.startswith("# common:")), [])
    parts = "\t".join(lines[first:]).split("\t")
    weights = dict(zip(parts[::2], map(int, parts[1::2]), strict=False))
    for alone in ALONE & weights.keys():
        del weights[alone]
    return Table({feature: weight for feature, weight in weights.items() if weight}, frozenset(common))


def laid_over(table: Table, own: Mapping[str, int]) -> Table:
    """Return a table with a team's own weights added to those of some words."""
    laid = {**table.weights, **{feature: table.weight(feature) + weight for feature, weight in own.items()}}
    return Table({feature: weight for feature, weight in laid.items() if weight}, table.common)


def shape(token: Token, ambiguous: frozenset[str]) -> str | None:
    """Return what a token is to the model: its word, or the sort of thing it is; None for what is not looked at."""
    kind, norm, flags, *_ = token
    if kind == "capital":
        return "<name>" if flags & NAMED and norm not in ambiguous else norm
    if kind == "abbreviation":
        return norm
    if kind == "punct":
        return norm if norm in _SIGNS else None
    return _SHAPES.get(kind)


def said(analysis: Analysis) -> list[Said]:
    """Return what each sentence of a text says, whoever says it: a quotation is chosen by its author."""
    ambiguous, starts = analysis.language.ambiguous_names, analysis.starts
    read = [token[1] if token[0] == "word" else shape(token, ambiguous) for token in analysis.tokens]
    found: list[Said] = []
    first = 0
    for sentence in analysis.sentences:
        last = bisect_left(starts, sentence.end, first)
        found.append(Said(list(filter(None, read[first:last])), first, last))
        first = last
    return found


def pairs_of(words: Sequence[str]) -> Iterable[str]:
    """Return the pairs of neighbours of a sentence, its edges among them."""
    return map(" ".join, zip((_START, *words), (*words, _STOP), strict=True))


def pieces_of(word: str) -> tuple[str, ...]:
    """Return the beginning and the end of a long word, by which its other forms and compounds are known."""
    return (f"{word[:_PIECE]}-", f"-{word[-_PIECE:]}") if len(word) > _LONG and word[0] != "<" else ()


def features_of(words: Sequence[str]) -> set[str]:
    """Return all that has a weight in a sentence, wherever it stands: words, pairs, and beginnings and ends of long words."""
    found = set(words)
    for word in [word for word in found if len(word) > _LONG and word[0] != "<"]:
        found.add(word[:_PIECE] + "-")
        found.add("-" + word[-_PIECE:])
    found.update(pairs_of(words))
    return found


def marked(sign: str, sentences: Iterable[Said]) -> set[str]:
    """Return the words of the opening, or of the ending, as they are in the table."""
    return {sign + word for sentence in sentences for word in sentence.words}


class Weighed(Struct, frozen=True):
    """How a text sounds, in log-odds, bounded: above nought like a person."""

    total: float
    words: int


class Reading:
    """One text, read once by the model: what each sentence says, and what it has that weighs."""

    def __init__(self, table: Table, analysis: Analysis) -> None:
        self.table = table
        self.sentences = said(analysis)
        self.spoken = [index for index, each in enumerate(self.sentences) if each.words]
        # What each sentence has that weighs, with its weight.
        self.weights = [self._weighing(features_of(each.words)) for each in self.sentences]
        # The same, parted by whom it speaks for: a company (False), a person (True).
        self._for = {person: [_speaking(each, person) for each in self.weights] for person in (False, True)}
        self._marked: dict[tuple[str, int, bool], dict[str, int]] = {}
        self._left_out: frozenset[int] = frozenset()

    def _weighing(self, features: set[str]) -> dict[str, int]:
        weights = self.table.weights
        return {feature: weights[feature] for feature in weights.keys() & features}

    def net(self, index: int) -> float:
        """Return what a sentence weighs by itself, wherever it stands, in log-odds of a typical post."""
        return sum(self.weights[index].values()) / UNIT

    def unearned(self, lit: Iterable[int]) -> frozenset[int]:
        """Return which sentences can hold no strength, as their own words speak against them."""
        return frozenset([index for index in lit if self.net(index) < -UNEARNED])

    def weigh(self, tainted: frozenset[int], lit: frozenset[int]) -> Weighed:
        """Return how the text sounds; `tainted` sentences hold a finding, `lit` ones a strength, and none holds both.

        What is lit twice counts once, and of the doubtful among the lit those are left out without which the text sounds most human.
        """
        once = {" ".join(self.sentences[index].words): index for index in sorted(lit, reverse=True)}.values()
        repeated = lit.difference(once)
        doubtful = [index for index in sorted(once, key=self.net) if self.net(index) < CLEAR][:_MOST_DOUBTFUL]
        choices = [repeated.union(left_out) for number in range(len(doubtful) + 1) for left_out in combinations(doubtful, number)]
        best, self._left_out = max([(self._total(tainted, left_out), left_out) for left_out in choices], key=itemgetter(0))
        return Weighed(_bounded(best), sum([len(each.words) for each in self.sentences]))

    def weigh_otherwise(self, tainted: frozenset[int]) -> float:
        """Return what the text would sound like with other `tainted` sentences than it was weighed with, the same ones left out."""
        return _bounded(self._total(tainted, self._left_out))

    def _total(self, tainted: frozenset[int], left_out: frozenset[int]) -> float:
        """Return what speaks for a person less what speaks for a company, without some sentences."""
        sentences = self.sentences
        counted = [index for index in self.spoken if index not in left_out] if left_out else self.spoken
        plain = [index for index in counted if index not in tainted] if tainted else counted
        words, clean = sum([len(sentences[index].words) for index in counted]), sum([len(sentences[index].words) for index in plain])
        gained = self._sum(True, plain, _edges(counted, counted, tainted))
        return gained * spread(words) + self._sum(False, counted, _edges(counted, plain, frozenset())) * spread(clean)

    def _sum(self, person: bool, within: Sequence[int], edges: tuple[list[int], list[int]]) -> int:
        """Return what speaks for a person, or for a company, in some sentences together: each word once, and those at the edges."""
        met: dict[str, int] = {}
        weights = self._for[person]
        for index in within:
            met.update(weights[index])
        for sign, places in zip((OPENING, ENDING), edges, strict=True):
            for index in places:
                met.update(self._at_edge(sign, index, person))
        return sum(met.values())

    def _at_edge(self, sign: str, index: int, person: bool) -> dict[str, int]:
        """Return what a sentence has that weighs in the opening, or in the ending, and speaks for a person, or for a company."""
        key = (sign, index, person)
        if key not in self._marked:
            weights = self._weighing(marked(sign, (self.sentences[index],)))
            for each in (False, True):
                self._marked[sign, index, each] = _speaking(weights, each)
        return self._marked[key]


def _speaking(weights: Mapping[str, int], person: bool) -> dict[str, int]:
    """Return of some weights those that speak for a person, or for a company."""
    return {feature: weight for feature, weight in weights.items() if (weight > 0) is person}


def _bounded(total: float) -> float:
    """Return a sum of weights as bounded log-odds."""
    return BOUND * tanh(total / UNIT / BOUND)


def _edges(spoken: Sequence[int], counted: Sequence[int], without: frozenset[int]) -> tuple[list[int], list[int]]:
    """Return the sentences up to the first that counts, and those from the last two that count."""
    if not counted:
        kept = [index for index in spoken if index not in without]
        return kept, kept
    first, last = counted[0], counted[-ENDING_SENTENCES:][0]
    return (
        [index for index in spoken if index <= first and index not in without],
        [index for index in spoken if index >= last and index not in without],
    )


def spread(words: int) -> float:
    """Return what the sum is multiplied by in a text of so many words: long texts hold more of everything."""
    return sqrt(TYPICAL_WORDS / max(words, LEAST_WORDS))


def sentence_weight(analysis: Analysis, index: int, table: Table | None = None) -> SentenceWeight:
    """Return what a sentence weighs wherever it stands, and each of its words with what it is part of; in log-odds."""
    table = shipped(analysis.language.code) if table is None else table
    sentence = said(analysis)[index]
    return SentenceWeight(sum(weights := _by_word(table.weights, sentence.words)) / UNIT, _placed(analysis, sentence, weights))


def _placed(analysis: Analysis, sentence: Said, weights: Sequence[float]) -> tuple[WordWeight, ...]:
    starts, tokens = analysis.starts, analysis.tokens
    return tuple(
        WordWeight(starts[at], starts[at] + tokens[at][4], word, weight / UNIT)
        for word, at, weight in zip(sentence.words, sentence.tokens(analysis), weights, strict=True)
    )


def _by_word(known: Mapping[str, int], words: Sequence[str]) -> list[float]:
    """Return what each word of a sentence weighs: itself, its pieces, and its share of pairs; `known` is what has a weight."""
    weights: list[float] = []
    for word in words:
        weight = known.get(word, 0)
        weights.append(weight + sum([known.get(piece, 0) for piece in pieces_of(word)]) if len(word) > _LONG else weight)
    for index, pair in enumerate(pairs_of(words)):
        if words and pair in known:
            share = known[pair] / (2 if 0 < index < len(words) else 1)
            if index:
                weights[index - 1] += share
            if index < len(words):
                weights[index] += share
    return weights


__all__ = ["Reading", "SentenceWeight", "Table", "WordWeight", "parse", "said", "sentence_weight", "shipped"]
