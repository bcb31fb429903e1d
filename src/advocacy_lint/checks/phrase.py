"""Kind `phrase`: words and phrases, in any inflection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from advocacy_lint.checks.base import CueTargets, Filters, Scan, Setup, SpanParams, Stream
from advocacy_lint.model import ANY, Match, Place, Rule


class PhraseParams(SpanParams, frozen=True):
    """Phrases and signals to look for, and the conditions on them."""


def rewritten(rule: Rule) -> Iterator[str]:
    """Yield the phrases for which a rule says what to put in their place: it looks for them too."""
    for by_phrase in (rule.replace, rule.cut, rule.frame):
        yield from (phrase for phrase in by_phrase if phrase != ANY)


class PhraseCheck:
    """Look up what the one pass over the tokens found for each rule."""

    Params: ClassVar[type] = PhraseParams
    stage: ClassVar[str] = "spans"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules: list[tuple[Rule, CueTargets, Filters]] = []
        # Most rules have no hits in a text: only those are looked at whose lists were hit, and those that look further.
        self._by_target: dict[int, list[int]] = {}
        self._always: list[int] = []
        self._always_of_author: list[int] = []  # where nobody is quoted
        for number, rule in enumerate(rules):
            cues = setup.cues(tuple(dict.fromkeys((*rule.params.phrases, *rewritten(rule)))), rule.params.signals, rule)
            self._rules.append((rule, cues, Filters(rule, setup)))
            if rule.applies_to != "author" or cues.computed:
                self._always.append(number)
                if rule.applies_to != "quote" and cues.computed:
                    self._always_of_author.append(number)
            for target in cues.targets:
                self._by_target.setdefault(target, []).append(number)

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule that has places."""
        wanted = set(self._always if scan.quoted is not None else self._always_of_author)
        for target in self._by_target.keys() & scan.author.hits.keys():
            wanted.update(self._by_target[target])
        for number in sorted(wanted):
            rule, cues, filters = self._rules[number]
            if rule.applies_to == "author":
                found = self._found(cues, filters, scan, scan.author)
            else:
                found = sorted([place for stream in scan.streams(rule.applies_to) for place in self._found(cues, filters, scan, stream)])
            if found:
                yield Match(rule, tuple(found))

    @staticmethod
    def _found(cues: CueTargets, filters: Filters, scan: Scan, stream: Stream) -> list[Place]:
        """Return the places of cues in a stream that hold, in order. Not to be changed."""
        places = scan.places(cues, stream)
        if len(places) > 1 and len(cues.targets) + len(cues.computed) > 1:
            places = disjoint(places)
        return filters.apply(places, scan, stream)


def disjoint(places: list[Place]) -> list[Place]:
    """Keep the leftmost longest of overlapping places (from several lists)."""
    if all([before[1] <= after[0] for before, after in pairwise(places)]):  # most are, or are few
        return places
    kept: list[Place] = []
    for place in sorted(places, key=lambda each: (each.start, -each.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
