"""Streams that are closed, full, or not UTF-8: no traceback, nothing lost, and the exit code of the contract."""

import json
import os
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest
from program import COMMAND, PROUD, run

from advocacy_lint.outputs import FORMATS

HARD = "Vi er stolte af rekordåret “2025” – og af Łukasz, 東京 og 🎉. Kl. 5.40 stod Lene på rampen.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text(HARD, encoding="utf-8")
    return tmp_path


def said(folder, *arguments, encoding, code=None):
    """Return what a command writes to a pipe of an encoding, as bytes."""
    environment = {key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY")}
    environment |= {"ADVOCACY_LINT_CACHE_DIR": "", "PYTHONIOENCODING": encoding, "COLUMNS": "80", "PYTHONUTF8": "0"}
    done = subprocess.run([*COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, timeout=120)
    assert b"Traceback" not in done.stderr
    assert code is None or done.returncode == code
    return done.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_in_every_encoding(folder, name, encoding):
    arguments = ("check", "a.md", "--language", "da", "--format", name, "--fail-on", "never", "--verbose")
    written = said(folder, *arguments, encoding=encoding, code=0).decode(encoding)
    whole = said(folder, *arguments, encoding="utf-8", code=0).decode("utf-8")
    assert written
    if name in ("json", "sarif", "gitlab", "rdjson"):
        assert written.isascii()
        assert json.loads(written) == json.loads(whole)
    elif name == "jsonl":
        assert [json.loads(line) for line in written.splitlines()] == [json.loads(line) for line in whole.splitlines()]
    elif name in ("checkstyle", "junit"):
        assert ElementTree.canonicalize(written) == ElementTree.canonicalize(whole)
    else:
        assert len(written.splitlines()) == len(whole.splitlines())


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "latin-1", "ascii"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "brag/financial-result"),
        ("mix", "a.md"),
        ("check", "a.md", "--preview", "--statistics", "--language", "da"),
        ("check", "a.md", "--diff", "--unsafe-fixes", "--language", "da"),
        ("rules", "show", "tone/buzzword"),
        ("scaffold", "a.md", "--language", "da"),
        ("compare", "a.md", "a.md", "--language", "da"),
        ("check", "ø–🎉.md"),
    ],
    ids=" ".join,
)
def test_every_command(folder, arguments, encoding):
    said(folder, *arguments, encoding=encoding)


def test_plain_characters_stand_for_others(folder):
    written = said(folder, "check", "a.md", "--language", "da", "--format", "text", encoding="ascii").decode("ascii")
    assert '"stolte"' in written or "stolte" in written
    assert "praleri" in written
    assert "haandvaerk" in written


def shell(folder, line):
    return run("-c", line, *COMMAND, cwd=folder, command=("sh",))


def test_standard_input_that_was_never_open(folder):
    assert shell(folder, 'exec "$0" check - --quiet <&-') == (0, "", "-: empty\n")


@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full"])
def test_standard_error_that_hears_nothing(folder, closed):
    code, out, _ = shell(folder, f'exec "$0" check nope.md a.md --format concise --language da {closed}')
    assert (code, out.startswith("a.md:1:")) == (2, True)


def test_both_are_closed(folder):
    assert shell(folder, 'exec "$0" check nope.md a.md >&- 2>&-') == (2, "", "")


def test_a_full_disk_under_standard_output(folder):
    (folder / "a.md").write_text(PROUD, encoding="utf-8")
    code, _, error = shell(folder, 'exec "$0" check a.md --format json >/dev/full')
    assert (code, error) == (2, "standard output: No space left on device\n")
