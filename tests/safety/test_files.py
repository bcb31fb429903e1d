"""Files that are not what they seem, that change under the reader's hands, or that cannot be read or written."""

import json
import os
import resource
import shutil
import subprocess
import sys

import pytest
from program import COMMAND, PLAIN, PROUD, run, start, write

from advocacy_lint.advice import fixes
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.outputs import FORMATS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="devices, pipes and capabilities of Linux")]
FIXABLE = "Såfremt den lækker, har vi pumper samt slanger.\n"
FIXED = "Hvis den lækker, har vi pumper og slanger.\n"


def paths(out):
    """Return the paths of a run's posts, from its JSON."""
    return [post["path"] for post in json.loads(out)["posts"]]


def as_anybody():
    """Take from root, in a child, what lets it read and write what it has no right to."""
    import ctypes

    for capability in (1, 2):  # DAC_OVERRIDE, DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability)


# Links


def test_links_out_of_a_folder_are_neither_shown_nor_fixed(tmp_path):
    outside = tmp_path / "hemmelig.md"
    outside.write_text(FIXABLE, encoding="utf-8")
    inside = tmp_path / "repo"
    (inside / "sub").mkdir(parents=True)
    write(inside, a=PLAIN)
    (inside / "b.md").symlink_to(outside)
    (inside / "c.md").symlink_to("a.md")
    (inside / "sub" / "d.md").symlink_to("../a.md")
    (inside / "sub" / "up").symlink_to("..")
    (inside / "e.md").symlink_to("e.md")
    (inside / "f.md").symlink_to("/dev/zero")
    code, out, error = run("check", ".", "--format", "json", "--fix", "--language", "da", "--fail-on", "never", cwd=inside)
    assert (code, paths(out), error) == (0, ["a.md", "c.md", "sub/d.md"], "")
    assert outside.read_text(encoding="utf-8") == FIXABLE
    code, out, error = run("check", "b.md", "--format", "json", "--fix", "--language", "da", "--fail-on", "never", cwd=inside)
    assert (code, paths(out), error, (inside / "b.md").is_symlink()) == (0, ["b.md"], "b.md: 2 fixed\n", True)
    assert outside.read_text(encoding="utf-8") == FIXED


# What changes


def test_a_file_that_vanishes_before_it_is_read(tmp_path):
    write(tmp_path, b=PLAIN, c=PLAIN)
    os.mkfifo(tmp_path / "a.md")
    process = start("check", "a.md", "b.md", "c.md", "--format", "json", "--language", "da", cwd=tmp_path)
    with open(tmp_path / "a.md", "w", encoding="utf-8") as pipe:  # waits until the first file is being read
        (tmp_path / "b.md").unlink()
        pipe.write(PLAIN)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, paths(out), error) == (2, ["a.md", "c.md"], b"b.md: no such file\n")


@pytest.mark.parametrize("later", [b"", b"Kort.\n", b"\x00", None], ids=["empty", "shrunk", "binary", "gone"])
def test_a_copy_that_changes_after_it_was_linted(tmp_path, later):
    os.mkfifo(tmp_path / "c.md")
    text = "Vi har flyttet printeren fjorten meter, og nu er hver palle fyrre minutter hurtigere gennem hallen end før.\n"
    write(tmp_path, a=text, b=text)
    process = start("check", "a.md", "b.md", "c.md", "--format", "json", "--language", "da", cwd=tmp_path)
    with open(tmp_path / "c.md", "w", encoding="utf-8") as pipe:
        if later is None:
            (tmp_path / "a.md").unlink()
        else:
            (tmp_path / "a.md").write_bytes(later)
        pipe.write(PLAIN)
    out, error = process.communicate(timeout=60)
    data = json.loads(out)
    shared = [(each["rule"], [post["path"] for post in each["posts"]]) for each in data["portfolio"]["findings"]]
    assert (process.returncode, paths(out), b"Traceback" in error) == (1, ["a.md", "b.md", "c.md"], False)
    assert ("portfolio/copy-paste", ["a.md", "b.md"]) in shared
    assert [post["spans"] for each in data["portfolio"]["findings"] for post in each["posts"] if post["path"] == "a.md"][0] == []


