"""The processes that share the work of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import TimeoutError, get_all_start_methods, get_context
from multiprocessing.pool import Pool
from threading import Thread
from typing import Any

from advocacy_lint.errors import LintError

# After so many seconds without a result, it is asked whether all workers live.
_PATIENCE = 1.0


class Workers(Pool):
    """A pool whose keeper looks after the workers when one ends, and sleeps while results come in.

    Python's own wakes up for every part of a result that can be read: 26,000 times for 10,000 posts, at the cost of 40 µs a post.
    """

    def _get_sentinels(self) -> list[Any]:
        results = self._outqueue._reader  # type: ignore[attr-defined]
        return [each for each in super()._get_sentinels() if each is not results]  # type: ignore[misc]

    def until_done(self, results: Any) -> Iterator[Any]:
        """Yield what the workers send home (of ``imap``).

        LintError where one of them is gone: what it was at would be waited for without end.
        """
        workers: list[Any] = list(self._pool)  # type: ignore[attr-defined]
        while True:
            try:
                yield results.next(_PATIENCE)
            except StopIteration:
                return
            except TimeoutError:
                if any(each.exitcode not in (None, 0) for each in workers):
                    self._abandon(workers)
                    raise LintError(
                        "a process of this run was ended from outside", hint="out of memory? --jobs 1 takes the least"
                    ) from None

    def _abandon(self, workers: list[Any]) -> None:
        """End all of them when one is gone: that may have taken with it the lock that ending a pool waits for."""
        ending = Thread(target=self.terminate, daemon=True)
        ending.start()
        ending.join(_PATIENCE)
        for each in workers:
            each.kill()


def can_fork() -> bool:
    """Say whether processes are born with what this one knows."""
    return os.name == "posix" and os.uname().sysname == "Linux" and "fork" in get_all_start_methods()


def start(count: int, begin: Callable[..., object], *known: Any) -> Workers:
    """Return so many processes, each of which has begun."""
    with _held_back():
        return Workers(count, begin, known, context=get_context("fork" if can_fork() else "spawn"))


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
