"""Front matter and suppressions: values or a problem of one line, suppressions inside the text, read the same every time."""

from datetime import date

from advocacy_lint.engine.suppressions import is_expired
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import front_matter, markdown, suppressions
from advocacy_lint.portfolio.signature import signature
from targets.common import one_line, text_of
from targets.readers import check


def one(data):
    """Read the head of a text, and its comments."""
    text = data.decode("utf-8", "replace")
    try:
        matter = front_matter.read(text, "fuzz.md")
    except InputError as error:
        one_line(error)
    else:
        assert all(isinstance(key, str) and isinstance(value, str) and value for key, value in matter.meta.items())
        assert matter.span is None or 0 < matter.span.end <= len(text)
        for post in markdown.posts("fuzz.md", text):
            if hasattr(post, "text"):
                check(post)
                signature(post)
    comments = markdown.scan(text).comments
    silenced, problems = suppressions.read(text, comments)
    for problem in problems:
        one_line(problem)
    for each in silenced:
        is_expired(each, date(2026, 11, 23))
    assert (silenced, problems) == suppressions.read(text_of(text.encode()), comments)
