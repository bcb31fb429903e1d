"""Rebuild a draft from its own sentences: the parts of a shape, brackets where only the writer knows, and what was left out, in full."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint import languages
from advocacy_lint.advice import shapes
from advocacy_lint.advice.answers import all_taken
from advocacy_lint.advice.asking import asked_in
from advocacy_lint.advice.clauses import is_sentence
from advocacy_lint.advice.interview import Question, ask, standard
from advocacy_lint.advice.questions import Facts, facts
from advocacy_lint.advice.tighten import in_body
from advocacy_lint.advice.tighten.choosing import Choice
from advocacy_lint.advice.tighten.parts import CUT, KEPT, MOVED, TRIMMED, Part
from advocacy_lint.languages import editing, messages
from advocacy_lint.model import Finding, PostReport, Span
from advocacy_lint.text import normalise
from advocacy_lint.text.links import LINK

# Answers that go into the front matter, not into the text.
META_PARTS = ("author", "role", "audience", "goal")
# From this score on (and without errors) a draft is to be posted, not rebuilt.
GOOD_ENOUGH = 65
_USEFUL = re.compile(r"\b(?:råd|tips?|guide|vejledning|brugbar\w*|trin|how to|advice|steps?|tricks?|template|checklist|skabelon)\b", re.I)
_LESSON = re.compile(r"\b(?:lære\w*|erfaring\w*|fejl\w*|lessons?|learn\w*|mistakes?|compare notes)\b", re.I)
_LINK = re.compile(LINK)
_BRACKET = re.compile(r"\[[^\[\]\n]*\]")
_SAID = re.compile(r"[^.!?]+")
_PLAIN = re.compile(r"[^\W\d_][\w ,./()-]*")
_NOT_TEXT = frozenset("no yes on off true false null".split())
# A word of this length, or a number, tells whether a text is still about what the draft was about.
_TELLING = re.compile(r"\d[\d.,]*|(?<=[a-zæøå,:;] )[A-ZÆØÅ][\w&.-]{2,}")

# Speech, not a title: its quotation marks close at a comma or at the end of a sentence.
_QUOTED = re.compile(r"[,.!?][\"”“»«]|[\"”“»«],")


# The news of a draft may have so many findings left and still be told after answers.
_FORGIVEN = 1
# What follows in time on what has happened.
_FOLLOWS = frozenset(("how", "pitfall", "change"))
_ENDED = re.compile(r"(?:[.!?…][\"”“»«')\]]*|[\U0001f000-\U0001faff☀-➿\u200d\ufe0f])\s*\Z")
# A line of a list.
_ITEM = re.compile(r"[-–•*·✓✅]|[\U0001f000-\U0001faff☀-➿]")
# So many sentences lead up to the best one.
_LED_UP = 2


class LeftOut(Struct, frozen=True):
    """Words of a draft that the new one does not have, and why."""

    words: str
    reason: str


class Scaffold(Struct, frozen=True):
    """A rebuilt draft: its text (with front matter), the draft's questions, what was left out, and what it still lacks to be a post."""

    shape: str
    text: str
    questions: tuple[Question, ...]
    left_out: tuple[LeftOut, ...]
    unchanged: bool = False  # the draft is good enough to stand
    lacks: tuple[str, ...] = ()


class _Material(Struct, frozen=True):
    """A draft taken apart: its best sentence with what leans on it, the others that stay, links, and what goes."""

    facts: Facts
    lead: tuple[str, ...]
    others: tuple[str, ...]
    links: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    charged: Mapping[str, Finding]  # by sentence: the finding in it that costs most
    boasts: frozenset[str] = frozenset()  # sentences with an error in them, or with more findings than one can forgive


def pick_shape(report: PostReport) -> str:
    """Return the shape that a draft's content and goal call for."""
    goal = report.meta.get("goal", "")
    if "useful" in report.heard or _USEFUL.search(goal):
        return "useful"
    return "lesson" if not {"learned", "doubt"}.isdisjoint(report.heard) or _LESSON.search(goal) else "moment"


def questions(report: PostReport, shape: str | None = None, muted: Sequence[Span] = ()) -> tuple[Question, ...]:
    """Return what to ask about a draft, at most five questions."""
    return ask(report, facts(report.text, languages.get(report.language)), shape or pick_shape(report))


def build(report: PostReport, shape: str | None = None, answers: Mapping[str, str] | None = None, muted: Sequence[Span] = ()) -> Scaffold:
    """Return the scaffold of a draft; with answers (by part), the new draft. Nothing is said that neither of them has."""
    chosen = shape or pick_shape(report)
    given = {key: value.strip() for key, value in (answers or {}).items() if value.strip()}
    asked = questions(report, chosen, muted)
    if not given and shape is None and _good_enough(report):
        return Scaffold(chosen, report.text, asked, (), True)
    material = _material(report, muted)
    if not given:
        parts = _bracketed(report, chosen, material, asked)
        body = "\n\n".join([*parts, *material.links])
        return Scaffold(chosen, front_matter(report, {}) + body + "\n", asked, material.left_out)
    said, fragments = all_taken(given, {question.part: question.text for question in asked}, report.language)
    somebody = editing(report.language).somebody
    of_somebody = [part for part, answer in given.items() if answer.split()[0].lower() in somebody]
    material = _made_way(_untold(material, " ".join(said.values()), report.language), languages.get(report.language))
    body = "\n\n".join([*_answered(said, chosen, material, of_somebody), *material.links])
    lacks = _lacks(report, body, fragments, muted)
    return Scaffold(chosen, front_matter(report, said) + body + "\n", asked, material.left_out, lacks=lacks)


