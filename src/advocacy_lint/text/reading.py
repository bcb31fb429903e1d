"""A post as it is read: however it was typed, the same letters are judged, and what is found stands where the author typed it.

Line endings, blanks, composed letters, invisible letters and look-alikes are made one; what a reader of a format knows (an entity is a
letter, an inline tag is nothing) comes before. Most posts are read as they are written: a look tells, and nothing is copied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.model import Edit, Finding, Fix, Post, PostReport, Rewrite, Span, Strength
from advocacy_lint.text.changes import Changes
from advocacy_lint.text.lines import line_column, line_starts

# Only what is written otherwise than it is read needs these.
if TYPE_CHECKING:
    from advocacy_lint.text.markup import Changed
    from advocacy_lint.text.tagging import Tagged

_BLANKS = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\x1c-\x1f"
_BREAKS = "\r\v\f\x85\u2028\u2029"
_HIDDEN = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20df\ufe20-\ufe2f"
# Letters that are taken for others wherever they stand.
_LETTERS = {
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **{chr(0xFF01 + each): chr(0x21 + each) for each in range(94)},
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2010": "-", "\u2011": "-", "ɑ": "a", "ɡ": "g",
}  # fmt: skip
# Letters of other alphabets that look like ours: taken for them in a word that has ours too.
_ALIKE = dict(
    zip(
        "аеорсухіјѕԁһӏԛԝвкмтАВЕКМНОРСТУХІЈЅԌԚԜαοενιρτυχκΑΒΕΖΗΙΚΜΝΟΡΤΥΧօՕ",
        "aeopcyxijsdhlqwbkmtABEKMHOPCTYXIJSGQWaoeviptuxkABEZHIKMNOPTYXoO",
        strict=True,
    )
)
_SINGLE = "".join(map(re.escape, _LETTERS))
_FOREIGN = "".join(_ALIKE)
# What may be read otherwise. The first tells texts that have nothing of it, in one look; the second finds it.
_OTHER = f"[{_BLANKS}{_BREAKS}{_HIDDEN}{_MARKS}{_SINGLE}{_FOREIGN}]"
_ASCII = ("\r", "\t", "  ", " \n", "\n ", "\n\n\n", "\v", "\f")
# Compiled for the first text that needs them.
_PIECE = (
    f"(?P<white>[ \n{_BLANKS}{_BREAKS}{_HIDDEN}]{{2,}}|[{_BLANKS}{_BREAKS}{_HIDDEN}])|(?P<marks>[{_MARKS}{_HIDDEN}]+)"
    f"|(?P<single>[{_SINGLE}]+)|(?P<foreign>[{_FOREIGN}]+)"
)
_BREAK = f"\r[ \t]*\n|[\n{_BREAKS}]"
_VISIBLE = f"[^{_HIDDEN}]"
_JOINING = "\ufe0f?\u200d|\ufe0f"
_PICTURE = "[\u00a9\u00ae\u203c-\u2bff\u3030\u303d\U0001f000-\U0001faff#*0-9]"
_NEIGHBOURS = 40
_HARD_BREAK = r"[ ]{2}\r?\n(?=[^\s])"


class Heard(Struct, frozen=True):
    """A post as it is read, and how to get back to where its author wrote it."""

    post: Post
    written: Post
    changes: tuple[Changes, ...]
    _tagged: Tagged | None = None  # where something is read otherwise

    def report(self, report: PostReport) -> PostReport:
        """Return the report of the post as it is read, with every place where the author wrote it."""
        moved = {
            name: self._moved(value) for name in report.__struct_fields__ if isinstance(value := getattr(report, name), tuple | Struct)
        }
        if report.lead and self._tagged is not None:
            moved["lead_read"] = report.lead_words
        return replace(report, **{**moved, "text": self.written.text, "start": self.written.start, "end": self.written.end})

    def _start(self, offset: int) -> int:
        for changes in reversed(self.changes):
            offset = changes.start(offset)
        return offset

    def _end(self, offset: int) -> int:
        for changes in reversed(self.changes):
            offset = changes.end(offset)
        return offset

    def _span(self, start: int, end: int) -> tuple[int, int]:
        first = self._start(start)
        return first, max(first, self._end(end)) if end > start else first

    def _moved(self, value: object) -> object:
        """Return a value of a report with all places in it moved."""
        if isinstance(value, Span):
            return Span(*self._span(*value))
        if isinstance(value, Fix):
            return self._fix(value)
        if isinstance(value, Struct):
            return self._struct(value)
        if type(value) is tuple:
            return tuple([moved for each in value if (moved := self._moved(each)) is not None])
        return value

    def _fix(self, fix: Fix) -> Fix | None:
        found = self._carried(fix.start, fix.end, fix.text)
        return replace(fix, start=found.start, end=found.end, text=found.text) if found else None

    def _rewrite(self, rewrite: Rewrite) -> Rewrite | None:
        found = self._carried(rewrite.start, rewrite.end, rewrite.after)
        if found is None:
            return None
        before = rewrite.before if self._tagged is None else " ".join(self.written.text[found.start : found.end].split())
        return replace(rewrite, start=found.start, end=found.end, after=found.text, before=before)

    def _carried(self, start: int, end: int, text: str) -> Changed | None:
        """Return a replacement where the author wrote it, with the mark-up that stands there; None where that would come to harm."""
        if self._tagged is None:
            from advocacy_lint.text.markup import Changed

            found: Changed | None = Changed(*self._span(start, end), text)
            if found is not None and self._is_kept(found):  # code is told by its blanks, which are not read
                return None
        else:
            for changes in reversed(self.changes[1:]):
                start, end = changes.start(start), max(changes.start(start), changes.end(end))
            found = self._tagged.carried(start, end, text)
        if found is None or not text:
            return found
        written = self.written.text[found.start : found.end]
        # Two blanks before the end of a line break it for readers, too.
        breaks = written.count("\n")
        return None if breaks and (breaks == 1 or breaks > text.count("\n")) and re.search(_HARD_BREAK, written) else found

    def _is_kept(self, change: Changed) -> bool:
        from advocacy_lint.text.protected import protected

        return protected(self.written.text, self.written.start, self.written.stop).meets(change.start, change.end)

    def _struct(self, value: Struct) -> Struct:
        moved: dict[str, object] = {}
        for name in value.__struct_fields__:
            each = getattr(value, name)
            if isinstance(each, Rewrite):
                moved[name] = self._rewrite(each)
            elif isinstance(each, tuple | Struct):
                moved[name] = self._moved(each)
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            start, end = moved["start"], moved["end"] = self._span(start, end)
            if isinstance(value, Finding | Strength):
                starts = line_starts(self.written.text)
                line, moved["column"] = line_column(starts, start)
                moved["line"] = line
                if isinstance(value, Finding):
                    if value.fixes:
                        fixes = [carried for fix in value.fixes if (carried := self._fix(fix)) is not None]
                        moved["replace"] = tuple(dict.fromkeys(fix.text for fix in fixes if fix.start == start))
                    moved["end_line"], moved["end_column"] = line_column(starts, end)
                    moved["file_line"] = self.written.file_line(line)
        return replace(value, **moved) if moved else value


def heard(post: Post) -> Heard | None:
    """Return a post as it is read; None where that is as it is written."""
    changes: list[Changes] = []
    text = post.text
    is_part = post.start > 0 or post.stop < len(text)
    tagged = None
    if post.edits or is_part:
        around = ([Edit(0, post.start)], [Edit(post.stop, len(text))]) if is_part else ([], [])  # a page of many posts is not read for each
        changes.append(Changes(text, [*around[0], *post.edits, *around[1]]))
        if post.edits:
            from advocacy_lint.text.tagging import Tagged

            tagged = Tagged(post, (*around[0], *around[1]))
        text = changes[-1].text
    if _may_differ(text):
        changed = Changes(text, _edits(text))
        if changed.text != text:
            changes.append(changed)
            text = changed.text
    if not changes:
        return None

    def at(offset: int) -> int:
        for each in changes:
            offset = each.read(offset)
        return offset

    read = replace(
        post,
        text=text,
        start=at(post.start),
        end=at(post.stop),
        muted=_moved(_without(post.muted, post.edits), at),
        places=tuple((at(offset), name) for offset, name in post.places),
        suppressions=tuple(
            replace(each, comment=Span(at(each.comment.start), at(each.comment.end)), start=at(each.start), end=at(each.end))
            for each in post.suppressions
        ),
        edits=(),
        seams=_moved(post.seams, at),
    )
    return Heard(read, post, tuple(changes), tagged)


def canonical(text: str) -> str:
    """Return a text as it is read."""
    return Changes(text, _edits(text)).text if _may_differ(text) else text


def _without(spans: Sequence[Span], edits: Sequence[Edit]) -> Iterator[Span]:
    """Yield what is muted and not read otherwise; both are sorted and disjoint."""
    left = iter(edits)
    edit = next(left, None)
    for start, end in spans:
        while edit is not None and edit.end <= start:
            edit = next(left, None)
        while edit is not None and edit.start < end:
            if edit.start > start:
                yield Span(start, edit.start)
            start = max(start, edit.end)
            if edit.end > end:
                break
            edit = next(left, None)
        if start < end:
            yield Span(start, end)


def _moved(spans: Iterable[Span], at: Callable[[int], int]) -> tuple[Span, ...]:
    moved = (Span(at(start), at(end)) for start, end in spans)
    return tuple([span for span in moved if span.end > span.start])


def _may_differ(text: str) -> bool:
    if any(each in text for each in _ASCII):
        return True
    return not text.isascii() and re.search(_OTHER, text) is not None


def _edits(text: str) -> Iterator[Edit]:
    """Yield what is read otherwise of a text."""
    for match in re.compile(_PIECE).finditer(text):
        start, end = match.span()
        if match["white"]:
            start, said = _white(text, start, end)
        elif match["marks"]:
            start, said = _composed(text, start, end)
        elif match["single"]:
            said = "".join([_LETTERS[each] for each in match[0]])
        elif _is_ours(text, start, end):
            said = "".join([_ALIKE[each] for each in match[0]])
        else:
            continue
        if said != text[start:end]:
            yield Edit(start, end, said)


def _white(text: str, start: int, end: int) -> tuple[int, str]:
    """Return what white space and invisible letters are read as, and from where; what joins the parts of an emoji stays."""
    joining = re.compile(_JOINING).match(text, start, end) if start and re.compile(_PICTURE).match(text, start - 1) else None
    if joining is not None and (joining[0] == "\ufe0f" or joining.end() == end < len(text) and re.compile(_PICTURE).match(text, end)):
        start = joining.end()
        if start == end:
            return start, ""
    breaks = len(re.compile(_BREAK).findall(text, start, end))
    if breaks:
        return start, "\n" if breaks == 1 else "\n\n"
    return start, " " if re.compile(_VISIBLE).search(text, start, end) else ""


def _composed(text: str, start: int, end: int) -> tuple[int, str]:
    """Return what a letter and the marks after it are read as, and where the letter stands."""
    if not start or not text[start - 1].isalpha():
        return start, text[start:end]
    marks = "".join(re.compile(_VISIBLE).findall(text, start, end))
    whole = unicodedata.normalize("NFC", text[start - 1] + marks)
    letter = whole[0]
    return start - 1, letter if letter < "\u0250" else whole


def _is_ours(text: str, start: int, end: int) -> bool:
    """Say whether a few foreign letters stand in a word of ours."""
    first, last = start, end
    floor, roof = max(0, start - _NEIGHBOURS), min(len(text), end + _NEIGHBOURS)
    while first > floor and text[first - 1].isalpha():
        first -= 1
    while last < roof and text[last].isalpha():
        last += 1
    word = text[first:last]
    return any(each < "\u0250" for each in word) and all(each < "\u0250" or each in _ALIKE or each in _LETTERS for each in word)
