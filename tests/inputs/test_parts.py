"""Calendars with a column for each part of a post: one post a row, each word of it in its own cell and line."""

import io
import json

import pytest
from openpyxl import Workbook

from advocacy_lint.api import lint_source
from advocacy_lint.config import Config
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post

HOOK = "Kl. 5.40 stod pumpen stille."
BODY = "Jeg ringede til Mette, og hun spurgte om pakningen."
CTA = "Hvilke pakninger har I med i bilen?"
WHOLE = f"{HOOK}\n\n{BODY}\n\n{CTA}"


def read(path, data, config=None):
    found = read_source(Source(path, data=data.encode() if isinstance(data, str) else data), config or Config())
    return [each for each in found if isinstance(each, Post)]


def table(*rows):
    return "".join(";".join(row) + "\n" for row in rows)


def said(path, data, config=None):
    return [(each.text, dict(each.meta)) for each in read(path, data, config)]


@pytest.mark.parametrize(
    "names",
    [
        ("Hook", "Body", "CTA"),
        ("Hook", "Brødtekst", "CTA"),
        ("Krog", "Brødtekst", "Opfordring"),
        ("Indledning", "Brødtekst", "Afslutning"),
        ("Intro", "Main text", "Outro"),
        ("Hook line", "Body copy", "Call to action"),
        ("Hook", "Caption", "CTA"),
        ("Hook", "Tekst", "CTA (spørgsmål)"),
        ("Opslag – indledning", "Opslag – brødtekst", "Opslag – afslutning"),
    ],
)
def test_the_parts_of_a_row_are_one_post(names):
    assert said("a.csv", table(("Dato", *names, "Forfatter"), ("2026-05-04", HOOK, BODY, CTA, "Bo"))) == [
        (WHOLE, {"published": "2026-05-04", "author": "Bo"})
    ]


def test_parts_stand_in_the_order_of_a_post_wherever_their_columns_are():
    assert said("a.csv", table(("CTA", "Body", "Hook"), (CTA, BODY, HOOK))) == [(WHOLE, {})]


def test_two_parts_are_enough_and_an_empty_one_is_left_out():
    rows = table(
        ("Hook", "Body", "CTA"), (HOOK, BODY, ""), ("", BODY + " Igen.", CTA), (HOOK, "", CTA), ("Kun en idé til et opslag", "", "")
    )
    assert [text for text, _ in said("a.csv", rows)] == [f"{HOOK}\n\n{BODY}", f"{BODY} Igen.\n\n{CTA}", f"{HOOK}\n\n{CTA}"]


def test_each_language_has_its_own_parts():
    rows = table(("Hook DA", "Body DA", "Hook EN", "Body EN"), (HOOK, BODY, "At 5:40 the pump stopped.", "I called Mette about the seal."))
    assert said("a.csv", rows) == [
        (f"{HOOK}\n\n{BODY}", {"language": "da"}),
        ("At 5:40 the pump stopped.\n\nI called Mette about the seal.", {"language": "en"}),
    ]


@pytest.mark.parametrize(
    ("names", "row"),
    [
        (("Title", "Body"), ("Natten med pumpen der stod", BODY)),
        (("Titel", "Brødtekst", "Overskrift"), ("Natten med pumpen der stod", BODY, "Pumpen stod en hel nat")),
        (("Text", "Link", "First comments"), (BODY, "https://x.dk", "")),
        (("Body", "CTA"), (BODY, "Læs mere på vores hjemmeside")),  # a button
        (("Body", "CTA"), (BODY, "Learn more")),
        (("Body", "CTA link"), (BODY, "Læs mere her: https://x.dk/rapport")),
        (("Hook type", "Body"), ("Begynd med et spørgsmål", BODY)),
        (("Hook", "Body"), ("Spørgsmål", BODY)),  # a kind of hook
        (("Hook", "Tekst"), (HOOK, BODY)),  # the text is mostly the whole post
        (("Tekst", "CTA"), (BODY, CTA)),
        (("Hook", "Opslag", "CTA"), (HOOK, BODY, CTA)),
        (("Hook", "Post", "CTA"), (HOOK, BODY, CTA)),
        (("Hook", "Body"), (HOOK, f"{HOOK}  {BODY}")),  # said in both: the body is the whole post
        (("First", "Body", "Last"), ("Ane Marie Bo", BODY, "Holm og Søn A/S")),
    ],
)
def test_a_calendar_with_the_whole_post_in_one_column_is_read_as_ever(names, row):
    texts = {"Body", "Brødtekst", "Text", "Tekst", "Opslag", "Post"}
    expected = next(cell for name, cell in zip(names, row, strict=True) if name in texts)
    assert [text for text, _ in said("a.csv", table(names, row))] == [expected]


