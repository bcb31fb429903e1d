"""What counts as wording when posts are held against each other: words, not names, figures, tags, emoji or marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import xor
from typing import NamedTuple
from zlib import crc32

from advocacy_lint.model import Post, Span
from advocacy_lint.text import normalise

SHINGLE = 3
# Stands for any name or figure: whoever swaps "Anna" for "Mette" has still pasted.
ANY = "·"
# Words, what is no wording (links, hashtags, mentions), and marks that end a sentence; most of any text is the first alternative.
_PIECE = re.compile(
    r"""[a-zæøåA-ZÆØÅ]++(?=[ ,\n]) | (?!https?://|www\.)[^\W_]++(?:['’‘-][^\W_]++)*+
      | [@#]\w[\w.-]*+ | (?:https?://|www\.)\S++ | [.!?:\n•–—]""",
    re.VERBOSE,
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”»)\]]+", re.IGNORECASE)
_MASK = (1 << 64) - 1
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
# What a word adds to a shingle as its first, second and third word.
_parts: dict[str, tuple[int, int, int]] = {}
# What plain words are compared as, whatever stands before them.
_plain: dict[str, str] = {}
_MEMO_LIMIT = 100_000
_ADDRESSES = ("http://", "https://", "www.")


class Word(NamedTuple):
    """A word's place in the text, and what it is compared as."""

    start: int
    end: int
    norm: str


def words(post: Post) -> list[Word]:
    """Return the words of a post that copies are known by; its muted parts, links, hashtags and mentions are not there."""
    found: list[Word] = []
    opens = True
    for start, stop in _visible(post):
        for match in _PIECE.finditer(post.text, start, stop):
            piece = match[0]
            norm = _plain.get(piece) or _norm(piece, opens)
            if norm:
                found.append(Word(*match.span(), norm))
            opens = not norm and (opens or _ends(piece))
    return found


def norms(post: Post) -> list[str]:
    """Return what the words of a post are compared as, without their places: asked for every post of a run."""
    found: list[str] = []
    append = found.append
    opens = True
    plain = _plain
    for start, stop in _visible(post):
        for piece in _PIECE.findall(post.text, start, stop):
            norm = plain.get(piece) or _norm(piece, opens)
            if norm:
                append(norm)
                opens = False
            elif not opens:
                opens = _ends(piece)
    return found


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


def _ends(piece: str) -> bool:
    """Say whether the next word begins a sentence after a piece that is no word."""
    return piece[0] not in "@#"


def _norm(piece: str, opens: bool) -> str:
    """Return what a piece is compared as, empty where it is no word; plain words are remembered."""
    first = piece[0]
    if not first.isalnum() or piece.startswith(_ADDRESSES):
        return ""
    if first.isdigit() or (not opens and len(piece) > 1 and first.isupper() and not piece.isupper()):
        return ANY
    norm = normalise(piece)
    if piece.islower():
        if len(_plain) > _MEMO_LIMIT:
            _plain.clear()
        _plain[piece] = norm
    return norm


def shingles(found: Sequence[str]) -> list[int]:
    """Return a number for every run of three words (as compared), in order; 0 where the run holds nothing but names and figures.

    The numbers are the same in every process, unlike Python's own hashes.
    """
    if len(found) < SHINGLE:
        return []
    if len(_parts) > _MEMO_LIMIT:
        _parts.clear()
    ones, twos, threes = zip(*[_parts.get(norm) or _parts_of(norm) for norm in found], strict=True)
    numbers = list(map(xor, map(xor, ones, twos[1:]), threes[2:]))
    if ANY in found:
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
    if post.text.find("://", post.start, post.stop) < 0 and post.text.lower().find("www.", post.start) < 0:
        return ()
    found = (_bare(match[0]) for match in _LINK.finditer(post.text, post.start, post.stop))
    return tuple(dict.fromkeys(link for link in found if link))


def _bare(link: str) -> str:
    without = link.rstrip(".,;:!?…'’*_").split("#")[0].split("?utm_")[0].split("&utm_")[0]
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", without, flags=re.IGNORECASE).rstrip("/").casefold()
