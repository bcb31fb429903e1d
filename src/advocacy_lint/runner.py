"""Many files to many reports: in this process for a few, in several for many, in the order they were given."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.cachedir import cache_folder
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError, LintError
from advocacy_lint.inputs import Source, read_bytes
from advocacy_lint.kept_reports import KnownReport
from advocacy_lint.known_posts import UNFIT, Entry, Knowledge
from advocacy_lint.model import Post, PostReport, Problem
from advocacy_lint.plans import Done, Later, Plan
from advocacy_lint.result_cache import ResultCache
from advocacy_lint.result_packs import Learned, Packs
from advocacy_lint.session import Session

# Starting processes costs more than linting this many posts.
WORTH_PROCESSES = 96
# The same for posts whose reports are known, which is asked of a sample.
_WORTH_PROCESSES_KNOWN = 1_500
_SAMPLED = 12
# How many files a worker is given at a time.
_CHUNK = 12
# So many are linted before workers start, and build what the workers are born with.
_FIRST = 2
_CHUNK_KNOWN = 128
# When each worker would get fewer chunks than these, they are made smaller.
_SHARES = 4
# How many posts go through each stage together: what is known of their words stays in the nearest caches.
_BATCH = 12
_LARGEST = 2_000_000


class Runner:
    """Lints sources one by one; sessions are shared between files with the same settings."""

    def __init__(self, plan: Plan) -> None:
        self.expects_many = False  # whether what costs time once, and saves some for each post, is worth it from the first
        self._plan = plan
        self._sessions: dict[int, tuple[Config, Session]] = {}
        self._knowledge: dict[int, Knowledge] = {}
        self._writes = True

    @cached_property
    def _packs(self) -> Packs | None:
        folder = cache_folder() if self._plan.cache else None
        return Packs(folder) if folder else None

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
        try:
            yield from self.part(sources)
        finally:
            if self._packs and self._writes:
                self._packs.save()

    def part(self, sources: Iterable[Any]) -> Iterator[Done | Problem]:
        """Yield what `lint` does for some of a run's sources; what was learned is written when it has become much."""
        items = (item for source in sources for item in self._read(source))
        while batch := list(islice(items, _BATCH)):
            yield from self._linted(batch)
            self.keep([])

    def _read(self, source: Any) -> Iterator[_Draft | Done | Problem | Entry]:
        """Yield what a source holds: drafts, what is known of them already, problems; at its end the entry that is to be kept."""
        path = str(getattr(source, "path", source))
        try:
            session = self.session_for(path)
            entry = self._entry(source, path, session)
            # What came through a pipe cannot be looked at again.
            later = self._plan.later and getattr(source, "data", None) is None
            if entry and entry.is_known and (alone := self._alone(entry, session, later)):
                yield alone
                return
            for post in self._plan.read(entry.source if entry else source, session.config):
                if isinstance(post, Problem):
                    if entry:
                        entry.complain()
                    yield post
                else:
                    yield (entry and entry.is_known and self._known(entry, post, later)) or _Draft(post, session, entry)
            if entry:
                yield entry
        except InputError as error:
            yield Problem(error.path or path, _without_path(error))

    def _alone(self, entry: Entry, session: Session, later: bool) -> Done | None:
        """Return what is known of a file's only post; None where the file has to be taken apart."""
        plan, source = self._plan, entry.source
        if plan.after and not later:
            return None
        report = entry.alone(lambda: next(post for post in plan.read(source, session.config) if isinstance(post, Post)))
        if report is None:
            return None
        return self._known_done(report, Later(source.path, None, None) if plan.after else None, entry.key)

    def _known(self, entry: Entry, post: Post, later: bool) -> Done | None:
        """Return what is known of a file's next post; None where it has to be linted."""
        found = entry.known(post)
        if found is None:
            return None
        report, measured = found
        after = self._plan.after
        try:
            extra = None
            if after:
                extra = Later(post.path, post.id, post.place) if later else after(post, report, measured=measured)
        except UNFIT:
            return None
        return self._known_done(report, extra, entry.key)

    def _known_done(self, report: KnownReport, extra: Any, key: bytes) -> Done | None:
        """Return a known report as the run wants it; None where what was kept turns out not to fit."""
        brief = self._plan.brief
        try:
            return Done(brief(report) if brief else report.whole(), extra, key)
        except UNFIT:
            return None

    def _linted(self, batch: list[_Draft | Done | Problem | Entry]) -> Iterator[Done | Problem]:
        fresh = [item for item in batch if isinstance(item, _Draft)]
        reports = iter(self._reports(fresh))
        brief = self._plan.brief
        for item in batch:
            if isinstance(item, Entry):
                item.close()
            elif not isinstance(item, _Draft):
                yield item
            else:
                done = self._done(item, next(reports))
                yield done if brief is None else Done(brief(done.report), done.extra, done.key)

    def _reports(self, drafts: list[_Draft]) -> Iterator[PostReport]:
        """Yield the reports of drafts, those of one session together."""
        for _, group in groupby(drafts, key=lambda draft: id(draft.session)):
            together = list(group)
            yield from together[0].session.lint_all([draft.post for draft in together], many=self.expects_many)

    def _done(self, draft: _Draft, report: PostReport) -> Done:
        extra = self._plan.after(draft.post, report) if self._plan.after else None
        if draft.entry:
            draft.entry.learn(draft.post, report, getattr(extra, "measured", None))
        return Done(report, extra, draft.entry.key if draft.entry else None)

    def _entry(self, source: Any, path: str, session: Session) -> Entry | None:
        """Return the cache's entry for a source, its bytes read; None where nothing is kept."""
        knows = self.knowledge(session)
        if not knows or session.config.nlp or not isinstance(source, Source):
            return None
        try:
            data = source.data if source.data is not None else read_bytes(path, _LARGEST)
        except (OSError, InputError):
            return None  # too large to be kept, or the reader says what is wrong
        return knows.entry(Source(source.path, source.named, data))

    def knowledge(self, session: Session) -> Knowledge | None:
        """Return what the cache knows under a session's settings; None without a cache."""
        found = self._knowledge.get(id(session))
        if found is None and self._packs:
            cache = ResultCache(self._packs.folder, session.stamp())
            found = self._knowledge[id(session)] = Knowledge(cache, self._packs, session, measured=self._plan.after is not None)
        return found

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

    def leave_writing(self) -> None:
        """Let another process write what this one learns (`learned`): two that write the same packs would undo each other's work."""
        self._writes = False

    def learned(self) -> Learned:
        """Return what was learned and is not written."""
        return self._packs.taken() if self._packs else []

    def keep(self, learned: Learned) -> None:
        """Write what this process and others have learned, when it has become much."""
        if self._packs and self._writes:
            self._packs.add(learned)

    def close(self) -> None:
        """Write what is not written yet, and see to it that the cache stays within bounds."""
        if self._packs:
            self._packs.close()


