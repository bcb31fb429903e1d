"""The values that cross module borders: frozen, slotted, with spans counted in Unicode code points."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct, field, to_builtins

LEVELS = ("error", "warning", "info")
# Stands for any phrase, where a rule says by phrase what to put in its place.
ANY = "*"
# People call a post good that scores so much, and one under it bad.
BORDER = 50
META_KEYS = ("author", "role", "audience", "goal", "channel", "language", "arrangement", "campaign", "theme", "published")


# An object of the JSON contract.
Entry = dict[str, Any]


class _Contract(Struct, frozen=True):
    """What stands in the JSON contract with all its fields, in their order."""

    def to_dict(self) -> Entry:
        """Return the fields as the JSON contract has them: plain data, with lists for tuples."""
        return {name: _listed(value) for name, value in to_builtins(self).items()}


def _listed(value: object) -> object:
    return [_listed(each) for each in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=4096)
def _first_part(identity: str) -> str:
    return identity.partition("/")[0]


class Dimension(Struct, frozen=True):
    """A part of the score: where it starts, in log-odds, how much of what the words say is heard in it (0-1).

    What it is called stands among the languages' messages.
    """

    bias: float
    wording: float


# By the first part of rules' ids. Each starts where a post with nothing against it deserves to be; voice has to be earned. All rules of
# one may be silent, and yet the words tell.
DIMENSIONS: Mapping[str, Dimension] = {
    "tone": Dimension(1.2, 0.6),
    "brag": Dimension(1.6, 0.4),
    "voice": Dimension(-0.2, 0.6),
    "audience": Dimension(0.6, 0.25),
    "purpose": Dimension(0.8, 0.25),
    "craft": Dimension(1.6, 0.1),
}


class Span(NamedTuple):
    """Half-open range of code points in the original text of a file (or of a field, for tables)."""

    start: int
    end: int


class Edit(NamedTuple):
    """What is read otherwise than it is written, from start to end: an entity is its letter, a tag inside a sentence is nothing."""

    start: int
    end: int
    text: str = ""


class Meaning(Struct, frozen=True, eq=False):
    """What a word means by the phrases that are looked for: its symbols, and where phrases that begin with it lead to.

    `goes_on`: nodes of the trie, by the symbol that the next word must have; `classes`: the same by the token class that must begin
    there; `gaps`: the nodes after ``...``; `ends`: the phrases that are this word alone.
    """

    symbols: frozenset[int] = frozenset()
    goes_on: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    classes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    gaps: tuple[int, ...] = ()
    ends: tuple[tuple[int, int], ...] = ()


MEANS_NOTHING, MEANS_BARRIER = Meaning(), Meaning()

# One word, number, hashtag, mention, url, emoji or punctuation mark: its kind, what phrases are compared with (its norm), the signals
# that it has by itself (bits), what it means to whoever looks for phrases, its length, and whether it may end a sentence (or is no
# token) and is looked at by itself. All places where a word stands share one; where they are is kept beside.
Token = tuple[str, str, int, Meaning, int, bool]


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
    `places` maps offsets to finer places (``paragraph 4``), sorted by offset;
    `line` is the file's line where its text begins (0: the file has no lines, or the place says all), which the lines of the text follow
    where it `has_lines` of the file's; `lines` says of a text put together from several cells which line of the file each part of it
    begins on, by the line of the text;
    `edits` say what is read otherwise than it is written, sorted and disjoint;
    `seams` are where readers of a sentence see nothing (a link's target), sorted and disjoint: they cut no phrase in two.
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
    edits: tuple[Edit, ...] = ()
    line: int = 1
    has_lines: bool = True
    seams: tuple[Span, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()

    def file_line(self, line: int) -> int | None:
        """Return the file's line for a line of the text; None where the file has none."""
        if not self.line:
            return None
        if self.lines:
            first, at = next(((first, at) for first, at in reversed(self.lines) if first <= line), self.lines[0])
            return at + line - first
        return self.line + line - 1 if self.has_lines else self.line

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


