"""The interview as it stands on the screen, and what it refuses."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.errors import ConfigError, InputError

DRAFT = "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr."


def run(*words: object, answers: str = ""):
    return CliRunner().invoke(app, [str(word) for word in words], input=answers)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "opslag.md"
    path.write_text(f"---\nlanguage: da\n---\n{DRAFT}\n", encoding="utf-8")
    return path


def test_the_screen_of_an_interview(draft: Path):
    lines = run("coach", draft, answers="Lene stod på rampen.\n<\n\nq\n").stdout.split("\n")
    verdict, shown = lines[: lines.index("")], lines[lines.index("") + 1 :]
    assert verdict[0].endswith("  E  pressemeddelelse")
    assert {line[:2] for line in verdict[1:]} == {"- ", "  "}
    assert shown[:3] == [
        "Svar, som du ville sige det højt: svarene bliver til opslaget.",
        "Enter springer over · < går tilbage · q slutter (svarene gemmes)",
        "",
    ]
    first = shown[3]
    assert first == "1/5  Hvem stod bag 3,2 mia. kr., og hvad var ved at gå galt?"
    second = next(line for line in shown if line.startswith("> 2/5"))
    assert shown[3:] == [
        first,
        second,
        f"> {first}",
        "  (Lene stod på rampen.)",
        second,
        f"> Svarene ligger i {draft}.answers.yml. Kør kommandoen igen for at gå videre.",
        "",
    ]


def test_answers_by_number(draft: Path, tmp_path: Path):
    answers, new = tmp_path / "svar.yml", tmp_path / "ny.md"
    answers.write_text("1: Kl. 5.40 stod Lene på rampen.\ninvitation: Hvad gør I?\n", encoding="utf-8")
    assert run("coach", draft, "--answers", answers, "--output", new).exit_code == 0
    assert new.read_text(encoding="utf-8") == (
        '---\nlanguage: da\ngoal: "Hvad gør I?"\n---\nKl. 5.40 stod Lene på rampen.\n\nHvad gør I?\n'
    )


def test_an_interview_that_is_cut_off_keeps_what_was_said(draft: Path):
    run("coach", draft, answers="Kl. 5.40 stod Lene på rampen.\n")
    kept = draft.with_name("opslag.md.answers.yml")
    assert kept.read_text(encoding="utf-8") == 'opening: "Kl. 5.40 stod Lene på rampen."\n'
    assert "2/5" in run("coach", draft, answers="q\n").stdout
    assert "1/5" not in run("coach", draft, answers="q\n").stdout


def test_no_control_character_of_an_answer_reaches_the_terminal(draft: Path):
    shown = run("coach", draft, answers="\x1b[31mrød\n<\nq\n").stdout
    assert "\x1b" not in shown
    assert "⟨U+001B⟩[31mrød" in shown


@pytest.mark.parametrize("command", ["coach", "scaffold"])
def test_no_file_is_overwritten(command: str, draft: Path):
    before = draft.read_bytes()
    result = run(command, draft, "--output", draft)
    assert isinstance(result.exception, ConfigError)
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "error"), [("- a\n", "answers are written as"), ("opening: [a]\n", "answers are written as"), ("a: b: c\n", "not YAML")]
)
def test_answers_that_are_none(content: str, error: str, draft: Path, tmp_path: Path):
    answers = tmp_path / "svar.yml"
    answers.write_text(content, encoding="utf-8")
    result = run("coach", draft, "--answers", answers)
    assert isinstance(result.exception, InputError)
    assert error in str(result.exception)


@pytest.mark.parametrize("command", ["coach", "scaffold"])
def test_a_file_of_several_posts_or_of_another_language_is_refused(command: str, tmp_path: Path):
    several, other = tmp_path / "plan.jsonl", tmp_path / "post.md"
    several.write_text('{"text": "Hej med jer alle sammen."}\n{"text": "Hej igen til jer alle."}\n', encoding="utf-8")
    other.write_text("Wir freuen uns sehr, heute unsere neue Maschine vorstellen zu dürfen.", encoding="utf-8")
    assert "several posts" in str(run(command, several).exception)
    assert "neither Danish nor English" in str(run(command, other).exception)
    assert isinstance(run(command, other, "--shape", "poem").exception, ConfigError)
