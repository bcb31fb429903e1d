"""Drafts as .docx, straight from the archive: a heading starts a new post, a table of posts is read as rows, macros are not looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import numbering, tables
from advocacy_lint.inputs.archive import Archive
from advocacy_lint.inputs.docx_body import Paragraph, Table, blocks
from advocacy_lint.inputs.fields import NotPosts
from advocacy_lint.inputs.metadata import canonical, gather, says_something
from advocacy_lint.model import META_KEYS, Post, Problem, Span

_META = frozenset((*META_KEYS, "id"))
_MAX_KEY = 30
_TITLE_WORDS = 8
_DIVIDER = re.compile(r"[-–—_*=#~]{3,}")


class _Draft(Struct):
    """A post being put together: paragraphs after a heading, and the metadata lines at their top."""

    heading: str = ""
    texts: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)

    def post(self, path: str) -> Post | None:
        """Return the post, None where there is nothing but a heading."""
        muted: list[Span] = []
        places: list[tuple[int, str]] = []
        pairs = list(self.meta)
        offset = 0
        at_top, has_text = True, False
        for text, number in zip(self.texts, self.numbers, strict=True):
            places.append((offset, f"paragraph {number}"))
            pair = _pair(text) if at_top else None
            at_top = pair is not None or not text.strip()
            if pair:
                pairs.append(pair)
                muted.append(Span(offset, offset + len(text)))
            else:
                has_text = has_text or bool(text.strip())
            offset += len(text) + 1
        if not has_text:
            return None
        meta = gather(pairs)
        given = says_something(meta)
        identity = meta.get("id") or self.heading or None
        return Post(
            path, "\n".join(self.texts), identity, meta=meta, muted=tuple(muted), place=places[0][1], places=tuple(places), has_meta=given,
            line=0, has_lines=False,
        )  # fmt: skip


def read(path: str, data: bytes, config: Config) -> Iterator[Post | Problem]:
    """Yield the posts of a document: what stands under each heading, and the rows of tables that have a column of texts."""
    archive = Archive(data, path, ".docx")
    body = archive.part("word/document.xml")
    if body is None:
        raise InputError("not a .docx file: it holds no document", path)
    draft = _Draft()
    tables_met = found = 0
    if b"altChunk" in body:
        yield Problem(path, "text that is put in from another file is not read: open the document in Word and save it")
    parts = list(blocks(body, archive.part("word/styles.xml"), path, archive.part("word/footnotes.xml")))
    titles = _numbered(parts) if config.posts == "file" else frozenset()
    if titles and _is_preface(parts[: min(titles)]):
        parts = parts[min(titles) :]
        titles = frozenset(each - min(titles) for each in titles)
    for index, block in enumerate(parts):
        if isinstance(block, Table):
            tables_met += 1
            rows = list(_posts_of(block, path, tables_met, config, draft))
            found += len(rows)
            if rows and _is_title(draft):
                draft = _Draft(draft.heading)
            yield from rows
        elif titles and _DIVIDER.fullmatch(block.text.strip()):
            continue
        elif block.heading or index in titles or config.posts == "rules" and _DIVIDER.fullmatch(block.text.strip()):
            post = draft.post(path)
            draft = _Draft(block.text.strip().rstrip(":–—- ") if block.heading or index in titles else "")
            if post is not None:
                found += 1
                yield post
        else:
            draft.texts.append(block.text)
            draft.numbers.append(block.number)
    post = draft.post(path)
    if post is not None:
        yield post
    elif not found:
        raise InputError("no text in it", path)


def _numbered(parts: Sequence[Table | Paragraph]) -> frozenset[int]:
    """Return which blocks are lines that number the posts under them (“Opslag 1”); none where headings part them, or nothing does."""
    if any(isinstance(part, Paragraph) and part.heading for part in parts[1:]):
        return frozenset()
    found = [
        (index, number)
        for index, part in enumerate(parts)
        if isinstance(part, Paragraph) and (number := numbering.number_of(part.text)) is not None
    ]
    ends = [*(index for index, _ in found[1:]), len(parts)]
    texts = [
        " ".join(part.text if isinstance(part, Paragraph) else "a table of posts or more" for part in parts[index + 1 : end])
        for (index, _), end in zip(found, ends, strict=False)
    ]
    return frozenset(index for index, _ in found) if numbering.are_counted([number for _, number in found], texts) else frozenset()


def _is_preface(parts: Sequence[Table | Paragraph]) -> bool:
    """Say whether the blocks above the first post are none of their own."""
    return numbering.is_preface(" ".join(part.text for part in parts if isinstance(part, Paragraph))) and not any(
        isinstance(part, Table) for part in parts
    )


def _is_title(draft: _Draft) -> bool:
    """Say whether a few words above a calendar only say what it is."""
    words = " ".join(draft.texts).split()
    return not draft.heading and not draft.meta and len(words) <= _TITLE_WORDS and not " ".join(words).endswith((".", "!", "?"))


def _posts_of(table: Table, path: str, number: int, config: Config, draft: _Draft) -> Iterator[Post | Problem]:
    """Yield the rows of a calendar; any other table belongs to the post it stands in: its metadata, or its text."""
    rows = [
        [" ".join(cell.text for cell in cells) if index == 0 else "\n".join(cell.text for cell in cells) for cells in row]
        for index, row in enumerate(table.rows)
    ]
    try:
        numbered = (tables.Row(index, cells) for index, cells in enumerate(rows, 1))
        yield from tables.posts(path, numbered, lambda row, column: f"table {number}, row {row}", config, table.copied)
    except NotPosts:
        if rows and all(len(row) == 2 and canonical(row[0]) in _META for row in rows):
            draft.meta.extend((row[0], row[1]) for row in rows)
            return
        if len(rows) == 2 and len(rows[0]) == len(rows[1]) and all(canonical(name) in _META for name in rows[0] if name.strip()):
            draft.meta.extend((name, value) for name, value in zip(*rows, strict=True) if name.strip())
            return
        for cell in (cell for row in table.rows for cell in row):
            draft.texts.extend(paragraph.text for paragraph in cell)
            draft.numbers.extend(paragraph.number for paragraph in cell)


def _pair(text: str) -> tuple[str, str] | None:
    """Return the name and value of a line of metadata such as “Målgruppe: bogholdere”."""
    name, colon, value = text.partition(":")
    if colon and len(name) <= _MAX_KEY and value.strip() and canonical(name) in _META:
        return name, value.strip()
    return None
