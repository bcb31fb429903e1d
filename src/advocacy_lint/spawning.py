"""Workers that begin with nothing, on systems where none can be born with what this process knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

from advocacy_lint.forking import held_back


class Spawned:
    """A process, and our ends of the lines to it."""

    def __init__(self, process: Any, tasks: Any, results: Any) -> None:
        self._process = process
        self._tasks = tasks
        self.results = results

    def send(self, message: bytes) -> None:
        """Send a message; OSError where the process is gone."""
        self._tasks.send_bytes(message)

    def receive(self) -> bytes:
        """Return its next message, waited for; EOFError or OSError where the process is gone."""
        message: bytes = self.results.recv_bytes()
        return message

    def dismiss(self) -> None:
        """Say that there are no more messages."""
        self._tasks.close()

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.terminate()
        self._process.join()
        self._tasks.close()
        self.results.close()


def start(work: Callable[..., None], job: Any, others: Sequence[Spawned]) -> Spawned:
    """Return a process that does a job; `others` are none of its business."""
    context: Any = get_context("spawn")
    theirs, tasks = context.Pipe(duplex=False)
    results, to_us = context.Pipe(duplex=False)
    process = context.Process(target=_live, args=(work, job, theirs, to_us), daemon=True)
    with held_back():
        process.start()
    theirs.close()
    to_us.close()
    return Spawned(process, tasks, results)


def ready(processes: Sequence[Spawned], waits: bool) -> list[Spawned]:
    """Return those that have sent something, or are gone."""
    by_line: dict[Any, Spawned] = {process.results: process for process in processes}
    return [by_line[line] for line in wait(list(by_line), None if waits else 0)]


def _live(work: Callable[..., None], job: Any, tasks: Connection, results: Connection) -> None:
    with suppress(BrokenPipeError):  # who listened is gone
        work(job, tasks.recv_bytes, results.send_bytes)
