"""Cases of a rule: which of its messages is true of a post, by words that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from advocacy_lint.checks.base import CueTargets, Scan, Setup, excerpt
from advocacy_lint.model import Case, Match, Place, Post, Rule

_MOST_WORDS = 3  # that a message quotes


class Cases:
    """The cases of all rules that have some."""

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._by_rule: dict[str, list[tuple[str, Case, CueTargets]]] = {
            rule.id: [(name, case, setup.cues(case.phrases, case.signals, rule)) for name, case in rule.cases.items()]
            for rule in rules
            if rule.cases
        }

    def settle(self, matches: list[Match], scan: Scan) -> list[Match]:
        """Return the matches, each with the first case of its rule that holds; the words that make it so fill the slot ``{case}``."""
        by_rule = self._by_rule
        if not by_rule:
            return matches
        return [self._settled(match, scan) if match.rule.id in by_rule else match for match in matches]

    def _settled(self, match: Match, scan: Scan) -> Match:
        for name, case, cues in self._by_rule[match.rule.id]:
            places = [place for place in scan.places(cues) if _is_within(place, match, case.within)]
            if len(places) >= case.at_least:
                return replace(match, case=name, slots={**match.slots, "case": _quoted(places, scan.post)})
        return match


def _is_within(place: Place, match: Match, within: str) -> bool:
    """Say whether a place stands where a case looks for it."""
    if within == "post":
        return True
    if not match.places:
        return False
    quoted = match.places[0]  # by the message
    if within == "sentence":
        return place.sentence == quoted.sentence
    return place.start < quoted.end and quoted.start < place.end


def _quoted(places: Sequence[Place], post: Post) -> str:
    """Return the first different words of places, as a message quotes them."""
    words: dict[str, str] = {}
    for place in places:
        word = excerpt(post, place)
        if not any(word.casefold() in said for said in words):  # «Emil Skov» and «Emil» are one
            words[word.casefold()] = word
        if len(words) == _MOST_WORDS:
            break
    return ", ".join(words.values())
