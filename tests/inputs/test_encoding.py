"""Bytes to text: what is read, and what is refused with which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.inputs.encoding import decode, without_surrogates
from advocacy_lint.model import Problem

TEXT = "Vi åbnede døren kl. 5.40, og så stod der 12 kasser æbler på gulvet 🍎"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_unicode_with_and_without_mark(codec, mark):
    text = mark + TEXT
    assert decode(text.encode(codec), "a.md") == (text, codec)


def test_windows_is_read_only_where_asked():
    data = TEXT.replace(" 🍎", "").encode("cp1252")
    assert decode(data, "a.csv", windows=True) == (TEXT.replace(" 🍎", ""), "cp1252")
    with pytest.raises(InputError) as caught:
        decode(data, "a.md")
    assert str(caught.value) == "a.md:1: not UTF-8: byte 0xE5 at offset 3 (it looks like Windows-1252: save it as UTF-8)"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"abc\0def", "not text: a NUL byte at offset 3"),
        (b"%PDF-1.7\n", "not text: it looks like a PDF: copy its text into a .md or .txt file"),
        (b"PK\x03\x04rest", "not text: it looks like a zip or Office file under another name"),
        (b"\xd0\xcf\x11\xe0\xa1", "not text: it looks like an old Word or Excel file: save it as .docx or .xlsx"),
        (b"hej\n\xc3(", "not UTF-8: byte 0xC3 at offset 4"),
        (b"\xff\xfea\x00\x00\xd8", "not UTF-16-LE: unexpected end of data at offset 4"),
    ],
)
def test_what_is_refused(data, said):
    with pytest.raises(InputError) as caught:
        decode(data, "a.md")
    assert caught.value.message == said


def test_half_characters_are_replaced_one_for_one():
    assert without_surrogates("a\ud800b\udfffæ") == "a\ufffdb\ufffdæ"
    assert without_surrogates("æøå") == "æøå"


@given(st.binary(max_size=200))
def test_any_bytes_give_text_that_gives_them_back_or_one_line(data):
    said, again = "", data
    try:
        text, codec = decode(data, "a.md")
        again = text.encode(codec)
    except InputError as error:
        said = str(error)
    assert "\n" not in said
    assert again == data


LETTER = "Kl. 5.40 stod pumpen stille på værkstedet – og så sagde Søren: “Øv”.\n"


@pytest.mark.parametrize(("codec", "called"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman")])
def test_a_text_file_as_word_saves_it_is_read_and_said(codec, called):
    note, post = read_source(Source("a.txt", data=LETTER.encode(codec)), Config())
    assert (post.text, note) == (LETTER, Problem("a.txt", f"not UTF-8: read as {called}", note=True))


def test_one_letter_of_the_old_mac_is_enough():
    assert decode("værkstedet".encode("mac_roman"), "a.txt") == ("værkstedet", "mac_roman")


def test_a_page_that_does_not_say_what_its_letters_are_is_read_as_browsers_do():
    page = "<html><body><p>Kl. 5.40 stod pumpen på værkstedet.</p></body></html>"
    note, post = read_source(Source("a.htm", data=page.encode("cp1252")), Config())
    assert (post.text, note) == (page, Problem("a.htm", "not UTF-8: read as Windows-1252", note=True))


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.md", LETTER.encode("cp1252")),  # in Git, where all else is UTF-8
        ("a.htm", b'<meta charset="utf-8"><p>v\xe6rksted</p>'),
        ("a.txt", b"Vi er stolte af \xff\xfe."),
        ("a.txt", bytes(range(128, 256))),
    ],
)
def test_what_is_no_text_of_ours_is_not_guessed_at(path, data):
    with pytest.raises(InputError, match="not UTF-8: byte 0x"):
        list(read_source(Source(path, data=data), Config()))


def test_fixes_are_written_in_the_letters_of_the_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Såfremt den lækker, ringer vi.\r\n".encode("cp1252"))
    assert CliRunner().invoke(app, ["check", str(path), "--fix", "--no-cache"]).exit_code == 0
    assert path.read_bytes() == "Hvis den lækker, ringer vi.\r\n".encode("cp1252")


@pytest.mark.parametrize("text", ["Dato;Tekst\r4/5;Jeg ringede til værkstedet.\r", "Dato;Tekst\r4/5;Pumpen stod pålideligt stille.\r"])
def test_a_table_of_the_old_mac_with_one_letter_of_ours(text):
    (post,) = read_source(Source("a.csv", data=text.encode("mac_roman")), Config())
    assert post.text == text.split(";")[2].rstrip()


@pytest.mark.parametrize(("name", "kind"), [("Plan.gdoc", "docx"), ("Plan.gsheet", "xlsx")])
def test_what_google_drive_puts_into_a_folder_is_only_an_address(name, kind):
    with pytest.raises(InputError) as caught:
        list(read_source(Source(name, data=b'{"url": "https://docs.google.com/document/d/x"}'), Config()))
    assert (caught.value.message, caught.value.hint) == (f".{name[5:]} files cannot be read", f"save it as .{kind}")
