"""A tightened draft as it is shown: the new text, then draft and new text side by side, each sentence in full with what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from advocacy_lint.advice.tighten import CUT, KEPT, MOVED, TRIMMED, Part, Tightened
from advocacy_lint.languages import messages
from advocacy_lint.model import PostReport
from advocacy_lint.outputs.layout import width, wrap

_MARKS = {KEPT: "=", TRIMMED: "~", MOVED: "↑", CUT: "×"}
_MARKDOWN = re.compile(r"[\\`*_\[\]|#!~]")


def as_text(found: Tightened, columns: int, questions: Sequence[str] = ()) -> str:
    """Return a tightened draft for a terminal of so many columns."""
    words = messages("tightened", found.before.locale)
    if found.unchanged:
        return "\n".join([*wrap(words["unchanged"], columns), *_asked(questions, words, columns)])
    lines = [line for paragraph in found.body.split("\n") for line in wrap(paragraph, columns)]
    lines += ["", *wrap(f"{_judged(found.before, words)} → {_judged(found.after, words)}", columns), ""]
    room = (columns - 5) // 2
    lines.append(_beside(f"  {words['draft']}", words["new"], room + 2))
    for part in found.parts:
        lines += _row(part, words, room)
    return "\n".join(line.rstrip() for line in [*lines, *_asked(questions, words, columns)])


def _judged(report: PostReport, words: Mapping[str, str]) -> str:
    score = words["none"] if report.score is None else f"{report.score} {report.grade}"
    return f"{report.words} {words['words']}, {score}"


def _asked(questions: Sequence[str], words: Mapping[str, str], columns: int) -> list[str]:
    lines = ["", words["ask"]] if questions else []
    for question in questions:
        wrapped = wrap(question, columns - 4)
        lines += [f"  ? {wrapped[0]}", *(f"    {line}" for line in wrapped[1:])]
    return lines


def _row(part: Part, words: Mapping[str, str], room: int) -> list[str]:
    left = wrap(part.before, room)
    right = wrap(part.after, room) if part.after and part.op != KEPT else [] if part.op == CUT else ["="]
    if part.op != KEPT:
        right += [f"({line}" if not number else f" {line}" for number, line in enumerate(wrap(_why(part, words), room - 1))]
    height = max(len(left), len(right))
    left += [""] * (height - len(left))
    right += [""] * (height - len(right))
    marks = [_MARKS[part.op], *[" "] * height]
    return [_beside(f"{mark} {one}", two, room + 2) for mark, one, two in zip(marks, left, right, strict=False)]


def _why(part: Part, words: Mapping[str, str]) -> str:
    return f"{words[part.op]}: {part.reason})" if part.reason else f"{words[part.op]})"


def _beside(left: str, right: str, room: int) -> str:
    return f"{left}{' ' * max(1, room + 1 - width(left))}{right}"


def as_markdown(found: Tightened, questions: Sequence[str] = ()) -> str:
    """Return a tightened draft as Markdown: the text as a quotation, then a table."""
    words = messages("tightened", found.before.locale)
    lines = [f"> {line}".rstrip() for line in _plain(found.body).split("\n")]
    lines += ["", f"| | {words['draft']} | {words['new']} |", "|---|---|---|"]
    for part in found.parts:
        why = f" *({_plain(part.reason)})*" if part.reason and part.op != KEPT else ""
        lines.append(f"| {words[part.op]} | {_cell(part.before)} | {_cell(part.after)}{why} |")
    lines += ["", *(f"- {_plain(question)}" for question in questions)] if questions else []
    return "\n".join(lines)


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", text).replace("<", "&lt;")


def _cell(text: str) -> str:
    return _plain(" ".join(text.split()))


def as_dict(found: Tightened, path: str, offset: int, questions: Sequence[str] = ()) -> dict[str, object]:
    """Return a tightened draft as JSON has it; `offset` is where the body stands in its file."""
    return {
        "schema": 1,
        "path": path,
        "language": found.before.language,
        "unchanged": found.unchanged,
        "text": found.body,
        "before": {"score": found.before.score, "words": found.before.words},
        "after": {"score": found.after.score, "words": found.after.words},
        "parts": [
            {
                "op": part.op, "start": part.start + offset, "end": part.end + offset, "before": part.before, "after": part.after,
                "reason": part.reason, "order": part.order if part.after else None,
            }
            for part in found.parts
        ],
        "questions": list(questions),
    }  # fmt: skip
