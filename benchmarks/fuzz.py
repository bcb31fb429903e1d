"""Fuzz one target with atheris (libFuzzer), guided by coverage: `python benchmarks/fuzz.py TARGET --seconds 300`.

Targets and oracles are those of the tests (`tests/fuzz/targets`); the seeds come from the examples and the rules. It stands here and not
there because it runs for long, by hand, and prints figures. A find is printed, written to `--finds` (by default the current folder), and
ends the run; made small and repaired, it is kept in `tests/fuzz/finds/TARGET`. Needs `pip install advocacy-lint[fuzz]`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

TESTS = Path(__file__).parents[1] / "tests" / "fuzz"
sys.path.insert(0, str(TESTS))
# One line of libFuzzer's: "#1234 REDUCE cov: 100 ft: 200 corp: 30/1kb ...".
_STATUS = re.compile(r"^#(\d+)\s+\S+\s+cov: (\d+) ft: (\d+) corp: (\d+)/", re.MULTILINE)


def child(target: str, arguments: list[str]) -> None:
    """Run libFuzzer in this process; it never returns."""
    import atheris

    os.environ["ADVOCACY_LINT_CACHE_DIR"] = ""
    with atheris.instrument_imports(include=["advocacy_lint"]):
        # What a post needs is imported when it first does: all of it is wanted instrumented.

        import targets

        one = targets.load(target)
        import seeds

        for seed in seeds.seeds(target):
            one(seed)
    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def corpus(target: str, folder: Path) -> None:
    """Write a target's seeds, and what was ever found, as files."""
    import seeds

    kept = [path.read_bytes() for path in sorted((seeds.FINDS / target).glob("*"))]
    for number, data in enumerate((*seeds.seeds(target), *kept)):
        (folder / f"seed-{number:03}").write_bytes(data)


def run(target: str, options: argparse.Namespace) -> int:
    """Fuzz one target in a process of its own, and print its figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus(target, folder)
        limit = f"-runs={options.runs}" if options.runs else f"-max_total_time={options.seconds}"
        finds = f"-artifact_prefix={options.finds}/{target}-"
        bounds = ["-max_len=4096", "-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1", f"-seed={options.seed}"]
        command = [sys.executable, __file__, target, "--child", limit, finds, *bounds, name]
        began = perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", env={**os.environ, "TMPDIR": name})
        seconds = perf_counter() - began
    said = done.stdout + done.stderr
    status = _STATUS.findall(said)
    runs, edges, features, kept = map(int, status[-1]) if status else (0, 0, 0, 0)
    runs = int((re.findall(r"number_of_executed_units: (\d+)", said) or [runs])[-1])
    found = "a find" if done.returncode else "no find"
    print(
        f"{target:<14} {seconds:7.0f} s {runs:9} runs {runs / seconds:8.0f}/s {edges:6} edges {features:7} features {kept:5} kept  {found}",
        flush=True,
    )
    if done.returncode:
        print(said[-4000:], file=sys.stderr)
    return int(done.returncode != 0)


def main() -> int:
    """Fuzz a target, or all of them in turn."""
    if "--child" in sys.argv:
        at = sys.argv.index("--child")
        child(sys.argv[at - 1], sys.argv[at + 1 :])
    import targets

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=[*targets.TARGETS, "all"])
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--runs", type=int, default=0, help="stop after so many inputs instead")
    parser.add_argument("--seed", type=int, default=7, help="of libFuzzer's chance")
    parser.add_argument("--finds", default=".", help="the folder for what is found")
    options = parser.parse_args()
    try:
        import atheris  # noqa: F401
    except ImportError:
        print("atheris is not installed: pip install advocacy-lint[fuzz] (the short run without it: pytest tests/fuzz)", file=sys.stderr)
        return 2
    return max(run(target, options) for target in (targets.TARGETS if options.target == "all" else (options.target,)))


if __name__ == "__main__":
    sys.exit(main())
