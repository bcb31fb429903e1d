"""Kind `limit`: a measure of the post against bounds, for a channel where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from msgspec import Struct, field

from advocacy_lint.checks.base import Scan, Setup
from advocacy_lint.checks.measures import CEILINGS, MEASURES
from advocacy_lint.errors import RuleError
from advocacy_lint.languages import writing
from advocacy_lint.model import Match, Rule


class Bound(Struct, frozen=True):
    """Bounds on a measure: fires beyond `max` (or below `min`), in full at `full`."""

    max: float | None = None
    min: float | None = None
    full: float | None = None


class LimitParams(Struct, frozen=True):
    """The measure and its bounds; `channels` holds other bounds by channel; posts under `min_words` words are left alone."""

    measure: str = ""
    max: float | None = None
    min: float | None = None
    full: float | None = None
    min_words: int = 0
    channels: Mapping[str, Bound] = field(default_factory=dict)


class LimitCheck:
    """Measure, and hold against the bounds."""

    Params: ClassVar[type] = LimitParams
    stage: ClassVar[str] = "whole"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        for rule in rules:
            if rule.params.measure not in MEASURES:
                raise RuleError(f"unknown measure “{rule.params.measure}”; there are {', '.join(sorted(MEASURES))}", rule.path, rule.line)
        self._rules = [
            (rule, rule.params, MEASURES[rule.params.measure], CEILINGS.get(rule.params.measure), _usual(rule.params)) for rule in rules
        ]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every measure out of bounds."""
        channel = scan.post.meta.get("channel", "").casefold()
        words = scan.analysis.words
        for rule, params, measure, ceiling, usual in self._rules:
            if words < params.min_words:
                continue
            bound = params.channels.get(channel, usual) if channel else usual
            if ceiling is not None and bound.min is None and bound.max is not None and ceiling(scan) <= bound.max:
                continue
            value = measure(scan)
            if value is None:
                continue
            if (bound.max is not None and value > bound.max) or (bound.min is not None and value < bound.min):
                limit = bound.max if bound.max is not None and value > bound.max else bound.min or 0.0
                full = bound.full if bound.full is not None else limit * 2 or limit + 1
                grade = min(1.0, max(0.1, (value - limit) / ((full - limit) or 1)))
                yield Match(rule, (), grade, {"value": _figure(value, scan), "bound": _figure(limit, scan)})


def _usual(params: LimitParams) -> Bound:
    return Bound(params.max, params.min, params.full)


def _figure(value: float, scan: Scan) -> str:
    """Return a figure as the post's language writes it."""
    text = f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:.1f}"
    return writing(scan.analysis.language.code).figure(text)
