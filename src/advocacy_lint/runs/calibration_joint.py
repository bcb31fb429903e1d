"""The joint fit: what words and rules say together, so that 50 is the border in both languages.

Words come first: every post is weighed by a table learned without its own author, company or set of three, and a rule's weight is
earned beside that. It is held to a share of what the rule's author gave it, and is never negative; that of a strength may be nought, that
of a finding of a rule that points at words stays above a smaller share: what is pointed at costs something.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.checks import wording
from advocacy_lint.engine.score import WORDING, counts_in_total
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import ConfigError, InputError
from advocacy_lint.languages import BUILT_IN
from advocacy_lint.model import Post
from advocacy_lint.runs import calibration_words as words
from advocacy_lint.runs.evaluate import Judged, Labelled

FOLDS = 8


class Sample(Struct, frozen=True):
    """A labelled post, its language, what it weighs in the fit, and whether somebody wrote it who did not know of it (`real`)."""

    label: Labelled
    language: str
    lesson: words.Lesson
    share: float
    real: bool


class Weighed(Struct, frozen=True):
    """A post as a linter weighs it that never learned from its group: the words in log-odds, and each rule's activation, signed."""

    words: float
    rules: Mapping[str, float]


class Joint(Struct, frozen=True):
    """A bias for each language, and a weight of zero or more for each rule."""

    bias: Mapping[str, float]
    rules: Mapping[str, float]

    def logit(self, weighed: Weighed, language: str) -> float:
        """Return the log-odds of a post."""
        return self.bias[language] + weighed.words + sum(self.rules.get(rule, 0.0) * value for rule, value in weighed.rules.items())


def samples(labels: Iterable[tuple[Labelled, float, bool]], session: Session) -> list[Sample]:
    """Return labelled posts in a supported language, ready to be learned from."""
    found = []
    for label, share, real in labels:
        language = label.post.meta.get("language", "")
        if language in BUILT_IN:
            analysis = session.linter(language).analyse(label.post)
            found.append(Sample(label, language, words.lesson(analysis, label.verdict, label.group, share), share, real))
    return found


def fold_of(group: str, folds: int = FOLDS) -> int:
    """Return the part of the posts that a group belongs to, the same in every run."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def table_of(lessons: Sequence[words.Lesson], recipe: words.Recipe) -> wording.Table:
    """Return the table that is learned from some posts, as its file would have it."""
    return wording.parse(words.table_text(learned(lessons, recipe), words.common_words(lessons)))


def learned(lessons: Sequence[words.Lesson], recipe: words.Recipe) -> dict[str, float]:
    """Return the weights of the words that are kept, in log-odds."""
    weights = words.pruned(words.learn(lessons, recipe)[0], lessons, recipe.kept)
    return {feature: weight * recipe.scale for feature, weight in weights.items()}


def held_out(
    posts: Sequence[Sample], others: Sequence[Sample], session: Session, recipe: words.Recipe
) -> tuple[list[Weighed], list[Weighed]]:
    """Return how each post is weighed by words learned without its group; `others` are weighed beside, never learned from."""
    found: dict[int, Weighed] = {}
    beside: dict[int, Weighed] = {}
    for language in sorted({sample.language for sample in posts}):
        linter = session.linter(language)
        shipped = linter.wording
        for fold in range(FOLDS):
            mine = [sample.lesson for sample in posts if sample.language == language and fold_of(sample.label.group) != fold]
            if len({each.verdict for each in mine} & {"good", "bad"}) < 2:
                continue
            linter.wording = table_of(mine, recipe)
            for kept, given in ((found, posts), (beside, others)):
                for index, sample in enumerate(given):
                    if sample.language == language and fold_of(sample.label.group) == fold:
                        kept[index] = weigh(session, sample.label.post, language)
        linter.wording = shipped
    nothing = Weighed(0.0, {})
    return [found.get(index, nothing) for index in range(len(posts))], [beside.get(index, nothing) for index in range(len(others))]


def judged_held_out(posts: Sequence[Sample], session: Session, recipe: words.Recipe) -> list[Judged]:
    """Return each post with the report of a linter whose words were learned without the post's group, and of nothing but these posts."""
    found: dict[int, Judged] = {}
    for language in sorted({sample.language for sample in posts}):
        linter = session.linter(language)
        shipped = linter.wording
        for fold in range(FOLDS):
            mine = [sample.lesson for sample in posts if sample.language == language and fold_of(sample.label.group) != fold]
            if len({each.verdict for each in mine} & {"good", "bad"}) < 2:
                raise InputError("too few judged posts, or groups of them, to leave some out", hint="evaluate without --cross-validate")
            linter.wording = table_of(mine, recipe)
            for index, sample in enumerate(posts):
                if sample.language == language and fold_of(sample.label.group) == fold:
                    found[index] = Judged(sample.label, replace(linter.lint(sample.label.post), text=""))
        linter.wording = shipped
    return [found[index] for index in range(len(posts))]


