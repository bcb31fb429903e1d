"""No command opens a connection, or looks up a name."""

import shutil
import sys
from pathlib import Path

import pytest
from program import PLAIN, PROUD, run

from advocacy_lint.outputs import FORMATS

EXAMPLES = Path(__file__).parents[2] / "examples"
GUARD = """
import os, sys
def hook(event, arguments):
    # A socket alone connects to nothing: a library that spaCy imports makes one to see whether there is IPv6, and drops it.
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")) and event not in ("socket.__new__", "socket.bind"):
        with open("../used", "a") as file:
            file.write(f"{event} {arguments}\\n")
        raise RuntimeError(event)
sys.addaudithook(hook)
sys.argv[0] = "advocacy-lint"
from advocacy_lint.__main__ import main
main()
"""
COMMANDS = {
    "every format": ("check", ".", *(part for name in FORMATS for part in ("--output-file", f"{name}=../out/{name}"))),
    "workers": ("check", ".", "--jobs", "2", "--verbose", "--preview", "--statistics"),
    "fix": ("check", ".", "--fix", "--unsafe-fixes"),
    "coach": ("coach", "plain.md", "--answers", "svar.yml"),
    "scaffold": ("scaffold", "proud.md"),
    "compare": ("compare", "proud.md", "plain.md"),
    "audit": ("audit", "programme.yml", "--format", "markdown"),
    "mix": ("mix", "."),
    "evaluate": ("evaluate", "labelled.jsonl"),
    "rules": ("rules", "test", "../pakke"),
    "explain": ("explain", "brag/award"),
    "config": ("config", "show", "."),
}


@pytest.mark.parametrize("name", list(COMMANDS))
def test_no_network(tmp_path, name):
    folder = tmp_path / "repo"
    folder.mkdir()
    (tmp_path / "pakke").mkdir()
    texts = {"proud.md": PROUD, "plain.md": PLAIN, "english.md": "We are proud to announce that https://example.com/x opened in 2025.\n"}
    texts |= {
        "german.md": "Wir sind stolz auf unseren Jahresbericht und danken dem ganzen Team.\n",
        "svar.yml": "opening: Kl. 5 regnede det.\n",
    }
    texts["labelled.jsonl"] = (
        '{"id": "1", "lang": "en", "text": "We are proud.", "verdict": "bad"}\n{"id": "2", "lang": "en", "text": "I fell.", "verdict": "good"}\n'
    )
    for each, text in texts.items():
        (folder / each).write_text(text, encoding="utf-8")
    shutil.copy(EXAMPLES / "programme" / "bad.yml", folder / "programme.yml")
    code, out, error = run(
        "-c", GUARD, *COMMANDS[name], cwd=folder, command=(sys.executable,), env={"ADVOCACY_LINT_CACHE_DIR": str(tmp_path / "c")}
    )
    assert not (tmp_path / "used").exists(), (tmp_path / "used").read_text()
    assert (code in (0, 1), "Traceback" in error) == (True, False), error
    if name == "every format":
        assert sorted(each.name for each in (tmp_path / "out").iterdir()) == sorted(FORMATS)


def test_the_guard_sees_a_connection(tmp_path):
    (tmp_path / "repo").mkdir()
    code = GUARD.replace("main()\n", "import socket; socket.getaddrinfo('localhost', 1)\n")
    assert run("-c", code, cwd=tmp_path / "repo", command=(sys.executable,))[0] == 1
    assert (tmp_path / "used").read_text().startswith("socket.getaddrinfo ('localhost', 1")
