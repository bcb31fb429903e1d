"""Facts of a draft, and the questions that use them: exact, in order, none twice."""

import pytest
from msgspec.structs import replace

from advocacy_lint import languages, lint
from advocacy_lint.advice import scaffold
from advocacy_lint.advice.asking import about_facts, clause_of, people_in
from advocacy_lint.advice.questions import Facts, facts, filled, questions, repeats
from advocacy_lint.config import Config
from advocacy_lint.model import Finding, Span

DA = languages.get("da")
EN = languages.get("en")
DRAFT = "Vi har tjent 3,2 mia. kr. og skåret 31 % af ventetiden for 40 kunder i Horsens, siger Lene Holm. Se https://example.com/a"


def texts(found: Facts) -> dict[str, list[str]]:
    return {name: [fact.text for fact in getattr(found, name)] for name in Facts.__slots__ if getattr(found, name)}


def test_facts_are_those_of_the_draft_as_it_writes_them():
    assert texts(facts(DRAFT, DA)) == {
        "money": ["3,2 mia. kr."],
        "percent": ["31 %"],
        "numbers": ["40"],
        "names": ["Lene Holm"],
        "links": ["https://example.com/a"],
        "places": ["Horsens"],
    }


def test_english_facts():
    text = "Profit rose 18% to £412m. Hannah's team waited 26 minutes in Hebden with Marlow Ltd."
    assert texts(facts(text, EN)) == {
        "money": ["£412m"],
        "percent": ["18%"],
        "numbers": ["26 minutes"],
        "names": ["Hannah"],
        "organisations": ["Marlow Ltd."],
        "places": ["Hebden"],
    }


def test_facts_know_declared_organisations_and_say_none_twice():
    assert texts(facts("Nordkaj kører. Nordkaj flytter 40 paller og 40 kasser.", DA, ["Nordkaj"]))["organisations"] == ["Nordkaj"]


def test_a_slot_is_filled_from_the_finding_first():
    text = "Vi tjente 5 mio. kr. i maj. Vi tjente 7 mio. kr. i juni."
    known = facts(text, DA)
    second = Span(text.index("7"), text.index("7") + 8)
    assert filled(["Hvem tjente {money}?"], {}, [second], lambda: known) == ("Hvem tjente 7 mio. kr.?",)
    assert filled(["Hvem tjente {money}?"], {}, [], lambda: known) == ("Hvem tjente 5 mio. kr.?",)


def test_a_question_whose_slot_cannot_be_filled_is_skipped():
    assert filled(["Hvem er {name}?", "Hvem «{match}»?", "Hvem?", "Hvad {nonsense}?"], {"match": "vandt"}, [], Facts) == (
        "Hvem «vandt»?",
        "Hvem?",
    )


def test_facts_are_not_looked_for_without_a_slot():
    def never() -> Facts:
        raise AssertionError

    assert filled(["Hvem?", "Hvor?"], {}, [], never) == ("Hvem?", "Hvor?")


@pytest.mark.parametrize(
    ("language", "text", "people", "firms"),
    [
        ("da", "Svend Aage Lund fejrer det hos Aksel Holm & Søn.", ["Svend Aage Lund"], ["Aksel Holm & Søn"]),
        ("da", "Peter Hansen A/S og Mette Lund fik en maskine.", ["Mette Lund"], ["Peter Hansen A/S"]),
        ("da", "Vi mødte Jens & Mette.", ["Jens", "Mette"], []),
        ("en", "Tom Baker & Sons rang Mary Lund from Peter Hansen A/S.", ["Mary Lund"], ["Tom Baker & Sons", "Peter Hansen A/S"]),
        ("en", "Anna Holm ApS is small.", [], ["Anna Holm ApS"]),
    ],
)
def test_a_firm_that_bears_a_name_is_no_person(language, text, people, firms):
    found = facts(text, languages.get(language))
    assert [each.text for each in found.names] == people
    assert [each.text for each in found.organisations] == firms


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("da", "De holdt 40-års fest med 12 kager.", ["12"]),
        ("da", "Vagten var en 8-timers vagt, og vi var 3.", ["3"]),
        ("en", "A 30-year-old lathe and 12 cakes.", ["12"]),
        ("en", "I met 40 - and then 12 more.", ["40", "12"]),
    ],
)
def test_a_number_that_is_part_of_a_word_is_no_fact_to_ask_about(language, text, numbers):
    assert [each.text for each in facts(text, languages.get(language)).numbers] == numbers


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hvem gjorde det?", "Hvem gjorde arbejdet?", True),
        ("Hvem gjorde arbejdet bag tallet, og hvad var det sværeste?", "Hvem gjorde arbejdet?", True),
        ("Hvad var det første, I prøvede, som ikke virkede?", "Hvad ved du stadig ikke, som en læser måske ved?", False),
        ("Who did the work?", "Who did it?", True),
        ("Where were you when it happened?", "What do you still not know?", False),
    ],
)
def test_questions_in_other_words(one, other, same):
    assert repeats(one, other) is same


def finding(rule: str, gain: int, *ask: str) -> Finding:
    return Finding(rule, "warning", rule.split("/")[0], "", "", "", 0, 1, 1, 1, 1, 2, gain=gain, ask=ask)


