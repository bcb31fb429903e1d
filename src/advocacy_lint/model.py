"""The values that cross module borders: frozen, slotted, with spans counted in Unicode code points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct, field

DIMENSIONS = ("tone", "brag", "voice", "audience", "purpose", "craft")
LEVELS = ("error", "warning", "info")
META_KEYS = ("author", "role", "audience", "goal", "channel", "language", "arrangement", "campaign", "published")


@lru_cache(maxsize=4096)
def _first_part(identity: str) -> str:
    return identity.partition("/")[0]


class Span(NamedTuple):
    """Half-open range of code points in the original text of a file (or of a field, for tables)."""

    start: int
    end: int


# One word, number, hashtag, mention, url, emoji or punctuation mark: its kind, what phrases are compared with (its norm), the signals
# that it has by itself (bits), the number of what it means to whoever looks for phrases (0 where nobody does), its length, whether it
# may end a sentence (or is no token) and is looked at by itself, and its mark. All places where a word stands share one; where they
# are is kept beside. A post has two hundred, and each made anew, with names, would take a fifth of the time of judging it.
Token = tuple[str, str, int, int, int, bool, bytes | None]


class Suppression(Struct, frozen=True):
    """A writer's wish that some rules be silent between two offsets."""

    comment: Span
    start: int
    end: int
    rules: tuple[str, ...]
    reason: str | None = None
    expires: str | None = None


