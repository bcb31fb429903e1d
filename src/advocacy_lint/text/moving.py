"""A sentence moved to the front of its text, as two changes of the text: it goes where it stands, and comes where the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advocacy_lint.model import Fix, Span
from advocacy_lint.text.emphasis import pairs

# Lines that begin so are headings, lists, quotations, tables or code: nothing is moved out of them.
_BLOCK = re.compile(r"[ \t]*(?:[#>|]|[-*+•–—→][ \t]|\d{1,3}[.)][ \t]|<|:::|```|~~~)|\t|[ ]{4}")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*\r?(?:\n|\Z)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]")
# Links and addresses have signs that are no marks.
_ADDRESS = re.compile(r"\]\([^()\s]*\)|\S*(?:://|www\.|@)\S*|(?<=[^\W_])_+(?=[^\W_])|[#@]\w+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_ENDS = re.compile(r"[.!?…][\"”»’)*_]*\Z")
_BLANKS = " \t"


def moved(text: str, start: int, stop: int, lead: Span, before: Sequence[Span], gap: str) -> tuple[Fix, Fix] | None:
    """Return how a sentence goes to the front of the post start..stop; None where it cannot go without harm.

    `before` are the statements that stand before it, `gap` what parts it from them then. First comes what goes, then what comes.
    """
    lead = _with_marks(text, start, lead)
    words = text[lead.start : lead.end]
    if not before or not _is_whole(words) or gap == " " and not _ENDS.search(words):
        return None
    # What stands against it, or begins a block, would be torn apart.
    around = text[lead.start - 1] if lead.start > start else " ", text[lead.end] if lead.end < stop else " "
    if not all(map(str.isspace, around)) or _BLOCK.match(words) or text[start : lead.start].rstrip(_BLANKS).endswith(">"):
        return None
    if text[lead.end : stop].lstrip(_BLANKS).startswith("<"):
        return None
    first = next((span.start for span in before if not _is_heading(text, span.start, stop)), lead.start)
    line, end = _line(text, lead.start, start, stop)[0], _line(text, lead.end, start, stop)[1]
    if first >= lead.start or any(_BLOCK.match(text, at) for at in _paragraph(text, start, line)):
        return None
    head = _line(text, first, start, stop)[0]
    if text[head:first].strip() or _BLOCK.match(text, head) or _UNDERLINE.match(text, end + 1):
        return None
    gone = _gone(text, lead, line, end, start, stop)
    if not text[line : gone.start].strip() and _BLOCK.match(text, gone.end) and text[lead.end : end].strip():
        return None
    kept = text[first : gone.start] + text[gone.end : stop]
    if not _is_whole(kept) and _is_whole(text[first:stop]):
        return None
    newline = "\r\n" if "\r\n" in text[start:stop] else "\n"
    return Fix(gone.start, gone.end, "", False), Fix(first, first, words + gap.replace("\n", newline), False)


def _with_marks(text: str, start: int, lead: Span) -> Span:
    """Return a sentence with the stars before it that are the pair of those at its end."""
    first = len(text[start : lead.start].rstrip("*_")) + start
    return Span(first, lead.end) if first < lead.start and _is_whole(text[first : lead.end]) else lead


def in_one(text: str, move: Sequence[Fix]) -> Fix:
    """Return a move as one change, from where the words come to where they go."""
    gone, come = move
    return Fix(come.start, gone.end, come.text + text[come.end : gone.start], False)


def _paragraph(text: str, start: int, line: int) -> list[int]:
    """Return where the lines of a paragraph begin, from one of them back."""
    starts = [line]
    while starts[-1] > start:
        before = max(start, text.rfind("\n", start, starts[-1] - 1) + 1)
        if not text[before : starts[-1]].strip():
            break
        starts.append(before)
    return starts


def _line(text: str, offset: int, start: int, stop: int) -> Span:
    """Return the line of an offset, without its end."""
    end = text.find("\n", offset, stop)
    end = stop if end < 0 else end
    return Span(max(start, text.rfind("\n", start, offset) + 1), end - (end > offset and text[end - 1] == "\r"))


def _is_heading(text: str, offset: int, stop: int) -> bool:
    line = _line(text, offset, 0, stop)
    following = text.find("\n", line.end, stop)
    return _HEADING.match(text, line.start) is not None or following >= 0 and _UNDERLINE.match(text, following + 1, stop) is not None


def _gone(text: str, lead: Span, line: int, end: int, start: int, stop: int) -> Span:
    """Return what goes where a sentence stands: with the blanks, the line or the paragraph that it would leave empty."""
    alone_before, alone_after = not text[line : lead.start].strip(), not text[lead.end : end].strip()
    if not alone_after:
        after = lead.end
        while after < end and text[after] in _BLANKS:
            after += 1
        return Span(lead.start, after)
    before = len(text[start : lead.start].rstrip()) + start
    if not alone_before:
        return Span(before, lead.end)
    following = len(text) - len(text[lead.end :].lstrip()) if text[lead.end : stop].strip() else stop
    breaks_before, breaks_after = text.count("\n", before, lead.start), text.count("\n", lead.end, following)
    if following >= stop or breaks_before == 1 and breaks_after > 1:
        return Span(before, lead.end)
    return Span(line, following)


def _is_whole(words: str) -> bool:
    """Say whether marks, brackets and tags in some words are all in pairs, and no code, template or remark is among them."""
    if "`" in words or "{{" in words or "{%" in words or "<!--" in words or "%%" in words:
        return False
    if words.count("[") != words.count("]"):
        return False
    open_: list[str] = []
    for found in _TAG.finditer(words):
        if not found[1]:
            open_.append(found[2].lower())
        elif not open_ or open_.pop() != found[2].lower():
            return False
    plain = _ADDRESS.sub("", words)
    paired = sum(2 * (two - one) for one, two, _, _ in pairs(plain, 0, len(plain), lambda start, end: False))
    return not open_ and plain.count("*") + plain.count("_") == paired
