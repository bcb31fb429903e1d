"""What is said of a model's rewrite: what is sent where, what it made up, what the author should hold against the draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advocacy_lint.advice.guard import Doubt, Invention
from advocacy_lint.advice.model import Outcome

_MOST = 8


def notes(made: Outcome, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines that go with what was written."""
    if made.inventions:
        yield words["refused" if made.chosen is None else "also"]
        yield from (_invention(each, words) for each in made.inventions[:_MOST])
    elif made.chosen is None:
        yield words["worse"]
    if made.doubts:
        yield words["doubt"]
        for doubt in made.doubts:
            yield from _doubt(doubt, words)


def _invention(each: Invention, words: Mapping[str, str]) -> str:
    return f"- {words.get(each.kind, each.kind)}: {' '.join(each.text.split())[:120]}"


def _doubt(doubt: Doubt, words: Mapping[str, str]) -> Iterator[str]:
    yield f"- ({words.get(doubt.kind, doubt.kind)}) {doubt.text}"
    yield f"  ← {doubt.source}"
