"""Hold the linter against a labelled corpus: AUC with its interval, confusion at 50, precision of each rule."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt

from msgspec import Struct, field

from advocacy_lint.model import BORDER, DIMENSIONS, Post, PostReport

VERDICTS = ("good", "middling", "bad")
BOOTSTRAPS = 1000
SEED = 7


class Labelled(Struct, frozen=True):
    """A post with people's verdict; `group` (company, blog, author, set of three) is kept together in cross-validation."""

    post: Post
    verdict: str
    group: str
    fields: Mapping[str, str] = field(default_factory=dict)  # whatever else the line says, to count errors by


class Judged(Struct, frozen=True):
    """A labelled post with the linter's report."""

    label: Labelled
    report: PostReport

    @property
    def score(self) -> int:
        """Return the score, the border where there was nothing to judge."""
        return self.report.score if self.report.score is not None else BORDER


class RuleFigures(Struct, frozen=True):
    """How one rule fares: posts hit, by verdict; precision with its 95 % Wilson interval; what the AUC loses without it."""

    rule: str
    level: str
    hits: int
    good: int
    middling: int
    bad: int
    precision: float | None
    interval: tuple[float, float] | None
    auc_loss: float | None = None


class Errors(Struct, frozen=True):
    """How many good posts lie under the border and how many bad ones do not, out of how many; and the AUC of these posts."""

    good: int
    good_under: int
    bad: int
    bad_over: int
    auc: float | None


class Evaluation(Struct, frozen=True):
    """All figures; `auc` by language and for all (``*``), each with the bounds of its 95 % bootstrap interval.

    `neighbours`: AUC of good over middling and of middling over bad, by language; `dimensions`: AUC of good over bad by each
    dimension alone, by language; `errors` at the border by language; `groups`: the same by the values of a field of the posts.
    """

    counts: Mapping[str, int]
    auc: Mapping[str, tuple[float, float, float]]
    confusion: Mapping[str, Mapping[str, int]]
    means: Mapping[str, float]
    rules: tuple[RuleFigures, ...]
    worst: tuple[Judged, ...] = ()
    unjudged: int = 0
    neighbours: Mapping[str, Mapping[str, float | None]] = field(default_factory=dict)
    dimensions: Mapping[str, Mapping[str, float | None]] = field(default_factory=dict)
    errors: Mapping[str, Errors] = field(default_factory=dict)
    groups: Mapping[str, Errors] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)


def auc(good: Sequence[float], bad: Sequence[float]) -> float | None:
    """Return the chance that a good post scores above a bad one, ties counted half (Mann-Whitney)."""
    if not good or not bad:
        return None
    ranked = sorted([(value, 1) for value in good] + [(value, 0) for value in bad])
    total, index = 0.0, 0
    while index < len(ranked):
        end = index
        while end < len(ranked) and ranked[end][0] == ranked[index][0]:
            end += 1
        total += (index + end + 1) / 2 * sum(label for _, label in ranked[index:end])
        index = end
    return (total - len(good) * (len(good) + 1) / 2) / (len(good) * len(bad))