class Rewrite(_Contract, frozen=True):
    """What could stand instead of a finding's words: ``before`` becomes ``after``.

    `kind` is ``replace`` (literal), ``cut`` (`after` is empty) or ``frame`` (with brackets for what only the author knows; never
    applied of itself); `safe` is what ``--fix`` applies. `shown` is the new words in their sentence, cut short around them.
    """

    kind: str
    before: str
    after: str
    safe: bool
    start: int
    end: int
    shown: str = ""


class Finding(_Contract, frozen=True):
    """Where a rule applies to a post: one finding a rule, with all its places in `spans` (the first is start/end).

    `gain` is what the score would rise by if this finding alone were gone; `cost` is the same in log-odds, before rounding and bounds:
    what it costs itself, and what the words of its sentences would earn if it did not stand in them.
    Lines and columns are those of the post's text; `file_line` is the file's line, None where the file has none (a cell, a paragraph).
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
    rewrite: Rewrite | None = None
    file_line: int | None = None

    @property
    def at_line(self) -> int:
        """The line of the file that is closest to where the finding stands: 1 in a file that has none."""
        return self.file_line or (1 if self.place else self.line)


class Strength(_Contract, frozen=True):
    """A finding that is good news; `credit` is what the score would fall by without it."""

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


class Skipped(Struct, frozen=True):
    """A rule (or the whole judgement, rule ``*``) that was not applied, and why."""

    rule: str
    reason: str


class Promotion(Struct, frozen=True):
    """The statement that a draft should begin with, those that stand before it, and what would part it from them."""

    lead: Span
    before: tuple[Span, ...]
    gap: str


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
    lead: Span | None = None  # the sentence to begin with, where one is worth it
    failed: bool = False  # it fails the run: a finding from the level on that does, a score too low, a drop too deep
    parts: Mapping[str, str] = field(default_factory=dict)  # finding's rule → the part of the post that answers its question
    heard: tuple[str, ...] = ()  # what its rules hear in it (see rulebook/format.py), sorted
    sentences: tuple[Span, ...] = ()  # where those stand that say something, of a post that is judged
    promotion: Promotion | None = None  # of a draft whose lead is buried, where it can go to the front
    move: tuple[Fix, ...] = ()  # the same as two changes of the text: what goes, and what comes
    buried: str = ""  # the rule that says so
    logit: float | None = None  # what the score is made of, in log-odds: it has no ends at which nothing shows any more
    lead_read: str = ""  # the lead as readers see it, where that is not as it is written (tags, entities)

    @property
    def lead_words(self) -> str:
        """The words of the lead on one line, as readers see them; empty where there is none."""
        return self.lead_read or (" ".join(self.text[self.lead.start : self.lead.end].split()) if self.lead else "")

    def lead_entry(self) -> Entry | None:
        """Return the lead as the JSON contract has it: where it stands, and its words."""
        return None if self.lead is None else {"start": self.lead.start, "end": self.lead.end, "excerpt": self.lead_words}

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

    def to_dict(self) -> Entry:
        """Return the report as one entry of ``posts`` in the JSON contract (without text and metadata)."""
        return {
            "path": self.path,
            "id": self.id,
            "language": self.language,
            "words": self.words,
            "score": self.score,
            "grade": self.grade,
            "failed": self.failed,
            "lead": self.lead_entry(),
            "dimensions": dict(self.dimensions),
            "findings": [finding.to_dict() for finding in self.findings],
            "strengths": [strength.to_dict() for strength in self.strengths],
            "skipped": [{"rule": each.rule, "reason": each.reason} for each in self.skipped],
            "nlp": self.nlp,
        }


def is_moved(finding: Finding, report: PostReport) -> bool:
    """Say whether a finding is about the sentence that a report's move takes to the front."""
    return bool(report.move) and report.lead is not None and finding.rule == report.buried and (finding.start, finding.end) == report.lead


