"""Kinds `presence` and `balance`: what a post as a whole lacks, or has too much of against something else.

Both keep the score monotone: good evidence is counted only in sentences that hold no finding, bad evidence only in sentences that
hold no strength. So adding a brag can neither supply what is missing nor thin out what is too much.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct, field

from advocacy_lint.checks.base import Cues, CueTargets, Scan, Setup, excerpt
from advocacy_lint.checks.phrase import disjoint
from advocacy_lint.model import Match, Place, Rule


class PresenceParams(Struct, frozen=True):
    """A signal the post must show: `at_least` places of `any`; posts under `min_words` words are left alone."""

    any: Cues = field(default_factory=Cues)
    at_least: int = 1
    min_words: int = 0
    per_words: int = 0  # at_least is asked for every so many words, up to three times


class PresenceCheck:
    """Find what is missing."""

    Params: ClassVar[type] = PresenceParams
    stage: ClassVar[str] = "whole"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [(rule, setup.cues(rule.params.any.phrases, rule.params.any.signals, rule)) for rule in rules]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match, graded by how much is missing, for every rule that finds too little."""
        words = scan.analysis.words
        for rule, cues in self._rules:
            params: PresenceParams = rule.params
            if words < params.min_words:
                continue
            wanted = float(params.at_least)
            if params.per_words:
                wanted *= min(3.0, max(1.0, clean_words(scan) / params.per_words))
            seen = scan.count(cues, scan.tainted, wanted)
            if seen < wanted:
                yield Match(rule, (), 1 - seen / wanted, {"count": str(seen), "words": str(words)})


class BalanceParams(Struct, frozen=True):
    """`heavy` weighed against `light`: fires above the share `above`, in full from the share `full`, and from `at_least` heavy places."""

    heavy: Cues = field(default_factory=Cues)
    light: Cues = field(default_factory=Cues)
    above: float = 0.5
    full: float = 0.9
    at_least: int = 2
    min_words: int = 0


class BalanceCheck:
    """Weigh one signal against another."""

    Params: ClassVar[type] = BalanceParams
    stage: ClassVar[str] = "whole"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [
            (
                rule,
                setup.cues(rule.params.heavy.phrases, rule.params.heavy.signals, rule),
                setup.cues(rule.params.light.phrases, rule.params.light.signals, rule),
            )
            for rule in rules
        ]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match, graded between the two shares, for every rule whose heavy side weighs too much."""
        for rule, heavy_cues, light_cues in self._rules:
            params: BalanceParams = rule.params
            if scan.analysis.words < params.min_words:
                continue
            heavy = scan.count(heavy_cues, scan.lit)
            if not heavy or heavy < params.at_least:  # a rule may ask for none, and then find none on either side
                continue
            light = scan.count(light_cues, scan.tainted)
            share = heavy / (heavy + light)
            if share > params.above:
                grade = min(1.0, (share - params.above) / max(params.full - params.above, 1e-9))
                yield Match(rule, (), max(grade, 0.05), self._slots(scan, heavy_cues, light, share))

    @staticmethod
    def _slots(scan: Scan, cues: CueTargets, light: int, share: float) -> dict[str, str]:
        """Return what a message may say: a word that two signals hear weighs twice, and is one word to a reader."""
        heard = disjoint([place for place in scan.each(cues) if place[2] not in scan.lit and not _names(scan, place)])
        words: dict[str, str] = {}
        for place in heard:
            word = excerpt(scan.post, place)
            words.setdefault(word.casefold(), word)
            if len(words) == 3:
                break
        heavy = len(heard)
        return {
            "heavy": str(heavy),
            "light": str(light),
            "total": str(heavy + light),
            "share": f"{share:.0%}",
            "examples": ", ".join(words.values()),
        }


def _names(scan: Scan, place: Place) -> bool:
    """Say whether a word has a capital inside its sentence: it is part of a name (the Sustainable Logistics Awards), not a way to talk."""
    text, start = scan.post.text, scan.analysis.sentences[place.sentence].start
    return text[place.start].isupper() and any(map(str.isalpha, text[start : place.start]))  # a sentence may begin with a number or a sign


def clean_words(scan: Scan) -> int:
    """Count the author's words in sentences that hold neither a finding nor a strength: neither may ask for more."""
    judged = scan.tainted | scan.lit
    return sum([sentence.words for index, sentence in enumerate(scan.analysis.sentences) if index not in judged])
