"""The program as it is installed, run in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = (str(Path(sys.executable).parent / "advocacy-lint"),)
MODULE = (sys.executable, "-m", "advocacy_lint")
PROUD = "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.\n"
PLAIN = (
    "Kl. 5.40 stod Lene på rampen i Horsens med en kold kop kaffe. Det virkede ikke, og jeg prøvede igen med den lille nøgle. "
    "Så ringede hun til Bo, fordi han havde set den slags før. Hvad gør I, når lejet sidder fast?\n"
)
_CLEARED = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FORCE_COLOR", "PYTHONSAFEPATH", "ADVOCACY_LINT_FORMAT")


def environment(**more):
    """Return an environment without what changes the output, and without a cache."""
    kept = {key: value for key, value in os.environ.items() if key not in _CLEARED}
    return {**kept, "COLUMNS": "80", "ADVOCACY_LINT_CACHE_DIR": "", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", **more}


def start(*arguments, cwd, command=COMMAND, env=None, **options):
    """Start a command whose output can be read, as bytes."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.Popen([*command, *arguments], cwd=cwd, env=environment(**(env or {})), **streams)


def run(*arguments, cwd, stdin=b"", command=COMMAND, env=None, **options):
    """Return exit code, standard output and standard error of a command."""
    done = subprocess.run(
        [*command, *arguments], cwd=cwd, env=environment(**(env or {})), input=stdin, timeout=120,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
    )  # fmt: skip
    return done.returncode, *(
        None if stream is None else stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr)
    )


def write(folder, **texts):
    """Write posts as Markdown files of a folder."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder
