"""What counts as wording when posts are held against each other: words, not names, figures, tags, emoji or marks."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from sys import byteorder
from typing import Any, NamedTuple

from advocacy_lint.model import Post, Span
from advocacy_lint.text import kind_and_norm, pieces
from advocacy_lint.text.marks import ANY, LANE, Mark, compared, mark, mark_of

SHINGLE = 3
_MEMO_LIMIT = 100_000
_SHORTEST_LINK = 3
# What any link holds.
_MAY_LINK = re.compile(r"\.\S|://")
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
        found = self[piece] = compared(piece, *kind_and_norm(piece))
        return found


class _Marks(dict[str, Mark]):
    """The marks of pieces of texts that were cut for nothing else."""

    def __missing__(self, piece: str) -> Mark:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        found = self[piece] = mark_of(piece, *kind_and_norm(piece))
        return found


class _Beginnings(dict[str, bytes]):
    """The marks of capitalised words that begin a sentence."""

    def __missing__(self, piece: str) -> bytes:
        if len(self) > _MEMO_LIMIT:
            self.clear()
        found = self[piece] = mark(kind_and_norm(piece)[1])
        return found


_said = _Said()
_marks = _Marks()
_beginnings = _Beginnings()
_ANY_MARK = mark(ANY)


def words(post: Post) -> list[Word]:
    """Return the words of a post that copies are known by; its muted parts, links, hashtags and mentions are not there."""
    found: list[Word] = []
    opens = True
    for start, stop in _visible(post):
        parts = pieces(post.text, start, stop)
        said = list(map(_said.__getitem__, parts))
        for index in _unsure(said):
            said[index] = kind_and_norm(parts[index])[1] if _opens(parts, said, index, opens) else ANY
        starts = accumulate(map(len, parts), initial=start)
        for at, part, norm in zip(starts, parts, said, strict=False):
            if norm:
                found.append(Word(at, at + len(part.removesuffix(" ")), norm))
        opens = _opens(parts, said, len(parts), opens)
    return found


def marks(post: Post) -> bytes:
    """Return the marks of a post's `words`, without their places: asked for every post of a run."""
    found: list[bytes] = []
    opens = True
    parts: Sequence[str] = ()
    said: list[Any] = []
    for start, stop in _visible(post):
        opens = _opens(parts, said, len(parts), opens)  # by what stood before what is muted
        parts = pieces(post.text, start, stop)
        said = list(map(_marks.__getitem__, parts))
        at = -1
        for _ in range(said.count(None)):
            at = said.index(None, at + 1)
            # Most capitals follow a word, and most others an end mark.
            if at and said[at - 1]:
                said[at] = _ANY_MARK
            elif at and not _ENDS.isdisjoint(parts[at - 1]) or _opens(parts, said, at, opens):
                said[at] = _beginnings[parts[at]]
            else:
                said[at] = _ANY_MARK
        found += said
    return b"".join(found)


def count(marked: bytes) -> int:
    """Return how many words have these marks."""
    return len(marked) // LANE


def opening(marked: bytes, words: int) -> bytes:
    """Return the marks of the first words; none where there are fewer, or two that may be anything."""
    first = marked[: words * LANE]
    return first if count(first) == words and first.count(_ANY_MARK) < 2 else b""


def _unsure(said: list[str | None]) -> Iterator[int]:
    """Yield the indexes of capitalised words, whose place says what they are compared as; each is to be settled before the next."""
    at = -1
    for _ in range(said.count(None)):
        at = said.index(None, at + 1)
        yield at


def _opens(parts: Sequence[str], said: Sequence[str | bytes | None], index: int, before: bool) -> bool:
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


def shingles(marked: bytes) -> array[int]:
    """Return a number for every run of three words, by their marks, in order; 0 where the run holds nothing but names and figures.

    All at once, as one large number: to each word's check sum those of the next two are added, 16 and 32 bits further up.
    """
    numbers = array("Q")
    if count(marked) < SHINGLE:
        return numbers
    mixed = _mixed(marked)
    numbers.frombytes(mixed)
    if byteorder == "big":
        numbers.byteswap()
    # Bytes are searched much faster than figures made of them; where they are found, they may be parts of two numbers.
    return array("Q", [0 if number == _NOTHING else number for number in numbers]) if _NOTHING_MIXED in mixed else numbers


def _mixed(marked: bytes) -> bytes:
    whole = int.from_bytes(marked, "little")
    return (whole ^ whole >> 48 ^ whole >> 96).to_bytes(len(marked), "little")[: -(SHINGLE - 1) * LANE]


_NOTHING_MIXED = _mixed(_ANY_MARK * SHINGLE)
_NOTHING = int.from_bytes(_NOTHING_MIXED, "little")


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


def hits(numbers: Iterable[int], shared: set[int] | frozenset[int]) -> bytes:
    """Return a byte for every shingle: 1 where it is shared."""
    return bytes(map(shared.__contains__, numbers))


def hit_length(hits: bytes) -> int:
    """Return how many words stand in shared runs: `length(covered(…))`, without the runs. Asked for every pair that may be alike."""
    # Each byte is spread over the words its shingle covers, all at once in one large number.
    whole = int.from_bytes(hits, "little")
    return (whole | whole << 8 | whole << 16).bit_count()


def length(runs: Iterable[tuple[int, int]]) -> int:
    """Return how many words runs hold."""
    return sum(last - first for first, last in runs)


def spans(found: Sequence[Word], runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return runs of words as spans of the text."""
    return tuple(Span(found[first].start, found[last - 1].end) for first, last in runs)


def links(post: Post) -> tuple[str, ...]:
    """Return the links of a post, once each, without what campaigns hang on them (``?utm_…``) and without a last slash."""
    if _MAY_LINK.search(post.text, post.start, post.stop) is None:  # most posts: spares cutting them once more
        return ()
    found = (_bare(piece) for piece in pieces(post.text, post.start, post.stop) if len(piece) > _SHORTEST_LINK and _is_link(piece))
    return tuple(dict.fromkeys(link for link in found if link))


def _is_link(piece: str) -> bool:
    """Say whether a piece of text is a link, and no address to write to."""
    return "." in piece and ("@" not in piece or "/" in piece) and kind_and_norm(piece)[0] == "url"


def _bare(link: str) -> str:
    without = link.rstrip(" .,;:!?…'’*_").split("#")[0].split("?utm_")[0].split("&utm_")[0]
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", without, flags=re.IGNORECASE).rstrip("/").casefold()
