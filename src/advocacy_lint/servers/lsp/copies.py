"""Copies across the workspace: which other files and open buffers share most of their wording with a draft."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from lsprotocol.types import Diagnostic
from msgspec import Struct

from advocacy_lint.api import Checked, Project
from advocacy_lint.errors import LintError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.model import PortfolioFinding, Post, Problem
from advocacy_lint.portfolio import Portfolio, Signature, signature
from advocacy_lint.portfolio.signature import text_signature
from advocacy_lint.servers.lsp.buffers import Checkup
from advocacy_lint.servers.lsp.diagnostics import copied
from advocacy_lint.servers.lsp.positions import Positions

# Of a workspace so many files are known, each up to so many bytes: an editor must not wait for an archive.
_MOST_FILES = 1_000
_LARGEST = 200_000


class _Known(Struct, frozen=True):
    """A file as it was read: when it was changed, how large it is, and what its posts are known by."""

    state: tuple[int, int]
    posts: tuple[Signature, ...]


class Workspace:
    """The posts of a workspace's folders, by their files; safe in threads."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._files: Mapping[str, _Known] = {}
        self._lock = Lock()

    def read(self, folders: Iterable[str]) -> bool:
        """Read what has changed in the files of some folders, as `check` finds them, and say whether anything has.

        What cannot be read has no copies.
        """
        with self._lock:
            found: dict[str, _Known] = {}
            for folder in folders:
                try:
                    config = self._project.session(os.path.join(folder, "draft.md")).config
                except LintError:
                    continue
                for source in discover([folder], config):
                    if len(found) == _MOST_FILES:
                        break
                    if isinstance(source, Source) and (known := self._of(os.path.abspath(source.path))) is not None:
                        found[os.path.abspath(source.path)] = known
            changed = self._files != found
            self._files = found
        return changed

    def _of(self, path: str) -> _Known | None:
        try:
            status = os.stat(path)
            state = (status.st_mtime_ns, status.st_size)
            old = self._files.get(path)
            if old is not None and old.state == state:
                return old
            if status.st_size > _LARGEST:
                return None
            return _Known(state, tuple([signature(post, role="context") for post in self._posts(path)]))
        except (OSError, LintError):
            return None

    def _posts(self, path: str) -> list[Post]:
        return [each for each in read_source(Source(path), self._project.session(path).config) if isinstance(each, Post)]

    def marks(self, found: Checkup, buffers: Mapping[str, Checkup], encoding: str | None, locale: str | None) -> list[Diagnostic]:
        """Return the diagnostics of a buffer's copies in files and other open buffers.

        None where a configuration is wrong: that has a mark of its own.
        """
        if not found.posts:
            return []

        def elsewhere(path: str) -> Positions | None:
            if path in buffers:
                return buffers[path].positions
            text = self.text(path)
            return None if text is None else Positions(text, encoding)

        try:
            copies = self.copies(found.path, found.posts, {path: each.posts for path, each in buffers.items()}, locale)
        except LintError:
            return []
        posts = [each.post for each in found.posts]
        return [mark for each in copies if (mark := copied(each, found.path, posts, found.positions, elsewhere)) is not None]

    def text(self, path: str) -> str | None:
        """Return the text that places in a file count in; None where they count in a cell of it, or it cannot be read."""
        try:
            return next((post.text for post in self._posts(path) if post.place is None), None)
        except (OSError, LintError):
            return None

    def copies(
        self, path: str, posts: Sequence[Checked], buffers: Mapping[str, Sequence[Checked]], locale: str | None
    ) -> list[PortfolioFinding]:
        """Return which posts elsewhere share most of their wording with those of a buffer; an open buffer is read in place of its file."""
        mine = [signature(each.report, text_signature(each.post)) for each in posts]
        words = frozenset().union(*(each.numbers for each in mine)) - {0}
        # What has no run of words in common with the draft is no copy of it, and need not be held against it.
        beside = [each for name, known in self._files.items() if name != path and name not in buffers for each in known.posts]
        beside += [signature(each.post, role="context") for name, open_posts in buffers.items() if name != path for each in open_posts]
        near = [each for each in beside if not words.isdisjoint(each.numbers)]
        if not near:
            return []

        def read(wanted: str) -> list[Post | Problem]:
            opened = posts if wanted == path else buffers.get(wanted)
            return list(self._posts(wanted)) if opened is None else [each.post for each in opened]

        portfolio = Portfolio(self._project.session(path).config, locale, read)
        for one in mine:
            portfolio.add(one)
        for one in near:
            portfolio.add_other(one)
        return [finding for finding in portfolio.findings() if finding.share is not None]
