"""Signs: rows of emoji and exclamation marks, emoji for bullets, arrows to nowhere, capitals, hashtags that nobody follows."""

from __future__ import annotations

import re
from functools import cache

from advocacy_lint.advice.rewrites.draft import CUT, REPLACE, Draft, Edit
from advocacy_lint.checks.hashtags import RUN_TOGETHER
from advocacy_lint.model import Place, Span
from advocacy_lint.text.words import EMOJI

_ONE = rf"(?:[\U0001f1e6-\U0001f1ff]{{2}}|{EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d{EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
_SIGN = rf"[!?\ufe0f\u200d]|{EMOJI}"
_BLANKS = " \t"
_ROW = rf"(?P<first>{_ONE})(?P<more>(?:[ ]?{_ONE})+)"
_MARKS = r"(?:[!?] ?){3,}(?<=[!?])"
# Ticks and arrows are bullets already.
_BULLET = rf"^[ \t]*(?P<sign>(?![✓✔➡➔→▶▪◾•☑])(?:{_ONE}))[ \t]*(?=[\w=])"
# What stands after a sign that readers are to vote with.
_VOTE = re.compile(r"(?:for|til|hvis|if|=)[ ]", re.IGNORECASE)
_ARROW = r"[ ]*[👇⬇][\ufe0f]?[ ]*$"
_CAPITALS = re.compile(r"(?<![^\W])[A-ZÆØÅ]{2,}(?:[ ,]+[A-ZÆØÅ]+)+(?![^\W])")
_ROW_OF_TAGS = re.compile(r"(?:^|(?<=\s))(?:#\w+\s*)+\Z")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when the first place with a sign asks for it."""
    return re.compile(pattern, re.MULTILINE)


def sign(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return the change to a row of signs at a place."""
    text = draft.text
    matched = text[place.start : place.end]
    # Most places are words: one look tells.
    if matched and (matched.isalpha() or not _compiled(_SIGN).search(matched)) and matched[0] not in _BLANKS and matched[-1] not in _BLANKS:
        return None
    line_start = text.rfind("\n", 0, place.start) + 1
    line_end = text.find("\n", place.start)
    line_end = draft.analysis.end if line_end < 0 else min(line_end, draft.analysis.end)
    if line_end - line_start > 2000 or "!" not in text[line_start:line_end] and text[line_start:line_end].isascii():
        return None
    for pattern, make in ((_BULLET, _bullet), (_ROW, _row), (_MARKS, _marks), (_ARROW, _arrow)):
        for found in _compiled(pattern).finditer(text, line_start, line_end):
            if found.start() < max(place.end, place.start + 1) and place.start < found.end() and (edit := make(found, matched, draft)):
                return edit
    return None


def _row(found: re.Match[str], matched: str, draft: Draft) -> Edit | None:
    signs = re.findall(_ONE, found[0])
    return Edit(CUT, found.start("more"), found.end("more"), "", True) if len(signs) > 2 or signs[0] == signs[1] else None


def _marks(found: re.Match[str], matched: str, draft: Draft) -> Edit | None:
    return Edit(REPLACE, found.start(), found.end(), "?" if "?" in found[0] else "!", True)


def _bullet(found: re.Match[str], matched: str, draft: Draft) -> Edit | None:
    """Return a list with “- ” for its emoji, where three lines in a row begin with one."""
    text = draft.text
    start = end = found.start("sign")
    bullets = [found]
    for back in (True, False):
        at = found.start()
        while (following := _line(text, at, back)) is not None and (line := _compiled(_BULLET).match(text, following)) is not None:
            bullets.append(line)
            at = following
            if len(bullets) > 40:
                return None
    if len(bullets) < 3 or any(_VOTE.match(text, each.end()) for each in bullets):
        return None
    start, end = min(each.start("sign") for each in bullets), max(each.end() for each in bullets)
    parts, position = [], start
    for each in sorted(bullets, key=lambda one: one.start()):
        parts += [text[position : each.start("sign")], "- "]
        position = each.end()
    return Edit(REPLACE, start, end, "".join(parts), True)


def _line(text: str, offset: int, back: bool) -> int | None:
    """Return where the next line with something on it begins, or the one before; at most one empty line lies between."""
    for _ in range(2):
        if back:
            end = text.rfind("\n", 0, offset)
            if end < 0:
                return None
            offset = text.rfind("\n", 0, end) + 1
            line = text[offset:end]
        else:
            end = text.find("\n", offset)
            if end < 0:
                return None
            offset = end + 1
            stop = text.find("\n", offset)
            line = text[offset : stop if stop >= 0 else len(text)]
        if line.strip():
            return offset
    return None


def _arrow(found: re.Match[str], matched: str, draft: Draft) -> Edit | None:
    """Return the cut of an arrow that points at nothing: it is the last there is."""
    return None if draft.text[found.end() : draft.analysis.end].strip() else Edit(CUT, found.start(), found.end(), "", True)


def capitals(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return shouted words in normal case: three or more; short words that may be abbreviations keep theirs elsewhere."""
    names = draft.analysis.language.first_names
    for found in _CAPITALS.finditer(draft.text, sentence.start, sentence.end):
        words = found[0].split()
        if len(words) < 3 or found.start() >= place.end or place.start >= found.end():
            continue
        text = " ".join(word.capitalize() if word.lower().strip(",") in names else "I" if word == "I" else word.lower() for word in words)
        if draft.starts_sentence(found.start()):
            text = text[0].upper() + text[1:]
        return Edit(REPLACE, found.start(), found.end(), text, False)
    return None


def told_apart(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return a hashtag with a capital for each of its words, where what is wrong with it is that they run together."""
    apart = place.pattern.removeprefix(RUN_TOGETHER)
    return Edit(REPLACE, place.start, place.end, apart, True) if apart != place.pattern else None


def hashtag(place: Place, sentence: Span, draft: Draft) -> Edit | None:
    """Return the cut of a hashtag in the row that ends the post."""
    text = draft.text
    if text[place.start : place.start + 1] != "#" or place.pattern.startswith(RUN_TOGETHER):
        return None
    body = text[: draft.analysis.end].rstrip()
    row = _ROW_OF_TAGS.search(body[max(0, len(body) - 1000) :])
    offset = max(0, len(body) - 1000)
    if row is None or place.start < row.start() + offset:
        return None
    start, end = place.start, place.end
    while start > 0 and text[start - 1] == " ":
        start -= 1
    if start == 0 or text[start - 1] == "\n":  # the first of its line: the next takes its place
        start = place.start
        while end < len(text) and text[end] == " ":
            end += 1
    return Edit(CUT, start, end, "", True)
