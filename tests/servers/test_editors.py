"""The language server in real editors, where they are installed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pack import project

pytest.importorskip("pygls")

CLIENTS = Path(__file__).parent / "clients"
SERVER = f"{sys.executable} -m advocacy_lint lsp"
PATIENCE = 120


def edited(folder: Path, command: list[str]) -> list[str]:
    """Return what an editor prints that opens a draft of a project."""
    project(folder)
    (folder / "opslag.md").write_text("😀 Endnu et rekordår, og Lene bar pumpen ud.\n", encoding="utf-8")
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "SERVER": SERVER},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout.splitlines()


# Neovim asks for marks from 0.10 on. Systems have older ones; NEWER_NVIM names another.
NEOVIMS = [path for path in (shutil.which("nvim"), os.environ.get("NEWER_NVIM")) if path]


def version_of(path: str) -> tuple[int, int]:
    """Return the version of a neovim."""
    said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=PATIENCE).stdout
    found = re.match(r"NVIM v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


@pytest.mark.skipif(not NEOVIMS, reason="neovim is not installed")
@pytest.mark.parametrize("nvim", NEOVIMS)
def test_neovim_marks_the_words_and_applies_a_rewrite(tmp_path, nvim):
    said = edited(tmp_path, [nvim, "--headless", "-u", "NONE", "-c", f"luafile {CLIENTS / 'neovim.lua'}"])
    # Neovim counts columns in bytes.
    assert said == ["0:14-0:23 brag/test-word «rekordår» siger ingenting.", "😀 Endnu et godt år, og Lene bar pumpen ud."]


def test_neovim_asks_for_marks_and_accepts_a_word_in_the_configuration(tmp_path):
    nvim = next((each for each in NEOVIMS if version_of(each) >= (0, 10)), None)
    if nvim is None:
        pytest.skip("no neovim that asks for marks is installed (0.10)")
    said = edited(tmp_path, [nvim, "--headless", "-u", "NONE", "-c", f"luafile {CLIENTS / 'pulling.lua'}"])
    assert said == [
        "0:14-0:23 brag/test-word «rekordår» siger ingenting.",
        "sent unasked: 0",
        "Vores ord: «rekordår»",
        "rules: [advocacy-rules]",
        "select: [brag/test-word]",
        "vocabulary:",
        "  terms: [rekordår]",
        "gone: true",
    ]
    assert (tmp_path / "advocacy-lint.yml").read_text(encoding="utf-8").endswith("vocabulary:\n  terms: [rekordår]\n")


@pytest.mark.skipif(shutil.which("emacs") is None, reason="Emacs is not installed")
def test_emacs_marks_the_words(tmp_path):
    if subprocess.run(["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"], capture_output=True).returncode:
        pytest.skip("eglot is not installed")
    said = edited(tmp_path, ["emacs", "--batch", "-l", str(CLIENTS / "eglot.el")])
    # Emacs counts characters from one.
    assert said == ["12-20 eglot-error advocacy-lint [brag/test-word]: «rekordår» siger ingenting."]
