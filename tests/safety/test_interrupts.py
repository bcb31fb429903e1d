"""Runs that are ended from outside, whose reader goes away, or that are not alone: nothing half written, nothing left alive."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from program import COMMAND, PLAIN, PROUD, run, start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="POSIX signals, /proc")
FIXABLE, FIXED = "Såfremt den lækker, har vi pumper samt slanger.\n", "Hvis den lækker, har vi pumper og slanger.\n"
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
    first, second, *_ = sorted(map(str, posts.rglob("*.md")))
    process = start(
        "check", first, second, "pipe.md", str(posts), "--jobs", "2", "--format", "json", "--output", "out", cwd=tmp_path,
        start_new_session=True,
    )  # fmt: skip
    with open(tmp_path / "pipe.md", "wb"):  # opens once the worker has come to it: the first two are linted before there is one
        for worker in set(alive(process.pid)) - {process.pid}:
            with suppress(ProcessLookupError):  # it may have ended by itself since
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


def fixable(folder, count):
    """Write drafts that have something to fix; return the arguments that fix them."""
    for number in range(count):
        (folder / f"{number:03}.md").write_text(FIXABLE, encoding="utf-8")
    return ("check", ".", "--fix", "--language", "da", "--format", "concise", "--fail-on", "never")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "terminated"])
def test_fixing_that_is_ended(tmp_path, sent, code):
    process = start(*fixable(tmp_path, 300), cwd=tmp_path, start_new_session=True)
    first = process.stderr.readline()
    process.send_signal(sent)
    out, error = process.communicate(timeout=60)
    assert (first, process.returncode, out, alive(process.pid)) == (b"000.md: 2 fixed\n", code, b"", [])
    assert [line for line in error.splitlines() if not line.endswith(b".md: 2 fixed")] == []
    left = [each.read_text(encoding="utf-8") for each in sorted(tmp_path.iterdir())]
    done = left.count(FIXED)
    assert (len(left), left, 0 < done < 300) == (300, [FIXED] * done + [FIXABLE] * (300 - done), True)


def test_two_runs_that_fix_the_same(tmp_path):
    arguments = fixable(tmp_path, 60)
    both = [start(*arguments, cwd=tmp_path) for _ in range(2)]
    said = [line for each in both for line in each.communicate(timeout=60)[1].decode().splitlines()]
    assert {each.returncode for each in both} <= {0, 2}
    # The other one was there first: said, and left as it is.
    assert {line.partition(": ")[2] for line in said} <= {"2 fixed", "changed while it was read; it is left as it is"}
    assert len(said) >= 60
    assert {each.name: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()} == {
        f"{number:03}.md": FIXED for number in range(60)
    }


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "terminated"])
def test_an_interview_that_is_ended(tmp_path, sent, code):
    (tmp_path / "a.md").write_text(PROUD, encoding="utf-8")
    process = start("coach", "a.md", "--language", "da", cwd=tmp_path, stdin=subprocess.PIPE, bufsize=0)
    process.stdin.write(b"Kl. 5.40 stod Lene i regnen.\n")
    shown = b""
    while not (b"> 2/5" in shown and shown.endswith(b"\n> ")):
        shown += (more := process.stdout.read(1))
        assert more, shown.decode()
    process.send_signal(sent)
    out, error = process.communicate(timeout=60)
    said = "Svarene ligger i a.md.answers.yml. Kør kommandoen igen for at gå videre.\n" if code == 130 else ""
    assert (process.returncode, out.decode(), error) == (code, said, b"")
    assert sorted(os.listdir(tmp_path)) == ["a.md", "a.md.answers.yml"]
    assert (tmp_path / "a.md.answers.yml").read_text(encoding="utf-8") == 'opening: "Kl. 5.40 stod Lene i regnen."\n'
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == PROUD
