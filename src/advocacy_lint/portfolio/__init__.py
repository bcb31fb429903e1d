"""What only shows across the posts of a run: copies of the same text, and the mix.

A post's `text_signature` is computed beside its report; a `Portfolio` gathers signatures and says what they amount to.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from advocacy_lint.config import Config
from advocacy_lint.errors import LintError
from advocacy_lint.languages import BUILT_IN, FALLBACK
from advocacy_lint.model import PortfolioFinding, Problem
from advocacy_lint.portfolio.signature import ReadPosts, Signature, signature
from advocacy_lint.portfolio.sources import Sources, posts_of

if TYPE_CHECKING:
    from advocacy_lint.portfolio.duplicates import Clustering

__all__ = ["Portfolio", "Signature", "signature"]


class Portfolio:
    """Gathers the posts of a run; `read` gives the posts of a path again, for context and for the words that copies share.

    Context posts and texts named in the configuration are compared with, and never reported alone.
    """

    def __init__(self, config: Config, locale: str | None = None, read: ReadPosts | None = None) -> None:
        self._config = config
        self._locale = locale
        self._read = read
        self._posts: list[Signature] = []
        self._others: list[Signature] = []
        self._clustering: Clustering | None = None
        self.problems: list[Problem] = []

    def add(self, found: Signature) -> None:
        """Add a post of the run."""
        self._posts.append(found)
        if self._clustering is not None:
            self._clustering.add(found)

    def add_context(self, path: str) -> None:
        """Add the posts of a file as context."""
        self._add_others(path, "context")

    def add_other(self, found: Signature) -> None:
        """Add a post that was read before, as context."""
        self._others.append(found)

    def _add_others(self, path: str, role: str) -> None:
        """Add what is compared with; what cannot be read is a problem of the run, not its end."""
        if self._read is None:
            return
        try:
            self._others.extend(signature(post, role=role) for post in posts_of(self._read, path))
        except LintError as error:
            self.problems.append(Problem(error.path or path, error.message))

    def begin(self) -> None:
        """Hold posts against each other as they come from now on, while other processes lint; else that is done at the end."""
        # Named texts come before all posts.
        if self._clustering is None and not self._config.duplicates.texts:
            from advocacy_lint.portfolio.duplicates import Clustering

            self._clustering = Clustering(self._config.duplicates.threshold)
            for post in self._posts:
                self._clustering.add(post)

    @property
    def posts(self) -> Sequence[Signature]:
        """The posts of the run."""
        return self._posts

    def language(self) -> str:
        """Return the language to speak: the chosen one, else that of most posts."""
        if self._locale in BUILT_IN:
            return self._locale
        counted = Counter(post.language for post in self._posts if post.language in BUILT_IN)
        return counted.most_common(1)[0][0] if counted else FALLBACK

    def findings(self) -> list[PortfolioFinding]:
        """Return what shows across the posts, worst first."""
        for path in self._config.duplicates.texts:
            self._add_others(path, "text")
        if not self._posts or len(self._posts) + len(self._others) < 2:
            return []
        from advocacy_lint.portfolio.reporting import report

        sources = Sources(self._read)
        return report(self._posts, list(self._context()), self._config, self.language(), sources, self._clustering)

    def _context(self) -> Iterator[Signature]:
        """Yield the other texts, without posts that are part of the run."""
        if not self._others:
            return
        mine = {_key(post) for post in self._posts}
        seen: set[tuple[str, str | None, int]] = set()
        for other in self._others:
            key = _key(other)
            if key not in mine and key not in seen:
                seen.add(key)
                yield other


def _key(found: Signature) -> tuple[str, str | None, int]:
    return os.path.abspath(found.path), found.id, found.start
