"""Kind `deadline`: days that are over when the post is published, in sentences that ask readers to come or to act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from advocacy_lint.checks.base import Filters, Scan, Setup, SpanParams
from advocacy_lint.checks.phrase import disjoint
from advocacy_lint.languages import writing
from advocacy_lint.model import Match, Place, Rule
from advocacy_lint.text.spans import meets

PUBLISHED = "published"


class DeadlineParams(SpanParams, frozen=True):
    """The phrases and signals beside which a date is one to come or to act by. A post that does not say when it is published has none."""


class DeadlineCheck:
    """Hold the dates of a post against the day of its publication."""

    Params: ClassVar[type] = DeadlineParams
    stage: ClassVar[str] = "spans"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [(rule, setup.cues(rule.params.phrases, rule.params.signals, rule), Filters(rule, setup)) for rule in rules]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule whose sentences hold a day that is over."""
        published = scan.post.meta.get(PUBLISHED, "")
        if not published:
            return
        from advocacy_lint.text.dates import dates, day_of  # most drafts have no day yet: its expressions are not for them

        day = day_of(published)
        if day is None:
            return
        analysis = scan.analysis
        body = scan.post.text[analysis.start : analysis.end]
        over = disjoint(
            [
                Place(start + analysis.start, end + analysis.start, analysis.sentence_at(start + analysis.start))
                for (start, end), each in dates(body, writing(analysis.language.code).months, day)
                if each < day
            ]
        )
        own = [place for place in over if not analysis.in_quote(place.start) and not meets(scan.post.muted, place.start, place.end)]
        for rule, cues, filters in self._rules if own else ():
            asked = {place.sentence for place in scan.places(cues)}
            found = filters.apply([place for place in own if place.sentence in asked], scan, scan.author)
            if found:
                yield Match(rule, tuple(found), slots={"value": str(day)})
