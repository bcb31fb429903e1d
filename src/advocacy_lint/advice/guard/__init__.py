"""The guard: what a text says that its sources do not. It checks whatever is written for an author: by a model, the coach, or `tighten`.

Numbers (also in words), money, dates, clock times, names, links, mentions, hashtags and quotations must stand in the draft or the answers;
the language must be the same, the length bounded, and most content words known. What is rearranged so that it may say something else
(who did what, a lost “not”, swapped numbers) is no invention, and is shown to the author to confirm.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from advocacy_lint.advice.guard.alignment import Doubt, doubts
from advocacy_lint.advice.guard.known import Invention, Known, inventions
from advocacy_lint.advice.guard.wording import too_new
from advocacy_lint.languages import Language

# A rewrite is no longer than this, held against what it is made of.
LONGEST = 1.3
# Shorter texts are too short to tell a language by.
_TELLING = 12


class Verdict(Struct, frozen=True):
    """What is wrong with a text (it is refused for that), and what its author should look at."""

    inventions: tuple[Invention, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    novelty: float = 0.0  # the share of content words that no source has

    @property
    def passes(self) -> bool:
        """Say whether the text holds nothing that the sources have not."""
        return not self.inventions


def guard(text: str, sources: Sequence[str], language: Language) -> Verdict:
    """Return what a text says that none of its sources does; what stands in [brackets] is a question, and says nothing."""
    known = Known(sources, language)
    said = known.without_brackets(text)
    if not any(letter.isalnum() for letter in said):
        return Verdict((Invention("empty", ""),))
    found = [*inventions(said, known)]
    if not _same_language(said, language):
        found.append(Invention("language", " ".join(said.split()[:8])))
    if len(said.split()) > LONGEST * max(12, sum(len(source.split()) for source in sources)):
        found.append(Invention("length", f"{len(said.split())}"))
    novelty, sentences = too_new(said, known)
    found += [Invention("wording", sentence) for sentence in sentences]
    return Verdict(tuple(dict.fromkeys(found)), tuple(doubts(said, known)), round(novelty, 3))


def _same_language(text: str, language: Language) -> bool:
    if len(text.split()) < _TELLING:
        return True
    from advocacy_lint.languages.detect import detect

    return detect(text) in (language.code, "und")


__all__ = ["Doubt", "Invention", "Known", "Verdict", "guard"]
