"""Rules say themselves what the answer to their question becomes, and what is heard where they speak: no rule's name is written in code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from advocacy_lint import rulebook
from advocacy_lint.advice import scaffold, shapes
from advocacy_lint.api import lint
from advocacy_lint.config import Config
from advocacy_lint.errors import RuleError
from advocacy_lint.files.packs import builtin_folder
from advocacy_lint.model import TextSignature
from advocacy_lint.outputs.phrases import grade_word
from advocacy_lint.portfolio import signature
from advocacy_lint.portfolio.picture import picture
from advocacy_lint.rulebook.format import HEARD, PARTS

SRC = Path(rulebook.__file__).parents[1]
RULE = """\
check: phrase
level: {level}
{says}
evidence: {{tier: practice, source: our editor}}
en:
  message: "“{{match}}”."
  why: We have seen it.
  match: {{phrases: [frobnicated]}}
  ask: ["Which frob did you turn?"]
"""
TEXT = "We frobnicated the old boiler, and the water in the cellar rose to the second step before anybody came down to look at it.\n"


def team(folder: Path, level: str, says: str) -> Config:
    (folder / "tone").mkdir()
    (folder / "tone" / "frob.yml").write_text(RULE.format(level=level, says=says), encoding="utf-8")
    return Config(rules=(str(folder),), locale="en")


@pytest.mark.parametrize("part", ["how", "obstacle"])
def test_the_answer_to_a_teams_own_rule_goes_where_the_rule_says(part: str, tmp_path: Path) -> None:
    report = lint(TEXT, language="en", config=team(tmp_path, "error", f"part: {part}\nweight: 9"))
    asked = {each.part: each.text for each in scaffold.questions(report, "moment")}
    assert [key for key, text in asked.items() if text == "Which frob did you turn?"] == [part]


def test_a_teams_own_rule_is_heard_in_a_month(tmp_path: Path) -> None:
    report = lint(TEXT, language="en", config=team(tmp_path, "strength", "heard: doubt"))
    shown = picture([signature(report, TextSignature(20, b"", 0))], (), Config(), frozenset(("doubt", "moment")))
    assert shown.heard == {"moment": 0, "doubt": 1}


@pytest.mark.parametrize(("heard", "shape"), [("useful", "useful"), ("learned", "lesson"), ("doubt", "lesson"), ("opinion", "moment")])
def test_what_is_heard_decides_the_shape(heard: str, shape: str, tmp_path: Path) -> None:
    assert scaffold.pick_shape(lint(TEXT, language="en", config=team(tmp_path, "strength", f"heard: {heard}"))) == shape


@pytest.mark.parametrize(("says", "name"), [("heard: release", "press release"), ("part: how", "start over")])
def test_what_is_heard_decides_what_the_lowest_grade_is_called(says: str, name: str, tmp_path: Path) -> None:
    report = lint(TEXT, language="en", config=team(tmp_path, "error", f"{says}\nweight: 30"))
    assert (report.grade, grade_word(report)) == ("E", name)


@pytest.mark.parametrize(("says", "message"), [("part: hwo", "unknown part “hwo”"), ("heard: doubts", "unknown heard “doubts”")])
def test_an_unknown_part_is_refused(says: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        rulebook.load("en", team(tmp_path, "error", says).rules)
    assert (raised.value.message, raised.value.line) == (message, 3)


def test_the_parts_are_those_of_the_shapes() -> None:
    assert set(PARTS) == {*shapes.NEEDED, "goal"}


def test_every_kind_that_can_be_heard_is_heard_by_a_built_in_rule() -> None:
    assert {rule.heard for code in ("da", "en") for rule in rulebook.load(code).rules if rule.heard} == set(HEARD)


def test_no_rule_is_named_in_code() -> None:
    groups = "|".join(sorted({identity.partition("/")[0] for identity in rulebook.ids([builtin_folder()])}))
    named = [
        (file.name, node.value)
        for file in SRC.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(rf"(?:{groups})/[a-z-]+", node.value)
    ]
    assert named == []
