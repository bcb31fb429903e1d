"""Programme files: a form that can be audited, its spans inside the file, or one ConfigError with its line."""

from functools import lru_cache

from advocacy_lint.errors import ConfigError
from advocacy_lint.programme import declares
from advocacy_lint.programme.audit import Auditor
from advocacy_lint.programme.form import parse
from targets.common import one_line, text_of


@lru_cache
def auditor(code):
    """Return the programme rules of a language."""
    return Auditor(code)


def one(data):
    """Read bytes as a programme file, and hold it against the rules."""
    try:
        form = parse(text_of(data), "programme.yml")
    except ConfigError as error:
        one_line(error)
        assert str(error).startswith("programme.yml:"), error
        return
    declares(form)
    for code in ("da", "en"):
        for hit in auditor(code).hits(form):
            assert all(0 <= span.start <= span.end <= len(form.text) for span in hit.places)
