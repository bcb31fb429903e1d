"""The process pool: new files linted in other processes, their results in order, nothing left alive however the run ends."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait

from msgspec import Struct

from advocacy_lint.errors import LintError
from advocacy_lint.inputs import Source
from advocacy_lint.model import Problem
from advocacy_lint.runs.cache import Cache
from advocacy_lint.runs.lint import Found, Job, Result, kept, lint_here, lint_sources

Outcomes = list[list[Result | Problem]]
# How many new files a worker is given at a time, and how many files (most of them known) are held for that.
_CHUNK = 24
_HELD = 128
# So many chunks for each worker are given out ahead.
_AHEAD = 3
# So many files are linted before workers start, and build what forked workers are born with.
_FIRST = 2
_ENDINGS = frozenset((signal.SIGINT, signal.SIGTERM))


class _Chunk(Struct, frozen=True):
    """Some files in a row, and what a worker gives for those that are new; a large one is linted here when its turn comes."""

    found: list[Found]
    given: Future[Outcomes] | None


def lint_in_processes(found: Iterator[Found], job: Job, cache: Cache | None, workers: int) -> Iterator[Result | Problem]:
    """Yield the results of files, in order. LintError where a worker is ended from outside."""
    forks = "fork" in multiprocessing.get_all_start_methods()
    if forks:
        yield from lint_here(islice(found, _FIRST), job, cache)
        gc.freeze()  # what workers are born with stays theirs together as long as nobody looks at it
    context = multiprocessing.get_context("fork" if forks else "spawn")
    executor = ProcessPoolExecutor(workers, context, _begin, (job,))
    ahead: deque[_Chunk] = deque()
    try:
        for chunk in _chunks(found):
            ahead.append(_given(chunk, executor))
            if len(ahead) > workers * _AHEAD:
                yield from _taken(ahead.popleft(), job, cache)
        while ahead:
            yield from _taken(ahead.popleft(), job, cache)
    except BrokenProcessPool:
        _end(executor)
        raise LintError("a process of this run was ended from outside (out of memory? --jobs 1 takes the least)") from None
    except BaseException:
        _end(executor)
        raise
    executor.shutdown()


def _chunks(found: Iterable[Found]) -> Iterator[list[Found]]:
    """Yield files in rows of at most `_CHUNK` new ones; a large one stands alone."""
    row: list[Found] = []
    new = 0
    for each in found:
        if each.large:
            if row:
                yield row
            yield [each]
            row, new = [], 0
            continue
        row.append(each)
        new += each.known is None
        if new == _CHUNK or len(row) == _HELD:
            yield row
            row, new = [], 0
    if row:
        yield row


def _given(chunk: list[Found], executor: ProcessPoolExecutor) -> _Chunk:
    new = [each.source for each in chunk if each.known is None and not each.large]
    if not new:
        return _Chunk(chunk, None)
    # The first task starts the workers: until they have said what these mean to them, no signal may end them halfway.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS) if hasattr(signal, "pthread_sigmask") else None
    try:
        return _Chunk(chunk, executor.submit(_lint, new))
    finally:
        if held is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _taken(chunk: _Chunk, job: Job, cache: Cache | None) -> Iterator[Result | Problem]:
    """Yield the results of a row of files, waited for."""
    if chunk.given is None:
        yield from lint_here(chunk.found, job, cache)
        return
    outcomes = iter(chunk.given.result())
    for each in chunk.found:
        yield from each.known if each.known is not None else kept(each, next(outcomes), cache)


def _end(executor: ProcessPoolExecutor) -> None:
    """End the workers, whatever they are at. The pool is not waited for: it may hold half of what one was saying."""
    workers = multiprocessing.active_children()
    for worker in workers:
        worker.terminate()
    executor.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.join()


# What a worker process lints by.
_job: Job | None = None


def _begin(job: Job) -> None:
    """Begin a worker: who started it is interrupted, and ends it; where that one is gone, it ends by itself."""
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _lint(sources: list[Source]) -> Outcomes:
    """Return what each of some sources gives."""
    assert _job is not None
    outcomes: Outcomes = [[] for _ in sources]
    for number, outcome in lint_sources(sources, _job):
        outcomes[number].append(outcome)
    return outcomes
