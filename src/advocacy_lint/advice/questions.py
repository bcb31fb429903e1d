"""Interview questions for a draft: filled from its own facts, the most useful first, none asked twice in other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from advocacy_lint.advice.labels import labels
from advocacy_lint.checks.classes import Edges, find_classes
from advocacy_lint.languages import Language, editing
from advocacy_lint.model import PostReport, Span
from advocacy_lint.text import Analysis, Speech, analyse, normalise
from advocacy_lint.text.spans import Cover, Nest

MOST = 5
_SLOT = r"\{([a-z]+)\}"
_SLOTS = {"money": "money", "percent": "percent", "number": "numbers", "name": "names"}
_FIELDS = {
    "money": "money",
    "percent": "percent",
    "name": "names",
    "org": "organisations",
    "url": "links",
    "unit": "numbers",
    "number": "numbers",
}
# A number inside one of these is no fact of its own.
_OVER = frozenset(("money", "percent", "date", "time", "year", "unit"))
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+"
_COMMON = frozenset(
    """hvad der det den som på til med for var er blev en et og eller af at du dig jer jeres din dit du selv helt en kun én da når om ville
    have havde vedkommende what which that the this these those was were is are did does do you your they them their it its and or of to in
    on at for with would have had exactly one when could""".split()
)
_SAME = 0.6
# More capitals in a row are several people.
_LONGEST_NAME = 3


class Fact(Struct, frozen=True):
    """A number, name, link or place that a draft holds, as it is written there."""

    text: str
    start: int
    end: int


class Facts(Struct, frozen=True):
    """What a draft says that can be checked; each field in the order of the text, none twice."""

    money: tuple[Fact, ...] = ()
    percent: tuple[Fact, ...] = ()
    numbers: tuple[Fact, ...] = ()
    names: tuple[Fact, ...] = ()
    links: tuple[Fact, ...] = ()
    organisations: tuple[Fact, ...] = ()
    places: tuple[Fact, ...] = ()


def facts(text: str, language: Language, organisations: Iterable[str] = ()) -> Facts:
    """Return the facts of a text; `organisations` are names to know beside those with a company suffix."""
    return facts_of(analyse(text, language), organisations)


def facts_of(analysis: Analysis, organisations: Iterable[str] = (), edges: Edges | None = None) -> Facts:
    """Return the facts of a text that is already cut; `edges`: the token classes of what its author says, where they are known."""
    found: dict[str, list[Fact]] = {name: [] for name in Facts.__struct_fields__}
    _gather(analysis, edges, found)
    for speech in (analysis.speech, analysis.quotation):
        _collect_places(speech, analysis, found["places"])
    for name in organisations:
        found["organisations"].extend(_spelled(name, analysis.text, analysis.start, analysis.end))
    taken = Cover((each.start, each.end) for each in (*found["names"], *found["organisations"]))
    found["places"] = [place for place in found["places"] if not taken.meets(place.start, place.end)]
    return Facts(**{name: _once(sorted(items, key=_start_of)) for name, items in found.items()})


def asked_facts(analysis: Analysis, edges: Edges) -> Facts:
    """Return the facts that questions have slots for: no links, places or organisations."""
    found: dict[str, list[Fact]] = {name: [] for name in _SLOTS.values()}
    _gather(analysis, edges, found)
    return Facts(**{name: _once(sorted(items, key=_start_of)) if items else () for name, items in found.items()})


def _start_of(fact: Fact) -> int:
    return fact.start


def _gather(analysis: Analysis, edges: Edges | None, found: dict[str, list[Fact]]) -> None:
    """Collect the facts of what the author says, and of what is quoted."""
    author, quoted = analysis.speech, analysis.quotation
    _collect(author, find_classes(author.tokens, analysis.language, analysis.extra_names) if edges is None else edges, analysis, found)
    if quoted.tokens:
        _collect(quoted, find_classes(quoted.tokens, analysis.language, analysis.extra_names), analysis, found)


def _collect(speech: Speech, edges: Edges, analysis: Analysis, found: dict[str, list[Fact]]) -> None:
    over = [(index, end) for index, classes in edges.items() for kind, end in classes if kind in _OVER]
    covered, nest, named = Cover(over), Nest(over), labels(speech.tokens, analysis.language)
    for index, classes in edges.items():
        for kind, end in classes:
            items = found.get(_FIELDS.get(kind, ""))
            if items is None or (covered.meets(index, index + 1) if kind == "number" else nest.holds(index, end)):
                continue  # it lies in a larger one that says more
            if kind == "number" and not speech.tokens[index][1][0].isdigit():
                continue  # "two" and "to" alone are no facts
            if any(at in named for at in range(index, end)) or kind == "name" and end - index > _LONGEST_NAME:
                continue  # a hall's number, a bound, a row of people who are tagged
            start, stop = speech.span(index, end)
            if kind == "number" and analysis.text[stop : stop + 1].isalpha():
                continue  # the 3rd counts nothing
            stop = _base(start, stop, kind, analysis)
            items.append(Fact(analysis.text[start:stop], start, stop))


def _collect_places(speech: Speech, analysis: Analysis, found: list[Fact]) -> None:
    language = analysis.language
    near = editing(language.code).near
    for index, (before, token) in enumerate(pairwise(speech.tokens), start=1):
        if token[0] == "capital" and before[1] in near and token[1] not in language.months:
            start, end = speech.span(index, index + 1)
            found.append(Fact(analysis.text[start:end], start, end))


def _base(start: int, end: int, kind: str, analysis: Analysis) -> int:
    """Return where a name ends without its genitive, and a company's without the full stop of its sentence."""
    raw = normalise(analysis.text[start:end])
    if kind == "org" and raw.endswith("/s."):
        return end - 1
    if kind != "name":
        return end
    if raw.endswith("'s"):
        return end - 2
    names = analysis.language.first_names
    genitive = analysis.language.bare_genitive and raw.endswith("s") and raw not in names and raw[:-1] in names
    return end - 1 if genitive else end


