"""Word documents: headings, places, metadata lines, tables, and hostile archives."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, problem_of, read_source
from advocacy_lint.model import Post, Span


def word(fill):
    document = docx.Document()
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(data):
    return list(read_source(Source("a.docx", data=data), Config()))


def refused(data):
    with pytest.raises(InputError) as caught:
        read(data)
    return problem_of(caught.value).message


def test_without_headings_it_is_one_post():
    def fill(document):
        document.add_paragraph("Hej")
        document.add_paragraph("")
        document.add_paragraph("Du")

    assert read(word(fill)) == [
        Post(
            "a.docx",
            "Hej\n\nDu",
            place="paragraph 1",
            places=((0, "paragraph 1"), (4, "paragraph 1"), (5, "paragraph 2")),
            line=0,
            has_lines=False,
        )
    ]


def test_headings_split_posts_and_lines_at_the_top_are_metadata():
    def fill(document):
        document.add_heading("Opslag i maj", 0)
        document.add_heading("Mettes", 1)
        document.add_paragraph("Forfatter: Mette Holm")
        document.add_paragraph("Målgruppe: smede")
        document.add_paragraph("Hej. Dato: senere")
        document.add_heading("Tom", 2)
        document.add_heading("Bos", 2)
        document.add_paragraph("Note: ikke metadata")

    assert read(word(fill)) == [
        Post(
            "a.docx",
            "Forfatter: Mette Holm\nMålgruppe: smede\nHej. Dato: senere",
            "Mettes",
            meta={"author": "Mette Holm", "audience": "smede"},
            muted=(Span(0, 21), Span(22, 38)),
            place="paragraph 3",
            places=((0, "paragraph 3"), (22, "paragraph 4"), (39, "paragraph 5")),
            has_meta=True,
            line=0,
            has_lines=False,
        ),
        Post("a.docx", "Note: ikke metadata", "Bos", place="paragraph 8", places=((0, "paragraph 8"),), line=0, has_lines=False),
    ]


def test_a_table_of_posts_is_read_as_rows_and_one_of_names_as_metadata():
    def fill(document):
        document.add_heading("Et", 1)
        facts = document.add_table(2, 2)
        for row, (name, value) in zip(facts.rows, [("Forfatter", "Bo"), ("Kanal", "intranet")], strict=True):
            row.cells[0].text, row.cells[1].text = name, value
        document.add_paragraph("Hej")
        calendar = document.add_table(3, 2)
        for row, (name, value) in zip(calendar.rows, [("Hvem", "Opslag"), ("Ib", "To"), ("", "")], strict=True):
            row.cells[0].text, row.cells[1].text = name, value
        layout = document.add_table(1, 1)
        layout.rows[0].cells[0].text = "i en ramme"

    assert [(post.id, post.text, post.meta, post.place) for post in read(word(fill))] == [
        (None, "To", {"hvem": "Ib"}, "table 2, row 2"),
        ("Et", "Hej\ni en ramme", {"author": "Bo", "channel": "intranet"}, "paragraph 6"),
    ]


def test_what_word_shows_is_read_and_what_it_hides_is_not():
    runs = (
        "<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>"
        "<w:r><w:t xml:space='preserve'>A </w:t><w:tab/><w:t>B</w:t><w:br/><w:noBreakHyphen/></w:r>"
        "<w:ins w:id='1' w:author='x'><w:r><w:t>ind</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='x'><w:r><w:delText>ud</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    )

    def fill(document):
        document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))

    assert [post.text for post in read(word(fill))] == ["A \tB\n\u2011indlink"]


def changed(name, content, data=None):
    stream = io.BytesIO()
    data = data or word(lambda document: document.add_paragraph("Hej"))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        if content is not None:
            new.writestr(name, content)
    return stream.getvalue()


W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "not a .docx file: it holds no document"),
        ("<x", "not a .docx file: its XML is damaged (unclosed token)"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "refused: it declares XML entities, as no Office program does"),
        (f"<w:document {W}>" + "<w:p>" * 400 + "</w:p>" * 400 + "</w:document>", "refused: nested deeper than 300"),
        (f"<w:document {W}><w:body/></w:document>", "no text in it"),
        (f"<w:document {W}>" + "<w:p/>" * 5_000_000, "refused: it unpacks to far more than a document holds"),
    ],
)
def test_hostile_documents_are_refused_in_one_line(content, said):
    assert refused(changed("word/document.xml", content)) == said


def test_damaged_and_locked_archives():
    data = word(lambda document: document.add_paragraph("Hej"))
    assert refused(data[:-200]).startswith("not a .docx file: ")
    assert refused(b"PK\x03\x04" + b"\0" * 100).startswith("not a .docx file: ")
    locked = bytearray(data)
    at = locked.index(b"PK\x01\x02", 0)
    while at >= 0:
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 4)
    assert refused(bytes(locked)).startswith("not a .docx file: File 'word/document.xml' is encrypted")


def test_macros_are_not_looked_at():
    assert [post.text for post in read(changed("word/vbaProject.bin", b"\0" * 100))] == ["Hej"]


def calendar(*rows):
    """Return what fills a document with a table of three columns; a cell is its text, or its text with properties of its cell."""

    def fill(document):
        cells = "".join(
            "<w:tr>"
            + "".join(
                f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
                for text, properties in (cell if isinstance(cell, tuple) else (cell, "") for cell in row)
            )
            + "</w:tr>"
            for row in rows
        )
        grid = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
        table = parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/>{grid}{cells}</w:tbl>")
        document.element.body.insert(0, table)

    return fill


WIDE = '<w:gridSpan w:val="2"/>'
FIRST, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_cells_stand_where_the_grid_has_them():
    found = read(
        word(
            calendar(
                ("Dato", "Forfatter", "Opslag"),
                (("2026-11-02", WIDE), "Jo skiftede pakningen."),
                (("2026-11-03", FIRST), "Bo", "Røret frøs i nat."),
                (("", GOES_ON), "Ida", "Pumpen holdt."),
            )
        )
    )
    assert [(each.place, each.text, dict(each.meta)) for each in found] == [
        ("table 1, row 2", "Jo skiftede pakningen.", {"published": "2026-11-02"}),
        ("table 1, row 3", "Røret frøs i nat.", {"published": "2026-11-03", "author": "Bo"}),
        ("table 1, row 4", "Pumpen holdt.", {"published": "2026-11-03", "author": "Ida"}),
    ]


def test_a_text_in_a_cell_that_goes_on_below_is_one_post():
    found = read(word(calendar(("Dato", "Forfatter", "Opslag"), ("2026-11-02", "Bo", ("Røret frøs.", FIRST)), ("", "Ida", ("", GOES_ON)))))
    assert [(each.place, each.text, each.meta["author"]) for each in found] == [("table 1, row 2", "Røret frøs.", "Bo")]


def with_parts(data, body, **parts):
    """Return a document with other words in its body, and more parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text.replace(b"HERE", body) if name == "word/document.xml" else text)
        for name, text in parts.items():
            new.writestr(f"word/{name}.xml", text)
    return stream.getvalue()


def test_a_footnote_follows_its_paragraph():
    def fill(document):
        document.add_paragraph("HERE")
        document.add_paragraph("Så kom regnen.")

    body = b'Pumpen holdt.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>'
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Den fra 1971.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    (found,) = read(with_parts(word(fill), body, footnotes=notes))
    assert found.text.split("\n") == ["Pumpen holdt.", "Den fra 1971.", "Så kom regnen."]


def test_text_from_another_file_is_said_to_be_unread():
    def fill(document):
        document.add_paragraph("HERE")

    body = b'Pumpen holdt.</w:t></w:r></w:p><w:altChunk xmlns:r="urn:r" r:id="rId9"/><w:p><w:r><w:t>'
    problem, post = read(with_parts(word(fill), body))
    assert problem.message == "text that is put in from another file is not read: open the document in Word and save it"
    assert post.text.strip() == "Pumpen holdt."
