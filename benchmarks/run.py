"""Measure speed against proselint, both in turn in one run: `python benchmarks/run.py` (`--quick` for a short one).

Whole processes are timed from outside, after a warm-up; medians and the ratio of each pair are printed. Nothing is read from the cache of
results but where a line says so. Needs `pip install proselint`.
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
PEER = str(BIN / "proselint")


def timed(command: list[str], env: dict[str, str]) -> float:
    """Return the wall time of a command in seconds."""
    began = perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return perf_counter() - began


def paired(name: str, ours: list[str], theirs: list[str], rounds: int, env: dict[str, str], per: int = 1) -> None:
    """Time two commands in turn; print medians and the median of the pairwise ratios."""
    timed(ours, env), timed(theirs, env)
    pairs = [(timed(ours, env), timed(theirs, env)) for _ in range(rounds)]
    mine, peer = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    rates = f"  {per / mine:8.0f} posts/s against {per / peer:6.0f}: {1 / ratio:5.1f} times" if per > 1 else f"  ratio {ratio:.2f}"
    print(f"{name:<44} {mine * 1000:9.1f} ms  proselint {peer * 1000:9.1f} ms{rates}", flush=True)


def with_cache(name: str, command: list[str], rounds: int, env: dict[str, str], per: int) -> None:
    """Time a command without and with the cache of results in turn; print medians and the median of the pairwise ratios."""
    for _ in range(2):  # the first run keeps reports, the second what it writes of them
        timed(command, env)
    pairs = [(timed([*command, "--no-cache"], env), timed(command, env)) for _ in range(rounds)]
    uncached, cached = (statistics.median(each) for each in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    rates = f"  {per / cached:8.0f} posts/s against {per / uncached:6.0f}: {ratio:5.1f} times"
    print(f"{name:<44} {cached * 1000:9.1f} ms   uncached {uncached * 1000:9.1f} ms{rates}", flush=True)


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
                for kind, environment in (("text", env), ("json", env), ("rich text", colour)):
                    command = [OURS, "check", file, "--no-cache", "--format", kind.split()[-1]]
                    paired(f"cold start, {language} {how}, {kind}", command, [PEER, "check", file], rounds, environment)
        counts = (1000,) if options.quick else (1000, 10_000)
        for count in counts:
            for language in ("da", "en"):
                folder = str(posts.folder(root / f"many-{language}-{count}", count, language))
                few = 3 if count > 1000 else max(3, rounds // 3)
                for kind in ("text", "json"):
                    base = [OURS, "check", folder, "--format", kind]
                    name = f"{count} posts, {language}, {kind}"
                    if kind == "json" or count == 1000:  # the peer takes most of a minute for 10,000: once is enough
                        paired(name, [*base, "--no-cache"], [PEER, "check", folder], few, env, count)
                    with_cache(f"{name}, cached", base, few, env, count)
                print(f"{'':<44} peak memory {peak_memory([*base, '--no-cache'], env):.0f} MiB a process", flush=True)


if __name__ == "__main__":
    main()
