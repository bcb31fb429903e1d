"""`check --fix` and `--diff`: drafts rewritten where words can be replaced."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.advice import fixes
from advocacy_lint.advice.diffing import diff
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import InputError
from advocacy_lint.files import json_text
from advocacy_lint.files.atomic import write_atomically
from advocacy_lint.inputs import Source, fields, limit_of, problem_of, read_bytes, read_source
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.model import Post, PostReport, Problem
from advocacy_lint.outputs.sanitize import clean, name
from advocacy_lint.outputs.terminal import say
from advocacy_lint.runs.settings import Settings

_TEXTS = frozenset((".md", ".markdown", ".txt", ""))
_LINES = frozenset((".jsonl", ".ndjson"))


def fix_all(sources: Iterable[Source], settings: Settings, add_problem: Callable[[Problem], None]) -> bool:
    """Fix every source, or show what would be fixed; say whether anything was. What cannot be read or written is added as a problem."""
    options = settings.options
    changed = False
    for source in sources:
        try:
            fixed = fix(source, settings.sessions.for_path(source.path), options.unsafe_fixes)
            if fixed is None:
                said = f"{name(source.path)}: {os.path.splitext(source.path)[1].lower()} files cannot be rewritten"
            else:
                changed |= fixed.after != fixed.before
                said = _written(source, fixed, options.diff)
        except InputError as error:
            add_problem(problem_of(error, source.path))
            continue
        if said and not options.quiet:
            say(said)
    return changed


class Fixed(Struct, frozen=True):
    """A file's bytes before and after its fixes, and how many there were."""

    before: bytes
    after: bytes
    count: int
    refused: int = 0  # what was on offer, and would have lowered a score


def fix(source: Source, session: Session, unsafe: bool) -> Fixed | None:
    """Return a source with its fixes; None for a kind of file that cannot be rewritten. InputError for what cannot be read."""
    suffix = os.path.splitext(source.path)[1].lower()
    if suffix not in _TEXTS | _LINES:
        return None
    data = source.data if source.data is not None else _read(source.path)
    rewrite = _jsonl if suffix in _LINES else _text
    return Fixed(data, *rewrite(source.path, data, session, unsafe))


def _written(source: Source, fixed: Fixed, shows: bool) -> str:
    """Write a file's fixes, or print them; return what is to be said of that."""
    if shows:
        codec = decode(fixed.before, source.path)[1]
        _print(diff(name(source.path), fixed.before.decode(codec), fixed.after.decode(codec)))
    elif source.data is not None:
        _print(fixed.after.decode(decode(fixed.after, source.path)[1]))
    elif fixed.after != fixed.before:
        _replace(source.path, fixed.before, fixed.after)
        return f"{name(source.path)}: {fixed.count} fixed"
    elif fixed.refused:
        return f"{name(source.path)}: nothing fixed ({fixed.refused} on offer would lower the score)"
    return ""


def _read(path: str) -> bytes:
    """Return the bytes of a file that may be rewritten; InputError for what is no file, or larger than a draft may be."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise InputError("only a file can be fixed", path)
    return read_bytes(path, limit_of(path))


def _replace(path: str, before: bytes, after: bytes) -> None:
    """Write a file's fixes, unless somebody has changed it since it was read."""
    if _read(path) != before:
        raise InputError("changed while it was read; it is left as it is", path)
    write_atomically(path, after)


def _print(text: str) -> None:
    """Print a draft's own text: as it is for programs, safe for a terminal."""
    sys.stdout.write(clean(text) if sys.stdout.isatty() else text)


def _text(path: str, data: bytes, session: Session, unsafe: bool) -> tuple[bytes, int, int]:
    """Return the bytes of a text file after its fixes, how many, and how many would have lowered the score."""
    text, codec = decode(data, path)

    def lint(changed: str) -> list[PostReport]:
        source = Source(path, data=changed.encode(codec))
        return [session.lint(post) for post in read_source(source, session.config) if isinstance(post, Post)]

    fixed = fixes.converge(text, lint, unsafe)
    return fixed.text.encode(codec), fixed.count, fixed.refused


def _jsonl(path: str, data: bytes, session: Session, unsafe: bool) -> tuple[bytes, int, int]:
    """Return the bytes of a JSON Lines file in which texts have their fixes; whatever else stands there stays as it is written."""
    text, codec = decode(data, path)
    lines = text.split("\n")
    count = refused = 0
    for post in read_source(Source(path, data=data), session.config):
        if not isinstance(post, Post) or not post.place:
            continue
        index = int(post.place.rpartition(" ")[2]) - 1
        fixed = fixes.converge(post.text, _lint_field(post, session), unsafe)
        refused += fixed.refused
        changed = _with_text(lines[index], post.text, fixed.text, session) if fixed.text != post.text else None
        if changed is not None:
            lines[index] = changed
            count += fixed.count
    return "\n".join(lines).encode(codec), count, refused


def _lint_field(post: Post, session: Session) -> Callable[[str], list[PostReport]]:
    return lambda text: [session.lint(replace(post, text=text, end=-1))]


def _with_text(line: str, before: str, after: str, session: Session) -> str | None:
    """Return a line whose field of text says something else; None where it cannot be told which that is."""
    item = fields.flat(json.loads(line.removeprefix("\ufeff")))
    name = next(name for name, role in fields.roles(item, session.config).items() if role == TEXT)
    found = json_text.with_value(line, name, before, after)
    return found or json_text.with_value(line, "text", before, after)
