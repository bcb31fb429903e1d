"""Rules whose message depends on the post: the first case that holds says which of them is true."""

import pytest

from advocacy_lint import rulebook
from advocacy_lint.api import lint
from advocacy_lint.engine.linter import Linter
from advocacy_lint.errors import RuleError
from advocacy_lint.languages import forms
from advocacy_lint.model import Post

NOBODY = """\
check: presence
level: error
evidence: {tier: practice, source: us}
cases:
  only-i: {signals: ["@first-person"]}
  only-a-name: {signals: ["@name"]}
da:
  message:
    only-i: "«{case}» siger ikke, hvad du gjorde."
    only-a-name: "«{case}» gør ikke noget."
    otherwise: "Jeg kan ikke høre, hvem der taler."
  why: Fordi.
  suggest: {only-i: "Skriv, hvad du gjorde."}
  ask: {only-a-name: ["Hvad gjorde {case}?"], otherwise: ["Hvem gjorde det?"]}
  match: {any: {phrases: [skruede]}}
en:
  message: {only-i: "“{case}” and no deed.", otherwise: "I can't hear who is talking."}
  why: Because.
  match: {any: {phrases: [unscrewed]}}
"""
PRIZE = """\
check: phrase
level: warning
evidence: {tier: practice, source: us}
da:
  message: {thanks: "«{match}» og tak «{case}».", twice: "To gange.", itself: "Selve ordet «{case}».", otherwise: "«{match}»."}
  why: Fordi.
  match: {phrases: ["[kransekage|kransekagen|guldkransekage]"]}
  cases:
    thanks: {phrases: ["tak til"], within: sentence}
    itself: {phrases: ["*kransekage"], within: match}
    twice: {phrases: ["[kransekage|kransekagen]"], at_least: 2}
"""


def linter(folder, text, name="voice/nobody-there.yml", language="da", locale=None):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    made = Linter(rulebook.load(language, [str(folder)]), forms.load(language))
    made._reporter._locale = locale or language
    return made


def said(made, text, rule="voice/nobody-there"):
    return [(each.message, each.suggest, each.ask) for each in made.lint(Post("x.md", text)).findings if each.rule == rule]


@pytest.mark.parametrize(
    ("text", "message", "suggest", "ask"),
    [
        ("Den nye hal åbner på mandag i Kolding.", "Jeg kan ikke høre, hvem der taler.", None, ("Hvem gjorde det?",)),
        (
            "Mit navn står på hallen, jeg åbner den.",
            "«Mit, jeg» siger ikke, hvad du gjorde.",
            "Skriv, hvad du gjorde.",
            ("Hvem gjorde det?",),
        ),
        ("Nu åbner Lene Holm den nye hal i Kolding.", "«Lene Holm» gør ikke noget.", None, ("Hvad gjorde Lene Holm?",)),
    ],
)
def test_what_is_missing_is_said_as_it_is(tmp_path, text, message, suggest, ask):
    assert said(linter(tmp_path, NOBODY), text) == [(message, suggest, ask)]


