"""Screens in the READMEs are what the program prints: `samples.py --check` says which are not, `samples.py` writes them anew.

Between `<!-- sample -->` and `<!-- /sample -->` stands one block; each line in it that begins with "$ " is run, in the repository's root,
80 columns wide and without colour, and what it prints stands below it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.da.md")
SAMPLE = re.compile(r"(?<=<!-- sample -->\n```text\n).*?(?=```\n<!-- /sample -->)", re.DOTALL)
SETTINGS = {"NO_COLOR": "1", "COLUMNS": "80", "ADVOCACY_LINT_CACHE_DIR": "", "PYTHONUTF8": "1"}


def printed(command: str) -> str:
    """Return what a command of ours prints."""
    words = shlex.split(command)
    if words[0] != "advocacy-lint":
        raise SystemExit(f"a sample runs advocacy-lint, not {words[0]}")
    environment = {name: value for name, value in os.environ.items() if name not in ("GITHUB_ACTIONS", "FORCE_COLOR", "LANG", "LC_ALL")}
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_lint", *words[1:]], cwd=ROOT, env={**environment, **SETTINGS}, capture_output=True, text=True
    )
    if done.stderr and not done.stdout:
        raise SystemExit(f"{command}: {done.stderr.strip()}")
    return done.stdout.strip("\n")


def renewed(block: str) -> str:
    """Return a block with every command's output as it is now."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "\n\n".join(f"$ {command}\n{printed(command)}" for command in commands) + "\n"


def main() -> int:
    """Renew, or check, the samples of all pages."""
    stale = []
    for name in PAGES:
        path = ROOT / name
        if not path.is_file():
            continue
        before = path.read_text(encoding="utf-8")
        after = SAMPLE.sub(lambda match: renewed(match[0]), before)
        if after != before:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(after, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'its samples are not what is printed' if '--check' in sys.argv else 'samples written'}", file=sys.stderr)
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
