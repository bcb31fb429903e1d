"""New words as a reader sees them: in their sentence, cut short around them."""

from __future__ import annotations

from advocacy_lint.advice.fixes import apply
from advocacy_lint.advice.rewrites.draft import Draft, Edit
from advocacy_lint.model import Fix

# How much of the sentence stands before and after the new words, in characters; and how much of all.
_BEFORE, _AFTER, _ALL = 24, 32, 110


def shown(edit: Edit, draft: Draft) -> str:
    """Return the new words in their sentence; nothing where the whole sentence goes."""
    sentence = draft.sentence(edit.start)
    start, stop = (min(sentence.start, edit.start), max(sentence.end, edit.end)) if sentence else (edit.start, edit.end)
    if (start, draft.text[edit.end : stop].strip()) == (edit.start, "") and not edit.text:
        return ""
    whole = apply(draft.text[start:stop], [Fix(edit.start - start, edit.end - start, edit.text)])
    at = edit.start - start
    first = _word_start(whole, at - _BEFORE) if at > _BEFORE else 0
    last = at + len(edit.text) + _AFTER
    last = min(last, first + _ALL) if at + len(edit.text) < first + _ALL else at + len(edit.text)
    if len(whole) - last <= _AFTER // 2:
        last = len(whole)
    text = " ".join(whole[first : last if last >= len(whole) else _word_end(whole, last)].split())
    return ("… " if first else "") + text + (" …" if last < len(whole) else "")


def _word_start(text: str, offset: int) -> int:
    """Return where the first whole word from an offset begins."""
    blank = text.find(" ", max(0, offset))
    return blank + 1 if blank >= 0 else 0


def _word_end(text: str, offset: int) -> int:
    """Return where the last whole word before an offset ends."""
    blank = text.rfind(" ", 0, offset + 1)
    return blank if blank > 0 else offset
