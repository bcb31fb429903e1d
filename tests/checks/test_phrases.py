"""Phrase syntax: what each element matches, exactly, and what it refuses."""

import pytest

from advocacy_lint import languages
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.checks.phrase_lists import PhraseLists
from advocacy_lint.checks.phrases import Lexicon
from advocacy_lint.checks.syntax import expand
from advocacy_lint.errors import RuleError
from advocacy_lint.text import analyse

FORMS = {
    "proud": ("proud", "prouder"),
    "stolt": ("stolt", "stolte"),
    "vinde": ("vinde", "vinder", "vandt", "vundet"),
    "pris": ("pris", "prisen", "priser"),
}


def found(pattern, text, language="da"):
    lists = PhraseLists(FORMS.__getitem__)
    target = lists.target([pattern])
    lexicon = Lexicon(lists.compiled())
    speech = analyse(text, languages.get(language)).speech
    hits = lexicon.scan(speech.tokens, find_classes(speech.tokens, languages.get(language))).get(target, [])
    return [text[slice(*speech.span(hit.first, hit.last))] for hit in hits]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("stolt over", "Jeg er stolt over det, STOLT OVER alt", ["stolt over", "STOLT OVER"]),
        ("{stolt} af", "De er stolte af det, hun er stolt af ham", ["stolte af", "stolt af"]),
        ("{stolt|vinde} {pris}", "Vi vandt prisen. En stolt pris.", ["vandt prisen", "stolt pris"]),
        ("[meget|så] {stolt}", "så stolt og meget stolte, ikke stolt", ["så stolt", "meget stolte"]),
        ("er [så|] glad", "er glad, er så glad", ["er glad", "er så glad"]),
        ("bestod <title>", "Jeg bestod Change Management Foundation i går.", ["bestod Change Management Foundation"]),
        ("<title>", "Change Management er svært, siger Lene. Vi tog Agile, og Scrum.", []),
        ("[så|] glad for [at være|at blive|]", "glad for at være, så glad for", ["glad for at være", "så glad for"]),
        ("[et stolt|stolte] øjeblik", "et stolt øjeblik, stolte øjeblik, et øjeblik", ["et stolt øjeblik", "stolte øjeblik"]),
        ("vi ... {stolt}", "Vi er så meget stolte", ["Vi er så meget stolte"]),
        ("vi ... {stolt}", "Vi er alle sammen ret meget stolte", []),
        ("*overskud", "Rekordoverskud og overskud", ["Rekordoverskud"]),
        ("rekord*", "Rekordoverskuddet i rekord", ["Rekordoverskuddet"]),
        ("*bære*", "ubæredygtig", ["ubæredygtig"]),
        ("<money>", "Vi tjente 3,2 mia. kr. og 12 kr.", ["3,2 mia. kr.", "12 kr."]),
        ("<percent>", "op 12 % og fem procent", ["12 %", "fem procent"]),
        ("<year>", "i 2025 og 1234", ["2025"]),
        ("<name>", "Så kom Lene Holm og sagde", ["Lene Holm"]),
        ("<unit>", "efter 40 minutter og 12 kg", ["40 minutter", "12 kg"]),
        ("<time>", "Vi mødtes kl. 5.40 i regn", ["kl. 5.40"]),
        ("stolte at", "Vi er stolte, at", ["stolte, at"]),
        ("glad for", "Jeg er glad. For det", []),
        ("enig ?", "Er du enig?", ["enig?"]),
        ("vi er", "«vi er» vi er", ["vi er"]),
        ("er (så) glad", "er glad, er så glad, er ikke glad", ["er glad", "er så glad"]),
        ("(helt) {stolt} af", "Helt stolte af det, stolt af ham", ["Helt stolte af", "stolt af"]),
        ("er ({stolt}) <name>", "Er Lene her, er stolte Lene her", ["Er Lene", "er stolte Lene"]),
        ("vinder ([en|den] {pris})", "Vi vinder. Vi vinder den pris. Vi vinder en.", ["vinder", "vinder den pris", "vinder"]),
        ("glad ([for det|over <number>])", "glad for det, glad over tre, glad over jer", ["glad for det", "glad over tre", "glad"]),
        ("(meget|så (helt)) glad", "meget glad, så glad, så helt glad, helt glad", ["meget glad", "så glad", "så helt glad", "glad"]),
        ("[{stolt} (og glad)|glade] af", "stolte af, stolt og glad af, glade af", ["stolte af", "stolt og glad af", "glade af"]),
        ("vi (<number>) ... {stolt}", "Vi to er stolte", ["Vi to er stolte"]),
        ("<number> gange", "To gange, femogtyve gange, 12 gange, mange gange", ["To gange", "femogtyve gange", "12 gange"]),
        (
            "(mere end) <number>",
            "mere end fordoblet, det dobbelte, tredoblede, fem tusind",
            ["mere end fordoblet", "dobbelte", "tredoblede", "fem tusind"],
        ),
    ],
)
def test_danish(pattern, text, expected):
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("<money>", "It made $3.2 billion, then 5 million dollars", ["$3.2 billion", "5 million dollars"]),
        ("<time>", "at 5:40 am we met, at noon not", ["at 5:40 am"]),
        ("<name> said", "Then Priya said no", ["Priya said"]),
        ("don't", "I don’t know", ["don’t"]),
        ("world-class", "a world\u2011class team", ["world\u2011class"]),
        ("(so) {proud} (and humbled) to", "so proud to, proud and humbled to, humbled to", ["so proud to", "proud and humbled to"]),
        (
            "<number> [users|as many]",
            "Twice as many, twenty-five users, three thousand users",
            ["Twice as many", "twenty-five users", "three thousand users"],
        ),
        ("(more than) <number> our", "We more than doubled our sales and Tripled our team", ["more than doubled our", "Tripled our"]),
    ],
)
def test_english(pattern, text, expected):
    assert found(pattern, text, "en") == expected


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{stolt", "“{” has no partner"),
        ("... stolt", "a gap (...) stands between words"),
        ("<penge>", "unknown token class <penge>"),
        ("a b c d e f g h i j k l m n o p q r s t u v w x y", "at most 24 words and 3 gaps"),
        ("a*b", "a star stands at the start or the end"),
        ("[a|]", "the phrase can be empty"),
        ("(a) (b)", "the phrase can be empty"),
        ("(a b", "“(” has no partner"),
        ("a) b", "“)” has no partner"),
        ("[a) b", "“[” is closed by “)”"),
        ("a () b", "nothing between the parentheses"),
        ("a|b", "“|” stands in brackets: [a|b]"),
        ("(a) ... b", "a gap (...) stands between words"),
        ("a [... b|c ...]", "a gap (...) stands between words"),
        ("([a b|c d|e f] [a b|c d|e f] [a b|c d|e f] [a b|c d|e f] [a b|c d|e f] [a b|c d|e f]) g", "at most 256 alternatives"),
    ],
)
def test_what_is_not_in_the_syntax_is_refused(pattern, reason):
    with pytest.raises(ValueError) as caught:
        expand(pattern)
    assert reason in str(caught.value)


def test_an_unknown_lemma_names_the_command():
    with pytest.raises(RuleError) as caught:
        PhraseLists(FORMS.__getitem__).target(["{ukendt} ord"], "a.yml", 7)
    assert str(caught.value) == "a.yml:7: phrase “{ukendt} ord”: no forms of “ukendt” (run advocacy-lint rules forms --write)"


def test_ambiguous_alternatives_cost_no_more_than_plain_ones():
    pattern = " ".join(["[a|a a]"] * 12)
    assert found(pattern, " ".join(["a"] * 40)) == [" ".join(["a"] * 24), " ".join(["a"] * 16)]
