"""Plain text as tools export it."""

import pytest

from advocacy_lint.api import lint_source
from advocacy_lint.config import Config
from advocacy_lint.inputs import plain
from advocacy_lint.text.reading import heard


def visible(text):
    (post,) = plain.read("a.txt", text.encode(), Config())
    found = heard(post)
    return (found.post if found else post).text


DOC = "Kl. 5.40 stod pumpen[a] stille.\r\n\r\nJeg ringede til Mette[b].\r\n[a]Bo: skal vi ikke kalde os stolte?\r\nSvar gerne.\r\n[b]Lene: nej\r\n"


def test_what_reviewers_said_in_google_docs_is_none_of_the_post():
    assert visible(DOC).rstrip() == "Kl. 5.40 stod pumpen stille.\n\nJeg ringede til Mette."
    (report,) = lint_source(DOC, "a.txt")
    assert (report.words, [each for each in report.findings if "stolt" in each.excerpt]) == (7, [])


@pytest.mark.parametrize(
    "text",
    [
        "Vælg selv:\n[a] en pumpe\n[b] en slange",  # a list
        "Vælg selv:\n[a]en pumpe\n[b]en slange",  # nothing before it is marked
        "Se svar [a] og [b].",
    ],
)
def test_letters_in_brackets_are_else_what_they_are(text):
    assert visible(text) == text
