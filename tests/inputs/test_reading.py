"""One file in, posts out: the shared contract of readers, and what stops a file from being read."""

import os
import subprocess
import sys

import pytest

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import READERS, Source, problem_of, read_source
from advocacy_lint.model import Post, Problem, Span

CONFIG = Config()


def read(path, data=None):
    return list(read_source(Source(str(path), data=data), CONFIG))


def refused(path, data=None):
    with pytest.raises(InputError) as caught:
        read(path, data)
    return problem_of(caught.value)


def test_plain_text_is_one_post(tmp_path):
    (tmp_path / "draft").write_bytes("\ufeffHej `du`\r\n".encode())
    path = str(tmp_path / "draft")
    assert read(path) == [Post(path, "\ufeffHej `du`\r\n", muted=(Span(0, 1),))]


def test_standard_input_without_a_name_is_markdown():
    assert read("-", b"Hej `du`") == [Post("-", "Hej `du`", muted=(Span(4, 8),))]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("suffix", sorted(READERS))
def test_empty_files_are_said_so(data, suffix):
    assert read("a" + suffix, data) == [Problem("a" + suffix, "empty", note=True)]


@pytest.mark.parametrize("suffix", sorted(READERS))
@pytest.mark.parametrize("data", [b"\0\1\2 binary", b"\xff\xfe\xff", b"\xc3("])
def test_no_reader_takes_what_is_not_its_format(suffix, data):
    found, caught = [], None
    try:
        found = read("a" + suffix, data)
    except InputError as error:
        caught = error
    assert all(isinstance(each, Problem) for each in found)
    assert caught is None or (caught.path == "a" + suffix and "\n" not in str(caught))


def test_what_cannot_be_opened(tmp_path):
    assert refused("gone.md") == Problem("gone.md", "no such file")
    assert refused(tmp_path).message == "a folder, not a file"
    assert refused("a\0b.md").message == "cannot be read"
    assert refused("old.doc") == Problem("old.doc", ".doc files cannot be read (save it as .docx)")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_an_unreadable_file(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("Hej")
    path.chmod(0)
    assert refused(path).message == "no permission to read it"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "a.md"
    with open(path, "wb") as file:
        file.truncate(10**12)
    assert refused(path) == Problem(str(path), "larger than 10 MB (a draft is a few thousand characters)")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device")
def test_a_file_without_end_is_refused():
    assert refused("/dev/zero").message == "larger than 10 MB (a draft is a few thousand characters)"


def test_where_metadata_is_required_its_absence_counts():
    (post,) = read_source(Source("a.md", data=b"Hej"), Config(metadata="required"))
    assert post == Post("a.md", "Hej", has_meta=True)


HEAVY = ("yaml", "rich", "pathspec", "openpyxl", "docx", "difflib", "html.parser", "zipfile", "csv", "tomllib", "json")


def test_importing_and_reading_a_post_is_cheap():
    program = (
        "import sys; from advocacy_lint import config, inputs; from advocacy_lint.inputs import discovery, Source, read_source;"
        "list(read_source(Source('a.md', data=b'---\\naudience: a\\n---\\nHej `x`'), config.Config()));"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
