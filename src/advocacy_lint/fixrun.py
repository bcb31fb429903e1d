"""One run of `check --fix` or `--diff`: rewrites drafts where words can be replaced, then says what is left."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from advocacy_lint.advice import fixes
from advocacy_lint.advice.diffing import diff
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, fields, limit_of, problem_of, read_bytes, read_source
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.inputs.metadata import TEXT
from advocacy_lint.model import Post, PostReport
from advocacy_lint.outputs.sanitize import clean, name, one_line
from advocacy_lint.runner import Runner
from advocacy_lint.session import Session
from advocacy_lint.writing import write_atomically

_TEXTS = frozenset((".md", ".markdown", ".txt", ""))
_LINES = frozenset((".jsonl", ".ndjson"))


class FixRun:
    """Fixes every source of a run; `run` is the run of `check` whose options and exit code hold."""

    def __init__(self, run: Any) -> None:
        self._run = run
        self._options = run.options
        self._runner = Runner(run.plan())
        self._changed = False

    def run(self) -> int:
        """Fix (or show what would be), and return the exit code: with --diff 1 if anything would change."""
        for source in list(self._run.sources()):
            try:
                self._source(source)
            except InputError as error:
                self._run.problem(problem_of(error, source.path))
        problems = frozenset(self._run.run_state.problems)
        if self._options.diff:
            return 2 if problems else int(self._changed)
        if self._options.paths == ("-",):
            return 2 if problems else 0
        again = type(self._run)(replace(self._options, fix=False, unsafe_fixes=False))
        again.said = problems
        code: int = again.run()
        return 2 if problems else code

    def _source(self, source: Source) -> None:
        session = self._runner.session_for(source.path)
        suffix = os.path.splitext(source.path)[1].lower()
        if suffix not in _TEXTS | _LINES:
            self._say(f"{name(source.path)}: {suffix} files cannot be rewritten")
            return
        data = source.data if source.data is not None else _read(source.path)
        rewrite = _jsonl if suffix in _LINES else _text
        after, count = rewrite(source.path, data, session, self._options.unsafe_fixes)
        self._changed |= after != data
        if self._options.diff:
            codec = decode(data, source.path)[1]
            _print(diff(name(source.path), data.decode(codec), after.decode(codec)))
        elif source.path == "-" or source.data is not None:
            _print(after.decode(decode(after, source.path)[1]))
        elif after != data:
            _replace(source.path, data, after)
            self._say(f"{name(source.path)}: {count} fixed")

    def _say(self, line: str) -> None:
        if not self._options.quiet:
            print(one_line(line), file=sys.stderr)


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


def _text(path: str, data: bytes, session: Session, unsafe: bool) -> tuple[bytes, int]:
    """Return the bytes of a text file after its fixes, and how many."""
    text, codec = decode(data, path)

    def lint(changed: str) -> list[PostReport]:
        source = Source(path, data=changed.encode(codec))
        return [session.lint(post) for post in read_source(source, session.config) if isinstance(post, Post)]

    fixed = fixes.converge(text, lint, unsafe)
    return fixed.text.encode(codec), fixed.count


def _jsonl(path: str, data: bytes, session: Session, unsafe: bool) -> tuple[bytes, int]:
    """Return the bytes of a JSON Lines file with the text field rewritten where it has fixes; other lines stay byte for byte."""
    lines = data.split(b"\n")
    count = 0
    for post in read_source(Source(path, data=data), session.config):
        if not isinstance(post, Post) or not post.place:
            continue
        fixed = fixes.converge(post.text, _lint_field(post, session), unsafe)
        if fixed.text != post.text:
            index = int(post.place.rpartition(" ")[2]) - 1
            lines[index] = _rewritten(lines[index], fixed.text, session)
            count += fixed.count
    return b"\n".join(lines), count


def _lint_field(post: Post, session: Session) -> Callable[[str], list[PostReport]]:
    return lambda text: [session.lint(replace(post, text=text, end=-1))]


def _rewritten(line: bytes, text: str, session: Session) -> bytes:
    raw = line.decode("utf-8-sig")
    item = json.loads(raw)
    name = next(name for name, role in fields.roles(item, session.config).items() if role == TEXT)
    item[name] = text
    mark = b"\xef\xbb\xbf" if line.startswith(b"\xef\xbb\xbf") else b""
    return mark + json.dumps(item, ensure_ascii=raw.isascii()).encode() + (b"\r" if line.endswith(b"\r") else b"")
