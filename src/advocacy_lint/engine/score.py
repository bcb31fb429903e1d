"""The score: additive evidence in log-odds, pure arithmetic.

``score = 100 · σ(bias − Σ cost + Σ credit + wording)``. A rule's cost is its weight times an activation between 0 and 1. For rules
that point at words the activation saturates with their number and is fair to length: ``n / (n + HALF · (1 + clean / SPREAD))``, where
`clean` counts the author's words in sentences without a finding (for strengths: without a strength). Because a finding's own
sentence is never part of what its cost is held against, these hold for every text:
adding a brag never raises the score, adding a strength never lowers it, deleting a finding's words never lowers it.
What words weigh (kind ``wording``) keeps the same promises by itself and comes as it is, in log-odds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

from msgspec import Struct, field

from advocacy_lint.model import DIMENSIONS, Match, Rule

HALF = 0.6
SPREAD = 120.0
DIMENSION_SLOPE = 3.0
WORDING = "wording"
GRADES = ((80, "A"), (65, "B"), (50, "C"), (30, "D"), (0, "E"))


LOWEST = -0.8473  # log-odds of a score of 30: gains are told from there


class Weights(Struct, frozen=True):
    """The fitted part of the model: a bias for each language (``*``: any), and weights by rule id that override the rule files'.

    `scale`: what a rule's own weight is multiplied by where the rule was not fitted. `words`: what is laid over the words that ship,
    by language, in log-odds.
    """

    bias: Mapping[str, float] = field(default_factory=dict)
    rules: Mapping[str, float] = field(default_factory=dict)
    source: str = ""
    scale: float = 1.0
    words: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def bias_for(self, language: str) -> float:
        """Return the log-odds that a post with no evidence either way starts from."""
        return self.bias.get(language, self.bias.get("*", 0.0))

    def weight_of(self, rule: Rule) -> float:
        """Return what a rule weighs; words are learned in log-odds, and weigh as much."""
        if rule.kind == WORDING:
            return 1.0
        fitted = self.rules.get(rule.id)
        return rule.weight * self.scale if fitted is None else fitted


class Evidence(Struct, frozen=True):
    """One rule's part in a score: its activation (0-1) times its weight, in log-odds."""

    rule: Rule
    activation: float
    effect: float


class Score(Struct, frozen=True):
    """The total, the dimensions, the grade, and the log-odds they come from."""

    total: int
    grade: str
    dimensions: Mapping[str, int]
    logit: float
    evidence: tuple[Evidence, ...]

    def gain(self, effect: float) -> int:
        """Return what the score would rise by (a credit: fall) without one rule's effect.

        Near the ends nothing moves a score, and the number would say that nothing is worth doing: a rise is told from 30 at least, a
        fall from 70 at most.
        """
        start = max(self.logit, LOWEST) if effect > 0 else min(self.logit, -LOWEST)
        return percent(start + effect) - percent(start)


def sigma(logit: float) -> float:
    """Return the logistic function, safe for any number."""
    if logit < -60:
        return 0.0
    return 1 / (1 + exp(-logit)) if logit < 60 else 1.0


def percent(logit: float) -> int:
    """Return a log-odds as a whole number from 0 to 100."""
    return round(100 * sigma(logit))


def grade(total: int) -> str:
    """Return the letter of a score: A from 80, B from 65, C from 50, D from 30, else E."""
    return next(letter for least, letter in GRADES if total >= least)


def activation(match: Match, clean: int, lit_words: int) -> float:
    """Return how strongly a match speaks (0-1, words in log-odds); `clean` words hold no finding, `lit_words` are outside of strengths."""
    if not match.places or match.rule.kind == WORDING:
        return match.grade
    against = lit_words if match.rule.is_strength else clean
    count = len(match.places)
    return match.grade * count / (count + HALF * (1 + against / SPREAD))


def score(matches: Sequence[Match], clean: int, outside: int, language: str, weights: Weights) -> Score:
    """Return the score of a post.

    `clean`: the author's words in sentences without a finding; `outside`: those in sentences without a strength.
    """
    evidence = tuple(weigh(matches, clean, outside, weights))
    bias = weights.bias_for(language)
    logit = bias + sum([each.effect for each in evidence if counts_in_total(each.rule)])
    total = percent(logit)
    return Score(total, grade(total), _dimensions(evidence), logit, evidence)


def weigh(matches: Iterable[Match], clean: int, outside: int, weights: Weights) -> Iterable[Evidence]:
    """Yield each match's effect in log-odds: costs below zero, credits above."""
    for match in matches:
        rule = match.rule
        strength = activation(match, clean, outside)
        effect = weights.weight_of(rule) * strength
        yield Evidence(rule, strength, effect if rule.level == "strength" else -effect)


def counts_in_total(rule: Rule) -> bool:
    """Say whether a rule is part of the total: hints about the channel's form (craft, info) are not."""
    return rule.level != "info" or rule.dimension != "craft"


def _dimensions(evidence: Sequence[Evidence]) -> dict[str, int]:
    sums = dict.fromkeys(DIMENSIONS, 0.0)
    for each in evidence:
        if each.rule.kind == WORDING:
            for name, known in DIMENSIONS.items():
                sums[name] += known.wording * each.effect / DIMENSION_SLOPE
            continue
        dimension = each.rule.dimension
        if dimension in sums:
            sums[dimension] += each.effect
    return {name: percent(DIMENSIONS[name].bias + DIMENSION_SLOPE * value) for name, value in sums.items()}


def logit_of(probability: float) -> float:
    """Return the log-odds of a probability, bounded to stay finite."""
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return log(bounded / (1 - bounded))
