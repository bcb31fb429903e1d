"""What a cache keeps of a report: rule ids, offsets and numbers; no word of the draft, and none of the rules' texts.

The report is put together again from the rules and the draft itself. One is kept only if that gives the very same report.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct, msgpack

from advocacy_lint.model import Finding, Fix, Post, PostReport, Rule, Skipped, Span, Strength

# What stands in a slot of a template: a figure, or where its words stand in the draft.
Slot = str | tuple[Span, ...]
Slots = tuple[Slot, ...]


class KeptFinding(Struct, frozen=True, array_like=True, gc=False):
    """A finding, with the slots of its message, suggestion and questions (each by its number among the rule's)."""

    rule: str
    level: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    place: str | None
    gain: int
    quoted: bool
    message: Slots
    suggest: Slots | None
    ask: tuple[tuple[int, Slots], ...]
    spans: tuple[Span, ...]
    fixes: tuple[tuple[int, int, str, bool], ...]
    replace: tuple[str, ...]
    cost: float


class KeptStrength(Struct, frozen=True, array_like=True, gc=False):
    """A strength, with the slots of its message."""

    rule: str
    start: int
    end: int
    line: int
    column: int
    credit: int
    quoted: bool
    message: Slots
    spans: tuple[Span, ...]


class KeptReport(Struct, frozen=True, array_like=True, gc=False):
    """A report without its words."""

    language: str
    score: int | None
    grade: str | None
    dimensions: dict[str, int]
    words: int
    locale: str
    nlp: str | None
    skipped: tuple[tuple[str, str], ...]
    findings: tuple[KeptFinding, ...]
    strengths: tuple[KeptStrength, ...]


class Template(Struct, frozen=True):
    """A text of a rule, and its fixed parts between the slots."""

    text: str
    fixed: tuple[str, ...]


class Wording(Struct, frozen=True):
    """What a rule says in one locale, ready to be filled."""

    rule: str
    dimension: str
    message: Template
    why: str
    suggest: Template
    ask: tuple[Template, ...]


class Wordings:
    """What the rules of a language say, by rule and locale; LookupError for a rule that there is none of."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._found: dict[tuple[str, str], Wording] = {}

    def __getitem__(self, key: tuple[str, str]) -> Wording:
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._wording(*key)
        return found

    def _wording(self, name: str, locale: str) -> Wording:
        rule = self._rules[name]
        texts = rule.texts.get(locale) or next(iter(rule.texts.values()))
        ask = tuple(map(template, texts.ask))
        return Wording(rule.id, rule.dimension, template(texts.message), texts.why, template(texts.suggest or ""), ask)


class Draft(Struct, frozen=True):
    """Where a report's words stand: in the post itself before the rest of the file, which may hold many posts."""

    text: str
    start: int
    stop: int

    def find(self, words: str) -> int:
        """Return where words stand, -1 where they do not."""
        found = self.text.find(words, self.start, self.stop)
        return found if found >= 0 else self.text.find(words)


def record(post: Post, report: PostReport, wordings: Wordings) -> KeptReport | None:
    """Return what to keep of a report; None where it could not be put together again from that."""
    if post.suppressions:
        return None
    try:
        source = Draft(post.text, post.start, post.stop)
        kept = KeptReport(
            report.language, report.score, report.grade, dict(report.dimensions), report.words, report.locale, report.nlp,
            tuple((each.rule, each.reason) for each in report.skipped),
            tuple(_finding_record(each, wordings[each.rule, report.locale], source) for each in report.findings),
            tuple(_strength_record(each, wordings[each.rule, report.locale], source) for each in report.strengths),
        )  # fmt: skip
        written = msgpack.decode(msgpack.encode(kept), type=KeptReport)
        return kept if restore(post, written, wordings) == report else None
    except (LookupError, ValueError, TypeError):
        return None


def restore(post: Post, kept: KeptReport, wordings: Wordings) -> PostReport:
    """Return the report of a post from what was kept. LookupError or ValueError where that does not fit."""
    text, locale = post.text, kept.locale
    return PostReport(
        post.path, post.id, kept.language, kept.score, kept.grade, kept.dimensions,
        tuple([_finding(each, wordings[each.rule, locale], text) for each in kept.findings]),
        tuple([_strength(each, wordings[each.rule, locale], text) for each in kept.strengths]),
        tuple([Skipped(rule, reason) for rule, reason in kept.skipped]),
        kept.words, locale, post.place, text, post.start, post.end, post.meta, kept.nlp,
    )  # fmt: skip


def _finding_record(each: Finding, says: Wording, source: Draft) -> KeptFinding:
    return KeptFinding(
        each.rule, each.level, each.start, each.end, each.line, each.column, each.end_line, each.end_column, each.place, each.gain,
        bool(each.excerpt), slots(says.message, each.message, source),
        None if each.suggest is None else slots(says.suggest, each.suggest, source),
        tuple(_question(says.ask, question, source) for question in each.ask),
        each.spans, tuple((fix.start, fix.end, fix.text, fix.safe) for fix in each.fixes), each.replace, each.cost,
    )  # fmt: skip


def _finding(kept: KeptFinding, says: Wording, text: str) -> Finding:
    start, end = kept.start, kept.end
    suggest = kept.suggest
    return Finding(
        says.rule, kept.level, says.dimension, filled(says.message, kept.message, text), says.why,
        " ".join(text[start:end].split()) if kept.quoted else "",
        start, end, kept.line, kept.column, kept.end_line, kept.end_column, kept.place, kept.gain, kept.replace,
        None if suggest is None else filled(says.suggest, suggest, text),
        tuple([filled(says.ask[number], values, text) for number, values in kept.ask]),
        kept.spans, tuple([Fix(*fix) for fix in kept.fixes]) if kept.fixes else (), kept.cost,
    )  # fmt: skip


def _strength_record(each: Strength, says: Wording, source: Draft) -> KeptStrength:
    message = slots(says.message, each.message, source)
    return KeptStrength(each.rule, each.start, each.end, each.line, each.column, each.credit, bool(each.excerpt), message, each.spans)


def _strength(kept: KeptStrength, says: Wording, text: str) -> Strength:
    start, end = kept.start, kept.end
    said = filled(says.message, kept.message, text)
    excerpt = " ".join(text[start:end].split()) if kept.quoted else ""
    return Strength(says.rule, says.dimension, said, excerpt, start, end, kept.line, kept.column, kept.credit, kept.spans)


def _question(templates: tuple[Template, ...], question: str, source: Draft) -> tuple[int, Slots]:
    for number, each in enumerate(templates):
        try:
            return number, slots(each, question, source)
        except ValueError:
            continue
    raise ValueError(question)


@lru_cache(maxsize=4096)
def template(text: str) -> Template:
    """Return a text taken apart at its slots (``{match}``)."""
    fixed: list[str] = []
    rest = text
    while True:
        before, opening, after = rest.partition("{")
        _, closing, rest = after.partition("}")
        fixed.append(before)
        if not opening or not closing:
            return Template(text, tuple(fixed))


def slots(asked: Template, said: str, source: Draft) -> Slots:
    """Return what stands in a template's slots, as numbers: places in the text, or figures. ValueError where it is neither."""
    if said == asked.text:
        return ()
    if not said.startswith(asked.fixed[0]):
        raise ValueError(asked.text)
    position = len(asked.fixed[0])
    values = []
    for number, following in enumerate(asked.fixed[1:], 2):
        last = number == len(asked.fixed)
        end = len(said) - len(following) if last else said.find(following, position)
        if end < position or not following and not last:
            raise ValueError(asked.text)
        values.append(_value(said[position:end], source))
        position = end + len(following)
    return tuple(values)


def _value(value: str, source: Draft) -> Slot:
    """Return a slot's value without its letters: itself where it has none, else where its words stand in the text."""
    if not any(letter.isalpha() for letter in value):
        return value
    places = []
    for part in (value,) if source.find(value) >= 0 else value.split(", "):
        start = source.find(part)
        places.append(Span(start, start + len(part)) if start >= 0 else _spaced(part, source.text))
    return tuple(places)


def _spaced(part: str, text: str) -> Span:
    """Return where words stand that are broken over lines in the text."""
    words = part.split()
    start = text.find(words[0]) if words else -1
    while start >= 0:
        end = start + len(part) + 40
        position = start
        for word in words:
            found = text.find(word, position, end)
            if found < 0 or text[position:found].strip():
                break
            position = found + len(word)
        else:
            return Span(start, position)
        start = text.find(words[0], start + 1)
    raise ValueError("not in the text")


def filled(asked: Template, values: Slots, text: str) -> str:
    """Return a template with its slots filled from the text. ValueError where it has another number of slots."""
    if not values:
        return asked.text
    fixed = asked.fixed
    if len(values) != len(fixed) - 1:
        raise ValueError(asked.text)
    said = fixed[0]
    for number, value in enumerate(values, 1):
        if isinstance(value, str):
            said += value
        elif len(value) == 1:
            start, end = value[0]
            said += " ".join(text[start:end].split())
        else:
            said += ", ".join([" ".join(text[start:end].split()) for start, end in value])
        said += fixed[number]
    return said
