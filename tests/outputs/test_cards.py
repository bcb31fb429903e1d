"""One card a place: of findings on the same words one speaks, the others wait."""

from __future__ import annotations

from msgspec.structs import replace
from samples import boring, finding

from advocacy_lint.model import Finding
from advocacy_lint.outputs.cards import Card, cards, first_screen

TEXT = "Tusind tak til alle vores fantastiske kolleger. Vi er stolte af et rekordår.\n"


def test_of_findings_on_the_same_words_the_dearest_speaks() -> None:
    praise = finding("brag/best-ever", TEXT, "fantastiske kolleger", "a", gain=3, cost=0.3)
    word = finding("tone/superlative", TEXT, "fantastiske", "b", gain=1, cost=0.1)
    thanks = finding("audience/thanks-to-all", TEXT, "tak til alle", "c", gain=2, cost=0.2)
    record = finding("brag/record", TEXT, "rekordår", "d", gain=5, cost=0.5)
    nobody = finding("voice/no-person", TEXT, "", "e", gain=4, cost=0.4)
    assert cards([word, praise, thanks, record, nobody]) == [Card(record), Card(nobody), Card(praise, (word,)), Card(thanks)]


def test_of_equals_the_one_with_words_to_put_there_speaks() -> None:
    from advocacy_lint.model import Rewrite

    bare = finding("tone/buzzword", TEXT, "fantastiske kolleger", "a")
    offers = finding(
        "tone/superlative", TEXT, "fantastiske", "b", rewrite=Rewrite("cut", "fantastiske", "", True, 26, 37, "… vores kolleger.")
    )
    assert cards([bare, offers]) == [Card(offers, (bare,))]


def test_findings_about_the_whole_post_are_cards_of_their_own() -> None:
    both = [finding(f"voice/no-{name}", TEXT, "", name) for name in ("person", "moment")]
    assert [card.front for card in cards(both)] == both


def screen(score: int, *findings: Finding) -> list[str]:
    return [
        each.message for each in first_screen(replace(boring(score=score), findings=findings), [each.front for each in cards(findings)])
    ]


PLACES = [
    finding("brag/record", TEXT, "rekordår", "record", gain=5, cost=0.5),
    finding("audience/thanks-to-all", TEXT, "tak til alle", "thanks", gain=2, cost=0.2),
    finding("brag/best-ever", TEXT, "fantastiske kolleger", "praise", gain=3, cost=0.3),
]
LOOKS = finding("craft/long-sentence", TEXT, "Vi er stolte", "long", "info", gain=1, cost=0.1)
SOUND = finding("tone/wording", TEXT, "", "sound", "info", gain=60, cost=4.0)
NOBODY = finding("voice/no-person", TEXT, "", "nobody", gain=4, cost=0.4)
MOMENT = finding("voice/no-moment", TEXT, "", "moment", gain=3, cost=0.2)


def test_how_a_post_sounds_takes_the_place_that_no_words_want() -> None:
    assert screen(12, *PLACES, SOUND) == ["record", "praise", "thanks"]
    assert screen(12, *PLACES[:1], NOBODY, MOMENT, SOUND) == ["record", "nobody", "sound"]
    assert screen(12, *PLACES[:1], SOUND, LOOKS) == ["record", "long", "sound"]
    assert screen(12, SOUND) == ["sound"]


def test_a_good_post_is_not_told_what_is_uncertain() -> None:
    assert screen(70, *PLACES[:1], SOUND, LOOKS) == ["record"]
    assert screen(85, *PLACES, SOUND) == []
