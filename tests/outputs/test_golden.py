"""Complete outputs for reports built by hand: one file in golden/ for each."""

import re
from pathlib import Path

import pytest
from samples import COPIES, PROBLEM, boring, human, rendered, unknown

GOLDEN = Path(__file__).parent / "golden"
MANY = (human("b/god.md"), boring("a/kedelig.md"), boring("a/værre.md", 3), unknown(), human("c/næsten.md", 71, "B"))
CASES = {
    "text-boring": lambda: rendered("text", boring()),
    "text-boring-60": lambda: rendered("text", boring(), width=60),
    "text-boring-40": lambda: rendered("text", boring(), width=40),
    "text-boring-200": lambda: rendered("text", boring(), width=200),
    "text-boring-verbose": lambda: rendered("text", boring(), verbose=True),
    "text-boring-no-score": lambda: rendered("text", boring(), with_score=False),
    "text-human": lambda: rendered("text", human()),
    "text-human-verbose": lambda: rendered("text", human(), verbose=True),
    "text-not-judged": lambda: rendered("text", unknown()),
    "text-many": lambda: rendered("text", *MANY, portfolio=[COPIES]),
    "text-many-no-score": lambda: rendered("text", *MANY, with_score=False),
    "text-many-quiet": lambda: rendered("text", *MANY, quiet=True),
    "concise": lambda: rendered("concise", *MANY, portfolio=[COPIES], problems=[PROBLEM]),
    "json": lambda: rendered("json", boring(), human(), portfolio=[COPIES], problems=[PROBLEM]),
    "json-no-score": lambda: rendered("json", boring(), human(), with_score=False),
    "jsonl": lambda: rendered("jsonl", boring(), human(), portfolio=[COPIES], problems=[PROBLEM]),
    "csv": lambda: rendered("csv", *MANY),
    "markdown": lambda: rendered("markdown", *MANY, portfolio=[COPIES], problems=[PROBLEM]),
    "markdown-no-score": lambda: rendered("markdown", boring(), with_score=False),
}


def version_hidden(text):
    return re.sub(r'("name":"advocacy-lint","version":)"[^"]*"', r'\1"…"', text)


@pytest.mark.parametrize("case", CASES)
def test_output_is_as_in_the_file(case):
    assert version_hidden(CASES[case]()) == (GOLDEN / f"{case}.txt").read_text(encoding="utf-8")


def test_every_file_has_a_case():
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted(CASES)


def test_color_adds_and_never_carries():
    """Without its escapes the coloured screen says what the plain one says, with bars for numbers."""
    bare = re.sub(r"\x1b\[[0-9;]*m", "", rendered("text", boring(), color=True))
    plain = rendered("text", boring())
    scores = re.compile(r"(tone|praleri|stemme|målgruppe|formål|håndværk) +[\d▏▎▍▌▋▊▉█]+ *")
    assert scores.sub(r"\1 ", bare).replace(" \n", "\n") == scores.sub(r"\1 ", plain).replace(" \n", "\n")
    assert scores.findall(bare) == scores.findall(plain)
    assert "håndværk ████" in bare


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen_but_commands_to_paste(width):
    from advocacy_lint.outputs.layout import width as columns

    lines = rendered("text", boring(), width=width, verbose=True).splitlines()
    assert [line for line in lines if columns(line) > max(width, 40)] == []
