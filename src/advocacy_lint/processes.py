"""The processes that share the work of a run: some workers, and this one whenever it has nothing else to do."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pickle import dumps, loads
from typing import Any, NamedTuple, Protocol

from advocacy_lint import forking
from advocacy_lint.errors import LintError

# How many tasks a worker has at a time, so that it need not wait for the next; and how many results may wait for one before them.
_AHEAD, _HELD = 4, 16
# What can be sent to a worker that is at something else, in bytes: any system has room for so much.
_TASKS = 60_000


class Job(NamedTuple):
    """What workers do: `begin` is called in each with what is `known`, then `work` with each task."""

    work: Callable[[Any], Any]
    begin: Callable[[Any], object]
    known: Any


class Process(Protocol):
    """A process that was started, and the lines to it."""

    def send(self, message: bytes) -> None:
        """Send a message; OSError where the process is gone."""

    def receive(self) -> bytes:
        """Return its next message, waited for; EOFError or OSError where the process is gone."""

    def dismiss(self) -> None:
        """Say that there are no more messages."""

    def end(self) -> None:
        """End it, whatever it is at."""


class Workers:
    """Processes that do the tasks of a job."""

    def __init__(self, count: int, job: Job) -> None:
        kind = _kind()
        self._ready = kind.ready
        self._workers: list[_Worker] = []
        for _ in range(count):
            self._workers.append(_Worker(kind.start(_work, job, [each.process for each in self._workers])))

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *error: object) -> None:
        for worker in self._workers:
            worker.process.end()

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
                    worker.process.dismiss()
            if waiting and waiting[0].is_there:
                yield waiting.popleft().value
            elif task is not None and len(waiting) < _HELD * len(self._workers):
                waiting.append(_Result(here(task)))
                task = next(left, None)
                self._receive(waits=False)
            else:
                self._receive(waits=True)

    def _receive(self, waits: bool) -> None:
        """Take in all that workers have sent: one whose results lie there is given nothing new."""
        while busy := {id(worker.process): worker for worker in self._workers if worker.is_busy}:
            sent = self._ready([worker.process for worker in busy.values()], waits)
            for process in sent:
                busy[id(process)].receive()
            if not sent or waits:
                return


class _Result:
    """What a task has come to, or will."""

    __slots__ = ("is_there", "value")

    def __init__(self, value: Any = None, is_there: bool = True) -> None:
        self.value = value
        self.is_there = is_there


class _Worker:
    """A process, and the tasks that it was given."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self._given: deque[tuple[_Result, int]] = deque()  # with how many bytes each is
        self._bytes = 0

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
            self.process.send(message)
        self._given.append((result, len(message)))
        self._bytes += len(message)
        return result

    def receive(self) -> None:
        """Take in the result of the first task that it was given."""
        with _missed():
            message = self.process.receive()
        is_right, value = loads(message)
        if not is_right:
            raise value
        result, size = self._given.popleft()
        self._bytes -= size
        result.value, result.is_there = value, True


@contextmanager
def _missed() -> Iterator[None]:
    """Say what can be said when a worker is gone."""
    try:
        yield
    except (EOFError, OSError):
        raise LintError("a process of this run was ended from outside", hint="out of memory? --jobs 1 takes the least") from None


def _work(job: Job, receive: Callable[[], bytes], send: Callable[[bytes], object]) -> None:
    """Do tasks until nobody gives any more."""
    job.begin(job.known)
    while True:
        try:
            task = receive()
        except EOFError:
            return
        try:
            done = True, job.work(loads(task))
        except Exception as error:
            done = False, error
        send(dumps(done))


def can_fork() -> bool:
    """Say whether processes are born with what this one knows."""
    return forking.is_possible()


def _kind() -> Any:
    """Return the module that starts processes here."""
    if can_fork():
        return forking
    from advocacy_lint import spawning

    return spawning
