"""What the GitHub action runs, with names that hold blanks, and what it gives to later steps."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOOD = "---\nlanguage: da\n---\nKl. 5.40 stod Lene på rampen i Horsens, og pumpen larmede, fordi lejet var tørt. Vi skiftede det på ni minutter.\n"


def act(folder, paths, arguments="", sarif=""):
    """Run the action's script in a folder; return its exit code and the outputs it sets."""
    tool = folder / "advocacy-lint"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m advocacy_lint "$@"\n')
    tool.chmod(0o755)
    outputs = folder / "outputs"
    outputs.write_text("")
    env = {
        **os.environ, "ADVOCACY_LINT": str(tool), "RUNNER_TEMP": str(folder), "GITHUB_OUTPUT": str(outputs),
        "LINT_PATHS": paths, "LINT_ARGUMENTS": arguments, "LINT_SARIF": sarif,
    }  # fmt: skip
    done = subprocess.run(["bash", str(ROOT / ".github" / "action.sh")], cwd=folder, env=env, capture_output=True, text=True)
    return done.returncode, dict(line.split("=", 1) for line in outputs.read_text().splitlines())


def test_paths_are_a_line_each_and_may_hold_blanks(tmp_path):
    (tmp_path / "med mellemrum").mkdir()
    (tmp_path / "med mellemrum" / "blå bær.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "andet.md").write_text(GOOD, encoding="utf-8")
    code, outputs = act(tmp_path, "med mellemrum\nandet.md\n", "--fail-on never --isolated", "ud.sarif")
    assert (code, outputs["exit-code"], outputs["sarif"], outputs["posts"]) == (0, "0", "ud.sarif", "2")
    assert float(outputs["mean-score"]) > 0
    assert len(json.loads((tmp_path / "ud.sarif").read_text(encoding="utf-8"))["runs"]) == 1


def test_the_exit_code_is_the_linters(tmp_path):
    assert act(tmp_path, "der-er-ingen.md") == (2, {"exit-code": "2", "sarif": "", "posts": "0", "mean-score": ""})
