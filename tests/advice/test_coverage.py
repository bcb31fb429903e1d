"""Over the project's own posts: nearly every place comes with text, and --fix helps bad posts, leaves good ones, lowers no score."""

from __future__ import annotations

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "advice.py"


def test_text_for_every_place_and_what_fix_does() -> None:
    spec = importlib.util.spec_from_file_location("advice_benchmark", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    found = script.measure(script.OWN)
    assert found["covered"] >= script.LEAST
    assert found["fallen"] == []
    assert found["changed"]["bad"] >= 0.3 * found["total"]["bad"]
    assert found["changed"]["good"] <= 0.1 * found["total"]["good"]
