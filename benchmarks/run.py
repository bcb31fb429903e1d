"""Measure speed against proselint and slop-guard, in turn in one run: `python benchmarks/run.py` (`--quick` for a short one).

Whole processes are timed from outside, after a warm-up; medians and the median of the pairwise ratios are printed. Nothing is read from
the cache of results but where a line says so. Needs `pip install proselint`, and slop-guard in an environment of its own, as it pins a
package that ours wants newer: `SLOP_GUARD=/path/to/sg`. A peer that is not there is left out.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))
import posts

BIN = Path(sys.executable).parent
OURS = str(BIN / "advocacy-lint")
# name → the command that takes the same files
PEERS = {
    name: command
    for name, command in {
        "proselint": [str(BIN / "proselint"), "check"],
        "slop-guard": [os.environ.get("SLOP_GUARD", str(BIN / "sg")), "--json"],
    }.items()
    if os.path.exists(command[0])
}


def timed(command: list[str], env: dict[str, str]) -> float:
    """Return the wall time of a command in seconds."""
    began = perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return perf_counter() - began


def in_turn(name: str, commands: dict[str, list[str]], rounds: int, env: dict[str, str], per: int = 1) -> None:
    """Time commands in turn, ours first; print the medians, and how many times ours each takes (the median of the rounds)."""
    for command in commands.values():
        timed(command, env)
    taken = [[timed(command, env) for command in commands.values()] for _ in range(rounds)]
    columns = []
    for number, what in enumerate(commands):
        median = statistics.median(each[number] for each in taken)
        times = statistics.median(each[number] / each[0] for each in taken)
        rate = f"{per / median:7.0f} posts/s" if per > 1 else f"{median * 1000:7.1f} ms"
        columns.append(f"{what} {rate}" + (f" ({times:.2f} times)" if number else ""))
    print(f"{name:<38} " + "   ".join(columns), flush=True)


def peak_memory(command: list[str], env: dict[str, str]) -> float:
    """Return the largest resident set of any process of a command, in MiB."""
    code = (
        "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], env=env, capture_output=True, text=True, check=True)
    return int(done.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main() -> None:
    """Run every benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, and no 10,000 posts")
    options = parser.parse_args()
    rounds = 5 if options.quick else 15
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        env = {**os.environ, "ADVOCACY_LINT_CACHE_DIR": str(root / "cache"), "NO_COLOR": "1"}
        env.pop("GITHUB_ACTIONS", None)
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled; so is this one after its first run
        colour = {**env, "FORCE_COLOR": "1"}
        colour.pop("NO_COLOR")
        for language in ("da", "en"):
            for declared in (True, False):
                folder = posts.folder(root / f"one-{language}-{declared}", 1, language, declared)
                file = str(next(folder.rglob("*.md")))
                how = "declared" if declared else "detected"
                peers = {name: [*command, file] for name, command in PEERS.items()}
                for kind, environment in (("text", env), ("json", env), ("rich text", colour)):
                    ours = [OURS, "check", file, "--no-cache", "--format", kind.split()[-1]]
                    in_turn(f"cold start, {language} {how}, {kind}", {"ours": ours, **peers}, rounds, environment)
        for count in (1000,) if options.quick else (1000, 10_000):
            for language in ("da", "en"):
                many(posts.folder(root / f"many-{language}-{count}", count, language), count, language, rounds, env)


def many(folder: Path, count: int, language: str, rounds: int, env: dict[str, str]) -> None:
    """Measure a run over many posts: against the peers, with the cache of results, and its memory."""
    few = 3 if count > 1000 else max(3, rounds // 3)
    files = sorted(map(str, folder.rglob("*.md")))
    # One peer takes a folder, the other files; it takes most of a minute for 10,000: once a language is enough.
    peers = {name: [*command, *(files if name == "slop-guard" else [str(folder)])] for name, command in PEERS.items()}
    for kind in ("text", "json"):
        ours = [OURS, "check", str(folder), "--format", kind]
        name = f"{count} posts, {language}, {kind}"
        if kind == "json" or count == 1000:
            in_turn(name, {"ours": [*ours, "--no-cache"], **peers}, few, env, count)
        in_turn(f"{name}, cached", {"ours, cached": ours, "uncached": [*ours, "--no-cache"]}, few, env, count)
    print(f"{'':<38} peak memory {peak_memory([*ours, '--no-cache'], env):.0f} MiB a process", flush=True)


if __name__ == "__main__":
    main()
