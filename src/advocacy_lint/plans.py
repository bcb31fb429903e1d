"""What a run asks of those who lint for it, and what they send home."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct, field

from advocacy_lint.config import Config
from advocacy_lint.kept_reports import KnownReport
from advocacy_lint.model import Post, PostReport, Problem

ConfigFor = Callable[[str], Config]
ReadSource = Callable[[Any, Config], Iterable[Post | Problem]]


class Overrides(Struct, frozen=True):
    """What the command line says over every configuration."""

    language: str | None = None
    locale: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Plan(Struct):
    """How to read, and with what settings: all that a worker process needs."""

    config_for: ConfigFor
    read: ReadSource
    overrides: Overrides = field(default_factory=Overrides)
    # Computed beside the report, in the worker; what it calls `measured` is kept in the cache and given back to it.
    after: Callable[..., Any] | None = None
    # What is made of a report in its own process; it is all that is sent home.
    brief: Callable[[PostReport | KnownReport], Any] | None = None
    # What can be done here while other processes lint; is told whether the reports are known from an earlier run.
    meanwhile: Callable[[bool], object] | None = None
    cache: bool = False
    # Whether `after` may wait: of a post whose report is known, only where it is (`Later`) is said.
    later: bool = False


class Done(Struct, frozen=True):
    """One post's report (or what `Plan.brief` made of it), with what `Plan.after` made of it; `key` identifies its file's content."""

    report: Any
    extra: Any = None
    key: bytes | None = None


class Later(Struct, frozen=True):
    """A post that `Plan.after` has not seen in this run."""

    path: str
    id: str | None
    place: str | None
