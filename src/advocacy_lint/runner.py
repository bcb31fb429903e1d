"""Many files to many reports: in this process for a few, in several for many, in the order they were given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, islice
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from advocacy_lint.cachedir import cache_folder
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError, LintError
from advocacy_lint.inputs import Source, read_bytes, suffix_of
from advocacy_lint.kept_reports import KeptReport, record, restore
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.model import Post, PostReport, Problem
from advocacy_lint.result_cache import MAX_BYTES, ResultCache
from advocacy_lint.session import Session

# Starting processes costs more than linting this many posts.
WORTH_PROCESSES = 96
# The same for posts whose reports are known, which is asked of a sample.
_WORTH_PROCESSES_KNOWN = 800
_SAMPLED = 12
# How many files a worker is given at a time.
_CHUNK = 32
_CHUNK_KNOWN = 128
# How many posts go through each stage together.
_BATCH = 32
_LARGEST = MAX_BYTES
# After so many seconds without a result, it is asked whether all processes live.
_PATIENCE = 1.0

ConfigFor = Callable[[str], Config]
ReadSource = Callable[[Any, Config], Iterable[Post | Problem]]


class Overrides(Struct, frozen=True):
    """What the command line says over every configuration."""

    language: str | None = None
    locale: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Plan(Struct):
    """How to read, and with what settings: all that a worker process needs."""

    config_for: ConfigFor
    read: ReadSource
    overrides: Overrides = field(default_factory=Overrides)
    # Computed beside the report, in the worker; what it calls `measured` is kept in the cache and given back to it.
    after: Callable[..., Any] | None = None
    # What is made of a report in its own process; it is all that is sent home.
    brief: Callable[[PostReport], Any] | None = None
    # What can be done here while other processes lint; is told whether the reports are known from an earlier run.
    meanwhile: Callable[[bool], object] | None = None
    cache: bool = False


class Done(Struct, frozen=True):
    """One post's report (or what `Plan.brief` made of it), with what `Plan.after` made of it."""

    report: Any
    extra: Any = None


class Runner:
    """Lints sources one by one; sessions are shared between files with the same settings."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._sessions: dict[int, tuple[Config, Session]] = {}
        self._caches: dict[int, ResultCache | Literal[False]] = {}

    def session_for(self, path: str) -> Session:
        """Return the session for a path's configuration."""
        config = self._plan.config_for(path)
        found = self._sessions.get(id(config))
        if found is None:
            overrides = self._plan.overrides
            effective = replace(
                config,
                select=overrides.select or config.select,
                ignore=(*config.ignore, *overrides.ignore),
                rules=(*config.rules, *overrides.rules),
            )
            session = Session(effective, language=overrides.language, locale=overrides.locale)
            found = self._sessions[id(config)] = (config, session)
        return found[1]

    def lint(self, sources: Iterable[Any]) -> Iterator[Done | Problem]:
        """Yield a report for each post of some sources (a brief, where the plan makes such), and a problem for what cannot be read.

        A few posts at a time go through each stage together: programs and tables that stay near at hand make it a fifth faster.
        """
        items = (item for source in sources for item in self._read(source))
        while batch := list(islice(items, _BATCH)):
            yield from self._linted(batch)

    def _read(self, source: Any) -> Iterator[_Draft | Done | Problem | Entry]:
        """Yield what a source holds: drafts, what is known of them already, problems; at its end the entry that is to be kept."""
        path = str(getattr(source, "path", source))
        try:
            session = self.session_for(path)
            entry = self._entry(source, path, session)
            for post in self._plan.read(entry.source if entry else source, session.config):
                if isinstance(post, Problem):
                    yield post
                else:
                    yield (entry and entry.known(post)) or _Draft(post, session, entry)
            if entry:
                yield entry
        except InputError as error:
            yield Problem(error.path or path, _without_path(error))

    def _linted(self, batch: list[_Draft | Done | Problem | Entry]) -> Iterator[Done | Problem]:
        fresh = [item for item in batch if isinstance(item, _Draft)]
        reports = iter(self._reports(fresh))
        brief = self._plan.brief
        for item in batch:
            if isinstance(item, Entry):
                item.close()
            elif isinstance(item, Problem):
                yield item
            else:
                done = self._done(item, next(reports)) if isinstance(item, _Draft) else item
                yield done if brief is None else Done(brief(done.report), done.extra)

    def _reports(self, drafts: list[_Draft]) -> Iterator[PostReport]:
        """Yield the reports of drafts, those of one session together."""
        for _, group in groupby(drafts, key=lambda draft: id(draft.session)):
            together = list(group)
            yield from together[0].session.lint_all([draft.post for draft in together])

    def _done(self, draft: _Draft, report: PostReport) -> Done:
        extra = self._plan.after(draft.post, report) if self._plan.after else None
        if draft.entry:
            draft.entry.learn(draft.post, report, extra)
        return Done(report, extra)

    def _entry(self, source: Any, path: str, session: Session) -> Entry | None:
        """Return the cache's entry for a source, its bytes read; None where nothing is kept."""
        if not self._plan.cache or session.config.nlp or not isinstance(source, Source):
            return None
        cache = self._caches.get(id(session))
        if cache is None:
            folder = cache_folder()
            cache = self._caches[id(session)] = ResultCache(str(folder), session.stamp()) if folder else False
        if not cache:
            return None
        try:
            data = source.data if source.data is not None else read_bytes(path, _LARGEST)
        except (OSError, InputError):
            return None  # too large to be kept, or the reader says what is wrong
        return Entry(cache, session, replace(source, data=data), self._plan.after)

    def knows(self, sources: Iterable[Any]) -> bool:
        """Say whether the cache has the reports of all these sources."""
        for source in sources:
            path = str(getattr(source, "path", source))
            try:
                entry = self._entry(source, path, self.session_for(path))
            except InputError:
                return False
            if entry is None or not entry.is_known:
                return False
        return True

    @property
    def is_prune_due(self) -> bool:
        """Say whether the cache has taken in so much that its bounds are to be looked at."""
        return any(cache and cache.is_due for cache in self._caches.values())


def _prune() -> None:
    folder = cache_folder()
    if folder:
        ResultCache(str(folder), "").prune()


class _Draft(Struct, frozen=True):
    """A post that is to be linted."""

    post: Post
    session: Session
    entry: Entry | None


class _Known(Struct, frozen=True, array_like=True):
    """What is kept of a post: its report, and what `Plan.after` called measured."""

    report: KeptReport
    measured: Any


class Entry:
    """What the cache knows of one file, post by post; a file with anything new is kept anew as a whole."""

    def __init__(self, cache: ResultCache, session: Session, source: Source, after: Callable[..., Any] | None) -> None:
        self.source = source
        self._cache = cache
        self._session = session
        self._after = after
        self._key = cache.key(source.data or b"", f"{suffix_of(source.path)}:{after is not None}")
        self._known = cache.get(self._key, list[_Known])
        self._records: list[_Known] = []
        self._keep = self._known is None
        self._next = 0

    @property
    def is_known(self) -> bool:
        """Say whether the file's reports were kept."""
        return self._known is not None

    def known(self, post: Post) -> Done | None:
        """Return what is known of the next post; None where it has to be linted."""
        if self._known is None:
            return None
        try:
            known = self._known[self._next]
            report = restore(post, known.report, self._session.wordings(known.report.language))
            extra = self._after(post, report, measured=known.measured) if self._after else None
        except (LookupError, ValueError, TypeError):
            return None
        self._next += 1
        return Done(report, extra)

    def learn(self, post: Post, report: PostReport, extra: Any) -> None:
        """Note a report that was made; one that cannot be kept keeps the whole file out."""
        if self._keep:
            # A language without rules has nothing that was worth the work: its file is read anew each time.
            supported = report.language in SUPPORTED
            kept = record(post, report, self._session.wordings(report.language)) if supported else None
            if kept is None:
                self._keep = False
            else:
                self._records.append(_Known(kept, getattr(extra, "measured", None)))

    def close(self) -> None:
        """Keep what was learned of the file."""
        if self._keep and self._records:
            self._cache.put(self._key, self._records)


