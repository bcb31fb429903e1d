"""Lint drafts of employee-advocacy posts, in Danish and English, and say what makes them boring.

For programs: `lint` one text, `lint_source` a file's text with its front matter and configuration, `lint_many` texts, `lint_table` an Arrow
table; what comes out is a `Report` with its `Finding`s, what may be set a `Config`.
Importing this package imports nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyarrow as pa

    from advocacy_lint.api import Project
    from advocacy_lint.config import Config
    from advocacy_lint.model import Finding, PostReport, Strength
    from advocacy_lint.model import PostReport as Report

__all__ = ["Config", "Finding", "Project", "Report", "Strength", "__version__", "lint", "lint_many", "lint_source", "lint_table"]


def lint(text: str, *, config: Config | None = None, **metadata: str | None) -> PostReport:
    """Return the report of one text; see `advocacy_lint.api.lint`."""
    from advocacy_lint import api

    return api.lint(text, config=config, **metadata)


def lint_source(text: str, path: str, *, project: Project | None = None) -> tuple[PostReport, ...]:
    """Return the reports of a file's text, read as `check` reads it; see `advocacy_lint.api.lint_source`."""
    from advocacy_lint import api

    return api.lint_source(text, path, project=project)


def lint_many(posts: Iterable[str | Mapping[str, object]], *, config: Config | None = None) -> Iterator[PostReport]:
    """Yield the report of each post, in order; see `advocacy_lint.api.lint_many`."""
    from advocacy_lint import api

    return api.lint_many(posts, config=config)


def lint_table(table: pa.Table, *, text: str = "text", config: Config | None = None) -> pa.Table:
    """Return an Arrow table with the linter's columns added; see `advocacy_lint.api.lint_table`."""
    from advocacy_lint import api

    return api.lint_table(table, text=text, config=config)


_HOMES = {"Config": "config", "Finding": "model", "Project": "api", "Report": "model", "Strength": "model"}

if not TYPE_CHECKING:  # a type checker sees the names above, and no others

    def __getattr__(name: str) -> type:
        """Return a class of the API, imported when it is first asked for."""
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), {"Report": "PostReport"}.get(name, name))
