"""Kind `avoided`: words that a house has agreed not to use (a block list), in any form, and as parts of longer words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import ClassVar

from msgspec import Struct

from advocacy_lint import languages
from advocacy_lint.checks.base import Scan, Setup, Stream
from advocacy_lint.checks.phrase import disjoint
from advocacy_lint.config import MOST_AVOIDED
from advocacy_lint.languages import forms
from advocacy_lint.model import Match, Rule, Token
from advocacy_lint.text import analyse

FIELD = "avoid"
# A shorter word stands by chance in longer ones («ren» in «renter»), and so does one that leaves less than this of them.
_SHORTEST, _REST = 5, 3


class AvoidedParams(Struct, frozen=True):
    """There is nothing to set: the words are those of the configuration's `avoid`, or of the post's own field of that name."""


class _Words(Struct, frozen=True):
    """A word or phrase to avoid, and why."""

    before: tuple[str, ...]
    last: frozenset[str]  # the forms of its last word
    joined: frozenset[str]  # a phrase as one word, with hyphens
    stems: tuple[str, ...]  # that longer words are made of
    reason: str


class AvoidedCheck:
    """Look for each word that is to be avoided, with the reason that was given."""

    Params: ClassVar[type] = AvoidedParams
    stage: ClassVar[str] = "spans"
    cases: ClassVar[tuple[str, ...]] = ("reason",)

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = rules

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for each word or phrase that stands in the post; its case is ``reason`` where one was given."""
        own = {word.strip(): "" for word in scan.post.meta.get(FIELD, "").split(",")[:MOST_AVOIDED] if word.strip()}
        asked = {**scan.avoid, **own}
        if not asked:
            return
        code = scan.analysis.language.code
        for words in _read(tuple(asked.items()), code):
            for rule in self._rules:
                places = [place for stream in scan.streams(rule.applies_to) for place in stream.places_of(_found(words, stream))]
                if places:
                    slots = {"value": words.reason, "field": FIELD}
                    yield Match(rule, tuple(disjoint(places)), slots=slots, case="reason" if words.reason else "")


def _found(words: _Words, stream: Stream) -> Iterator[tuple[int, int, str]]:
    """Yield the tokens at which a word or phrase begins and ends."""
    tokens = stream.speech.tokens
    count = len(words.before)
    for at, token in enumerate(tokens):
        said = token[1].lstrip("#")
        if said in words.joined or _holds(said, words.stems):
            yield at, at + 1, ""
        elif said in words.last and at >= count and tuple(each[1] for each in tokens[at - count : at]) == words.before:
            yield at - count, at + 1, ""


def _holds(word: str, stems: tuple[str, ...]) -> bool:
    """Say whether a longer word begins with, or ends in, one of some words."""
    long = len(word) - _REST
    return any((word.startswith(stem) or word.endswith(stem)) and len(stem) <= long for stem in stems)


# The same list is asked of post after post.
@lru_cache(maxsize=20)
def _read(asked: tuple[tuple[str, str], ...], code: str) -> tuple[_Words, ...]:
    """Return words and phrases as texts have them."""
    table = forms.load(code, guess=True)
    language = languages.get(code)
    found = []
    for words, reason in asked:
        *before, last = [norm for norm in map(_norm, analyse(words, language).tokens) if norm] or [""]
        if not last:
            continue
        shapes = frozenset(table.forms(last))
        joined = frozenset("-".join((*before, form)) for form in shapes) if before else frozenset()
        # In a language that writes compounds as one word, any of the word's forms may end one; elsewhere a hyphen joins them.
        stems = tuple(sorted(form for form in shapes if len(form) >= _SHORTEST)) if not before else ()
        if not language.joins_words:
            stems = tuple(joined for form in stems for joined in (f"{form}-", f"-{form}"))
        found.append(_Words(tuple(before), shapes, joined, stems, " ".join(reason.split())))
    return tuple(found)


def _norm(token: Token) -> str:
    return token[1] if token[0] != "punct" else ""
