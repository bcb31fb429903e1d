"""What became of each statement of a draft, and the text that they make."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

KEPT, TRIMMED, MOVED, CUT = "kept", "trimmed", "moved", "cut"
_RANK = (KEPT, TRIMMED, MOVED, CUT)


class Part(Struct, frozen=True):
    """A statement: where it stands in the draft, its words before and after (none: it is cut), what was done, and why.

    `gap` is what separates it from the one before it in the new text.
    """

    start: int
    end: int
    before: str
    after: str
    op: str
    reason: str = ""
    gap: str = " "
    order: int = 0


def _in_order(parts: Sequence[Part]) -> list[int]:
    return sorted((index for index, part in enumerate(parts) if part.after), key=lambda index: parts[index].order)


def assembled(parts: Sequence[Part]) -> str:
    """Return the text of parts in their new order."""
    first, *rest = _in_order(parts) or [0]
    return parts[first].after + "".join(parts[index].gap + parts[index].after for index in rest)


def spaced(parts: Sequence[Part]) -> list[Part]:
    """Return parts with the gaps of their new order: a paragraph stays one of its own when its first sentence goes."""
    made, kept = list(parts), _in_order(parts)
    for before, index in pairwise(kept):
        between = parts[before + 1 : index + 1] if before < index else parts
        made[index] = replace(parts[index], gap=max((part.gap for part in between), key=len))
    return made


def gap_of(white: str) -> str:
    """Return the white space between two statements as it stands between them when others are gone."""
    breaks = white.count("\n")
    return "\n\n" if breaks > 1 else "\n" if breaks else " "


def then(parts: Sequence[Part], more: Sequence[Part]) -> list[Part] | None:
    """Return what became of a draft's statements by two rounds; None where the second does not see the same statements."""
    kept = _in_order(parts)
    if len(kept) != len(more) or any(parts[index].after.strip() != part.before.strip() for index, part in zip(kept, more, strict=True)):
        return None
    joined = list(parts)
    for index, part in zip(kept, more, strict=True):
        first = parts[index]
        op = CUT if not part.after else max(first.op, part.op, key=_RANK.index)
        joined[index] = replace(part, start=first.start, end=first.end, before=first.before, op=op, reason=first.reason or part.reason)
    return joined