@pytest.mark.parametrize("change", ["other words", "gone"])
def test_fixes_are_not_written_over_a_changed_file(tmp_path, monkeypatch, capsys, change):
    path = tmp_path / "a.md"
    path.write_text(FIXABLE, encoding="utf-8")
    real = fixes.converge

    def converge(*arguments):
        found = real(*arguments)
        path.write_text("Skrevet imens.\n", encoding="utf-8") if change != "gone" else path.unlink()
        return found

    monkeypatch.setattr(fixes, "converge", converge)
    monkeypatch.chdir(tmp_path)
    from advocacy_lint.runs.check import check
    from advocacy_lint.runs.options import Options

    code = check(Options(paths=("a.md",), fix=True, no_cache=True, language="da", format="concise"))
    said = "no such file" if change == "gone" else "changed while it was read; it is left as it is"
    first, *more = capsys.readouterr().err.splitlines()
    assert first == f"a.md: {said}"
    assert (code, more) == (2, [])
    assert not path.exists() if change == "gone" else path.read_text(encoding="utf-8") == "Skrevet imens.\n"
    assert [each.name for each in tmp_path.iterdir()] == ([] if change == "gone" else ["a.md"])


# What cannot be read


def test_folders_and_files_without_permission(tmp_path):
    write(tmp_path, a=PLAIN, b=PLAIN)
    (tmp_path / "c").mkdir()
    (tmp_path / "b.md").chmod(0)
    (tmp_path / "c").chmod(0)
    code, out, error = run("check", ".", "--format", "json", "--language", "da", cwd=tmp_path, preexec_fn=as_anybody)
    assert (code, paths(out)) == (2, ["a.md"])
    assert sorted(error.splitlines()) == ["b.md: no permission to read it", "c: the folder cannot be read: Permission denied"]


@pytest.mark.parametrize("name", ["advocacy-lint.yml", "pakke/tone/x.yml", "p.yml", "a.md"])
def test_what_a_run_needs_and_has_no_permission_for(tmp_path, name):
    write(tmp_path, a=PLAIN)
    (tmp_path / "pakke" / "tone").mkdir(parents=True)
    for each in ("advocacy-lint.yml", "pakke/tone/x.yml", "p.yml"):
        (tmp_path / each).write_text("", encoding="utf-8")
    (tmp_path / "pakke/tone/x.yml").unlink() if name != "pakke/tone/x.yml" else None
    (tmp_path / name).chmod(0)
    arguments = ("audit", "p.yml") if name == "p.yml" else ("check", "a.md", "--rules", "pakke", "--fix")
    code, out, error = run(*arguments, cwd=tmp_path, preexec_fn=as_anybody)
    assert (code, out, error.count("\n"), "ermission" in error, "Traceback" in error) == (2, "", 1, True, False), error


@pytest.mark.parametrize("name", ["a.md", "a.csv", "a.docx"])
@pytest.mark.parametrize("more", [(), ("--fix",), ("--diff",)], ids=["check", "fix", "diff"])
def test_a_device_without_end(tmp_path, name, more):
    (tmp_path / name).symlink_to("/dev/zero")
    code, out, error = run("check", name, *more, "--format", "csv", cwd=tmp_path)
    megabytes = 10 if name == "a.md" else 50
    text = f"{name}: larger than {megabytes} MB (a draft is a few thousand characters)"
    expected = [text]
    if more and name.endswith((".md", ".txt", ".jsonl")):
        expected = [f"{name}: only a file can be fixed"] + ([] if "--diff" in more else [text])
    elif more:
        expected = [f"{name}: {name[1:]} files cannot be rewritten"] + ([] if "--diff" in more else [text])
    assert code == (0 if more == ("--diff",) and len(expected) == 1 and "rewritten" in expected[0] else 2)
    assert error.splitlines() == expected


