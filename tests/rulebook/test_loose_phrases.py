"""A phrase that a short word alone is enough for finds it wherever it stands: its author is told."""

import pytest
from typer.testing import CliRunner

from advocacy_lint import rulebook
from advocacy_lint.checks.syntax import alone
from advocacy_lint.cli import app
from advocacy_lint.engine.rule_examples import loose


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("(very) [deep|wide] (indeed)", ("deep", "wide")),
        ("wow [!|]", ("wow",)),
        ("wow", ()),  # a phrase of its own: meant as such
        ("(a) sustainability", ()),
        ("(a) {run}", ()),
        ("(about) <money>", ()),
        ("(very) deep water", ()),
        ("[deep water|wide] (indeed)", ("wide",)),
    ],
)
def test_what_is_enough_for_a_phrase(phrase, words):
    assert alone(phrase) == words


def test_no_built_in_rule_has_such_a_phrase():
    rules = [rule for code in ("da", "en") for rule in rulebook.load(code).rules]
    assert [(rule.id, *found) for rule in rules for found in loose(rule)] == []


def test_rules_test_warns_of_it(tmp_path):
    rule = tmp_path / "own" / "tone" / "deep.yml"
    rule.parent.mkdir(parents=True)
    rule.write_text(
        "check: phrase\nlevel: info\nevidence: {tier: practice, source: ours}\n"
        "en: {message: x, why: y, match: {phrases: ['(very) deep']}, rewrite: {none: z}, examples: {bad: ['It is <<very deep>> here.']}}\n",
        encoding="utf-8",
    )
    result = CliRunner().invoke(app, ["rules", "test", "-q", str(rule)])
    said = "warning (en): “deep” alone is enough for “(very) deep”: require another word, or give it a phrase of its own"
    assert (result.exit_code, result.stdout) == (0, f"{rule}: {said}\n1 ok, 0 failed\n")
