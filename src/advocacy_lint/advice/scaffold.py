"""Rebuild a draft from its own facts: the parts of a shape, brackets where only the writer knows, and what to leave out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from advocacy_lint import languages
from advocacy_lint.advice import shapes
from advocacy_lint.advice.facts import Facts, facts_of, filled
from advocacy_lint.model import META_KEYS, PostReport, Span
from advocacy_lint.text import analyse, normalise

_USEFUL = re.compile(
    r"\b(?:råd|tips?|guide|vejledning|lær\w*|brug\w*|trin|how to|advice|steps?|template|checklist|skabelon)\b", re.IGNORECASE
)
_NUMBERS = ("money", "percent", "unit", "time", "number")


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A rebuilt draft: its text, the questions of its empty parts, and what was left out, with the reason."""

    shape: str
    text: str
    questions: Mapping[str, str]
    left_out: tuple[tuple[str, str], ...]


def pick_shape(report: PostReport) -> str:
    """Return the shape that a draft's content and goal call for."""
    rules = {strength.rule for strength in report.strengths}
    if "voice/useful-tip" in rules or _USEFUL.search(report.meta.get("goal", "")):
        return "useful"
    return "lesson" if rules & {"voice/learned", "voice/doubt"} else "moment"


def build(report: PostReport, shape: str | None = None, answers: Mapping[str, str] | None = None, muted: tuple[Span, ...] = ()) -> Scaffold:
    """Return the scaffold of a draft; answers (by part) take the place of brackets. Nothing is said that neither has."""
    language = report.language if report.language in languages.SUPPORTED else "en"
    chosen = shape or pick_shape(report)
    given = {key: value.strip() for key, value in (answers or {}).items() if value.strip()}
    end = report.end if report.end >= 0 else None
    facts = facts_of(report.text, language, report.start, end, muted)
    asked = questions(chosen, language, facts)
    kept = _kept(report, language, chosen, muted)
    parts = []
    for part in shapes.PARTS[chosen]:
        lines = [given[part]] if part in given else []
        lines += kept.get(part, [])
        parts.append(" ".join(lines) if lines else f"[{asked[part]}]")
    body = "\n\n".join(parts)
    body += _unused(facts, body, language, report, bool(given))
    left_out = tuple((words, why) for words, why in _left_out(report) if words not in body)
    return Scaffold(chosen, front_matter(report, given) + body + "\n", asked, left_out)


def questions(shape: str, language: str, facts: Facts) -> dict[str, str]:
    """Return the question of each part of a shape, with the draft's facts where it has them."""
    table = shapes.QUESTIONS[language]
    return {part: next(text for each in table[part] if (text := filled(each, facts))) for part in shapes.PARTS[shape]}


def _kept(report: PostReport, language: str, shape: str, muted: tuple[Span, ...]) -> dict[str, list[str]]:
    """Return the draft's good sentences, word for word, by the part they belong to."""
    analysis = analyse(report.text, languages.get(language), report.start, report.end if report.end >= 0 else None, muted)
    bad = [span for finding in report.findings if finding.level != "info" and finding.excerpt for span in finding.spans]
    found: dict[str, list[str]] = {}
    for sentence in analysis.sentences:
        if any(span.start < sentence.end and sentence.start < span.end for span in bad):
            continue
        rules = {each.rule for each in report.strengths for span in each.spans if span.start < sentence.end and sentence.start < span.end}
        part = next((part for part in shapes.PARTS[shape] if rules & set(shapes.KEPT[part])), None)
        if part:
            found.setdefault(part, []).append(report.text[sentence.start : sentence.end])
    return found


def _unused(facts: Facts, body: str, language: str, report: PostReport, answered: bool) -> str:
    """Return what the draft's numbers and links become that the body does not have: a bracket, and a last line.

    With answers the draft is meant to be posted: numbers that no answer took up stay out, and so do links that a rule is against.
    """
    added = ""
    numbers = [each for kind in _NUMBERS for each in facts.get(kind, ()) if each not in body]
    if numbers and not answered:
        added += f"\n\n[{shapes.NUMBER[language].replace('{facts}', ', '.join(numbers))}]"
    against = " ".join(report.text[span.start : span.end] for finding in report.findings if finding.excerpt for span in finding.spans)
    links = [each for each in facts.get("url", ()) if each not in body and not (answered and each in against)]
    return added + ("\n\n" + "\n".join(links) if links else "")


def _left_out(report: PostReport) -> tuple[tuple[str, str], ...]:
    found = sorted((each for each in report.findings if each.excerpt and each.level != "info"), key=lambda each: -each.gain)
    return tuple((each.excerpt, each.why) for each in found)


def front_matter(report: PostReport, answers: Mapping[str, str]) -> str:
    """Return the draft's metadata as front matter, with what the answers say of it."""
    meta = {**report.meta, **{key: answers[key] for key in META_KEYS if key in answers}}
    if "author" in answers and "role" not in answers:
        meta.pop("role", None)  # it was somebody else's
    lines = [f"{key}: {_plain(value)}" for key, value in meta.items() if value and "\n" not in value]
    return "---\n" + "\n".join(lines) + "\n---\n" if lines else ""


def _plain(value: str) -> str:
    simple = re.fullmatch(r"[^\W\d_][\w ,./()æøåÆØÅ-]*", value) and normalise(value) not in (
        "no",
        "yes",
        "on",
        "off",
        "true",
        "false",
        "null",
    )
    return value if simple else json.dumps(value, ensure_ascii=False)
