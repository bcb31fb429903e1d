"""What an entry says of a known report, as it was written before: its bytes, and the places in the draft whose words stand between them.

A cached run writes entries by the thousand: put together from rules and draft again, they take three times the time. What is kept
is held against what would be written before it is trusted, so that it gives the very same entry, and holds no word of the draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from typing import Any

from msgspec import Struct, json, msgpack

from advocacy_lint.kept_reports import KnownReport
from advocacy_lint.kept_words import Places, pairs, words_at
from advocacy_lint.outputs.escape import checked

# What stands for the words of a place while an entry is taken apart: signs that no text has a use for.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACE = re.compile(f"{_OPEN}(-?[0-9]+),(-?[0-9]+){_CLOSE}".encode())


class Written(Struct, frozen=True, array_like=True, gc=False):
    """An entry's bytes before, between and after words of the draft, where such stand in it, and which of them each gap holds."""

    fragments: tuple[bytes, ...]
    places: Places
    gaps: tuple[int, ...]


class _Signs:
    """Stands for a draft: says where its words stand instead of them."""

    def __getitem__(self, where: slice) -> str:
        return f"{_OPEN}{where.start},{where.stop}{_CLOSE}"


_encode = json.Encoder().encode
_WRITTEN = msgpack.Decoder(Written)
_SIGNS: Any = _Signs()


def judged(report: KnownReport, write: Callable[[KnownReport], bytes]) -> bytes:
    """Return findings and strengths as they stand in an entry: as they are kept, else as `write` writes them, and kept then."""
    if report.beside is None:
        return write(report)
    found = report.beside.get()
    if found is not None:
        try:
            return _filled(_WRITTEN.decode(found), report.text)
        except (ValueError, LookupError):  # something else than was written
            pass
    written = write(report)
    if not report.beside.has_room(len(written)):
        return written
    apart = _taken_apart(write(report.without_words(_SIGNS)))
    if _filled(apart, report.text) == written:
        report.beside.put(apart, len(written))
    return written


def _taken_apart(written: bytes) -> Written:
    """Return what was written with signs for words."""
    parts = _PLACE.split(written)
    places = list(zip(map(int, parts[1::3]), map(int, parts[2::3]), strict=True))
    number_of = {place: number for number, place in enumerate(dict.fromkeys(places))}
    return Written(tuple(parts[::3]), tuple(chain.from_iterable(number_of)), tuple([number_of[place] for place in places]))


def _filled(kept: Written, text: str) -> bytes:
    """Return what was kept, with the words of the draft. ValueError or LookupError where that does not fit together."""
    words = [_encode(words_at(text, start, end))[1:-1] for start, end in pairs(kept.places)]
    said = b"".join(words)
    if checked(said) is not said:  # most say nothing that a terminal obeys
        words = list(map(checked, words))
    made = [b""] * (2 * len(kept.gaps) + 1)
    made[::2] = kept.fragments
    made[1::2] = [words[gap] for gap in kept.gaps]
    return b"".join(made)
