"""Words that a house has agreed not to use: any form, parts of longer words, phrases with hyphens; and why."""

import pytest
from typer.testing import CliRunner

from advocacy_lint import Config, lint, lint_source
from advocacy_lint.cli import app
from advocacy_lint.errors import ConfigError

RULE = "tone/avoided-word"


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("da", "Vi fandt synergierne kl. 5.", {"synergi": ""}, ["synergierne"]),
        ("da", "Vi fandt #synergi i kantinen.", {"synergi": ""}, ["#synergi"]),
        ("da", "En kunderejse og en rejseplan, og rejserne.", {"rejse": ""}, ["kunderejse", "rejseplan", "rejserne"]),
        ("da", "Renterne steg, og lageret er rent.", {"ren": ""}, ["rent"]),
        ("da", "De er unikke kolleger.", {"unik": ""}, ["unikke"]),
        ("en", "The journeys of our pump.", {"journey": ""}, ["journeys"]),
        ("en", "A journeyman changed it.", {"journey": ""}, []),
        ("en", "It is a World-Class pump, of world class.", {"world class": ""}, ["World-Class", "world class"]),
        ("en", "The world of class.", {"world class": ""}, []),
        ("en", "The pump leaked.", {"": "", "?": "", "#": ""}, []),
    ],
)
def test_words_are_found_in_any_form(language, text, words, expected):
    found = lint(text, language=language, config=Config(avoid=words)).findings
    places = sorted(span for each in found if each.rule == RULE for span in each.spans)
    assert [text[place.start : place.end] for place in places] == expected


def test_the_reason_is_said():
    report = lint("Vores rejse og vores synergi.", language="da", config=Config(avoid={"rejse": "skriv, hvad I gjorde.", "synergi": ""}))
    assert [each.message for each in report.findings if each.rule == RULE] == [
        "«rejse» undgår I: skriv, hvad I gjorde.",
        "«synergi» har I aftalt at undgå. Sig det med jeres egne ord.",
    ]


def test_a_list_needs_no_reasons_and_later_files_add_words(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "base.yml").write_text("avoid: [synergy]\n", encoding="utf-8")
    (tmp_path / "advocacy-lint.yml").write_text("extends: base.yml\navoid: {pump: say which}\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("The synergy of the pumps.\n", encoding="utf-8")
    found = CliRunner().invoke(app, ["check", "a.md", "--format", "concise", "--language", "en", "--select", RULE])
    assert (found.exit_code, found.stdout.splitlines()[:2]) == (
        1,
        [
            "a.md:1:5: error tone/avoided-word You agreed to avoid “synergy”. Say it in your own words.",
            "a.md:1:20: error tone/avoided-word You avoid “pumps”: say which",
        ],
    )


def test_no_word_of_a_long_list_is_left_out_in_silence():
    words = {f"ord{number}": "" for number in range(1000)}
    assert [each.excerpt for each in lint("Vi skrev ord999.", language="da", config=Config(avoid=words)).findings if each.rule == RULE] == [
        "ord999"
    ]
    with pytest.raises(ConfigError, match="avoid: more than 1000 words"):
        Config(avoid={**words, "et til": ""})


def test_a_wrong_reason_is_said_where_it_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "advocacy-lint.yml").write_text("avoid:\n  pump: [1, 2]\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        lint_source("The pump leaked at 5.", str(tmp_path / "a.md"))
    assert str(error.value) == "advocacy-lint.yml:2: expected text, got a list"
