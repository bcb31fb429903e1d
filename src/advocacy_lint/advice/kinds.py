"""What kind of post a draft is (a job advert, an award, a result, an event …), and what each kind is asked."""

from __future__ import annotations

import re
from functools import lru_cache

from advocacy_lint.languages import editing

KINDS = ("job", "welcome", "started", "jubilee", "certificate", "award", "approved", "launch", "ahead", "event", "result", "share")


@lru_cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    # Names begin with a capital, also where a word list is read in any case.
    return re.compile(rf"(?<!\w)(?:{editing(language).kinds[kind]})", re.IGNORECASE if kind != "welcome" else 0)


def kind_of(text: str, language: str) -> str | None:
    """Return what kind of post a text is; None where it is none of those we know."""
    plain = text.replace("’", "'")
    return next((kind for kind in KINDS if _pattern(language, kind).search(plain)), None)
