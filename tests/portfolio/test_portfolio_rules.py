"""Every example of every rule about portfolios: a bad run of posts gives the rule once, a good one does not."""

from __future__ import annotations

import pytest

from advocacy_lint import rulebook
from advocacy_lint.checks.across import AMONG, MEASURES
from advocacy_lint.engine.rule_examples import Outcome
from advocacy_lint.portfolio import mix
from advocacy_lint.portfolio.examples import outcomes


@pytest.mark.parametrize(
    "outcome", [*outcomes("da"), *outcomes("en")], ids=lambda each: f"{each.rule}-{each.language}-{'bad' if each.example.bad else 'good'}"
)
def test_example(outcome: Outcome) -> None:
    assert (outcome.result, outcome.detail) == ("ok", "")


@pytest.mark.parametrize("language", ["da", "en"])
def test_there_is_a_rule_for_all_that_is_measured(language: str) -> None:
    rules = rulebook.load(language, groups=("portfolio",), with_examples=True).rules
    assert sorted(rule.params.among for rule in rules if rule.kind == "duplicate") == sorted(AMONG)
    assert sorted(rule.params.measure for rule in rules if rule.kind == "mix") == sorted(MEASURES)
    assert list(mix.MEASURES) == list(MEASURES)
    assert {rule.id: sorted(example.bad for example in rule.examples) for rule in rules} == dict.fromkeys(
        (rule.id for rule in rules), [False, False, True, True]
    )
