"""Drafts as .html: the text of each article, with everything that is not prose muted where it stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import unescape

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs.encoding import decode, read_as
from advocacy_lint.inputs.front_matter import below_mail
from advocacy_lint.inputs.metadata import gather, says_something
from advocacy_lint.inputs.tags import INSIDE, READ_AS, UNREAD
from advocacy_lint.model import Edit, Post, Problem, Span, Suppression

# Possessive: a page of unclosed quotation marks costs linear time. (html.parser knows where things stand as well, but takes a minute for
# 50 kB of them in Python 3.11; selectolax does not say where.)
_TAG = r"""</?(?P<name>[a-z][a-z0-9:-]{0,40})(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>"""
_PIECE = re.compile(
    rf"(?P<comment><!--)|(?P<declaration><[!?][^<>]*+>)|(?P<tag>{_TAG})"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});)|(?P<white>[\r\n][ \t\r\n]*)|\ufeff",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([a-z][a-z-]{0,30})\s*=\s*(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\s"'>]{1,1000}))""", re.IGNORECASE)
_UNREAD = UNREAD | frozenset(("head", "nav", "footer", "button"))
# What a mail program puts before its text for the list of mails, and what pages keep for later.
_NOT_SHOWN = re.compile(r"""\bstyle\s*=\s*["'][^"'<>]*(?:\bdisplay\s*:\s*none|\bmso-hide\s*:\s*all)""", re.IGNORECASE)
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Google Docs writes what reviewers said at the end of the page, with a link there and a link back.
_REVIEW = re.compile(r"""\bhref\s*=\s*["']?#cmnt(?P<body>_ref)?\d""", re.IGNORECASE)
# What pages say of their letters where they are not UTF-8: Windows-1252 holds the others of Western Europe.
_WESTERN = re.compile(rb"""charset\s*=\s*["']?(?:windows-1252|iso-8859-15?|latin-?1|us-ascii)\b""", re.IGNORECASE)
_SAYS_LETTERS = re.compile(rb"\bcharset\s*=|\bencoding\s*=", re.IGNORECASE)
_MAIL = re.compile(r"\b(?:Emne|Subject):", re.IGNORECASE)
_QUOTED = {"q": ("“", "”"), "blockquote": ("\n\n‹", "›\n\n")}
_SAID_WITHIN = 4_096
_WHOLE = ("article", "main", "body")
# Tags, entities and line breaks are kept one by one, with what each is read as; a page of a thousand paragraphs has a few thousand.
MAX_PIECES = 100_000


