"""What shows across the posts of a run, gathered as they come; known, where an earlier run has looked at the same posts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from advocacy_lint.config import Config
from advocacy_lint.files.digests import digest
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.model import PortfolioFinding, Post, Problem
from advocacy_lint.portfolio import Portfolio, signature
from advocacy_lint.runs.lint import Result
from advocacy_lint.runs.sessions import Sessions
from advocacy_lint.runs.settings import Settings

if TYPE_CHECKING:
    from advocacy_lint.runs.cache import Cache


def portfolio_of(config: Config, locale: str | None, sessions: Sessions) -> Portfolio:
    """Return an empty portfolio that reads files again, for context and for the words that copies share."""

    def read(path: str) -> Iterator[Post | Problem]:
        if os.path.isfile(path):  # a pipe cannot be read twice
            yield from read_source(Source(path), sessions.for_path(path).config)

    return Portfolio(config, locale=locale, read=read)


class Across:
    """Gathers the results of a run, in order, and says what shows across them."""

    def __init__(self, settings: Settings, cache: Cache | None) -> None:
        config, locale = settings.config, settings.options.locale or settings.config.locale
        self._settings = settings
        self._cache = cache
        self._portfolio = portfolio_of(config, locale, settings.sessions)
        self._context = [str(path) for path in settings.options.context or config.context]
        # The keys of all posts, as long as all have one: what is found across them depends on nothing else.
        self._keys: list[bytes] | None = None if self._context or config.duplicates.texts or cache is None else []
        self._stamp = f"across\n{config!r}\n{locale}".encode("utf-8", "surrogatepass")

    def add(self, result: Result) -> None:
        """Add a post of the run."""
        if result.signature is None:
            return
        if self._portfolio.posts and not result.known:
            self._portfolio.begin()
        if result.key is None:
            self._keys = None
        elif self._keys is not None:
            self._keys.append(result.key + result.report.path.encode("utf-8", "surrogatepass"))
        self._portfolio.add(signature(result.report, result.signature))

    def findings(self) -> Iterable[PortfolioFinding | Problem]:
        """Yield what shows across the posts, worst first, and what could not be read of what they are held against."""
        portfolio = self._portfolio
        if not portfolio.posts:
            return
        for source in discover(self._context, self._settings.config) if self._context else ():
            if isinstance(source, Problem):
                yield source
            elif not os.path.lexists(source.path):
                yield Problem(source.path, "no such file")
            else:
                portfolio.add_context(source.path)
        key = None if self._keys is None or self._cache is None else digest((self._stamp, *self._keys))
        known = self._cache.get(key, tuple[PortfolioFinding, ...]) if key and self._cache else None
        found = known if known is not None else tuple(portfolio.findings())
        if known is None and key and self._cache and not portfolio.problems:
            self._cache.put(key, found)
        yield from filter(self._is_selected, found)
        yield from portfolio.problems

    def _is_selected(self, finding: PortfolioFinding) -> bool:
        select, ignore = self._settings.options.selected, (*self._settings.config.ignore, *self._settings.options.ignored)
        if not select and not ignore:
            return True
        from advocacy_lint.engine.linter import selected

        return selected(finding.rule, select, ignore)
