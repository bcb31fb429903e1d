"""What counts as wording when posts are held against each other: words, not names, figures, tags, emoji or marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import xor
from typing import NamedTuple
from zlib import crc32

from advocacy_lint.model import Post, Span
from advocacy_lint.text import kind_and_norm, pieces

SHINGLE = 3
# Stands for any name or figure: whoever swaps "Anna" for "Mette" has still pasted.
ANY = "·"
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”»)\]]+", re.IGNORECASE)
_MASK = (1 << 64) - 1
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_MEMO_LIMIT = 100_000
_WORDS = frozenset(("word", "abbreviation"))
# What a capital after it begins a sentence, and is no name.
_ENDS = frozenset(".!?:\n•–—")


class Word(NamedTuple):
    """A word's place in the text, and what it is compared as."""

    start: int
    end: int
    norm: str


class _Said(dict[str, str | None]):
    """What pieces of text are compared as: empty where they are no words, None where it depends on what stands before."""

    def __missing__(self, piece: str) -> str | None:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        found = self[piece] = _compared(piece)
        return found


class _Parts(dict[str, tuple[int, int, int]]):
    """What a word adds to a shingle as its first, second and third word."""

    def __missing__(self, norm: str) -> tuple[int, int, int]:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        number = crc32(norm.encode("utf-8", "surrogatepass")) + 1
        one, two, three = (number * factor & _MASK for factor in _FACTORS)
        found = self[norm] = (one, two, three)
        return found


_said = _Said()
_parts = _Parts()


def _compared(piece: str) -> str | None:
    """Return what a piece is compared as; None for a capitalised word, which may be a name."""
    kind, norm = kind_and_norm(piece)
    if kind == "number":
        return ANY
    if kind == "capital":
        raw = piece.removesuffix(" ")
        return None if len(raw) > 1 and not raw.isupper() else norm
    return norm if kind in _WORDS else ""


def words(post: Post) -> list[Word]:
    """Return the words of a post that copies are known by; its muted parts, links, hashtags and mentions are not there."""
    found: list[Word] = []
    for start, parts, said in _compared_in(post):
        starts = accumulate(map(len, parts), initial=start)
        for at, part, norm in zip(starts, parts, said, strict=False):
            if norm:
                found.append(Word(at, at + len(part.removesuffix(" ")), norm))
    return found


def norms(post: Post) -> list[str]:
    """Return what the words of a post are compared as, without their places: asked for every post of a run."""
    return [norm for _, _, said in _compared_in(post) for norm in said if norm]


def _compared_in(post: Post) -> Iterator[tuple[int, tuple[str, ...], list[str | None]]]:
    """Yield the stretches of a post: where each begins, its pieces, and what they are compared as."""
    opens = True
    for start, stop in _visible(post):
        parts = pieces(post.text, start, stop)
        said = list(map(_said.__getitem__, parts))
        for index in [index for index, norm in enumerate(said) if norm is None]:
            said[index] = kind_and_norm(parts[index])[1] if _opens(parts, said, index, opens) else ANY
        yield start, parts, said
        opens = _opens(parts, said, len(parts), opens)


def _opens(parts: Sequence[str], said: Sequence[str | None], index: int, before: bool) -> bool:
    """Say whether a sentence begins at a piece: after an end mark, or with the text; tags and commas between do not matter."""
    while index:
        index -= 1
        if said[index]:
            return False
        if not _ENDS.isdisjoint(parts[index]):
            return True
    return before


def _visible(post: Post) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a post that are not muted."""
    position = post.start
    for start, end in post.muted:
        if start >= post.stop:
            break
        if start > position:
            yield position, start
        position = max(position, end)
    if position < post.stop:
        yield position, post.stop


def shingles(found: Sequence[str]) -> list[int]:
    """Return a number for every run of three words (as compared), in order; 0 where the run holds nothing but names and figures.

    The numbers are the same in every process, unlike Python's own hashes.
    """
    if len(found) < SHINGLE:
        return []
    ones, twos, threes = zip(*map(_parts.__getitem__, found), strict=True)
    numbers = list(map(xor, map(xor, ones, twos[1:]), threes[2:]))
    if ANY in found:
        blank = _parts[ANY]
        nothing = blank[0] ^ blank[1] ^ blank[2]
        numbers = [0 if number == nothing else number for number in numbers]
    return numbers


def covered(numbers: Iterable[int], shared: set[int] | frozenset[int]) -> list[tuple[int, int]]:
    """Return the runs of words (first, after the last) whose shingles are all among the shared ones."""
    runs: list[tuple[int, int]] = []
    for index, number in enumerate(numbers):
        if number and number in shared:
            if runs and index <= runs[-1][1]:
                runs[-1] = (runs[-1][0], index + SHINGLE)
            else:
                runs.append((index, index + SHINGLE))
    return runs


def shared_length(numbers: Sequence[int], shared: set[int] | frozenset[int]) -> int:
    """Return `length(covered(numbers, shared))`, without the runs: asked for every pair that may be alike."""
    # A byte for every shingle that is shared, spread over the words it covers, all at once in one large number.
    hits = int.from_bytes(bytes(map(shared.__contains__, numbers)), "little")
    return (hits | hits << 8 | hits << 16).bit_count()


def length(runs: Iterable[tuple[int, int]]) -> int:
    """Return how many words runs hold."""
    return sum(last - first for first, last in runs)


def spans(found: Sequence[Word], runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return runs of words as spans of the text."""
    return tuple(Span(found[first].start, found[last - 1].end) for first, last in runs)


def links(post: Post) -> tuple[str, ...]:
    """Return the links of a post, once each, without what campaigns hang on them (``?utm_…``) and without a last slash."""
    if post.text.find("://", post.start, post.stop) < 0 and "www." not in post.text[post.start : post.stop].lower():
        return ()
    found = (_bare(match[0]) for match in _LINK.finditer(post.text, post.start, post.stop))
    return tuple(dict.fromkeys(link for link in found if link))


def _bare(link: str) -> str:
    without = link.rstrip(".,;:!?…'’*_").split("#")[0].split("?utm_")[0].split("&utm_")[0]
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", without, flags=re.IGNORECASE).rstrip("/").casefold()
