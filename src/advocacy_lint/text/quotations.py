"""Where somebody else than the author speaks: marks of any kind in pairs, quoted lines, and speech that a dash opens.

A mark without a partner, and one that means inches or minutes, is no quotation; how long one is does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocacy_lint.model import Span

_SAID = (
    "siger|sagde|fortæller|fortalte|udtaler|udtalte|forklarer|forklarede|lyder|lød|spørger|spurgte|svarer|svarede|tilføjer|tilføjede|"
    "fortsætter|fortsatte|understreger|understregede|mener|mente|råber|råbte|griner|grinede|konstaterer|konstaterede|bemærker|bemærkede|"
    "supplerer|supplerede|says|said|asks|asked|adds|added|explains|explained|replies|replied|answers|answered"
)
# What may begin a quotation at all: most texts have nothing of it.
_ANY = re.compile("[“”„«»‹›‚\"″'‘>–—-]")
# Expressions that begin with a set of signs go from one of these to the next; others look at every letter, ten times as long.
_MARKS = re.compile(r"""[“”„«»‹›‚‘’"″\n](?:(?<!\n)|\n)""")
_KINDS = {"“": "“", "”": "“", "„": "“", "«": "«", "»": "«", "‹": "‹", "›": "‹", "‚": "‚", "‘": "‚", "’": "‚", '"': '"', "″": "″"}
_CLOSERS = {"“": "”“", "”": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘’", '"': '"', "″": "″"}
_BOTH = frozenset('“”"″')  # the same mark may open and close
# A mark before which no word ends; its last letter may carry accents as characters of their own, or something that has no width.
_OPENS_SINGLE = r"['‘](?<![\w\u0300-\u036f].)(?<!\w[\u00ad\u2060\u200b\ufeff].)"
# Half as wide as a pair of its own: an apostrophe is no mark where a letter stands on both sides, or before it an “s”.
_SINGLE = rf"{_OPENS_SINGLE}(?=\w)(?!\d{{2}}'?(?:s|erne|er)\b)[^'‘\n]{{2,160}}?(?<=[^\s('‘])['’](?!\w)"
_LONG_SINGLE = r"['‘](?:(?<=: .)|(?<=:.)|(?<=\n.)|(?<=\A.))(?=\w)(?:[^'‘’\n]|['’](?=\w)){161,}?(?<=[.!?,…])['’](?!\w)"
_LINE = re.compile(r"^(?:[-*+][ ])?>[^\n]*", re.MULTILINE)
_DASH = rf"^[–—-][ ]?(?=\S)[^\n–—]{{3,}}?(?=(?:[,?!…]|[,?!…][”\"»«])[ ](?:{_SAID})\b|,?[ ](?:siger|fortæller|udtaler|forklarer|lyder)[ ])"
_DASH_LINE = re.compile(r"[–—-](?:(?<=^.))[^\n]*", re.MULTILINE)


def find_quotes(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of quotations, sorted and disjoint; one inside another is part of it."""
    if _ANY.search(text, start, end) is None:
        return []
    found = [*_pairs(text, start, end), *_singles(text, start, end), *_lines(text, start, end)]
    found.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield quoted lines, and what a dash at the beginning of a line opens, up to who said it."""
    for match in _LINE.finditer(text, start, end) if ">" in text else ():
        yield Span(*match.span())
    for line in _DASH_LINE.finditer(text, start, end):
        if (opened := re.compile(_DASH, re.MULTILINE).match(text, line.start(), line.end())) is not None:
            yield Span(*opened.span())


def _singles(text: str, start: int, end: int) -> Iterator[Span]:
    if "'" in text or "‘" in text:
        for pattern in (_SINGLE, _LONG_SINGLE):
            for match in re.compile(pattern).finditer(text, start, end):  # Python keeps them
                if text[match.start()] != "‘" or match[0][-1] == "’":
                    yield Span(*match.span())


class _Open:
    """A mark that waits for its partner."""

    __slots__ = ("at", "breaks", "leads", "mark")

    def __init__(self, mark: str, at: int, leads: bool) -> None:
        self.mark, self.at, self.leads, self.breaks = mark, at, leads, 0


def _pairs(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between two marks that belong together; each kind is paired by itself, in one walk."""
    events = [(match.start(), match[0]) for match in _MARKS.finditer(text, start, end)]
    waiting: dict[str, _Open] = {}
    for number, (at, mark) in enumerate(events):
        if mark == "\n\n":
            for each in [*waiting.values()]:
                each.breaks += 1
                if not _goes_on(each, text, at + 2):
                    del waiting[_KINDS[each.mark]]
            continue
        kind = _KINDS[mark]
        opened = waiting.get(kind)
        if opened is not None and mark in _CLOSERS[opened.mark] and _closes(text, opened, at, end, events, number):
            yield Span(opened.at, at + 1)
            del waiting[kind]
        elif mark in _CLOSERS and _opens(text, at, start, end, mark):
            if opened is not None and opened.breaks and at and text[at - 1] == "\n":
                continue  # each paragraph of a long quotation opens it again
            before = text[max(start, at - 2) : at]
            waiting[kind] = _Open(mark, at, not before.strip() or before.endswith((":", ": ")))


def _goes_on(opened: _Open, text: str, paragraph: int) -> bool:
    """Say whether a quotation may go on in the next paragraph: it begins one itself, or its marks cannot be taken for others."""
    if text.startswith(opened.mark, paragraph):
        return True
    if opened.mark in "‹›":
        return opened.breaks <= 30
    return opened.breaks <= 3 and (opened.leads or opened.mark in "«»„")


def _opens(text: str, at: int, start: int, end: int, mark: str) -> bool:
    """Say whether a mark may open a quotation by what stands around it."""
    before, after = text[at - 1] if at > start else "\n", text[at + 1] if at + 1 < end else "\n"
    if mark in "«»‹›":
        return not before.isalnum() and after != "\n"
    return not before.isalnum() and before not in ".,!?…" and not after.isspace()


def _closes(text: str, opened: _Open, at: int, end: int, events: list[tuple[int, str]], number: int) -> bool:
    """Say whether a mark may close a quotation; after a figure it may mean inches, and then another closes it."""
    mark, before, after = text[at], text[at - 1], text[at + 1] if at + 1 < end else "\n"
    if mark not in _BOTH:
        return True
    if after.isalnum() or before.isspace() and not after.isspace():
        return False
    if mark in '"″' and before.isdigit():
        if opened.breaks:
            return False
        if number + 1 == len(events):
            return True
        following, other = events[number + 1]
        if other == mark and not text[following - 1].isspace() and not text[following + 1 : following + 2].isalnum():
            return False
    return True