def _without_path(error: LintError) -> str:
    line = f"line {error.line}: " if error.line else ""
    hint = f" ({error.hint})" if error.hint else ""
    return f"{line}{error.message}{hint}"


def lint_all(sources: Iterable[Any], plan: Plan, jobs: int = 0) -> Iterator[Done | Problem]:
    """Yield reports and problems for all sources, in order. `jobs`: processes (0: as many as there are processors, for many files)."""
    source_iterator = iter(sources)
    first = list(islice(source_iterator, WORTH_PROCESSES + 1))
    workers = jobs or os.cpu_count() or 1
    runner = Runner(plan)
    enough = WORTH_PROCESSES
    known = len(first) > enough and runner.knows(first[::_SAMPLED])
    if known:
        enough = _WORTH_PROCESSES_KNOWN
        first += islice(source_iterator, enough + 1 - len(first))
    if workers == 1 or (len(first) <= enough and jobs < 2):
        yield from runner.lint(_chained(first, source_iterator))
        if runner.is_prune_due:
            _prune()
        return
    yield from _in_processes(_chained(first, source_iterator), runner, plan, workers, known)


def _chained(first: Sequence[Any], rest: Iterator[Any]) -> Iterator[Any]:
    yield from first
    yield from rest


def _in_processes(sources: Iterator[Any], runner: Runner, plan: Plan, workers: int, known: bool) -> Iterator[Done | Problem]:
    import multiprocessing

    forked = os.name == "posix" and os.uname().sysname == "Linux" and "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if forked else "spawn")
    if forked and not known:
        # What the first posts make it build (rules, phrases, patterns), the workers are born with.
        yield from runner.lint(islice(sources, _CHUNK))
    with _held_back():
        started = context.Pool(workers, _start_worker, (runner if forked else Runner(replace(plan, meanwhile=None)),))
    with started as pool:
        alive = _processes()
        reports = pool.imap(_work, _chunked(sources, _CHUNK_KNOWN if known else _CHUNK))
        if plan.meanwhile:
            plan.meanwhile(known)
        prune_due = runner.is_prune_due
        for results, due in _while_all_live(reports, pool, alive):
            yield from results
            prune_due |= due
    if prune_due:
        _prune()


def _while_all_live(reports: Any, pool: Any, started: set[int | None]) -> Iterator[Any]:
    """Yield what processes send home. LintError where one of them is gone: what it was at would be waited for without end."""
    from multiprocessing import TimeoutError

    while True:
        try:
            yield reports.next(_PATIENCE)
        except StopIteration:
            return
        except TimeoutError:
            if started - _processes():
                _abandon(pool)
                raise LintError("a process of this run was ended from outside", hint="out of memory? --jobs 1 takes the least") from None


def _processes() -> set[int | None]:
    from multiprocessing import active_children

    return {each.pid for each in active_children()}


def _abandon(pool: Any) -> None:
    """End a pool of which a process is gone: that may have taken with it the lock that ending a pool waits for."""
    from multiprocessing import active_children
    from threading import Thread

    ending = Thread(target=pool.terminate, daemon=True)
    ending.start()
    ending.join(_PATIENCE)
    for each in active_children():
        each.kill()


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back while workers start: it is the parent's, and a worker that does not ignore it yet would print a traceback."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _chunked(sources: Iterator[Any], size: int) -> Iterator[list[Any]]:
    while chunk := list(islice(sources, size)):
        yield chunk


_runner: Runner | None = None


def _start_worker(runner: Runner) -> None:
    import signal

    global _runner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _runner = runner


def _work(sources: list[Any]) -> tuple[list[Done | Problem], bool]:
    assert _runner is not None
    return list(_runner.lint(sources)), _runner.is_prune_due
