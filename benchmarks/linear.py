"""CPU time of hostile texts of 10 KB, 100 KB and 1 MB, for what counted steps do not see (`tests/test_linear.py`): work inside C.

`python benchmarks/linear.py [NAME …]` lints every text of the tests whose name holds one of the names, each in a process of its own that
ends after a minute, and marks those that cost more than thirty times as much for ten times the text. Twenty times are usual between 100 KB
and 1 MB, where caches end and the collector of garbage has much to walk through; from there on cost follows the length.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
SIZES = (10_000, 100_000, 1_000_000)
LIMIT = 60
# Under this many seconds the start of a process counts for more than the text.
LEAST = 0.05


def seconds(call: Callable[[], object]) -> float | None:
    """Return the CPU time of a call; None where it took more than a minute."""
    here, there = os.pipe()
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        began = process_time()
        call()
        os.write(there, repr(process_time() - began).encode())
        os._exit(0)
    os.close(there)
    with os.fdopen(here, "rb") as stream:
        said = stream.read()
    os.waitpid(child, 0)
    return float(said) if said else None


def texts() -> dict[str, tuple[str, str, str]]:
    """Return by name a language, what stands once before, and what comes again."""
    import test_linear as tests

    found = {f"{name} ({code})": (code, "", unit) for name, unit in tests.HOSTILE.items() for code in ("da", "en")}
    found |= {name: ("en", *pair) for name, pair in tests.RUNS.items()}
    return found | {f"{rule} ({code})": (code, "", words + " ") for code, rule, words in tests.WORDS}


def main() -> int:
    """Measure, print a line for each text, and return 1 where one of them grows too fast."""
    import test_linear as tests

    worst = 0
    for name, (code, before, unit) in texts().items():
        if sys.argv[1:] and not any(each in name for each in sys.argv[1:]):
            continue
        checker = tests.linter(code)
        tests.linting(checker, unit, code)()
        taken = []
        for size in SIZES:
            text = before * (size // 2 // len(before)) + unit * (size // 2 // len(unit)) if before else unit * (size // len(unit))
            taken.append(seconds(tests.linting(checker, text, code)))
        whole = [each for each in taken if each is not None]
        steep = len(whole) < len(taken) or any(two > 30 * max(one, LEAST) for one, two in zip(whole, whole[1:], strict=False))
        worst |= steep
        figures = " ".join(f"{each:8.2f}" if each is not None else "   > 60" for each in taken)
        print(f"{name:<50} {figures}{'  steep' if steep else ''}", flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
