"""What is said is true of the draft: words that only look like a cliché get no finding, or the one that holds of them."""

import pytest

from advocacy_lint import lint


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("da", "Tilbuddet gælder for firmaer med op til 200 medarbejdere.", "brag/growth-figure"),
        ("da", "Tilfredse medarbejdere er der ikke mange af på et vaskeri i juli.", "brag/employer"),
        ("en", "I spent nine years at Standard Chartered, mostly in the post room.", "brag/award"),
        ("da", "Vores fond fik fire stjerner af et bureau i London.", "brag/best-ever"),
        ("da", "Der står zero emission på skiltet ved porten.", "brag/funding-or-deal"),
        ("en", "We sat down with Anne to learn more about the kiln.", "voice/secondhand"),
        ("en", "She helped get the word out about the blood bus, so Friday was full.", "purpose/begs-for-reach"),
        ("en", "Claims rose across all businesses: boats, barns and bicycles.", "audience/everybody"),
        ("en", "I got to share the stage with Adrian. Like the picture? He drew it.", "purpose/too-many-asks"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(language, text, rule):
    assert rule not in lint(text, language=language).rules


@pytest.mark.parametrize(
    ("language", "text", "rule", "said"),
    [
        (
            "da",
            "Vi arbejder for en grøn fremtid.",
            "brag/green-claim",
            "«grøn fremtid» går alle ind for. Hvad gjorde I i år, og hvad blev anderledes?",
        ),
        (
            "en",
            "We are working towards a sustainable future.",
            "brag/green-claim",
            "Everybody is for “sustainable future”. What did you do this year, and what changed?",
        ),
        (
            "en",
            "We value our customers. Our strategy is clear, and we grow our market with our partners. I got goosebumps.",
            "voice/we-only",
            "“We”, “our” or “us” 6 times: you get lost among them. What did you do yourself?",
        ),
        (
            "da",
            "Vi sætter kvalitet højest. Vores strategi er klar, og vi styrker vores position. Velkommen til Mette Holm hos os.",
            "voice/we-only",
            "5 gange «vi», «vores» eller «os» skygger for «Mette Holm». Vis én, der gør noget.",
        ),
        (
            "en",
            "The results are out. We look forward to seeing you.",
            "tone/throat-clearing",
            "“We look forward to seeing”: that sentence could stand under anything. Cut it; nobody will miss it.",
        ),
        (
            "en",
            "We are incredibly proud of the result.",
            "tone/corporate-pride",
            "Readers can't feel “We are incredibly proud”. Say what somebody did, and they'll cheer without being told.",
        ),
    ],
)
def test_the_message_is_the_one_that_holds(language, text, rule, said):
    assert [each.message for each in lint(text, language=language).findings if each.rule == rule] == [said]