class TextSignature(Struct, frozen=True, array_like=True):
    """What a text is held against others by: its words counted, its shingles and its opening hashed, its links hashed."""

    words: int
    shingles: bytes  # of an array of unsigned 64-bit numbers: read much faster than figures
    opening: int  # 0: too short, or all names
    links: tuple[int, ...] = ()


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
    failed: bool = False  # it fails the run

    def to_dict(self) -> Entry:
        """Return the finding as one entry of ``portfolio.findings`` in the JSON contract."""
        return {
            "rule": self.rule,
            "level": self.level,
            "message": self.message,
            "why": self.why,
            "share": self.share,
            "failed": self.failed,
            "suggest": self.suggest,
            "ask": list(self.ask),
            "posts": [{"path": post.path, "id": post.id, "spans": [list(span) for span in post.spans]} for post in self.posts],
        }


class Problem(Struct, frozen=True):
    """An input that could not be read: one line for the user. A `note` is only to be known: it fails nothing."""

    path: str
    message: str
    note: bool = False


class Summary(Struct):
    """Counts over a run; `scored` and `total_score` give the mean."""

    posts: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    scored: int = 0
    total_score: int = 0
    failed: int = 0

    def add(self, report: PostReport) -> None:
        """Count one post, the levels of its findings, and its score where it has one."""
        self.posts += 1
        self.failed += report.failed
        for finding in report.findings:
            self.count(finding.level)
        if report.score is not None:
            self.scored += 1
            self.total_score += report.score

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

    def to_dict(self) -> Entry:
        """Return the summary as the JSON contract has it."""
        return {
            "posts": self.posts,
            "errors": self.errors,
            "warnings": self.warnings,
            "infos": self.infos,
            "failed": self.failed,
            "mean_score": self.mean_score,
        }


class Look(Struct, frozen=True):
    """How an output looks: with scores or without, how much it says, in which language where no post decides that, how wide (columns)."""

    with_score: bool = True
    verbose: bool = False
    quiet: bool = False
    locale: str = "en"
    width: int = 80
    color: bool = False
    rules: tuple[Rule, ...] = ()  # all active rules, for formats that declare them


class Tally(Struct):
    """What is known of a run when all its posts have been linted: counts, findings across posts, and what could not be read."""

    summary: Summary = field(default_factory=Summary)
    portfolio: list[PortfolioFinding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)  # what is only to be known


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
    """What a rule says, in one language; `cases` holds what it says instead where one of the rule's cases holds."""

    message: str
    why: str
    suggest: str | None = None
    ask: tuple[str, ...] = ()
    cases: Mapping[str, Texts] = field(default_factory=dict)


class Case(Struct, frozen=True):
    """A condition under which a rule has a message of its own: at least so many places of phrases or signals, and where they stand.

    `within`: anywhere in the ``post`` (the author's words), in the ``sentence`` of the match, or in the words of the ``match``.
    """

    phrases: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    at_least: int = 1
    within: str = "post"


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
    cases: Mapping[str, Case] = field(default_factory=dict)
    frame: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by phrase, or ``*``
    cut: Mapping[str, str] = field(default_factory=dict)  # words | sentence, by phrase, or ``*``
    no_rewrite: str | None = None  # why nothing can be offered
    only_rewrites: bool = False  # it speaks only where something can be put in the place
    part: str = ""  # where the answer to its question goes; none: where those of its dimension go
    heard: str = ""  # what is heard in a post where it speaks

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
    """Where a rule applies to a post: its places (none: the whole post), how strongly (0-1), words for its message, and which it is.

    `case` names the first of the rule's cases that holds (none: the message for all others).
    """

    rule: Rule
    places: tuple[Place, ...] = ()
    grade: float = 1.0
    slots: Mapping[str, str] = field(default_factory=dict)
    case: str = ""


class Signal(Struct, frozen=True):
    """A named list of phrases that rules share, for one language."""

    name: str
    phrases: tuple[str, ...]
    path: str = ""
    about: str = ""
