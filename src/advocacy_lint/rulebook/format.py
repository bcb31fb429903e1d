"""The keys of a rule file, as types: the loader and the JSON Schema both read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from advocacy_lint.model import Evidence

TIERS = ("research", "law", "platform", "practice")
ALL_LEVELS = ("error", "warning", "info", "strength", "off")
SPEAKERS = ("author", "quote", "both")


class ExamplesFormat(Struct, frozen=True):
    """Texts with the expected span marked ``<<so>>`` (bad), and near misses (good)."""

    bad: tuple[Any, ...] = ()
    good: tuple[Any, ...] = ()


class SectionFormat(Struct, frozen=True):
    """What a rule looks for and says, in one language; or why it is not for this language."""

    message: str | None = None
    why: str | None = None
    suggest: str | None = None
    ask: tuple[str, ...] = ()
    match: Mapping[str, Any] = field(default_factory=dict)
    replace: Mapping[str, Any] = field(default_factory=dict)
    unsafe: bool | None = None
    examples: ExamplesFormat = field(default_factory=ExamplesFormat)
    not_for: str | None = None


class RuleFormat(Struct, frozen=True):
    """A rule file."""

    check: str | None = None
    level: str = "warning"
    weight: float = 1.0
    evidence: Evidence | None = None
    applies_to: str = "author"
    shadows: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    match: Mapping[str, Any] = field(default_factory=dict)
    unsafe: bool = False
    extend: bool = False  # in a team's own folder: change the built-in rule of the same id
    da: SectionFormat | None = None
    en: SectionFormat | None = None


class SignalSection(Struct, frozen=True):
    """The phrases of a signal in one language."""

    phrases: tuple[str, ...] = ()
    not_for: str | None = None


class SignalFormat(Struct, frozen=True):
    """A signal file: phrases that rules share."""

    about: str = ""
    extend: bool = False
    da: SignalSection | None = None
    en: SignalSection | None = None
