"""What counts as wording when posts are held against each other: words, not names, figures, tags, emoji or marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

from advocacy_lint.model import Post, Span
from advocacy_lint.text import normalise

SHINGLE = 3
# Stands for any name or figure: whoever swaps "Anna" for "Mette" has still pasted.
ANY = "·"
_WORD = re.compile(r"(?:https?://|www\.)\S+|[#@]\w[\w.-]*|([^\W_]+(?:['’‘-][^\W_]+)*)")
_ENDS = re.compile(r"[.!?:\n•–—]")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”»)\]]+", re.IGNORECASE)
_MASK = (1 << 64) - 1
_hashes: dict[str, int] = {}
_MEMO_LIMIT = 100_000


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
        start, end = match.span()
        while start >= mask.end and mask.start <= post.stop:
            mask = next(masks)
        if match[1] is None or mask.start <= start < mask.end:
            continue
        opens = not found or _ENDS.search(text, last, start) is not None
        found.append(Word(start, end, _compared(match[1], opens)))
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
    if len(_hashes) > _MEMO_LIMIT:
        _hashes.clear()
    single = [_hash_of(word[2]) for word in found]
    blank = _hash_of(ANY)
    numbers = []
    for index in range(len(single) - SHINGLE + 1):
        one, two, three = single[index : index + SHINGLE]
        if one == two == three == blank:
            numbers.append(0)
        else:
            numbers.append((one * 0x9E3779B97F4A7C15 ^ two * 0xC2B2AE3D27D4EB4F ^ three * 0x165667B19E3779F9) & _MASK or 1)
    return numbers


def _hash_of(norm: str) -> int:
    found = _hashes.get(norm)
    if found is None:
        found = _hashes[norm] = crc32(norm.encode("utf-8", "surrogatepass")) + 1
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


def length(runs: Iterable[tuple[int, int]]) -> int:
    """Return how many words runs hold."""
    return sum(last - first for first, last in runs)


def spans(found: Sequence[Word], runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return runs of words as spans of the text."""
    return tuple(Span(found[first].start, found[last - 1].end) for first, last in runs)


def links(post: Post) -> tuple[str, ...]:
    """Return the links of a post, once each, without what campaigns hang on them (``?utm_…``) and without a last slash."""
    found = (_bare(match[0]) for match in _LINK.finditer(post.text, post.start, post.stop))
    return tuple(dict.fromkeys(link for link in found if link))


def _bare(link: str) -> str:
    without = link.rstrip(".,;:!?…'’*_").split("#")[0].split("?utm_")[0].split("&utm_")[0]
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", without, flags=re.IGNORECASE).rstrip("/").casefold()
