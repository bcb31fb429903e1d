"""Outputs: one module a format, each with a `Renderer`; imported when a run asks for the format."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

from advocacy_lint.errors import ConfigError
from advocacy_lint.kept_reports import KnownReport
from advocacy_lint.model import PostReport, Run

# format → module of this package
FORMATS = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "github": "github",
    "sarif": "sarif",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "markdown": "markdown",
    "html": "html",
    "csv": "csv_table",
}
# Formats that declare the rules they may report.
NEED_RULES = frozenset(("sarif", "html"))


class Renderer(Protocol):
    """Turns reports into text as they come, so that a run of 10,000 posts needs the memory of one.

    A renderer may also cut `post` in two: `part(report)` makes what can be made of a post alone, in any process, and `add(part)`
    returns the text, in the order of the posts; either may be UTF-8 instead, which is written as it is.
    """

    def __init__(self, run: Run, color: bool = False) -> None: ...

    def begin(self) -> str:
        """Return what comes before the posts."""

    def post(self, report: PostReport) -> str:
        """Return one post's part."""

    def end(self) -> str:
        """Return what comes after the posts; the run's counts, problems and portfolio are known by then."""


def part(renderer: Any, report: PostReport | KnownReport) -> Any:
    """Return a post's part of an output: the report itself, where the renderer makes nothing of it in advance."""
    return renderer.part(report) if hasattr(renderer, "part") else report.whole()


def add(renderer: Any, made: Any) -> str | bytes:
    """Return the text of a post from its part."""
    text: str | bytes = renderer.add(made) if hasattr(renderer, "add") else renderer.post(made)
    return text


def create(name: str, run: Run, color: bool = False) -> Any:
    """Return a renderer for a format; ConfigError with the nearest name for one that is unknown."""
    if name not in FORMATS:
        from advocacy_lint.structure import nearest

        raise ConfigError(f"unknown format “{name}”", hint=nearest(name, list(FORMATS)))
    return import_module(f"advocacy_lint.outputs.{FORMATS[name]}").Renderer(run, color)
