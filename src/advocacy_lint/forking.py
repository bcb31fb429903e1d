"""Workers that are born with what this process knows, on Linux; Python's own module for processes takes 9 ms to import."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

# What a worker can send while nobody listens, in bytes: as much as Linux gives everybody.
_ROOM = 1 << 20
_SIZE = 8  # of the number before each message that says how many bytes it has
_AT_ONCE = 1 << 20


def is_possible() -> bool:
    """Say whether this is a system where a process can be born so."""
    return sys.platform == "linux" and hasattr(os, "fork")


class Forked:
    """A process, and our ends of the pipes to it."""

    def __init__(self, pid: int, tasks: int, results: int) -> None:
        self._pid = pid
        self._is_open = True
        self._tasks = tasks
        self.results = results

    def send(self, message: bytes) -> None:
        """Send a message; OSError where the process is gone."""
        _send(self._tasks, message)

    def receive(self) -> bytes:
        """Return its next message, waited for; EOFError or OSError where the process is gone."""
        return _receive(self.results)

    def dismiss(self) -> None:
        """Say that there are no more messages."""
        if self._is_open:
            self._is_open = False
            os.close(self._tasks)

    def forget(self) -> None:
        """Let go of its pipes: in another worker, which is born with all that is open here."""
        self.dismiss()
        os.close(self.results)

    def end(self) -> None:
        """End it, whatever it is at."""
        self.forget()
        with suppress(OSError):
            os.kill(self._pid, signal.SIGTERM)
            os.waitpid(self._pid, 0)


def start(work: Callable[..., None], job: Any, others: Sequence[Forked]) -> Forked:
    """Return a process that does a job; `others` are those that were started before."""
    theirs, tasks = os.pipe()
    results, to_us = os.pipe()
    _widen(to_us)
    with held_back():
        pid = os.fork()
        if not pid:
            os.close(tasks)
            os.close(results)
            for other in others:
                other.forget()
            _live(work, job, theirs, to_us)
    os.close(theirs)
    os.close(to_us)
    return Forked(pid, tasks, results)


def ready(processes: Sequence[Forked], waits: bool) -> list[Forked]:
    """Return those that have sent something, or are gone."""
    by_pipe = {process.results: process for process in processes}
    poll = select.poll()
    for pipe in by_pipe:
        poll.register(pipe, select.POLLIN)
    return [by_pipe[pipe] for pipe, _ in poll.poll(None if waits else 0)]


def _live(work: Callable[..., None], job: Any, tasks: int, results: int) -> None:
    """Do a job in a process that was just born, and end it: nothing of what its parent was at is gone on with."""
    code = 1
    try:
        work(job, lambda: _receive(tasks), lambda message: _send(results, message))
        code = 0
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):  # who listened is gone, or wants it ended
        pass
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _send(pipe: int, message: bytes) -> None:
    left = memoryview(len(message).to_bytes(_SIZE, "little") + message)
    while left:
        left = left[os.write(pipe, left) :]


def _receive(pipe: int) -> bytes:
    return _read(pipe, int.from_bytes(_read(pipe, _SIZE), "little"))


def _read(pipe: int, size: int) -> bytes:
    """Return so many bytes; EOFError where there are fewer."""
    parts: list[bytes] = []
    while size:
        part = os.read(pipe, min(size, _AT_ONCE))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _widen(pipe: int) -> None:
    """Let a worker send a few results while its parent is at something else, as far as the system allows."""
    import fcntl

    with suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


@contextmanager
def held_back() -> Iterator[None]:
    """Hold Ctrl-C back while a worker begins: it is the parent's, and a worker that does not ignore it yet would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
