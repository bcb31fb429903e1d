"""Patterns of all rules are asked for in one look; each rule then finds what it would have found alone."""

import pytest

from advocacy_lint import rulebook
from advocacy_lint.engine.linter import Linter
from advocacy_lint.errors import RuleError
from advocacy_lint.languages import forms
from advocacy_lint.model import Post

RULE = """
check: regex
level: warning
weight: 1
evidence: {{tier: practice, source: us}}
da: {{not_for: a test}}
en: {{message: "{{match}}", why: Because., match: {match}}}
"""


def linter(folder, **matches):
    for name, match in matches.items():
        path = folder / "tone" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(RULE.format(match=match), encoding="utf-8")
    return Linter(rulebook.load("en", [str(folder)], builtin=False), forms.load("en"))


def found(checker, text):
    return [(each.rule, each.start, each.end) for each in checker.lint(Post("x.md", text)).findings]


@pytest.mark.parametrize(
    ("match", "text", "places"),
    [
        ("{patterns: ['wow+']}", "So I said woww and WOW.", [(10, 14), (19, 22)]),
        ("{patterns: ['wow+'], case: true}", "So I said woww and WOW.", [(10, 14)]),
        ("{patterns: ['^we'], contains: [we]}", "We went there, we did.", [(0, 2)]),
        ("{patterns: ['ms wood'], contains: [\"\\nms \"]}", "Ms Wood came by today.", [(0, 7)]),
        ("{patterns: ['ms wood'], contains: [\"\\nms \"]}", "Today came Ms Wood by.", []),
        ("{patterns: ['a.c', 'b.d'], contains: ['?', 'X|Y']}", "Why abc and bcd? I ask.", [(4, 7), (12, 15)]),
        ("{patterns: ['a.c'], contains: ['X|Y']}", "Why abc and X or Y, I ask.", []),
        ("{patterns: ['kaf+e'], phrases: [tea]}", "Some tea, please, my dear.", [(5, 8)]),
        ("{patterns: ['blåbær']}", "Vi spiste BLÅBÆR på stationen 🎉 blåbær i dag.", [(10, 16), (32, 38)]),
        ("{phrases: [tea]}", "Some tea, please, my dear.", [(5, 8)]),
        ("{patterns: ['zoo', '^we', 'ø.$']}", "We saw the big sø.", [(0, 2), (16, 18)]),
        ("{patterns: ['a|b c', 'd'], case: true}", "We saw A b c and D in the zoo.", [(4, 5), (9, 12), (13, 14), (15, 16)]),
        ("{patterns: ['(?P<n>cat)', '(?P<n>dog)']}", "My dog sat on the cat all day.", [(3, 6), (18, 21)]),
    ],
)
def test_a_rule_finds_what_it_says(tmp_path, match, text, places):
    checker = linter(tmp_path, one=match, other="{patterns: ['zebra']}")
    wanted = places if len(places) < 2 else places[:1]
    assert found(checker, text) == [("tone/one", *place) for place in wanted]
    spans = [tuple(span) for finding in checker.lint(Post("x.md", text)).findings for span in finding.spans]
    assert spans == places


def test_rules_do_not_answer_for_each_other(tmp_path):
    checker = linter(tmp_path, one="{patterns: ['first thing']}", two="{patterns: ['second thing']}", three="{patterns: ['(?P<n>third)']}")
    assert found(checker, "I saw the second thing and nothing else.") == [("tone/two", 10, 22)]
    assert found(checker, "I saw the third and the first thing there.") == [("tone/three", 10, 15), ("tone/one", 24, 35)]
    assert found(checker, "I saw nothing at all over there.") == []


def test_groups_of_one_name_in_two_rules_are_no_mistake(tmp_path):
    checker = linter(tmp_path, one="{patterns: ['(?P<n>cat)']}", two="{patterns: ['(?P<n>dog)']}")
    assert found(checker, "My dog sat on the mat all day.") == [("tone/two", 3, 6)]


def test_a_wrong_pattern_is_named(tmp_path):
    with pytest.raises(RuleError, match=r"regex “\(\?=x\)”: invalid perl operator"):
        found(linter(tmp_path, one="{patterns: ['fine']}", two="{patterns: ['(?=x)']}"), "I saw nothing at all over there.")


def test_a_wrong_pattern_among_others_of_its_rule_is_named(tmp_path):
    checker = linter(tmp_path, one="{patterns: ['fine', '(?=x)'], contains: [saw]}")
    assert found(checker, "We had nothing at all over there.") == []
    with pytest.raises(RuleError, match=r"regex “\(\?=x\)”: invalid perl operator"):
        found(checker, "I saw nothing at all over there.")
