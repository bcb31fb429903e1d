"""Kind `claim`: a claim is fine when its qualifier (a figure, a year, a source, a lived moment) stands near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from advocacy_lint.checks.base import Cues, CueTargets, Filters, Scan, Setup, SpanParams
from advocacy_lint.checks.phrase import disjoint, span_match
from advocacy_lint.model import Match, Place, Rule


@dataclass(frozen=True, slots=True)
class ClaimParams(SpanParams):
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
                setup.cues((*rule.params.phrases, *rule.replace), rule.params.signals, rule),
                setup.cues(rule.params.qualifiers.phrases, rule.params.qualifiers.signals, rule),
                Filters(rule, setup),
            )
            for rule in rules
        ]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule with an unqualified claim."""
        for rule, cues, qualifiers, filters in self._rules:
            found: list[Place] = []
            for stream in scan.streams(rule.applies_to):
                claims = filters.apply(disjoint(scan.places(cues, stream)), scan, stream)
                found.extend(claim for claim in claims if not self._excused(rule, claim, qualifiers, scan))
            if found:
                yield span_match(rule, sorted(found), scan)

    @staticmethod
    def _excused(rule: Rule, claim: Place, qualifiers: CueTargets, scan: Scan) -> bool:
        near = 0
        for place in disjoint(scan.places(qualifiers)):
            distance = abs(place.sentence - claim.sentence)
            if distance > (rule.params.window == "neighbours") or (distance and place.sentence in scan.tainted):
                continue
            if place.start < claim.end and claim.start < place.end:
                continue
            near += not any(other.start < place.end and place.start < other.end for other in scan.taken)
        needed: int = rule.params.need
        return near >= needed
