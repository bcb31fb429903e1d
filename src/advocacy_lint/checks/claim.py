"""Kind `claim`: a claim is fine when its qualifier (a figure, a year, a source, a lived moment) stands near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import ClassVar

from msgspec import field

from advocacy_lint.checks.base import Cues, Filters, Scan, Setup, SpanParams
from advocacy_lint.checks.phrase import disjoint, rewritten
from advocacy_lint.model import Match, Place, Rule
from advocacy_lint.text.spans import Cover


class ClaimParams(SpanParams, frozen=True):
    """The claim, and what excuses it: `need` qualifiers within the `window` (sentence | neighbours)."""

    qualifiers: Cues = field(default_factory=Cues)
    need: int = 1
    window: str = "sentence"


class ClaimCheck:
    """Find claims without their qualifier.

    A qualifier counts only outside of other findings' words, and in a neighbouring sentence only if that holds no finding:
    otherwise one brag could excuse another.
    """

    Params: ClassVar[type] = ClaimParams
    stage: ClassVar[str] = "claims"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [
            (
                rule,
                setup.cues((*rule.params.phrases, *rewritten(rule)), rule.params.signals, rule),
                setup.cues(rule.params.qualifiers.phrases, rule.params.qualifiers.signals, rule),
                Filters(rule, setup),
            )
            for rule in rules
        ]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule with an unqualified claim."""
        taken = Cover((start, end) for start, end, *_ in scan.taken)
        for rule, cues, qualifiers, filters in self._rules:
            found: list[Place] = []
            near: dict[int, list[Place]] | None = None
            for stream in scan.streams(rule.applies_to):
                claims = filters.apply(disjoint(scan.places(cues, stream)), scan, stream)
                if claims and near is None:
                    near = _by_sentence(place for place in disjoint(scan.places(qualifiers)) if not taken.meets(place.start, place.end))
                found.extend(claim for claim in claims if not self._excused(rule, claim, near or {}, scan.tainted))
            if found:
                yield Match(rule, tuple(sorted(found)))

    @staticmethod
    def _excused(rule: Rule, claim: Place, qualifiers: Mapping[int, Sequence[Place]], tainted: frozenset[int]) -> bool:
        """Say whether enough qualifiers stand beside a claim; no more of them are looked at than are needed."""
        params: ClaimParams = rule.params
        reach = int(params.window == "neighbours")
        sentences = (claim.sentence + distance for distance in range(-reach, reach + 1))
        places = (place for at in sentences if at == claim.sentence or at not in tainted for place in qualifiers.get(at, ()))
        beside = (place for place in places if not (place.start < claim.end and claim.start < place.end))
        return sum(1 for _ in islice(beside, params.need)) >= params.need


def _by_sentence(places: Iterable[Place]) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for place in places:
        found.setdefault(place.sentence, []).append(place)
    return found
