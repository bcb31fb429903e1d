"""A post's entry as text says what the report says as values."""

import json

import pytest
from msgspec.structs import replace

from advocacy_lint.model import Fix, Rewrite, Skipped
from advocacy_lint.outputs.entry import entry

REWRITE = Rewrite("frame", "a\u202e", "[\x9b]", False, 0, 2, "… [\x9b]")
# What a terminal or a build server obeys, its neighbours, and what looks like it in UTF-8.
RISKY = "\x7e\x7f\x80\x9f\xa0\xbf\u061b\u061c\u061d\u200d\u200e\u200f\u2010\u2027\u2028\u2029\u202a\u202e\u202f\u2065\u2066\u2069\u206a##[a «é”🎉"


@pytest.mark.parametrize(
    "text", ["Vi er stolte af et rekordoverskud på 3,2 mia. kr.\n\nLæs mere på www.example.com!", "", "\x9b31m \u202e “Kl. 5” 🎉"]
)
def test_the_same_as_values(text):
    import advocacy_lint

    report = advocacy_lint.lint(text, language="da", author="Lene")
    report = replace(report, path='a "b"\n\u202e.md', id=None, nlp="x", skipped=(Skipped("*", "because"),))
    findings = [
        replace(each, fixes=(Fix(0, 2, "så", safe=False), Fix(3, 4, "")), place="A!1", ask=("Hvorfor?",), rewrite=REWRITE)
        for each in report.findings
    ]
    report = replace(report, findings=tuple(findings))
    written = entry(report)
    assert json.loads(written) == report.to_dict()
    assert list(json.loads(written)) == list(report.to_dict())
    assert not any(risky in written for risky in "\x9b\u202e\n")


def test_without_scores_nothing_counts():
    import advocacy_lint

    report = advocacy_lint.lint("Vi er stolte af et rekordoverskud på 3,2 mia. kr. Kl. 5 stod jeg på rampen.", language="da")
    expected = {**report.to_dict(), "score": None, "grade": None, "dimensions": {}}
    for each in expected["findings"]:
        each["gain"] = 0
    for each in expected["strengths"]:
        each["credit"] = 0
    assert report.findings
    assert json.loads(entry(report, with_score=False)) == expected


def test_half_of_a_character_is_written_as_json_has_it():
    import advocacy_lint

    report = advocacy_lint.lint("Vi er stolte af et rekordoverskud.", language="da")
    report = replace(report, findings=(replace(report.findings[0], message="\ud83d", excerpt="\ud83d “"), *report.findings[1:]))
    assert json.loads(entry(report)) == report.to_dict()
    assert '"message":"\\ud83d"' in entry(report)
