"""Apply fixes to a text until nothing is left to apply; none that lowers a score is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from advocacy_lint.model import Fix, PostReport

ROUNDS = 8
# Trying fixes one by one costs a lint each.
ONE_BY_ONE = 40
Lint = Callable[[str], Sequence[PostReport]]


class Fixed(Struct, frozen=True):
    """A text after its fixes, and how many there were."""

    text: str
    count: int
    refused: int = 0  # what is left because a score would fall


def chosen(fixes: Iterable[Fix], unsafe: bool = False) -> list[Fix]:
    """Return the fixes to apply, in order: of those that overlap the first named wins."""
    wanted = [fix for fix in fixes if fix.safe or unsafe]
    taken = bytearray(max((fix.end for fix in wanted), default=0))  # a byte for each character that is replaced
    kept: list[Fix] = []
    for fix in wanted:
        if taken.find(1, fix.start, fix.end) < 0:
            taken[fix.start : fix.end] = b"\1" * (fix.end - fix.start)
            kept.append(fix)
    return sorted(kept, key=lambda fix: fix.start)


def apply(text: str, fixes: Sequence[Fix]) -> str:
    """Return a text with fixes applied (sorted, disjoint); blanks and commas that a dropped word leaves over go too."""
    parts: list[str] = []
    position = 0
    for fix in fixes:
        parts.append(text[position : fix.start])
        position = fix.end
        if fix.text:
            parts.append(fix.text.replace("\n", "\r\n") if "\r\n" in text[fix.start : fix.end] else fix.text)
            continue
        before = text[fix.start - 1] if fix.start else "\n"
        while position < len(text) and text[position] == " " and before in " \n":
            position += 1
        if parts[-1].endswith(" ") and position < len(text) and text[position] in ",.;:!?":
            parts[-1] = parts[-1].rstrip(" ")
    parts.append(text[position:])
    return "".join(parts)


def converge(text: str, lint: Lint, unsafe: bool = False) -> Fixed:
    """Return a text with all fixes applied, and those that they make possible; `lint` gives the reports of a text's posts."""
    count = 0
    seen = {text}
    reports = lint(text)
    refused = 0
    for _ in range(ROUNDS):
        fixes = chosen((fix for report in reports for finding in report.findings for fix in finding.fixes), unsafe)
        step = _step(text, fixes, reports, lint) if fixes else None
        if step is None or step[0] in seen:
            refused = len(fixes)
            break
        text, reports, applied = step
        seen.add(text)
        count += applied
    return Fixed(text, count, refused)


def _step(text: str, fixes: list[Fix], reports: Sequence[PostReport], lint: Lint) -> tuple[str, Sequence[PostReport], int] | None:
    """Return the text after all fixes, or after those of them that lower no score; None where none is left."""
    after = apply(text, fixes)
    judged = lint(after)
    if not worse(reports, judged):
        return after, judged, len(fixes)
    kept: list[Fix] = []
    best: tuple[str, Sequence[PostReport], int] | None = None
    current = reports
    for fix in fixes[:ONE_BY_ONE]:
        trial = sorted([*kept, fix], key=lambda each: each.start)
        after = apply(text, trial)
        judged = lint(after)
        if not worse(current, judged):
            kept, current, best = trial, judged, (after, judged, len(trial))
    return best


def worse(before: Sequence[PostReport], after: Sequence[PostReport]) -> bool:
    """Say whether any post has a lower score; one that is now too short to be judged has not."""
    if len(before) != len(after):
        return True
    return any(None not in (old.score, new.score) and (new.score or 0) < (old.score or 0) for old, new in zip(before, after, strict=True))
