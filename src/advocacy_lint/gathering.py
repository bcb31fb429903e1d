"""What a run gathers of its posts to hold them against each other; where an earlier run has done so, they need not be looked at again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from advocacy_lint.config import Config
from advocacy_lint.errors import LintError
from advocacy_lint.inputs import limit_of, read_bytes
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.known_runs import KnownRuns
from advocacy_lint.model import PortfolioFinding, Post, Problem, SharedText
from advocacy_lint.plans import Done, Later
from advocacy_lint.result_cache import ResultCache

if TYPE_CHECKING:
    from advocacy_lint.portfolio import Portfolio


class Gathering:
    """Gathers the posts of a run, in order, and says what shows across them.

    `read` gives the posts of a path again; `again` lints a path's posts, for those of which only their place is known.
    """

    def __init__(
        self,
        config: Config,
        locale: str | None,
        read: Callable[[str], Iterator[Post | Problem]],
        again: Callable[[str], Iterable[Done | Problem]],
        cache: ResultCache | None,
    ) -> None:
        self._config = config
        self._locale = locale
        self._read = read
        self._again = again
        self._cache = cache
        self._texts: dict[str, str | None] = {}
        self._held: list[Any] = []  # what is not in the portfolio yet
        self._posts: list[SharedText] = []
        self._run: Any = cache.hasher(f"{config!r}\n{locale}") if cache and not config.duplicates.texts else None
        self._portfolio: Portfolio | None = None

    def add(self, done: Done) -> None:
        """Add a post of the run."""
        extra = done.extra
        self._posts.append(SharedText(extra.path, extra.id, (), extra.place))
        if done.key is None:
            self._run = None
        elif self._run is not None:
            self._run.update(done.key + f"{extra.path}\n".encode("utf-8", "surrogatepass"))
        self._held.append(extra)
        if self._portfolio is not None:
            self._hand_over()

    def prepare(self, known: bool) -> None:
        """Get ready while posts are still being linted, unless all is known already."""
        if not known:
            self._whole().prepare(known)
            self._hand_over()

    def add_context(self, path: str) -> None:
        """Add the posts of a file as context; what they are is asked each time."""
        self._run = None
        self._whole().add_context(path)

    @property
    def problems(self) -> list[Problem]:
        """What could not be read of what the posts are held against."""
        return self._portfolio.problems if self._portfolio else []

    def findings(self) -> list[PortfolioFinding]:
        """Return what shows across the posts, worst first."""
        if self._run is None or self._cache is None:
            return self._found()
        if len(self._posts) < 2:
            return []
        runs = KnownRuns(self._cache, self._text_of, tuple(self._config.audiences))
        run = self._run.digest()
        accounts = runs.find(run, self._posts)
        if accounts is not None:
            return [account.finding() for account in accounts]
        self._hand_over()
        accounts = self._whole().accounts()
        if not self.problems:
            runs.keep(run, self._posts, accounts)
        return [account.finding() for account in accounts]

    def _found(self) -> list[PortfolioFinding]:
        self._hand_over()
        return self._whole().findings()

    def _whole(self) -> Portfolio:
        if self._portfolio is None:
            from advocacy_lint.portfolio import Portfolio

            self._portfolio = Portfolio(self._config, locale=self._locale, read=self._read, cache=self._cache)
        return self._portfolio

    def _hand_over(self) -> None:
        """Give what is held to the portfolio; a post that is only known by its place is looked at now."""
        portfolio, held = self._whole(), self._held
        self._held = []
        seen: dict[str, Iterator[Done | Problem]] = {}
        for extra in held:
            if isinstance(extra, Later):
                if extra.path not in seen:
                    seen[extra.path] = iter(self._again(extra.path))
                found = next((each.extra for each in seen[extra.path] if isinstance(each, Done)), None)
                if found is not None:
                    portfolio.add(found)
            else:
                portfolio.add(extra)

    def _text_of(self, post: SharedText) -> str | None:
        """Return the text of a file that is nothing but a post."""
        if post.place is not None:
            return None
        if post.path not in self._texts:
            try:
                self._texts[post.path] = decode(read_bytes(post.path, limit_of(post.path)), post.path)[0]
            except LintError:
                self._texts[post.path] = None
        return self._texts[post.path]
