"""A second look at posts that were read before: their text is not kept, only where it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advocacy_lint.errors import LintError
from advocacy_lint.model import Post
from advocacy_lint.portfolio.signature import ReadPosts, Signature


def posts_of(read: ReadPosts, path: str) -> list[Post]:
    """Return what can be read of a path's posts."""
    return [post for post in read(path) if isinstance(post, Post)]


class Sources:
    """Finds the posts of signatures again, reading each file once; None for what has changed or gone since (standard input)."""

    def __init__(self, read: ReadPosts | None) -> None:
        self._read = read
        self._found: dict[str, dict[tuple[str | None, int, str | None], Post]] = {}

    def posts(self, signatures: Iterable[Signature]) -> Sequence[Post | None]:
        """Return the post of each signature."""
        return [self._posts_in(each.path).get((each.id, each.start, each.place)) for each in signatures]

    def _posts_in(self, path: str) -> dict[tuple[str | None, int, str | None], Post]:
        found = self._found.get(path)
        if found is None:
            try:
                posts = posts_of(self._read, path) if self._read else []
            except (LintError, OSError):
                posts = []
            found = self._found[path] = {(post.id, post.start, post.place): post for post in posts}
        return found
