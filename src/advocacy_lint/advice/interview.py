"""What to ask about a draft, in which order, and where each answer goes. Pure; the terminal is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field

from advocacy_lint.advice import shapes
from advocacy_lint.advice.questions import MOST, Facts, filled, ranked, repeats
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
    """Return at most five questions about a draft: those of its findings by gain, then those of parts still empty.

    `kept` are parts that hold sentences of the draft already. A part is asked for once.
    """
    parts = shapes.PARTS[shape]
    found: dict[str, str] = {}
    own: set[str] = set()
    for rule, question in ranked(report, known):
        part = _part(rule, parts)
        if part is not None and part not in found:
            found[part] = _fuller(question, part, report.language, known)
    for part in sorted(parts, key=shapes.NEEDED.index):
        if part in found or part in kept or part == "audience" and not _broad(report.meta.get("audience", "")):
            continue
        text = standard(part, report.language, known)
        if not any(repeats(text, other) for other in found.values()):
            found[part] = text
            if part not in report.meta:
                own.add(text)
    while len(found) > MOST:
        # What no finding asks for goes first, then what a post can best do without.
        del found[max(found, key=lambda part: (found[part] in own and part not in shapes.ALWAYS, shapes.NEEDED.index(part)))]
    return tuple(Question(part, text) for part, text in found.items())


def _broad(audience: str) -> bool:
    """Say whether a declared audience is nobody in particular: none, or a list of groups."""
    return not audience or len(_GROUPS.findall(audience)) > 1


def _part(rule: str, parts: Sequence[str]) -> str | None:
    dimension = rule.partition("/")[0]
    part = shapes.PART_OF_RULE.get(rule) or shapes.PART_OF_DIMENSION.get(dimension)
    if part == "obstacle" and part not in parts:
        part = "pitfall"
    return part if part in parts else None


def _fuller(question: str, part: str, language: str, known: Facts) -> str:
    """Return a rule's question as the part needs it: an audience is a trade, an opening has a place and a time."""
    if part == "audience":
        return standard(part, language, known)
    asks_where = any(word in normalise(question).split() for word in shapes.WHERE[language])
    return question if part != "opening" or asks_where else f"{question} {shapes.WORDS[language]['where']}"


def standard(part: str, language: str, known: Facts) -> str:
    """Return a part's own question, with the draft's facts where it has them."""
    return filled(shapes.QUESTIONS[language][part], {}, (), lambda: known)[0]


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
    """Questions one at a time; an interview that was left goes on where it was."""

    questions: Sequence[Question]
    answers: dict[str, str] = field(default_factory=dict)
    position: int = 0
    left: bool = False

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
        else:
            if word:
                self.answers[question.part] = word
            self.position += 1
