"""Inflected forms: the table, the corrections, the regular paradigms, and the same slot of another word."""

from __future__ import annotations

from pathlib import Path

import pytest

from advocacy_lint.errors import RuleError
from advocacy_lint.languages import forms
from advocacy_lint.rulebook import builtin_pack, forms_table


def test_all_forms_of_a_danish_verb() -> None:
    expected = ("tildele", "tildeler", "tildelte", "tildelt", "tildelende", "tildeles", "tildeltes", "tildel", "tildelen")
    assert forms.load("da").forms("tildele") == expected


def test_corrected_words() -> None:
    da, en = forms.load("da"), forms.load("en")
    assert da.forms("god") == ("god", "godt", "gode", "bedre", "bedst", "bedste")
    assert da.paradigm("kollega")["pl"] == ("kolleger", "kollegaer")
    assert da.forms("ny") == ("ny", "nyt", "nye", "nyere", "nyest", "nyeste")
    assert da.forms("rådgive") == ("rådgive", "rådgiver", "rådgav", "rådgivet", "rådgivende", "rådgives", "rådgiv", "rådgivne")
    assert da.paradigm("vedligeholde")["past"] == da.paradigm("vedligeholde")["part"] == ("vedligeholdt",)
    assert en.forms("good") == ("good", "better", "best")


@pytest.mark.parametrize(
    ("language", "lemma", "form", "to", "expected"),
    [
        ("da", "aligne", "alignede", "tildele", "tildelte"),
        ("da", "aligne", "Aligner", "tildele", "tildeler"),
        ("en", "utilise", "utilising", "use", "using"),
        ("en", "leverage", "leveraged", "use", "used"),
    ],
)
def test_same_slot_of_another_word(language: str, lemma: str, form: str, to: str, expected: str) -> None:
    assert forms.load(language).inflect(lemma, form, to) == expected


def test_unknown_lemma_of_the_built_in_pack() -> None:
    with pytest.raises(KeyError, match="gnubbe"):
        forms.load("da").forms("gnubbe")


def test_own_rules_get_regular_paradigms_and_own_corrections(tmp_path: Path) -> None:
    (tmp_path / "data" / "forms").mkdir(parents=True)
    (tmp_path / "data" / "forms" / "corrections.da.yml").write_text("gnubbe: {inf: gnubbe, past: gnubbede}\n", encoding="utf-8")
    own = forms.load("da", [str(tmp_path)])
    assert own.forms("gnubbe") == ("gnubbe", "gnubbede")
    assert own.forms("skalere") == ("skalere", "skalerer", "skalerede", "skaleret", "skalerende", "skaleres", "skaler", "skaleredes")


def test_a_correction_with_an_unknown_slot(tmp_path: Path) -> None:
    path = tmp_path / "corrections.da.yml"
    path.write_text("gnubbe: {fortid: gnubbede}\n", encoding="utf-8")
    with pytest.raises(RuleError, match="unknown slot “fortid” of “gnubbe”"):
        forms.read_corrections(path)


@pytest.mark.parametrize(
    ("language", "lemma", "slot", "expected"),
    [
        ("da", "opstå", "past", "opstod"),
        ("da", "supporte", "past", "supportede"),
        ("da", "nyhed", "pldef", "nyhederne"),
        ("da", "sikker", "plural", "sikre"),
        ("da", "innovativ", "neuter", "innovativt"),
        ("en", "go", "past", "went"),
        ("en", "stop", "ing", "stopping"),
        ("en", "visit", "past", "visited"),
        ("en", "commit", "past", "committed"),
        ("en", "company", "pl", "companies"),
        ("en", "empower", "ing", "empowering"),
    ],
)
def test_guessed_forms(language: str, lemma: str, slot: str, expected: str) -> None:
    assert forms.guess(language, lemma)[slot][0] == expected


def test_the_tables_are_fresh() -> None:
    pytest.importorskip("spacy_lookups_data")
    assert forms_table.check(builtin_pack()) == []


def test_a_changed_table_is_stale_and_corrections_survive_writing(tmp_path: Path) -> None:
    pytest.importorskip("spacy_lookups_data")
    (tmp_path / "tone").mkdir()
    (tmp_path / "tone" / "x.yml").write_text("da: {match: {phrases: ['{ny} dag']}}\nen: {match: {phrases: ['a day']}}\n", encoding="utf-8")
    (tmp_path / "data" / "forms").mkdir(parents=True)
    (tmp_path / "data" / "forms" / "corrections.da.yml").write_text("ny: {common: ny, neuter: nyt}\n", encoding="utf-8")
    forms_table.write(tmp_path)
    assert (tmp_path / "data" / "forms" / "da.json").read_text(encoding="utf-8") == '{\n"ny": {"common": "ny", "neuter": "nyt"}\n}\n'
    assert forms_table.check(tmp_path) == []
    (tmp_path / "data" / "forms" / "da.json").write_text("{}", encoding="utf-8")
    assert len(forms_table.check(tmp_path)) == 1
