"""Runs that are ended from outside, whose reader goes away, or that are not alone: nothing half written, nothing left alive."""

import importlib.util
import json
import os
import signal
import sys
from pathlib import Path

import pytest
from program import COMMAND, PLAIN, run, start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="POSIX signals, /proc")
SPEC = importlib.util.spec_from_file_location("benchmark_posts", Path(__file__).parents[2] / "benchmarks" / "posts.py")
JOBS = pytest.mark.parametrize("jobs", ["1", "2"])


@pytest.fixture(scope="module")
def posts(tmp_path_factory):
    """A folder of 60 generated posts."""
    module = importlib.util.module_from_spec(SPEC)
    sys.modules["benchmark_posts"] = module
    SPEC.loader.exec_module(module)
    return module.folder(tmp_path_factory.mktemp("posts"), 60, "da")


def alive(session):
    """Return the processes of a session that still run (zombies do not)."""
    found = []
    for each in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = each.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(each.parent.name))
    return found


def everything(folder):
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "terminated"])
@JOBS
def test_a_run_that_is_ended(tmp_path, posts, sent, code, jobs):
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "out").write_text("old")
    process = start(
        "check", str(posts), "pipe.md", "--jobs", jobs, "--format", "json", "--output", "out", "--output-file", "csv=new.csv", cwd=tmp_path,
        env={"ADVOCACY_LINT_CACHE_DIR": str(tmp_path / "cache"), "TMPDIR": str(tmp_path)}, start_new_session=True,
    )  # fmt: skip
    with open(tmp_path / "pipe.md", "wb"):  # opens once a reader has come to it
        if sent == signal.SIGINT:
            os.killpg(process.pid, sent)  # as a terminal does
        else:
            process.send_signal(sent)
        out, error = process.communicate(timeout=60)
    assert (process.returncode, out, error) == (code, b"", b"")
    assert alive(process.pid) == []
    left = [each for each in everything(tmp_path) if not each.startswith("cache")]
    assert (left, (tmp_path / "out").read_text()) == (["out", "pipe.md"], "old")
    assert [each for each in everything(tmp_path) if each.endswith(".tmp") or "/." in each] == []


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "terminated"])
def test_a_process_of_the_run_that_is_ended(tmp_path, posts, sent):
    """As the system does when memory runs out; the run would wait for it without end."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "out").write_text("old")
    process = start(
        "check", str(posts), "pipe.md", "--jobs", "2", "--format", "json", "--output", "out", cwd=tmp_path, start_new_session=True
    )  # fmt: skip
    with open(tmp_path / "pipe.md", "wb"):  # opens once a worker has come to it
        for worker in set(alive(process.pid)) - {process.pid}:
            os.kill(worker, sent)
        out, error = process.communicate(timeout=60)
    said = b"a process of this run was ended from outside (out of memory? --jobs 1 takes the least)\n"
    assert (process.returncode, out, error, alive(process.pid)) == (2, b"", said, [])
    assert ((tmp_path / "out").read_text(), sorted(everything(tmp_path))) == ("old", ["out", "pipe.md"])


@JOBS
@pytest.mark.parametrize("name", ["jsonl", "json"])
def test_a_reader_that_goes_after_one_line(tmp_path, posts, jobs, name):
    process = start("check", str(posts), "--jobs", jobs, "--format", name, "--verbose", cwd=tmp_path, start_new_session=True)
    assert process.stdout.readline() != b""
    process.stdout.close()
    assert process.stderr.read() == b""
    assert (process.wait(timeout=60), alive(process.pid)) == (141, [])


def test_a_reader_that_is_gone_before_the_first_word(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    process = start("check", "pipe.md", "--format", "json", cwd=tmp_path)
    with open(tmp_path / "pipe.md", "w", encoding="utf-8") as pipe:
        process.stdout.close()
        pipe.write(PLAIN)
    assert (process.stderr.read(), process.wait(timeout=60)) == (b"", 141)


def test_standard_output_that_was_never_open(tmp_path):
    (tmp_path / "a.md").write_text(PLAIN, encoding="utf-8")
    assert run("-c", 'exec "$0" check a.md >&-', *COMMAND, cwd=tmp_path, command=("sh",)) == (0, "", "")


@JOBS
def test_two_runs_with_one_cache_and_one_output(tmp_path, posts, jobs):
    arguments = ("check", str(posts), "--jobs", jobs, "--format", "json")
    code, expected, _ = run(*arguments, cwd=tmp_path)
    more = {"ADVOCACY_LINT_CACHE_DIR": str(tmp_path / "cache")}
    both = [start(*arguments, "--output", "out.json", cwd=tmp_path, env=more) for _ in range(2)]
    assert [(each.communicate(timeout=60), each.returncode) for each in both] == [((b"", b""), code)] * 2
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == expected
    assert json.loads(expected)["summary"]["posts"] == 60
    assert run(*arguments, cwd=tmp_path, env=more) == (code, expected, "")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["cache", "out.json"]
    assert [each for each in everything(tmp_path / "cache") if each.endswith(".tmp") or "/." in each] == []