def test_a_pipe_is_read_and_not_fixed(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    process = start("check", "a.md", "--format", "json", "--language", "da", cwd=tmp_path)
    with open(tmp_path / "a.md", "w", encoding="utf-8") as pipe:
        pipe.write(PLAIN)
    assert paths(process.communicate(timeout=60)[0]) == ["a.md"]
    assert run("check", "a.md", "--diff", cwd=tmp_path) == (2, "", "a.md: only a file can be fixed\n")
    assert run("check", ".", "--format", "concise", cwd=tmp_path) == (0, "", "")


# Bytes and sizes


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Vi er stolte af \xff\xfe.\n", "line 1: not UTF-8: byte 0xFF at offset 16 (it looks like Windows-1252: save it as UTF-8)"),
        (b"Vi er\x00 stolte.\n", "not text: a NUL byte at offset 5"),
        (b"\x00" * 20, "not text: a NUL byte at offset 0"),
        (PROUD.encode("utf-16"), None),
        (PROUD.encode("utf-16-be"), None),
        (PROUD.encode("utf-16-le"), None),
        (PROUD.encode("utf-16")[:-1], "not UTF-16-LE: truncated data at offset 140"),
    ],
    ids=["invalid", "nul", "nuls", "utf-16", "utf-16-be", "utf-16-le", "cut"],
)
def test_bytes_that_are_no_utf8(tmp_path, data, said):
    (tmp_path / "a.md").write_bytes(data)
    code, out, error = run("check", "a.md", "--format", "concise", "--select", "brag", "--language", "da", cwd=tmp_path)
    if said is None:
        # No editor counts the byte order mark as a column.
        assert (code, out.partition(": ")[0], error) == (1, "a.md:1:40", "")
    else:
        assert (code, out, error.startswith(f"a.md: {said}"), error.count("\n")) == (2, "", True, 1), error


@pytest.mark.parametrize(
    ("name", "megabytes"), [("a.md", 10), ("a.txt", 10), ("a.html", 10), ("a.yml", 5), ("a.csv", 50), ("a.jsonl", 500)]
)
def test_the_limit_of_size_is_exact(tmp_path, name, megabytes):
    for size, large in ((megabytes * 1_000_000, False), (megabytes * 1_000_000 + 1, True)):
        if megabytes == 500 and not large:
            continue  # half a gigabyte to read
        with open(tmp_path / name, "wb") as file:
            file.truncate(size)
        error = run("check", name, "--format", "concise", cwd=tmp_path)[2]
        assert error.count("\n") == 1
        assert (error == f"{name}: larger than {megabytes} MB (a draft is a few thousand characters)\n") is large


def test_standard_input_without_end(tmp_path):
    with open("/dev/zero", "rb") as zeros:
        process = start("check", "-", "--stdin-filename", "a.jsonl", cwd=tmp_path, stdin=zeros)
        assert process.communicate(timeout=60) == (b"", b"a.jsonl: larger than 50 MB\n")
    assert process.returncode == 2


def peak(*arguments, cwd):
    """Return exit code, output, errors, and the most memory a run has held, in MiB."""
    code = (
        "import resource, subprocess, sys\ndone = subprocess.run(sys.argv[1:])\n"
        "print('\\n', resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr)\nsys.exit(done.returncode)"
    )
    done, out, error = run("-c", code, *COMMAND, *arguments, cwd=cwd, command=(sys.executable,))
    lines = error.rstrip().rpartition("\n")
    return done, out, lines[0].rstrip(), int(lines[2])


def test_a_line_of_a_hundred_megabytes_is_not_read(tmp_path):
    with open(tmp_path / "a.md", "wb") as file:
        file.truncate(100_000_000)
    code, out, error, memory = peak("check", "a.md", cwd=tmp_path)
    assert (code, out, error) == (2, "", "a.md: larger than 10 MB (a draft is a few thousand characters)")
    assert memory < 80


