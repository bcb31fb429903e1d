"""Judging is the same whatever the typing: line endings, blanks, composed and invisible letters, look-alikes change no finding and no score."""

import random
import re
import unicodedata

import pytest

from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.inputs import markdown
from advocacy_lint.model import Edit, Fix, Post, Span
from advocacy_lint.text import find_quotes
from advocacy_lint.text.reading import canonical, heard

TEXTS = (
    "Skærmen i kontrolrummet er 10\" stor, og Lene kan ikke læse den fra rampen.\n\nVi er stolte af at kunne præsentere endnu et rekordår "
    "med 3,2 mia. kr. i overskud.\n\nDen nye er 24\" stor, og nu ser hun kl. 5.40, når pumpen går i stå.",
    "At 5:40 the pump had been quiet for an hour. I called Mette, who said: “Did you check the seal?”\n\nWe are proud to announce a record "
    "year, and we are the market leader in 40 countries.\n- award-winning\n- unique\n\nRead the full annual report here: https://example.com/a",
    "– Vi er stolte af at kunne præsentere et rekordår, sagde Mette og lo.\n\nKlokken var 5.40, og pumpen var stille. Såfremt den lækker, ringer jeg.\n#pumper ❤️ 👩‍🔧",
)  # fmt: skip
INVISIBLE = "\u200d\u200e\u034f\u180e\u2063\ufe0f\u200b\u00ad\u2060\ufeff\u200c\u061c\U000e0061\u0336"
ALIKE = dict(zip("aeopcxyAEOPCTXHKM", "аеорсхуАЕОРСТХНКМ", strict=True))


def _in_words(text, chance, change):
    inner = {at for at in range(1, len(text) - 1) if text[at - 1 : at + 2].isalpha()}
    return "".join(change(letter) if at in inner and chance.random() < 0.1 else letter for at, letter in enumerate(text))


MUTATIONS = {
    "crlf": lambda text, chance: text.replace("\n", "\r\n"),
    "cr": lambda text, chance: text.replace("\n", "\r"),
    "line separator": lambda text, chance: text.replace("\n", "\u2028"),
    "blanks on blank lines": lambda text, chance: text.replace("\n\n", "\n \t\n"),
    "blanks at line ends": lambda text, chance: text.replace("\n", "  \n"),
    "more blank lines": lambda text, chance: text.replace("\n\n", "\n\n\n\n"),
    "other blanks": lambda text, chance: "".join(chance.choice("\xa0\u2009\u202f\u3000 \t") if each == " " else each for each in text),
    "doubled blanks": lambda text, chance: "".join(each * (2 if each == " " and chance.random() < 0.4 else 1) for each in text),
    "composed": lambda text, chance: unicodedata.normalize("NFD", text),
    "invisible letters": lambda text, chance: _in_words(text, chance, lambda letter: letter + chance.choice(INVISIBLE)),
    "look-alikes": lambda text, chance: _in_words(text, chance, lambda letter: ALIKE.get(letter, letter)),
    "around": lambda text, chance: f"\n\n {text}\n \n",
}


@pytest.fixture(scope="module")
def session():
    return Session(Config())


def post(text):
    (read,) = markdown.posts("a.md", text)
    return read


def judged(report):
    found = sorted((each.rule, each.level, each.cost, each.excerpt) for each in report.findings)
    return report.language, report.score, report.words, found, [(each.rule, each.credit) for each in report.strengths]


@pytest.mark.parametrize("name", MUTATIONS)
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_judging_is_the_same_whatever_the_typing(session, number, name):
    text = TEXTS[number]
    expected = judged(session.lint(Post("", text)))
    chance = random.Random(f"{number} {name}")
    for _ in range(12):
        changed = MUTATIONS[name](text, chance)
        if chance.random() < 0.5:
            changed = MUTATIONS[chance.choice(("crlf", "other blanks", "doubled blanks"))](changed, chance)
        report = session.lint(Post("", changed))
        assert judged(report) == expected, repr(changed)
        assert report.text == changed
        for each in report.findings:  # it stands where it was typed
            if each.excerpt:
                assert " ".join(canonical(changed[each.start : each.end]).split()) == each.excerpt
        for fix in (fix for each in report.findings for fix in each.fixes):
            assert canonical(changed[fix.start : fix.end]) in canonical(text)


# What readers of a draft do not see, around a word of it or after one.
MARKUP = ("<b>{}</b>", "<span class='x'>{}</span>", "[{}](#a)", '[{}](../a.md "Titel")', "[{}][r]", "{}[^1]", "{}<!-- hm -->", "{}{{>>hm<<}}",
          "=={}==", "[[Side|{}]]")  # fmt: skip


