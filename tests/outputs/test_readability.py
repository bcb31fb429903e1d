"""How hard a post is to read: LIX of our own words and sentences, where it is shown, and where it is not."""

import json
import re

import pytest
from typer.testing import CliRunner

from advocacy_lint import lint
from advocacy_lint.cli import app
from advocacy_lint.outputs.readability import band, lix

EASY = "Jo went down to the yard and saw the car was gone at five. "
HARD = "Organisational digitalisation strategies facilitate sustainable competitiveness throughout international markets everywhere. "
# Eleven words without the figure, two of them long; the full stops inside are no ends of sentences.
MONEY = "Vi solgte for 3,2 mia. kr. bl.a. pumper i Danmark sidste efterår. "


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (EASY * 10, "en", 14),  # 14 words a sentence, none long
        (HARD * 11, "en", 110),  # 10 words a sentence, all of them long
        (MONEY * 11, "da", 29),
        (EASY * 7, "en", None),  # 98 words
        ("", "en", None),
    ],
)
def test_lix_of_our_own_sentences(text, language, expected):
    assert lix(lint(text, language=language)) == expected


def test_front_matter_is_not_read():
    from advocacy_lint import lint_source

    (report,) = lint_source("---\nlanguage: en\ngoal: organisational digitalisation strategies\n---\n" + EASY * 10, "a.md")
    assert lix(report) == 14


@pytest.mark.parametrize(
    ("figure", "name"), [(24, "very-easy"), (25, "easy"), (35, "middling"), (45, "hard"), (54.9, "hard"), (55, "very-hard")]
)
def test_bands_are_bjornssons(figure, name):
    assert band(figure) == name


@pytest.fixture
def posts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in (("easy.md", EASY * 10), ("hard.md", HARD * 11), ("short.md", EASY)):
        (tmp_path / name).write_text(text, encoding="utf-8")


def run(*words):
    return CliRunner().invoke(app, words).stdout


def test_the_page_says_it_of_each_post_that_is_long_enough(posts):
    page = run("check", ".", "--format", "html", "--language", "en")
    assert re.findall(r'class="readability">([^<]*)<', page) == ["LIX 110, very hard to read", "LIX 14, very easy to read"]


def test_a_month_says_the_mean_and_the_hardest(posts):
    assert run("mix", ".", "--language", "en").splitlines()[4] == (
        "  LIX 62 on average, very hard to read · hardest: hard.md, 110, very hard to read"
    )
    assert run("mix", "easy.md", "--language", "en").splitlines()[4] == "  LIX 14 on average, very easy to read"
    assert json.loads(run("mix", ".", "--language", "en", "--format", "json"))["mix"]["readability"] == {
        "mean": 62,
        "hardest": "hard.md",
        "lix": 110,
    }
    assert json.loads(run("mix", "short.md", "--language", "en", "--format", "json"))["mix"]["readability"] is None
