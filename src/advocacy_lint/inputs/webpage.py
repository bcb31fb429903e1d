"""Drafts as .html: the text of each article, with everything that is not prose muted where it stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.inputs.metadata import gather, says_something
from advocacy_lint.model import Post, Problem, Span, Suppression

# Possessive and bounded: a page of unclosed quotation marks costs linear time.
_TAG = r"""</?(?P<name>[a-z][a-z0-9:-]{0,40})(?P<rest>(?:[^<>"']++|"[^"]{0,5000}"|'[^']{0,5000}'){0,400}+)>"""
_PIECE = re.compile(
    rf"(?P<comment><!--)|(?P<declaration><[!?][^<>]{{0,5000}}>)|(?P<tag>{_TAG})|(?P<space>&(?:nbsp|\#160|\#xa0);)|\ufeff", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"""([a-z][a-z-]{0,30})\s*=\s*(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\s"'>]{1,1000}))""", re.IGNORECASE)
# Elements whose content nobody reads as the post.
_UNREAD = frozenset(
    ("script", "style", "head", "template", "noscript", "svg", "nav", "footer", "pre", "code", "iframe", "select", "textarea")
)
_WHOLE = ("article", "main", "body")


class _Page:
    """What one pass over a page finds: spans to mute, comments, metadata, and where each kind of whole stands."""

    def __init__(self, text: str) -> None:
        self.muted: list[Span] = []
        self.comments: list[Span] = []
        self.meta: list[tuple[str, str]] = []
        self.wholes: dict[str, list[Span]] = {name: [] for name in _WHOLE}
        self._open: dict[str, int] = {}
        self._unclosed: set[str] = set()
        self._text = text
        position = 0
        while (match := _PIECE.search(text, position)) is not None:
            position = self._take(match)

    def _mute(self, start: int, end: int) -> int:
        if self.muted and self.muted[-1].end >= start:
            start = self.muted.pop().start
        self.muted.append(Span(start, end))
        return end

    def _take(self, match: re.Match[str]) -> int:
        if match["comment"]:
            end = self._text.find("-->", match.end())
            end = len(self._text) if end < 0 else end + 3
            self.comments.append(Span(match.start(), end))
            return self._mute(match.start(), end)
        if not match["tag"]:
            return self._mute(match.start(), match.end())
        name = match["name"].lower()
        closing = match[0][1] == "/"
        self._describe(name, match["rest"])
        if name in _UNREAD and not closing and not match["rest"].endswith("/"):
            return self._mute(match.start(), self._end_of(name, match.end()))
        if name in _WHOLE and not closing:
            self._open.setdefault(name, match.end())
        elif name in _WHOLE and name in self._open:
            self.wholes[name].append(Span(self._open.pop(name), match.start()))
        return self._mute(match.start(), match.end())

    def _end_of(self, name: str, position: int) -> int:
        """Return where an element that nobody reads ends; its metadata is read, an unclosed one ends with its tag."""
        if name in self._unclosed:
            return position
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self._text, position)
        if closing is None:
            self._unclosed.add(name)
            return position
        if name == "head":
            for match in _PIECE.finditer(self._text, position, closing.start()):
                if match["tag"]:
                    self._describe(match["name"].lower(), match["rest"])
        return closing.end()

    def _describe(self, name: str, rest: str) -> None:
        """Note the language of the page, and its author."""
        if name not in ("html", "meta") or "=" not in rest:
            return
        attributes = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(rest)}
        if name == "html" and attributes.get("lang"):
            self.meta.append(("language", attributes["lang"].split("-")[0]))
        elif attributes.get("name", "").lower() in (
            "author",
            "audience",
            "goal",
            "channel",
            "role",
            "campaign",
            "arrangement",
            "published",
        ):
            self.meta.append((attributes["name"], attributes.get("content", "")))


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each article of a page, or one for its main part or body."""
    text, _ = decode(data, path)
    page = _Page(text)
    wholes = next((spans for name in _WHOLE if (spans := page.wholes[name])), [Span(0, len(text))])
    meta = gather(page.meta)
    silenced: tuple[Suppression, ...] = ()
    if page.comments:
        from advocacy_lint.inputs import suppressions

        silenced, problems = suppressions.read(text, page.comments)
        yield from (Problem(path, problem) for problem in problems)
    for number, whole in enumerate(wholes, 1):
        name = f"article {number}" if len(wholes) > 1 else None
        # Only what is muted in it: a page of many articles would else be gone through for each.
        first = bisect_right(page.muted, whole.start, key=_end_of)
        muted = tuple(page.muted[first : bisect_left(page.muted, whole.end, key=_start_of)])
        yield Post(path, text, name, whole.start, whole.end, meta, muted, silenced, has_meta=says_something(meta))


def _start_of(span: Span) -> int:
    return span.start


def _end_of(span: Span) -> int:
    return span.end
