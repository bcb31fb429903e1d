"""The lead: which sentence is the one to begin with, where it is buried, and drafts that have none."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from advocacy_lint import languages, lint
from advocacy_lint.checks import worth
from advocacy_lint.cli import app
from advocacy_lint.rulebook import builtin_pack
from advocacy_lint.text import analyse
from advocacy_lint.text.statements import bare, statements

ROOT = builtin_pack().parent
AIR = "Vi er glade for at kunne fortælle, at vi har taget et vigtigt skridt. Kvalitet er en del af vores DNA, og vi sætter altid kunden i centrum."
DEED = "I tirsdags fandt Lene fejlen på pumpen, fordi hun lagde øret til røret."
HOT_AIR = "We are thrilled to announce a new chapter. Quality is at the heart of everything we do, and our people are our greatest asset."
DID = "Our intern Priti watched three agents in Leeds type the same order number twice, so she rebuilt the search box."


def words(report):
    return None if report.lead is None else report.text[report.lead.start : report.lead.end]


@pytest.mark.parametrize(
    ("text", "language", "lead", "buried"),
    [
        (f"{AIR} {DEED} Vi takker alle.", "da", DEED, True),
        (f"{DEED} {AIR} Vi takker alle.", "da", DEED, False),
        (f"{AIR} 🚀 {DEED} #pumper #kvalitet", "da", DEED, True),
        (f"{AIR} Vi takker alle for det gode samarbejde.", "da", None, False),
        (f"{HOT_AIR} {DID} Book a demo today!", "en", DID, True),
        (f"{DID} {HOT_AIR}", "en", DID, False),
        (f"{HOT_AIR} Thank you to everyone who made it possible!", "en", None, False),
        # What outshines the rest holds a finding itself, or nearly all of the draft does.
        (f"{AIR} Vores kunde Lene Holm sagde i tirsdags: I er de bedste. Vi takker alle.", "da", None, False),
        (
            "Hos os sætter vi mennesket først. Vi tror på, at glade medarbejdere skaber glade kunder, og derfor arbejder vi hver dag på at styrke "
            "trivslen. Stemningen var helt i top, og det var dejligt at se så mange engagerede kolleger samlet. "
            "Vil du være en del af holdet? Så tjek vores ledige stillinger.",
            "da",
            None,
            False,
        ),
        (  # applause is a claim, which is weighed beside the scenes near it
            "Hvor blev det dog en fed dag på DI's Digitaliseringskonference 2026! 🚀\n\nTak til alle jer, der kiggede forbi vores stand.\n\n"
            "Vi glæder os allerede til næste år!",
            "da",
            None,
            False,
        ),
        (DEED, "da", None, False),
        ("", "en", None, False),
    ],
)
def test_the_lead_of_a_draft(text, language, lead, buried):
    report = lint(text, language=language)
    assert (words(report), "craft/buried-lead" in report.rules) == (lead, buried)


@pytest.mark.parametrize(
    ("text", "language", "suggest"),
    [
        (
            f"{AIR} {DEED} Vi takker alle.",
            "da",
            "Sæt «I tirsdags fandt Lene fejlen på pumpen, fordi hun lagde …» øverst."
            " «Vi er glade for at kunne fortælle, at vi har taget et …» kommer bagefter, hvis den stadig skal med.",
        ),
        (
            f"{HOT_AIR} {DID} Book a demo today!",
            "en",
            "Put “Our intern Priti watched three agents in Leeds type the …” first."
            " “We are thrilled to announce a new chapter” comes after it, if you still need it.",
        ),
    ],
)
def test_a_buried_lead_says_what_goes_where(text, language, suggest):
    assert [each.suggest for each in lint(text, language=language).findings if each.rule == "craft/buried-lead"] == [suggest]


def test_front_matter_is_nothing_to_begin_with(tmp_path: Path):
    draft = f"---\nauthor: Lene Holm fra Horsens\n---\n{AIR} {DEED}\n"
    path = tmp_path / "p.md"
    path.write_text(draft, encoding="utf-8")
    shown = CliRunner().invoke(app, ["check", str(path), "--format", "json", "--isolated", "--no-cache"]).stdout
    lead = json.loads(shown)["posts"][0]["lead"]
    assert lead == {"start": draft.index(DEED), "end": draft.index(DEED) + len(DEED), "excerpt": DEED}


def test_the_screen_ends_with_the_lead_unless_the_draft_is_good(tmp_path: Path):
    bad, good = tmp_path / "dårlig.md", ROOT / "examples" / "da" / "overskud-bedre.md"
    bad.write_text(f"{AIR} {DEED}\n", encoding="utf-8")
    shown = CliRunner().invoke(app, ["check", str(bad), "--isolated", "--no-cache"]).stdout
    assert f"Begynd her: «{DEED}»" in " ".join(shown.split())
    assert "Begynd her" not in CliRunner().invoke(app, ["check", str(good), "--isolated", "--no-cache"]).stdout


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            'Det tog to timer. "Ved du hvad?" sagde hun så. "Den virker."',
            "da",
            ["Det tog to timer.", '"Ved du hvad?" sagde hun så.', '"Den virker."'],
        ),
        ('A mail came: "I ran today. I RAN." Then it rained.', "en", ['A mail came: "I ran today. I RAN."', "Then it rained."]),
        ("We won! 🏆 #one #two", "en", ["We won! 🏆", "#one #two"]),
        ("🐄🚀 Wow! Here it is.", "en", ["🐄🚀 Wow!", "Here it is."]),
        ("Join #one and #two", "en", ["Join #one and #two"]),
    ],
)
def test_statements(text, language, expected):
    analysis = analyse(text, languages.get(language))
    assert [text[span.start : span.end] for span in statements(analysis)] == expected


def test_what_hangs_on_a_statement_is_left_off():
    text = "– 🚀 Den virker. 🎉 #pumpe"
    analysis = analyse(text, languages.get("da"))
    found = bare(analysis, statements(analysis)[0])
    assert text[found.start : found.end] == "Den virker."


def test_the_table_fits_the_signals():
    learned = worth.table()
    assert (len(learned.best), len(learned.stays)) == (len(worth.SIGNALS) + 1,) * 2
    assert len(learned.draft) == len(worth.DRAFT_SIGNALS) + 1
    assert learned.signals == worth.SIGNALS
    assert sorted(learned.words) == list(languages.SUPPORTED)


def test_a_lists_number_hangs_on_its_statement():
    text = "Her er tre ting:\n\n1. Stå op før problemet.\n2. «Nej,» sagde Lone.\n3. Gå hjem.\n\n3. december åbnede porten."
    analysis = analyse(text, languages.get("da"))
    found = [bare(analysis, span) for span in statements(analysis)]
    assert [text[start:end] for start, end in found] == [
        "Her er tre ting:",
        "Stå op før problemet.",
        "«Nej,» sagde Lone.",
        "Gå hjem.",
        "3. december åbnede porten.",
    ]


@pytest.mark.parametrize(
    ("language", "text", "lead"),
    [
        (
            "en",
            "We had a great week at the fair in Leipzig! A night-shift lead from Graz watched our pallet robot for ten minutes and asked what "
            'it does when the wrap tears. It stops. "Ours sing," she said, and showed me a film of a man in a reflective vest pulling film off '
            "a fork with his teeth. See you next year!",
            "A night-shift lead from Graz watched our pallet robot for ten minutes and asked what it does when the wrap tears.",
        ),
        (
            "da",
            "Vi er utrolig stolte af vores serviceteam! Tirsdag kl. 5 ringede mejeriet i Thorsted. Lise kørte ud med den forkerte ventil, fordi "
            "jeg havde skrevet det forkerte nummer på kassen. Hun lånte en på slagteriet ved siden af, og mælken blev reddet ti minutter over "
            "syv. Sammen gør vi en forskel!",
            "Lise kørte ud med den forkerte ventil, fordi jeg havde skrevet det forkerte nummer på kassen.",
        ),
        (
            "en",
            "What a great season for wind! Between two of our pilots who flew the same blade in the same week, grades agreed 61% of the time. So "
            'half of the "progress" in our nice chart was just a different pilot. Have a good weekend!',
            "Between two of our pilots who flew the same blade in the same week, grades agreed 61% of the time.",
        ),
        (
            "da",
            "Sikke en dag! Efter ti minutter ringede min kollega Henning og sagde, at han ikke havde vand. Det viste sig, at der er to ventiler i "
            "krydset, og at den ene er tegnet ind i 1974 af en, der vendte papiret om. God weekend!",
            "Efter ti minutter ringede min kollega Henning og sagde, at han ikke havde vand.",
        ),
    ],
)
def test_a_lead_says_who_and_what_it_speaks_of(language: str, text: str, lead: str) -> None:
    report = lint(text, language=language)
    assert report.lead is not None
    assert text[report.lead.start : report.lead.end] == lead


def test_a_sentence_about_a_thing_that_nobody_has_named_is_no_lead():
    draft = (
        "Lyset gik ned, og så blev vores navn råbt op. Murerlauget Skov vandt i aftes prisen som Årets Entreprenør, og jeg er så stolt. "
        "Ole fra lageret var ved at vælte sin stol, da han rejste sig.\n\nVi er så taknemmelige for vores fantastiske hold!\n\n"
        "Nu skal den have en plads i receptionen, og så skal der arbejdes videre."
    )
    report = lint(draft, language="da")
    assert report.text[report.lead.start : report.lead.end] == "Ole fra lageret var ved at vælte sin stol, da han rejste sig."


def test_a_long_quotation_is_no_lead():
    draft = (
        "The new plant in Hull opened on Monday.\n\n“When I walked in at six on Monday with Ines and the two fitters from the night shift, the belt was "
        "running, the lights were on, and somebody had left a cake on the console because it was the first day that nobody had to carry a crate,” "
        "said the plant director.\n\nInes switched it off by mistake at ten past seven."
    )
    report = lint(draft, language="en")
    assert report.text[report.lead.start : report.lead.end] == "Ines switched it off by mistake at ten past seven."
