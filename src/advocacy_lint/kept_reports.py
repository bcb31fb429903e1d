"""What a cache keeps of a report: rule ids, offsets and numbers; no word of the draft, and none of the rules' texts.

The report is put together again from the rules and the draft itself, as far as it is asked for: a line about a post needs little of
it. One is kept only if that gives the very same report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, cast

from msgspec import Struct, msgpack

from advocacy_lint.kept_words import Draft, Level, Places, Slots, Template, Wording, Wordings, filled, pairs, slots, words_at
from advocacy_lint.model import Finding, Fix, Post, PostReport, Skipped, Span, Strength


class KeptFinding(Struct, frozen=True, array_like=True, gc=False):
    """A finding, with the slots of its message, suggestion and questions (each by its number among the rule's)."""

    rule: str
    level: Level
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
    spans: Places
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
    spans: Places


class KeptReport(Struct, frozen=True, array_like=True, gc=False):
    """A report without its words: what a run counts and a line about the post says, and the rest as it is written."""

    language: str
    score: int | None
    grade: str | None
    dimensions: dict[str, int]
    words: int
    locale: str
    nlp: str | None
    skipped: tuple[tuple[str, str], ...]
    levels: tuple[Level, ...]
    rules: tuple[str, ...]
    worst: tuple[str, Slots] | None  # the finding's rule, and the slots of its message
    good: Places  # of the first two strengths, where they stand
    start: int
    end: int
    findings: bytes  # as they are written: a line about the post needs none of them
    strengths: bytes


_FINDINGS = msgpack.Decoder(tuple[KeptFinding, ...])
_STRENGTHS = msgpack.Decoder(tuple[KeptStrength, ...])


class Beside(Protocol):
    """Where an output keeps what it made of a report, so that the next run need not make it again."""

    def get(self) -> bytes | None:
        """Return what was kept, as msgpack; None where nothing was."""

    def has_room(self, size: int) -> bool:
        """Say whether something of so many bytes may still be kept."""

    def put(self, made: object, size: int) -> None:
        """Keep something of about so many bytes."""


class KnownReport:
    """A report that was kept, of a draft that has been read again: it has what a `PostReport` has, made when it is asked for.

    LookupError or ValueError where what was kept does not fit.
    """

    def __init__(
        self, kept: KeptReport, path: str, text: str, wordings: Wordings, post: Post | Callable[[], Post], beside: Beside | None = None
    ) -> None:
        """`post`: the post, or what reads it when its metadata are asked for (then it has neither id nor place)."""
        self._kept = kept
        self.beside = beside
        self.wordings = wordings
        self._post = post
        self._findings: tuple[Finding, ...] | None = None
        self._strengths: tuple[Strength, ...] | None = None
        self.path = path
        self.id = post.id if isinstance(post, Post) else None
        self.place = post.place if isinstance(post, Post) else None
        self.text = text
        self.language = kept.language
        self.score = kept.score
        self.grade = kept.grade
        self.dimensions = kept.dimensions
        self.words = kept.words
        self.locale = kept.locale
        self.nlp = kept.nlp
        self.start = kept.start
        self.end = kept.end
        self.levels = kept.levels
        self.rules = kept.rules

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not applied."""
        return tuple([Skipped(rule, reason) for rule, reason in self._kept.skipped])

    @property
    def complaint(self) -> str | None:
        """The message that a line about the post gives, see `PostReport.complaint`."""
        if self._kept.worst is None:
            return None
        rule, values = self._kept.worst
        return filled(self.wordings[rule, self.locale].message, values, self.text)

    @property
    def praise(self) -> tuple[str, ...]:
        """The words that a line about a good post quotes."""
        return tuple([words_at(self.text, start, end) for start, end in pairs(self._kept.good)])

    def kept_findings(self) -> tuple[KeptFinding, ...]:
        """Return the findings as they are kept."""
        return _FINDINGS.decode(self._kept.findings)

    def kept_strengths(self) -> tuple[KeptStrength, ...]:
        """Return the strengths as they are kept."""
        return _STRENGTHS.decode(self._kept.strengths)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings."""
        if self._findings is None:
            said, locale, text = self.wordings, self.locale, self.text
            self._findings = tuple([_finding(each, said[each.rule, locale], text) for each in self.kept_findings()])
        return self._findings

    @property
    def strengths(self) -> tuple[Strength, ...]:
        """All strengths."""
        if self._strengths is None:
            said, locale, text = self.wordings, self.locale, self.text
            self._strengths = tuple([_strength(each, said[each.rule, locale], text) for each in self.kept_strengths()])
        return self._strengths

    @property
    def meta(self) -> Mapping[str, str]:
        """The post's metadata."""
        return self._post.meta if isinstance(self._post, Post) else self._post().meta

    def without_words(self, signs: Any) -> KnownReport:
        """Return the same report of a text that says of each place something else than the words which stand there."""
        return KnownReport(self._kept, self.path, signs, self.wordings, self._post)

    def whole(self) -> PostReport:
        """Return the report itself."""
        return self._report(self.meta)

    def shown(self) -> PostReport:
        """Return the report for an output that shows no metadata: the draft's front matter need not be read."""
        return self._report({})

    def _report(self, meta: Mapping[str, str]) -> PostReport:
        return PostReport(
            self.path, self.id, self.language, self.score, self.grade, self.dimensions, self.findings, self.strengths, self.skipped,
            self.words, self.locale, self.place, self.text, self.start, self.end, meta, self.nlp,
        )  # fmt: skip


def record(post: Post, report: PostReport, wordings: Wordings) -> KeptReport | None:
    """Return what to keep of a report; None where it could not be put together again from that."""
    if post.suppressions:
        return None
    try:
        kept = _record(report, wordings, Draft(post.text, post.start, post.stop))
        written = msgpack.decode(msgpack.encode(kept), type=KeptReport)
        known = KnownReport(written, post.path, post.text, wordings, post)
        same = known.whole() == report and (known.levels, known.rules) == (report.levels, report.rules)
        return kept if same and (known.complaint, known.praise) == (report.complaint, report.praise) else None
    except (LookupError, ValueError, TypeError):
        return None


def _record(report: PostReport, wordings: Wordings, source: Draft) -> KeptReport:
    locale, worst = report.locale, report.worst
    return KeptReport(
        report.language, report.score, report.grade, dict(report.dimensions), report.words, locale, report.nlp,
        tuple((each.rule, each.reason) for each in report.skipped), cast(tuple[Level, ...], report.levels), report.rules,
        None if worst is None else (worst.rule, slots(wordings[worst.rule, locale].message, worst.message, source)),
        tuple(place for each in report.strengths[:2] if each.excerpt for place in (each.start, each.end)),
        report.start, report.end,
        msgpack.encode([_finding_record(each, wordings[each.rule, locale], source) for each in report.findings]),
        msgpack.encode([_strength_record(each, wordings[each.rule, locale], source) for each in report.strengths]),
    )  # fmt: skip


def _finding_record(each: Finding, says: Wording, source: Draft) -> KeptFinding:
    return KeptFinding(
        each.rule, cast(Level, each.level), each.start, each.end, each.line, each.column, each.end_line, each.end_column,
        each.place, each.gain, bool(each.excerpt), slots(says.message, each.message, source),
        None if each.suggest is None else slots(says.suggest, each.suggest, source),
        tuple(_question(says.ask, question, source) for question in each.ask), _flat(each.spans),
        tuple((fix.start, fix.end, fix.text, fix.safe) for fix in each.fixes), each.replace, each.cost,
    )  # fmt: skip


def _finding(kept: KeptFinding, says: Wording, text: str) -> Finding:
    start, end = kept.start, kept.end
    suggest = kept.suggest
    return Finding(
        says.rule, kept.level, says.dimension, filled(says.message, kept.message, text), says.why,
        words_at(text, start, end) if kept.quoted else "",
        start, end, kept.line, kept.column, kept.end_line, kept.end_column, kept.place, kept.gain, kept.replace,
        None if suggest is None else filled(says.suggest, suggest, text),
        tuple([filled(says.ask[number], values, text) for number, values in kept.ask]),
        _spans(kept.spans), tuple([Fix(*fix) for fix in kept.fixes]) if kept.fixes else (), kept.cost,
    )  # fmt: skip


def _strength_record(each: Strength, says: Wording, source: Draft) -> KeptStrength:
    message = slots(says.message, each.message, source)
    quoted = bool(each.excerpt)
    return KeptStrength(each.rule, each.start, each.end, each.line, each.column, each.credit, quoted, message, _flat(each.spans))


def _strength(kept: KeptStrength, says: Wording, text: str) -> Strength:
    start, end = kept.start, kept.end
    said = filled(says.message, kept.message, text)
    excerpt = words_at(text, start, end) if kept.quoted else ""
    return Strength(says.rule, says.dimension, said, excerpt, start, end, kept.line, kept.column, kept.credit, _spans(kept.spans))


def _flat(spans: Sequence[Span]) -> Places:
    return tuple(offset for span in spans for offset in span)


def _spans(places: Places) -> tuple[Span, ...]:
    if len(places) == 2:
        return (Span(places[0], places[1]),)
    return tuple([Span(start, end) for start, end in pairs(places)])


def _question(templates: tuple[Template, ...], question: str, source: Draft) -> tuple[int, Slots]:
    for number, each in enumerate(templates):
        try:
            return number, slots(each, question, source)
        except ValueError:
            continue
    raise ValueError(question)
