"""The language server in real editors, where they are installed."""

import os
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


@pytest.mark.skipif(shutil.which("nvim") is None, reason="neovim is not installed")
def test_neovim_marks_the_words_and_applies_a_rewrite(tmp_path):
    said = edited(tmp_path, ["nvim", "--headless", "-u", "NONE", "-c", f"luafile {CLIENTS / 'neovim.lua'}"])
    # Neovim counts columns in bytes.
    assert said == ["0:14-0:23 brag/test-word «rekordår» siger ingenting.", "😀 Endnu et godt år, og Lene bar pumpen ud."]


@pytest.mark.skipif(shutil.which("emacs") is None, reason="Emacs is not installed")
def test_emacs_marks_the_words(tmp_path):
    if subprocess.run(["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"], capture_output=True).returncode:
        pytest.skip("eglot is not installed")
    said = edited(tmp_path, ["emacs", "--batch", "-l", str(CLIENTS / "eglot.el")])
    # Emacs counts characters from one.
    assert said == ["12-20 eglot-error advocacy-lint [brag/test-word]: «rekordår» siger ingenting."]
