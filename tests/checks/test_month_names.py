"""A month is nobody's name where it is written large, and “I” is no part of one."""

import pytest

from advocacy_lint import languages, lint
from advocacy_lint.advice.questions import facts

EN = languages.get("en")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In August I watched a new driver hit the same rack twice.", []),
        ("Since April Bob Hill has known.", ["Bob Hill"]),
        ("Last June Ann rang.", ["Ann"]),
        ("Then Bob I think rang twice.", ["Bob"]),
    ],
)
def test_names(text, names):
    assert [text[each.start : each.end] for each in facts(text, EN).names] == names


def test_a_month_is_not_praised_as_a_colleague():
    report = lint("In August I watched a new driver hit the same rack twice, and we moved the mirror.", language="en")
    assert [each.excerpt for each in report.strengths if each.rule == "voice/named-person"] == []