def _good_enough(report: PostReport) -> bool:
    return (report.score or 0) >= GOOD_ENOUGH and not any(finding.level == "error" for finding in report.findings)


def _material(report: PostReport, muted: Sequence[Span]) -> _Material:
    """Return what `tighten` keeps of a draft, sentence by sentence, and what it does not."""
    language = languages.get(report.language)
    inside = in_body(report, muted)
    choice = Choice(inside.text, inside, language)
    parts = choice.parts(choice.steps)
    kept = sorted((part for part in parts if part.after), key=lambda part: part.order)
    lead: list[str] = []
    others: list[str] = []
    links: list[str] = []
    left_out: list[LeftOut] = []
    charged: dict[str, Finding] = {}
    boasts: set[str] = set()
    words, known = messages("draft", report.language), editing(report.language)
    best = choice.best()
    if best is not None and inside.lead is not None and any(part.start == inside.lead.start for part in kept):
        best = inside.lead  # it says who it speaks of
    for part in kept:
        bare = " ".join(_LINK.sub(" ", part.after).split())
        links += _LINK.findall(part.after)
        if not any(letter.isalnum() for letter in bare):
            continue
        if known.greeting.fullmatch(bare):
            left_out.append(LeftOut(part.before, words["greeting"]))
            continue
        (lead if best is not None and _belongs(part, best, kept) else others).append(_bare(part.after))
        against = [each for each in inside.findings if each.level != "info" and _within(each, part)]
        if any(each.cost > 0 for each in against):
            charged[_bare(part.after)] = max(against, key=lambda each: each.cost)
        left = [each for each in against if any(inside.text[start:end] in part.after for start, end in _within(each, part))]
        if len(left) > _FORGIVEN or any(each.level == "error" for each in left):
            boasts.add(_bare(part.after))
    for part in parts:
        if part.op == CUT or part.after != part.before and not _BRACKET.fullmatch(part.before.strip()) and _LINK.fullmatch(part.after):
            left_out.append(LeftOut(part.before, part.reason))
    return _Material(
        facts(inside.text, language), tuple(lead), tuple(others), tuple(dict.fromkeys(links)), tuple(left_out), charged, frozenset(boasts)
    )


def _untold(material: _Material, said: str, language: str) -> _Material:
    """Return a draft's material without the sentences whose names and numbers the answers have all told already."""
    told = [each for each in material.others if (facts := _TELLING.findall(each)) and all(fact.rstrip(".,") in said for fact in facts)]
    why = messages("draft", language)["told"]
    others = tuple(each for each in material.others if each not in told)
    return replace(material, others=others, left_out=(*material.left_out, *(LeftOut(each, why) for each in told)))


def _made_way(material: _Material, language: languages.Language) -> _Material:
    """Return a draft's material without the sentences that a finding is in: answers stand in their place.

    The one that names and counts most stays all the same: it says what the draft is about. What somebody is quoted for does not, nor a
    boast: no answer is so good that a record result after it is forgiven.
    """
    sentences = (*material.lead, *material.others)
    stay = {each for each in sentences if each not in material.charged}
    news = [
        each
        for each in material.others or sentences
        if _TELLING.search(each) and not _QUOTED.search(each) and each not in material.boasts and _stands(each, stay, language)
    ]
    stay = {*stay, *sorted(news, key=lambda each: -len(_TELLING.findall(each)))[:1]}
    stay |= _listed(material.others, stay, material.boasts)
    hangs = _hanging(material.others, stay, language)
    gone = tuple(LeftOut(each, material.charged[hangs.get(each, each)].message) for each in sentences if each not in stay or each in hangs)
    stay -= hangs.keys()
    lead, others = (tuple(each for each in group if each in stay) for group in (material.lead, material.others))
    return replace(material, lead=lead, others=others, left_out=(*material.left_out, *gone))


def _listed(sentences: Sequence[str], stay: Collection[str], boasts: Collection[str]) -> set[str]:
    """Return the lines of lists whose first words stay, but for boasts."""
    found: set[str] = set()
    inside = False
    for each in sentences:
        line = _ITEM.match(each) is not None
        inside = each.endswith(":") and each in stay or inside and line
        if inside and line and each not in boasts:
            found.add(each)
    return found


def _hanging(sentences: Sequence[str], stay: Collection[str], language: languages.Language) -> dict[str, str]:
    """Return what is no sentence and hung on one that has gone (“Made possible by …”), with it; and what opened a list that has gone."""
    opens = {one: after for one, after in pairwise(sentences) if one in stay and one.endswith(":") and after not in stay}
    return opens | {
        after: before
        for before, after in pairwise(sentences)
        if before not in stay and after in stay and _ENDED.search(before) and _ENDED.search(after) and not is_sentence(after, language)
    }


