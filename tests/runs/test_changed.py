"""`check --changed-since`: posts are compared, not files; a submodule is asked as well."""

import os
import subprocess
import sys

import pytest

BRAG = "Vi er stolte af at kunne præsentere et nyt rekordår."
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@x", "-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false")


def git(folder, *arguments):
    subprocess.run([*GIT, *arguments], cwd=folder, check=True, capture_output=True)


def checked(folder, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_lint", "check", "--isolated", "--no-cache", "--select", "brag", "-f", "concise", *arguments],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    return [line.partition(": ")[0] for line in done.stdout.splitlines()], done.stderr


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    rows = "".join(f"2026-05-0{day};{BRAG} Dag {day}.\n" for day in range(1, 4))
    (folder / "plan.csv").write_text(f"Dato;Opslag\n{rows}", encoding="utf-8")
    (folder / "a.md").write_text(BRAG, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a")
    return folder


def test_one_changed_row_is_one_post(repository):
    plan = repository / "plan.csv"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Dag 2", "Dag to"), encoding="utf-8")
    assert checked(repository, ".", "--changed-since", "HEAD") == (["plan.csv:line 3"], "")


def test_a_new_row_above_the_others_is_one_post(repository):
    plan = repository / "plan.csv"
    plan.write_text(plan.read_text(encoding="utf-8").replace("Opslag\n", f"Opslag\n2026-04-30;{BRAG}\n"), encoding="utf-8")
    assert checked(repository, ".", "--changed-since", "HEAD") == (["plan.csv:line 2"], "")


def test_a_row_that_was_copied_is_one_post(repository):
    plan = repository / "plan.csv"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text + text.splitlines()[-1] + "\n", encoding="utf-8")
    assert checked(repository, ".", "--changed-since", "HEAD")[0][:1] == ["plan.csv:line 5"]


def test_nothing_changed_and_a_new_file(repository):
    assert checked(repository, ".", "--changed-since", "HEAD") == ([], "")
    (repository / "b.md").write_text(BRAG, encoding="utf-8")
    assert checked(repository, ".", "--changed-since", "HEAD")[0][0] == "b.md:1:44"


def test_a_change_in_a_submodule_is_seen(repository, tmp_path):
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "submodule", "add", "-q", str(repository), "posts")
    git(outer, "commit", "-qm", "a")
    assert checked(outer, "posts", "--changed-since", "HEAD") == ([], "")
    (outer / "posts" / "a.md").write_text(f"Kl. 5.40. {BRAG}", encoding="utf-8")
    assert checked(outer, "posts", "--changed-since", "HEAD") == (["posts/a.md:1:54"], "")