def bootstrap(good: Sequence[float], bad: Sequence[float], rounds: int = BOOTSTRAPS) -> tuple[float, float]:
    """Return the bounds of the 95 % percentile bootstrap interval of the AUC, seeded."""
    draw = random.Random(SEED)
    values = sorted(auc(draw.choices(good, k=len(good)), draw.choices(bad, k=len(bad))) or 0.0 for _ in range(rounds))
    return values[int(0.025 * rounds)], values[int(0.975 * rounds) - 1]


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return the 95 % Wilson score interval of a proportion (Wilson 1927)."""
    z = 1.96
    share = successes / trials
    centre = share + z * z / (2 * trials)
    spread = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    bottom = 1 + z * z / trials
    return max(0.0, (centre - spread) / bottom), min(1.0, (centre + spread) / bottom)


def evaluate(
    judged: Sequence[Judged], without: Callable[[str], Sequence[float]] | None = None, worst: int = 10, by: str = ""
) -> Evaluation:
    """Return the figures of a judged corpus; `without(rule)` gives all scores with one rule left out, in the same order.

    `by`: a field of the labelled posts, by whose values the errors are counted.
    """
    languages = sorted({each.report.language for each in judged})
    figures = {}
    for language in ("*", *languages):
        good, bad = _split(judged, language)
        value = auc(good, bad)
        if value is not None:
            figures[language] = (value, *bootstrap(good, bad))
    return Evaluation(
        counts={verdict: sum(each.label.verdict == verdict for each in judged) for verdict in VERDICTS},
        auc=figures,
        confusion={
            verdict: {
                "at least 50": sum(each.score >= BORDER for each in judged if each.label.verdict == verdict),
                "under 50": sum(each.score < BORDER for each in judged if each.label.verdict == verdict),
            }
            for verdict in VERDICTS
        },
        means={
            verdict: round(sum(scores) / len(scores), 1)
            for verdict in VERDICTS
            if (scores := [each.score for each in judged if each.label.verdict == verdict])
        },
        rules=tuple(_rules(judged, without)),
        worst=tuple(sorted(judged, key=_error, reverse=True)[:worst]),
        unjudged=sum(each.report.score is None for each in judged),
        neighbours={language: _neighbours(_of(judged, language)) for language in ("*", *languages)},
        dimensions={language: _by_dimension(_of(judged, language)) for language in ("*", *languages)},
        errors={language: errors(_of(judged, language)) for language in ("*", *languages)},
        groups=_groups(judged, by) if by else {},
    )


def errors(judged: Sequence[Judged]) -> Errors:
    """Return the errors at the border of some posts."""
    good, bad = _split(judged, "*")
    return Errors(len(good), sum(each < BORDER for each in good), len(bad), sum(each >= BORDER for each in bad), auc(good, bad))


def _groups(judged: Sequence[Judged], by: str) -> dict[str, Errors]:
    """Return the errors by the values of a field, the largest groups first."""
    groups: dict[str, list[Judged]] = {}
    for each in judged:
        groups.setdefault(each.label.fields.get(by, "–"), []).append(each)
    return {name: errors(groups[name]) for name in sorted(groups, key=lambda name: (-len(groups[name]), name))}


def _of(judged: Sequence[Judged], language: str) -> list[Judged]:
    return [each for each in judged if language in ("*", each.report.language)]


def _neighbours(judged: Sequence[Judged]) -> dict[str, float | None]:
    scores = {verdict: [float(each.score) for each in judged if each.label.verdict == verdict] for verdict in VERDICTS}
    return {
        "good over middling": auc(scores["good"], scores["middling"]),
        "middling over bad": auc(scores["middling"], scores["bad"]),
    }


def _by_dimension(judged: Sequence[Judged]) -> dict[str, float | None]:
    found = {}
    for name in DIMENSIONS:
        sides = [
            [float(each.report.dimensions[name]) for each in judged if each.label.verdict == verdict and each.report.dimensions]
            for verdict in ("good", "bad")
        ]
        found[name] = auc(*sides)
    return found


def _split(judged: Iterable[Judged], language: str) -> tuple[list[float], list[float]]:
    mine = [each for each in judged if language in ("*", each.report.language)]
    return [each.score for each in mine if each.label.verdict == "good"], [each.score for each in mine if each.label.verdict == "bad"]


def _error(judged: Judged) -> float:
    """Return how wrong a score is: its distance from the right end for good and bad posts."""
    return {"good": 100.0 - judged.score, "bad": float(judged.score)}.get(judged.label.verdict, 0.0)


def _rules(judged: Sequence[Judged], without: Callable[[str], Sequence[float]] | None) -> Iterable[RuleFigures]:
    hits: dict[str, list[str]] = {}
    levels: dict[str, str] = {}
    for each in judged:
        for finding in each.report.findings:
            hits.setdefault(finding.rule, []).append(each.label.verdict)
            levels[finding.rule] = finding.level
        for strength in each.report.strengths:
            hits.setdefault(strength.rule, []).append(each.label.verdict)
            levels[strength.rule] = "strength"
    labels = [each.label.verdict for each in judged]
    base = _auc_of([each.score for each in judged], labels)
    for rule in sorted(hits):
        verdicts = hits[rule]
        right, wrong = ("good", "bad") if levels[rule] == "strength" else ("bad", "good")
        decided = verdicts.count(right) + verdicts.count(wrong)
        loss = None
        if without is not None and base is not None:
            other = _auc_of(without(rule), labels)
            loss = None if other is None else base - other
        yield RuleFigures(
            rule,
            levels[rule],
            len(verdicts),
            verdicts.count("good"),
            verdicts.count("middling"),
            verdicts.count("bad"),
            verdicts.count(right) / decided if decided else None,
            wilson(verdicts.count(right), decided) if decided else None,
            loss,
        )


def _auc_of(scores: Sequence[float], labels: Sequence[str]) -> float | None:
    good = [score for score, label in zip(scores, labels, strict=True) if label == "good"]
    bad = [score for score, label in zip(scores, labels, strict=True) if label == "bad"]
    return auc(good, bad)
