"""Every example of every rule about programmes: a bad one gives the rule once, where it is marked; a good one does not."""

from __future__ import annotations

import pytest

from advocacy_lint.checks.form import POINTS
from advocacy_lint.model import Example, Rule
from advocacy_lint.programme.audit import Auditor
from advocacy_lint.programme.form import parse

AUDITORS = {language: Auditor(language, with_examples=True) for language in ("da", "en")}
CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{language}-{'bad' if example.bad else 'good'}-{example.text[:40]}")
    for language, auditor in AUDITORS.items()
    for rule in auditor.book.rules
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    form = parse(example.text)
    hits = [hit for hit in AUDITORS[rule.language].hits(form) if hit.rule.id == rule.id]
    expected = [] if not example.bad else [example.span]
    assert [hit.places[0] if hit.places else None for hit in hits] == expected


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
