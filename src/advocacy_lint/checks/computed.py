"""Computed signals (``@long-word``): language-general evidence that no list can hold, each nameable to the writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from advocacy_lint.checks.classes import Edges, find_classes
from advocacy_lint.checks.wordcounts import BITS, IRREGULAR_PAST, PAST, remembered
from advocacy_lint.languages import Language
from advocacy_lint.model import Token

Finder = Callable[[Sequence[Token], Language], Iterator[tuple[int, int]]]
_WORD = frozenset(("word", "capital"))


def _words(name: str) -> Finder:
    bit = BITS[name]

    def find(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
        memo = remembered(language)
        for start, end, kind, norm in tokens:
            if kind in _WORD and memo[norm] & bit:
                yield start, end

    return find


def _past_tense(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Narration forms: past-tense verbs, without the ones that companies announce with."""
    blockers = language.before_participle
    memo = remembered(language)
    for index, token in enumerate(tokens):
        bits = memo[token[3]]
        if not bits & PAST or token[2] != "word":
            continue
        if bits & IRREGULAR_PAST or index == 0 or tokens[index - 1][3] not in blockers:
            yield token[0], token[1]


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
    **{name: _words(name) for name in BITS},
    "@money": _class("money"),
    "@name": _class("name"),
    "@number": _class("number"),
    "@past-tense": _past_tense,
    "@percent": _class("percent"),
    "@time": _class("time"),
    "@unit": _class("unit"),
}
