"""Fixes: inflection, capitals, word order, what is never touched, and no lower score."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from advocacy_lint.advice import fixes
from advocacy_lint.api import lint
from advocacy_lint.cli import app
from advocacy_lint.model import Fix


def fixed(text: str, language: str, unsafe: bool = False) -> str:
    return fixes.converge(text, lambda each: [lint(each, language=language)], unsafe).text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("da", "Vi implementerede planen og optimerede pumpen i går.", "Vi indførte planen og forbedrede pumpen i går."),
        ("da", "Såfremt den lækker, har vi pumper samt slanger.", "Hvis den lækker, har vi pumper og slanger."),
        ("en", "We utilised the pump and leveraged the valve.", "We used the pump and used the valve."),
        ("en", "Prior to lunch we stopped the pump in order to eat.", "Before lunch we stopped the pump to eat."),
    ],
)
def test_safe_fixes(language: str, text: str, expected: str) -> None:
    assert fixed(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lene sagde: »Vi har pumper samt slanger.« Så gik hun hjem.",
        "Vi gik hjem klokken fem. #samt",
        "Læs https://example.com/samt/side før mandag, Lene.",
    ],
)
def test_others_words_links_and_hashtags_stay(text: str) -> None:
    assert fixed(text, "da", unsafe=True) == text


def test_overlapping_fixes_the_first_wins() -> None:
    first, second, third = Fix(0, 5, "a"), Fix(3, 8, "b"), Fix(9, 10, "c", safe=False)
    assert fixes.chosen([first, second, third]) == [first]
    assert fixes.chosen([first, second, third], unsafe=True) == [first, third]


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("Det er meget fint.", 7, 12, "Det er fint."),
        ("Det er fint nok.", 12, 15, "Det er fint."),
        ("Nok er nok", 0, 3, "er nok"),
    ],
)
def test_no_blanks_are_left_over(text: str, start: int, end: int, expected: str) -> None:
    assert fixes.apply(text, [Fix(start, end, "")]) == expected


def test_files_keep_encoding_line_endings_front_matter_and_rights(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    before = "\ufeff---\r\nlanguage: da\r\naudience: pumper samt slanger\r\n---\r\nSåfremt den lækker, har vi pumper samt slanger.\r\n"
    path.write_bytes(before.encode())
    path.chmod(0o640)
    CliRunner().invoke(app, ["check", str(path), "--fix", "--isolated", "--no-cache"])
    assert path.read_bytes().decode() == before.replace("Såfremt", "Hvis").replace("pumper samt slanger.", "pumper og slanger.")
    assert path.stat().st_mode & 0o777 == 0o640


def test_diff_writes_nothing_and_says_so_by_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Såfremt den lækker, har vi pumper samt slanger.\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(path), "--diff", "--isolated", "--language", "da"])
    assert result.exit_code == 1
    assert result.stdout.splitlines()[2:] == [
        "@@ -1 +1 @@",
        "-Såfremt den lækker, har vi pumper samt slanger.",
        "+Hvis den lækker, har vi pumper og slanger.",
    ]
    assert path.read_text(encoding="utf-8") == "Såfremt den lækker, har vi pumper samt slanger.\n"


def test_json_lines_have_their_field_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    untouched = b'{"id":1,  "lang": "da", "text": "Lene gik hjem klokken fem i regnvejr."}'
    path.write_bytes(untouched + b'\n{"id": 2, "lang": "da", "text": "S\xc3\xa5fremt den l\xc3\xa6kker, har vi pumper samt slanger."}\n')
    CliRunner().invoke(app, ["check", str(path), "--fix", "--isolated", "--no-cache", "--format", "json"])
    lines = path.read_bytes().split(b"\n")
    assert lines[0] == untouched
    assert json.loads(lines[1]) == {"id": 2, "lang": "da", "text": "Hvis den lækker, har vi pumper og slanger."}
    assert lines[2:] == [b""]


PIECES = {
    "da": ["Vi er stolte af at kunne meddele, at", "samt", "eksekvere", "Såfremt", "Hal 4 åbner", "»samt«", "#samt", "\n\n", ",", ".", "🎉", "Lene", "3,2 mia. kr."],
    "en": ["We are proud to announce that", "utilise", "prior to", "In order to", "the ramp opens", "“prior to”", "\r\n", ",", "!", "🎉", "Anna", "$3 m"],
}  # fmt: skip


def test_mutated_posts_neither_crash_nor_loop_nor_lose(count: int = 60) -> None:
    chance = random.Random(4)
    for number in range(count):
        language = ("da", "en")[number % 2]
        text = " ".join(chance.choice(PIECES[language]) for _ in range(chance.randrange(1, 25)))
        before = lint(text, language=language)
        after = lint(fixed(text, language, unsafe=True), language=language)
        assert not fixes.worse([before], [after]), text
