"""A draft taken apart: its statements with what an editor weighs of each, before it is decided what goes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from advocacy_lint.advice.clauses import is_sentence
from advocacy_lint.advice.tighten.parts import gap_of
from advocacy_lint.advice.tighten.sender import where_of
from advocacy_lint.advice.tighten.trimming import trimmed
from advocacy_lint.checks import worth
from advocacy_lint.checks.lead import counted, of_something
from advocacy_lint.languages import Language
from advocacy_lint.model import PostReport, Span
from advocacy_lint.text import Analysis, analyse
from advocacy_lint.text.links import LINK
from advocacy_lint.text.statements import statements

_BRACKET = re.compile(r"\[[^\[\]\n]*\]")
POINTING = frozenset("it this them these those den dem dette disse".split())
_SHORTENED = frozenset("that's it's there's they're he's she's".split())
URL = re.compile(LINK)
# A cut that leaves so many signs of a statement takes the whole of it.
_EDGE = 2
_WE = worth.SIGNALS.index("we")


class Statement(Struct, frozen=True):
    """A statement while it is decided what to do with it."""

    span: Span
    before: str
    gap: str
    new: str
    row: list[float]
    stays: float
    best: float
    findings: int
    wrong: bool  # an error stands in it that goes with none of its words
    fact: bool
    leans: bool  # it points back at its beginning
    hangs: bool  # it points back, at its beginning or further in
    special: bool  # a bracket, a link alone, a row of hashtags
    asks: bool  # a reader can answer it
    empty: bool = False  # it is about “us”, and a finding would rather see the whole of it gone
    sender: str | None = None  # the words that name the sender, where it holds no other fact
    whole: bool = True  # a sentence, or the first words of a paragraph
    keep: bool = False


def neutral(row: list[float]) -> list[float]:
    """Return the signals of a statement without those of its place: what stays may not depend on what else has gone."""
    row = list(row)
    for name in ("first", "second", "last"):
        row[worth.SIGNALS.index(name)] = 0.0
    row[worth.SIGNALS.index("place")] = 0.5
    return row


def taken_apart(body: str, analysis: Analysis, report: PostReport) -> list[Statement]:
    """Return the statements of a draft, in order, with what each weighs and what becomes of it in fewer words."""
    spans = statements(analysis)
    places = {(span.start, span.end) for each in report.findings if each.level != "info" and each.excerpt for span in each.spans}
    errors = [span for each in report.findings if each.level == "error" and each.excerpt for span in each.spans]
    gone = [fix for each in report.findings for fix in each.fixes if not fix.text]
    asked = [span for each in report.strengths if each.dimension == "purpose" for span in each.spans]
    counts = counted(spans, places)
    reader, learned = worth.reader_of(analysis.language), worth.table()
    rows = [neutral(row) for row in reader.signals(analysis, spans, counts)]
    items = []
    for index, (span, row) in enumerate(zip(spans, rows, strict=True)):
        before = body[span.start : span.end]
        new = trimmed(before, span, report, analysis)
        stays, best = worth.weighed(learned.stays, row), worth.weighed(learned.best, row)
        if new != before:
            stays = max(stays, _again(new, analysis.language, learned.stays))
        sender = where_of(before, analysis.language.code)
        white = body[spans[index - 1].end : span.start] if index else ""
        items.append(
            Statement(
                span,
                before,
                gap_of(white),
                new,
                row,
                stays,
                best,
                counts[index],
                new == before and any(span.start < end and start < span.end for start, end in errors),
                sender is None and _holds_fact(analysis, span),
                _leans(row, before, new) or of_something(analysis, span),
                _hangs(row, analysis, span),
                _is_special(before),
                any(span.start < end and start < span.end for start, end in asked),
                bool(row[_WE]) and any(fix.start <= span.start + _EDGE and span.end - _EDGE <= fix.end for fix in gone),
                sender,
                not index or "\n" in white or is_sentence(before, analysis.language),
            )
        )
    return items


def _again(text: str, language: Language, weights: Sequence[float]) -> float:
    """Return what a trimmed statement is worth by itself."""
    analysis = analyse(text, language)
    row = worth.reader_of(language).signals(analysis, [Span(0, len(text))], [0])[0]
    return worth.weighed(weights, neutral(row))


def _holds_fact(analysis: Analysis, span: Span) -> bool:
    """Say whether a statement has a number, or a capital inside it."""
    begun = False
    for index in _inside(analysis, span):
        kind = analysis.kinds[index]
        if kind == "number" or begun and kind == "capital" and analysis.tokens[index][1] not in analysis.language.first_person:
            return True
        begun = begun or kind in ("word", "capital")
    return False


def _leans(row: Sequence[float], before: str, new: str) -> bool:
    """Say whether a statement points back at its beginning, when it has lost the words that it can do without (“Derfor …”)."""
    first = before.split(maxsplit=1)[0].casefold().replace("’", "'")
    return (worth.leans(row) or first in _SHORTENED) and new.split(maxsplit=1)[0].casefold() == first


def _hangs(row: Sequence[float], analysis: Analysis, span: Span) -> bool:
    """Say whether a statement points back: at its beginning, or with an “it” further in."""
    if worth.leans(row):
        return True
    return not POINTING.isdisjoint(analysis.tokens[index][1] for index in _inside(analysis, span))


def _inside(analysis: Analysis, span: Span) -> range:
    """Return the numbers of the tokens that begin inside a statement."""
    return range(bisect_left(analysis.starts, span.start), bisect_left(analysis.starts, span.end))


def _is_special(text: str) -> bool:
    rest = URL.sub("", _BRACKET.sub("", text)).strip()
    return not any(letter.isalnum() for letter in rest) or all(word.startswith("#") for word in rest.split())
