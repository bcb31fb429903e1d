"""What counts as wording when posts are held against each other: words, not names, figures, tags, emoji or marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import sub
from typing import NamedTuple
from zlib import crc32

from advocacy_lint.model import Post, Span
from advocacy_lint.text import normalise

SHINGLE = 3
# Stands for any name or figure: whoever swaps "Anna" for "Mette" has still pasted.
ANY = "·"
# The first alternative is a short cut for most of any text: plain words that a blank or a comma follows.
_WORD = re.compile(
    r"""([a-zæøåA-ZÆØÅ]++(?=[ ,\n]) | (?!https?://|www\.)[^\W_]++(?:['’‘-][^\W_]++)*+)
      | [#@]\w[\w.-]*+ | (?:https?://|www\.)\S++""",
    re.VERBOSE,
)
_ENDS = re.compile(r"[.!?:\n•–—]")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”»)\]]+", re.IGNORECASE)
_MASK = (1 << 64) - 1
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
# What a word adds to a shingle as its first, second and third word.
_parts: dict[str, tuple[int, int, int]] = {}
_MEMO_LIMIT = 100_000


_new = tuple.__new__  # a NamedTuple's own constructor costs three times as much


class Word(NamedTuple):
    """A word's place in the text, and what it is compared as."""

    start: int
    end: int
    norm: str


def words(post: Post) -> list[Word]:
    """Return the words of a post that copies are known by; its muted parts, links, hashtags and mentions are not there."""
    text = post.text
    found: list[Word] = []
    masks = iter((*post.muted, Span(post.stop + 1, post.stop + 1)))
    mask = next(masks)
    last = post.start
    for match in _WORD.finditer(text, post.start, post.stop):
        raw = match[1]
        if raw is None:
            continue
        start, end = match.span()
        while start >= mask[1]:
            mask = next(masks)
        if mask[0] <= start:
            continue
        if not raw.islower():
            raw = _compared(raw, not found or _ENDS.search(text, last, start) is not None)
        elif not raw.isascii():
            raw = normalise(raw)
        found.append(_new(Word, (start, end, raw)))
        last = end
    return found


def _compared(raw: str, opens_sentence: bool) -> str:
    first = raw[0]
    if first.isdigit() or (not opens_sentence and len(raw) > 1 and first.isupper() and not raw.isupper()):
        return ANY
    return normalise(raw)


def shingles(found: Sequence[Word]) -> list[int]:
    """Return a number for every run of three words, in order; 0 where the run holds nothing but names and figures.

    The numbers are the same in every process, unlike Python's own hashes.
    """
    if len(_parts) > _MEMO_LIMIT:
        _parts.clear()
    parts = [_parts.get(word[2]) or _parts_of(word[2]) for word in found]
    numbers = [one[0] ^ two[1] ^ three[2] for one, two, three in zip(parts, parts[1:], parts[2:], strict=False)]
    if any(word[2] == ANY for word in found):
        blank = _parts_of(ANY)
        nothing = blank[0] ^ blank[1] ^ blank[2]
        numbers = [0 if number == nothing else number for number in numbers]
    return numbers


def _parts_of(norm: str) -> tuple[int, int, int]:
    number = crc32(norm.encode("utf-8", "surrogatepass")) + 1
    one, two, three = (number * factor & _MASK for factor in _FACTORS)
    found = _parts[norm] = (one, two, three)
    return found


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


def shared_length(numbers: Iterable[int], shared: set[int] | frozenset[int]) -> int:
    """Return `length(covered(numbers, shared))`, without the runs: asked for every pair that may be alike."""
    hits = [index for index, number in enumerate(numbers) if number in shared and number]
    if not hits:
        return 0
    return SHINGLE + sum([step if step < SHINGLE else SHINGLE for step in map(sub, hits[1:], hits)])


def length(runs: Iterable[tuple[int, int]]) -> int:
    """Return how many words runs hold."""
    return sum(last - first for first, last in runs)


def spans(found: Sequence[Word], runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return runs of words as spans of the text."""
    return tuple(Span(found[first].start, found[last - 1].end) for first, last in runs)


def links(post: Post) -> tuple[str, ...]:
    """Return the links of a post, once each, without what campaigns hang on them (``?utm_…``) and without a last slash."""
    if post.text.find("://", post.start, post.stop) < 0 and post.text.lower().find("www.", post.start) < 0:
        return ()
    found = (_bare(match[0]) for match in _LINK.finditer(post.text, post.start, post.stop))
    return tuple(dict.fromkeys(link for link in found if link))


def _bare(link: str) -> str:
    without = link.rstrip(".,;:!?…'’*_").split("#")[0].split("?utm_")[0].split("&utm_")[0]
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", without, flags=re.IGNORECASE).rstrip("/").casefold()
