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
        made[index] = replace(parts[index], gap=max((part.gap for part in between), key=lambda gap: gap.count("\n")))
    return made


def gap_of(white: str) -> str:
    """Return the white space between two statements as it stands between them when others are gone."""
    breaks = white.count("\n")
    return "\n\n" if breaks > 1 else "\n" if breaks else " "


def then(parts: Sequence[Part], more: Sequence[Part]) -> list[Part] | None:
    """Return what became of a draft's statements by two rounds; None where the second does not see the same statements.

    It may see one as several: what has become a paragraph of its own is read line by line.
    """
    # What goes to the end has a number far behind the others: only who stands between whom is asked.
    numbers = {index: number for number, index in enumerate(_in_order(more))}
    joined, rest = list(parts), [replace(part, order=numbers.get(index, 0)) for index, part in enumerate(more)]
    for index in _in_order(parts):
        group = _same_words(parts[index].after, rest)
        if group is None:
            return None
        joined[index] = _after_both(parts[index], group)
        del rest[: len(group)]
    return None if rest else joined


def _same_words(text: str, parts: Sequence[Part]) -> list[Part] | None:
    """Return the first parts that together say a text, and stand together; None where there are none."""
    wanted = "".join(text.split())
    for count in range(1, len(parts) + 1):
        said = "".join("".join(part.before.split()) for part in parts[:count])
        if said == wanted:
            orders = sorted(part.order for part in parts[:count] if part.after)
            return list(parts[:count]) if not orders or orders[-1] - orders[0] < len(orders) else None
        if not wanted.startswith(said):
            return None
    return None


def _after_both(first: Part, group: Sequence[Part]) -> Part:
    """Return what became of a statement by the first round, and by the second of all that it is made of."""
    after = assembled(group) if any(part.after for part in group) else ""
    shown = min((part for part in group if part.after), key=lambda part: part.order, default=group[0])
    op = CUT if not after else max(first.op, *(TRIMMED if part.op == CUT else part.op for part in group), key=_RANK.index)
    reason = first.reason or next((part.reason for part in group if part.reason), "")
    return replace(shown, start=first.start, end=first.end, before=first.before, after=after, op=op, reason=reason)
