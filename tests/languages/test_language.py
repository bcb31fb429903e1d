"""Which language a post is in."""

import pytest

from advocacy_lint import lint
from advocacy_lint.languages.detect import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi er stolte af at kunne dele vores årsrapport", "da"),
        ("Vi er stolte over å kunne dele vår årsrapport", "no"),
        ("Jag är stolt över vår årsrapport", "sv"),
        ("Wir sind stolz auf unseren Jahresbericht", "de"),
        ("See how much money we made", "en"),
        ("Se hvor mange penge vi har tjent: https://example.com/aarsrapport.pdf", "da"),
        ("Vi har haft workshop om employee branding og content marketing", "da"),
        ("#success #leadership #growth #teamwork Godt gået alle sammen i går", "da"),
        ("Vi har ansat tre nye kolleger på lageret i Horsens", "da"),
        ("Vi har ansatt tre nye kolleger på lageret i Drammen", "no"),
        ("Vi söker en ny kollega till lagret i Malmö", "sv"),
        ("Kom og mød os i morgen", "da"),
        ("Kom og møt oss i morgen", "no"),
        ("Tak for kaffe", "da"),
        ("Tillykke", "da"),
        ("𝗪𝗲 𝗮𝗿𝗲 𝗽𝗿𝗼𝘂𝗱 𝘁𝗼 𝗮𝗻𝗻𝗼𝘂𝗻𝗰𝗲 𝗼𝘂𝗿 𝗿𝗲𝘀𝘂𝗹𝘁𝘀", "en"),
        ("12345 !!! 🎉", "und"),
        ("", "und"),
    ],
)
def test_detect(text, language):
    assert detect(text) == language


def test_detection_does_not_change_its_mind():
    text = "En uge med workshop, sprint og deploy"
    assert {detect(text) for _ in range(20)} == {"da"}


@pytest.mark.parametrize(
    ("declared", "reported"),
    [("no", "no"), ("norsk", "no"), ("nb-NO", "no"), ("svensk", "sv"), ("Deutsch", "de"), ("fr", "fr"), ("klingon", "und")],
)
def test_a_language_without_rules_is_said_so_and_not_linted_as_another(declared, reported):
    report = lint("Vi er stolte over å kunne presentere et rekordoverskudd i år.", language=declared)
    assert (report.language, report.score, report.grade, report.strengths) == (reported, None, None, ())
    assert [skipped.rule for skipped in report.skipped] == ["*"]


def test_too_few_words_are_not_judged():
    report = lint("God morgen alle", language="da")
    assert (report.score, report.grade, report.findings) == (None, None, ())
    assert [(skipped.rule, skipped.reason) for skipped in report.skipped if skipped.rule == "*"] == [("*", "for få ord at bedømme")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We zijn trots om een nieuw jaar te beginnen. Wij zijn er klaar voor en u moet het lezen.", "nl"),
        ("Nous sommes fiers de notre équipe, et cette année est la plus belle de toutes.", "fr"),
        ("Estamos orgullosos de nuestro equipo y este año es el mejor de todos para nosotros.", "es"),
        ('Klokken 5.40 ringede jeg til Mette. Hun svarede:\n\n"We are proud to announce nothing today."\n\nSå lagde hun på.', "da"),
        ("At five I called Mette, who said «vi er stolte af ingenting i dag» and hung up on me.", "en"),
    ],
)
def test_other_languages_and_what_others_are_quoted_for(text, language):
    assert detect(text) == language
