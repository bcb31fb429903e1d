"""Kinds `duplicate` and `mix`: what only shows across posts. A single post has none of it; `portfolio` does the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct

from advocacy_lint.checks.base import Scan, Setup
from advocacy_lint.model import Match, Rule

AMONG = ("authors", "same-author", "texts")
MEASURES = ("company_news", "one_voice", "same_opening", "same_link", "per_week", "audience_uncovered", "off_target", "version_missing")


class DuplicateParams(Struct, frozen=True):
    """Whose posts share their wording: `among` different authors, the same-author, or texts named in the configuration.

    How much is too much stands in the configuration (``duplicates: threshold``).
    """

    among: str = "authors"
    at_least: int = 2


class MixParams(Struct, frozen=True):
    """Which share of the posts is measured; the bound stands in the configuration (``mix:``), unless `above` sets it."""

    measure: str = ""
    above: float | None = None
    at_least: int = 1


class Across:
    """What a single post cannot show."""

    stage: ClassVar[str] = "whole"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        pass

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield nothing: it takes more than one post."""
        return ()


class DuplicateCheck(Across):
    """Rules about the same wording in several posts."""

    Params: ClassVar[type] = DuplicateParams


class MixCheck(Across):
    """Rules about what a run of posts is made of."""

    Params: ClassVar[type] = MixParams
