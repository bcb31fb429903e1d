"""Answers as people give them: a few words, “ved ikke”, half a sentence; and what comes of them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from advocacy_lint.advice import interview, scaffold
from advocacy_lint.advice.answers import is_skip, taken
from advocacy_lint.advice.interview import Question
from advocacy_lint.api import lint
from advocacy_lint.cli import app

EDITED = Path(__file__).parent / "edited"


@pytest.mark.parametrize(
    "answer", ["Ved ikke", "ved ikke.", "Aner det ikke!", "nej", "-", "—", "…", "n/a", "?", "", "det ved jeg ikke", "  "]
)
def test_a_danish_non_answer_is_a_skip(answer: str):
    assert is_skip(answer, "da")


@pytest.mark.parametrize("answer", ["idk", "I don’t know", "No idea.", "none", "N/A", "-", "not sure", "nothing"])
def test_an_english_non_answer_is_a_skip(answer: str):
    assert is_skip(answer, "en")


@pytest.mark.parametrize(
    ("language", "part", "question", "answer", "text", "fragment"),
    [
        ("da", "opening", "", "i kælderen med Jørgen", "Jeg stod i kælderen med Jørgen.", False),
        ("da", "opening", "", "jeg stod der bare", "Jeg stod der bare.", False),
        ("da", "invitation", "", "Hun grinede", "Hun grinede.", False),
        ("en", "invitation", "", "your trick", "Your trick.", True),
        ("da", "how", "", "fire mand i en bil", "Fire mand i en bil.", True),
        (
            "da",
            "obstacle",
            "Hvad var det første, I prøvede, som ikke virkede?",
            "at isolere ovnen",
            "Vi prøvede først at isolere ovnen.",
            False,
        ),
        ("da", "invitation", "", "hvor lavt kan man gå", "Hvor lavt kan man gå?", False),
        ("da", "invitation", "", "om andre har prøvet det", "Jeg ved stadig ikke, om andre har prøvet det.", False),
        ("da", "invitation", "", "hvordan I gør, når den fryser", "Jeg ved stadig ikke, hvordan I gør, når den fryser.", False),
        ("da", "invitation", "", "hvordan gør I, når den fryser", "Hvordan gør I, når den fryser?", False),
        ("da", "invitation", "", "hvor mange timer bruger andre", "Hvor mange timer bruger andre?", False),
        ("da", "opening", "Hvad gjorde og sagde Lise helt konkret?", "Hun ringede til slagteriet", "Lise ringede til slagteriet.", False),
        ("da", "audience", "", "Alle", None, False),
        ("da", "audience", "", "driftsledere på kølehuse", "driftsledere på kølehuse", False),
        (
            "en",
            "opening",
            "",
            "I wasn't. It was a Monday when I had to read out mine.",
            "It was a Monday when I had to read out mine.",
            False,
        ),
        ("en", "opening", "", "I wasn't.", None, False),
        ("en", "opening", "", "At my kitchen table, and nobody.", "I was at my kitchen table.", False),
        ("en", "opening", "", "More reach", "More reach.", True),
        ("en", "obstacle", "What did you try first?", "Outsourcing the returns.", "First we tried outsourcing the returns.", False),
        ("en", "how", "", "A form on the intranet. Three people used it.", "A form on the intranet. Three people used it.", False),
        ("en", "invitation", "", "whether the other boxes are right", "I still don't know whether the other boxes are right.", False),
        ("en", "invitation", "", "how others check their boxes", "I still don't know how others check their boxes.", False),
        ("en", "invitation", "", "how do others check their boxes", "How do others check their boxes?", False),
        ("en", "invitation", "", "which tools do you use", "Which tools do you use?", False),
        ("en", "opening", "What exactly did Lise do and say?", "she rang the slaughterhouse", "Lise rang the slaughterhouse.", False),
        ("en", "opening", "Where were you?", "She rang the slaughterhouse", "She rang the slaughterhouse.", False),
        ("en", "audience", "", "Our customers, I guess", None, False),
        ("en", "invitation", "", "Our customers, I guess", "Our customers, I guess.", True),
    ],
)
def test_an_answer_becomes_a_sentence_a_skip_or_is_asked_again(language, part, question, answer, text, fragment):
    found = taken(answer, question, part, language)
    assert (found.text, found.fragment) == (text, fragment)


def test_a_fragment_is_asked_for_once_more_and_a_non_answer_goes_on():
    talk = interview.Interview([Question("how", "A?"), Question("change", "B?")], language="da")
    talk.take("fire mand")
    assert (talk.now, talk.again) == (Question("how", "A?"), True)
    talk.take("Vi var fire mand.")
    talk.take("ved ikke")
    assert (talk.answers, talk.now, talk.again) == ({"how": "Vi var fire mand."}, None, False)


def test_a_coached_post_keeps_the_story_the_news_and_no_non_answer():
    report = lint((EDITED / "f7-en.draft.md").read_text(encoding="utf-8"), language="en")
    given = {
        "opening": "Dawn put the board up herself with her own drill",
        "obstacle": "I wasn't. It was a Monday when I had to read out my own.",
        "how": "dunno",
        "change": "Somebody laughed, and then he said he had done it too",
        "invitation": "what do you do when nobody writes any",
        "audience": "Everyone",
    }
    built = scaffold.build(report, "moment", given)
    assert built.text == (
        '---\nlanguage: en\ngoal: "What do you do when nobody writes any?"\n---\n'
        + "Dawn put the board up herself with her own drill. Near misses are reported on a whiteboard by the canteen, and the oldest one is"
        " read out every Monday at 6 by the person who wrote it. I was sceptical when Dawn suggested it in 2022.\n\n"
        "It was a Monday when I had to read out my own.\n\n"
        "Somebody laughed, and then he said he had done it too. Our site in Grimsby has now passed 1,000 days without a lost-time accident.\n\n"
        "What do you do when nobody writes any?\n"
    )
    assert built.lacks == ()


def test_what_is_no_post_yet_has_no_score(tmp_path: Path):
    draft, answers = tmp_path / "opslag.md", tmp_path / "svar.yml"
    draft.write_text("---\nlanguage: da\n---\n" + (EDITED / "f2-da.draft.md").read_text(encoding="utf-8"), encoding="utf-8")
    answers.write_text("opening: En tømrer\nhow: Fire samtaler\nchange: Nu står prisen øverst\n", encoding="utf-8")
    shown = CliRunner().invoke(app, ["coach", str(draft), "--answers", str(answers)]).stdout
    assert "\nIkke et opslag endnu: 2 ting\n- «En tømrer» er ikke en hel sætning.\n- «Fire samtaler» er ikke en hel sætning.\n" in shown
    assert "efter" not in shown


@pytest.mark.parametrize("name", ["f1-da", "f3-da", "f4-da", "f5-en", "f7-en", "f8-en"])
def test_a_scaffold_loses_no_sentence_in_silence_and_its_shapes_differ(name: str):
    text = (EDITED / f"{name}.draft.md").read_text(encoding="utf-8").strip()
    report = lint(text, language=name[-2:])
    built = [scaffold.build(report, shape) for shape in ("moment", "lesson", "useful")]
    assert len({each.text for each in built}) == 3
    for each in built:
        rest = each.text + "\n".join(left.words for left in each.left_out)
        facts = {word.strip('.,!?:;()"') for word in text.split() if any(letter.isdigit() for letter in word)}
        assert [fact for fact in facts if fact not in rest] == []


@pytest.mark.parametrize("name", ["f1-da", "f3-da", "f4-da", "f5-en", "f7-en"])
def test_at_least_two_of_five_questions_quote_the_draft(name: str):
    report = lint((EDITED / f"{name}.draft.md").read_text(encoding="utf-8"), language=name[-2:])
    asked = [question.text for question in scaffold.questions(report)]
    assert len(asked) == 5
    names = ("Yusuf", "Priti", "82", "Dawn")
    assert sum("«" in text or "“" in text or any(name in text for name in names) for text in asked) >= 2


@pytest.mark.parametrize(
    ("language", "draft", "wrong"),
    [
        ("da", "Vi venter et resultat mellem 160 og 180 mio. kr. i år, og det er vi stolte af.", "180"),
        ("da", "Vi er stolte af at fortælle, at vi har en ny ovn i Hal 3 og en ny port.", "3"),
        ("en", "We are proud to share that we are now certified under ISO 22000 in our factory.", "22000"),
        ("en", "Proud of this team! @Jackie Ong Raymond Poh Sing said it best about our values.", "Jackie Ong Raymond"),
        ("da", "Ring til os på 86 12 34 56, hvis du også vil være en del af et stærkt hold.", "86"),
    ],
)
def test_no_question_quotes_what_is_no_fact(language: str, draft: str, wrong: str):
    assert [each.text for each in scaffold.questions(lint(draft, language=language)) if wrong in each.text] == []


def test_what_she_did_comes_after_the_sentence_that_names_her():
    report = lint(
        "We are so proud of our service team! On Tuesday at 5 a.m. the dairy in Thorsted rang: no cooling, and 40,000 litres of milk in the "
        "tank. Lise drove out at once with the wrong valve, because I had written the wrong number on the box. Together we make a difference!",
        language="en",
    )
    asked = scaffold.questions(report)
    assert asked[0] == Question("opening", "What exactly did Lise do and say?")
    built = scaffold.build(report, answers={"opening": "She rang the slaughterhouse from the van"})
    assert built.text == (
        "---\nlanguage: en\n---\nOn Tuesday at 5 a.m. the dairy in Thorsted rang: no cooling, and 40,000 litres of milk in the tank. Lise drove out at once with the wrong "
        "valve, because I had written the wrong number on the box. Lise rang the slaughterhouse from the van.\n"
    )


LONGEST = {
    "da": "Hvem talte du længst med, og hvad sagde vedkommende, som du stadig tænker på?",
    "en": "Who did you talk to longest, and what did they say that you still think about?",
}
MONDAY = {"da": "Hvad gør I anderledes på mandag efter den dag?", "en": "What will you do differently on Monday because of it?"}


@pytest.mark.parametrize(
    ("language", "part", "question", "answer", "text", "fragment"),
    [
        # A shrug before an answer is no part of it; one before a guess is nothing to stand by.
        ("da", "obstacle", "", "nej, vi kørte bare forkert", "Vi kørte bare forkert.", False),
        ("da", "opening", "", "ved ikke, men Ulla stod i døren", "Ulla stod i døren.", False),
        ("da", "invitation", "", "ved ikke, måske hende fra Ribe", "Måske hende fra Ribe.", True),
        ("da", "how", "", "ikke så meget egentlig", None, False),
        ("en", "obstacle", "", "no, we just took the wrong road", "We just took the wrong road.", False),
        ("en", "opening", "", "Not sure, but Ulla stood in the door", "Ulla stood in the door.", False),
        ("en", "opening", "", "not much tbh", None, False),
        ("en", "opening", "", "Nothing that worked on a Sunday", "Nothing that worked on a Sunday.", True),
        # What asks back or guesses is left out where something is told after it.
        ("en", "problem", "", "which one? Tall Ida carried the ladder for us", "Tall Ida carried the ladder for us.", False),
        ("en", "problem", "", "Everyone, I think. The trailer lost a wheel in Hull", "The trailer lost a wheel in Hull.", False),
        ("en", "problem", "", "Everyone, I think", None, False),
        # Each sentence has a capital and an end; two fragments are no sentence.
        ("da", "how", "", "prøvede først med sand. fik ingenting ud af det", "Prøvede først med sand. Fik ingenting ud af det.", False),
        ("da", "how", "", "Ringe til vagten. altid", "Ringe til vagten. Altid.", True),
        ("da", "how", "", "Vandmålere på alle ventiler, Nanna fra værkstedet", "Vandmålere på alle ventiler, Nanna fra værkstedet.", True),
        # Marks that people leave out.
        ("en", "obstacle", "", "the projector didnt start", "The projector didn't start.", False),
        ("en", "how", "", "i cant say ive slept", "I can't say I've slept.", False),
        ("en", "invitation", "", "which pumps dont freeze?", "Which pumps don't freeze?", False),
        ("da", "invitation", "", "hvad gør i andre vandværker?", "Hvad gør I andre vandværker?", False),
        ("da", "invitation", "", "hvordan holder i rørene fri", "Hvordan holder I rørene fri?", False),
        ("da", "invitation", "", "hvad har i dag overrasket dig?", "Hvad har i dag overrasket dig?", False),
        # Said of the readers, not to them.
        ("da", "invitation", "", "de skal bare komme forbi", "De skal bare komme forbi.", True),
        ("en", "invitation", "", "they should just come by", "They should just come by.", True),
        # Fragments with the beginning that their question asks for.
        (
            "da",
            "opening",
            LONGEST["da"],
            "en fra havnen i Esbjerg, om kraner",
            "Jeg talte længst med en fra havnen i Esbjerg, om kraner.",
            False,
        ),
        (
            "en",
            "opening",
            LONGEST["en"],
            "Someone from the port of Hull, about cranes",
            "I talked longest to someone from the port of Hull, about cranes.",
            False,
        ),
        (
            "en",
            "opening",
            LONGEST["en"],
            "Ines from Porto. She laughed at it",
            "I talked longest to Ines from Porto. She laughed at it.",
            False,
        ),
        ("en", "opening", LONGEST["en"], "a plumber", "A plumber.", True),
        ("da", "how", MONDAY["da"], "smide halvdelen ud", "På mandag vil vi smide halvdelen ud.", False),
        ("en", "how", MONDAY["en"], "throw out half of it", "On Monday I'll throw out half of it.", False),
        ("da", "opening", "Hvor og hvornår var det?", "i torsdags ved kaffemaskinen", "Det var i torsdags ved kaffemaskinen.", False),
        ("en", "opening", "Where and when was it?", "last Thursday in the canteen", "It was last Thursday in the canteen.", False),
        ("da", "opening", "", "i hallen, ved siden af Ulla", "Jeg stod i hallen, ved siden af Ulla.", False),
        ("en", "opening", "", "above the bakery, with Ulla", "I was above the bakery, with Ulla.", False),
        (
            "en",
            "obstacle",
            "What was the first thing you tried that didn't work?",
            "A list on the fridge",
            "First we tried a list on the fridge.",
            False,
        ),
        (
            "da",
            "obstacle",
            "Hvad var det første, I prøvede, som ikke virkede?",
            "en liste på køleskabet",
            "Vi prøvede først en liste på køleskabet.",
            False,
        ),
    ],
)
def test_answers_as_people_type_them(language, part, question, answer, text, fragment):
    found = taken(answer, question, part, language)
    assert (found.text, found.fragment) == (text, fragment)


FOOD_BANK = (
    "On Friday we swapped keyboards for crates\n\n"
    "14 of us from the Leeds office of Tarn & Wick spent the day at the Mill Lane food bank. We sorted 300 kilos of tins and carried them "
    "to the amazing volunteers upstairs. It was humbling, and it put a lot into perspective.\n\n"
    "Together we change lives!"
)


def test_an_answer_about_what_followed_comes_after_the_best_sentence():
    draft = "We are proud of our team! On Tuesday at 5 a.m. the dairy in Thorsted rang: no cooling, and 40,000 litres of milk in the tank."
    report = lint(draft, language="en")
    assert scaffold.build(report, "moment", {"how": "We drove out with a spare valve"}).text == (
        "---\nlanguage: en\n---\nOn Tuesday at 5 a.m. the dairy in Thorsted rang: no cooling, and 40,000 litres of milk in the tank.\n\n"
        "We drove out with a spare valve.\n"
    )


def test_a_greeting_is_left_out_and_said_to_be():
    draft = (
        "Kære kolleger i Nordlys Pension\n\nMappen ligger i kantinen ved siden af opvaskeren. Tre af jer har skrevet i den siden den 4. maj.\n\n"
        "Sammen skaber vi værdi for kunderne!"
    )
    built = scaffold.build(lint(draft, language="da"), "moment", {"opening": "Det begyndte med en kuglepen i en snor"})
    assert built.text == (
        "---\nlanguage: da\n---\n"
        "Det begyndte med en kuglepen i en snor. Mappen ligger i kantinen ved siden af opvaskeren. Tre af jer har skrevet i den siden den 4. maj.\n"
    )
    left = {each.words: each.reason for each in built.left_out}
    assert left["Kære kolleger i Nordlys Pension"] == "En hilsen står først eller slet ikke."


def test_an_invitation_that_is_none_is_not_called_half_a_sentence():
    report = lint(FOOD_BANK, language="en")
    lacks = scaffold.build(report, "moment", {"opening": "The van broke down on the M6", "invitation": "they should just come by"}).lacks
    assert lacks == ("“they should just come by” asks the reader nothing. Put it as a question.",)


def test_what_has_no_end_of_its_own_stands_alone_and_what_leads_up_to_a_sentence_stays_before_it():
    built = scaffold.build(lint(FOOD_BANK, language="en"), "moment", {"opening": "The van broke down on the M6"})
    assert built.text == (
        "---\nlanguage: en\n---\nThe van broke down on the M6.\n\nOn Friday we swapped keyboards for crates\n\n"
        "14 of us from the Leeds office of Tarn & Wick spent the day at the Mill Lane food bank. We sorted 300 kilos of tins and carried them "
        "to the volunteers upstairs. It was humbling, and it put a lot into perspective.\n"
    )


def test_what_hung_on_a_sentence_that_has_gone_goes_too():
    draft = (
        "We are the market leader in trams, and the best depot in Europe is now ours! Paid for by Volta Rail, Hartmann Steel and "
        "Brook Street Council. Together we shape the future of transport."
    )
    built = scaffold.build(lint(draft, language="en"), "moment", {"obstacle": "The first three trams wouldn't start"})
    assert built.text == "---\nlanguage: en\n---\nThe first three trams wouldn't start.\n"
    assert "Paid for by Volta Rail, Hartmann Steel and Brook Street Council." in [each.words for each in built.left_out]


def test_a_list_comes_with_what_opens_it():
    draft = (
        "Som far til tre tænker jeg på, hvad vi spiser.\n\nJeg er stolt af at arbejde et sted, hvor grøn omstilling er noget, vi lever hver dag.\n\n"
        "I 2025 har Nordlund Mejeri:\n🌱 skåret spildet med 18 %\n🌱 skiftet 40 ventiler"
    )
    built = scaffold.build(lint(draft, language="da"), "moment", {"opening": "Jesper slukkede for kedlen en nat, og så frøs ventilerne"})
    assert built.text == (
        "---\nlanguage: da\n---\nJesper slukkede for kedlen en nat, og så frøs ventilerne.\n\nSom far til tre tænker jeg på, hvad vi spiser.\n\n"
        "I 2025 har Nordlund Mejeri:\n🌱 skåret spildet med 18 %\n"
    )
    assert "🌱 skiftet 40 ventiler" in [each.words for each in built.left_out]
