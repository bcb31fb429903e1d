"""What to ask about a draft, in which order, and where each answer goes. Pure; the terminal is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field

from advocacy_lint.advice import shapes
from advocacy_lint.advice.answers import is_skip, taken
from advocacy_lint.advice.asking import about_facts, about_kind, about_lead, asked_in
from advocacy_lint.advice.questions import MOST, Facts, filled, ranked, repeats
from advocacy_lint.languages import editing, messages
from advocacy_lint.model import META_KEYS, PostReport
from advocacy_lint.text import normalise

BACK = frozenset(("<", "back", "tilbage"))
_GROUPS = re.compile(r",|\b(?:og|and|samt|eller|or)\b|&")
QUIT = frozenset(("q", "quit", "slut"))


class Question(Struct, frozen=True):
    """A question, and the part of the post that its answer becomes."""

    part: str
    text: str


def ask(report: PostReport, known: Facts, shape: str, kept: Collection[str] = ()) -> tuple[Question, ...]:
    """Return at most five questions about a draft: its own best sentence first, then what its kind of post needs, then its findings.

    `kept` are parts that hold sentences of the draft already: no standard question fills them again. A part is asked for once.
    """
    parts: tuple[str, ...] = shapes.PARTS[shape]
    found: dict[str, str] = {}

    def add(part: str | None, text: str) -> None:
        if part in parts and part not in found and not any(repeats(text, other) for other in found.values()):
            found[part] = text

    own = tuple(about_lead(report, known)) or (about_facts(report, known) if report.lead is None else ())
    for part, text in zip((_first(parts), _second(parts)), own, strict=False):
        add(part, text)
    of_kind = about_kind(report, known)
    for part, text in of_kind.items():
        add(part if part in parts else shapes.INSTEAD.get(part), text)
    if "change" in of_kind:
        # What went wrong at a jubilee, or at a fair? Its kind knows something better to ask.
        parts = tuple(part for part in parts if part not in _HINDRANCES or part in found)
    for rule, question in ranked(report, known):
        where = _part(report, rule, parts)
        if where is not None and where != "audience":
            add(where, _fuller(question, where, asked_in(report), known))
    for part in sorted(parts, key=shapes.NEEDED.index):
        if part not in kept and (part != "audience" or _broad(report.meta.get("audience", ""))):
            add(part, standard(part, asked_in(report), known))
    while len(found) > MOST:
        del found[max(found, key=shapes.NEEDED.index)]
    return tuple(Question(part, text) for part, text in found.items())


_HINDRANCES = frozenset(("obstacle", "pitfall"))


def _first(parts: Sequence[str]) -> str:
    """Return the part in which a shape tells what happened."""
    return "opening" if "opening" in parts else parts[0]


def _second(parts: Sequence[str]) -> str:
    return next((part for part in ("obstacle", "pitfall") if part in parts), "how")


def _broad(audience: str) -> bool:
    """Say whether a declared audience is nobody in particular: none, or a list of groups."""
    return not audience or len(_GROUPS.findall(audience)) > 1


def _part(report: PostReport, rule: str, parts: Sequence[str]) -> str | None:
    dimension = rule.partition("/")[0]
    part = report.parts.get(rule) or shapes.PART_OF_DIMENSION.get(dimension)
    if part == "obstacle" and part not in parts:
        part = "pitfall"
    return part if part in parts else None


def _fuller(question: str, part: str, language: str, known: Facts) -> str:
    """Return a rule's question as the part needs it: an audience is a trade, an opening has a place and a time."""
    if part == "audience":
        return standard(part, language, known)
    asks_where = any(word in normalise(question).split() for word in editing(language).asks_where)
    return question if part != "opening" or asks_where else f"{question} {messages('draft', language)['where']}"


def standard(part: str, language: str, known: Facts) -> str:
    """Return a part's own question, with the draft's facts where it has them."""
    return filled(editing(language).questions[part], {}, (), lambda: known)[0]


def by_part(answers: Mapping[str, str], questions: Sequence[Question]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return answers by part, from a mapping by part or by the question's number; and the keys that name neither."""
    found: dict[str, str] = {}
    unknown = []
    for key, answer in answers.items():
        part = questions[int(key) - 1].part if key.isdecimal() and 0 < int(key) <= len(questions) else key
        if part not in shapes.NEEDED and part not in META_KEYS:
            unknown.append(key)
        elif answer.strip():
            found[part] = answer.strip()
    return found, tuple(unknown)


class Interview(Struct):
    """Questions one at a time; an interview that was left goes on where it was. What is no sentence is asked for once more."""

    questions: Sequence[Question]
    answers: dict[str, str] = field(default_factory=dict)
    position: int = 0
    left: bool = False
    language: str = ""  # in which answers are read; none: they are taken as they are
    again: bool = False  # the last answer was no sentence, and is asked for as one

    def __post_init__(self) -> None:
        while self.position < len(self.questions) and self.questions[self.position].part in self.answers:
            self.position += 1

    @property
    def now(self) -> Question | None:
        """Return the question asked now; None when nothing is left to ask."""
        return self.questions[self.position] if not self.left and self.position < len(self.questions) else None

    def take(self, line: str) -> None:
        """Take a line from the writer: an answer, nothing (skip: an earlier answer stands), back, or quit."""
        question, word = self.now, line.strip()
        if question is None:
            return
        if word.casefold() in QUIT:
            self.left = True
        elif word.casefold() in BACK:
            self.position = max(0, self.position - 1)
            self.again = False
        else:
            self._answer(question, word)

    def _answer(self, question: Question, word: str) -> None:
        """Keep an answer and go on; a first fragment stays where it is, a non-answer is a skip."""
        if word and not (self.language and is_skip(word, self.language)):
            self.answers[question.part] = word
            if self.language and not self.again and taken(word, question.text, question.part, self.language).fragment:
                self.again = True
                return
        self.again = False
        self.position += 1
