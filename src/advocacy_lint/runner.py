"""Many files to many reports: in this process for a few, in several for many, in the order they were given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError, LintError
from advocacy_lint.model import Post, PostReport, Problem
from advocacy_lint.session import Session

# Starting processes costs more than linting this many posts.
WORTH_PROCESSES = 96
_CHUNK = 24

ConfigFor = Callable[[str], Config]
ReadSource = Callable[[Any, Config], Iterable[Post | Problem]]


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line says over every configuration."""

    language: str | None = None
    locale: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """How to read, and with what settings: all that a worker process needs."""

    config_for: ConfigFor
    read: ReadSource
    overrides: Overrides = field(default_factory=Overrides)
    after: Callable[[Post, PostReport], Any] | None = None  # computed beside the report, in the worker
    cache: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """One post's report, with what `Plan.after` made of it."""

    report: PostReport
    extra: Any = None


class Runner:
    """Lints sources one by one; sessions are shared between files with the same settings."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._sessions: dict[int, tuple[Config, Session]] = {}

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

    def lint(self, source: Any) -> Iterator[Done | Problem]:
        """Yield a report for each post of a source, and a problem for what cannot be read."""
        path = str(getattr(source, "path", source))
        try:
            session = self.session_for(path)
            for post in self._plan.read(source, session.config):
                if isinstance(post, Problem):
                    yield post
                else:
                    report = session.lint(post)
                    yield Done(report, self._plan.after(post, report) if self._plan.after else None)
        except InputError as error:
            yield Problem(error.path or path, _without_path(error))


def _without_path(error: LintError) -> str:
    line = f"line {error.line}: " if error.line else ""
    hint = f" ({error.hint})" if error.hint else ""
    return f"{line}{error.message}{hint}"


def lint_all(sources: Iterable[Any], plan: Plan, jobs: int = 0) -> Iterator[Done | Problem]:
    """Yield reports and problems for all sources, in order. `jobs`: processes (0: as many as there are processors, for many files)."""
    source_iterator = iter(sources)
    first = list(islice(source_iterator, WORTH_PROCESSES + 1))
    workers = jobs or os.cpu_count() or 1
    if workers == 1 or (len(first) <= WORTH_PROCESSES and jobs < 2):
        runner = Runner(plan)
        for source in _chained(first, source_iterator):
            yield from runner.lint(source)
        return
    yield from _in_processes(_chained(first, source_iterator), plan, workers)


def _chained(first: Sequence[Any], rest: Iterator[Any]) -> Iterator[Any]:
    yield from first
    yield from rest


def _in_processes(sources: Iterator[Any], plan: Plan, workers: int) -> Iterator[Done | Problem]:
    import multiprocessing

    method = (
        "fork" if "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" and os.uname().sysname == "Linux" else "spawn"
    )
    context = multiprocessing.get_context(method)
    with context.Pool(workers, _start_worker, (plan,)) as pool:
        for results in pool.imap(_work, _bounded(sources)):
            yield from results


def _bounded(sources: Iterator[Any]) -> Iterator[list[Any]]:
    while chunk := list(islice(sources, _CHUNK)):
        yield chunk


_runner: Runner | None = None


def _start_worker(plan: Plan) -> None:
    import signal

    global _runner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted, and ends us
    _runner = Runner(plan)


def _work(sources: list[Any]) -> list[Done | Problem]:
    assert _runner is not None
    return [done for source in sources for done in _runner.lint(source)]
