"""A draft without its mark-up: words are looked for in it as readers see them, and what is found takes the marks of the draft along."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from advocacy_lint.advice.rewrites.draft import Draft, Edit
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.model import Place, Span
from advocacy_lint.text import Analysis, analyse
from advocacy_lint.text.emphasis import pairs
from advocacy_lint.text.markup import DRESS, HELD, LETTER, Changed, Mark, Marked
from advocacy_lint.text.spans import Cover

_SKIPPED = frozenset(("muted", "url", "hashtag", "mention"))
_LONGEST_LINK = 500
# Marks around a sentence begin so near to it.
_BESIDE = 3
# A longer paragraph is not looked at again.
_LONGEST = 4000


class Bare:
    """A draft without bold, italics, links' targets and the breaks of lines inside sentences."""

    __slots__ = ("_analysis", "_marked", "draft")

    def __init__(self, draft: Draft, marks: Sequence[Mark]) -> None:
        self._analysis = draft.analysis
        self._marked = Marked(draft.text, marks)
        self.draft = Draft(*_read(draft.analysis, self._marked), draft.forms)

    def place(self, place: Place) -> Place:
        """Return a place of the draft where it is here."""
        changes = self._marked.changes
        return place._replace(start=changes.read(place.start), end=changes.read(place.end))

    def carried(self, edit: Edit) -> Edit | None:
        """Return an edit of what is read here as one of the draft; None where the marks would not be what they are."""
        if "*" in self.draft.text[edit.start : edit.end]:  # a mark without its other
            return None
        found = self._marked.carried(edit.start, edit.end, edit.text)
        if found is None or not self._holds(found, edit):
            return None
        return edit._replace(start=found.start, end=found.end, text=found.text)

    def _holds(self, found: Changed, edit: Edit) -> bool:
        """Say whether a change leaves marks that are read as they should be, in the paragraphs where it stands."""
        text = self._marked.text
        if not _SIGNS.intersection(text[found.start : found.end] + found.text):
            return True
        first = text.rfind("\n\n", self._analysis.start, found.start) + 1
        last = text.find("\n\n", found.end, self._analysis.end)
        last = self._analysis.end if last < 0 else last
        if last - first > _LONGEST:
            return False
        after = text[first : found.start] + found.text + text[found.end : last]
        return _marks_of(after) <= _marks_of(text[first:last])


_SIGNS = frozenset("*_[]")
_WORD = re.compile(r"[*_\[]*[^\W\d_]")


def _marks_of(text: str) -> int:
    """Return how many stars and underscores of a text are no pair's."""
    paired = sum(2 * (end - start) for start, end, _, _ in pairs(text, 0, len(text), lambda start, end: False))
    return text.count("*") + text.count("_") - paired


def bare(draft: Draft, place: Place) -> Bare | None:
    """Return a draft without its mark-up, made once; None where none stands near a place."""
    if draft.marks is None:
        draft.marks = Cover((mark.start, mark.end) for mark in _marks(draft))
    sentences = draft.analysis.sentences
    at = draft.analysis.sentence_at(place.start)
    # A sentence may be rewritten together with the one that follows.
    first = sentences[at].start if at >= 0 else place.start
    last = sentences[min(at + 1, len(sentences) - 1)].end if sentences else place.end
    if not draft.marks.meets(first - _BESIDE, max(place.end, last) + _BESIDE):
        return None
    if draft.bare is None:
        draft.bare = Bare(draft, _marks(draft))
    return draft.bare


def _marks(draft: Draft) -> list[Mark]:
    return [*_links(draft), *_emphasis(draft), *_breaks(draft)]


def _read(analysis: Analysis, marked: Marked) -> tuple[Analysis, dict[int, list[tuple[str, int]]]]:
    read = marked.changes.read
    muted = [
        Span(read(start), read(start + token[4]))
        for token, start in zip(analysis.tokens, analysis.starts, strict=True)
        if token[0] == "muted"
    ]
    start = analysis.sentences[0].start if analysis.sentences else analysis.start
    names = analysis.extra_names
    again = analyse(
        marked.changes.text, analysis.language, read(start), read(analysis.end), [span for span in muted if span.end > span.start], names
    )
    return again, find_classes(again.speech.tokens, analysis.language, names)


def _links(draft: Draft) -> Iterator[Mark]:
    """Yield the marks of links: the bracket before their words, and all that stands behind them."""
    for seam in draft.seams:
        opening = _opening(draft.text, seam.start)
        if opening >= 0:
            yield Mark(opening, opening + 1, "", HELD, seam.start)
            yield Mark(seam.start, seam.end, "", HELD, opening)


def _opening(text: str, closing: int) -> int:
    """Return where the bracket stands that one closes; -1 where none does."""
    depth = 0
    for at in range(closing - 1, max(-1, closing - _LONGEST_LINK), -1):
        if text[at] == "]":
            depth += 1
        elif text[at] == "[":
            if not depth:
                return at
            depth -= 1
        elif text[at] == "\n" and text[at - 1] == "\n":
            break
    return -1


def _emphasis(draft: Draft) -> Iterator[Mark]:
    """Yield the marks of bold and italics."""
    text, analysis, seams = draft.text, draft.analysis, draft.seams
    if "*" not in text and "_" not in text:
        return
    cover, targets = analysis.cover(_SKIPPED), Cover(seams)
    first = analysis.sentences[0].start if analysis.sentences else analysis.start
    closings = [seam.start for seam in seams]
    openings = [_opening(text, closing) for closing in closings]

    def skipped(start: int, end: int) -> bool:
        return cover.meets(start, end) or targets.meets(start, end)

    def link(offset: int) -> int:
        at = bisect_left(closings, offset)
        return at if at < len(closings) and 0 <= openings[at] < offset else -1

    for one, two, three, four in pairs(text, first, analysis.end, skipped):
        if link(one) == link(three):  # a link holds its pairs, or is held by them
            yield Mark(one, two, "", DRESS, three)
            yield Mark(three, four, "", DRESS, one)


def _breaks(draft: Draft) -> Iterator[Mark]:
    """Yield the breaks of lines inside sentences, which are read as blanks."""
    text = draft.text
    if "\n" not in text:
        return
    for sentence in draft.analysis.sentences:
        at = text.find("\n", sentence.start, sentence.end)
        while at >= 0:
            if _WORD.match(text, at + 1):
                yield Mark(at, at + 1, " ", LETTER)
            at = text.find("\n", at + 1, sentence.end)
