"""The score: arithmetic, and the four properties that texts must keep."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy_lint import lint
from advocacy_lint.engine.score import Score, Weights, grade, percent, sigma

BRAGS = {
    "da": ["Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.", "Vi er markedsledende og har vundet prisen som årets virksomhed.",
           "Se hvor mange penge vi har tjent: https://example.com/aarsrapport.pdf", "Vi er kåret som Danmarks bedste arbejdsplads."],
    "en": ["We are proud to announce record profits of $3.2 billion.", "We are the market leader and won the award for company of the year.",
           "Read our annual report: https://example.com/annual-report.pdf", "We are thrilled to be named a Great Place To Work."],
}  # fmt: skip
SENTENCES = {
    "da": ["Kl. 5.40 stod Lene på rampen i Horsens med en kold kop kaffe.", "Det virkede ikke, og jeg prøvede igen.", "Vi leverer løsninger til kunderne.",
           "Implementeringen af strategien understøtter værdiskabelsen.", "Jeg lærte at spørge, før jeg skruede den af.", "Hvad gør I hos jer?", "Mette sagde, at pumpen larmede."],
    "en": ["At 5:40 am Lena stood on the ramp with a cold cup of coffee.", "It did not work, so I tried again.", "We deliver solutions to our customers.",
           "The implementation of our strategy supports value creation.", "I learned to ask before I unscrewed it.", "What do you do at your place?", "Mette said the pump was loud."],
}  # fmt: skip


def score(text, language):
    return lint(text, language=language).score or 0


def compose(language, picks):
    return " ".join(SENTENCES[language][pick % len(SENTENCES[language])] for pick in picks)


drafts = st.tuples(st.sampled_from(["da", "en"]), st.lists(st.integers(0, 6), min_size=1, max_size=8))


@settings(max_examples=150, deadline=None)
@given(drafts, st.integers(0, 3), st.integers(0, 8))
def test_adding_a_brag_never_raises_the_score(draft, which, where):
    language, picks = draft
    parts = [SENTENCES[language][pick % 7] for pick in picks]
    longer = [*parts[: where % (len(parts) + 1)], BRAGS[language][which], *parts[where % (len(parts) + 1) :]]
    assert score(" ".join(longer), language) <= score(" ".join(parts), language)


@settings(max_examples=150, deadline=None)
@given(drafts, st.sampled_from([1, 4, 6]))
def test_adding_a_strength_never_lowers_the_score(draft, which):
    language, picks = draft
    text = compose(language, picks)
    assert score(f"{text} {SENTENCES[language][which]}", language) >= score(text, language)


@settings(max_examples=100, deadline=None)
@given(drafts, st.integers(0, 3))
def test_deleting_the_words_of_a_finding_never_lowers_the_score(draft, which):
    language, picks = draft
    text = f"{compose(language, picks)} {BRAGS[language][which]}"
    report = lint(text, language=language)
    for finding in report.findings:
        if finding.excerpt and finding.level in ("error", "warning"):
            shorter = text
            for span in sorted(finding.spans, reverse=True):
                shorter = shorter[: span.start] + shorter[span.end :]
            assert score(shorter, language) >= (report.score or 0), finding.rule


@settings(max_examples=50, deadline=None)
@given(drafts)
def test_the_same_text_has_the_same_report(draft):
    language, picks = draft
    text = compose(language, picks)
    assert lint(text, language=language) == lint(text, language=language)


@pytest.mark.parametrize(
    ("total", "letter"), [(100, "A"), (80, "A"), (79, "B"), (65, "B"), (64, "C"), (50, "C"), (49, "D"), (30, "D"), (29, "E"), (0, "E")]
)
def test_grades(total, letter):
    assert grade(total) == letter


@pytest.mark.parametrize(("logit", "score"), [(0, 50), (-1000, 0), (1000, 100), (1.0986, 75)])
def test_percent(logit, score):
    assert percent(logit) == score


def test_sigma_is_symmetric():
    assert sigma(2) + sigma(-2) == pytest.approx(1)


def test_bias_falls_back_to_any_language():
    weights = Weights({"*": 0.5, "da": 1.0})
    assert (weights.bias_for("da"), weights.bias_for("en")) == (1.0, 0.5)


@pytest.mark.parametrize(
    ("logit", "effect", "gain"), [(0.0, 1.0, 23), (-6.0, 1.0, 24), (-0.8473, 1.0, 24), (2.0, 1.0, 7), (6.0, -1.0, -24), (0.0, -1.0, -23)]
)
def test_gains_say_something_at_the_ends_too(logit, effect, gain):
    assert Score(percent(logit), "", {}, logit, ()).gain(effect) == gain


def test_gain_is_what_the_score_rises_by_without_the_finding():
    text = " ".join([BRAGS["da"][0], *random.Random(1).sample(SENTENCES["da"], 4)])
    report = lint(text, language="da")
    assert all(finding.gain >= 0 for finding in report.findings)
    assert report.score is not None
    assert all(report.score + finding.gain <= 100 for finding in report.findings)
