"""Kind `form`: what the programme file says, field by field. A post has no such fields; `programme` does the work."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct, field

from advocacy_lint.checks.across import Across
from advocacy_lint.checks.base import Cues

POINTS = ("niche", "voice", "outcomes", "beyond", "workplace", "honesty")


class FormParams(Struct, frozen=True):
    """The fields (dotted paths; lists are read item by item), and what about them matters.

    `missing`: none of them says anything (or, where there are `phrases`, says it in words). `phrases`, `signals`: words in any of
    them, with `except` and `unless` (same sentence) as elsewhere. `lacks`: none of them has any of these. `above`, `below`: a bound
    on a number. `present`: any says something (strengths). `unless_any`: cues that excuse wherever they stand in `unless_fields` (by
    default the same fields). `unless_missing`: silent where these fields say nothing. `point`: which of the programme's points it
    belongs to.
    """

    point: str = ""
    fields: tuple[str, ...] = ()
    missing: bool = False
    present: bool = False
    phrases: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    unless: Cues = field(default_factory=Cues)
    unless_any: Cues = field(default_factory=Cues)
    unless_fields: tuple[str, ...] = ()
    unless_missing: tuple[str, ...] = ()
    lacks: Cues = field(default_factory=Cues)
    above: float | None = None
    below: float | None = None


class FormCheck(Across):
    """Rules about a programme file."""

    Params: ClassVar[type] = FormParams
