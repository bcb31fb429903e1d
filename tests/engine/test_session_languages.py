"""Which languages posts are judged in: those that have rules, unless the configuration names fewer."""

import pytest

from advocacy_lint import Config, lint

DANISH = "Vi er stolte af at kunne præsentere endnu et rekordår med flot vækst i hele koncernen."
ENGLISH = "We are proud to announce another record year with strong growth across the whole group."


@pytest.mark.parametrize(
    ("config", "judged"),
    [
        (Config(), ["da", "en"]),
        (Config(languages=("da",)), ["da"]),
        (Config(languages=("en",)), ["en"]),
        (Config(languages=("da",), language="en"), ["en", "en"]),
    ],
)
def test_posts_in_other_languages_are_passed_over(config, judged):
    reports = [lint(text, config=config) for text in (DANISH, ENGLISH)]
    assert [report.language for report in reports if report.score is not None] == judged


def test_a_post_that_is_passed_over_says_why():
    assert [each.reason for each in lint(ENGLISH, config=Config(languages=("da",))).skipped] == ["language not among languages: English"]
    assert [each.reason for each in lint(ENGLISH, config=Config(languages=("da",), locale="da")).skipped] == [
        "sproget er ikke blandt languages: engelsk"
    ]
