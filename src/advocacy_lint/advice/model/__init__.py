"""A rewrite by a language model that the user already has: what it is asked, and which of its texts the guard lets through. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from advocacy_lint import languages
from advocacy_lint.advice.guard import Doubt, Invention, Known, Verdict, guard
from advocacy_lint.advice.guard.known import stem
from advocacy_lint.advice.guard.wording import content
from advocacy_lint.advice.model.cleaning import cleaned
from advocacy_lint.advice.tighten import Judge, Tightened
from advocacy_lint.model import PostReport
from advocacy_lint.text import analyse

# Of the words of the draft's best sentence so many must be left.
LEAD_LEFT = 0.5
# A rewrite may be worth so little less than the tightened draft: another order of the same words is not worse.
SLACK = 0.3


class Candidate(Struct, frozen=True):
    """A text by the model: what the guard says of it, how it is judged, and why it is refused (nothing: it may be written)."""

    text: str
    verdict: Verdict
    refused: tuple[str, ...]  # invented, worse, lead, garbled
    logit: float = 0.0
    report: PostReport | None = None


class Outcome(Struct, frozen=True):
    """What came of it: the text to write, the candidate that it is (None: it is the tightened draft), and all inventions by name."""

    text: str
    chosen: Candidate | None
    inventions: tuple[Invention, ...]
    doubts: tuple[Doubt, ...] = ()


def weighed(replies: Sequence[str], sources: Sequence[str], tightened: Tightened, least: float, judge: Judge) -> list[Candidate]:
    """Return what the guard and the linter say of a model's replies; `least` is what the tightened draft is worth in log-odds."""
    return [_weighed(cleaned(reply), sources, tightened, least, judge) for reply in replies]


def _weighed(text: str, sources: Sequence[str], tightened: Tightened, least: float, judge: Judge) -> Candidate:
    language = languages.get(tightened.before.language)
    if "\ufffd" in text:
        return Candidate(text, Verdict(), ("garbled",))
    verdict = guard(text, sources, language)
    if not verdict.passes:
        return Candidate(text, verdict, ("invented",))
    report, logit = judge(Known.without_brackets(text))
    refused = []
    if logit < least - SLACK:
        refused.append("worse")
    lead = tightened.after.lead
    if lead is not None and not _holds(text, tightened.after.text[lead.start : lead.end], language.code):
        refused.append("lead")
    return Candidate(text, verdict, tuple(refused), logit, report)


def _holds(text: str, lead: str, language: str) -> bool:
    """Say whether a text still tells the draft's best sentence."""
    tokens = languages.get(language)
    wanted = set(content(analyse(lead, tokens).tokens, language))
    said = {stem(token[1]) for token in analyse(text, tokens).tokens}
    return not wanted or len(wanted & said) / len(wanted) >= LEAD_LEFT


def best(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the best of the candidates that may be written: one without doubts, the highest score, the fewest new words."""
    able = [each for each in candidates if not each.refused]
    return max(able, key=lambda each: (not each.verdict.doubts, round(each.logit, 2), -each.verdict.novelty), default=None)


def outcome(candidates: Sequence[Candidate], tightened: Tightened) -> Outcome:
    """Return what to write: the best candidate, else the tightened draft."""
    chosen = best(candidates)
    inventions = tuple(dict.fromkeys(each for candidate in candidates if candidate.refused for each in candidate.verdict.inventions))
    if chosen is None:
        return Outcome(tightened.body, None, inventions)
    return Outcome(chosen.text, chosen, inventions, chosen.verdict.doubts)


__all__ = ["Candidate", "Outcome", "best", "outcome", "weighed"]
