"""Office files as bombs, with entities, with macros, or not what they are called: one line each, and the other files are still read.

What each reader refuses part by part is in tests/inputs/test_document.py and test_tables.py; here the command is given whole files.
"""

import csv
import io
import zipfile

import docx
import openpyxl
import pytest
from program import PLAIN, run, write

pytestmark = pytest.mark.slow  # a process for each test

BOMB = "refused: it unpacks to far more than a document holds"
ENTITIES = "refused: it declares XML entities, as no Office program does"
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><x>&b;</x>'


def word():
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(PLAIN)
    document.save(stream)
    return stream.getvalue()


def sheet():
    stream = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["text", "author"])
    book.active.append([PLAIN, "Lene"])
    book.save(stream)
    return stream.getvalue()


MAKE = {"a.docx": (word, "word/document.xml"), "a.xlsx": (sheet, "xl/workbook.xml"), "a.xlsm": (sheet, "xl/workbook.xml")}


def with_part(data, name, content):
    """Return an archive with a part added, or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


def lying(data, name):
    """Return a file of which a part is a bomb, whose headers say that it is small."""
    bomb = bytearray(with_part(data, name, b" " * 30_000_000))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = bomb.rindex(mark)
        bomb[at + offset : at + offset + 4] = (1000).to_bytes(4, "little")
    return bytes(bomb)


def checked(tmp_path, name, data):
    """Return exit code, the paths of the table's rows (what could not be read comes last), and the errors of a run over a file and a good one."""
    (tmp_path / name).write_bytes(data)
    write(tmp_path, b=PLAIN)
    code, out, error = run("check", name, "b.md", "--format", "csv", "--language", "da", "--select", "brag", cwd=tmp_path)
    return code, [row["path"] for row in csv.DictReader(io.StringIO(out))], error


@pytest.mark.parametrize("name", list(MAKE))
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data, part: with_part(data, "x/big.xml", b" " * 30_000_000), BOMB),
        (lambda data, part: with_part(data, part, DOCTYPE), ENTITIES),
        (lambda data, part: with_part(data, part, DOCTYPE.replace("1.0", "1.1").encode("utf-16")), ENTITIES),
        (lambda data, part: PLAIN.encode(), "File is not a zip file"),
        (lambda data, part: b"PK\x03\x04", "File is not a zip file"),
        (lambda data, part: b"%PDF-1.7\n", "File is not a zip file"),
    ],
    ids=["bomb", "entities", "utf-16", "text", "stub", "pdf"],
)
def test_one_line_and_the_others_are_read(tmp_path, name, change, said):
    make, part = MAKE[name]
    code, read, error = checked(tmp_path, name, change(make(), part))
    kind = ".docx" if name == "a.docx" else ".xlsx"
    said = said if said in (BOMB, ENTITIES) else f"not a {kind} file: {said}"
    assert (code, read, error) == (2, ["b.md", name], f"{name}: {said}\n")


@pytest.mark.parametrize("which", ["of no use", "the text"])
@pytest.mark.parametrize("name", list(MAKE))
def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path, name, which):
    make, text = MAKE[name]
    part = text if which == "the text" else "z.xml"
    found = checked(tmp_path, name, lying(make(), part))
    if (name, which) == ("a.docx", "of no use"):  # which nobody reads
        assert found == (0, [name, "b.md"], "")
    else:
        assert found == (
            2,
            ["b.md", name],
            f"{name}: not a {'.docx' if name == 'a.docx' else '.xlsx'} file: Bad CRC-32 for file '{part}'\n",
        )


@pytest.mark.parametrize("name", list(MAKE))
def test_macros_are_neither_run_nor_read(tmp_path, name):
    make, part = MAKE[name]
    folder = part.partition("/")[0]
    data = with_part(make(), f"{folder}/vbaProject.bin", b'Sub AutoOpen()\nShell "touch ran"\nEnd Sub \xd0\xcf\x11\xe0')
    code, read, error = checked(tmp_path, name, data)
    assert (code, read, error) == (0, [name, "b.md"], "")
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([name, "b.md"])


PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize("name", list(MAKE))
@pytest.mark.parametrize("target", ["https://ond.example/x", "file:///etc/passwd", "../../../../etc/passwd", "//ond.example/share"])
def test_relations_that_lead_elsewhere_are_not_followed(tmp_path, name, target):
    """Templates, pictures and links outside the file, all of them named in its relations."""
    make, part = MAKE[name]
    folder, _, file = part.partition("/")
    with zipfile.ZipFile(io.BytesIO(make())) as archive:
        relations = archive.read(f"{folder}/_rels/{file}.rels").decode()
    more = "".join(
        f'<Relationship Id="x{number}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
        for number, kind in enumerate(("attachedTemplate", "image", "hyperlink", "externalLink", "subDocument", "frame", "oleObject"))
    )
    assert PACKAGE in relations
    data = with_part(make(), f"{folder}/_rels/{file}.rels", relations.replace("</Relationships>", f"{more}</Relationships>"))
    guard = "import sys\nsys.addaudithook(lambda event, given: event == 'open' and 'passwd' in str(given[0]) and print('opened', file=sys.stderr))\n"
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "sitecustomize.py").write_text(guard)
    (tmp_path / name).write_bytes(data)
    arguments = ("check", name, "--format", "csv", "--language", "da", "--select", "brag")
    code, out, error = run(*arguments, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "own")})
    assert (code, [row["path"] for row in csv.DictReader(io.StringIO(out))], error) == (0, [name], "")


def test_a_workbook_that_links_elsewhere_fetches_nothing(tmp_path):
    link = '<?xml version="1.0"?><externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    data = with_part(sheet(), "xl/externalLinks/externalLink1.xml", link)
    assert checked(tmp_path, "a.xlsx", data) == (0, ["a.xlsx", "b.md"], "")


TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
NAMES = (
    f"xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='{TABLE}' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
)


MANIFEST = (
    "<?xml version='1.0' encoding='UTF-8'?><manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
    "<manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.spreadsheet'/></manifest:manifest>"
)


def open_document(rows, declared=""):
    """Return an .ods file with a sheet of rows under the heading “text”."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        new.writestr("META-INF/manifest.xml", MANIFEST)
        new.writestr(
            "content.xml",
            f"<?xml version='1.0' encoding='UTF-8'?>{declared}<office:document-content {NAMES}><office:body><office:spreadsheet>"
            f"<table:table table:name='Ark1'>{row(cell('text'))}{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return stream.getvalue()


def row(cells, attributes=""):
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def cell(text, attributes=""):
    return f"<table:table-cell office:value-type='string' {attributes}><text:p>{text}</text:p></table:table-cell>"


WIDE = "table:number-columns-repeated='16384'"
TALL = "table:number-rows-repeated='1048576'"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (open_document(row(cell("x", WIDE)) * 3_000), "the sheet “Ark1” is too large to be read"),
        (open_document(row(cell("x", WIDE), TALL)), "the sheet “Ark1” is too large to be read"),
        (open_document("", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"), ENTITIES),
    ],
    ids=["many cells", "one cell for all", "entities"],
)
def test_a_few_bytes_that_stand_for_a_million_cells(tmp_path, data, said):
    assert checked(tmp_path, "a.ods", data) == (2, ["b.md", "a.ods"], f"a.ods: {said}\n")


def test_rows_that_an_open_document_hides(tmp_path):
    data = open_document(
        row(cell(PLAIN), "table:visibility='filter'") + row(cell("Mette gik hjem.")) + row(f"<table:table-cell {WIDE}/>", TALL)
    )
    assert checked(tmp_path, "a.ods", data) == (0, ["a.ods", "b.md"], "a.ods: Ark1: row 2 is hidden, and not read\n")


def test_a_thousand_million_blanks_are_a_few(tmp_path):
    data = open_document(row(cell(f"{PLAIN}<text:s text:c='2000000000'/>{PLAIN}")))
    assert checked(tmp_path, "a.ods", data) == (0, ["a.ods", "b.md"], "")
