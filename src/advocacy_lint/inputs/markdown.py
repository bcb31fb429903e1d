"""Markdown drafts: front matter read, and what is not prose muted in one pass from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs import front_matter
from advocacy_lint.inputs.encoding import BOM, decode
from advocacy_lint.model import Post, Problem, Span, Suppression

# Everything that may start something to mute. Compiled for the first draft with markup: most have none.
_START = r"""(?=[`~<!\]\[\#=*_\x20-])(?:
        (?P<fence>^[ ]{0,3}(?:`{3,}(?=[^`\n]*$)|~{3,}))
      | (?P<ticks>`+)
      | (?P<comment><!--)
      | (?P<raw><(?:script|style)\b[^<>]{0,500}>)
      | (?P<tag></?[a-z][a-z0-9-]{0,30}(?:\s[^<>]{0,500})?/?>)
      | (?P<image>!(?=\[[^\[\]\n]{0,500}\]\())
      | (?P<target>\](?=\())
      | (?P<reference>\]\[[^\[\]\n]{0,200}\])
      | (?P<definition>^[ ]{0,3}\[[^\[\]\n]{1,200}\]:(?=[ \t]*(?:<|https?:|www\.|mailto:|[./\#])))
      | (?P<heading>^[ ]{0,3}\#{1,6}(?=[ \t]))
      | (?P<rule>^[ ]{0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*\r?$))"""
# Linear and fast: searches for what a post without markup has none of; signs alone are found faster than by a pattern.
_LINES = re.compile(r"\n[ ]{0,3}(?:\#{1,6}[ \t]|=|---|\*\*\*|___)")
_TARGET = r"""\(\s{0,50}(?P<url><[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()<>]{0,2000}){0,3})
        (?P<title>\s{1,50}(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?\s{0,50}\)"""
_TICKS = re.compile("`+")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield the one post of a Markdown file."""
    text, _ = decode(data, path)
    yield from posts(path, text)


def posts(path: str, text: str) -> Iterator[Post | Problem]:
    """Yield the one post of a Markdown text, after what is wrong with its suppressions."""
    matter = front_matter.read(text, path)
    start = matter.span.end if matter.span else int(text.startswith(BOM))
    spans, comments = scan(text, start) if _has_markup(text, start) else ([], [])
    if start:
        spans.insert(0, Span(0, start))
    silenced: tuple[Suppression, ...] = ()
    if comments:
        from advocacy_lint.inputs import suppressions  # dates and near words: 15 ms that few posts need

        silenced, problems = suppressions.read(text, comments)
        yield from (Problem(path, problem) for problem in problems)
    yield Post(path, text, matter.meta.get("id"), meta=matter.meta, muted=tuple(spans), suppressions=silenced, has_meta=matter.given)


def _has_markup(text: str, start: int) -> bool:
    if text[start : start + 4].lstrip(" ").startswith(("#", "=", "-", "*", "_")):
        return True
    return "<" in text or "]" in text or "`" in text or "~" in text or _LINES.search(text, start) is not None


def scan(text: str, start: int = 0) -> tuple[list[Span], list[Span]]:
    """Return what to mute in a text, sorted and disjoint, and which of it are comments."""
    scanner = _Scanner(text)
    start_of = re.compile(_START, re.VERBOSE | re.MULTILINE | re.IGNORECASE)  # Python keeps it
    position = start
    while (match := start_of.search(text, position)) is not None:
        position = getattr(scanner, f"_{match.lastgroup}")(match)
    return scanner.spans, scanner.comments


class _Scanner:
    """One method for each kind of start: it mutes what it starts, and returns where to go on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.comments: list[Span] = []
        self._unclosed: set[str] = set()
        self._closers: dict[int, int] | None = None

    def _mute(self, start: int, end: int) -> int:
        if self.spans and self.spans[-1].end >= start:
            start = self.spans.pop().start
        self.spans.append(Span(start, end))
        return end

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
        return self._mute(match.start(), found.end() if found else len(self.text))

    def _ticks(self, match: re.Match[str]) -> int:
        if self._closers is None:
            self._closers = _code_spans(self.text)
        end = self._closers.get(match.start())
        escaped = match.start() and self.text[match.start() - 1] == "\\"
        return match.end() if end is None or escaped else self._mute(match.start(), end)

    def _comment(self, match: re.Match[str]) -> int:
        end = self._to("-->", match)
        if end is None:
            return match.end()
        self.comments.append(Span(match.start(), end))
        return self._mute(match.start(), end)

    def _raw(self, match: re.Match[str]) -> int:
        end = self._to("</script>" if match[0][1:7].lower() == "script" else "</style>", match)
        return self._mute(match.start(), end or match.end())

    def _tag(self, match: re.Match[str]) -> int:
        return self._mute(match.start(), match.end())

    def _image(self, match: re.Match[str]) -> int:
        self._mute(match.start(), match.end())
        bracket = self.text.index("](", match.end())
        target = self._target_at(bracket + 1)
        return self._mute(bracket, target.end()) if target else match.end()

    def _target(self, match: re.Match[str]) -> int:
        """Mute a link's target; a web address stays: readers see it, and rules ask about links."""
        target = self._target_at(match.end())
        if target is None:
            return match.end()
        url = target["url"].strip("<>")
        if not url.startswith(("http://", "https://", "www.")):
            return self._mute(match.start(), target.end())
        self._mute(match.start(), target.start("url") + (target["url"][0] == "<"))
        return self._mute(target.start("url") + (target["url"][0] == "<") + len(url), target.end())

    def _reference(self, match: re.Match[str]) -> int:
        return self._mute(match.start(), match.end())

    _definition = _heading = _rule = _reference


def _code_spans(text: str) -> dict[int, int]:
    """Return where the code span ends that each run of backticks would open: at the next run as long, in the same paragraph."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    breaks = [match.start() for match in _BLANK_LINE.finditer(text, runs[0][0])]
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
