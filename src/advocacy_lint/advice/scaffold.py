"""Rebuild a draft from its own facts: the parts of a shape, brackets where only the writer knows, and what to leave out."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct

from advocacy_lint import languages
from advocacy_lint.advice import shapes
from advocacy_lint.advice.interview import Question, ask, standard
from advocacy_lint.advice.questions import Fact, Facts, facts_of
from advocacy_lint.model import Finding, PostReport, Span
from advocacy_lint.spans import Cover
from advocacy_lint.text import Sentence, analyse, normalise

# Answers that go into the front matter, not into the text.
META_PARTS = ("author", "role", "audience", "goal")
# From this score on (and without errors) a draft is to be posted, not rebuilt.
GOOD_ENOUGH = 65
# A post has a few; each costs a search of the new draft.
_MOST_FACTS = 200
_USEFUL = re.compile(r"\b(?:råd|tips?|guide|vejledning|brugbar\w*|trin|how to|advice|steps?|tricks?|template|checklist|skabelon)\b", re.I)
_LESSON = re.compile(r"\b(?:lære\w*|erfaring\w*|fejl\w*|lessons?|learn\w*|mistakes?|compare notes)\b", re.I)
_SAID = re.compile(r"[^.!?]+")
_PLAIN = re.compile(r"[^\W\d_][\w ,./()-]*")
_NOT_TEXT = frozenset("no yes on off true false null".split())


class LeftOut(Struct, frozen=True):
    """Words of a draft that the new one does not have, and why."""

    words: str
    reason: str


class Scaffold(Struct, frozen=True):
    """A rebuilt draft: its text (with front matter), the draft's questions, and what was left out."""

    shape: str
    text: str
    questions: tuple[Question, ...]
    left_out: tuple[LeftOut, ...]
    unchanged: bool = False  # the draft is good enough to stand


class _Material(Struct, frozen=True):
    """A draft taken apart: sentences to keep by part, those to leave out, and facts."""

    facts: Facts
    kept: Mapping[str, Sequence[str]]
    left_out: Sequence[LeftOut]


def pick_shape(report: PostReport) -> str:
    """Return the shape that a draft's content and goal call for."""
    rules = {strength.rule for strength in report.strengths}
    goal = report.meta.get("goal", "")
    if "voice/useful-tip" in rules or _USEFUL.search(goal):
        return "useful"
    return "lesson" if rules & {"voice/learned", "voice/doubt"} or _LESSON.search(goal) else "moment"


def questions(report: PostReport, shape: str | None = None, muted: Sequence[Span] = ()) -> tuple[Question, ...]:
    """Return what to ask about a draft, at most five questions."""
    chosen = shape or pick_shape(report)
    material = _material(report, chosen, muted)
    return ask(report, material.facts, chosen, material.kept)


def build(report: PostReport, shape: str | None = None, answers: Mapping[str, str] | None = None, muted: Sequence[Span] = ()) -> Scaffold:
    """Return the scaffold of a draft; with answers (by part), the new draft. Nothing is said that neither of them has."""
    chosen = shape or pick_shape(report)
    given = {key: value.strip() for key, value in (answers or {}).items() if value.strip()}
    material = _material(report, chosen, muted)
    asked = ask(report, material.facts, chosen, material.kept)
    if not given and shape is None and _good_enough(report):
        return Scaffold(chosen, report.text, asked, (), True)
    parts = _answered(given, chosen, material) if given else _bracketed(report, chosen, material, asked)
    parts += [fact.text for fact in material.facts.links if not any(fact.text in part for part in parts)]
    body = "\n\n".join(parts)
    left_out = [*material.left_out, *(_unused(material.facts, body, report.language) if given else ())]
    return Scaffold(chosen, front_matter(report, given) + body + "\n", asked, tuple(left_out))


def _good_enough(report: PostReport) -> bool:
    return (report.score or 0) >= GOOD_ENOUGH and not any(finding.level == "error" for finding in report.findings)


def _material(report: PostReport, shape: str, muted: Sequence[Span]) -> _Material:
    analysis = analyse(report.text, languages.get(report.language), report.start, report.end if report.end >= 0 else None, muted)
    kept: dict[str, list[str]] = {}
    left_out: dict[str, list[str]] = {}  # by reason: one finding may take several sentences
    facts = _first(facts_of(analysis))
    hidden = sorted([*(Span(fact.start, fact.end) for fact in facts.links), *muted])
    said = _Said(report, facts)
    for sentence in analysis.sentences:
        words = _without(report.text, sentence, hidden)
        if not any(letter.isalnum() for letter in words):
            continue
        reason = said.against(sentence)
        part = None if reason else said.part(sentence, shape)
        if part:
            kept.setdefault(part, []).append(words)
        else:
            left_out.setdefault(reason or said.why_not(words, sentence), []).append(words)
    return _Material(facts, kept, [LeftOut(" ".join(words), reason) for reason, words in left_out.items()])


def _first(facts: Facts) -> Facts:
    """Return the first facts of each kind: each is looked for in the whole new draft."""
    return Facts(**{name: getattr(facts, name)[:_MOST_FACTS] for name in Facts.__struct_fields__})


