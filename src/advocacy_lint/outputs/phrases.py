"""The words of the outputs themselves: phrases filled in, places, grades."""

from __future__ import annotations

import re

from advocacy_lint.languages import messages
from advocacy_lint.model import PostReport

# A place as readers of files write it: “line 4”, “paragraph 2”.
_PLACE = re.compile(r"\b([a-z]+)(?= \d)")


def say(locale: str, key: str, **slots: object) -> str:
    """Return a phrase of the screen, its slots filled."""
    return messages("screen", locale)[key].format(**slots)


def posts(locale: str, count: int) -> str:
    """Return a number of posts in words."""
    return say(locale, "post" if count == 1 else "posts", count=count)


def place_in(locale: str, place: str) -> str:
    """Return a place in a file in the reader's language: “line 4” is “linje 4”; cells are what they are (``Ark1!C7``)."""
    words = messages("places", locale)
    return place if "!" in place else _PLACE.sub(lambda match: words.get(match[1], match[1]), place)


def grade_word(report: PostReport) -> str:
    """Return what a post's grade is called: no birthday greeting is a press release."""
    words = messages("grades", report.locale)
    if report.grade == "E" and "release" not in report.heard and not any(each.dimension == "brag" for each in report.findings):
        return words["start-over"]
    return words[report.grade] if report.grade else ""
