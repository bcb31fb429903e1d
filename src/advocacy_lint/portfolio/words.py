"""What the picture of a month says: months, figures, and questions to ask a colleague."""

from __future__ import annotations

from advocacy_lint.languages import messages, writing
from advocacy_lint.portfolio.picture import Wish


def month_name(month: str, language: str) -> str:
    """Return a month (``2026-11``) as people say it; what is no month is returned as it is."""
    year, _, number = month.partition("-")
    return f"{writing(language).months[int(number) - 1]} {year}" if number.isdecimal() and 1 <= int(number) <= 12 else month


def asked(wish: Wish, language: str) -> tuple[str, str]:
    """Return whom to ask (and for which audience), and the question."""
    words = messages("month", language)
    parts = [words["ask"].format(who=wish.who or words["anyone"])]
    if wish.audience:
        parts.append(words["for"].format(audience=wish.audience))
    return ", ".join(parts), messages("wishes", language)[wish.topic]
