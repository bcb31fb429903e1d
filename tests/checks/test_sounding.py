"""The words by which a text is heard as a brochure or as a person: words that a reader knows as such, at least two of a sort."""

import pytest

from advocacy_lint import rulebook
from advocacy_lint.checks.wording import parse
from advocacy_lint.engine.linter import Linter
from advocacy_lint.languages import forms
from advocacy_lint.model import Post

# Weights of its own, so that learning anew changes none of these. «gennem» and «Danske» weigh most, and say nothing to a reader.
TABLES = {
    "da": "strategi\t-900\nvækst\t-800\nudvikling\t-700\nkompetencer\t-600\ngennem\t-2000\nvores\t-50\nvores strategi\t-100\n"
    "danske\t-3000\nforkert\t300\nkøkkenet\t200\nkoldt\t100\njeg glemte\t900\nkaffen\t-100\n",
    "en": "growth\t-800\ninnovation\t-700\nwrong\t600\npipe\t500\nangry\t400\nkitchen\t300\nwas\t2000\nteams\t-900\n",
}


def heard(language, text):
    linter = Linter(rulebook.load(language), forms.load(language))
    linter.wording = parse(TABLES[language])
    report = linter.lint(Post("x.md", text))
    return [
        (each.rule, each.message, [text[start:end] for start, end in each.spans])
        for each in (*report.findings, *report.strengths)
        if each.rule.endswith("/wording")
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "da",
            "Med vores strategi skabes der vækst og udvikling gennem Kompetencer for Danske Vækst.",
            (
                "tone/wording",
                "«vores strategi», «vækst» og «udvikling»: sådan lyder en brochure.",
                ["vores strategi", "vækst", "udvikling"],
            ),
        ),
        (
            "da",
            "Strategi skaber vækst og udvikling. Jeg glemte kaffen, og det var forkert, for køkkenet var koldt.",
            (
                "tone/wording",
                "«vækst» og «udvikling» lyder som en brochure; «forkert», «køkkenet» og «koldt» som et menneske.",
                ["vækst", "udvikling"],
            ),
        ),
        (
            "en",
            "It sounded wrong. The pipe in the kitchen was leaking, and the plumber was angry.",
            ("voice/wording", "“wrong”, “pipe” and “angry” sound like a person.", ["wrong", "pipe", "angry"]),
        ),
        (
            "en",
            "Teams and teams, and more of all the growth.",
            (
                "tone/wording",
                "Word for word this is close to posts that people scroll past.",
                ["Teams and teams, and more of all the growth."],
            ),
        ),
    ],
)
def test_words_are_shown_that_a_reader_knows_as_a_brochures_or_a_persons(language, text, said):
    assert heard(language, text) == [said]