class _Draft(Struct, frozen=True):
    """A post that is to be linted."""

    post: Post
    session: Session
    entry: Entry | None


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
    # A run with new posts gathers all of them as they come.
    plan.later = plan.later and (known or len(first) <= enough)
    if known:
        enough = _WORTH_PROCESSES_KNOWN
        first += islice(source_iterator, enough + 1 - len(first))
    if workers == 1 or (len(first) <= enough and jobs < 2):
        yield from runner.lint(_chained(first, source_iterator))
        runner.close()
        return
    yield from _in_processes(_chained(first, source_iterator), runner, plan, workers, known)


def _chained(first: Sequence[Any], rest: Iterator[Any]) -> Iterator[Any]:
    yield from first
    yield from rest


def _in_processes(sources: Iterator[Any], runner: Runner, plan: Plan, workers: int, known: bool) -> Iterator[Done | Problem]:
    from advocacy_lint import processes

    forked = processes.can_fork()
    runner.expects_many = not known
    if forked and not known:
        # What the first posts make it build (rules, phrases), the workers are born with.
        yield from runner.lint(islice(sources, _FIRST))
        gc.freeze()  # nor is it garbage: it stays theirs together as long as nobody looks at it
    try:
        # This process is one of them: it lints whenever it has nothing else to do.
        job = processes.Job(_work, _start_worker, runner if forked else Runner(replace(plan, meanwhile=None)))
        with processes.Workers(workers - 1, job) as others:
            chunks = _chunked(sources, _CHUNK_KNOWN if known else _CHUNK, workers)
            meanwhile = plan.meanwhile
            for results, learned in others.spread(lambda chunk: (list(runner.part(chunk)), []), chunks):
                if meanwhile:  # the others are at work now
                    meanwhile(known)
                    meanwhile = None
                runner.keep(learned)
                yield from results
    finally:
        runner.close()


def _chunked(sources: Iterator[Any], size: int, workers: int) -> Iterator[list[Any]]:
    """Yield sources some at a time; fewer towards the end, so that all workers come to theirs together."""
    shares = workers * _SHARES
    ahead = deque(islice(sources, size * shares))
    while ahead:
        fair = max(1, len(ahead) // shares)
        yield [ahead.popleft() for _ in range(fair)]
        ahead.extend(islice(sources, fair))


_runner: Runner | None = None


def _start_worker(runner: Runner) -> None:
    import signal

    global _runner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    runner.leave_writing()
    _runner = runner


def _work(sources: list[Any]) -> tuple[list[Done | Problem], Learned]:
    assert _runner is not None
    return list(_runner.lint(sources)), _runner.learned()
