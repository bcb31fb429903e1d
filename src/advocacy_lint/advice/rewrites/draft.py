"""The draft that rewrites are made for, and one change to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from advocacy_lint.checks.classes import Edges
from advocacy_lint.languages.forms import Forms
from advocacy_lint.model import Span
from advocacy_lint.text import Analysis
from advocacy_lint.text.spans import Cover, meets

if TYPE_CHECKING:
    from advocacy_lint.advice.rewrites.bare import Bare

REPLACE, CUT, FRAME = "replace", "cut", "frame"
# A sentence of more characters is no sentence: nobody knows where its verb stands.
LONGEST = 600
_UNTOUCHED = frozenset(("url", "hashtag", "mention", "muted", "quote"))


class Edit(NamedTuple):
    """A stretch of the draft, and the text that stands there afterwards."""

    kind: str
    start: int
    end: int
    text: str
    safe: bool


class Draft:
    """A post as rewrites see it: its text, sentences, the token classes of its author's words, and the forms of lemmas."""

    __slots__ = ("_protected", "analysis", "bare", "changes", "edges", "empty", "forms", "marks", "openers", "prefixes", "seams", "text")

    def __init__(self, analysis: Analysis, edges: Edges, forms: Forms, seams: Sequence[Span] = ()) -> None:
        self.analysis = analysis
        self.seams = seams
        self.marks: Cover | None = None  # where mark-up stands, once somebody has looked
        self.bare: Bare | None = None  # the draft without it, once somebody has asked
        self.edges = edges
        self.forms = forms
        self.text = analysis.text
        self._protected: Cover | None = None
        # Of each sentence that was looked at (and by what table): many rules point at the same words.
        self.changes: dict[tuple[object, int], list[Edit]] = {}
        self.empty: dict[int, Edit | None] = {}
        self.openers: dict[int, list[tuple[int, Edit | None]]] = {}
        self.prefixes: dict[int, tuple[int, Edit] | None] = {}

    @property
    def language(self) -> str:
        """The code of the draft's language."""
        return self.analysis.language.code

    def sentence(self, offset: int) -> Span | None:
        """Return the sentence that holds an offset; None where there is none, or it is too long to be one."""
        index = self.analysis.sentence_at(offset)
        if index < 0:
            return None
        found = self.analysis.sentences[index]
        return Span(found.start, found.end) if found.end - found.start <= LONGEST and offset < found.end else None

    def starts_sentence(self, offset: int) -> bool:
        """Say whether no word of the sentence stands before an offset."""
        index = self.analysis.sentence_at(offset)
        return index < 0 or self.analysis.first_letter(index) >= offset

    def may_change(self, edit: Edit) -> bool:
        """Say whether an edit leaves links, the letters of hashtags, mentions, what is muted and what others say alone."""
        start, end = edit.start, edit.end
        before = self.text[start:end].strip()
        if before.count("[") != before.count("]"):  # half of a link that is written wrong
            return False
        same = before.startswith("#") and edit.text.casefold() in ("", before.casefold())  # a hashtag goes, or gets its capitals
        untouched = _UNTOUCHED - {"hashtag"} if same else _UNTOUCHED
        if meets(self.analysis.quotes, start, end) or self.analysis.cover(untouched).meets(start, end):
            return False
        if self._protected is None:
            from advocacy_lint.text.protected import protected

            self._protected = protected(self.text, self.analysis.start, self.analysis.end)
        return not self._protected.meets(start, end)

    def classes(self, start: int, end: int) -> list[tuple[str, str]]:
        """Return the token classes that stand in a stretch, with their words, in order."""
        speech = self.analysis.speech
        found = []
        for index in speech.between(start, end):
            for name, last in self.edges.get(index, ()):
                stop = speech.span(index, last)[1]
                if stop <= end:
                    found.append((name, self.text[speech.starts[index] : stop]))
        return found
