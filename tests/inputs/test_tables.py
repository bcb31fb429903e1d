"""Content calendars: csv, xlsx, yml and json, with the headings and habits of Danish offices."""

import io
import json
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, problem_of, read_source
from advocacy_lint.model import Post, Problem


def read(path, data, config=None, named=True):
    return list(read_source(Source(path, named=named, data=data.encode() if isinstance(data, str) else data), config or Config()))


def refused(path, data):
    with pytest.raises(InputError) as caught:
        read(path, data)
    return problem_of(caught.value)


def short(found):
    return [(each.text, each.place, dict(each.meta)) if isinstance(each, Post) else each for each in found]


DANISH = 'Uge 12\r\n\r\nDato;Målgruppe;Opslag;Forfatter\r\n3. maj;smede;"Hej; du\r\nog ""jer""";Bo\r\n;;;\r\n;;Æbler på gulvet;\r\n'
EXPECTED = [
    ('Hej; du\r\nog "jer"', "line 4", {"published": "3. maj", "audience": "smede", "author": "Bo"}),
    ("Æbler på gulvet", "line 7", {}),
]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_any_encoding_an_office_saves(codec):
    assert short(read("a.csv", DANISH.encode(codec))) == EXPECTED


@pytest.mark.parametrize("delimiter", [",", "\t", "|", ";"])
def test_csv_with_any_delimiter(delimiter):
    assert short(read("a.csv", f'id{delimiter}text{delimiter}"a;b;c"\n1{delimiter}"Hej, du; der"{delimiter}x')) == [
        ("Hej, du; der", "line 2", {"id": "1", "a;b;c": "x"})
    ]


def test_csv_with_more_cells_than_headings_has_a_text_that_is_cut():
    assert short(read("a.csv", "id,text\n1,Lene stod på rampen, og vi er stolte\n2,Hej,\n")) == [
        Problem("a.csv", "line 2: more cells than there are headings; a text with a delimiter in it needs quotation marks"),
        ("Hej", "line 3", {"id": "2"}),
    ]


def test_csv_with_excels_own_first_line():
    assert short(read("a.csv", "sep=,\ntext,id\na;b;c;d,1\n")) == [("a;b;c;d", "line 3", {"id": "1"})]


def test_csv_with_an_open_quotation_mark_keeps_the_rows_before_it():
    assert short(read("a.csv", 'text;id\na;1\n"b;2\nc;3\n')) == [
        ("a", "line 2", {"id": "1"}),
        ("c", "line 4", {"id": "3"}),
        Problem("a.csv", "line 3: a quotation mark that is never closed; the row is not read"),
    ]


def test_a_table_without_texts_is_a_mistake_only_where_it_is_named():
    hint = "name a column “text” (tekst, opslag, indhold …), or map one in the configuration: columns: {text: …}"
    assert refused("a.csv", "navn;tal\nBo;3\n") == Problem("a.csv", f"no column of texts; it has: navn, tal ({hint})")
    assert read("a.csv", "navn;tal\nBo;3\n", named=False) == []


def test_columns_may_be_mapped():
    config = Config(columns={"text": ("LinkedIn tekst",), "author": ("Hvem",)})
    assert short(read("a.csv", "tekst;LinkedIn  TEKST;hvem\nintern;Hej;Bo\n", config)) == [
        ("Hej", "line 2", {"text-2": "intern", "author": "Bo"})
    ]


