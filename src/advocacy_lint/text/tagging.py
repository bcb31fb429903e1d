"""What is read otherwise than it is written, as marks: tags in pairs, links' brackets, entities; whatever else there is stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advocacy_lint.model import Edit, Post
from advocacy_lint.text.markup import DRESS, FIXED, HELD, LETTER, Changed, Mark, Marked
from advocacy_lint.text.protected import protected
from advocacy_lint.text.spans import Cover

# Tags that only dress the words inside them.
_DRESSING = frozenset("b strong i em u mark small big ins font span".split())
_TAG = re.compile(r"<(?P<closes>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,30})(?:\s[^<>]*)?>\Z")
_OPENING = ("[", "![")
_CLOSING = ("](", "][")


class Tagged:
    """A post as its author wrote it, with what is read otherwise as marks; they are looked for when the first change asks."""

    __slots__ = ("_around", "_marked", "_post", "_protected")

    def __init__(self, post: Post, around: Sequence[Edit]) -> None:
        self._post = post
        self._around = around  # what is not read at all
        self._marked: Marked | None = None
        self._protected = Cover(())

    def carried(self, start: int, end: int, new: str) -> Changed | None:
        """Return a change of what is read as one of what is written; None where mark-up, or another's words, would come to harm."""
        post = self._post
        if self._marked is None:
            self._marked = Marked(post.text, _marks(post.text, post.edits, self._around))
            self._protected = protected(_without_tags(post.text, post.edits), post.start, post.stop)
        found = self._marked.carried(start, end, new)
        return None if found is None or self._protected.meets(found.start, found.end) else found


def _marks(text: str, edits: Sequence[Edit], around: Sequence[Edit]) -> Iterator[Mark]:
    """Yield what is read otherwise of a text as marks."""
    yield from (Mark(edit.start, edit.end, edit.text, FIXED) for edit in around)
    found = [_mark(text, edit) for edit in edits]
    open_: list[tuple[str, int]] = []
    for number, (name, opens, mark) in enumerate(found):
        if not name:
            continue
        if opens:
            open_.append((name, number))
            continue
        at = next((at for at in range(len(open_) - 1, max(-1, len(open_) - 9), -1) if open_[at][0] == name), -1)
        if at < 0:
            continue
        other = found[open_[at][1]][2]
        kind = HELD if name == "[" else DRESS
        found[open_[at][1]] = ("", True, other._replace(kind=kind, other=mark.start))
        found[number] = ("", False, mark._replace(kind=kind, other=other.start))
        del open_[at:]
    yield from (mark for _, _, mark in found)


def _mark(text: str, edit: Edit) -> tuple[str, bool, Mark]:
    """Return an edit as a mark, with what its pair is called and whether it opens it; no name where it has no pair."""
    written = text[edit.start : edit.end]
    if edit.text:
        return "", False, Mark(edit.start, edit.end, edit.text, LETTER if written[0] == "&" else FIXED)
    mark = Mark(edit.start, edit.end, "", FIXED)
    if written in _OPENING:
        return "[", True, mark
    if written.startswith(_CLOSING):
        return "[", False, mark
    tag = _TAG.match(written)
    if tag is not None and tag["name"].lower() in _DRESSING:
        return tag["name"].lower(), not tag["closes"], mark
    return "", False, mark


def _without_tags(text: str, edits: Sequence[Edit]) -> str:
    """Return a text of the same length in which tags that only dress words are letters that mean nothing."""
    parts: list[str] = []
    position = 0
    for start, end, said in edits:
        if not said and text[start] == "<" and (tag := _TAG.match(text, start, end)) and tag["name"].lower() in _DRESSING:
            parts += (text[position:start], "\0" * (end - start))
            position = end
    return "".join((*parts, text[position:]))
