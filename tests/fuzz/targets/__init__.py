"""What is fuzzed: one small module a target, each with `one(data)`, which raises where the program does what it may not.

Shared by the short run in CI (`tests/fuzz/test_fuzz.py`), the long one by hand (`benchmarks/fuzz.py`) and the finds of both.
"""

from importlib import import_module

TARGETS = (
    "baseline",
    "cache",
    "configuration",
    "fixes",
    "labels",
    "lint",
    "metadata",
    "outputs",
    "phrases",
    "programme",
    "readers",
    "rules",
    "text",
)


def load(name):
    """Return a target's `one`."""
    return import_module(f"{__name__}.{name}").one
