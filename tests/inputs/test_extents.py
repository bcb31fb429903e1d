"""Workbooks in which a cell stands far away, in whatever way that is written: counted before they are opened, and the other sheets are read.

A reader that made the rectangle up to such a cell would ask for half a terabyte, and end the run.
"""

import io
import struct
import zipfile

import pytest
from openpyxl import Workbook

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post, Problem

TEXT = "Kl. 5.40 stod pumpen stille."


def read(path, data):
    return [each.text if isinstance(each, Post) else each for each in read_source(Source(path, data=data), Config())]


def too_large(path, name="Sheet"):
    return Problem(path, f"the sheet “{name}” is too large to be read")


def changed(row, part="sheet1.xml"):
    """Return a workbook of two sheets, the first with a row more."""
    book = Workbook()
    for sheet in (book.active, book.create_sheet("To")):
        sheet.append(["tekst"])
        sheet.append([TEXT])
    old, new = io.BytesIO(), io.BytesIO()
    book.save(old)
    with zipfile.ZipFile(old) as archive, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as written:
        for each in archive.infolist():
            content = archive.read(each)
            if each.filename.endswith("sheet1.xml"):
                content = content.replace(b"</sheetData>", row + b"</sheetData>")
            written.writestr(each.filename.replace("sheet1.xml", part), content)
    return new.getvalue()


VALUE = b' t="str"><v>x</v></c></row>'


@pytest.mark.parametrize(
    "row",
    [
        b"<row r='1048576'><c r='XFD1048576'" + VALUE,
        b'<row r="1048576"><c r = "XFD1048576"' + VALUE,
        b'<row r="1048576"><c r="xfd1048576"' + VALUE,
        b'<row r="1048576"><c s=">" r="XFD1048576"' + VALUE.replace(b"x<", b"y<"),
        b'<row r="1048576">' + b'<c t="str"><v>x</v></c>' * 5000 + b"</row>",  # no cell says where it is
        b"<!-- <c \" --><row r='1048576'><c r='XFD1048576'" + VALUE,
        b'<row r="1048570">' + b"".join(b'<c r="%c1048570" t="str"><v>x</v></c>' % (65 + n) for n in range(6)) + b"</row>" + b"<c/>" * 300,
    ],
)
def test_a_cell_far_away_costs_its_sheet(row):
    assert read("a.xlsx", changed(row)) == [too_large("a.xlsx"), TEXT]


def test_a_cell_far_away_as_programs_write_it_is_left_out():
    assert read("a.xlsx", changed(b'<row r="1048576"><c r="XFD1048576"' + VALUE)) == [TEXT, TEXT]


def test_a_part_is_counted_whatever_its_name_is_written_like():
    assert read("a.xlsx", changed(b"<row r='1048576'><c r='XFD1048576'" + VALUE, "SHEET1.xml")) == [too_large("a.xlsx"), TEXT]


def record(kind, body=b""):
    """Return a record of a binary workbook."""
    size, length = b"", len(body)
    while True:
        size += bytes([length & 127 | (128 if length > 127 else 0)])
        length >>= 7
        if not length:
            break
    return (bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])) + size + body


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary_sheet(rows, hidden=()):
    body = record(129) + record(148, struct.pack("<4I", 0, max(rows), 0, 5)) + record(145)
    for number, cells in rows.items():
        body += record(0, struct.pack("<IIHHBI", number, 0, 300, 0x1000 if number in hidden else 0, 0, 0))
        for column, value in cells.items():
            place = struct.pack("<II", column, 0)
            body += (
                record(1, place) if value is None else record(3, place + b"\x07") if value == "#DIV/0!" else record(6, place + wide(value))
            )
    return body + record(146) + record(130)


RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def binary(sheets):
    """Return an .xlsb workbook, as Excel writes it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        book, relations = record(131) + record(143), ""
        for number, (name, rows) in enumerate(sheets.items(), 1):
            book += record(156, struct.pack("<II", 0, number) + wide(f"rId{number}") + wide(name))
            relations += f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.bin"/>'
            archive.writestr(f"xl/worksheets/sheet{number}.bin", rows)
        archive.writestr("xl/workbook.bin", book + record(144) + record(132))
        archive.writestr("xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>')
        kinds = '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        archive.writestr(
            "[Content_Types].xml", f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{kinds}</Types>'
        )
        target = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{target}</Relationships>')
    return stream.getvalue()


ROWS = {0: {0: "tekst", 1: "dato"}, 1: {0: TEXT, 1: "2026-05-04"}, 2: {0: "Skjult.", 1: ""}, 3: {0: "#DIV/0!", 1: "2026-05-05"}}


def test_a_binary_workbook_is_read_like_any_other():
    assert read("a.xlsb", binary({"Ark1": binary_sheet(ROWS, {2}), "Ark2": binary_sheet(ROWS)})) == [
        TEXT,
        Problem("a.xlsb", "Ark1!A4: a formula that gives an error"),
        Problem("a.xlsb", "Ark1: row 3 is hidden, and not read", note=True),
        TEXT,
        "Skjult.",
        Problem("a.xlsb", "Ark2!A4: a formula that gives an error"),
    ]


def test_a_cell_far_away_in_a_binary_workbook_costs_its_sheet():
    far = binary_sheet({**ROWS, 1048575: {16383: "x"}})
    assert read("a.xlsb", binary({"Ark1": far, "Ark2": binary_sheet({0: {0: "tekst"}, 1: {0: TEXT}})})) == [
        too_large("a.xlsb", "Ark1"),
        TEXT,
    ]


def test_a_blank_cell_far_away_is_none():
    assert read("a.xlsb", binary({"Ark1": binary_sheet({0: {0: "tekst"}, 1: {0: TEXT}, 1048575: {16383: None}})})) == [TEXT]


@pytest.mark.parametrize("cut", [1, 7, 40, 90])
def test_a_binary_workbook_that_is_cut_short_is_read_or_refused(cut):
    whole = binary_sheet(ROWS)
    found = read("a.xlsb", binary({"Ark1": whole[:-cut] + b"\xff" * 3}))
    assert all(isinstance(each, str) or each.message for each in found)


OPEN = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Ark1">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ('table:number-rows-repeated="1000000"', 'table:number-columns-repeated="16000"'),
        ('a=">" table:number-rows-repeated="1000000"', 'a=">" table:number-columns-repeated="16000"'),
        ('table:number-rows-repeated="+1000000"', "table:number-columns-repeated='+16000'"),
        ('table:number-rows-repeated="00000000001000000"', 'table:number-columns-repeated=" 16000"'),
    ],
)
def test_what_repeats_in_an_open_document_is_counted_however_it_is_written(row, cell):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        rows = f'<table:table-row {row}><table:table-cell {cell} office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
        archive.writestr("content.xml", OPEN.format(rows))
    with pytest.raises(InputError, match="the sheet “Ark1” is too large to be read"):
        read("a.ods", stream.getvalue())
