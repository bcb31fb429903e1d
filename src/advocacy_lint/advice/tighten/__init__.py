"""`tighten`: a draft made shorter from its own sentences, by steps that can be read and undone; it adds no word that says anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint import languages
from advocacy_lint.advice.guard import guard
from advocacy_lint.advice.tighten.choosing import NO_STEPS, Choice, Steps
from advocacy_lint.advice.tighten.parts import CUT, KEPT, MOVED, TRIMMED, Part, assembled, then
from advocacy_lint.model import PostReport, Span

# A text with its report, and how it is judged in log-odds: so that a change shows at the ends of the score too.
Judge = Callable[[str], tuple[PostReport, float]]
# As often as a tightened draft is tightened again, until nothing more can go.
_ROUNDS = 4
_SAME = 1e-9
# Of more steps not every order is tried: each costs a look at the whole draft.
_FEW = 24


class Tightened(Struct, frozen=True):
    """A tightened draft: its body, what became of each sentence, and its report before and after."""

    body: str
    parts: tuple[Part, ...]
    before: PostReport
    after: PostReport
    unchanged: bool = False


def tighten(report: PostReport, judge: Judge, muted: Sequence[Span] = ()) -> Tightened:
    """Return a draft in fewer of its own words; as it was where nothing can be done without lowering its score."""
    body = body_of(report, muted)
    before, _ = judge(body)
    text, parts, after = _once(body, judge)
    for _ in range(_ROUNDS):
        again, more, judged = _once(text, judge)
        joined = then(parts, more) if again != text else None
        if joined is None:
            break
        text, parts, after = again, joined, judged
    return Tightened(text, tuple(parts), before, after, unchanged=text == body)


def _once(body: str, judge: Judge) -> tuple[str, list[Part], PostReport]:
    """Return a draft after the steps that can be taken at once; where those would lower its score, after those that do not."""
    report, least = judge(body)
    choice = Choice(body, report, languages.get(report.language))
    parts, text = _made(choice, choice.steps, body)
    if text == body:
        return body, parts, report
    after, logit = judge(text)
    if logit >= least - _SAME and _faithful(text, body, report):
        return text, parts, after
    trial = _Trial(choice, body, judge, report, least)
    taken = trial.backwards() or trial.forwards()
    parts, text = _made(choice, taken, body)
    return text, parts, judge(text)[0]


class _Trial:
    """Looks for the steps that lower no score, where all of them together do."""

    def __init__(self, choice: Choice, body: str, judge: Judge, report: PostReport, least: float) -> None:
        self._choice, self._body, self._judge, self._report, self._least = choice, body, judge, report, least

    def _logit(self, steps: Steps) -> float:
        text = _made(self._choice, steps, self._body)[1]
        return self._judge(text)[1] if _faithful(text, self._body, self._report) else -inf

    def backwards(self) -> Steps | None:
        """Return all steps but those that cost most, taken back one by one until the score is what it was; None where that is too much."""
        steps = self._choice.steps
        if len(steps.cuts) + len(steps.trims) > _FEW:
            return None
        while (left := steps.parts()) and self._logit(steps) < self._least - _SAME:
            steps = max((steps.without(step) for step in left), key=self._logit)
        return steps

    def forwards(self) -> Steps:
        """Return the steps that lower nothing, taken one by one."""
        taken, best = NO_STEPS, self._least
        for step in self._choice.steps.each(self._choice.worths):
            trial = taken.and_(step)
            logit = self._logit(trial)
            if logit >= best - _SAME:
                taken, best = trial, logit
        return taken


def _made(choice: Choice, steps: Steps, body: str) -> tuple[list[Part], str]:
    parts = choice.parts(steps)
    text = body if steps == NO_STEPS else assembled(parts)
    return (parts, text) if text.strip() else (choice.parts(NO_STEPS), body)


def _faithful(text: str, body: str, report: PostReport) -> bool:
    """Say whether a text has no fact that the draft has not."""
    found = guard(text, [body], languages.get(report.language)).inventions
    return all(each.kind in ("wording", "language") for each in found)


def body_of(report: PostReport, muted: Sequence[Span]) -> str:
    """Return a post's text without its front matter."""
    start, stop = body_span(report, muted)
    return report.text[start:stop]


def body_span(report: PostReport, muted: Sequence[Span]) -> tuple[int, int]:
    """Return where a post's body stands: after its front matter, without the blanks around it."""
    start, stop = report.start, len(report.text) if report.end < 0 else report.end
    if muted and muted[0].start <= start:
        start = min(muted[0].end, stop)
    while start < stop and report.text[start].isspace():
        start += 1
    while stop > start and report.text[stop - 1].isspace():
        stop -= 1
    return start, stop


def in_body(report: PostReport, muted: Sequence[Span]) -> PostReport:
    """Return a report of a post's body alone: its places are those of the body."""
    start, stop = body_span(report, muted)

    def moved(span: Span) -> Span:
        return Span(span.start - start, span.end - start)

    findings = tuple(
        replace(
            each, start=each.start - start, end=each.end - start, spans=tuple(map(moved, each.spans)),
            fixes=tuple(replace(fix, start=fix.start - start, end=fix.end - start) for fix in each.fixes),
        )
        for each in report.findings
    )  # fmt: skip
    lead = moved(report.lead) if report.lead else None
    return replace(report, text=report.text[start:stop], start=0, end=-1, findings=findings, strengths=(), lead=lead)


__all__ = ["CUT", "KEPT", "MOVED", "TRIMMED", "Judge", "Part", "Tightened", "body_of", "body_span", "in_body", "tighten"]
