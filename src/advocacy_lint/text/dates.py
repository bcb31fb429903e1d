"""Dates in a text, as days of a calendar: “3 May 2024”, «d. 3. maj», 2024-05-03, 03.05.2024."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from advocacy_lint.model import Span

# A date without a year lies in this span before the day it is read, or nobody can say which year is meant.
RECENT = timedelta(days=120)
_ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?!\d)")
# Day before month, as all of Europe writes; with slashes some write it the other way.
_NUMBERS = re.compile(r"(?<![\w.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.?[\s-]?(?P<year>(?:19|20)\d\d)(?!\d)")
_PUBLISHED = re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>(?:19|20)\d\d)(?!\d)")
_SHORT = 3


def day_of(published: str) -> date | None:
    """Return the day of an ISO date or time, or of one as Danes write it; None for anything else."""
    written = published.strip()
    for pattern in (_ISO, _PUBLISHED):
        match = pattern.match(written)
        if match:
            return _day(int(match["year"]), int(match["month"]), int(match["day"]))
    return None


def dates(text: str, months: Sequence[str], read_on: date) -> Iterator[tuple[Span, date]]:
    """Yield the dates of a text with their places; those without a year where they lie in the last months before `read_on`.

    `months`: their names, in order.
    """
    for match in _ISO.finditer(text):
        yield from _dated(match, int(match["month"]), read_on)
    for match in _NUMBERS.finditer(text):
        yield from _dated(match, int(match["month"]), read_on)
    for match in _named(tuple(months)).finditer(text):
        word = (match["before"] or match["after"]).casefold()
        meant = [number for number, name in enumerate(months, 1) if name.casefold().startswith(word)]
        if len(meant) == 1:
            yield from _dated(match, meant[0], read_on)


def _dated(match: re.Match[str], month: int, read_on: date) -> Iterator[tuple[Span, date]]:
    found = match.groupdict()
    number = int(found.get("first") or found["day"])
    if found["year"]:
        day = _day(int(found["year"]), month, number)
    else:
        days = (_day(year, month, number) for year in (read_on.year, read_on.year - 1))
        day = next((each for each in days if each is not None and timedelta() <= read_on - each <= RECENT), None)
    if day is not None:
        yield Span(*match.span()), day


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


@cache
def _named(months: tuple[str, ...]) -> re.Pattern[str]:
    """Return the expression of dates whose month has a name, or the beginning of one; of several days the last counts."""
    month = "|".join(rf"{name[:_SHORT]}(?:{name[_SHORT:]}|{name[_SHORT : _SHORT + 1]}|)" if name[_SHORT:] else name for name in months)
    day, year = r"(?P<{}>\d{{1,2}})(?!\d)(?:\.|st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)(?!\d)"
    several, article = r"(?:\d{1,2}\.?\s?[-–]\s?)?", r"(?:\bden\s|\bd\.\s|\bthe\s)?"
    return re.compile(
        rf"(?<![\w.,:])(?:{article}{several}{day.format('day')}\s?(?:of\s)?(?P<before>{month})(?!\w)(?:\.(?=,?\s\d))?"
        rf"|(?P<after>{month})\.?\s{several}{day.format('first')}(?![\w:.,]*\d))(?:,?\s{year})?",
        re.IGNORECASE,
    )


__all__ = ["dates", "day_of"]
