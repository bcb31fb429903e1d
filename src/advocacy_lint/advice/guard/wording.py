"""How much of a text is new: the share of its content words that no source has."""

from __future__ import annotations

from collections.abc import Iterable

from advocacy_lint.advice.guard.known import Known, stem
from advocacy_lint.languages import editing
from advocacy_lint.model import Token
from advocacy_lint.text import analyse

# Faithful rewrites have 0.07-0.23 of new words, a chat assistant's 0.56-0.61, a person's who knows more 0.61-0.91 (measured).
MOST_OF_TEXT = 0.4
MOST_OF_SENTENCE = 0.6
# Shorter sentences are too short to judge by themselves.
_ENOUGH = 5
_COUNTED = frozenset(("word", "capital"))


def content(tokens: Iterable[Token], language: str) -> list[str]:
    """Return the stems of the words that carry what a text says."""
    empty = editing(language).function_words
    return [stem(token[1]) for token in tokens if token[0] in _COUNTED and len(token[1]) > 2 and token[1] not in empty]


def too_new(text: str, known: Known) -> tuple[float, list[str]]:
    """Return the share of new words, and the sentences that are for the most part new; all that has any where the whole is too new."""
    analysis = analyse(text, known.language)
    parts = []
    for sentence in analysis.sentences:
        tokens = [t for t, start in zip(analysis.tokens, analysis.starts, strict=True) if sentence.start <= start < sentence.end]
        stems = content(tokens, known.language.code)
        parts.append(
            (" ".join(text[sentence.start : sentence.end].split()), len(stems), sum(1 for each in stems if not _known(each, known)))
        )
    total, new = sum(count for _, count, _ in parts), sum(fresh for _, _, fresh in parts)
    share = new / total if total else 0.0
    if share > MOST_OF_TEXT and total >= _ENOUGH:
        return share, [said for said, count, fresh in parts if count and fresh / count > MOST_OF_TEXT]
    return share, [said for said, count, fresh in parts if count >= _ENOUGH and fresh / count > MOST_OF_SENTENCE]


def _known(each: str, known: Known) -> bool:
    if each in known.stems:
        return True
    # A word inside a longer one that a source has («kompressoren» in «kølekompressoren»), or the other way round.
    return len(each) >= 5 and any(each in word or len(word) >= 5 and word in each for word in known.words)
