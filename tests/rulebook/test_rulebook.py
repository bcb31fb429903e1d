"""Rule files that are wrong: one error with file, line and the nearest word; and a team's own folder over the built-in pack."""

import json
from pathlib import Path

import pytest

from advocacy_lint import Config, lint, rulebook
from advocacy_lint.engine.linter import Linter
from advocacy_lint.errors import LintError, RuleError
from advocacy_lint.languages import forms
from advocacy_lint.model import Post

GOOD = """\
check: phrase
level: warning
weight: 1
evidence: {tier: practice, source: us}
da:
  message: "«{match}»: nej."
  why: Fordi.
  match:
    phrases: ["på tæer"]
  examples: {bad: ["Vi er <<på tæer>>."], good: ["Vi er på taget."]}
en:
  message: "“{match}”: no."
  why: Because.
  match:
    phrases: ["on our toes"]
  examples: {bad: ["We are <<on our toes>>."], good: ["We are on the roof."]}
"""


def pack(tmp_path, text, name="tone/on-our-toes.yml"):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def load(tmp_path, language="da"):
    book = rulebook.load(language, [str(tmp_path)], with_examples=True)
    Linter(book, forms.load(language))
    return book


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('phrases: ["på tæer"]', 'phrase: ["på tæer"]', 9, "unknown key “phrase” (did you mean “phrases”?)"),
        ("level: warning", "level: warnin", 2, "unknown level “warnin” (did you mean “warning”?)"),
        ("check: phrase", "check: phrases", 1, "unknown check “phrases” (did you mean “phrase”?)"),
        ("  why: Fordi.\n", "", 5, "“why” is missing"),
        ("weight: 1", "weight: mange", 3, "expected a number, got “mange”"),
        ("weight: 1", "wieght: 1", 3, "unknown key “wieght” (did you mean “weight”?)"),
        ("weight: 1", "weight: -1", 3, "a weight is not negative: the level says whether it costs or earns"),
        ("evidence: {tier: practice, source: us}\n", "", 1, "“evidence” is missing (evidence: {tier: practice, source: …})"),
        ('["på tæer"]', '["{på tæer"]', 8, "phrase “{på tæer”: “{” has no partner"),
        ('phrases: ["på tæer"]', "signals: [prais-words]", 8, "unknown signal “prais-words”"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, old, new, line, message):
    path = pack(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(LintError) as caught:
        load(tmp_path)
    assert str(caught.value).startswith(f"{path}:{line}: {message}"), str(caught.value)


def test_a_rule_without_a_section_for_a_language_is_no_rule_of_it(tmp_path):
    pack(tmp_path, GOOD[: GOOD.index("en:\n")])
    assert "tone/on-our-toes" in {rule.id for rule in load(tmp_path, "da").rules}
    assert "tone/on-our-toes" not in {rule.id for rule in load(tmp_path, "en").rules}


def test_a_rule_in_no_language_is_an_error(tmp_path):
    path = pack(tmp_path, GOOD[: GOOD.index("da:\n")])
    with pytest.raises(RuleError) as caught:
        load(tmp_path)
    assert str(caught.value) == f"{path}:1: there is no section for a language (write da: or en:)"


def test_a_rule_for_one_language_says_why(tmp_path):
    pack(tmp_path, GOOD[: GOOD.index("en:\n")] + "en: {not_for: Danish only}\n")
    assert "tone/on-our-toes" not in {rule.id for rule in load(tmp_path, "en").rules}


def test_a_duplicate_id_is_an_error_with_both_places(tmp_path):
    path = pack(tmp_path, GOOD, "tone/long-words.yml")
    with pytest.raises(RuleError) as caught:
        load(tmp_path)
    builtin = rulebook.builtin_pack() / "tone" / "long-words.yml"
    assert str(caught.value) == f"{path}:1: duplicate id “tone/long-words”, already in {builtin} (add extend: true to change that rule)"


def test_an_own_rule_is_added(tmp_path):
    pack(tmp_path, GOOD)
    linter = Linter(rulebook.load("da", [str(tmp_path)]), forms.load("da"))
    report = linter.lint(Post("x.md", "Her på lageret er vi på tæer for hinanden."))
    assert [(each.rule, each.excerpt, each.start, each.end) for each in report.findings if each.rule == "tone/on-our-toes"] == [
        ("tone/on-our-toes", "på tæer", 21, 28)
    ]


def test_a_built_in_rule_is_changed_and_extended(tmp_path):
    pack(tmp_path, "extend: true\nlevel: info\nweight: 0.1\nda: {match: {phrases: [på tæer for kunden]}}\n", "tone/life-lesson.yml")
    rule = load(tmp_path).get("tone/life-lesson")
    below = rulebook.load("da").get("tone/life-lesson")
    assert (rule.level, rule.weight) == ("info", 0.1)
    assert rule.params.phrases == (*below.params.phrases, "på tæer for kunden")


def test_what_a_rule_file_says_of_weight_holds_else_what_the_weights_say(tmp_path):
    from advocacy_lint.files import safe_yaml
    from advocacy_lint.rulebook.layers import WEIGHTS

    fitted = safe_yaml.load((rulebook.builtin_pack() / WEIGHTS).read_text(encoding="utf-8"), WEIGHTS)["rules"]
    said = {file.id: file.data["weight"] for file in rulebook.read_pack(rulebook.builtin_pack()) if "weight" in file.data}
    assert set(said) & set(fitted) == set()  # nothing is said that does not hold
    text = "Vi leverer rekordoverskud for tredje år i træk, og det er resultatet for hele året i tal."
    pack(tmp_path, "extend: true\nweight: 25\n", "brag/financial-result.yml")
    reports = [lint(text, language="da", config=Config(rules=rules)) for rules in ((), (str(tmp_path),))]
    costs = [[each.cost for each in report.findings if each.rule == "brag/financial-result"] for report in reports]
    assert [costs[1][0] / costs[0][0]] == [pytest.approx(25 / fitted["brag/financial-result"], rel=0.01)]


def test_a_built_in_rule_is_switched_off(tmp_path):
    pack(tmp_path, "extend: true\nlevel: off\n", "tone/life-lesson.yml")
    with pytest.raises(RuleError):
        load(tmp_path).get("tone/life-lesson")


def test_levels_of_the_configuration_take_the_longest_prefix():
    book = rulebook.load("da", levels={"tone": "off", "tone/long-words": "info"})
    assert [(rule.id, rule.level) for rule in book.rules if rule.dimension == "tone"] == [("tone/long-words", "info")]


def test_the_shipped_schema_is_fresh_and_fits_every_rule():
    import jsonschema

    from advocacy_lint.files import safe_yaml

    path = Path(rulebook.__file__).parent.parent / "schemas" / "rule.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert schema == json.loads(json.dumps(rulebook.rule_schema()))
    validator = jsonschema.Draft202012Validator(schema)
    for file in sorted(rulebook.builtin_pack().rglob("*.yml")):
        group = file.relative_to(rulebook.builtin_pack()).parts[0]
        if group in ("lists", "data"):
            continue
        data = safe_yaml.load(file.read_text(encoding="utf-8"), str(file))
        assert [error.message for error in validator.iter_errors(data)] == [], file