def test_at_most_five_in_order_of_gain_and_the_next_question_of_a_rule_where_the_first_is_asked():
    report = replace(
        lint("Vi har fået en ny pumpe i kælderen i dag, og den kører.", language="da"),
        findings=(
            finding("a/one", 1, "Hvem gjorde det?", "Hvad sagde kunden?"),
            finding("b/two", 9, "Hvem gjorde arbejdet?"),
            finding("c/three", 5, "Hvad kostede {money}?", "Hvor stod pumpen?"),
            finding("d/four", 4),
            finding("e/five", 3, "Hvornår knirkede trappen?"),
            finding("f/six", 2, "Hvilken skrue sad løs?"),
            finding("g/seven", 0, "Hvordan lugtede kaffen?"),
        ),
    )
    assert questions(report, Facts()) == (
        "Hvem gjorde arbejdet?",
        "Hvor stod pumpen?",
        "Hvornår knirkede trappen?",
        "Hvilken skrue sad løs?",
        "Hvad sagde kunden?",
    )


def test_no_output_shows_a_raw_slot():
    with_money = lint("Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.", language="da")
    asks = {each.rule: each.ask for each in with_money.findings}
    assert asks["brag/financial-result"][0] == "Hvem lavede arbejdet bag 3,2 mia. kr., og hvad gik næsten galt?"
    without = lint("We are proud to announce another record year with record profit.", language="en")
    assert not [ask for each in without.findings for ask in each.ask if "{" in ask]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("da", "Det har været et godt år. Vi har rundet 100 medarbejdere og har 12 års erfaring.", []),
        ("da", "Vi har afleveret 24 nye rækkehuse i Ry.", ["Hvem stod bag 24 nye rækkehuse, og hvad var ved at gå galt?"]),
        ("da", "Efter 8 gode år har jeg fortalt det til 22 lærlinge.", []),
        ("da", "Rengøringsmidlet er 100 % biologisk nedbrydeligt.", []),
        ("da", "Vi har sparet 30 % på strømmen.", ["Hvem stod bag 30 %, og hvad var ved at gå galt?"]),
        ("da", "Det åbner et marked med 80 mio. forbrugere.", []),
        ("da", "Vi har sorteret 3 mio. skruer.", ["Hvem stod bag 3 mio. skruer, og hvad var ved at gå galt?"]),
        ("en", "It opens a market of 80 million consumers.", []),
        ("en", "5 things every leader should know about trust.", []),
        ("en", "We handed over 24 new houses in Hull.", ["Who was behind 24 new houses, and what nearly went wrong?"]),
    ],
)
def test_nobody_stands_behind_years_people_and_points_of_a_list(language, text, asked):
    report = lint(text, language=language)
    assert list(about_facts(report, facts(text, languages.get(language)))) == asked


@pytest.mark.parametrize(
    ("text", "people"),
    [("Vi gik til fordel for Kræftens Bekæmpelse.", []), ("Vi gik hele vejen med Yusuf Holm.", ["Yusuf"])],
)
def test_a_society_is_nobody_to_ask_about(text, people):
    assert people_in(lint(text, language="da"), Facts(), Span(0, len(text))) == people


@pytest.mark.parametrize(
    ("language", "sentence", "quoted"),
    [
        (
            "da",
            "De første to uger kørte chaufførerne tør for strøm ved Skals, fordi varmen i kabinen tog en fjerdedel af batteriet.",
            "De første to uger kørte chaufførerne tør for strøm ved …",
        ),
        (
            "da",
            "Jeg fik lov til at sidde med ved et kundemøde, hvor et par på 68 spurgte om et lån.",
            "Jeg fik lov til at sidde med ved et kundemøde",
        ),
        (
            "en",
            "From 1 March the night crew works four nights and then has five days off, instead of seven on and seven off.",
            "From 1 March the night crew works four nights and then has …",
        ),
    ],
)
def test_a_question_quotes_a_clause_that_hangs_on_no_other(language: str, sentence: str, quoted: str):
    assert clause_of(sentence, language) == quoted


def test_what_is_counted_stands_with_both_ends_of_a_change():
    text = "Blanketten er blevet kortet fra 11 sider til 3, efter at Torben i byggesag ringede til 40 borgere. Bæredygtighed er vores DNA."
    report = replace(lint(text, language="da"), lead=Span(0, text.index(" Bære")))
    assert [each.text for each in scaffold.questions(report)][0] == "Hvad skete der mellem 11 og 3 sider, og hvad prøvede I først?"


def test_fourteen_of_us_is_no_figure_to_ask_about():
    text = "14 of us spent the day at the food bank. We sorted 620 kilos of donations."
    assert list(about_facts(lint(text, language="en"), facts(text, EN))) == ["Who was behind 620 kilos, and what nearly went wrong?"]


def test_things_in_a_row_are_nobody_to_ask_about():
    text = "Vi gemmer tallene i en database som Graphite, Prometheus eller Graylog."
    report = lint(text, language="da")
    assert people_in(report, facts(text, DA), Span(0, len(text))) == []


def test_questions_are_asked_in_the_language_of_all_other_advice():
    text = "Kl. 5.40 stod Lene på rampen med en rulle tape, og palle 14 sad fast i porten. Vi er stolte af vores stærke kultur."
    asked = [each.text for each in scaffold.questions(lint(text, language="da", config=Config(locale="en")))]
    assert asked[0] == "What exactly did Lene do and say?"
    assert [each for each in asked if any(letter in each.replace("«", "“") for letter in "æøå") and "“" not in each] == []
