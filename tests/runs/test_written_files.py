"""No output is written over anything that a command reads."""

import json

import pytest
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.errors import ConfigError
from advocacy_lint.outputs import FORMATS

pytestmark = pytest.mark.slow  # a process for each test

PROUD = "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.\n"
LABELLED = "".join(
    json.dumps({"id": str(number), "lang": "da", "text": PROUD * (number % 3 + 1), "verdict": ("good", "bad")[number % 2]}) + "\n"
    for number in range(6)
)
DRAFT = "a draft of this run; no output is written over it"
READ = "a file that this run reads; no output is written over it"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(PROUD, encoding="utf-8")
    (tmp_path / "l.jsonl").write_text(LABELLED, encoding="utf-8")
    (tmp_path / "p.yml").write_text("purpose: at blive bedre\n", encoding="utf-8")
    (tmp_path / "advocacy-lint.yml").write_text("exclude: [l.jsonl]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", "")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "path", "why"),
    [
        ("check a.md --output a.md", "a.md", DRAFT),
        ("check . --output b.md", "b.md", DRAFT),
        ("check . --output ./b.md", "./b.md", DRAFT),
        ("check . --output-file json=b.md", "./b.md", DRAFT),
        ("check a.md --context b.md --output b.md", "b.md", READ),
        ("check a.md --context b.md --write-baseline b.md", "b.md", READ),
        ("check a.md --output advocacy-lint.yml", "advocacy-lint.yml", READ),
        ("check a.md --write-baseline advocacy-lint.yml", "advocacy-lint.yml", READ),
        ("mix a.md b.md --output b.md", "b.md", DRAFT),
        ("mix . --output a.md", "a.md", DRAFT),
        ("mix a.md --output advocacy-lint.yml", "advocacy-lint.yml", READ),
        ("evaluate l.jsonl --write-precision l.jsonl", "l.jsonl", READ),
        ("calibrate l.jsonl -o l.jsonl", "l.jsonl", READ),
        ("audit p.yml --output p.yml", "p.yml", READ),
    ],
)
def test_what_is_read_stays_as_it_is(folder, command, path, why):
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    result = CliRunner().invoke(app, command.split())
    assert isinstance(result.exception, ConfigError)
    assert result.exception.message == why
    assert result.exception.path.removeprefix("./") == path.removeprefix("./")
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("more", [[], ["--verbose"], ["--no-score"]])
def test_the_report_of_an_earlier_run_is_written_anew(folder, name, more):
    arguments = ["check", ".", "--format", name, "--output", "report.txt", "--fail-on", "never", *more]
    found = []
    for _ in range(2):
        assert CliRunner().invoke(app, arguments).exit_code == 0
        found.append((folder / "report.txt").read_text(encoding="utf-8"))
    assert found[0] == found[1]
    assert found[0]


def test_a_files_name_says_its_format(folder):
    CliRunner().invoke(app, ["check", "a.md", "--output", "out.sarif"])
    assert json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
