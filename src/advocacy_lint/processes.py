"""The processes that share the work of a run: some workers, and this one whenever it has nothing else to do."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from pickle import dumps
from typing import Any, NamedTuple

from advocacy_lint.errors import LintError

# How many tasks a worker has at a time, so that it need not wait for the next; and how many results may wait for one before them.
_AHEAD, _HELD = 4, 16
# What can be sent to a worker that is at something else, in bytes: any system has room for so much.
_TASKS = 60_000
# What a worker can send while nobody listens: as much as Linux gives everybody.
_RESULTS = 1 << 20


class Job(NamedTuple):
    """What workers do: `begin` is called in each with what is `known`, then `work` with each task."""

    work: Callable[[Any], Any]
    begin: Callable[[Any], object]
    known: Any


class Workers:
    """Processes that do the tasks of a job."""

    def __init__(self, count: int, job: Job) -> None:
        self._workers = [_Worker(job) for _ in range(count)]

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self._workers:
            worker.end()

    def spread(self, here: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
        """Yield the result of each task, in order; `here` does those that this process comes to.

        Raises what a task raises, and LintError where a worker is gone.
        """
        left = iter(tasks)
        waiting: deque[_Result] = deque()
        task = next(left, None)
        while task is not None or waiting:
            for worker in self._workers:
                while task is not None and (result := worker.give(task)) is not None:
                    waiting.append(result)
                    task = next(left, None)
                if task is None and not worker.is_busy:
                    worker.dismiss()
            if waiting and waiting[0].is_there:
                yield waiting.popleft().value
            elif task is not None and len(waiting) < _HELD * len(self._workers):
                waiting.append(_Result(here(task)))
                task = next(left, None)
                self._receive(timeout=0)
            else:
                self._receive(timeout=None)

    def _receive(self, timeout: float | None) -> None:
        """Take in what workers have sent; None: wait for it."""
        busy: dict[Any, _Worker] = {worker.results: worker for worker in self._workers if worker.is_busy}
        for results in wait(list(busy), timeout) if busy else ():
            busy[results].receive()


class _Result:
    """What a task has come to, or will."""

    __slots__ = ("is_there", "value")

    def __init__(self, value: Any = None, is_there: bool = True) -> None:
        self.value = value
        self.is_there = is_there


class _Worker:
    """A process, the tasks that it was given, and the lines to it."""

    def __init__(self, job: Job) -> None:
        forked = can_fork()
        context: Any = get_context("fork" if forked else "spawn")
        theirs, self._tasks = context.Pipe(duplex=False)
        self.results, to_us = context.Pipe(duplex=False)
        _widen(to_us)
        self._given: deque[tuple[_Result, int]] = deque()  # with how many bytes each is
        self._bytes = 0
        not_theirs = (self._tasks, self.results) if forked else ()
        self._process = context.Process(target=_work, args=(job, theirs, to_us, not_theirs), daemon=True)
        with _held_back():
            self._process.start()
        theirs.close()
        to_us.close()

    @property
    def is_busy(self) -> bool:
        """Say whether it has something to do."""
        return bool(self._given)

    def give(self, task: Any) -> _Result | None:
        """Give it another task; None where it has enough to do.

        Nothing is sent for which there may be no room: it would wait for us to listen, and we for it.
        """
        if len(self._given) >= _AHEAD:
            return None
        message = dumps(task)
        if self._given and self._bytes + len(message) > _TASKS:
            return None
        result = _Result(is_there=False)
        with _missed():
            self._tasks.send_bytes(message)
        self._given.append((result, len(message)))
        self._bytes += len(message)
        return result

    def receive(self) -> None:
        """Take in the result of the first task that it was given."""
        with _missed():
            is_right, value = self.results.recv()
        if not is_right:
            raise value
        result, size = self._given.popleft()
        self._bytes -= size
        result.value, result.is_there = value, True

    def dismiss(self) -> None:
        """Let it end by itself, while others still work."""
        self._tasks.close()

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.terminate()
        self._process.join()
        self._tasks.close()
        self.results.close()


@contextmanager
def _missed() -> Iterator[None]:
    """Say what can be said when a worker is gone."""
    try:
        yield
    except (EOFError, OSError):
        raise LintError("a process of this run was ended from outside", hint="out of memory? --jobs 1 takes the least") from None


def _work(job: Job, tasks: Connection, results: Connection, not_mine: tuple[Connection, ...]) -> None:
    """Do tasks until nobody gives any more; a worker that kept its parent's ends of the lines would not see it go."""
    for each in not_mine:
        each.close()
    job.begin(job.known)
    with suppress(EOFError, ConnectionError):
        while True:
            task = tasks.recv()
            try:
                done = True, job.work(task)
            except Exception as error:
                done = False, error
            results.send(done)


def _widen(results: Connection) -> None:
    """Let a worker send a few results while its parent is at something else, where it can be said how many."""
    try:
        import fcntl

        fcntl.fcntl(results.fileno(), fcntl.F_SETPIPE_SZ, _RESULTS)
    except (ImportError, AttributeError, OSError):
        return


def can_fork() -> bool:
    """Say whether processes are born with what this one knows."""
    return os.name == "posix" and os.uname().sysname == "Linux" and "fork" in get_all_start_methods()


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl-C back while a worker starts: it is the parent's, and a worker that does not ignore it yet would print a traceback."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