class Post(Struct, frozen=True):
    """One text meant to be posted.

    `text` is the original, unchanged; `start`/`end` bound the post in it (a file may hold several);
    `muted` spans (front matter, code, comments) are inside the text and are never judged.
    `place` names where a post without useful line numbers stands (``Ark1!C7``, ``line 12``);
    `places` maps offsets to finer places (``paragraph 4``), sorted by offset.
    """

    path: str
    text: str
    id: str | None = None
    start: int = 0
    end: int = -1
    meta: Mapping[str, str] = field(default_factory=dict)
    muted: tuple[Span, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    place: str | None = None
    places: tuple[tuple[int, str], ...] = ()
    has_meta: bool = False

    @property
    def stop(self) -> int:
        """Return the offset after the post's last character."""
        return len(self.text) if self.end < 0 else self.end


class Fix(Struct, frozen=True, array_like=True):
    """A literal replacement of one span; `safe` ones are what ``--fix`` applies. In JSON it is an array."""

    start: int
    end: int
    text: str
    safe: bool = True


class Finding(Struct, frozen=True):
    """Where a rule applies to a post: one finding a rule, with all its places in `spans` (the first is start/end).

    `gain` is what the score would rise by if this finding alone were gone; `cost` is what it costs in log-odds, before rounding.
    The fields are those of the JSON contract, in its order.
    """

    rule: str
    level: str
    dimension: str
    message: str
    why: str
    excerpt: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    place: str | None = None
    gain: int = 0
    replace: tuple[str, ...] = ()
    suggest: str | None = None
    ask: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    fixes: tuple[Fix, ...] = ()
    cost: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as the JSON contract has it."""
        return {
            "rule": self.rule,
            "level": self.level,
            "dimension": self.dimension,
            "message": self.message,
            "why": self.why,
            "excerpt": self.excerpt,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "place": self.place,
            "gain": self.gain,
            "replace": list(self.replace),
            "suggest": self.suggest,
            "ask": list(self.ask),
            "spans": [list(span) for span in self.spans],
            "fixes": [[fix.start, fix.end, fix.text, fix.safe] for fix in self.fixes],
            "cost": self.cost,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Finding:
        """Rebuild a finding from `to_dict`'s result."""
        return cls(
            **{
                **data,
                "replace": tuple(data["replace"]),
                "ask": tuple(data["ask"]),
                "spans": tuple(Span(*span) for span in data["spans"]),
                "fixes": tuple(Fix(*fix) for fix in data["fixes"]),
            }
        )


class Strength(Struct, frozen=True):
    """A finding that is good news; `credit` is what the score would fall by without it. The fields are those of the JSON contract."""

    rule: str
    dimension: str
    message: str
    excerpt: str
    start: int
    end: int
    line: int
    column: int
    credit: int = 0
    spans: tuple[Span, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the strength as the JSON contract has it."""
        return {
            "rule": self.rule,
            "dimension": self.dimension,
            "message": self.message,
            "excerpt": self.excerpt,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "credit": self.credit,
            "spans": [list(span) for span in self.spans],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Strength:
        """Rebuild a strength from `to_dict`'s result."""
        return cls(**{**data, "spans": tuple(Span(*span) for span in data["spans"])})


class Skipped(Struct, frozen=True):
    """A rule (or the whole judgement, rule ``*``) that was not applied, and why."""

    rule: str
    reason: str


class PostReport(Struct, frozen=True):
    """What the linter says of one post; `text` and `meta` are the post's own, for outputs that show words in place.

    `score` and `grade` are None where there is nothing to judge or the language is not known.
    """

    path: str
    id: str | None
    language: str
    score: int | None
    grade: str | None
    dimensions: Mapping[str, int]
    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...]
    skipped: tuple[Skipped, ...]
    words: int = 0
    locale: str = "en"
    place: str | None = None
    text: str = ""
    start: int = 0
    end: int = -1
    meta: Mapping[str, str] = field(default_factory=dict)
    nlp: str | None = None  # the spaCy pipeline that was asked, where one was

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the findings."""
        return tuple([finding.level for finding in self.findings])

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of the findings."""
        return tuple([finding.rule for finding in self.findings])

    @property
    def worst(self) -> Finding | None:
        """The dearest finding, one that shows in the text before one about the whole post; an info is not certain enough."""
        certain = [each for each in self.findings if each.level != "info"]
        return max(certain, key=lambda each: (bool(each.excerpt), each.cost)) if certain else None

    @property
    def complaint(self) -> str | None:
        """What a line about the post says would help most."""
        worst = self.worst
        return worst.message if worst else None

    @property
    def praise(self) -> tuple[str, ...]:
        """The words that a line about a good post quotes: of its first two strengths."""
        return tuple([each.excerpt for each in self.strengths[:2] if each.excerpt])

    def whole(self) -> PostReport:
        """Return the report itself; one that was kept is put together by its method of this name."""
        return self

    def shown(self) -> PostReport:
        """Return the report itself; one that was kept is put together without metadata, for outputs that show none."""
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return the report as one entry of ``posts`` in the JSON contract (without text and metadata)."""
        return {
            "path": self.path,
            "id": self.id,
            "language": self.language,
            "words": self.words,
            "score": self.score,
            "grade": self.grade,
            "dimensions": dict(self.dimensions),
            "findings": [finding.to_dict() for finding in self.findings],
            "strengths": [strength.to_dict() for strength in self.strengths],
            "skipped": [{"rule": each.rule, "reason": each.reason} for each in self.skipped],
            "nlp": self.nlp,
        }


class SharedText(Struct, frozen=True):
    """One post of a portfolio finding, with the spans in which its wording is shared."""

    path: str
    id: str | None
    spans: tuple[Span, ...] = ()
    place: str | None = None


class PortfolioFinding(Struct, frozen=True):
    """What only shows across posts; `share` is the part of the wording that is shared (0-1), where it is about wording."""

    rule: str
    level: str
    message: str
    why: str = ""
    share: float | None = None
    posts: tuple[SharedText, ...] = ()
    ask: tuple[str, ...] = ()
    suggest: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as one entry of ``portfolio.findings`` in the JSON contract."""
        return {
            "rule": self.rule,
            "level": self.level,
            "message": self.message,
            "why": self.why,
            "share": self.share,
            "suggest": self.suggest,
            "ask": list(self.ask),
            "posts": [{"path": post.path, "id": post.id, "spans": [list(span) for span in post.spans]} for post in self.posts],
        }


class Problem(Struct, frozen=True):
    """An input that could not be read: one line for the user."""

    path: str
    message: str


class Summary(Struct):
    """Counts over a run; `scored` and `total_score` give the mean."""

    posts: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    scored: int = 0
    total_score: int = 0

    def add(self, report: PostReport) -> None:
        """Count one post."""
        self.tally(report.levels, report.score)

    def tally(self, levels: Sequence[str], score: int | None) -> None:
        """Count one post by the levels of its findings, and its score where it has one."""
        self.posts += 1
        errors, warnings = levels.count("error"), levels.count("warning")
        self.errors += errors
        self.warnings += warnings
        self.infos += len(levels) - errors - warnings
        if score is not None:
            self.scored += 1
            self.total_score += score

    def count(self, level: str) -> None:
        """Count one finding of a level."""
        if level == "error":
            self.errors += 1
        elif level == "warning":
            self.warnings += 1
        else:
            self.infos += 1

    @property
    def mean_score(self) -> float | None:
        """Return the mean score of the posts that have one, to one decimal."""
        return round(self.total_score / self.scored, 1) if self.scored else None

    def to_dict(self) -> dict[str, Any]:
        """Return the summary as the JSON contract has it."""
        return {
            "posts": self.posts,
            "errors": self.errors,
            "warnings": self.warnings,
            "infos": self.infos,
            "mean_score": self.mean_score,
        }


class Run(Struct):
    """What is known of a run when all its posts have been linted."""

    summary: Summary = field(default_factory=Summary)
    portfolio: list[PortfolioFinding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    programmes: list[dict[str, Any]] = field(default_factory=list)
    with_score: bool = True
    verbose: bool = False
    quiet: bool = False
    locale: str = "en"
    width: int = 80
    rules: tuple[Any, ...] = ()  # all active rules, for formats that declare them


class Evidence(Struct, frozen=True):
    """What a rule rests on; `reviewed` and `effective_from` are ISO dates. Nothing here is legal advice."""

    tier: str
    source: str
    reviewed: str | None = None
    effective_from: str | None = None
    note: str | None = None


class Example(Struct, frozen=True):
    """A text of a rule's own: a bad one has the expected span (None: the whole post), a good one must give no finding."""

    text: str
    bad: bool
    span: Span | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


class Texts(Struct, frozen=True):
    """What a rule says, in one language."""

    message: str
    why: str
    suggest: str | None = None
    ask: tuple[str, ...] = ()


class Rule(Struct, frozen=True):
    """One idea about what is wrong (or right), for one language; `texts` by locale, `params` as its check kind declares."""

    id: str
    kind: str
    level: str
    weight: float
    evidence: Evidence
    language: str
    texts: Mapping[str, Texts]
    params: Any
    applies_to: str = "author"
    shadows: tuple[str, ...] = ()
    replace: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unsafe: bool = False
    examples: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0

    @property
    def dimension(self) -> str:
        """Return the part of the score that the rule belongs to: the first part of its id."""
        return _first_part(self.id)

    @property
    def is_strength(self) -> bool:
        """Say whether a match of the rule is good news."""
        return self.level == "strength"


class Place(NamedTuple):
    """One place where a rule matched; `pattern` is the phrase that did, where there is one."""

    start: int
    end: int
    sentence: int
    pattern: str = ""


class Match(Struct, frozen=True):
    """Where a rule applies to a post: its places (none: the whole post), how strongly (0-1), and words for its message."""

    rule: Rule
    places: tuple[Place, ...] = ()
    grade: float = 1.0
    slots: Mapping[str, str] = field(default_factory=dict)


class Signal(Struct, frozen=True):
    """A named list of phrases that rules share, for one language."""

    name: str
    phrases: tuple[str, ...]
    path: str = ""
    about: str = ""
