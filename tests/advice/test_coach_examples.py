"""Every boring example, coached with the answers an employee would give: a post worth reading, and not a fact that nobody gave."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from advocacy_lint import safe_yaml
from advocacy_lint.cli import app
from advocacy_lint.rulebook import builtin_pack

ROOT = builtin_pack().parent
ANSWERS = Path(__file__).parent / "answers"
BORING = sorted([*(ROOT / "examples" / "da").glob("*-kedelig.md"), *(ROOT / "examples" / "en").glob("*-boring.md")])
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
LINK = re.compile(r"https?://\S+")
CAPITAL = re.compile(r"[A-ZÆØÅ][\w’'-]*")


def body(text: str) -> str:
    return text.split("---\n", 2)[2]


def words_of(path: Path) -> str:
    answers = safe_yaml.load((ANSWERS / f"{path.stem}.yml").read_text(encoding="utf-8"), strings=True)
    return "\n".join([path.read_text(encoding="utf-8"), *answers.values()])


def test_every_boring_example_has_answers():
    assert len(BORING) == 12
    assert sorted(path.stem for path in ANSWERS.glob("*.yml")) == sorted(path.stem for path in BORING)


@pytest.mark.parametrize("path", BORING, ids=lambda path: path.stem)
def test_coached_it_is_worth_reading_and_nothing_is_made_up(path: Path, tmp_path: Path):
    fixed, new = tmp_path / path.name, tmp_path / "new.md"
    fixed.write_bytes(path.read_bytes())
    CliRunner().invoke(app, ["check", str(fixed), "--fix", "--isolated"])
    result = CliRunner().invoke(app, ["coach", str(fixed), "--answers", str(ANSWERS / f"{path.stem}.yml"), "--output", str(new)])
    assert result.exit_code == 0, result.output
    judged = CliRunner().invoke(app, ["check", str(new), "--format", "json", "--isolated"])
    text = new.read_text(encoding="utf-8")
    score = json.loads(judged.stdout)["posts"][0]["score"]
    assert score > 65, f"{score}\n{text}\n{result.output}"
    given = words_of(path)
    for kind in (NUMBER, LINK, CAPITAL):
        assert set(kind.findall(text)) <= set(kind.findall(given)), kind.pattern
    assert "[" not in body(text)


@pytest.mark.parametrize("path", BORING, ids=lambda path: path.stem)
def test_a_scaffold_keeps_numbers_and_links_and_makes_none_up(path: Path):
    result = CliRunner().invoke(app, ["scaffold", str(path)])
    assert result.exit_code == 0
    text, draft = body(result.stdout.split("\nUdeladt:")[0].split("\nLeft out:")[0]), body(path.read_text(encoding="utf-8"))
    assert set(LINK.findall(text)) == set(LINK.findall(draft))
    assert set(NUMBER.findall(text)) <= set(NUMBER.findall(draft))
