"""Check kind `run-of-starts`: sentences in a row that begin with the same word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from msgspec import Struct

from advocacy_lint.checks.base import Scan, Setup, excerpt
from advocacy_lint.model import Match, Place, Rule


class RunOfStartsParams(Struct, frozen=True):
    """The words that count, case folded (none: any), and how many sentences in a row are too many."""

    words: tuple[str, ...] = ()
    at_least: int = 3


class RunOfStartsCheck:
    """Look at the first word of each of the author's sentences."""

    Params: ClassVar[type] = RunOfStartsParams
    stage: ClassVar[str] = "spans"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [(rule, rule.params, frozenset(rule.params.words)) for rule in rules]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for each rule, with a place at the last start of every run that is too long."""
        starts = list(_starts(scan))
        for rule, params, words in self._rules:
            places = []
            for word, group in groupby(starts, key=lambda each: each[0]):
                run = [place for _, place in group]
                if len(run) >= params.at_least and (not words or word in words):
                    places.append(run[-1])
            if places:
                yield Match(rule, tuple(places), 1.0, {"match": excerpt(scan.post, places[0])})


def _starts(scan: Scan) -> Iterator[tuple[str, Place]]:
    speech = scan.author.speech
    last = -1
    for token, start, sentence in zip(speech.tokens, speech.starts, speech.sentences, strict=True):
        if sentence != last and token[0] in ("word", "capital"):
            last = sentence
            yield token[1], Place(start, start + token[4], sentence, "")
