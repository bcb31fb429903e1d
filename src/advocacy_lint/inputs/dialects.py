"""What the places where posts live add to Markdown, none of it prose: MDX, Hugo, Liquid, Obsidian, MkDocs, CriticMarkup, struck text.

Each is muted where it stands; what readers do not see at all is read as nothing, so that it cuts no phrase in two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import unescape

from advocacy_lint.inputs.tags import BLANK_LINE
from advocacy_lint.model import Edit, Span

# One look tells most posts, which have nothing of it.
_ANY = re.compile(
    r"\{\{|\{%|\[\[|%%|!!!|\?\?\?|:::|::[ ]|~~|\{[-+>=~]|=="
    r"|&#?\w{1,31};|\[!|\^[\w-]+[ \t]*\r?$|\[[ xX]\]|\{:?[ ]?[#.]",
    re.MULTILINE,
)
# Shortcodes and boxes whose content is a note beside the post.
_NOTES = "notice|note|notes|tip|info|warning|caution|danger|important|callout|alert|admonition|details|aside|hint|attention|abstract|todo"
_STARTS = re.compile(
    rf"""(?P<hidden>\{{%-?\s*(?P<block>comment|highlight|schema|style|javascript|stylesheet)\b)
      | (?P<note>\{{\{{(?P<side>[<%])\s*(?P<name>{_NOTES})\b)
      | (?P<short>\{{\{{[<%])
      | (?P<liquid>\{{%)
      | (?P<value>\{{\{{(?=\s*(?:[\w-]+\s*[.|(\[]|["'])))
      | (?P<critic>\{{(?:--|\+\+|~~|>>|==))
      | (?P<embed>!\[\[)
      | (?P<link>\[\[)
      | (?P<remark>%%)
      | (?P<box>^[ ]{{0,3}}(?:!!!\+?|\?\?\?\+?)[ ]+["\w][^\n]*)
      | (?P<fence>^[ ]{{0,3}}(?P<colons>:{{3,}})[ ]*\{{?[.\w][^\n]*)
      | (?P<callout>^[ ]{{0,3}}>[ ]?\[![\w-]+\][^\n]*)
      | (?P<field>^[ ]{{0,3}}(?:[-*+][ ])?[^\W\d_][\w -]{{0,30}}::[ ][^\n]*|[\[(][^\W\d_][\w -]{{0,30}}::[ ][^\n\])]*[\])])
      | (?P<anchor>[ \t]\^[\w-]{{1,60}}[ \t]*(?=\r?$))
      | (?P<attributes>[ \t]*\{{:?[ ]?[\#.][a-zA-Z][^{{}}\r\n]{{0,200}}\}})
      | (?P<struck>~~(?=\S))
      | (?P<marked>==(?=[^\s=]))
      | (?P<task>^[ \t]*[-*+][ ]\[[ xX]\](?=[ ]))
      | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)""",
    re.VERBOSE | re.MULTILINE,
)
_CRITIC = {"{--": "--}", "{++": "++}", "{~~": "~~}", "{>>": "<<}", "{==": "==}"}
_MODULE = re.compile(
    r"^(?:import|export)\b[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*",
    re.MULTILINE,
)
_COMPONENT = re.compile(r"""<(?P<name>[A-Z][\w.]{0,60})(?:[^<>{}"'/]|/(?!>)|"[^"]*"|'[^']*'|\{[^{}]*\})*+(?P<alone>/)?>|<>|</>""")
_REMARK = re.compile(r"\{/\*(?:(?!\*/)[^\0])*+\*/\}")
_BRACE = re.compile(r"\\.|[{}]")


class _Found:
    """What is muted, and what is read otherwise, in the order in which it is found."""

    def __init__(self, text: str, taken: list[Span]) -> None:
        self.text = text
        self.spans: list[Span] = []
        self.edits: list[Edit] = []
        self._taken = taken
        self._unclosed: set[str] = set()

    def is_code(self, offset: int) -> bool:
        """Say whether an offset is muted already."""
        at = bisect_right(self._taken, offset, key=_start_of)
        return at > 0 and offset < self._taken[at - 1].end

    def gone(self, start: int, end: int) -> int:
        """Note what nobody sees."""
        self.spans.append(Span(start, end))
        self.edits.append(Edit(start, end))
        return end

    def hidden(self, start: int, end: int) -> int:
        """Note what readers see something of, but no prose."""
        self.spans.append(Span(start, end))
        return end

    def to(self, closing: str, start: int) -> int | None:
        """Return where a closing mark ends; looked for in vain once, it is not looked for again (linear time)."""
        if closing not in self._unclosed:
            end = self.text.find(closing, start)
            if end >= 0:
                return end + len(closing)
            self._unclosed.add(closing)
        return None

    def in_paragraph(self, closing: str, start: int) -> int | None:
        """Return where a closing mark ends that stands in the same paragraph."""
        end = self.to(closing, start)
        return None if end is None or BLANK_LINE.search(self.text, start, min(end, start + 20_000)) else end


def scan(text: str, start: int, taken: list[Span], mdx: bool = False) -> tuple[list[Span], list[Edit]]:
    """Return what to mute of a text from `start` on, and what is read otherwise; `taken`: what is code, sorted and disjoint."""
    found = _Found(text, taken)
    if mdx:
        _mdx(found, start)
    if _ANY.search(text, start):
        position = start
        while (match := _STARTS.search(text, position)) is not None:
            position = match.end() if found.is_code(match.start()) else _KINDS[str(match.lastgroup)](found, match)
    return found.spans, found.edits


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans sorted, those that meet made one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and kept[-1].end >= span.start:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept


def disjoint(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return edits sorted, without those inside others."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def _start_of(span: Span) -> int:
    return span.start


def _block(found: _Found, match: re.Match[str]) -> int:
    """Take a Liquid block that is no prose, to its end."""
    name = next(each for each in (match["block"],) if each)
    closing = _end_of_block(name).search(found.text, match.end())
    return found.gone(match.start(), closing.end() if closing else len(found.text))


@cache
def _end_of_block(name: str) -> re.Pattern[str]:
    return re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}")


def _note(found: _Found, match: re.Match[str]) -> int:
    """Take a shortcode of a note with what it holds, where it is closed."""
    closing = _end_of_note(match["name"]).search(found.text, match.end())
    return found.gone(match.start(), closing.end()) if closing else _short(found, match)


@cache
def _end_of_note(name: str) -> re.Pattern[str]:
    return re.compile(rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}")


def _short(found: _Found, match: re.Match[str]) -> int:
    end = found.to("}}", match.end())
    return match.end() if end is None else found.gone(match.start(), end)


def _liquid(found: _Found, match: re.Match[str]) -> int:
    end = found.to("%}", match.end())
    return match.end() if end is None else found.gone(match.start(), end)


def _value(found: _Found, match: re.Match[str]) -> int:
    end = found.to("}}", match.end())
    return match.end() if end is None else found.hidden(match.start(), end)


def _critic(found: _Found, match: re.Match[str]) -> int:
    """Take CriticMarkup: what is added or marked is read, what is deleted or remarked is not."""
    end = found.to(_CRITIC[match[0]], match.end())
    if end is None:
        return match.end()
    if match[0] in ("{--", "{>>"):
        return found.gone(match.start(), end)
    arrow = found.text.find("~>", match.end(), end) if match[0] == "{~~" else -1
    found.gone(match.start(), arrow + 2 if arrow >= 0 else match.end())
    return found.gone(end - 3, end)


def _embed(found: _Found, match: re.Match[str]) -> int:
    end = found.in_paragraph("]]", match.end())
    return match.end() if end is None else found.gone(match.start(), end)


def _link(found: _Found, match: re.Match[str]) -> int:
    """Take an Obsidian link: what readers see is its alias, else its target."""
    end = found.in_paragraph("]]", match.end())
    if end is None or end - match.end() > 500:
        return match.end()
    bar = found.text.rfind("|", match.end(), end)
    found.gone(match.start(), bar + 1 if bar >= 0 else match.end())
    return found.gone(end - 2, end)


def _remark(found: _Found, match: re.Match[str]) -> int:
    end = found.to("%%", match.end())
    return match.end() if end is None else found.gone(match.start(), end)


def _lines_while(found: _Found, match: re.Match[str], goes_on: Callable[[str], bool]) -> int:
    """Return where the lines after a match end that belong to it."""
    text, end = found.text, match.end()
    while end < len(text):
        after = text.find("\n", end + 1)
        after = len(text) if after < 0 else after
        if not goes_on(text[end + 1 : after]):
            break
        end = after
    return end


def _box(found: _Found, match: re.Match[str]) -> int:
    """Take a box of MkDocs: its line, and what is indented under it."""
    end = _lines_while(found, match, lambda line: line.startswith(("    ", "\t")) or not line.strip())
    return found.gone(match.start(), end)


def _fence(found: _Found, match: re.Match[str]) -> int:
    """Take a box between colons (Docusaurus, VuePress, Pandoc); one that is not closed is its line."""
    closing = re.compile(rf"^[ ]{{0,3}}{match['colons']}[ \t]*\r?$", re.MULTILINE).search(found.text, match.end())
    return found.gone(match.start(), closing.end() if closing else match.end())


def _callout(found: _Found, match: re.Match[str]) -> int:
    return found.gone(match.start(), _lines_while(found, match, lambda line: line.lstrip(" ").startswith(">")))


def _gone(found: _Found, match: re.Match[str]) -> int:
    return found.gone(match.start(), match.end())


def _struck(found: _Found, match: re.Match[str]) -> int:
    end = found.in_paragraph("~~", match.end())
    return match.end() if end is None else found.gone(match.start(), end)


def _marked(found: _Found, match: re.Match[str]) -> int:
    end = found.in_paragraph("==", match.end())
    if end is None:
        return match.end()
    found.gone(match.start(), match.end())
    found.gone(end - 2, end)
    return match.end()


def _task(found: _Found, match: re.Match[str]) -> int:
    return found.gone(match.end() - 3, match.end())


def _entity(found: _Found, match: re.Match[str]) -> int:
    letters = unescape(match[0])
    if letters != match[0]:
        found.edits.append(Edit(match.start(), match.end(), letters))
    return match.end()


_KINDS: dict[str, Callable[[_Found, re.Match[str]], int]] = {
    "hidden": _block, "block": _block, "note": _note, "side": _note, "name": _note, "short": _short, "liquid": _liquid, "value": _value,
    "critic": _critic, "embed": _embed, "link": _link, "remark": _remark, "box": _box, "fence": _fence, "colons": _fence,
    "callout": _callout, "field": _gone, "anchor": _gone,
    "attributes": _gone, "struck": _struck, "marked": _marked, "task": _task, "entity": _entity,
}  # fmt: skip


def _mdx(found: _Found, start: int) -> None:
    """Take what MDX adds: modules, components with what they hold, expressions."""
    text = found.text
    for match in _MODULE.finditer(text, start):
        if not found.is_code(match.start()):
            found.gone(*match.span())
    for begin, end in _components(found, start):
        found.gone(begin, end)
    for match in _REMARK.finditer(text, start):
        if not found.is_code(match.start()):
            found.gone(*match.span())
    for begin, end in _expressions(found, start):
        found.gone(begin, end)


def _expressions(found: _Found, start: int) -> Iterator[tuple[int, int]]:
    """Yield the outermost pairs of braces: what they hold is program text, which may have braces in it."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in _BRACE.finditer(found.text, start):
        if match[0] == "{" and not found.is_code(match.start()):
            opened.append(match.start())
        elif match[0] == "}" and opened:
            begin = opened.pop()
            while pairs and pairs[-1][0] > begin:
                pairs.pop()  # inside this one
            pairs.append((begin, match.end()))
    for begin, end in pairs:
        if not found.text.startswith("{{", begin):
            yield begin, end


def _components(found: _Found, start: int) -> Iterator[tuple[int, int]]:
    """Yield the outermost components; one that is never closed is its tag."""
    text, position = found.text, start
    while (match := _COMPONENT.search(text, position)) is not None:
        position = match.end()
        if found.is_code(match.start()):
            continue
        name = match["name"]
        if name and not match["alone"]:
            position = _end_of_component(found, name, position)
        yield match.start(), position


def _end_of_component(found: _Found, name: str, position: int) -> int:
    """Return where a component ends: those of its name inside it have ends of their own."""
    tag = re.compile(rf"<(/?){re.escape(name)}\b(?:[^<>{{}}\"'/]|/(?!>)|\"[^\"]*\"|'[^']*'|\{{[^{{}}]*\}})*+(/?)>")
    depth = 1
    if found.to(f"</{name}>", position) is None:
        return position
    for match in tag.finditer(found.text, position):
        depth += 0 if match[2] else -1 if match[1] else 1
        if not depth:
            return match.end()
    return position
