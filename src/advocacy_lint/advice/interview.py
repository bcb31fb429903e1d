"""The order of an interview: what to ask next, and what each answer does. Pure; the terminal is somebody else's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advocacy_lint.advice import shapes
from advocacy_lint.advice.facts import facts_of
from advocacy_lint.advice.scaffold import pick_shape, questions
from advocacy_lint.model import PostReport

BACK = frozenset(("b", "back", "tilbage"))
QUIT = frozenset(("q", "quit", "stop", "slut"))
SKIP = frozenset(("", "s", "skip", "spring over"))


@dataclass(slots=True)
class Interview:
    """Questions one at a time; `position` is the one asked now."""

    questions: Mapping[str, str]
    answers: dict[str, str] = field(default_factory=dict)
    position: int = 0
    ended: bool = False

    def __post_init__(self) -> None:
        self._forward()

    @property
    def part(self) -> str | None:
        """Return the part that is asked about now; None when nothing is left to ask."""
        parts = list(self.questions)
        return parts[self.position] if not self.ended and self.position < len(parts) else None

    def take(self, line: str) -> None:
        """Take a line from the writer: an answer, or back, skip, quit."""
        part, word = self.part, line.strip()
        if part is None:
            return
        if word.casefold() in QUIT:
            self.ended = True
        elif word.casefold() in BACK:
            self.position = max(0, self.position - 1)
        else:
            if word.casefold() not in SKIP:
                self.answers[part] = word
            self.position += 1

    def _forward(self) -> None:
        """Go to the first question without an answer: where an interview was left."""
        parts = list(self.questions)
        while self.position < len(parts) and parts[self.position] in self.answers:
            self.position += 1


def begin(report: PostReport, shape: str | None = None, answers: Mapping[str, str] | None = None) -> Interview:
    """Return the interview about a draft: the parts of its shape, then who tells it and for whom where that is not said."""
    language = report.language
    facts = facts_of(report.text, language, report.start, report.end if report.end >= 0 else None)
    asked = questions(shape or pick_shape(report), language, facts)
    troubled = {finding.dimension for finding in report.findings}
    about = shapes.ABOUT[language]
    if "author" not in report.meta or "voice" in troubled:
        asked["author"] = about["author"]
    if "audience" not in report.meta or "audience" in troubled:
        asked["audience"] = about["audience"]
    if "goal" not in report.meta or "purpose" in troubled:
        asked["goal"] = about["goal"]
    return Interview(asked, dict(answers or {}))
