"""Hashtags that run together: which are told, the words that they are made of, and what `--fix` makes of them."""

import pytest

from advocacy_lint import lint

RULE = "craft/hashtag-run-together"


@pytest.mark.parametrize(
    ("language", "tags", "expected"),
    [
        ("en", "#customerjourney", ["#CustomerJourney"]),
        ("en", "#makeadifference #customerjourney", ["#MakeADifference", "#CustomerJourney"]),
        ("en", "#CustomerJourney #customerJourney #customer", []),
        ("en", "#accessibility #capability #digitalisation #internship #wastewater", []),
        ("en", "#kundeservice", []),
        ("en", "#productupload", []),  # “product up load”, or “product upload”
        ("en", "#productupdate", ["#ProductUpdate"]),
        ("da", "#sammenomfremtiden #danskforvoksne", ["#SammenOmFremtiden", "#DanskForVoksne"]),
        ("da", "#personligudvikling #kundeservice #bæredygtighed", []),  # one word in Danish, or nearly
        ("en", "#" + "customer" * 100, []),
    ],
)
def test_hashtags_get_their_capitals(language, tags, expected):
    found = [each for each in lint(f"{tags}.", language=language).findings if each.rule == RULE]
    assert [fix.text for each in found for fix in each.fixes] == expected
