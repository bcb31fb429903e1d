"""Outputs: one module a format, each with a `Renderer`; imported when a run asks for the format."""

from __future__ import annotations

from importlib import import_module

from advocacy_lint import plugins
from advocacy_lint.errors import ConfigError
from advocacy_lint.model import Look
from advocacy_lint.outputs.renderer import BaseRenderer

# format → module of this package
_FORMATS = {
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
    "excel": "excel",
}
FORMATS = plugins.Table("output", _FORMATS)
# Formats that declare the rules they may report.
NEED_RULES = frozenset(("sarif", "html"))


def create(name: str, look: Look) -> BaseRenderer:
    """Return a renderer for a format; ConfigError with the nearest name for one that is unknown."""
    if name not in FORMATS:
        from advocacy_lint.files.structure import nearest

        raise ConfigError(f"unknown format “{name}”", hint=nearest(name, list(FORMATS)))
    where = FORMATS[name]
    made: type[BaseRenderer] = plugins.imported(where) if ":" in where else import_module(f"advocacy_lint.outputs.{where}").Renderer
    return made(look)
