"""Several posts in one text: by its headings or by its dividing lines, where the configuration or the text itself says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from advocacy_lint.inputs import numbering
from advocacy_lint.model import Span

_HEADING = re.compile(r"^[ ]{0,3}(#{1,6})[ \t]+([^\r\n]*?)[ \t#]*\r?$", re.MULTILINE)
_RULE = re.compile(r"^[ ]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?$", re.MULTILINE)
_NUMBERED = re.compile(r"(?:post|opslag|udkast|draft|dag|day|uge|week|linkedin[- ](?:post|opslag))\s*#?\d+\b.*", re.IGNORECASE)
_MOST = 2_000
_LONGEST_TITLE = 120
_LINE = re.compile(r"[^\r\n]+")


class Section(Struct, frozen=True):
    """One post of a text: where it begins (with its heading), where its words do, where it ends, and what it is called."""

    start: int
    body: int
    end: int
    name: str | None = None


def sections(text: str, start: int, codes: Sequence[Span], how: str) -> list[Section]:
    """Return the posts of a text from `start` on; none where it is one post.

    `how`: ``headings`` or ``rules``; else the text itself may say so, by headings that number its posts or that lines divide.
    """
    if how == "rules":
        return _by_rules(text, start, codes)
    if how == "file" and numbering.may_be(text, start) and (counted := by_numbers(text, start, codes)):
        return counted
    if how == "file" and "#" not in text:
        return []
    found = [match for match in _HEADING.finditer(text, start) if not _in(match.start(), codes)]
    if not found:
        return []
    level = len(found[0][1])
    found = [match for match in found if len(match[1]) <= level][:_MOST]
    if len(found) < 2 or how == "file" and not _says_so(text, found):
        return []
    kept: list[Section] = []
    if text[start : found[0].start()].strip():
        kept.append(Section(start, start, _end(text, start, found[0].start())))
    for match, end in zip(found, [*(each.start() for each in found[1:]), len(text)], strict=True):
        kept.append(Section(match.start(), match.end(), _end(text, match.end(), end), match[2].strip("* ") or None))
    return [each for each in kept if text[each.body : each.end].strip()]


def by_numbers(text: str, start: int, codes: Sequence[Span]) -> list[Section]:
    """Return the posts of a text that numbers them by lines of their own; none where it does not."""
    lines = (match for match in _LINE.finditer(text, start) if len(match[0]) <= _LONGEST_TITLE and not _in(match.start(), codes))
    found = [(match, number) for match in lines if (number := numbering.number_of(match[0])) is not None][:_MOST]
    ends = [*(match.start() for match, _ in found[1:]), len(text)]
    kept = [
        Section(match.start(), match.end(), _end(text, match.end(), end), match[0].strip("*_ \t:–—-") or None)
        for (match, _), end in zip(found, ends, strict=False)
    ]
    if not numbering.are_counted([number for _, number in found], [text[each.body : each.end] for each in kept]):
        return []
    above = text[start : kept[0].start]
    return kept if numbering.is_preface(above) else [Section(start, start, _end(text, start, kept[0].start)), *kept]


def _says_so(text: str, found: Sequence[re.Match[str]]) -> bool:
    if all(_NUMBERED.fullmatch(match[2].strip("* ")) for match in found):
        return True
    return all(_RULE.fullmatch(text[: match.start()].rstrip().rpartition("\n")[2]) for match in found[1:]) and len(found[0][1]) == 1


def _by_rules(text: str, start: int, codes: Sequence[Span]) -> list[Section]:
    rules = [match for match in _RULE.finditer(text, start) if not _in(match.start(), codes)][:_MOST]
    if not rules:
        return []
    starts = [start, *(match.end() for match in rules)]
    ends = [*(match.start() for match in rules), len(text)]
    parts = [Section(begin, begin, end) for begin, end in zip(starts, ends, strict=True) if text[begin:end].strip()]
    return [Section(each.start, each.body, each.end, _title(text, each)) for each in parts]


def _title(text: str, section: Section) -> str | None:
    match = _HEADING.search(text, section.start, section.end)
    return match[2].strip("* ") or None if match and not text[section.start : match.start()].strip() else None


def _end(text: str, start: int, end: int) -> int:
    """Return where a section's words end: a dividing line before the next heading is none of them."""
    before = text[start:end].rstrip()
    last = before.rpartition("\n")[2]
    return start + len(before) - len(last) if _RULE.fullmatch(last) else end


def _in(offset: int, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, offset, key=_start_of)
    return index > 0 and offset < spans[index - 1].end


def _start_of(span: Span) -> int:
    return span.start
