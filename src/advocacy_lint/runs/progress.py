"""A progress bar on standard error, for a person waiting for many files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from advocacy_lint.model import Problem
from advocacy_lint.runs.lint import Result

# Under this many posts, the bar would be gone before it is seen.
WORTH_SHOWING = 150


def shown(done: Iterable[Result | Problem]) -> Iterator[Result | Problem]:
    """Yield what is done, with a bar from the point where waiting begins."""
    iterator = iter(done)
    first = list(islice(iterator, WORTH_SHOWING))
    yield from first
    if len(first) < WORTH_SHOWING:
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} posts"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("linting", total=None, completed=WORTH_SHOWING)
        for each in iterator:
            progress.advance(task)
            yield each
