"""Computed signals (``@long-word``): language-general evidence that no list can hold, each nameable to the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from advocacy_lint.checks.classes import Edges
from advocacy_lint.languages import Language
from advocacy_lint.model import Token
from advocacy_lint.text.words import BITS, IRREGULAR_PAST, PAST

_LETTERS = frozenset(("word", "capital"))
_SHORTEST_QUESTION, _LONGEST_QUESTION = 3, 30

# From the tokens of a speaker, their flags and their classes to the tokens (first, after the last) that show a signal.
Finder = Callable[[Sequence[Token], Sequence[int], Edges, Language], Iterable[tuple[int, int]]]


def _words(name: str) -> Finder:
    bit = BITS[name]

    def find(tokens: Sequence[Token], flags: Sequence[int], edges: Edges, language: Language) -> Iterable[tuple[int, int]]:
        return [(index, index + 1) for index, each in enumerate(flags) if each & bit]

    return find


def _past_tense(tokens: Sequence[Token], flags: Sequence[int], edges: Edges, language: Language) -> Iterator[tuple[int, int]]:
    """Narration forms: past-tense verbs, without the ones that companies announce with."""
    blockers = language.before_participle
    for index in [index for index, each in enumerate(flags) if each & PAST]:
        if tokens[index][0] == "word" and (flags[index] & IRREGULAR_PAST or index == 0 or tokens[index - 1][1] not in blockers):
            yield index, index + 1


def _reader_question(tokens: Sequence[Token], flags: Sequence[int], edges: Edges, language: Language) -> Iterable[tuple[int, int]]:
    """Questions a reader could answer, for they have a reader in them ("How do you …?", "Nogen, der har …?").

    One or two words ask for applause ("Agree?"), and a question about ours is a pitch ("Are you our next …?").
    """
    barriers = [-1, *(index for index, token in enumerate(tokens) if token[0] == "barrier"), len(tokens)]
    found: list[tuple[int, int]] = []
    for before, after in pairwise(barriers):
        words = [at for at in range(before + 1, after) if tokens[at][0] in _LETTERS]
        if _SHORTEST_QUESTION <= len(words) <= _LONGEST_QUESTION:
            mark = next((at for at in range(words[-1], after) if tokens[at][1] == "?"), None)
            if mark is not None and _asks_a_reader(tokens, words, language):
                found.append((words[0], mark + 1))
    return found


def _asks_a_reader(tokens: Sequence[Token], words: Sequence[int], language: Language) -> bool:
    """Say whether a question is put to a reader, and is about something else than what the writer sells."""
    norms = [tokens[at][1] for at in words]
    if any(norm in language.our for norm in norms):
        return False
    # The Danish "I" (you, of several) is told from "i" (in) by its capital, unless it begins the sentence.
    return any(
        norm in language.asked and (norm != "i" or tokens[at][0] == "capital" and at != words[0])
        for at, norm in zip(words, norms, strict=True)
    )


def _class(name: str) -> Finder:
    def find(tokens: Sequence[Token], flags: Sequence[int], edges: Edges, language: Language) -> Iterable[tuple[int, int]]:
        return sorted([(first, last) for first, found in edges.items() for each, last in found if each == name])

    return find


COMPUTED: dict[str, Finder] = {
    **{name: _words(name) for name in BITS},
    "@money": _class("money"),
    "@name": _class("name"),
    "@number": _class("number"),
    "@past-tense": _past_tense,
    "@percent": _class("percent"),
    "@reader-question": _reader_question,
    "@time": _class("time"),
    "@unit": _class("unit"),
}

# What each computed signal is, for the documentation.
ABOUT: dict[str, str] = {
    "@word": "any word",
    "@short-word": "a word of six letters or fewer",
    "@long-word": "a long word (Danish: 11 letters or more, without a hyphen)",
    "@abstract-noun": "a noun made of a verb or an adjective: implementering, sustainability",
    "@plain-long-word": "a word of more than six letters that is no abstract noun",
    "@first-person": "jeg, mig, min; I, me, my",
    "@we": "vi, os, vores; we, us, our",
    "@reader": "du, jer; you, your",
    "@negation": "words of doubt and denial: ikke, men, næsten; not, but, almost",
    "@money": "an amount, as <money>",
    "@name": "a person's name, as <name>",
    "@number": "a number, as <number>",
    "@past-tense": "the past tense of a deed, told (not a participle)",
    "@percent": "a percentage, as <percent>",
    "@reader-question": "a question to the readers",
    "@time": "a time of day, as <time>",
    "@unit": "a number with a unit, as <unit>",
}