class _Page:
    """What one pass over a page finds: spans to mute, comments, metadata, and where each kind of whole stands."""

    def __init__(self, text: str) -> None:
        self.muted: list[Span] = []
        self.edits: list[Edit] = []
        self.comments: list[Span] = []
        self.meta: list[tuple[str, str]] = []
        self.wholes: dict[str, list[Span]] = {name: [] for name in _WHOLE}
        self._open: dict[str, tuple[int, int]] = {}  # the outermost of each: where it began, and how many are open in it
        self._unclosed: set[str] = set()
        self._text = text
        self.is_whole = True  # and not more than anybody's page
        position = pieces = 0
        while (match := _PIECE.search(text, position)) is not None:
            pieces += 1
            if pieces > MAX_PIECES:
                self.is_whole = False
                break
            position = self._take(match)

    def says_something(self, whole: Span) -> bool:
        """Say whether anything of a whole is read: a page may keep an empty one for what comes later."""
        position = whole.start
        for index in range(bisect_right(self.muted, whole.start, key=_end_of), bisect_left(self.muted, whole.end, key=_start_of)):
            if self._text[position : self.muted[index].start].strip():
                return True
            position = self.muted[index].end
        return bool(self._text[position : whole.end].strip())

    def _mute(self, start: int, end: int) -> int:
        if self.muted and self.muted[-1].end >= start:
            start = self.muted.pop().start
        self.muted.append(Span(start, end))
        return end

    def _gone(self, start: int, end: int, read: str = "") -> int:
        self.edits.append(Edit(start, end, read))
        return self._mute(start, end)

    def _take(self, match: re.Match[str]) -> int:
        start, end = match.span()
        if match["comment"]:
            end = self._text.find("-->", end)
            end = len(self._text) if end < 0 else end + 3
            self.comments.append(Span(start, end))
            return self._mute(start, end) if "advocacy-lint" in self._text[start : start + 60].lower() else self._gone(start, end)
        if match["entity"] or match["white"]:
            read = " " if match["white"] else unescape(match[0])
            if read != match[0]:
                self.edits.append(Edit(start, end, read))
            return end
        return self._tag(match, start, end) if match["tag"] else self._gone(start, end)

    def _tag(self, match: re.Match[str], start: int, end: int) -> int:
        name, closing = match["name"].lower(), match[0][1] == "/"
        self._describe(name, match["rest"])
        if name in _UNREAD and not closing and not match["rest"].endswith("/"):
            whole = self._end_of(name, end)
            return self._mute(start, whole) if name in INSIDE else self._gone(start, whole, READ_AS.get(name, ""))
        if name in _WHOLE:
            self._bound(name, closing, start, end)
        if not closing and (hidden := self._unseen(name, match["rest"], end)) is not None:
            return self._gone(start, hidden, READ_AS.get(name, ""))
        quoted = _QUOTED.get(name)
        return self._gone(start, end, quoted[closing] if quoted else READ_AS.get(name, ""))

    def _unseen(self, name: str, rest: str, position: int) -> int | None:
        """Return where an element ends that readers are not shown, or that is a reviewer's remark; None where they are."""
        review = _REVIEW.search(rest) if name == "a" else None
        if review is not None:
            return self._end_of("div" if review["body"] else "a", position)
        if name in _EMPTY or rest.endswith("/") or name in self._unclosed or not _is_hidden(rest):
            return None
        depth = 1
        for match in re.compile(rf"<(/?){name}\b[^<>]*+>", re.IGNORECASE).finditer(self._text, position):
            depth += -1 if match[1] else 1
            if not depth:
                return match.end()
        self._unclosed.add(name)
        return None

    def _bound(self, name: str, closing: bool, start: int, end: int) -> None:
        """Note where a whole begins and ends: one inside another of its kind belongs to that."""
        began, depth = self._open.pop(name, (end, 0))
        depth += -1 if closing else 1
        if depth > 0:
            self._open[name] = began, depth
        elif depth == 0:
            self.wholes[name].append(Span(began, start))

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
        elif attributes.get("property", "").lower() == "article:published_time":
            self.meta.append(("published", attributes.get("content", "")))
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


def _is_hidden(rest: str) -> bool:
    """Say whether an element's attributes keep it from readers: ``hidden``, or a style that does not show it."""
    if "hidden" in rest.lower() and "hidden" in _VALUE.sub(" ", rest).lower().split():
        return True
    return ("none" in rest or "hide" in rest) and _NOT_SHOWN.search(rest) is not None


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield a post for each article of a page, or one for its main part or body."""
    western = _WESTERN.search(data, 0, _SAID_WITHIN) is not None
    text, codec = decode(data, path, windows=western, guess=_SAYS_LETTERS.search(data, 0, _SAID_WITHIN) is None)
    said = None if western else read_as(codec)
    if said:
        yield Problem(path, said, note=True)
    page = _Page(text)
    if not page.is_whole:
        raise InputError(f"refused: more than {MAX_PIECES:,} tags, as no draft has", path)
    wholes = next((spans for name in _WHOLE if (spans := list(filter(page.says_something, page.wholes[name])))), [Span(0, len(text))])
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
        first = bisect_right(page.edits, whole.start, key=_end_of)
        edits = tuple(page.edits[first : bisect_left(page.edits, whole.end, key=_start_of)])
        start = _below_mail(text, whole, edits) if len(wholes) == 1 else whole.start
        edits = tuple(edit for edit in edits if edit.start >= start)
        yield Post(path, text, name, start, whole.end, meta, muted, silenced, has_meta=says_something(meta), edits=edits)


def _below_mail(text: str, whole: Span, edits: Sequence[Edit]) -> int:
    """Return where a page's words begin: below the head of a mail, where Outlook has saved one."""
    if not _MAIL.search(text, whole.start, min(whole.end, whole.start + _SAID_WITHIN)):
        return whole.start
    from advocacy_lint.text.changes import Changes

    read = Changes(text, (Edit(0, whole.start), *edits, Edit(whole.end, len(text))))
    end = below_mail(read.text)
    return read.start(end) if end else whole.start


def _start_of(span: Span | Edit) -> int:
    return span.start


def _end_of(span: Span | Edit) -> int:
    return span.end
