"""Where a run's time goes, stage by stage: functions are wrapped when somebody asks, and cost nothing otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from time import perf_counter
from typing import Any

STAGES = ("read", "analyse", "match", "report", "output")


class StageTimes:
    """Seconds by stage; time spent in a stage that another one calls counts for the inner one only."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)
        self._inner = [0.0]

    def wrap(self, owner: Any, name: str, stage: str) -> None:
        """Time a function of a class or module from now on."""
        function = getattr(owner, name)

        @wraps(function)
        def timed(*args: Any, **named: Any) -> Any:
            return self._timed(stage, lambda: function(*args, **named))

        setattr(owner, name, timed)

    def iterate(self, stage: str, items: Iterator[Any]) -> Iterator[Any]:
        """Yield what an iterator yields, its own time counted."""
        end = object()
        while (item := self._timed(stage, lambda: next(items, end))) is not end:
            yield item

    def _timed(self, stage: str, call: Callable[[], Any]) -> Any:
        self._inner.append(0.0)
        began = perf_counter()
        try:
            return call()
        finally:
            spent = perf_counter() - began
            self.seconds[stage] += spent - self._inner.pop()
            self._inner[-1] += spent


def watch(writer: type) -> StageTimes:
    """Return the times of this process's run, which begin to be taken now."""
    from advocacy_lint.engine import Linter

    times = StageTimes()
    times.wrap(Linter, "analyse", "analyse")
    times.wrap(Linter, "scan", "match")
    times.wrap(Linter, "matches", "match")
    times.wrap(Linter, "_report", "report")
    times.wrap(writer, "post", "output")
    times.wrap(writer, "end", "output")
    return times
