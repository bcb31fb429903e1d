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
        "tank. Lise drove out with the wrong valve, because I had written the wrong number on the box. Together we make a difference!",
        language="en",
    )
    asked = scaffold.questions(report)
    assert asked[0] == Question("opening", "What exactly did Lise do and say?")
    built = scaffold.build(report, answers={"opening": "She rang the slaughterhouse from the van"})
    assert built.text == (
        "---\nlanguage: en\n---\nOn Tuesday at 5 a.m. the dairy in Thorsted rang: no cooling, and 40,000 litres of milk in the tank. Lise drove out with the wrong "
        "valve, because I had written the wrong number on the box. Lise rang the slaughterhouse from the van.\n"
    )
