"""Many files to many reports: in order, by any number of processes, and none of them left alive."""

import os
import signal
import time
from contextlib import closing

import pytest

from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import LintError
from advocacy_lint.inputs import Source
from advocacy_lint.model import Problem
from advocacy_lint.runs import lint, pool
from advocacy_lint.runs.cache import Cache
from advocacy_lint.runs.lint import Job, lint_all
from advocacy_lint.runs.sessions import Sessions

LINES = "Vi er stolte af rekord nummer {number}. Kl. 5.{number:02} stod Lene på rampen, og pumpe {number} virkede ikke.\n"


@pytest.fixture
def job():
    return Job(Sessions(ConfigStore(isolated=True)))


@pytest.fixture
def sources(tmp_path):
    for number in range(60):
        (tmp_path / f"{number:02}.md").write_text(LINES.format(number=number), encoding="utf-8")
    (tmp_path / "17.md").write_text("", encoding="utf-8")
    (tmp_path / "18.jsonl").write_text(
        "".join(f'{{"text": "{LINES.format(number=each).strip()}"}}\n' for each in range(9)), encoding="utf-8"
    )
    return [Source(str(path)) for path in sorted(tmp_path.iterdir())]


@pytest.fixture(params=["fork", "spawn"])
def method(request, monkeypatch):
    monkeypatch.setattr(lint, "processors", lambda: 2)
    if request.param == "spawn":
        monkeypatch.setattr(pool.multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    return request.param


def killed(given):
    os.kill(os.getpid(), signal.SIGKILL)


def outcomes(found):
    return [each if isinstance(each, Problem) else each.report for each in found]


def test_two_processes_say_what_one_says(job, sources, method):
    expected = outcomes(lint_all(sources, job, None, 1))
    assert outcomes(lint_all(sources, job, None, 2)) == expected
    assert len(expected) == 69
    assert [(each.path, each.message) for each in expected if isinstance(each, Problem)] == [(sources[17].path, "empty")]


def test_a_large_file_is_linted_here_in_its_place(job, sources, method, monkeypatch):
    expected = outcomes(lint_all(sources, job, None, 1))
    monkeypatch.setattr(lint, "LARGE", 300)
    assert outcomes(lint_all(sources, job, None, 2)) == expected


def test_known_and_new_files_come_in_order(job, sources, method, tmp_path_factory):
    store = str(tmp_path_factory.mktemp("cache"))
    expected = outcomes(lint_all(sources, job, None, 1))
    with closing(Cache(store)) as cache:
        list(lint_all(sources[::3], job, cache, 2))
    for known in (29, 68):  # of those that can be read: 20 and the nine lines, then all
        with closing(Cache(store)) as cache:
            found = list(lint_all(sources, job, cache, 2))
        assert outcomes(found) == expected
        assert sum(not isinstance(each, Problem) and each.known for each in found) == known


def test_no_more_processes_than_processors_or_files(job, sources, monkeypatch):
    asked = []
    monkeypatch.setattr(lint, "processors", lambda: 3)
    monkeypatch.setattr(pool, "lint_in_processes", lambda found, job, cache, workers: asked.append(workers) or iter(()))
    for jobs, count in ((5000, 60), (2, 60), (5000, 2), (0, 60), (1, 60), (5000, 1)):
        list(lint_all(sources[:count], job, None, jobs))
    assert asked == [3, 2, 2]


def test_a_worker_that_is_gone_is_told(job, sources, monkeypatch):
    monkeypatch.setattr(lint, "processors", lambda: 2)
    monkeypatch.setattr(pool, "_lint", killed)
    with pytest.raises(LintError) as caught:
        list(lint_all(sources, job, None, 2))
    assert str(caught.value) == "a process of this run was ended from outside (out of memory? --jobs 1 takes the least)"


def test_a_run_that_is_left_leaves_no_worker(job, sources, method):
    with closing(lint_all(sources, job, None, 2)) as results:
        for _ in range(5):
            next(results)
        assert len(pool.multiprocessing.active_children()) == 2
    for _ in range(600):  # the pool's own thread may be the one that is told of a worker's end, and says so a moment later
        if not (left := pool.multiprocessing.active_children()):
            break
        time.sleep(0.05)
    assert left == []


def test_a_worker_whose_parent_is_gone_ends(job, sources, method):
    read, write = os.pipe()
    os.set_inheritable(write, True)
    child = os.fork()
    if not child:  # the parent of workers, which dies without a word
        results = lint_all(sources, job, None, 2)
        for _ in range(5):
            next(results)
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(write)
    os.waitpid(child, 0)
    # Whoever lives still holds the other end, where workers are born with all that their parent has open.
    began = time.monotonic()
    assert os.read(read, 1) == b""
    os.close(read)
    assert time.monotonic() - began < 60