def workbook(fill):
    book = Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def danish_calendar(book):
    sheet = book.active
    sheet.title = "Ark1"
    sheet["A1"] = "Kalender for maj"
    sheet.merge_cells("A1:D1")
    for row in (
        [],
        ["Dato", "Kanal", "Tekst", "Målgruppe", "Tal"],
        [datetime(2026, 5, 3), "linkedin", "Første", "smede", 3.0],
        [None, "intranet", "Andet", None, 2.5],
        [],
        [datetime(2026, 5, 4, 10, 30), None, "Tredje", True, None],
    ):
        sheet.append(row)
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("C7:C8")
    sheet["B8"] = "kun en kanal"
    hidden = book.create_sheet("Skjult")
    hidden.append(["tekst"])
    hidden.append(["Læs mig ikke"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Noter").append(["bare en note"])


def test_xlsx_with_dates_merged_cells_empty_rows_and_hidden_sheets():
    assert short(read("a.xlsx", workbook(danish_calendar))) == [
        ("Første", "Ark1!C4", {"published": "2026-05-03", "channel": "linkedin", "audience": "smede", "tal": "3"}),
        ("Andet", "Ark1!C5", {"published": "2026-05-03", "channel": "intranet", "tal": "2.5"}),
        ("Tredje", "Ark1!C7", {"published": "2026-05-04 10:30", "audience": "True"}),
    ]


def test_xlsx_formulas_give_their_cached_value():
    def fill(book):
        book.active.append(["text", "date"])
        book.active.append(["x", date(2026, 1, 2)])

    data = workbook(fill)
    cached = repacked(data, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>2</v>", b"<f>1+1</f><v>2</v>"))
    assert short(read("a.xlsx", cached)) == [("x", "Sheet!A2", {"published": "2026-01-02"})]


def test_xlsx_without_texts():
    assert "no column of texts; it has: a, b" in refused("a.xlsx", workbook(lambda book: book.active.append(["a", "b"]))).message


def repacked(data, name, change, extra=()):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, change(content) if part.filename == name else content)
        for path, content in extra:
            new.writestr(path, content)
    return stream.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def test_hostile_workbooks_are_refused_in_one_line():
    data = workbook(danish_calendar)
    entities = "refused: it declares XML entities, as no Office program does"
    assert refused("a.xlsx", repacked(data, "xl/workbook.xml", lambda xml: ENTITY)).message == entities
    utf16 = b"\xff\xfe" + ENTITY.decode().encode("utf-16-le")
    assert refused("a.xlsx", repacked(data, "xl/workbook.xml", lambda xml: utf16)).message == entities
    bomb = repacked(data, "", bytes, [("xl/media/a.xml", b" " * 50_000_000)])
    assert refused("a.xlsx", bomb).message == "refused: it unpacks to far more than a document holds"
    many = repacked(data, "", bytes, [(f"x/{number}", b"") for number in range(2001)])
    assert refused("a.xlsx", many).message == "refused: it unpacks to far more than a document holds"
    assert refused("a.xlsx", data[: len(data) // 2]).message == "not a .xlsx file: File is not a zip file"
    assert refused("a.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 99).message.startswith("locked with a password, or an old Office file")
    assert refused("a.xlsx", repacked(data, "xl/workbook.xml", lambda xml: b"<x")).message.startswith("not an .xlsx file: ")


def test_far_away_cells_cost_nothing():
    def fill(book):
        book.active.append(["text"])
        book.active["XFD1048576"] = "langt væk"
        book.active["A2"] = "Hej"

    assert short(read("a.xlsx", workbook(fill))) == [("Hej", "Sheet!A2", {})]


def test_yaml_calendars():
    first = "opslag:\n  - tekst: |\n      Hej\n      du\n    sprog: no\n    dato: 12:30\n"
    text = first + "  - forfatter: Bo\n  - tekst: To\n    målgruppe: [a, b]\n"
    assert short(read("a.yml", text)) == [
        ("Hej\ndu\n", "line 2", {"language": "no", "published": "12:30"}),
        Problem("a.yml", "line 7: no text"),
        ("To", "line 8", {"audience": "a, b"}),
    ]
    assert short(read("a.yaml", "text: En\nid: 7")) == [("En", "line 1", {"id": "7"})]


def test_json_calendars():
    posts = [{"text": "En", "id": 7}, 3, {"text": "To", "author": None}]
    expected = [("En", "entry 1", {"id": "7"}), Problem("a.json", "entry 2: no text"), ("To", "entry 3", {})]
    assert short(read("a.json", json.dumps(posts))) == expected
    assert short(read("a.json", "\ufeff" + json.dumps({"name": "maj", "posts": posts}))) == expected


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("a.json", '{"posts": [}', "line 1: not JSON: Expecting value"),
        ("a.json", "[" * 100_000, "not JSON: nested too deep"),
        ("a.json", "[1, 2]", "no list of posts (a list of entries that each have a text: (tekst:, opslag: …))"),
        ("a.yml", "x: [", "line 1: not YAML: did not find expected node content"),
        ("a.yml", "- text: !!python/none x", "line 1: tags such as tag:yaml.org,2002:python/none are not allowed"),
        ("a.yml", "jobs: {build: [{run: x}]}", "no list of posts (a list of entries that each have a text: (tekst:, opslag: …))"),
    ],
)
def test_what_is_no_calendar(path, text, said):
    assert refused(path, text) == Problem(path, said)


TWO = "Jo changed the seal at five.||\n The seal leaked all Monday, said Jo."


def test_captions_parted_in_one_cell_are_posts_of_their_own():
    found = read("a.csv", f'id,text\nx,"{TWO}"\n,"One pump for them %|% all of us again"\n'.encode())
    assert [(each.id, each.place, each.line, each.text) for each in found] == [
        ("x", "line 2, variant 1", 2, "Jo changed the seal at five."),
        ("x-2", "line 2, variant 2", 3, "The seal leaked all Monday, said Jo."),
        (None, "line 4, variant 1", 4, "One pump for them"),
        (None, "line 4, variant 2", 4, "all of us again"),
    ]


def test_bars_that_part_no_captions_stay():
    found = read("a.csv", b'text\n"HR || Oslo || Jo changed the seal at five."\n"A | B"\n')
    assert [(each.place, each.text) for each in found] == [("line 2", "HR || Oslo || Jo changed the seal at five."), ("line 3", "A | B")]


def test_captions_that_say_the_same_are_told_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    caption = "Jo changed the seal at five on Monday because the old one had leaked into the cellar all night."
    (tmp_path / "a.csv").write_text(f'text,language\n"{caption}||{caption} Really."\n', encoding="utf-8")
    found = CliRunner().invoke(app, ["check", "a.csv", "--format", "concise", "--select", "portfolio"])
    assert (found.exit_code, found.stdout) == (
        0,
        "a.csv: warning portfolio/repeated-post “Jo changed the seal at five on Monday because the old one had leaked …” again: these posts share "
        "97% of their words. Whoever saw it last time sees it now.\n",
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A cell of data that says what a heading may say.
        (["Dato;Kanal;Note;Opslagets tekst", "mandag;LinkedIn;Kladde, Tekst;Mette skiftede pakningen."], ["Mette skiftede pakningen."]),
        (["Status;Copy;Link", "Tekst;Mette skiftede pakningen.;www.x.dk", "Draft;Lene gik hjem i regnen.;www.y.dk"],
         ["Mette skiftede pakningen.", "Lene gik hjem i regnen."]),
        # A long heading is one all the same.
        (["Dato;Tekst;Husk at skrive hvem der taler, hvor de står, og hvad de gør.", "4/5;Mette gik hjem.;ja"], ["Mette gik hjem."]),
        # Two columns called so in one language are one text and something else.
        (["Post;Body", "Mette gik hjem i regnen.;Et stykke af den."], ["Mette gik hjem i regnen."]),
        # A column of numbers is no caption, one that begins empty may hold them.
        (["Opslag 1;Opslag 2;Opslag 3", "Mette gik hjem.;12;", "Lene gik hjem.;13;Bo gik hjem."], ["Mette gik hjem.", "Lene gik hjem.", "Bo gik hjem."]),
    ],
)  # fmt: skip
def test_the_row_that_holds_the_headings(rows, expected):
    assert [each.text for each in read("a.csv", "\r\n".join(rows) + "\r\n")] == expected


def test_a_form_names_the_lines_of_its_cells():
    found = read("a.csv", 'Forfatter;Mette;Lene\nTekst;"Hej,\nduder";Vi gik hjem.\nDato;4/5;5/5\n')
    assert [(each.text, each.line, dict(each.meta)) for each in found] == [
        ("Hej,\nduder", 2, {"author": "Mette", "published": "4/5"}),
        ("Vi gik hjem.", 3, {"author": "Lene", "published": "5/5"}),
    ]


def test_a_table_without_rows_is_a_note():
    assert read("a.csv", "Dato;Tekst\r\n") == [Problem("a.csv", "line 1: no text under “Tekst”", note=True)]
    assert read("a.csv", "Dato;Tekst\r\n4/5;\r\n") == [Problem("a.csv", "line 1: no text under “Tekst”", note=True)]


@pytest.mark.parametrize(
    "headings",
    [
        "📅 Dato;📝 Tekst;👤 Forfatter",
        "Dato (dd-mm);Tekst (maks. 3000 tegn, husk link og hashtags til sidst);Forfatter (obligatorisk)",
        "DATO*;TEKST*;FORFATTER *",
        "Dato:;Tekst:;Forfatter [den, der taler]",
        '"Dato\u200b";"\u00a0Tekst";"Forfatter\u00a0"',
    ],
)
def test_headings_with_something_on_them(headings):
    (post,) = read("a.csv", f"{headings}\n4/5;Mette skiftede pakningen i går.;Bo\n")
    assert (post.text, dict(post.meta)) == ("Mette skiftede pakningen i går.", {"published": "4/5", "author": "Bo"})


@pytest.mark.parametrize("name", ["a.eml", "a.msg", "a.mht", "a.mhtml"])
def test_a_mail_is_no_draft(name):
    assert refused(name, "From: a@b.dk\n\nHej") == Problem(name, f"{name[1:]} files cannot be read (save it as .html)")


def test_a_column_that_nobody_uses_is_none_where_the_texts_stand_in_several_others():
    rows = "Campaign,Post text,Suggested copy 1,Suggested copy 2\nPumper,,Kl. 5.40 stod pumpen stille.,Jeg ringede til Mette.\n"
    assert short(read("a.csv", rows)) == [
        ("Kl. 5.40 stod pumpen stille.", "line 2, Suggested copy 1", {"campaign": "Pumper"}),
        ("Jeg ringede til Mette.", "line 2, Suggested copy 2", {"campaign": "Pumper"}),
    ]


def test_a_text_that_is_not_written_yet_is_not_looked_for_among_the_ideas():
    assert short(read("a.csv", "Dato;Opslag;Idé til indhold\n4/5;;Noget om den dag pumpen stod stille\n")) == [
        Problem("a.csv", "line 1: no text under “Opslag”", note=True)
    ]


def test_what_employees_share_comes_before_what_they_are_told():
    rows = "Title;Message;Share text\nPumpen;Del gerne det her opslag.;Kl. 5.40 stod pumpen stille.\n"
    assert short(read("a.csv", rows)) == [
        ("Kl. 5.40 stod pumpen stille.", "line 2", {"title": "Pumpen", "text-2": "Del gerne det her opslag."})
    ]
