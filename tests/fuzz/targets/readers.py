"""Readers of every suffix: posts, problems or one InputError; spans lie inside the text. The first line names the suffix."""

import io
import zipfile

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import READERS, Source, read_source
from advocacy_lint.model import Post, Problem
from targets.common import one_line, ordered

CONFIG = Config(columns={"text": ("Ordlyd",), "author": ("Hvem",)})
# An Office file is a zip whose checksums no mutation survives: after these words the bytes are one part of a sound one.
PARTS = {
    ".docx-body": (".docx", "word/document.xml"),
    ".docx-styles": (".docx", "word/styles.xml"),
    ".xlsx-sheet": (".xlsx", "xl/worksheets/sheet1.xml"),
    ".xlsx-strings": (".xlsx", "xl/sharedStrings.xml"),
    ".xlsx-book": (".xlsx", "xl/workbook.xml"),
}
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = b"http://schemas.openxmlformats.org/package/2006/"
SOUND = {
    ".docx": {
        "word/document.xml": b"<w:document " + W + b"><w:body><w:p><w:r><w:t>Hej</w:t></w:r></w:p></w:body></w:document>",
    },
    ".xlsx": {
        "[Content_Types].xml": b'<Types xmlns="' + P + b'content-types"><Default Extension="xml" ContentType="application/xml"/>'
        b'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
        b'sharedStrings+xml"/></Types>',
        "_rels/.rels": b'<Relationships xmlns="' + P + b'relationships"><Relationship Id="r1" Type="' + R
        + b'/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="' + P + b'relationships"><Relationship Id="r1" Type="' + R
        + b'/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="' + R
        + b'/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/workbook.xml": b"<workbook " + S + b' xmlns:r="' + R
        + b'"><sheets><sheet name="Ark1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/sharedStrings.xml": b"<sst " + S + b"><si><t>tekst</t></si><si><t>Hej</t></si></sst>",
        "xl/worksheets/sheet1.xml": b"<worksheet " + S
        + b'><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData></worksheet>',
    },
}  # fmt: skip


def archive(kind, parts):
    """Return an Office file with some parts of a sound one replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in {**SOUND[kind], **parts}.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def one(data):
    """Read bytes as the file they say they are."""
    first, _, body = data.partition(b"\n")
    suffix = first.decode("ascii", "replace")
    if suffix in PARTS:
        kind, name = PARTS[suffix]
        suffix, body = kind, archive(kind, {name: body})
    elif suffix not in READERS:
        suffix = ".md"
    try:
        found = list(read_source(Source(f"fuzz{suffix}", data=body), CONFIG))
    except InputError as error:
        one_line(error)
        return
    for each in found:
        assert isinstance(each, Post | Problem)
        if isinstance(each, Problem):
            one_line(each.message)
        else:
            check(each)


def check(post):
    """Hold a post to what the engine relies on."""
    assert 0 <= post.start <= post.stop <= len(post.text)
    ordered(post.muted, 0, len(post.text))
    assert list(post.places) == sorted(post.places)
    assert all(isinstance(key, str) and isinstance(value, str) for key, value in post.meta.items())
    for each in post.suppressions:
        assert 0 <= each.comment.start < each.comment.end <= len(post.text)
        assert each.start <= each.end <= len(post.text)
    (post.text + (post.id or "") + "".join(post.meta) + "".join(post.meta.values())).encode()
