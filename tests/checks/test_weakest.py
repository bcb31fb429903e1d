"""The weakest sentences of a draft: which are marked, what is said of them, and what is left alone."""

import pytest

from advocacy_lint import lint
from advocacy_lint.rulebook import builtin_pack

DA = "Vi er stolte af at kunne præsentere vores nye strategi. Kvalitet er en del af vores DNA. {} Vi er stolte af vores kultur."
EN = "We are thrilled to announce our new strategy. Quality is at the heart of everything we do. {} We are proud of our culture."
RULES = ("craft/empty-sentence", "craft/told-in-passing")


def marked(text, language):
    report = lint(text, language=language)
    return [
        (each.rule, each.excerpt, each.rewrite.kind, each.rewrite.after) for each in report.findings if each.rule in RULES and each.rewrite
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("da", "Det kan man kun skabe sammen.", [("craft/empty-sentence", "Det kan man kun skabe sammen.", "cut", "")]),
        ("en", "That is something you can only build together.", [
            ("craft/empty-sentence", "That is something you can only build together.", "cut", "")
        ]),
        ("en", "The programme has 12 tracks and 40 talks.", [
            (
                "craft/told-in-passing", "The programme has 12 tracks and 40 talks.", "frame",
                "The programme has 12 tracks and 40 talks. [Who did what, and what was said?]",
            )
        ]),
        ("da", "Det skaber vi sammen hos:", []),  # the head of a list
        ("da", "«Det kan man kun skabe sammen.»", []),  # somebody's words
        ("da", "#sammen #kultur #fremtid", []),
        ("da", "[Det kan man kun skabe sammen.]", []),
        ("da", "Sammen!", []),
        ("da", "", []),
    ],
)  # fmt: skip
def test_what_is_marked(language, sentence, expected):
    assert marked((DA if language == "da" else EN).format(sentence), language) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "message"),
    [
        ("da", "Det gør mig glad hver gang.", "«glad» siger, hvordan det føltes. Vis det, der skete, så føler læseren det selv."),
        ("en", "It makes me happy every time.", "“happy” says how it felt. Show what happened, and readers will feel it themselves."),
        ("da", "Sådan skaber man tryghed for alle.", "«alle» kan ingen se for sig. Fortæl om én bestemt gang, eller stryg sætningen."),
        (
            "da",
            "Jeg er helt oppe at køre i dag.",
            "Her er du, men jeg ser dig ikke gøre noget. Fortæl, hvad du gjorde, eller stryg sætningen.",
        ),
        ("da", "Det kan man kun skabe sammen.", "Her er intet at se for sig og intet at bruge. Giv ét eksempel, eller stryg sætningen."),
    ],
)
def test_what_is_said(language, sentence, message):
    report = lint((DA if language == "da" else EN).format(sentence), language=language)
    assert [each.message for each in report.findings if each.rule == RULES[0]] == [message]


def test_nothing_is_safe_to_cut_and_nothing_costs():
    found = [each for each in lint(DA.format("Det kan man kun skabe sammen."), language="da").findings if each.rule == RULES[0]]
    assert [(each.level, each.gain, each.cost, each.rewrite.safe, [fix.safe for fix in each.fixes]) for each in found] == [
        ("info", 0, 0.0, False, [False])
    ]


def test_a_good_post_and_a_short_one_are_left_alone():
    good = (builtin_pack().parent / "examples" / "da" / "overskud-bedre.md").read_text(encoding="utf-8")
    assert marked(good, "da") == []
    assert marked("Vi er stolte af vores kultur. Det kan man kun skabe sammen.", "da") == []


def test_a_lists_number_is_no_figure_and_stays():
    text = DA.format("Her er tre ting:\n\n1. Vær til stede.\n2. Vær åben for det nye.\n3. Hils på alle.\n\n")
    assert marked(text, "da") == [
        ("craft/empty-sentence", sentence, "frame", f"{sentence} [Ét eksempel: hvem gjorde hvad?]")
        for sentence in ("Vær til stede.", "Vær åben for det nye.", "Hils på alle.")
    ]


@pytest.mark.parametrize(
    ("text", "language", "message"),
    [
        (
            "Forløbet begyndte i 2016 med et kursus om fremtidens løsninger.",
            "da",
            "«2016» siger hvornår. Hvem gjorde hvad, og hvad blev der sagt?",
        ),
        ("Programmet begynder kl. 8.00 med spor og oplæg.", "da", "«kl. 8.00» siger hvornår. Hvem gjorde hvad, og hvad blev der sagt?"),
        ("The programme of 2016 has tracks and talks.", "en", "“2016” says when. Who did what, and what was said?"),
    ],
)
def test_a_year_or_a_clock_is_no_figure_that_tells_no_story(text, language, message):
    draft = (DA if language == "da" else EN).format(text)
    found = [(each.excerpt, each.message) for each in lint(draft, language=language).findings if each.rule == "craft/told-in-passing"]
    assert [said for words, said in found if words == text] == [message]
