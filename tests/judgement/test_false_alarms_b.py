"""Lively drafts that hold one phrase of the kind that rules hunt: what must not be said to them."""

import pytest

from advocacy_lint import lint

SILENT = [
    ("en", "Looking back at the photos, I see what we did wrong: the beam was upside down.", "brag/hero-story"),
    ("en", "I love my job because on Wednesday a man paid me with a fish.", "brag/employer"),
    ("da", "Jeg brænder for at finde utætheder, så jeg kravlede ind under gulvet i går.", "purpose/job-ad"),
    ("en", "She was named in the logbook as the one who opened the valve, so I rang her.", "brag/award"),
    ("da", "Tak til alle, der hjalp med at bære klaveret i lørdags. Jeg holdt i det tunge hjørne.", "audience/thanks-to-all"),
    ("da", "Bent hentede kaffe til alle fire montører, og jeg holdt stigen.", "audience/everybody"),
    ("da", "I dag blev jeg udnævnt til partner i firmaet.", "brag/award"),
    ("en", "Our ESG manager is called Bob and he cycles to work.", "brag/green-claim"),
    ("da", "Min mor samlede 85.000 kr. ind til klubben, og jeg talte dem to gange.", "brag/good-deed"),
    ("da", "Jeg glæder mig til samarbejdet med hende om den skæve port.", "brag/funding-or-deal"),
]
SAID = [
    ("da", "Vi stopper ikke her: I 2030 vil vi være klimaneutrale.", "brag/green-claim"),
    ("da", "Vores emballage er 100 % bæredygtig.", "brag/green-claim"),
    ("da", "Tag en kollega, der mangler det her.", "purpose/bait"),
    ("da", "Kommentér PUMPE, så sender jeg dig tjeklisten.", "purpose/bait"),
    ("en", "Comment PUMP and I'll DM you the checklist.", "purpose/bait"),
    ("en", "Link in the comments 👇", "voice/secondhand"),
]


@pytest.mark.parametrize(("language", "text", "rule"), SILENT)
def test_a_phrase_is_no_finding_where_something_happens(language, text, rule):
    assert rule not in {each.rule for each in lint(text, language=language).findings}


@pytest.mark.parametrize(("language", "text", "rule"), SAID)
def test_what_hid_behind_a_word_is_found(language, text, rule):
    assert rule in {each.rule for each in lint(text, language=language).findings}


def test_a_post_is_told_which_person_it_lacks():
    nobody = (
        "Selskabet udvider forretningen med endnu en afdeling i regionen. Den nye afdeling skal styrke positionen på markedet og sikre nærhed "
        "til kunderne i hele området, hvor efterspørgslen fortsat er stigende."
    )
    said = {
        text: next(each.message for each in lint(text, language="da").findings if each.rule == "voice/no-person")
        for text in (nobody, f"{nobody} Mette Holm leder afdelingen.")
    }
    assert list(said.values()) == [
        "Jeg kan ikke høre, hvem der taler. Sæt et menneske ind, gerne dig selv.",
        "«Mette Holm» bliver nævnt, men man ser ingen gøre noget. Fortæl én ting, du selv så.",
    ]