def test_the_configuration_comes_first():
    rows = table(("Hook", "Body", "CTA"), (HOOK, BODY, CTA))
    assert said("a.csv", rows, Config(columns={"text": ("Body",)})) == [(BODY, {"hook": HOOK, "cta": CTA})]


LONG = 'Hook;Body;CTA\n"Kl. 5.40 stod pumpen stille.\n\nIgen.";"Jeg ringede til Mette.\n\nVi er stolte af rekorden.";Hvad gør I?\n'


def test_each_part_of_a_csv_keeps_its_place_and_its_lines():
    (post,) = read("a.csv", LONG)
    assert (post.place, post.places) == ("line 2", ((0, "line 2, Hook"), (37, "line 2, Body"), (88, "line 2, CTA")))
    lines = post.text.split("\n")
    assert {line: post.file_line(number) for number, line in enumerate(lines, 1) if line} == {
        "Kl. 5.40 stod pumpen stille.": 2,
        "Igen.": 4,
        "Jeg ringede til Mette.": 4,
        "Vi er stolte af rekorden.": 6,
        "Hvad gør I?": 6,
    }


def test_a_first_comment_keeps_its_line_as_well():
    (post,) = read("a.csv", 'tekst;first comment\n"Hej.\n\nDer.";Rapporten er her\n')
    assert [(line, post.file_line(number)) for number, line in enumerate(post.text.split("\n"), 1) if line] == [
        ("Hej.", 2), ("Der.", 4), ("Rapporten er her", 4),
    ]  # fmt: skip


def test_each_part_of_a_workbook_keeps_its_cell():
    book = Workbook()
    for row in (("Dato", "Hook", "Body", "CTA"), ("2026-05-04", HOOK, BODY, CTA)):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    (post,) = read("a.xlsx", stream.getvalue())
    assert (post.text, post.place, post.places) == (WHOLE, "Sheet!B2", ((0, "Sheet!B2"), (30, "Sheet!C2"), (83, "Sheet!D2")))


def test_entries_of_yaml_and_json_have_parts_as_well():
    yaml = f"- hook: {HOOK}\n  body: |\n    {BODY}\n\n    Igen.\n  cta: {CTA}\n  author: Bo\n"
    (post,) = read("a.yml", yaml)
    assert (post.text, dict(post.meta)) == (f"{HOOK}\n\n{BODY}\n\nIgen.\n\n{CTA}", {"author": "Bo"})
    assert post.places == ((0, "line 1"), (30, "line 2"), (90, "line 6"))
    assert [post.file_line(number) for number, line in enumerate(post.text.split("\n"), 1) if line] == [1, 3, 5, 6]
    (post,) = read("a.json", json.dumps([{"hook": HOOK, "body": BODY, "cta": CTA}]))
    assert (post.text, post.places) == (WHOLE, ((0, "entry 1, hook"), (30, "entry 1, body"), (83, "entry 1, cta")))


def test_rewrites_stay_in_their_own_cell():
    parts = (
        "Vi er stolte af at kunne præsentere endnu et rekordår.",
        "Såfremt pumpen lækker, kommer vi.",
        "Vi er meget, meget glade for det.",
    )
    rows = table(("Hook", "Body", "CTA"), parts)
    (report,) = lint_source(rows, "a.csv")
    borders = [report.text.index(part) for part in parts]
    cells = [(start, start + len(part)) for start, part in zip(borders, parts, strict=True)]
    changed = [(fix.start, fix.end) for each in report.findings for fix in each.fixes]
    assert changed
    for start, end in changed:
        letters = [offset for offset in range(start, end) if not report.text[offset].isspace()]
        assert any(first <= min(letters) and max(letters) < last for first, last in cells), report.text[start:end]
