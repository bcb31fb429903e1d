"""Answers as sentences of a post: non-answers are skips, fragments get a lead-in or are asked for again, sentences are closed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from advocacy_lint import languages
from advocacy_lint.advice.clauses import is_sentence
from advocacy_lint.advice.questions import facts
from advocacy_lint.languages import FALLBACK, editing
from advocacy_lint.text import analyse, normalise
from advocacy_lint.text.statements import statements

_HEDGES = re.compile(
    r"\b(?:i guess|i suppose|i think|tror jeg|vel nok|gætter jeg på)\b|\A(?:måske|vist|nok|maybe|perhaps|probably)\b", re.IGNORECASE
)
_BROAD = frozenset(
    """alle|alle sammen|folk|mit netværk|netværket|kunder|kunderne|vores kunder|hvem som helst|everyone|everybody|anyone|people|my network|our customers
    |customers|clients|all|whoever""".replace("\n    ", "").split("|")
)
# What only answers a question that nobody sees any more.
_BARE = re.compile(
    r"^(?:i|we|he|she|it|they|jeg|vi|det|han|hun|de) (?:was|were|am|is|did|do|had|var|er|gjorde|havde)(?:n't| not| ikke)?\.?$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:hvad|hvor|hvornår|hvem|hvordan|hvilke\w*|hvorfor|har|kan|er|gør|what|where|when|who|how|which|why|do|does|have|is|are|can|would)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…:][\"”»«')\]]*\Z")
_TRIED = re.compile(r"prøvede I (?:først|,)|det første, I prøvede|did you try first|first thing you tried", re.IGNORECASE)


# What stands between a shrug and the answer that comes after all: “not sure, but …”.
_AFTER_ALL = re.compile(r"\s*(?:[,.;:–—-]+\s*)(?:(?:but|men)\s+)?|\s+(?:but|men)\s+", re.IGNORECASE)
# A first sentence of so few words, asked back or guessed, is no part of what is told then.
_ASIDE = 5


class Taken(Struct, frozen=True):
    """An answer as it can stand in a post: its text, or None for a skip; a fragment is no sentence and is to be asked for again."""

    text: str | None
    fragment: bool = False


def is_skip(answer: str, language: str) -> bool:
    """Say whether an answer answers nothing."""
    words = _plain(answer)
    own, others = editing(language), editing(FALLBACK)
    known = own.no_answers | others.no_answers
    bare = next((_plain(words[: found.start()]) for found in own.fillers.finditer(words) if found.end() == len(words)), words)
    return not any(letter.isalnum() for letter in words) or words in known or bare in known


def _plain(words: str) -> str:
    """Return words as they are looked up."""
    return " ".join(normalise(words).strip(" .!?…,-–—_*\"'()").replace("’", "'").split())


def typed(answer: str, language: str) -> str:
    """Return an answer as it was meant: on one line, with the marks that people leave out, without the shrug before it."""
    words = " ".join(answer.split())
    known = editing(language)
    for pattern, instead in known.respelled:
        words = pattern.sub(instead, words)
    for found in _AFTER_ALL.finditer(words):
        if _plain(words[: found.start()]) in known.shrugs and words[found.end() :]:
            return words[found.end() :]
    return words


def taken(answer: str, question: str, part: str, language: str) -> Taken:
    """Return an answer to a question as a sentence of a post, for the part that it fills."""
    words = _named(typed(answer, language), question, language)
    if is_skip(words, language):
        return Taken(None)
    analysis = analyse(words, languages.get(language))
    sentences = [words[span.start : span.end] for span in statements(analysis)] or [words]
    if len(sentences) > 1 and (_BARE.match(sentences[0]) or part != "invitation" and _is_aside(sentences[0])):
        sentences = sentences[1:]
    if part in ("audience", "goal", "author", "role"):
        return Taken(_declared(" ".join(sentences)))
    if part == "invitation":
        return _asked(" ".join(sentences), language)
    first = sentences[0]
    if _BARE.match(first) or _is_aside(first) and normalise(first).partition(",")[0] in _BROAD:
        return Taken(None)
    known = languages.get(language)
    if not is_sentence(first, known):
        led = _led(first, question, language)
        if led is None and not any(is_sentence(each, known) for each in sentences[1:]):
            return Taken(_told(sentences), fragment=True)
        # A few words and then a sentence are told as people tell; a few words alone are none.
        sentences = [led, *sentences[1:]] if led else sentences
    return Taken(_told(sentences))


def _told(sentences: Sequence[str]) -> str:
    """Return sentences in a row, each with a capital and an end."""
    return " ".join(closed(each) for each in sentences)


def _is_aside(sentence: str) -> bool:
    """Say whether a sentence asks back, or guesses, and tells nothing: “Which one?”, “Everyone, I think.”."""
    few = len(sentence.split()) <= _ASIDE
    return few and (sentence.rstrip().endswith("?") or _HEDGES.search(sentence) is not None)


def _declared(words: str) -> str | None:
    """Return who or what a post is for, as front matter has it; None where that is everybody, or a guess."""
    plain = words.rstrip(" .!")
    return None if normalise(plain) in _BROAD or _HEDGES.search(plain) else plain


def _asked(words: str, language: str) -> Taken:
    """Return what a post asks its readers: a question, closed as one; or what its author does not know yet, said so."""
    if "?" in words:
        return Taken(_capital(words))
    known = editing(language)
    if known.speaks_of_readers.match(words):
        return Taken(closed(words), fragment=True)
    if known.unknown.match(words) and len(words.split()) > 2:
        return Taken(closed(known.still_unknown.format(rest=words[:1].lower() + words[1:])))
    if _HEDGES.search(words) or len(words.split()) < 3 and not is_sentence(words, languages.get(language)):
        return Taken(closed(words), fragment=True)
    return Taken(_capital(words.rstrip(" .")) + "?") if _QUESTION.match(words) else Taken(closed(words))


def _named(words: str, question: str, language: str) -> str:
    """Return an answer that begins with “she” with the name that its question has: in the post there is no question before it."""
    first, blank, rest = words.partition(" ")
    if first.lower() not in editing(language).somebody:
        return words
    names = {fact.text for fact in facts(question, languages.get(language)).names}
    return f"{names.pop()}{blank}{rest}" if len(names) == 1 else words


def _led(words: str, question: str, language: str) -> str | None:
    """Return a fragment with the beginning that its question asks for; None where no beginning fits."""
    rest = words[:1].lower() + words[1:]
    rest = re.sub(r",? (?:and|og) (?:nobody|ingen)(?=[.!]?\Z)", "", rest)
    known = editing(language)
    for asked, answered, told in known.led:
        if asked.search(question) and (found := answered.match(words)):
            return told.format(rest=words if found.groupdict().get("name") else rest)
    if known.place.match(words):
        return known.stood.format(rest=rest)
    if _TRIED.search(question) and known.tried.match(words):
        return closed(known.first_tried.format(rest=words[:1].lower() + words[1:]))
    return None


def closed(words: str) -> str:
    """Return words with a capital and an end."""
    words = _capital(words.strip())
    return words if _ENDS.search(words) else words.rstrip(" ,;–-") + "."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def all_taken(given: Mapping[str, str], questions: Mapping[str, str], language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the answers that can stand in a post, by part; and those that are no sentences, by part and as they were given."""
    found: dict[str, str] = {}
    fragments: dict[str, str] = {}
    for part, answer in given.items():
        each = taken(answer, questions.get(part, ""), part, language)
        if each.fragment:
            fragments[part] = " ".join(answer.split())
        elif each.text:
            found[part] = each.text
    return found, fragments
