"""Every example of every rule about programmes: a bad one gives the rule once, where it is marked; a good one does not."""

from __future__ import annotations

import pytest

from advocacy_lint.checks.form import POINTS
from advocacy_lint.engine.rule_examples import Outcome
from advocacy_lint.programme.audit import Auditor
from advocacy_lint.programme.examples import outcomes

AUDITORS = {language: Auditor(language, with_examples=True) for language in ("da", "en")}
OUTCOMES = [outcome for language in AUDITORS for outcome in outcomes(language)]


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda each: f"{each.rule}-{each.language}-{each.example.text[:40]}")
def test_example(outcome: Outcome) -> None:
    assert (outcome.result, outcome.detail) == ("ok", "")


@pytest.mark.parametrize("language", ["da", "en"])
def test_rules_have_enough_examples_a_point_and_say_what_to_change_by_tomorrow(language: str) -> None:
    found = {}
    for rule in AUDITORS[language].book.rules:
        bad = sum(example.bad for example in rule.examples)
        texts = rule.texts[language]
        first = "I morgen: " if language == "da" else "Tomorrow: "
        says = rule.is_strength or (texts.suggest or "").startswith(first)
        found[rule.id] = (bad >= 2, len(rule.examples) - bad >= 2, rule.params.point in POINTS, says)
    assert found == dict.fromkeys(found, (True, True, True, True))


def test_both_languages_have_the_same_rules() -> None:
    danish, english = ([rule.id for rule in AUDITORS[language].book.rules] for language in ("da", "en"))
    assert danish == english
