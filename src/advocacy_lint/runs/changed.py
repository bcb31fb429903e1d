"""Which posts of a file are new or different since a Git revision: one row of a calendar is one post, whatever else its file holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import LintError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Post, PostReport

if TYPE_CHECKING:
    from advocacy_lint.runs.git import Revision

_Key = tuple[str, tuple[tuple[str, str], ...]]


class ChangedPosts:
    """Holds the posts of a run against those of a Git revision, file by file in the order of the run."""

    def __init__(self, revision: Revision, store: ConfigStore) -> None:
        self._revision = revision
        self._store = store
        self._path = ""
        self._before: Counter[_Key] = Counter()

    def __contains__(self, report: PostReport) -> bool:
        """Say whether a post was not there, or was another, at the revision; of equal ones each stands for one."""
        if report.path != self._path:
            self._path = report.path
            self._before = Counter(self._posts_before(report.path))
        key = _key(report.text, report.start, report.end, report.meta)
        if self._before[key] > 0:
            self._before[key] -= 1
            return False
        return True

    def _posts_before(self, path: str) -> list[_Key]:
        content = self._revision.content(path)
        if content is None:
            return []
        try:
            found = list(read_source(Source(path, data=content), self._store.for_file(path)))
        except LintError:  # nothing that could be read: all is new
            return []
        return [_key(each.text, each.start, each.stop, each.meta) for each in found if isinstance(each, Post)]


def _key(text: str, start: int, end: int, meta: object) -> _Key:
    said = text[start : len(text) if end < 0 else end]
    return said, tuple(sorted((str(name), str(value)) for name, value in meta.items())) if isinstance(meta, dict) else ()