def test_a_case_without_a_text_in_the_other_language_says_what_is_said_otherwise(tmp_path):
    made = linter(tmp_path, NOBODY, locale="en")
    assert [message for message, _, _ in said(made, "Nu åbner Lene Holm den nye hal i Kolding.")] == ["I can't hear who is talking."]
    assert [message for message, _, _ in said(made, "Nu åbner jeg den nye hal i Kolding.")] == ["“jeg” and no deed."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Vi fik kransekage. Og tak til Lene for kaffen.", "«kransekage»."),
        ("Vi fik kransekage, og tak til Lene for kaffen.", "«kransekage» og tak «tak til»."),
        ("Vi fik guldkransekage i dag på taget.", "Selve ordet «guldkransekage»."),
        ("Vi fik kransekage, og den kransekage var tør.", "To gange."),
    ],
)
def test_a_case_may_look_at_the_sentence_or_the_words_of_a_match(tmp_path, text, message):
    assert [each[0] for each in said(linter(tmp_path, PRIZE, "brag/cake.yml"), text, "brag/cake")] == [message]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("otherwise: \"Jeg kan ikke høre, hvem der taler.\"", "", 8, "“otherwise” is missing: what is said where no case holds"),
        ("    only-a-name: \"«{case}»", "    only-name: \"«{case}»", 10, "no case “only-name” (did you mean “only-a-name”?)"),
        ('{signals: ["@name"]}', "{}", 6, "the case “only-a-name” looks for nothing (phrases: […] or signals: […])"),
        ('{signals: ["@name"]}', '{signals: ["@name"], at_least: 0}', 6, "at_least is one or more (what is said where there is none goes under otherwise)"),
        ('{signals: ["@name"]}', '{signals: ["@name"], within: word}', 6, "unknown within “word” (allowed: post, sentence, match)"),
        ("only-a-name: {signals", "otherwise: {signals", 6, "“otherwise” is what is said where no case holds (give the case another name)"),
        ('["@name"]', '["@nam"]', 15, "unknown computed signal “@nam” (did you mean “@name”?)"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_cases_is_said_with_its_place(tmp_path, old, new, line, message):
    with pytest.raises(RuleError) as caught:
        linter(tmp_path, NOBODY.replace(old, new, 1))
    assert str(caught.value) == f"{tmp_path / 'voice/nobody-there.yml'}:{line}: {message}"


def test_a_rule_about_many_posts_has_no_cases(tmp_path):
    path = tmp_path / "portfolio" / "nobody.yml"
    path.parent.mkdir()
    path.write_text(NOBODY, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        rulebook.load("da", [str(tmp_path)], groups=["portfolio"])
    assert str(caught.value) == f"{path}:5: only rules about a post have cases"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Kvaliteten af processerne er afgørende for forretningen, og derfor arbejdes der løbende med optimering af flowet på tværs af "
            "afdelingerne. Jørn opdagede det. Løsningen giver mulighed for en styrket position på markedet.",
            "«Jørn opdagede» er det eneste, man ser nogen gøre. Hvad skete der lige før, og hvad så bagefter?",
        ),
        (
            "The quality of the processes is essential for the business, and therefore the flow is being optimised across the departments. "
            "Priya phoned the supplier. The solution enables a stronger position in the market and a uniform level of quality.",
            "“Priya phoned” is all we see anybody do. What happened just before, and what came after?",
        ),
        (  # a name is said once, with or without the last one
            "Stort tillykke til vores lærling Emil Skov med resultatet og med den fornemme medalje fra i dag. Alle i virksomheden er meget stolte af "
            "Emil og af den store indsats, og det bliver fejret med en reception for alle i virksomheden.",
            "«Emil Skov» bliver nævnt, men man ser ingen gøre noget. Fortæl én ting, du selv så.",
        ),
        (  # whoever is only named is nobody who does something
            "It has been an incredible journey over the past five years, and the support of everyone means so much. Special thanks to my mentor "
            "for the belief in me, and to everyone who has supported me along the way.",
            "You are in here, but I can't see you doing anything. What were you up to when it happened?",
        ),
    ],
)
def test_one_deed_is_seen_and_more_is_asked_for(text, message):
    assert [each.message for each in lint(text).findings if each.rule == "voice/no-person"] == [message]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Lene flyttede sensoren i marts, og så holdt alarmen op. Læs mere her.", "«Læs mere her» er ingen grund til at klikke. Skriv, hvad man finder der."),
        ("Ny rapport om vedligehold. Læs mere her.", "«Læs mere her» sender læseren væk, før du har sagt noget selv. Skriv, hvad du så eller lærte, og lad linket stå til sidst."),
    ],
)  # fmt: skip
def test_a_link_after_a_story_is_no_flight_from_telling_one(text, message):
    assert [each.message for each in lint(text, language="da").findings if each.rule == "voice/secondhand"] == [message]