def test_a_line_of_a_hundred_megabytes_leaves_the_others_alone(tmp_path):
    with open(tmp_path / "a.jsonl", "w", encoding="utf-8") as file:
        file.write('{"text": "' + "a" * 100_000_000 + '"}\n{"text": "' + PROUD.strip() + '", "lang": "da"}\n')
    code, out, error, memory = peak("check", "a.jsonl", "--format", "concise", "--select", "brag", cwd=tmp_path)
    assert (code, error) == (2, "a.jsonl: line 1: longer than 10 MB")
    assert [line.split("«")[0] for line in out.splitlines()] == ["a.jsonl:line 2: error brag/financial-result "]
    assert memory < 400


def test_a_million_hashtags(tmp_path):
    (tmp_path / "a.md").write_text(PROUD + "#a " * 1_000_000, encoding="utf-8")
    code, out, error, memory = peak("check", "a.md", "--format", "concise", "--select", "craft,audience", "--language", "da", cwd=tmp_path)
    assert (code, error) == (2, "a.md: only the first 300,000 characters are judged: a post has a few thousand")
    assert [line.rpartition("/")[0] + "/" + line.rpartition("/")[2].split()[0] for line in out.splitlines()] == [
        "a.md:1:1: info audience/hashtag-crowd",
        "a.md:1:1: info craft/too-long",
        "a.md:1:1: info craft/wall-of-text",
    ]
    assert memory < 1000


NAMES = [
    b"linje\nskift.md",
    b"citat\"og'tegn.md",
    b"\xff\xfeugyldig.md",
    b" blank .md",
    b"-rf.md",
    b"$(touch x).md",
    "æøå.md".encode(),
    b"%41;.md",
]


def test_odd_names(tmp_path):
    folder = tmp_path / "posts"
    folder.mkdir()
    for each in NAMES:
        with open(os.path.join(os.fsencode(folder), each), "wb") as file:
            file.write(PROUD.encode())
    files = [part for name in FORMATS for part in ("--output-file", f"{name}=../out/{name}")]
    code, out, error = run("check", ".", "--format", "json", "--select", "brag", "--language", "da", *files, cwd=folder)
    assert (code, error, sorted(paths(out))) == (1, "", sorted(os.fsdecode(each) for each in NAMES))
    assert sorted(os.listdir(tmp_path / "out")) == sorted(FORMATS)
    assert sorted(os.listdir(os.fsencode(folder))) == sorted(NAMES)
    assert sorted(os.fsencode(each.path) for each in discover([str(folder)])) == sorted(
        os.path.join(os.fsencode(folder), each) for each in NAMES
    )


# What cannot be written

FULL = "No space left on device"


