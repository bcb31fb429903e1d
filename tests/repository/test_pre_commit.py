"""The hooks with the real pre-commit on a scratch repository. It installs the package anew, so it runs only where it is asked for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRE_COMMIT = shutil.which("pre-commit") or str(Path(sys.executable).parent / "pre-commit")
pytestmark = pytest.mark.skipif(
    os.environ.get("ADVOCACY_LINT_SLOW") != "1" or not Path(PRE_COMMIT).exists(), reason="ADVOCACY_LINT_SLOW=1 and pre-commit are needed"
)


def hook(folder, name):
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    done = subprocess.run(
        [PRE_COMMIT, "try-repo", str(ROOT), name, "--all-files"], cwd=folder, capture_output=True, text=True, encoding="utf-8"
    )
    return done.returncode, done.stdout


def test_a_good_post_passes_and_a_boring_one_fails(tmp_path):
    (tmp_path / "god.md").write_text(
        "Kl. 5.40 stod Lene på rampen, og pumpen virkede ikke. Jeg holdt lygten. Hvad gør I?\n", encoding="utf-8"
    )
    assert hook(tmp_path, "advocacy-lint")[0] == 0
    (tmp_path / "kedelig.md").write_text("Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.\n", encoding="utf-8")
    code, out = hook(tmp_path, "advocacy-lint")
    assert code == 1
    assert "brag/financial-result" in out
    assert "god.md" not in out


def test_the_fixing_hook_mends_what_is_safe(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        "Såfremt pumpen stopper, ringer vi til Lene vedrørende lejet. Kl. 5.40 stod hun der, og det virkede ikke.\n", encoding="utf-8"
    )
    before = path.read_text(encoding="utf-8")
    code, out = hook(tmp_path, "advocacy-lint-fix")
    assert code == 1
    assert "files were modified by this hook" in out
    assert path.read_text(encoding="utf-8") != before


def test_what_is_excluded_is_left_alone_though_it_is_named(tmp_path):
    (tmp_path / "advocacy-lint.yml").write_text("exclude: [notes]\n", encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "release.md").write_text(
        "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.\n", encoding="utf-8"
    )
    assert hook(tmp_path, "advocacy-lint")[0] == 0
