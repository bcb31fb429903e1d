"""Readability: our own figures from our own tokens, held against textstat on texts whose sentences both cut alike."""

import pytest

from advocacy_lint import forms, rulebook
from advocacy_lint.checks.measures import MEASURES, coleman_liau, lix
from advocacy_lint.engine import Linter
from advocacy_lint.model import Post

DANISH = "Pumpen stod stille hele natten i det kolde lokale. Vi ringede efter Lene klokken fem om morgenen. Hun tog den lange vej over broen. " * 6
ENGLISH = "The pump stood still all night in the cold room. We called Lena at five in the morning. She took the long way over the bridge. " * 6


def scan(text, language):
    return Linter(rulebook.load(language), forms.load(language)).scan(Post("x", text.strip()))


@pytest.mark.parametrize(("text", "language"), [(DANISH, "da"), (ENGLISH, "en")])
def test_lix_agrees_with_textstat(text, language):
    textstat = pytest.importorskip("textstat")
    assert lix(scan(text, language)) == pytest.approx(textstat.lix(text.strip()), abs=0.5)


def test_coleman_liau_agrees_with_textstat():
    textstat = pytest.importorskip("textstat")
    assert coleman_liau(scan(ENGLISH, "en")) == pytest.approx(textstat.coleman_liau_index(ENGLISH.strip()), abs=0.5)


def test_danish_abbreviations_and_ordinals_are_no_sentence_ends():
    text = ("Vi solgte bl.a. 3,2 mia. kr. i 1. kvartal til kunder i Horsens og omegn. " * 10).strip()
    assert MEASURES["sentences"](scan(text, "da")) == 10


def test_short_texts_are_not_judged_for_readability():
    assert lix(scan("Pumpen stod stille.", "da")) is None
    assert coleman_liau(scan("The pump stood still.", "en")) is None


@pytest.mark.parametrize(
    ("measure", "text", "value"),
    [
        ("hashtags", "Tak #en #to og #TreOrd", 3),
        ("links", "Se https://example.com/a og www.example.com", 2),
        ("emoji", "Ja 🎉 og 👩‍👩‍👧 og 🇩🇰", 3),
        ("exclamations", "Ja! Nej!!", 3),
        ("questions", "Hvad? «Hvad?»", 1),
        ("caps_words", "DET ER STORT og KÆMPE", 2),
        ("emoji_lines", "🎉 en\n🎉 to\ntre 🎉", 2),
        ("longest_sentence", "Et to tre. Et to.", 3),
        ("characters", "  abc  ", 3),
    ],
)
def test_measures(measure, text, value):
    assert MEASURES[measure](scan(text, "da")) == value