def weigh(session: Session, post: Post, language: str) -> Weighed:
    """Return what the words of a post say, and how strongly each rule speaks: above nought for it."""
    rules: dict[str, float] = {}
    heard = 0.0
    for each in session.linter(language).evidence(post):
        sign = 1 if each.rule.is_strength else -1
        if each.rule.kind == WORDING:
            heard += sign * each.activation
        elif counts_in_total(each.rule):
            rules[each.rule.id] = sign * each.activation
    return Weighed(heard, rules)


def logits_held_out(
    posts: Sequence[Sample], weighed: Sequence[Weighed], prior: Mapping[str, float], pointing: Collection[str], recipe: words.Recipe
) -> list[float]:
    """Return the log-odds of each post by rules whose weights were fitted without its group; `weighed` is held out already."""
    folds = [fold_of(sample.label.group) for sample in posts]
    models = {}
    for fold in set(folds):
        others = [index for index, each in enumerate(folds) if each != fold]
        models[fold] = fit([posts[index] for index in others], [weighed[index] for index in others], prior, pointing, recipe)
    return [models[fold].logit(each, sample.language) for fold, sample, each in zip(folds, posts, weighed, strict=True)]


def fit(
    posts: Sequence[Sample], weighed: Sequence[Weighed], prior: Mapping[str, float], pointing: Collection[str], recipe: words.Recipe
) -> Joint:
    """Return the bias of each language and the weight of each rule that fit best; ConfigError where scipy is missing.

    `pointing` are the rules whose findings point at words: those cost something.
    """
    try:
        import numpy as np
        from scipy.optimize import minimize
    except ImportError as error:
        raise ConfigError("weights are fitted with scikit-learn", hint="pip install 'advocacy-lint[fit]'") from error
    chosen = [(sample, each) for sample, each in zip(posts, weighed, strict=True) if sample.lesson.verdict != "middling"]
    languages, ids = sorted({sample.language for sample, _ in chosen}), sorted(prior)
    at = {rule: index for index, rule in enumerate(ids, len(languages))}
    matrix = np.zeros((len(chosen), len(languages) + len(ids)))
    for row, (sample, each) in enumerate(chosen):
        matrix[row, languages.index(sample.language)] = 1.0
        for rule, value in each.rules.items():
            if rule in at:
                matrix[row, at[rule]] = value
    heard = np.array([each.words for _, each in chosen])
    good = np.array([sample.lesson.verdict == "good" for sample, _ in chosen], dtype=float)
    share = np.array([(recipe.real if sample.real else 1.0) * (recipe.good if each else 1.0) for (sample, _), each in zip(chosen, good)])  # noqa: B905
    centre = np.array([0.0] * len(languages) + [recipe.rules * prior[rule] for rule in ids])
    pull = np.array([0.0] * len(languages) + [recipe.shrinkage] * len(ids))

    def loss(given):  # type: ignore[no-untyped-def]
        logit = heard + matrix @ given
        value = (share * np.logaddexp(0.0, -logit * (2 * good - 1))).sum() + (pull * (given - centre) ** 2).sum() / 2
        slope = share * (1 / (1 + np.exp(-logit)) - good)
        return value, matrix.T @ slope + pull * (given - centre)

    least = [recipe.least * prior[rule] if rule in pointing else 0.0 for rule in ids]
    bounds = [(None, None)] * len(languages) + [(each, None) for each in least]
    found = minimize(loss, centre, jac=True, method="L-BFGS-B", bounds=bounds).x
    return Joint(
        {language: float(found[index]) for index, language in enumerate(languages)},
        {rule: float(found[index]) for rule, index in at.items()},
    )