@pytest.mark.parametrize("mark", MARKUP)
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_markup_cuts_no_phrase_in_two(session, number, mark):
    text = TEXTS[number]
    expected = judged(session.lint(post(text)))
    chance = random.Random(f"{number} {mark}")

    def marked(match):
        return mark.format(match[0]) if chance.random() < 0.15 else match[0]

    for _ in range(6):
        changed = re.sub(r"(?<![#/.@\"“])\b[^\W\d_]{2,}(?= )", marked, text)
        assert judged(session.lint(post(changed))) == expected, changed


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("Vi er stolte [af](https://x.dk) rekordåret.", "tone/corporate-pride", "Vi er stolte [af"),
        ('Vi [er](https://x.dk/a_(b) "t") meget stolte af det.', "tone/corporate-pride", 'Vi [er](https://x.dk/a_(b) "t") meget stolte af'),
        ("Vi er **meget** <i>stolte</i> af det.", "tone/corporate-pride", "Vi er **meget** <i>stolte</i> af"),
        ("We are [proud](https://x.dk) of our results.", "tone/corporate-pride", "We are [proud](https://x.dk) of"),
    ],
)
def test_a_links_text_is_read_through_and_its_address_is_not(session, text, rule, found):
    report = session.lint(post(text))
    (finding,) = [each for each in report.findings if each.rule == rule]
    assert text[finding.start : finding.end] == found
    assert "https" not in finding.excerpt + finding.message


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("s\u200dtolte", "stolte"),
        ("stоltе", "stolte"),  # Cyrillic о and е
        ("Мы гордимся", "Мы гордимся"),  # Russian stays Russian
        ("ＶＩ ꜱᴛᴏʟᴛᴇ", "VI stolte"),
        ("ﬁne", "fine"),
        ("på", "på"),
        ("❤️ 👩‍🔧 3️⃣", "❤️ 👩‍🔧 3️⃣"),
        ("a \r\n \r\n\tb", "a\n\nb"),
        ("a\u2028b", "a\nb"),
        ("100\xa0000", "100 000"),
    ],
)
def test_what_is_typed_and_what_is_read(typed, read):
    assert canonical(typed) == read


def test_places_are_those_of_what_was_typed(session):
    text = "Noget først.\r\n\r\nVi er <b>stolte</b> af at kunne pr&aelig;sentere et rekord&aring;r."
    edits = [
        Edit(text.index("<b>"), text.index("<b>") + 3), Edit(text.index("</b>"), text.index("</b>") + 4),
        Edit(text.index("&aelig;"), text.index("&aelig;") + 7, "æ"), Edit(text.index("&aring;"), text.index("&aring;") + 7, "å"),
    ]  # fmt: skip
    report = session.lint(Post("a.md", text, edits=tuple(edits), suppressions=()))
    found = {each.rule: each for each in report.findings}
    opener = found["tone/announcement-opener"]
    assert opener.excerpt == "Vi er stolte af at kunne præsentere"
    assert text[opener.start : opener.end] == "Vi er <b>stolte</b> af at kunne pr&aelig;sentere"
    assert (opener.line, opener.column) == (3, 1)
    assert text[found["brag/record"].start : found["brag/record"].end] == "rekord&aring;r"


def test_a_replacement_takes_mark_up_along(session):
    text = "Såfremt <b>den</b> lækker, ringer jeg til Mette på værkstedet."
    edits = (Edit(text.index("<b>"), text.index("<b>") + 3), Edit(text.index("</b>"), text.index("</b>") + 4))
    changes = heard(Post("", text, edits=edits, muted=(Span(0, 1),)))
    assert changes is not None
    assert changes.post.text == "Såfremt den lækker, ringer jeg til Mette på værkstedet."
    assert changes._moved((Fix(0, 11, "Hvis den"), Fix(0, 7, "Hvis"))) == (Fix(0, 14, "Hvis <b>den"), Fix(0, 7, "Hvis"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The 6" pump fits a 4" pipe, said nobody.', []),
        ('Skærmen er 10" stor.\n\nVi er stolte.\n\nDen nye er 24" stor.', []),
        ('Han sagde "vi nåede 50" og gik.', ['"vi nåede 50"']),
        ('I said "set a 10" pipe here" and left.', ['"set a 10" pipe here"']),
        ('Mette said: "Check the seal.\n\nWe are the market leader.\n\nIt is a 4" model.', []),
        ('He said "never\n\nand "ok" then.', ['"ok"']),
        ('"Hele opslaget.\n\nEr citeret." Ja.', ['"Hele opslaget.\n\nEr citeret."']),
        ("“Vi er her.\n\n“Og der.” Ja.", ["“Vi er her.\n\n“Og der.”"]),
        ("»Vi er her« og «vi går» og ‹nu›", ["»Vi er her«", "«vi går»", "‹nu›"]),
        ("„Vi er her“ og ”vi går” og ‚nu‘", ["„Vi er her“", "”vi går”", "‚nu‘"]),
        ("– Vi er stolte, sagde Mette og lo. – Nej.", ["– Vi er stolte"]),
        ("- Vi er stolte, siger Lene.", ["- Vi er stolte"]),
        ("- en pumpe\n- to ventiler", []),
        ("> citeret\nog ikke", ["> citeret"]),
        ("Back in the '90s the 'boys in the workshop left the drivers.", []),
        ("I 00'erne sagde han 'vi går hjem' og gik.", ["'vi går hjem'"]),
        ("Han sagde: '" + "vi går hjem nu " * 20 + ".' Så gik han.", ["'" + "vi går hjem nu " * 20 + ".'"]),
        ("“" + "Vi er stolte. " * 300 + "”", ["“" + "Vi er stolte. " * 300 + "”"]),
        ("- " + "Vi er stolte. " * 300 + "Ja, siger Lene.", ["- " + "Vi er stolte. " * 300 + "Ja"]),
    ],
)
def test_quotations(text, expected):
    assert [text[start:end] for start, end in find_quotes(text, 0, len(text))] == expected
