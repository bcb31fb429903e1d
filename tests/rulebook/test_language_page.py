"""The page about the language of rules: fresh, and nothing of the language is missing from it."""

from pathlib import Path

from advocacy_lint import rulebook
from advocacy_lint.checks import KINDS
from advocacy_lint.checks.classes import CLASSES
from advocacy_lint.checks.computed import ABOUT, COMPUTED
from advocacy_lint.files.structure import fields, key_of
from advocacy_lint.rulebook import language_page
from advocacy_lint.rulebook.format import RuleFormat, SectionFormat

PAGE = language_page.page()


def test_the_page_is_fresh():
    assert (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8") == PAGE


def test_every_part_of_the_language_is_on_it():
    assert set(ABOUT) == set(COMPUTED)
    keys = [key_of(each) for kind in (RuleFormat, SectionFormat, *(check.Params for check in KINDS.values())) for each in fields(kind)]
    wanted = [f"### `{kind}`" for kind in KINDS]
    wanted += [f"| `{key}` |" for key in keys]
    wanted += [f"- `<{name}>` " for name in CLASSES] + [f"- `{name}` " for name in (*COMPUTED, *rulebook.load("en").signals)]
    assert [each for each in wanted if each not in PAGE] == []


def test_the_first_example_is_a_rule(tmp_path):
    from advocacy_lint.engine import rule_examples
    from advocacy_lint.engine.linter import Linter
    from advocacy_lint.languages import forms

    (tmp_path / "tone").mkdir()
    (tmp_path / "tone" / "example.yml").write_text(PAGE.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    linter = Linter(rulebook.load("da", [str(tmp_path)], builtin=False, with_examples=True), forms.load("da", [str(tmp_path)]))
    assert [each.result for each in rule_examples.run(linter, linter.rules)] == ["ok", "ok"]