@pytest.fixture
def full(tmp_path):
    """A folder on a disk of which every byte is taken, with an old report on it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        (folder / "old.json").write_text("old")
        (folder / "draft.md").write_text(FIXABLE, encoding="utf-8")
        with open(folder / "filler", "wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.parametrize("name", ["json", "html"])
def test_a_full_disk_leaves_the_old_output(tmp_path, full, name):
    write(tmp_path, a=PROUD)
    before = sorted(os.listdir(full))
    code, out, error = run("check", "a.md", "--format", name, "--output", "disk/old.json", "--language", "da", cwd=tmp_path)
    assert (code, out, error) == (2, "", f"disk/old.json: cannot be written: {FULL}\n")
    assert ((full / "old.json").read_text(), sorted(os.listdir(full))) == ("old", before)


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "{programme}", "--output", "disk/old.json"),
        ("mix", "a.md", "--output", "disk/old.json"),
        ("evaluate", "{labelled}", "--write-precision", "disk/old.json"),
        ("scaffold", "a.md", "--output", "disk/new.md", "--language", "da"),
        ("check", "a.md", "--write-baseline", "disk/old.json", "--format", "concise", "--select", "brag", "--ignore", "brag"),
        ("check", "a.md", "--output-file", "json=disk/old.json", "--quiet", "--format", "csv"),
    ],
    ids=lambda arguments: arguments[0] + arguments[2],
)
def test_a_full_disk_under_the_other_outputs(tmp_path, full, arguments):
    write(tmp_path, a=PROUD * 30)
    (tmp_path / "labelled.jsonl").write_text(
        "".join(
            json.dumps({"id": str(n), "lang": "da", "text": text, "verdict": verdict}) + "\n"
            for n, (text, verdict) in enumerate([(PROUD, "bad"), (PLAIN, "good")])
        ),
        encoding="utf-8",
    )
    (tmp_path / "p.yml").write_text("name: x\n", encoding="utf-8")
    before = sorted(os.listdir(full))
    given = [each.format(programme="p.yml", labelled="labelled.jsonl") for each in arguments]
    code, _, error = run(*given, cwd=tmp_path)
    target = next(each for each in given if "disk/" in each).removeprefix("json=")
    assert (code, error.splitlines()[-1:]) == (
        2,
        [f"{target}: {'the baseline ' if 'baseline' in given[2] else ''}cannot be written: {FULL}"],
    )
    assert ((full / "old.json").read_text(), sorted(os.listdir(full))) == ("old", before)


def test_a_full_disk_under_a_draft_that_is_fixed(tmp_path, full):
    before = sorted(os.listdir(full))
    code, _, error = run("check", "disk/draft.md", "--fix", "--language", "da", "--format", "concise", cwd=tmp_path)
    assert (code, error) == (2, f"disk/draft.md: cannot be written: {FULL}\n")
    assert ((full / "draft.md").read_text(encoding="utf-8"), sorted(os.listdir(full))) == (FIXABLE, before)


def test_a_full_disk_under_the_cache(tmp_path, full):
    write(tmp_path, a=PROUD)
    before = sorted(os.listdir(full))
    arguments = ("check", "a.md", "--format", "json", "--language", "da")
    fresh = run(*arguments, cwd=tmp_path)
    assert run(*arguments, cwd=tmp_path, env={"ADVOCACY_LINT_CACHE_DIR": str(full)}) == fresh
    found = [os.path.join(top, name) for top, _, names in os.walk(full) for name in names]
    # SQLite leaves its file behind, with nothing in it.
    assert {os.path.basename(each) for each in found} - {"reports-1.sqlite"} == set(before)


SMALL = "File too large"
LIMITED = {
    "output": ("check", "a.md", "--format", "html", "--output", "old.json"),
    "output file": ("check", "a.md", "--format", "csv", "--quiet", "--output-file", "json=old.json"),
    "baseline": ("check", "a.md", "--write-baseline", "old.json", "--format", "concise", "--quiet"),
    "scaffold": ("scaffold", "a.md", "--language", "da", "--output", "new.md"),
    "fix": ("check", "b.md", "--fix", "--language", "da", "--format", "concise"),
    "mix": ("mix", "a.md", "--output", "old.json"),
    "cache": ("check", "a.md", "--format", "json"),
}


@pytest.mark.parametrize("way", list(LIMITED))
def test_a_file_that_may_not_grow(tmp_path, way):
    """What a full disk shows where one can be mounted, anywhere: no file may be larger than 40 bytes."""
    work, cache = tmp_path / "w", tmp_path / "cache"
    for folder in (work, cache):
        folder.mkdir()
    write(work, a=PROUD * 30, b=FIXABLE)
    (work / "old.json").write_text("old")
    before = {each.name: each.read_bytes() for each in work.iterdir()}
    expected = run(*LIMITED[way], cwd=work) if way == "cache" else None
    code, out, error = run(
        *LIMITED[way], cwd=work, env={"ADVOCACY_LINT_CACHE_DIR": str(cache)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40)),
    )  # fmt: skip
    if expected is None:
        target = "b.md" if way == "fix" else "new.md" if way == "scaffold" else "old.json"
        said = f"{target}: {'the baseline ' if way == 'baseline' else ''}cannot be written: {SMALL}"
        assert (code, error.splitlines()[-1:]) == (2, [said])
    else:
        assert (code, out, error) == expected
    assert {each.name: each.read_bytes() for each in work.iterdir()} == before
    assert {each.name for each in cache.rglob("*") if each.is_file()} <= {"reports-1.sqlite"}


@pytest.mark.parametrize("name", ["text", "html"])
def test_standard_output_on_a_full_disk(tmp_path, name):
    write(tmp_path, a=PROUD)
    with open("/dev/full", "wb") as sink:
        assert run("check", "a.md", "--format", name, cwd=tmp_path, stdout=sink) == (2, None, f"standard output: {FULL}\n")
    assert run("check", "a.md", "--format", name, "--output", "/dev/full", cwd=tmp_path) == (
        2,
        "",
        f"/dev/full: cannot be written: {FULL}\n",
    )
    assert not os.path.isfile("/dev/full")


def test_outputs_to_devices_pipes_and_links(tmp_path):
    write(tmp_path, a=PROUD)
    expected = run("check", "a.md", "--format", "json", cwd=tmp_path)[1]
    code, out, _ = run("check", "a.md", "--format", "json", "--output", "/dev/stdout", cwd=tmp_path)
    assert (code, out) == (1, expected)
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("real.json")
    assert run("check", "a.md", "--format", "json", "--output", "link.json", cwd=tmp_path)[0] == 1
    assert ((tmp_path / "link.json").is_symlink(), (tmp_path / "real.json").read_text(encoding="utf-8")) == (True, expected)
    assert (tmp_path / "real.json").stat().st_mode & 0o777 == 0o640
    assert run("check", "a.md", "--output", ".", cwd=tmp_path) == (2, "", ".: cannot be written: Is a directory\n")
    assert run("check", "a.md", "--output", "a.md/x", cwd=tmp_path)[0::2] == (2, "a.md/x: cannot be written: File exists\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.md", "link.json", "real.json"]


@pytest.mark.parametrize("kind", ["no right to write", "a file", "no right to read"])
def test_a_cache_that_cannot_be_used(tmp_path, kind):
    write(tmp_path, a=PROUD)
    cache = tmp_path / "cache"
    arguments = ("check", "a.md", "--format", "json", "--language", "da")
    fresh = run(*arguments, cwd=tmp_path)
    if kind == "a file":
        cache.write_text("")
    else:
        cache.mkdir()
        if kind == "no right to read":
            assert run(*arguments, cwd=tmp_path, env={"ADVOCACY_LINT_CACHE_DIR": str(cache)}) == fresh
            for top, _, names in os.walk(cache):
                for name in names:
                    os.chmod(os.path.join(top, name), 0)
        cache.chmod(0o500)
    assert run(*arguments, cwd=tmp_path, env={"ADVOCACY_LINT_CACHE_DIR": str(cache)}, preexec_fn=as_anybody) == fresh
    cache.chmod(0o700)


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "shut").mkdir()
    write(tmp_path / "shut", a=FIXABLE)
    (tmp_path / "shut").chmod(0o500)
    arguments = ("check", "shut/a.md", "--language", "da", "--format", "concise")
    code, _, error = run(*arguments, "--fix", cwd=tmp_path, preexec_fn=as_anybody)
    assert (code, error) == (2, "shut/a.md: cannot be written: Permission denied\n")
    code, out, error = run(*arguments, "--output", "shut/out.txt", cwd=tmp_path, preexec_fn=as_anybody)
    assert (code, out, error) == (2, "", "shut/out.txt: cannot be written: Permission denied\n")
    assert os.listdir(tmp_path / "shut") == ["a.md"]
    shutil.rmtree(tmp_path / "shut")


def test_a_process_that_may_open_few_files(tmp_path):
    write(tmp_path, **{f"a{number}": PLAIN for number in range(30)})
    code, out, error = run(
        "check", ".", "--format", "json", "--language", "da", "--select", "brag", cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24)),
    )  # fmt: skip
    assert (code, len(paths(out)), error) == (0, 30, "")
