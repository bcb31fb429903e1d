"""Which files a run reads, in which order, and what it says of those it cannot."""

import io
import os
import sys

import pytest

from advocacy_lint.config import Config
from advocacy_lint.files import globs
from advocacy_lint.inputs import Source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.model import Problem


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(*paths, text="Hej"):
        for path in paths:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text)

    return write


def found(*paths, **options):
    return [each.path if isinstance(each, Source) else each for each in discover(paths, **options)]


def test_folders_give_known_files_in_order_once(folder):
    folder("b.md", "a.txt", "c/d.docx", "c/a.jsonl", "x.py", "page.html", "data.json", ".hidden.md", "~$b.docx", "UP.MD")
    folder(".git/x.md", "node_modules/x.md", "venv/x.md", "own/pyvenv.cfg", "own/x.md")
    assert found(".") == ["UP.MD", "a.txt", "b.md", "c/a.jsonl", "c/d.docx"]
    assert found("c", ".", "b.md") == ["c/a.jsonl", "c/d.docx", "UP.MD", "a.txt", "b.md"]


def test_named_files_are_read_whatever_they_are_called(folder):
    folder("x.py", ".hidden.md", "page.html")
    assert list(discover(["x.py", "x.py", "page.html", "gone.md"])) == [Source("x.py"), Source("page.html"), Source("gone.md")]


def test_patterns_the_shell_left_alone(folder):
    folder("a/1.md", "a/2.md", "a/b/1.md", "c/1.txt", "odd[1].md")
    assert found("a/*.md") == ["a/1.md", "a/2.md"]
    assert found("**/1.*") == ["a/1.md", "a/b/1.md", "c/1.txt"]
    assert found("odd[1].md") == ["odd[1].md"]
    assert found("z*.md", "nowhere/*.md") == [
        Problem("z*.md", "no file matches this pattern"),
        Problem("nowhere/*.md", "no file matches this pattern"),
    ]


def test_gitignore_of_the_folder_of_its_parents_and_of_its_children(folder, monkeypatch):
    folder("a.md", "b.md", "out/x.md", "sub/a.md", "sub/keep.md", "sub/deep/b.md", ".git/HEAD")
    folder(".gitignore", text="/a.md\nout/\nsub/*.md\n!sub/keep.md\n")
    folder("sub/deep/.gitignore", text="*\n")
    assert found(".") == ["b.md", "sub/keep.md"]
    monkeypatch.chdir("sub")
    assert found(".") == ["keep.md"]
    assert found("a.md") == ["a.md"]
    monkeypatch.chdir("..")
    assert found("out") == ["out/x.md"]


def test_nothing_is_imported_for_gitignore_where_there_is_none(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pathspec", None)
    folder("a.md")
    assert found(".") == ["a.md"]


def test_a_strange_gitignore_does_not_stop_the_run(folder):
    folder("a.md", "b.md")
    folder(".gitignore", text="!\n\\\n[z\nb.md\n")
    assert found(".") == ["a.md"]


def test_links_do_not_loop_or_lead_outside(folder, tmp_path):
    folder("in/a.md", "elsewhere/b.md")
    os.symlink("..", tmp_path / "in" / "up")
    os.symlink("../elsewhere", tmp_path / "in" / "aside")
    os.symlink("self.md", tmp_path / "in" / "self.md")
    os.symlink("gone", tmp_path / "in" / "broken.md")
    assert found("in") == ["in/a.md"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind here")
def test_an_unreadable_folder_is_a_problem(folder, tmp_path):
    folder("a.md", "shut/b.md")
    (tmp_path / "shut").chmod(0)
    try:
        assert found(".") == ["a.md", Problem("shut", "the folder cannot be read: Permission denied")]
    finally:
        (tmp_path / "shut").chmod(0o700)


def test_excluded_files_and_folders(folder):
    folder("a.md", "old/b.md", "old/c.md")
    assert found(".", config=Config(exclude=("old",))) == ["a.md"]


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hej")))
    assert list(discover(["-"], stdin_filename="x/a.md")) == [Source("x/a.md", data=b"Hej")]


def test_it_is_lazy(folder):
    folder("a.md", "b.md")
    files = discover(["."])
    assert next(files) == Source("a.md", named=False)


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("a.md", "*.md", True),
        ("x/a.md", "*.md", True),
        ("x/a.md", "x", True),
        ("x/a.md", "x/", True),
        ("x/y/a.md", "x/*.md", False),
        ("x/y/a.md", "x/**/*.md", True),
        ("x/a.md", "x/**/*.md", True),
        ("x/y/a.md", "x/y", True),
        ("x/y/a.md", "./x/*/", True),
        ("x/y/a.md", "y/*.md", False),
        ("x/y/a.md", "**/y/*.[mt]d", True),
        ("xx/a.md", "x/**", False),
    ],
)
def test_what_a_pattern_covers(path, pattern, expected):
    assert globs.covers(path, pattern) is expected


def test_hostile_patterns_are_cheap():
    assert not globs.matches("a/" * 200 + "a", "**/a/" * 50 + "b")
    assert not globs.matches("a" * 200, "*a" * 50 + "b")


def test_documents_of_unknown_kinds_are_counted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.rst", "b.adoc", "c.adoc", "d.org", "e.qmd", "f.png"):
        (tmp_path / name).write_text("x")
    said = "5 files of unknown kinds passed over (.adoc 2, .org 1, .qmd 1, .rst 1)"
    assert list(discover(["."])) == [Problem(".", said)]  # nothing else was read: no success
    (tmp_path / "a.md").write_text("x")
    assert list(discover(["."])) == [Source("a.md", named=False), Problem(".", said, note=True)]


def test_where_nothing_is_found_every_kind_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.png").write_text("x")
    assert list(discover(["."])) == [Problem(".", "1 file of an unknown kind passed over (.png 1)", note=True)]
    (tmp_path / "a.png").unlink()
    assert list(discover(["."])) == []


def test_what_lies_in_most_repositories_is_no_post_unless_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "README.md",
        "README.da.md",
        "CHANGELOG.md",
        "LICENSE.txt",
        "requirements.txt",
        "requirements-dev.txt",
        "readme-pumpen.md",
        "a.md",
    ):
        (tmp_path / name).write_text("x")
    assert [each.path for each in discover(["."])] == ["a.md", "readme-pumpen.md"]
    assert list(discover(["README.md"])) == [Source("README.md")]


def test_exclude_holds_for_named_files_when_forced(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").mkdir()
    for name in ("old/a.md", "b.md"):
        (tmp_path / name).write_text("x")
    config = Config(exclude=(f"{tmp_path}/old",))
    assert [each.path for each in discover(["old/a.md", "b.md"], config)] == ["old/a.md", "b.md"]
    assert [each.path for each in discover(["old/a.md", "b.md"], config, force_exclude=True)] == ["b.md"]
    assert [each.path for each in discover(["."], exclude=["b.md"])] == ["old/a.md"]


def test_include_is_what_is_read_in_folders(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.html", "README.md"):
        (tmp_path / name).write_text("x")
    config = Config(include=("*.html", "README.md"))
    assert [each.path for each in discover(["."], config)] == ["README.md", "b.html"]
    assert [each.path for each in discover(["a.md"], config)] == ["a.md"]
