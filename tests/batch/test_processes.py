"""The processes that share the work: results in order, errors and ends told, and nothing that waits for ever."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

import pytest

from advocacy_lint import processes
from advocacy_lint.errors import ConfigError, LintError
from advocacy_lint.processes import Job, Workers

_known: Any = None


def _begin(known: Any) -> None:
    global _known
    _known = known


def _pid(task: Any) -> tuple[Any, int, Any]:
    return task, os.getpid(), _known


def _here(task: Any) -> tuple[Any, int, Any]:
    return task, os.getpid(), "here"


def _large(task: bytes) -> bytes:
    return task * 30


def _wrong(task: int) -> int:
    if task == 7:
        raise ConfigError("seven", "a.yml", 7)
    return task


def _ended(task: int) -> int:
    if task == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def _slow(task: int) -> int:
    time.sleep(task / 100)
    return task


@pytest.fixture(params=["fork", "spawn"], autouse=True)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(processes, "can_fork", lambda: request.param == "fork")
    return str(request.param)


@pytest.mark.parametrize("count", [1, 3])
def test_results_come_in_order_from_all_processes(count: int) -> None:
    with Workers(count, Job(_pid, _begin, "told")) as workers:
        found = list(workers.spread(_here, range(400)))
    assert [task for task, _, _ in found] == list(range(400))
    assert {known for _, pid, known in found if pid != os.getpid()} == {"told"}
    assert len({pid for _, pid, _ in found}) == count + 1


def test_no_task_is_no_result() -> None:
    with Workers(1, Job(_pid, _begin, None)) as workers:
        assert list(workers.spread(_here, ())) == []


def test_a_task_that_takes_long_is_waited_for() -> None:
    with Workers(2, Job(_slow, _begin, None)) as workers:
        assert list(workers.spread(_slow, [20, 0, 0, 20, 0])) == [20, 0, 0, 20, 0]


def test_large_tasks_with_larger_results_do_not_wait_for_each_other() -> None:
    """More than any pipe holds, in both directions."""
    tasks = [bytes([number]) * 100_000 for number in range(12)]
    with Workers(1, Job(_large, _begin, None)) as workers:
        assert list(workers.spread(_large, tasks)) == [task * 30 for task in tasks]


def test_a_worker_that_is_faster_does_more() -> None:
    """All that it has sent is taken in at once, and as many new tasks given."""

    def here(task: int) -> tuple[int, int, Any]:
        time.sleep(0.05)
        return _here(task)

    with Workers(1, Job(_pid, _begin, None)) as workers:
        found = [pid for _, pid, _ in workers.spread(here, range(40))]
    assert found.count(os.getpid()) <= 12


def test_what_a_task_raises_is_raised() -> None:
    with Workers(1, Job(_wrong, _begin, None)) as workers, pytest.raises(ConfigError) as caught:
        list(workers.spread(_wrong, [7]))
    assert (caught.value.message, caught.value.path, caught.value.line) == ("seven", "a.yml", 7)


def test_a_worker_that_is_gone_is_told() -> None:
    with Workers(2, Job(_ended, _begin, None)) as workers, pytest.raises(LintError) as caught:
        list(workers.spread(lambda task: task, [7] * 400))
    assert str(caught.value) == "a process of this run was ended from outside (out of memory? --jobs 1 takes the least)"


def test_a_worker_whose_parent_is_gone_ends(method: str) -> None:
    read, write = os.pipe()
    os.set_inheritable(write, True)
    child = os.fork()
    if not child:  # the parent of a worker, which dies without a word
        workers = Workers(2, Job(_pid, _begin, None))
        next(workers.spread(_here, range(100)))
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(write)
    os.waitpid(child, 0)
    # Whoever lives still holds the other end, where workers are born with all that their parent has open.
    assert os.read(read, 1) == b""
    os.close(read)
