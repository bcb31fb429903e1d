"""Damaged files of every format: posts, problems or one line, never another exception. A short run; the seed makes it repeatable."""

import io
import random
import zipfile

import docx
import pytest
from openpyxl import Workbook

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post, Problem


def document():
    made = docx.Document()
    made.add_heading("Et", 1)
    made.add_paragraph("Forfatter: Bo")
    table = made.add_table(2, 2)
    table.rows[0].cells[1].text, table.rows[1].cells[1].text = "tekst", "Hej"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def workbook():
    made = Workbook()
    made.active.append(["dato", "tekst"])
    made.active.append([1, "Hej"])
    made.active.merge_cells("A2:A3")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


SEEDS = {
    ".docx": document(),
    ".xlsx": workbook(),
    ".csv": 'dato;tekst\n1;"Hej\nåh"\n'.encode("cp1252"),
    ".html": b"<html lang=da><body><p>Hej&nbsp;<b>x</b><!-- advocacy-lint off: a --></body></html>",
    ".yml": b"opslag:\n - tekst: hej\n   dato: 1\n",
    ".json": b'[{"text": "a", "id": 1}]',
    ".jsonl": b'{"text": "a"}\n{"text": "b"}',
    ".md": b"---\na: b\n---\n# x `y` [z](u)\n<!-- advocacy-lint off: t -- until 2027-01-01 -->",
}


def damaged(chance, data):
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            del data[at : at + chance.randint(1, 20)]
        elif kind == 2:
            data[at:at] = chance.randbytes(chance.randint(1, 5))
        else:
            data[at:at] = data[: chance.randint(1, 50)]
    return bytes(data)


def damaged_inside(chance, data):
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = chance.choice([each for each in parts if each.endswith(".xml")])
    parts[name] = damaged(chance, parts[name])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for each, content in parts.items():
            new.writestr(each, content)
    return stream.getvalue()


@pytest.mark.parametrize("suffix", SEEDS)
def test_damaged_files(suffix):
    chance = random.Random(suffix)
    for _ in range(60):
        office = SEEDS[suffix].startswith(b"PK") and chance.random() < 0.8
        data = (damaged_inside if office else damaged)(chance, SEEDS[suffix])
        try:
            found = list(read_source(Source("a" + suffix, data=data), Config()))
        except InputError as error:
            found = [Problem("a" + suffix, str(error))]
        for each in found:
            if isinstance(each, Post):
                assert all(0 <= span.start <= span.end <= len(each.text) for span in each.muted)
            else:
                assert "\n" not in each.message
