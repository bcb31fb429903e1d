"""The built-in pack: every example of every rule, and what holds for all of them."""

import functools
import re

import pytest

from advocacy_lint import rulebook
from advocacy_lint.engine import rule_examples
from advocacy_lint.engine.linter import Linter
from advocacy_lint.languages import forms
from advocacy_lint.model import DIMENSIONS

LANGUAGES = ("da", "en")


@functools.cache
def linter(language):
    return Linter(rulebook.load(language, with_examples=True), forms.load(language))


RULES = [(language, rule.id) for language in LANGUAGES for rule in rulebook.load(language).rules]


def rule_of(language, rule_id):
    return next(rule for rule in linter(language).rules if rule.id == rule_id)


@pytest.mark.parametrize(("language", "rule_id"), RULES, ids=[f"{rule_id}-{language}" for language, rule_id in RULES])
def test_examples(language, rule_id):
    outcomes = list(rule_examples.run(linter(language), [rule_of(language, rule_id)]))
    assert [(each.result, each.example.text, each.detail) for each in outcomes if each.result != "ok"] == []


@pytest.mark.parametrize(("language", "rule_id"), RULES, ids=[f"{rule_id}-{language}" for language, rule_id in RULES])
def test_a_replacement_does_not_fire_again(language, rule_id):
    assert list(rule_examples.fires_again(linter(language), rule_of(language, rule_id))) == []


@pytest.mark.parametrize(("language", "rule_id"), RULES, ids=[f"{rule_id}-{language}" for language, rule_id in RULES])
def test_where_it_points_there_is_something_to_put(language, rule_id):
    assert list(rule_examples.bare(linter(language), rule_of(language, rule_id))) == []


@pytest.mark.parametrize(("language", "rule_id"), RULES, ids=[f"{rule_id}-{language}" for language, rule_id in RULES])
def test_every_rule_is_whole(language, rule_id):
    rule = rule_of(language, rule_id)
    texts = rule.texts[language]
    assert rule.dimension in DIMENSIONS
    assert sum(example.bad for example in rule.examples) >= 2
    assert sum(not example.bad for example in rule.examples) >= 2
    assert texts.message.strip()
    assert texts.why.strip()
    if not rule.is_strength:
        assert texts.suggest or texts.ask or rule.replace or rule.cut or rule.frame or rule.only_rewrites


@pytest.mark.parametrize(("language", "rule_id"), RULES, ids=[f"{rule_id}-{language}" for language, rule_id in RULES])
def test_messages_keep_to_the_voice(language, rule_id):
    texts = rule_of(language, rule_id).texts[language]
    quoted = re.compile("«[^»]*»|“[^”]*”")
    plain = quoted.sub("x", texts.message)
    assert len(re.findall(r"[.!?](?:\s|$)", plain)) <= 3, texts.message
    assert "please" not in plain.casefold()
    assert "this rule" not in plain.casefold()
    assert "consider " not in plain.casefold()
    if language == "da":
        assert "“" not in texts.message
    else:
        assert "«" not in texts.message


def test_both_languages_have_the_same_rules_or_say_why_not():
    ids = {language: {rule.id for rule in rulebook.load(language).rules} for language in LANGUAGES}
    # A section that is missing, or says not_for, makes a rule of the other language only: those are listed here, so that none is forgotten.
    assert ids["da"] ^ ids["en"] <= {"tone/anglicism"}
    assert len(ids["da"] & ids["en"]) >= 45


def test_ids_are_lower_case_words():
    assert [rule_id for _, rule_id in RULES if not re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", rule_id)] == []


def test_the_first_complaint_of_the_article_is_caught():
    from advocacy_lint import lint

    money = lint("Se hvor mange penge vi har tjent: https://example.com/aarsrapport.pdf")
    green = lint("Se hvor gode vi er ved miljøet: https://example.com/csr.pdf")
    assert {"brag/financial-result", "brag/report-link"} <= {finding.rule for finding in money.findings}
    found = {finding.rule for finding in green.findings}
    assert "brag/report-link" in found
    assert found & {"brag/green-claim", "brag/csr-virtue"}
    assert money.score is not None
    assert money.score < 35
    assert green.score is not None
    assert green.score < 35
