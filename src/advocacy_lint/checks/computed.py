"""Computed signals (``@long-word``): language-general evidence that no list can hold, each nameable to the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from advocacy_lint.checks.classes import Edges, find_classes
from advocacy_lint.languages import Language
from advocacy_lint.model import Token

Finder = Callable[[Sequence[Token], Language], Iterator[tuple[int, int]]]
_WORD = frozenset(("word", "capital"))


def _long_words(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    limit = language.long_word
    return ((start, end) for start, end, kind, norm in tokens if kind in _WORD and len(norm) >= limit and "-" not in norm)


def _short_words(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, kind, norm in tokens if kind in _WORD and len(norm) <= 6)


def _words(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, kind, _ in tokens if kind in _WORD)


def is_abstract(norm: str, language: Language) -> bool:
    """Say whether a word has the ending of an abstract noun (-tion, -ment; -else, -hed)."""
    return len(norm) >= 7 and norm.endswith(language.abstract_endings) and norm not in language.not_abstract


def _abstract_nouns(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, kind, norm in tokens if kind in _WORD and is_abstract(norm, language))


def _plain_long(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, kind, norm in tokens if kind in _WORD and len(norm) >= 7 and not is_abstract(norm, language))


def _past_tense(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Narration forms: past-tense verbs, without the ones that companies announce with."""
    endings, excluded, irregular = language.past_endings, language.not_past, language.past_verbs
    corporate, blockers = language.corporate_past, language.before_participle
    previous = ""
    for start, end, kind, norm in tokens:
        if kind == "word" and norm not in corporate:
            regular = len(norm) > 4 and norm.endswith(endings) and norm not in excluded and previous not in blockers
            if norm in irregular or regular:
                yield start, end
        previous = norm


def _members(pick: Callable[[Language], frozenset[str]]) -> Finder:
    def find(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
        members = pick(language)
        return ((start, end) for start, end, kind, norm in tokens if norm in members and kind in _WORD)

    return find


def _class(name: str) -> Finder:
    def find(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
        return in_edges(name, tokens, find_classes(tokens, language))

    return find


def in_edges(name: str, tokens: Sequence[Token], edges: Edges) -> Iterator[tuple[int, int]]:
    """Yield the spans of a token class."""
    for first, found in sorted(edges.items()):
        for each, last in found:
            if each == name:
                yield tokens[first].start, tokens[last - 1].end


COMPUTED: dict[str, Finder] = {
    "@abstract-noun": _abstract_nouns,
    "@first-person": _members(lambda language: language.first_person),
    "@long-word": _long_words,
    "@money": _class("money"),
    "@name": _class("name"),
    "@negation": _members(lambda language: language.negations),
    "@number": _class("number"),
    "@past-tense": _past_tense,
    "@percent": _class("percent"),
    "@plain-long-word": _plain_long,
    "@reader": _members(lambda language: language.reader),
    "@short-word": _short_words,
    "@time": _class("time"),
    "@unit": _class("unit"),
    "@we": _members(lambda language: language.we),
    "@word": _words,
}