def _stands(sentence: str, stay: Collection[str], language: languages.Language) -> bool:
    """Say whether words can be the news by themselves: they are a sentence, or nothing is said against them."""
    return sentence in stay or is_sentence(sentence, language)


def _within(finding: Finding, part: Part) -> list[Span]:
    """Return the places that a finding has in a statement of the draft."""
    places = finding.spans or (Span(finding.start, finding.end),)
    return [each for each in places if finding.excerpt and each.start < part.end and part.start < each.end]


def _belongs(part: Part, best: Span, kept: Sequence[Part]) -> bool:
    """Say whether a sentence is the best one, says who that one is about, or follows it in one breath."""
    if part.start == best.start:
        return True
    if part.op == MOVED and any(other.start == best.start and part.order < other.order for other in kept):
        return True
    until = [other for other in kept if part.start < other.start <= best.start and part.order < other.order]
    if part.op in (KEPT, TRIMMED) and 0 < len(until) <= _LED_UP and not any("\n" in other.gap for other in until):
        return True  # in its paragraph, what leads up to it
    before = list(islice((other for other in kept if best.start <= other.start < part.start), 3))
    return 0 < len(before) < 3 and part.order == before[-1].order + 1


def _bare(text: str) -> str:
    """Return a sentence without its links: they go last."""
    return " ".join(_LINK.sub(" ", text).split()) if _LINK.search(text) else text.strip()


def _answered(said: Mapping[str, str], shape: str, material: _Material, of_somebody: Collection[str]) -> list[str]:
    """Return the paragraphs of a new draft in the order of time: what came before, its best sentence, what followed, what it is about.

    `of_somebody` are the parts that were answered with “she” or “he”.
    """
    order = [part for part in shapes.PARTS[shape] if part not in ("audience", "invitation", "change")]
    # Answers to questions of another shape go where their like is.
    placed = {**{shapes.INSTEAD.get(part, part): text for part, text in said.items() if part not in shapes.PARTS[shape]}, **said}
    told = [part for part in order if part in placed]
    if material.lead and told and told[0] in _FOLLOWS:
        told, placed = ["lead", *told], {**placed, "lead": ""}
    first, *rest = [placed[part] for part in told] or [""]
    # What is told of “her” comes after the sentence that says who she is.
    opening = (*material.lead, first) if told and told[0] in of_somebody else (first, *material.lead)
    paragraphs = [_joined(opening), *rest]
    paragraphs.append(_joined((placed.get("change", ""), *material.others)))
    paragraphs.append(placed.get("invitation", ""))
    return [each for each in paragraphs if each]


def _joined(sentences: Sequence[str]) -> str:
    """Return sentences as a paragraph; what has no end of its own (a greeting, a headline) stands alone, a list below what opens it."""
    text = ""
    for each in (each for each in sentences if each):
        last = text.rstrip(" ")[-1:]
        if not text:
            text = each
        elif _ENDED.search(text) and _ENDED.search(each):
            text += f" {each}"
        else:
            text += ("\n" if last == ":" or _ITEM.match(each) else "\n\n") + each
    return text


def _bracketed(report: PostReport, shape: str, material: _Material, asked: Sequence[Question]) -> list[str]:
    """Return the paragraphs of a scaffold: what the draft has in the order that the shape asks for, and brackets."""
    words = messages("draft", asked_in(report))
    own = {question.part: question.text for question in asked}
    has = {"lead": " ".join(material.lead), "news": " ".join(material.others)}
    parts: list[str] = []
    for part in shapes.ORDER[shape]:
        if part in has:
            parts += [has[part]] if has[part] else []
        elif part != "audience" or part in own:
            question = own.get(part) or standard(part, asked_in(report), material.facts)
            parts.append(f"[{words['fold']} {question}]" if not parts else f"[{question}]")
    return parts


def _lacks(report: PostReport, body: str, fragments: Mapping[str, str], muted: Sequence[Span]) -> tuple[str, ...]:
    """Return what keeps a new draft from being a post: answers that are no sentences, brackets, a subject that is gone."""
    words = messages("draft", report.language)
    found = [words["to-nobody" if part == "invitation" else "fragment"].replace("{answer}", each) for part, each in fragments.items()]
    found += [words["bracket"].replace("{bracket}", each) for each in _BRACKET.findall(body)]
    subject = list(dict.fromkeys(_TELLING.findall(in_body(report, muted).text)))
    if subject and not any(each.rstrip(".,") in body for each in subject):
        found.append(words["subject"].replace("{words}", ", ".join(each.rstrip(".,") for each in subject[:3])))
    return tuple(found)


def front_matter(report: PostReport, given: Mapping[str, str]) -> str:
    """Return the draft's metadata as front matter; who it is for and what for are the writer's answers where those were amiss."""
    meta = {**report.meta, **{key: given[key] for key in META_PARTS if key in given}}
    aimless = "goal" not in meta or "goal" in report.parts.values()
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
