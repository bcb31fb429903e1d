"""Several posts in one file, numbered by lines of their own, as people send them round for approval."""

import io

import docx
import pytest

from advocacy_lint.config import Config
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post

ONE = "Kl. 5.40 stod pumpen stille i nat."
TWO = "Vi er stolte af den nye rekord."


def read(path, data, config=None):
    found = read_source(Source(path, data=data.encode() if isinstance(data, str) else data), config or Config())
    return [(each.id, each.text[each.start : each.stop].strip(), dict(each.meta)) for each in found if isinstance(each, Post)]


def word(*paragraphs):
    document = docx.Document()
    for text in paragraphs:
        run = document.add_paragraph().add_run(text.strip("*"))
        run.bold = text.startswith("*")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def files(*paragraphs):
    """Return a file of each kind that holds some paragraphs."""
    return [("a.docx", word(*paragraphs)), ("a.txt", "\r\n\r\n".join(paragraphs)), ("a.md", "\n\n".join(paragraphs))]


@pytest.mark.parametrize("kind", range(3))
@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("Opslag 1", "Opslag 2", ("Opslag 1", "Opslag 2")),
        ("Opslag 1:", "Opslag 2:", ("Opslag 1", "Opslag 2")),
        ("*OPSLAG 1*", "*OPSLAG 2*", ("OPSLAG 1", "OPSLAG 2")),
        ("LinkedIn-opslag nr. 1", "LinkedIn-opslag nr. 2", ("LinkedIn-opslag nr. 1", "LinkedIn-opslag nr. 2")),
        ("Post #1 (Lene)", "Post #2 (Bo)", ("Post #1 (Lene)", "Post #2 (Bo)")),
        ("Draft 1: The night shift", "Draft 2 – Pumps", ("Draft 1: The night shift", "Draft 2 – Pumps")),
    ],
)
def test_lines_that_number_posts_part_them(kind, first, second, names):
    path, data = files("Hej Lene. Her er to udkast til dig!", first, ONE, second, TWO)[kind]
    assert [(name, text) for name, text, _ in read(path, data)] == [(names[0], ONE), (names[1], TWO)]


@pytest.mark.parametrize("kind", range(3))
def test_each_has_its_own_metadata(kind):
    path, data = files("Opslag 1", "Forfatter: Lene", ONE, "Opslag 2", "Forfatter: Bo", TWO)[kind]
    assert [meta for _, _, meta in read(path, data)] == [{"author": "Lene"}, {"author": "Bo"}]


@pytest.mark.parametrize("kind", range(3))
@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Opslag 1", ONE),  # the only one
        ("Opslag 1", ONE, "Opslag 3", TWO),  # one is missing: perhaps it is no list
        ("Opslag 2", ONE, "Opslag 3", TWO),
        ("Jeg lærte tre ting af at skrive:", "Opslag 1: fik tre likes.", ONE, "Opslag 2: fik fire likes.", TWO),  # sentences
        ("Opslag 1", "Fik tre likes", "Opslag 2", "Fik fire likes"),  # nothing to post under them
        ("Dag 1", ONE, "Dag 2", TWO),  # one story
    ],
)
def test_other_lines_with_numbers_part_nothing(kind, paragraphs):
    path, data = files(*paragraphs)[kind]
    assert len(read(path, data)) == 1


def test_a_line_between_them_is_none_of_their_words():
    assert [text for _, text, _ in read("a.docx", word("Opslag 1", ONE, "-----", "Opslag 2", TWO))] == [ONE, TWO]


def test_places_are_those_of_the_file():
    text = f"Opslag 1\n\n{ONE}\n\nOpslag 2\n\n{TWO}\n"
    found = [each for each in read_source(Source("a.txt", data=text.encode()), Config()) if isinstance(each, Post)]
    assert [(each.start, each.stop, each.text) for each in found] == [
        (text.index("1") + 1, text.index("Opslag 2"), text),
        (text.index("2") + 1, len(text), text),
    ]
