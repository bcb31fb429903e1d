"""Learn the weights of words from labelled posts: a logistic regression, by scikit-learn (extra ``fit``).

Each feature counts once a post and is scaled by its rarity before the fit (so that rare words are shrunk no harder than common ones)
and by the post's length. Real posts weigh more than those written for the purpose, and all posts of a group (an author, a company, a
set of three) together no more than so many: no author or trade decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from msgspec import Struct

from advocacy_lint.checks import wording
from advocacy_lint.errors import ConfigError
from advocacy_lint.text import Analysis


class Lesson(Struct, frozen=True):
    """One labelled post: all that has a weight in it, how many words it has, its verdict, its group, and what it weighs in the fit."""

    features: frozenset[str]
    words: int
    verdict: str
    group: str
    share: float = 1.0


class Recipe(Struct, frozen=True):
    """How the weights are learned: what was found to work is told in docs/judgement.md."""

    strength: float = 50.0  # of the data against the pull to nought
    middling: float = 0.3  # what a middling post weighs, once as a good and once as a bad one
    groups: int = 2  # a feature is learned from so many groups on
    kept: int = 16_000  # features that the table has at most
    scale: float = 2.0  # of all words against the rules, and of the score: 1 is what the shrunken fit itself says
    rules: float = 0.7  # the share of its author's weight that a rule is held to
    shrinkage: float = 5.0  # how strongly
    least: float = 0.2  # the share of its author's weight that a finding costs at least
    real: float = 6.0  # what a real post weighs in the joint fit
    good: float = 3.0  # what a good post weighs: it is worse to turn one away than to let a bad one pass


def lesson(analysis: Analysis, verdict: str, group: str, share: float = 1.0) -> Lesson:
    """Return what can be learned from a post."""
    sentences = [each for each in wording.said(analysis) if each.words]
    features = set().union(*[wording.features_of(each.words) for each in sentences])
    features |= wording.marked(wording.OPENING, sentences[:1])
    features |= wording.marked(wording.ENDING, sentences[-wording.ENDING_SENTENCES :])
    return Lesson(frozenset(features - wording.ALONE), sum(len(each.words) for each in sentences), verdict, group, share)


def learn(lessons: Sequence[Lesson], recipe: Recipe = Recipe()) -> tuple[dict[str, float], float]:  # noqa: B008
    """Return the weight of each feature in log-odds, and the bias; ConfigError where scikit-learn is missing."""
    try:
        import numpy as np
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise ConfigError("words are learned with scikit-learn", hint="pip install 'advocacy-lint[fit]'") from error
    vocabulary, rarity = _vocabulary(lessons, recipe)
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    goal: list[int] = []
    shares: list[float] = []
    for each in lessons:
        scale = wording.spread(each.words) / 100
        mine = sorted(vocabulary[feature] for feature in each.features if feature in vocabulary)
        for good, share in _goals(each, recipe):
            rows.extend([len(goal)] * len(mine))
            columns.extend(mine)
            values.extend([scale * rarity[at] for at in mine])
            goal.append(good)
            shares.append(share)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(goal), len(vocabulary)))
    model = LogisticRegression(C=recipe.strength, solver="liblinear", max_iter=400, random_state=0)
    model.fit(matrix, np.array(goal), sample_weight=np.array(shares))
    weights = {feature: float(model.coef_[0][at]) * rarity[at] / 100 for feature, at in vocabulary.items()}
    return weights, float(model.intercept_[0])


def _goals(each: Lesson, recipe: Recipe) -> list[tuple[int, float]]:
    if each.verdict == "middling":
        share = each.share * recipe.middling
        return [(1, share), (0, share)] if share else []
    return [(int(each.verdict == "good"), each.share)]


def _vocabulary(lessons: Iterable[Lesson], recipe: Recipe) -> tuple[dict[str, int], list[float]]:
    """Return the features that are learned, in order, and how rare each is."""
    groups: dict[str, set[str]] = {}
    posts: Counter[str] = Counter()
    count = 0
    for each in lessons:
        count += 1
        posts.update(each.features)
        for feature in each.features:
            groups.setdefault(feature, set()).add(each.group)
    chosen = sorted(feature for feature, seen in groups.items() if len(seen) >= recipe.groups)
    return {feature: at for at, feature in enumerate(chosen)}, [log((1 + count) / (1 + posts[feature])) for feature in chosen]


def pruned(weights: Mapping[str, float], lessons: Iterable[Lesson], kept: int) -> dict[str, float]:
    """Return the weights that move posts most: what a feature weighs, times the root of how often it is met."""
    posts = Counter(feature for each in lessons for feature in each.features)
    ranked = sorted(weights, key=lambda feature: (-abs(weights[feature]) * sqrt(posts[feature]), feature))
    return {feature: weights[feature] for feature in sorted(ranked[:kept])}


def score(weights: Mapping[str, float], each: Lesson) -> float:
    """Return what a post weighs under some weights, in log-odds, without bound or bias."""
    total = sum(weights.get(feature, 0.0) for feature in each.features)
    return total * wording.spread(each.words)


def common_words(lessons: Sequence[Lesson], share: float = 0.12) -> list[str]:
    """Return the words that so large a part of the posts has: they say nothing to a reader."""
    posts = Counter(feature for each in lessons for feature in each.features)
    return sorted(word for word, count in posts.items() if word.isalpha() and count > share * len(lessons))


def table_text(weights: Mapping[str, float], common: Sequence[str], remarks: Sequence[str] = ()) -> str:
    """Return a table as its file has it: a feature, a tab and its weight in thousandths of a log-odds a line."""
    whole = {feature: round(weight * wording.UNIT) for feature, weight in weights.items()}
    lines = [f"# {remark}" for remark in remarks]
    lines.append(f"# common: {' '.join(common)}")
    lines.extend(f"{feature}\t{weight}" for feature, weight in sorted(whole.items()) if weight)
    return "\n".join(lines) + "\n"
