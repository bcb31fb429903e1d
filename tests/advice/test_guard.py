"""The guard: what a text says that the draft and the answers do not."""

from pathlib import Path

import pytest

from advocacy_lint import languages
from advocacy_lint.advice.guard import guard

EDITED = Path(__file__).parent / "edited"
DA, EN = languages.get("da"), languages.get("en")


def draft(name: str) -> str:
    return (EDITED / f"{name}.draft.md").read_text(encoding="utf-8")


def held(name: str, text: str):
    return guard(text, [draft(name)], languages.get(name[-2:]))


@pytest.mark.parametrize("path", sorted(EDITED.glob("*.paraphrase.md")), ids=lambda path: path.name.split(".")[0])
def test_a_faithful_rewrite_passes_and_leaves_no_doubt(path: Path):
    verdict = held(path.name.split(".")[0], path.read_text(encoding="utf-8"))
    assert (verdict.inventions, verdict.doubts) == ((), ())


@pytest.mark.parametrize(
    "path", sorted([*EDITED.glob("*.assistant.md"), *EDITED.glob("*.edited.md")]), ids=lambda path: path.name.removesuffix(".md")
)
def test_what_invents_is_refused(path: Path):
    assert not held(path.name.split(".")[0], path.read_text(encoding="utf-8")).passes


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("f3-da", "Vi måtte smide 12 ton fisk ud i Hanstholm.", [("number", "12")]),
        ("f3-da", "Vi måtte smide tolv ton fisk ud i Hanstholm.", [("number", "tolv")]),
        ("f5-en", "Our intern Priti watched twenty-two agents in Leeds.", [("number", "twenty-two")]),
        ("f5-en", "Our intern Priti watched three agents in London.", [("name", "London")]),
        ("f8-en", "Sam failed the first time by 11 points.", [("name", "Sam")]),
        ("f8-en", "My manager Joana said “well done” and gave me Friday mornings.", [("quotation", "“well done”")]),
        ("f8-en", "I failed the first time by 11 points in March.", [("date", "March")]),
        ("f8-en", "I failed the first time by 11 points, see https://a.example/b.", [("link", "https://a.example/b")]),
        ("f8-en", "I failed the first time by 11 points, @joana.", [("mention", "@joana")]),
        ("f8-en", "I failed the first time by 11 points. #failing", [("hashtag", "#failing")]),
        ("f8-en", "I failed the first time by €11 and 11 points.", [("money", "€")]),
        ("f8-en", "[How did it go?]", [("empty", "")]),
        ("f8-en", "I failed seven [what?] times by 11 points.", [("number", "seven")]),
    ],
)
def test_each_sort_of_invention_is_named(name: str, text: str, found: list[tuple[str, str]]):
    assert [(each.kind, each.text) for each in held(name, text).inventions] == found


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("f3-da", "Siden har vi ringet til hinanden kl. 22 hver aften, når det ikke fryser.", "negation"),
        ("f1-da", "Tørreovnen er blevet sænket fra 61 til 82 grader.", "number"),
        ("f3-da", "Vi måtte smide 14 ton fisk ud i Hanstholm.", "number"),
        ("f4-da", "Fem sygeplejersker i Skive fik fjernet 19 af de 11 felter.", "number"),
        ("f5-en", "Priti watched four agents in Leeds type the same order number twice.", "number"),
        ("f7-en", "Dawn was sceptical when I suggested it in 2022.", "actor"),
        ("f7-en", "I was never sceptical when Dawn suggested it in 2022.", "negation"),
        ("f7-en", "Everyone loves the whiteboard by the canteen.", "sweep"),
        ("f8-en", "Joana failed the first time by 11 points because she had never set up a VPC.", "actor"),
    ],
)
def test_what_is_rearranged_is_shown_to_confirm(name: str, text: str, kind: str):
    assert [doubt.kind for doubt in held(name, text).doubts] == [kind]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Vi solgte 1.200 stole.", ["Der blev solgt 1200 stole."]),
        ("We sold twelve hundred… no, 3.2 million chairs.", ["3,2 mio. chairs, and twelve hundred."]),
        ("Folkemødets telt stod i Rønne.", ["Teltet stod på Folkemødet i Rønne."]),
        ("Lenes pumpe kørte.", ["Pumpen kørte hos Lene."]),
    ],
)
def test_the_same_fact_written_otherwise_is_none(text: str, sources: list[str]):
    language = EN if "We sold" in text else DA
    assert [each for each in guard(text, sources, language).inventions if each.kind != "wording"] == []


def test_another_language_and_a_text_that_grows():
    other = "We lowered the drying oven from 82 to 61 degrees because Yusuf found that the paint hardened just as well."
    assert "language" in {each.kind for each in held("f1-da", other).inventions}
    assert "length" in {each.kind for each in guard("Pumpen kører. " * 40, ["Pumpen kører nu."], DA).inventions}


def test_answers_are_sources_too():
    assert guard("Kaj kørte til Hanstholm.", [draft("f3-da"), "Kaj kørte."], DA).passes