def _spelled(name: str, text: str, start: int, end: int) -> list[Fact]:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return [Fact(match[0], *match.span()) for match in pattern.finditer(text, start, end)]


def _once(items: list[Fact]) -> tuple[Fact, ...]:
    kept: dict[str, Fact] = {}
    end = -1
    for fact in items:
        if fact.start >= end and fact.text not in kept:
            kept[fact.text] = fact
        end = max(end, fact.end)
    return tuple(kept.values())


def filled(templates: Sequence[str], slots: Mapping[str, str], spans: Sequence[Span], known: Callable[[], Facts]) -> tuple[str, ...]:
    """Return the questions whose slots can be filled: from the match, from facts in the finding's spans, then from the draft's others."""
    if not any("{" in template for template in templates):
        return tuple(templates)
    answers = (_filled(template, slots, spans, known) for template in templates)
    return tuple(answer for answer in answers if answer is not None)


def _filled(template: str, slots: Mapping[str, str], spans: Sequence[Span], known: Callable[[], Facts]) -> str | None:
    for name in _slots_of(template):
        value = slots.get(name) or _fact(name, spans, known)
        if not value:
            return None
        template = template.replace("{" + name + "}", " ".join(value.split()))
    return template


@lru_cache(maxsize=4096)
def _slots_of(template: str) -> tuple[str, ...]:
    return tuple(re.findall(_SLOT, template))


def _fact(name: str, spans: Sequence[Span], known: Callable[[], Facts]) -> str | None:
    if name not in _SLOTS:
        return None
    items: tuple[Fact, ...] = getattr(known(), _SLOTS[name])
    for fact in items:
        first, last = fact.start, fact.end
        for start, end in spans:
            if start < last and first < end:
                return fact.text
    return items[0].text if items else None


def questions(report: PostReport, known: Facts) -> tuple[str, ...]:
    """Return at most five questions for a draft, in order of what their answers would gain, one a finding."""
    return tuple(question for _, question in ranked(report, known)[:MOST])


def ranked(report: PostReport, known: Facts) -> list[tuple[str, str]]:
    """Return all questions of a draft with the rules they come from, by gain; none twice in other words."""
    kept: list[tuple[str, str]] = []
    for finding in sorted(report.findings, key=lambda each: (-each.gain, -each.cost, each.start, each.rule)):
        asked = filled(finding.ask, {"match": finding.excerpt}, finding.spans, lambda: known)
        new = next((question for question in asked if not any(repeats(question, other) for _, other in kept)), None)
        if new is not None:
            kept.append((finding.rule, new))
    return kept


def repeats(one: str, other: str) -> bool:
    """Say whether two questions ask for the same in other words."""
    first, second = _content(one), _content(other)
    least = min(len(first), len(second))
    return first == second if not least else len(first & second) / least >= _SAME


def _content(question: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a question; endings are inflection."""
    # What a question quotes says what it is about, not what it asks.
    words = (normalise(word) for word in re.findall(_WORD, re.sub(r"«[^»]*»|“[^”]*”", " ", question)))
    return frozenset(word[:6] for word in words if word not in _COMMON and len(word) > 1)
