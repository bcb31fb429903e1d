"""Adopting the linter in a repository with 500 old posts: a baseline, one post made worse, and exactly that one reported everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import posts as generated

WORSE = "\n\nVi er nummer ét på markedet og leverer et rekordoverskud på 3,2 mia. kr.\n"


def run(folder, *arguments, **env):
    environment = {key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "FORCE_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_lint", "check", *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8",
        env={**environment, "ADVOCACY_LINT_CACHE_DIR": "", **env},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def git(folder, *arguments):
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    docx = pytest.importorskip("docx")
    openpyxl = pytest.importorskip("openpyxl")
    folder = tmp_path_factory.mktemp("content")
    generated.folder(folder / "posts", 500, "da")
    document = docx.Document()
    document.add_heading("Fra værkstedet", 1)
    document.add_paragraph("Kl. 6 skilte Lene pumpen ad. Det virkede ikke, og så ringede vi til Bo.")
    document.save(str(folder / "posts" / "vaerksted.docx"))
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Juni"
    sheet.append(["Dato", "Forfatter", "Målgruppe", "Opslag"])
    sheet.append(["2026-06-01", "Mette", "mejerister", "Vi er stolte af at kunne præsentere vores nye pumpe i verdensklasse."])
    sheet.append(["2026-06-08", "Bo", "svejsere", "Svejsningen holdt i tre uger. Så revnede den, fordi jeg havde glemt at varme op."])
    workbook.save(folder / "posts" / "kalender.xlsx")
    rows = "Dato;Forfatter;Tekst\r\n2026-06-02;Søren;Vi fik målt støjen på lageret. Den var værre, end jeg troede.\r\n"
    (folder / "posts" / "kalender.csv").write_bytes(rows.encode("cp1252"))
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "old posts")
    code, _, said = run(folder, "posts", "--write-baseline", "baseline.json", "--ignore", "portfolio")
    assert (code, said.endswith(" findings written\n")) == (0, True)
    return folder


@pytest.fixture
def worse(repository):
    path = repository / "posts" / "000" / "00042.md"
    before = path.read_bytes()
    path.write_bytes(before + WORSE.encode())
    yield repository
    path.write_bytes(before)


COMMON = ("--baseline", "baseline.json", "--ignore", "portfolio")
EXPECTED = {"brag/market-position", "brag/financial-result"}


def test_everything_is_read_and_nothing_is_new(repository):
    assert run(repository, "posts", *COMMON) == (0, "", "504 posts; nothing that the baseline has not\n")
    data = json.loads(run(repository, "posts", "--format", "json", "--ignore", "portfolio")[1])
    assert (data["summary"]["posts"], data["errors"]) == (504, [])
    places = {post["path"]: [finding["place"] for finding in post["findings"] if finding["excerpt"]] for post in data["posts"]}
    assert set(places["posts/kalender.xlsx"]) <= {"Juni!D2", "Juni!D3"}


def test_the_hook_reports_exactly_the_post_made_worse(worse):
    # What pre-commit runs: the hook's entry, with the changed files.
    code, out, _ = run(worse, "--quiet", *COMMON, "--format", "concise", "posts/000/00042.md", "posts/000/00043.md")
    assert code == 1
    assert {line.split(":")[0] for line in out.splitlines()} == {"posts/000/00042.md"}
    assert {line.split(" ")[2] for line in out.splitlines()} >= EXPECTED


def test_github_reports_exactly_the_post_made_worse(worse):
    code, out, _ = run(worse, "posts", *COMMON, GITHUB_ACTIONS="true")
    assert code == 1
    assert {line.split("file=")[1].split(",")[0] for line in out.splitlines()} == {"posts/000/00042.md"}


def test_sarif_reports_exactly_the_post_made_worse(worse):
    code, out, _ = run(worse, "posts", *COMMON, "--format", "sarif")
    results = json.loads(out)["runs"][0]["results"]
    assert code == 1
    assert {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results} == {"posts/000/00042.md"}
    assert {result["ruleId"] for result in results} >= EXPECTED


def test_only_what_changed_since_a_revision(worse):
    data = json.loads(run(worse, "posts", "--changed-since", "HEAD", "--format", "json")[1])
    assert [post["path"] for post in data["posts"]] == ["posts/000/00042.md"]
    options = ("--changed-since", "HEAD", "--max-drop", "1", "--fail-on", "never", "--select", "craft,brag", "--format", "json")
    code, out, error = run(worse, "posts", *options)
    (post,) = json.loads(out)["posts"]
    assert (code, error, post["failed"], post["findings"][0]["rule"]) == (1, "", True, "score/dropped")
    assert run(worse, "posts", "--changed-since", "nowhere")[::2] == (2, "no Git revision “nowhere”\n")
