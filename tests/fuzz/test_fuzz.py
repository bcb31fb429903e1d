"""A short run of every target, the same each time; what any run has ever found; and a moment of atheris where it is installed.

The long run is by hand: `python benchmarks/fuzz.py TARGET --seconds N`.
"""

import subprocess
import sys
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import seeds
import targets
from advocacy_lint.inputs import READERS
from targets import readers

# How many inputs a target gets: a second or so of each.
EXAMPLES = {"outputs": 25, "fixes": 40, "lint": 60, "rules": 80, "programme": 40, "phrases": 150, "labels": 60}
KEPT = sorted(path for path in seeds.FINDS.glob("*/*") if path.parent.name in targets.TARGETS)


@pytest.mark.parametrize("name", targets.TARGETS)
def test_seeds(name):
    one = targets.load(name)
    for seed in seeds.seeds(name)[:8]:
        one(seed)


@pytest.mark.parametrize("name", targets.TARGETS)
def test_short_run(name):
    one = targets.load(name)

    @settings(
        max_examples=EXAMPLES.get(name, 120), derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )  # fmt: skip
    @given(st.data())
    def run(data):
        one(data.draw(seeds.inputs(name)))

    run()


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_finds(path):
    targets.load(path.parent.name)(path.read_bytes())


def test_every_find_is_of_a_target():
    assert {path.name for path in seeds.FINDS.iterdir()} <= set(targets.TARGETS)


def test_every_suffix_has_a_seed():
    seeded = {seed.partition(b"\n")[0].decode("ascii", "replace") for seed in seeds.seeds("readers")}
    modules = {READERS[suffix] for suffix in seeded if suffix in READERS}
    assert modules == set(READERS.values())
    assert seeded - set(READERS) == set(readers.PARTS)


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed (the extra `fuzz`)")
def test_a_moment_of_atheris():
    command = [sys.executable, str(seeds.ROOT / "benchmarks" / "fuzz.py"), "text", "--runs", "2000"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.startswith("text ")
