"""Mark-up and a change of the words around it: a pair of marks stays whole or goes whole, and what readers would miss never goes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from advocacy_lint.model import Edit
from advocacy_lint.text.changes import Changes

# What a mark is: one of a pair that only dresses words (bold, italics); one of a pair that must hold some (a link); a letter that is
# written otherwise (an entity, a line break inside a sentence); anything else, which stays where it is.
DRESS, HELD, LETTER, FIXED = "dress", "held", "letter", "fixed"
# A cut inside a shorter pair is an edit of the whole pair: two cuts cannot leave it empty then.
_LONGEST = 200


class Mark(NamedTuple):
    """A mark in a text, what is read for it, and where the other mark of its pair begins (-1: it has none)."""

    start: int
    end: int
    said: str
    kind: str
    other: int = -1


class Changed(NamedTuple):
    """A stretch of a text with its marks, and what stands there afterwards."""

    start: int
    end: int
    text: str


class _Pair(NamedTuple):
    """The two marks of a pair, and where they are in what is read."""

    opening: Mark
    closing: Mark
    start: int
    end: int


class Marked:
    """A text with marks, and the same as it is read."""

    __slots__ = ("_at", "_marks", "_starts", "changes", "text")

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        self._marks = sorted(marks)
        self._starts = [mark.start for mark in self._marks]
        self.changes = Changes(text, [Edit(mark.start, mark.end, mark.said) for mark in self._marks])
        self._at = [self.changes.read(mark.start) for mark in self._marks]

    def carried(self, start: int, end: int, new: str) -> Changed | None:
        """Return a change of what is read, from `start` to `end`, as a change of the text; None where it would harm its marks."""
        return _Carrier(self, start, end, new).changed()

    def between(self, start: int, end: int) -> list[Mark]:
        """Return the marks that are read from start to end, both ends included."""
        return self._marks[bisect_left(self._at, start) : bisect_right(self._at, end)]

    def place(self, mark: Mark) -> int:
        """Return where a mark is in what is read."""
        return self._at[self._starts.index(mark.start, bisect_left(self._starts, mark.start))]

    def pair(self, mark: Mark) -> _Pair:
        """Return the pair of a mark."""
        other = self._marks[bisect_left(self._starts, mark.other)]
        opening, closing = (mark, other) if mark.start < other.start else (other, mark)
        return _Pair(opening, closing, self.place(opening), self.place(closing))

    def enclosing(self, start: int, end: int) -> list[_Pair]:
        """Return the pairs around a stretch of what is read, as far as they are short."""
        near = self.between(start - _LONGEST, start)
        pairs = [self.pair(mark) for mark in near if mark.kind in (DRESS, HELD) and mark.start < mark.other]
        return [pair for pair in pairs if pair.start <= start and pair.end >= end and pair.end - pair.start <= _LONGEST]


class _Carrier:
    """One change: its core (words that go, and words that come), and what becomes of the marks around it."""

    def __init__(self, marked: Marked, start: int, end: int, new: str) -> None:
        self._marked = marked
        self._read = marked.changes.text
        self._new = new
        self._letters: dict[int, str] = {}  # by place: letters that only become large or small
        self._first, self._last = start, end  # what is written anew
        self._from, self._to, self._said = self._core(start, end)
        self._gone: set[int] = set()
        self._moved: dict[int, list[Mark]] = {}

    def _core(self, start: int, end: int) -> tuple[int, int, str]:
        """Return the stretch that is replaced and by what, without the words at its ends that stay; a cut takes blanks along."""
        read, new = self._read, self._new
        if not new:
            return (*_without_blanks(read, start, end), "")
        old = read[start:end]
        last = _same_words(old[::-1], new[::-1])
        first = _same_words(old[: len(old) - last], new[: len(new) - last])
        for place, letter in (*enumerate(new[:first], start), *enumerate(new[len(new) - last :], end - last)):
            if letter != read[place]:
                self._letters[place] = letter
        return start + first, end - last, new[first : len(new) - last]

    def changed(self) -> Changed | None:
        """Return the change of the text."""
        marked, start, end = self._marked, self._from, self._to
        if not marked.between(min(self._first, start), max(self._last, end)):
            changes = marked.changes
            return Changed(changes.start(self._first), changes.end(self._last), self._new)
        marks = marked.between(start, end)
        if start == end and self._said and marks:
            return None
        if not all(map(self._settled, marks)) or self._crosses():
            return None
        self._first, self._last = min(self._first, start), max(self._last, end)
        whole = self._whole_pair() if not self._new else None
        self._keep_break(marks)
        return self._written(whole)

    def _settled(self, mark: Mark) -> bool:
        """Decide what becomes of a mark; False where the change is none then."""
        start, end = self._from, self._to
        at = self._marked.place(mark)
        if mark.kind == LETTER:
            return at >= end or at + len(mark.said) <= start or start <= at and at + len(mark.said) <= end
        if mark.kind == FIXED:
            return at + len(mark.said) <= start or at >= end
        pair = self._marked.pair(mark)
        if pair.end <= start or pair.start >= end:
            return True
        if pair.start <= start and pair.end >= end:
            left = self._read[pair.start : start] + self._said + self._read[end : pair.end]
            return bool(left.strip()) or self._dropped(pair)
        if start <= pair.start and pair.end <= end:
            return self._dropped(pair)
        return self._narrowed(pair)

    def _dropped(self, pair: _Pair) -> bool:
        if pair.opening.kind != DRESS:
            return False
        self._gone.update((pair.opening.start, pair.closing.start))
        self._first, self._last = min(self._first, pair.start), max(self._last, pair.end)
        return True

    def _narrowed(self, pair: _Pair) -> bool:
        """Let a pair hold what is left of its words."""
        read, start, end = self._read, self._from, self._to
        kept = read[pair.start : start] if pair.start < start else read[end : pair.end]
        if pair.opening.kind != DRESS or not kept.strip():
            return self._dropped(pair)
        if pair.start < start:
            mark, place = pair.closing, start - len(kept) + len(kept.rstrip())
        else:
            mark, place = pair.opening, end + len(kept) - len(kept.lstrip())
        self._gone.add(mark.start)
        self._moved.setdefault(place, []).append(mark)
        self._first, self._last = min(self._first, place), max(self._last, place)
        return True

    def _crosses(self) -> bool:
        """Say whether a mark that moves would leave the pair that it stands in."""
        marked = self._marked
        for place in self._moved:
            between = marked.between(place + 1, self._from) if place < self._to else marked.between(self._to, place - 1)
            if any(each.start not in self._gone and not each.said for each in between):
                return True
        return False

    def _whole_pair(self) -> _Pair | None:
        """Return the outermost pair around a cut, unless it goes."""
        pairs = [pair for pair in self._marked.enclosing(self._from, self._to) if pair.opening.start not in self._gone]
        return min(pairs, key=lambda pair: pair.opening.start, default=None)

    def _keep_break(self, marks: Sequence[Mark]) -> None:
        """Break the line beside the new words where a break between the old ones goes, if words in small letters follow there."""
        read, start, end = self._read, self._from, self._to
        gone = [each for each in marks if each.kind == LETTER and "\n" in self._marked.text[each.start : each.end]]
        if not any(start <= self._marked.place(each) < end for each in gone):
            return
        taken = {self._marked.place(each) for each in self._marked.between(start - 1, end + 1) if each.kind == LETTER}
        if self._said.strip() and read[end : end + 1] == " " and end not in taken and read[end + 1 : end + 2].islower():
            self._letters[end] = "\n"
            self._last = max(self._last, end + 1)
        elif start and read[start - 1] == " " and start - 1 not in taken and (self._said or read[end : end + 1]).islower():
            self._letters[start - 1] = "\n"
            self._first = min(self._first, start - 1)

    def _written(self, whole: _Pair | None) -> Changed:
        """Return the stretch as it is written now."""
        marked = self._marked
        first, last = self._first, self._last
        if whole is not None:
            first, last = min(first, whole.start), max(last, whole.end)
        marks = marked.between(first, last)
        start, end = marked.changes.end(first), marked.changes.start(last)
        pieces = self._pieces(marks, first, last)
        head = tail = 0
        if whole is None:
            while head < len(marks) and marks[head].start == start and pieces and pieces[0] is marks[head]:
                start, head = marks[head].end, head + 1
                pieces.pop(0)
            while tail < len(marks) - head and marks[-tail - 1].end == end and pieces and pieces[-1] is marks[-tail - 1]:
                end, tail = marks[-tail - 1].start, tail + 1
                pieces.pop()
        said = "".join(each if isinstance(each, str) else marked.text[each.start : each.end] for each in pieces)
        return Changed(start, end, said)

    def _pieces(self, marks: Sequence[Mark], first: int, last: int) -> list[Mark | str]:
        """Return what stands in a stretch of what is read, letter by letter and mark by mark."""
        places: dict[int, list[Mark]] = {}
        for mark in marks:
            places.setdefault(self._marked.place(mark), []).append(mark)
        pieces: list[Mark | str] = []
        at = first
        while at <= last:
            here = [mark for mark in places.get(at, ()) if not mark.said and mark.start not in self._gone]
            moved = self._moved.get(at, [])
            closing = sorted(mark for mark in moved if mark.start > mark.other)
            opening = sorted(mark for mark in moved if mark.start < mark.other)
            if at == self._from:
                pieces += [*here, *closing, self._said]
            elif not self._from < at < self._to:
                pieces += [*opening, *here, *closing]
            if at < last and not self._from <= at < self._to:
                at = self._letter(places.get(at, ()), at, pieces)
            else:
                at += 1
        return [each for each in pieces if each != ""]

    def _letter(self, marks: Sequence[Mark], at: int, pieces: list[Mark | str]) -> int:
        """Add the letter at a place as it is written, and return the place after it."""
        written = next((mark for mark in marks if mark.said), None)
        if written is not None and at not in self._letters:
            pieces.append(written)
            return at + len(written.said)
        pieces.append(self._letters.get(at, self._read[at]))
        return at + 1


def _without_blanks(read: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch to cut with the blanks that would be left over."""
    before = read[start - 1] if start else "\n"
    while end < len(read) and read[end] == " " and before in " \n":
        end += 1
    if end < len(read) and read[end] in ",.;:!?":
        while start and read[start - 1] == " ":
            start -= 1
    return start, end


def _same_words(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common, but for large and small, up to the end of a word."""
    same = 0
    while same < min(len(one), len(other)) and one[same].lower() == other[same].lower():
        same += 1
    while same and (one[same - 1 : same + 1].isalnum() and same < len(one) or other[same - 1 : same + 1].isalnum() and same < len(other)):
        same -= 1
    return same
