"""Plain text drafts: every character is the post, but front matter is read here too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advocacy_lint.config import Config
from advocacy_lint.inputs import front_matter, numbering
from advocacy_lint.inputs.cells import MENTION
from advocacy_lint.inputs.encoding import BOM, decode, read_as
from advocacy_lint.model import Edit, Post, Problem, Span


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield the one post of a text file."""
    text, codec = decode(data, path)
    said = read_as(codec)
    if said:
        yield Problem(path, said, note=True)
    matter = front_matter.read(text, path)
    muted = [Span(0, 1)] if text.startswith(BOM) and (matter.span is None or matter.span.start) else []
    muted.extend((matter.span,) if matter.span else ())
    remarks = list(_remarks(text))
    muted.extend(Span(each.start, each.end) for each in remarks)
    edits = tuple(sorted([*_mentions(text), *remarks]))
    if config.posts == "file" and numbering.may_be(text):
        from advocacy_lint.inputs import markdown, sections

        parts = sections.by_numbers(text, matter.span.end if matter.span else 0, ())
        marks = markdown.Marks(sorted(muted), [], edits, [], [])
        yield from (markdown.part_of(path, text, part, matter, marks, ()) for part in parts)
        if parts:
            return
    yield Post(path, text, matter.meta.get("id"), meta=matter.meta, muted=tuple(muted), has_meta=matter.given, edits=edits)


def _remarks(text: str) -> Iterator[Edit]:
    """Yield what Google Docs writes of reviewers into a plain text: marks such as [a] in it, and what they said at its end."""
    said = re.compile(r"^\[a\](?=\S)", re.MULTILINE).search(text) if "\n[a]" in text else None
    if said is None or "[a]" not in text[: said.start()]:
        return
    marks = set(re.compile(r"^\[[a-z]{1,2}\](?=\S)", re.MULTILINE).findall(text, said.start()))
    for mark in re.compile(r"\[[a-z]{1,2}\]").finditer(text, 0, said.start()):
        if mark[0] in marks:
            yield Edit(mark.start(), mark.end())
    yield Edit(said.start(), len(text))


def _mentions(text: str) -> Iterator[Edit]:
    """Yield what is read otherwise: of LinkedIn's mentions, readers see the name."""
    for match in MENTION.finditer(text) if "](urn:li:" in text else ():
        yield Edit(match.start(), match.start(1))
        yield Edit(match.end(1), match.end())
