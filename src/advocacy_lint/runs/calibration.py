"""Adapt the weights to a team's own judged posts: a logistic model with sign constraints, shrunk towards the weights that ship.

Each rule keeps its sign (a brag never earns, a strength never costs) and is pulled towards its prior, so that a rule seen in few
posts keeps the weight that it has; what the words say stands, and some words are moved a little (`moved`). Held-out figures come from
cross-validation that keeps groups (companies, authors) together.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.engine.score import percent, sigma
from advocacy_lint.model import BORDER
from advocacy_lint.runs.evaluate import auc

FOLDS = 8
ROUNDS = 400
SHRINKAGE = 2.0
SEED = 11
# A word's weight moves by its part of what the posts say, over this: there are hundreds of words in a post, and few posts.
PULL = 30.0
LEAST_GROUPS = 3
LEAST_STEP = 0.005


class Row(Struct, frozen=True):
    """One judged post: which rules speak, how strongly (0-1), what its words say (log-odds), and whether people called it good."""

    rules: Mapping[str, float]
    good: bool
    language: str
    group: str
    share: float = 1.0  # its weight in the fit
    heard: float = 0.0
    features: frozenset[str] = frozenset()  # all that has a weight in it
    spread: float = 1.0


class Model(Struct, frozen=True):
    """A bias for each language, and a weight of zero or more for each rule."""

    bias: Mapping[str, float]
    weights: Mapping[str, float]


class Fold(Struct, frozen=True):
    """Held-out figures of one language (``*``: all): AUC, good posts under 50 and bad posts under 50, as shares."""

    language: str
    rows: int
    auc: float | None
    good_under: float | None
    bad_under: float | None


def fit(
    rows: Sequence[Row], prior: Mapping[str, float], signs: Mapping[str, int], bias: Mapping[str, float], shrinkage: float = SHRINKAGE
) -> Model:
    """Return the model that fits rows best (penalised likelihood, by projected coordinate steps).

    `signs`: +1 for strengths, -1 for costs. `shrinkage`: how strongly weights are held to the prior; 0 lets the data alone decide.
    """
    weights = {rule: prior.get(rule, 0.0) for rule in signs}
    biases = {language: bias.get(language, bias.get("*", 0.0)) for language in sorted({row.language for row in rows})}
    columns: dict[str, list[tuple[int, float]]] = {}
    for index, row in enumerate(rows):
        for rule, value in row.rules.items():
            if value and rule in weights:
                columns.setdefault(rule, []).append((index, value))
    members = {language: [index for index, row in enumerate(rows) if row.language == language] for language in biases}
    # Posts of one sort alone say nothing about where the border is.
    members = {language: found for language, found in members.items() if len({rows[index].good for index in found}) == 2}
    logits = [_logit(row, weights, biases, signs) for row in rows]
    for _ in range(ROUNDS):
        largest = 0.0
        for language, indices in members.items():
            step = _step([(index, 1.0) for index in indices], rows, logits, 0.02 * (biases[language] - bias.get(language, 0.0)), 0.02)
            biases[language] += step
            _shift(logits, [(index, 1.0) for index in indices], step)
            largest = max(largest, abs(step))
        for rule, column in columns.items():
            sign = signs[rule]
            penalty = shrinkage / max(prior.get(rule, 0.0), 0.2)
            signed = [(index, sign * value) for index, value in column]
            step = _step(signed, rows, logits, penalty * (weights[rule] - prior.get(rule, 0.0)), penalty)
            step = max(step, -weights[rule])
            weights[rule] += step
            _shift(logits, signed, step)
            largest = max(largest, abs(step))
        if largest < 1e-4:
            break
    return Model(biases, weights)


def balanced(rows: Sequence[Row]) -> list[Row]:
    """Return rows of which the good and the bad ones of a language weigh the same, so that 50 stays the border between them.

    A team that labels what annoys it has more bad posts than good ones; how many it has of each is no reason to judge the next one.
    """
    many = Counter((row.language, row.good) for row in rows)
    of_both = Counter(row.language for row in rows)
    return [replace(row, share=row.share * of_both[row.language] / (2 * many[row.language, row.good])) for row in rows]


def _step(column: Sequence[tuple[int, float]], rows: Sequence[Row], logits: Sequence[float], pull: float, curvature: float) -> float:
    """Return one damped Newton step for a coefficient."""
    gradient, hessian = -pull, curvature
    for index, value in column:
        row = rows[index]
        chance = sigma(logits[index])
        gradient += row.share * value * ((1.0 if row.good else 0.0) - chance)
        hessian += row.share * value * value * chance * (1 - chance)
    return max(-0.5, min(0.5, gradient / (hessian + 1e-6)))


def _shift(logits: list[float], column: Sequence[tuple[int, float]], step: float) -> None:
    if step:
        for index, value in column:
            logits[index] += step * value


def _logit(row: Row, weights: Mapping[str, float], bias: Mapping[str, float], signs: Mapping[str, int]) -> float:
    return (
        row.heard
        + bias.get(row.language, bias.get("*", 0.0))
        + sum(signs[rule] * weights.get(rule, 0.0) * value for rule, value in row.rules.items() if rule in signs)
    )


def moved(model: Model, rows: Sequence[Row], signs: Mapping[str, int], pull: float = PULL) -> dict[str, dict[str, float]]:
    """Return by how much each word of a language moves towards what the posts say: one step from nought, held back by `pull`.

    Only what several groups have, on posts that the model does not yet judge right, moves at all.
    """
    found: dict[str, dict[str, float]] = {}
    for language in sorted({row.language for row in rows}):
        mine = [row for row in rows if row.language == language]
        gradient: dict[str, float] = {}
        curvature: dict[str, float] = {}
        groups: dict[str, set[str]] = {}
        for row in mine:
            chance = sigma(_logit(row, model.weights, model.bias, signs))
            error = row.share * (float(row.good) - chance) * row.spread
            for feature in row.features:
                gradient[feature] = gradient.get(feature, 0.0) + error
                curvature[feature] = curvature.get(feature, 0.0) + row.share * row.spread**2 * chance * (1 - chance)
                groups.setdefault(feature, set()).add(row.group)
        steps = {f: slope / (pull + curvature[f]) for f, slope in gradient.items() if len(groups[f]) >= LEAST_GROUPS}
        found[language] = {feature: round(step, 3) for feature, step in sorted(steps.items()) if abs(step) >= LEAST_STEP}
    return found


def predict(model: Model, row: Row, signs: Mapping[str, int], words: Mapping[str, float] | None = None) -> int:
    """Return the score of a row under a model, with what some words have moved by."""
    own = row.spread * sum([words[feature] for feature in row.features if feature in words]) if words else 0.0
    return percent(_logit(row, model.weights, model.bias, signs) + own)


def held_out(
    rows: Sequence[Row], prior: Mapping[str, float], signs: Mapping[str, int], bias: Mapping[str, float], shrinkage: float = SHRINKAGE
) -> list[int]:
    """Return the score of every row under a model fitted without its group."""
    groups = sorted({row.group for row in rows})
    random.Random(SEED).shuffle(groups)
    fold_of = {group: index % FOLDS for index, group in enumerate(groups)}
    scores = [BORDER] * len(rows)
    for fold in range(FOLDS):
        train = [row for row in rows if fold_of[row.group] != fold]
        if not train or all(row.good for row in train) or not any(row.good for row in train):
            continue
        model = fit(train, prior, signs, bias, shrinkage)
        words = moved(model, train, signs)
        for index, row in enumerate(rows):
            if fold_of[row.group] == fold:
                scores[index] = predict(model, row, signs, words.get(row.language, {}))
    return scores


def figures(rows: Sequence[Row], scores: Sequence[float]) -> list[Fold]:
    """Return AUC and errors at the border for each language and for all."""
    found = []
    for language in ("*", *sorted({row.language for row in rows})):
        mine = [(row, score) for row, score in zip(rows, scores, strict=True) if language in ("*", row.language)]
        good = [score for row, score in mine if row.good]
        bad = [score for row, score in mine if not row.good]
        found.append(
            Fold(
                language,
                len(mine),
                auc(good, bad),
                sum(score < BORDER for score in good) / len(good) if good else None,
                sum(score < BORDER for score in bad) / len(bad) if bad else None,
            )
        )
    return found
