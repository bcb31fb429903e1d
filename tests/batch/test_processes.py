"""The processes that share the work: their keeper costs nothing while they work."""

from __future__ import annotations

from multiprocessing.pool import Pool

import pytest

from advocacy_lint import processes


def _large(number: int) -> bytes:
    return bytes(1_000_000 + number)


def test_the_keeper_sleeps_while_results_come_in(monkeypatch: pytest.MonkeyPatch) -> None:
    woken: list[int] = []
    wait = Pool._wait_for_updates
    monkeypatch.setattr(Pool, "_wait_for_updates", staticmethod(lambda *args: woken.append(1) or wait(*args)))
    with processes.start(2, int) as pool:
        assert [len(each) for each in pool.imap(_large, range(60))] == [1_000_000 + number for number in range(60)]
    assert len(woken) < 10
