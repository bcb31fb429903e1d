"""Sentences and what may stand there instead, or nothing: word order, gender, number, valency, verbs against nouns, names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from advocacy_lint import languages
from advocacy_lint.advice import fixes
from advocacy_lint.advice.rewrites.draft import Draft
from advocacy_lint.advice.rewrites.operations import general, quieter
from advocacy_lint.api import lint
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.languages import forms
from advocacy_lint.model import Fix, Place
from advocacy_lint.text import analyse

CASES = [
    pytest.param(language, case, id=f"{language}-{case['before'][:50]}")
    for language in ("da", "en")
    for case in yaml.safe_load((Path(__file__).parent / f"rewrites.{language}.yml").read_text(encoding="utf-8"))
]


def offered_everywhere(text: str, language: str) -> list[Fix]:
    """Return what would be offered if every word were a finding."""
    known = languages.get(language)
    analysis = analyse(text, known)
    draft = Draft(analysis, find_classes(analysis.speech.tokens, known), forms.load(language))
    found: list[Fix] = []
    for token, start in zip(analysis.tokens, analysis.starts, strict=True):
        if token[4]:
            place = Place(start, start + token[4], analysis.sentence_at(start))
            edits = (*general(place, draft), *quieter(place, draft))
            edit = next((each for each in edits if each is not None and draft.may_change(each)), None)
            found += [Fix(edit.start, edit.end, edit.text, edit.safe)] if edit else []
    return fixes.chosen(found, unsafe=True)


def rewritten(text: str, language: str) -> tuple[str, bool]:
    """Return a text with everything put that is offered, until nothing is, and whether all of it was safe."""
    safe = True
    for _ in range(6):
        found = offered_everywhere(text, language)
        after = fixes.apply(text, found)
        if after == text:
            break
        text, safe = after, safe and all(fix.safe for fix in found)
    return text, safe


@pytest.mark.parametrize(("language", "case"), CASES)
def test_what_may_stand_there(language: str, case: dict[str, object]) -> None:
    before = str(case["before"])
    expected = (before, True) if case.get("refused") else (case["after"], case.get("safe", True))
    assert rewritten(before, language) == expected


def test_there_are_enough_of_both() -> None:
    for language in ("da", "en"):
        mine = [case.values[1] for case in CASES if case.values[0] == language]
        assert len(mine) >= 120
        assert sum(bool(case.get("refused")) for case in mine) >= 40
        assert len({case["before"] for case in mine}) == len(mine)


@pytest.mark.parametrize(("language", "case"), [each for each in CASES if "after" in each.values[1] and each.values[1].get("safe", True)])
def test_what_is_safe_is_what_some_rule_offers(language: str, case: dict[str, object]) -> None:
    text = str(case["before"])
    for _ in range(6):
        report = lint(text, language=language)
        text = fixes.apply(text, fixes.chosen(fix for each in report.findings for fix in each.fixes))
    assert text == case["after"]
