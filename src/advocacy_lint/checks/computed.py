"""Computed signals (``@long-word``): language-general evidence that no list can hold, each nameable to the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from advocacy_lint.checks.classes import Edges
from advocacy_lint.languages import Language
from advocacy_lint.model import Token
from advocacy_lint.text.words import BITS, IRREGULAR_PAST, PAST

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
    "@time": _class("time"),
    "@unit": _class("unit"),
}
