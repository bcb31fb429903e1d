"""What an editor asks about a draft: its own best sentence first, then what its kind of post needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocacy_lint import languages
from advocacy_lint.advice import kinds
from advocacy_lint.advice.questions import Fact, Facts
from advocacy_lint.languages import BUILT_IN, editing, messages
from advocacy_lint.model import PostReport, Span

# A quotation in a question is no longer than this.
_LONGEST = 58
_NO_QUOTES = str.maketrans("", "", '«»“”„"')
_TELLING = re.compile(r"\d+|(?<= )[A-ZÆØÅ]")
# So many letters after the best sentence a story goes on.
_FOLLOWING = 160
# All of something is no change of anything.
_WHOLE = re.compile(r"100\b(?![.,]\d)")
_JOINT = re.compile(r"^(?:og|men|så|and|but|so) ", re.IGNORECASE)
# A word before a name of somebody who acts; behind “in”, “at”, “the” stands a place or a thing.
_PERSON = re.compile(
    r"(?<![.!?:] )\b(?!(?:in|at|from|to|near|of|the|a|an|our|på|i|ved|til|fra|hos|af|hal|hall|den|det|en|et|eller|or)\b)[a-zæøå]{2,} ([A-ZÆØÅ][a-zæøåé]{2,})\b"
    r"(?![ ]?\d|(?<=s) [A-ZÆØÅ])"  # «Kræftens Bekæmpelse» is nobody
    r"(?!,? (?:og|and|eller|or) [A-ZÆØÅ]|, [A-ZÆØÅ])"  # nor is a row of things
)


def about_lead(report: PostReport, known: Facts) -> Iterator[str]:
    """Yield what to ask about a draft's best sentence, with its own names, numbers and words: the likeliest first."""
    if report.lead is None or report.language not in BUILT_IN:
        return
    known_by, asked = editing(report.language), messages("about-lead", asked_in(report))
    lead = report.text[report.lead.start : report.lead.end]
    if known_by.addressed.match(lead):
        return
    clause = clause_of(lead, report.language)
    names = people_in(report, known, report.lead) or _named(known, Span(report.lead.end, report.lead.end + _FOLLOWING))
    found = known_by.found.search(lead)
    if found:
        yield asked["found"].format(name=names[0]) if names else asked["found-anybody"].format(clause=clause)
    change = known_by.change.search(lead)
    if change:
        a, b = _both_with_units(change)
        yield asked["change"].format(a=a, b=b)
    if known_by.failed.search(lead):
        yield asked["failed"].format(clause=clause)
    if known_by.habit.search(lead):
        yield asked["habit"].format(clause=clause)
    if names and not found:
        yield asked["name"].format(name=names[0])
    yield asked["scene"].format(clause=clause)
    yield asked["before-that"] if names else asked["before"].format(clause=clause)


def about_facts(report: PostReport, known: Facts) -> Iterator[str]:
    """Yield what to ask about the facts of a draft that has no sentence to begin with."""
    if report.language in BUILT_IN:
        asked = messages("about-lead", asked_in(report))
        yield from (asked["name"].format(name=fact.text) for fact in known.names[:1])
        no_work = editing(report.language).counts_no_work
        numbers = [each for each in known.numbers if _counted(report, each) != each.text or not each.text.isdigit()]
        figures = (known.money, [each for each in known.percent if _WHOLE.match(each.text) is None], numbers)
        for counted in ([_counted(report, fact) for fact in facts] for facts in figures):
            yield from (asked["fact"].format(fact=each) for each in counted[:1] if each.split()[-1].casefold() not in no_work)


def about_kind(report: PostReport, known: Facts) -> dict[str, str]:
    """Return what a draft's kind of post is asked, by the part that the answer fills; nothing where no kind is known."""
    language = report.language
    stop = len(report.text) if report.end < 0 else report.end
    kind = kinds.kind_of(report.text[report.start : stop], language) if language in BUILT_IN else None
    if kind is None:
        return {}
    name = known.names[0].text if known.names else ""
    asked = editing(asked_in(report)).kinds_asked[kind]
    return {part: text.format(name=name) for part, text in asked.items() if name or "{name}" not in text}


def asked_in(report: PostReport) -> str:
    """Return the language in which a draft's author is asked: that of all other advice."""
    return report.locale if report.locale in BUILT_IN else report.language


def _both_with_units(change: re.Match[str]) -> tuple[str, str]:
    """Return the two ends of a change: where the first has what is counted and the second has not, the second gets it («11 og 3 sider»)."""
    before, unit, after, other = change.groups()
    return before, f"{after} {other or unit}" if other or unit else after


def clause_of(sentence: str, language: str) -> str:
    """Return what a question quotes of a sentence: the part of it that says most, at most so many letters, cut at a word."""
    words = " ".join(sentence.split()).strip(' .!?…"“”«»').translate(_NO_QUOTES)
    parts = [part for part in re.split(r"(?<=\w{2})[,;:] ", words) if len(part.split()) >= 4]
    # A clause that hangs on another says nothing by itself («fordi varmen …»): rather the beginning of a main one.
    main = [part for part in parts if editing(language).depends.match(part) is None]
    short = [part for part in main if len(part) <= _LONGEST]
    chosen = max(short, key=lambda part: (len(_TELLING.findall(part)), len(part))) if short else main[0] if main else words
    chosen = _JOINT.sub("", chosen)
    if len(chosen) <= _LONGEST:
        return chosen
    return chosen[: _LONGEST + 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def people_in(report: PostReport, known: Facts, span: Span) -> list[str]:
    """Return who is named in a stretch of a draft: first names, and capitals inside a sentence that no “in” or “at” makes a place."""
    names = _named(known, span)
    if not names:
        days = languages.get(report.language).months
        names = [each for each in _PERSON.findall(report.text[span.start : span.end]) if each.casefold() not in days]
    return names


def _named(known: Facts, span: Span) -> list[str]:
    return [fact.text for fact in known.names if span.start <= fact.start < span.end]


def _counted(report: PostReport, fact: Fact) -> str:
    """Return a number with the word that it counts."""
    known = editing(report.language)
    after = known.counted.match(report.text[fact.end : fact.end + 40])
    # “14 of us” counts nothing that can be named.
    named = after and fact.text[-1].isdigit() and after[0].split()[-1].casefold() not in known.function_words
    return fact.text + after[0] if after and named else fact.text