class _Said:
    """What the report and the facts say about a sentence; asked for every sentence of a draft."""

    def __init__(self, report: PostReport, facts: Facts) -> None:
        over = sorted((each for each in report.findings if each.level != "info" and each.excerpt), key=_cost, reverse=True)
        self._findings = [(each.message, Cover(each.spans)) for each in over]
        self._strengths = [(each.rule, Cover(each.spans)) for each in report.strengths]
        known = (*facts.names, *facts.organisations, *facts.money, *facts.percent, *facts.numbers)
        self._facts = Cover((fact.start, fact.start + 1) for fact in known)
        self._words = shapes.WORDS[report.language]

    def against(self, sentence: Sentence) -> str | None:
        """Return what the costliest finding in a sentence says; None where there is none."""
        return next((message for message, cover in self._findings if cover.meets(sentence.start, sentence.end)), None)

    def part(self, sentence: Sentence, shape: str) -> str | None:
        """Return the part of a shape that a sentence belongs in; None where it belongs in none."""
        rules = {rule for rule, cover in self._strengths if cover.meets(sentence.start, sentence.end)}
        return next((part for part in shapes.PARTS[shape] if rules & set(shapes.KEPT[part])), None)

    def why_not(self, words: str, sentence: Sentence) -> str:
        """Return why a sentence without a finding belongs in no part."""
        if all(word.startswith("#") for word in words.split()):
            return self._words["hashtags"]
        return self._words["fact" if self._facts.meets(sentence.start, sentence.end) else "nothing"]


def _without(text: str, sentence: Sentence, hidden: Sequence[Span]) -> str:
    """Return a sentence without links (they go last) and what is muted; `hidden` is sorted."""
    start, parts = sentence.start, []
    for index in range(bisect_left(hidden, (start,)), bisect_left(hidden, (sentence.end,))):
        parts.append(text[start : hidden[index].start])
        start = hidden[index].end
    return " ".join(" ".join([*parts, text[start : sentence.end]]).split())


def _cost(finding: Finding) -> float:
    return finding.cost


def _answered(given: Mapping[str, str], shape: str, material: _Material) -> list[str]:
    """Return the paragraphs of a new draft: answers, then what the draft itself has; who it is for is front matter."""
    order = [part for part in shapes.PARTS[shape] if part != "audience"]
    # Answers to questions of another shape go where their like is.
    placed = {**{shapes.INSTEAD.get(part, part): text for part, text in given.items() if part not in order}, **given}
    parts = []
    for part in order:
        own = [placed[part]] if part in placed else []
        # One invitation is enough; elsewhere the draft's own good sentences follow the answer.
        lines = own if own and part == "invitation" else [*own, *material.kept.get(part, ())]
        if lines:
            parts.append(" ".join(lines))
    return parts


def _bracketed(report: PostReport, shape: str, material: _Material, asked: Sequence[Question]) -> list[str]:
    """Return the paragraphs of a scaffold: what the draft has, and brackets."""
    words = shapes.WORDS[report.language]
    own = {question.part: question.text for question in asked}
    parts = []
    for part in shapes.PARTS[shape]:
        lines = material.kept.get(part, ())
        if lines:
            parts.append(" ".join(lines))
        elif part != "audience" or part in own:
            question = own.get(part) or standard(part, report.language, material.facts)
            parts.append(f"[{words['fold']} {question}]" if not parts else f"[{question}]")
        if part == "change" and (numbers := _numbers(material.facts, " ".join(parts))):
            parts.append(f"[{words['facts'].replace('{facts}', ', '.join(fact.text for fact in numbers))}]")
    return parts


def _numbers(facts: Facts, body: str) -> list[Fact]:
    found = sorted((*facts.money, *facts.percent, *facts.numbers), key=lambda fact: fact.start)
    return [fact for fact in found if fact.text not in body]


def _unused(facts: Facts, body: str, language: str) -> list[LeftOut]:
    return [LeftOut(fact.text, shapes.WORDS[language]["unused"]) for fact in _numbers(facts, body)]


def front_matter(report: PostReport, given: Mapping[str, str]) -> str:
    """Return the draft's metadata as front matter; who it is for and what for are the writer's answers where those were amiss."""
    meta = {**report.meta, **{key: given[key] for key in META_PARTS if key in given}}
    aimless = "goal" not in meta or any(finding.rule == "purpose/reach-as-goal" for finding in report.findings)
    if meta and aimless and "goal" not in given and "invitation" in given:
        asked = [said for said in _SAID.finditer(given["invitation"]) if given["invitation"].startswith("?", said.end())]
        meta["goal"] = f"{asked[-1][0]}?".strip() if asked else given["invitation"].strip()
    if not meta:
        return ""
    meta.setdefault("language", report.language)
    lines = [f"{key}: {_scalar(' '.join(value.split()))}" for key, value in meta.items() if value.strip()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def _scalar(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and normalise(value) not in _NOT_TEXT else json.dumps(value, ensure_ascii=False)
