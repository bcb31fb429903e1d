"""Markdown drafts: front matter read, and what is not prose muted in one pass from left to right."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from advocacy_lint.config import Config
from advocacy_lint.inputs import LONGEST, front_matter, judged_until, numbering, pictures
from advocacy_lint.inputs.encoding import BOM, decode
from advocacy_lint.inputs.tags import BLANK_LINE, INSIDE, READ_AS, UNREAD
from advocacy_lint.model import Edit, Post, Problem, Span, Suppression

# Most drafts are one post without headings.
if TYPE_CHECKING:
    from advocacy_lint.inputs.sections import Section

# Everything that may start something to mute. Compiled for the first draft with markup: most have none.
_START = r"""(?=[`~<!\]\[\#=*_\x20-])(?:
        (?P<fence>^[ ]{0,3}(?:`{3,}(?=[^`\n]*$)|~{3,}))
      | (?P<ticks>`+)
      | (?P<comment><!--)
      | (?P<raw><(?:script|style)\b[^<>]*+>)
      | (?P<tag></?[a-z][a-z0-9-]{0,30}(?:\s[^<>]*+)?/?>)
      | (?P<image>!(?=\[[^\[\]\n]{0,500}\]\())
      | (?P<target>\](?=\())
      | (?P<reference>\]\[[^\[\]\n]{0,200}\])
      | (?P<footnote>\[\^[^\[\]\s]{1,60}\]:?)
      | (?P<definition>^[ ]{0,3}\[[^\[\]\n]{1,200}\]:(?=[ \t]*(?:<|https?:|www\.|mailto:|[./\#]))(?:[ \t]*<?data:[^\s<>]*+>?)?)
      | (?P<heading>^[ ]{0,3}\#{1,6}(?=[ \t]))
      | (?P<rule>^[ ]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*\r?$))"""
# Linear and fast: searches for what a post without markup has none of; signs alone are found faster than by a pattern.
_LINES = re.compile(r"\n[ ]{0,3}(?:\#{1,6}[ \t]|=|---|\*\*\*|___)")
_TARGET = r"""\(\s{0,50}(?P<url><[^<>\n]*+>|[^\s()<>]*+(?:\([^\s()]{0,500}\)[^\s()<>]*+){0,3})
        (?P<title>\s{1,50}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?\s{0,50}\)"""
# What others than Markdown itself begin with.
_DIALECTS = ("{", "[[", "%%", "!!!", "???", "::", "~~", "==", "&", "[!", "^", "] ")
_HEADING = "\n#"
_TICKS = re.compile("`+")
_LONGEST_TEXT = 500


Place = TypeVar("Place", Span, Edit)


class Marks(NamedTuple):
    """What is no prose of a text, each sorted and disjoint: what to mute; which of it are comments; what is read otherwise; code; seams."""

    spans: list[Span]
    comments: list[Span]
    edits: tuple[Edit, ...]
    codes: list[Span]
    seams: list[Span]


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield the one post of a Markdown file."""
    text, _ = decode(data, path)
    yield from posts(path, text, config.posts)


def posts(path: str, text: str, how: str = "file") -> Iterator[Post | Problem]:
    """Yield the posts of a Markdown text, mostly one, after what is wrong with its suppressions; `how` says what parts them."""
    matter = front_matter.read(text, path)
    start = matter.span.end if matter.span else int(text.startswith(BOM))
    before = [matter.span] if matter.span else []
    if text.startswith(BOM) and not (matter.span and not matter.span.start):
        before.insert(0, Span(0, 1))
    said = matter.meta.get("posts", "")
    how = said if said in ("headings", "rules") else how
    # No more than is judged is looked through: what marks ten megabytes of markup takes a hundred times their room.
    whole = len(text) <= LONGEST or bool(_sections(text, start, (), how))
    seen = text if whole else text[: judged_until(start, len(text), pictures(text, start))]
    marks = _all_of(seen, start, path.lower().endswith(".mdx"))
    silenced: tuple[Suppression, ...] = ()
    if marks.comments:
        from advocacy_lint.inputs import suppressions  # dates and near words, which few posts need

        silenced, problems = suppressions.read(text, marks.comments)
        yield from (Problem(path, problem) for problem in problems)
    several = how == "rules" or _HEADING in text[start:] or text.startswith("#", start) or numbering.may_be(text, start)
    parts = _sections(text, start, marks.codes, how) if several else []
    if parts:
        yield from (part_of(path, text, part, matter, marks, silenced) for part in parts)
        return
    muted, name, seams = (*before, *marks.spans), matter.meta.get("id"), tuple(marks.seams)
    yield Post(
        path, text, name, meta=matter.meta, muted=muted, suppressions=silenced, has_meta=matter.given, edits=marks.edits, seams=seams
    )


def _sections(text: str, start: int, codes: Sequence[Span], how: str) -> list[Section]:
    """Return the posts of a text that holds several."""
    from advocacy_lint.inputs.sections import sections

    return sections(text, start, codes, how)


def part_of(
    path: str,
    text: str,
    part: Section,
    matter: front_matter.FrontMatter,
    marks: Marks,
    silenced: tuple[Suppression, ...],
) -> Post:
    """Return one of several posts, with the file's metadata and its own."""
    own = front_matter.properties(text, part.body, part.end)
    body = own.span.end if own.span else part.body
    meta = {**matter.meta, **own.meta}
    return Post(
        path, text, own.meta.get("id") or part.name, body, part.end, meta,
        _within(marks.spans, body, part.end),
        tuple(each for each in silenced if part.start <= each.comment.start < part.end),
        has_meta=matter.given or own.given, edits=_within(marks.edits, body, part.end), seams=_within(marks.seams, body, part.end),
    )  # fmt: skip


def _within(found: Sequence[Place], start: int, end: int) -> tuple[Place, ...]:
    """Return those of what is sorted that lie within a part: a file of many posts is not gone through for each."""
    first, last = bisect_left(found, start, key=_start_of), bisect_left(found, end, key=_start_of)
    return tuple([each for each in found[first:last] if each.end <= end])


def _start_of(each: Span | Edit) -> int:
    return each.start


def _all_of(text: str, start: int, mdx: bool) -> Marks:
    """Return what is no prose of Markdown and its dialects."""
    marks = scan(text, start) if _has_markup(text, start) else Marks([], [], (), [], [])
    if not mdx and not any(each in text for each in _DIALECTS):
        return marks
    from advocacy_lint.inputs import dialects

    more, others = dialects.scan(text, start, marks.codes, mdx)
    return marks._replace(spans=dialects.merged([*marks.spans, *more]), edits=dialects.disjoint([*marks.edits, *others]))


def _has_markup(text: str, start: int) -> bool:
    if text[start : start + 4].lstrip(" ").startswith(("#", "=", "-", "*", "_")):
        return True
    return "<" in text or "]" in text or "`" in text or "~" in text or _LINES.search(text, start) is not None


def scan(text: str, start: int = 0) -> Marks:
    """Return what is no prose of a Markdown text."""
    scanner = _Scanner(text)
    start_of = re.compile(_START, re.VERBOSE | re.MULTILINE | re.IGNORECASE)  # Python keeps it
    position = start
    while (match := start_of.search(text, position)) is not None:
        position = getattr(scanner, f"_{match.lastgroup}")(match)
    return Marks(scanner.spans, scanner.comments, tuple(sorted(scanner.edits)), scanner.codes, scanner.seams)


class _Scanner:
    """One method for each kind of start: it mutes what it starts, and returns where to go on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.comments: list[Span] = []
        self.edits: list[Edit] = []
        self.codes: list[Span] = []
        self.seams: list[Span] = []
        self._unclosed: set[str] = set()
        self._closers: dict[int, int] | None = None

    def _mute(self, start: int, end: int) -> int:
        if self.spans and self.spans[-1].end >= start:
            start = self.spans.pop().start
        self.spans.append(Span(start, end))
        return end

    def _code(self, start: int, end: int) -> int:
        self.codes.append(Span(start, end))
        return self._mute(start, end)

    def _target_at(self, position: int) -> re.Match[str] | None:
        return re.compile(_TARGET, re.VERBOSE).match(self.text, position)

    def _to(self, closing: str, match: re.Match[str]) -> int | None:
        """Return where a closing mark ends; looked for in vain once, it is not looked for again (linear time)."""
        if closing not in self._unclosed:
            found = self.text.find(closing, match.end())
            if found >= 0:
                return found + len(closing)
            self._unclosed.add(closing)
        return None

    def _fence(self, match: re.Match[str]) -> int:
        marks = match[0].strip()
        closing = re.compile(rf"^[ ]{{0,3}}{re.escape(marks[0])}{{{len(marks)},}}[ \t]*\r?$", re.MULTILINE)
        found = closing.search(self.text, match.end())
        return self._code(match.start(), found.end() if found else len(self.text))

    def _ticks(self, match: re.Match[str]) -> int:
        if self._closers is None:
            self._closers = _code_spans(self.text)
        end = self._closers.get(match.start())
        escaped = match.start() and self.text[match.start() - 1] == "\\"
        return match.end() if end is None or escaped else self._code(match.start(), end)

    def _comment(self, match: re.Match[str]) -> int:
        end = self._to("-->", match)
        if end is None:
            if "advocacy-lint" in self.text[match.start() : match.start() + 60].lower():  # it should have silenced something
                self.comments.append(Span(match.start(), match.end()))
            return match.end()
        self.comments.append(Span(match.start(), end))
        if "advocacy-lint" not in self.text[match.start() : match.start() + 60].lower():  # of one that silences, the place is told
            self.edits.append(Edit(match.start(), end))
        return self._mute(match.start(), end)

    def _raw(self, match: re.Match[str]) -> int:
        end = self._to("</script>" if match[0][1:7].lower() == "script" else "</style>", match)
        self.edits.append(Edit(match.start(), end or match.end()))
        return self._code(match.start(), end or match.end())

    def _tag(self, match: re.Match[str]) -> int:
        """Mute a tag, which cuts no phrase in two unless it begins a block; what readers see struck out, or as code, is muted whole."""
        name = match[0].strip("</>").split(None, 1)[0].lower().rstrip("/")
        if name in UNREAD and match[0][1] != "/" and not match[0].endswith("/>"):
            closing = self._to(f"</{name}>", match)
            if closing is not None and name not in INSIDE:
                self.edits.append(Edit(match.start(), closing))
            if closing is not None:
                return self._code(match.start(), closing)
        self.edits.append(Edit(match.start(), match.end(), READ_AS.get(name, "") if name != "q" else "”" if match[0][1] == "/" else "“"))
        return self._mute(match.start(), match.end())

    def _image(self, match: re.Match[str]) -> int:
        self._mute(match.start(), match.end())
        bracket = self.text.index("](", match.end())
        target = self._target_at(bracket + 1)
        return self._mute(bracket, target.end()) if target else match.end()

    def _target(self, match: re.Match[str]) -> int:
        """Mute a link's target, which readers do not see; a web address stays, for rules ask about links."""
        target = self._target_at(match.end())
        if target is None:
            return match.end()
        url = target["url"].strip("<>")
        if not url.startswith(("http://", "https://", "www.")):
            return self._unseen(match.start(), target.end())
        self.seams.append(Span(match.start(), target.end()))
        self._mute(match.start(), target.start("url") + (target["url"][0] == "<"))
        return self._mute(target.start("url") + (target["url"][0] == "<") + len(url), target.end())

    def _unseen(self, start: int, end: int) -> int:
        """Mute a link's target, and read its text as if there were no link."""
        opening = self.text.rfind("[", max(0, start - _LONGEST_TEXT), start)
        if opening >= 0 and "]" not in self.text[opening:start]:
            self.edits.append(Edit(opening - self.text.startswith("![", opening - 1 if opening else 0), opening + 1))
        self.edits.append(Edit(start, end))
        return self._mute(start, end)

    def _reference(self, match: re.Match[str]) -> int:
        if match[0] == "][]":  # the text is the reference, and stays as it is
            return self._mute(match.start(), match.end())
        return self._unseen(match.start(), match.end())

    def _footnote(self, match: re.Match[str]) -> int:
        self.edits.append(Edit(match.start(), match.end()))
        return self._mute(match.start(), match.end())

    def _definition(self, match: re.Match[str]) -> int:
        return self._mute(match.start(), match.end())

    _heading = _rule = _definition


def _code_spans(text: str) -> dict[int, int]:
    """Return where the code span ends that each run of backticks would open: at the next run as long, in the same paragraph."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    breaks = [match.start() for match in BLANK_LINE.finditer(text, runs[0][0])]
    ends: dict[int, int] = {}
    nearest: dict[int, int] = {}
    for start, end in reversed(runs):
        while breaks and breaks[-1] >= start:
            breaks.pop()
            nearest.clear()
        following = nearest.get(end - start)
        if following:
            ends[start] = following
        nearest[end - start] = end
    return ends
