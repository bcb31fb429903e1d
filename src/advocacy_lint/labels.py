"""Labelled corpora: JSON Lines with people's verdicts, judged by the linter."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.calibration import Row
from advocacy_lint.errors import InputError
from advocacy_lint.evaluate import VERDICTS, Judged, Labelled
from advocacy_lint.model import Post
from advocacy_lint.reading import read_text
from advocacy_lint.scoring import Evidence, counts_in_total
from advocacy_lint.session import Session

_LARGEST = 500_000_000


class Judgement(Struct, frozen=True):
    """A labelled post, its report, and the evidence that its score is made of."""

    judged: Judged
    language: str
    evidence: tuple[Evidence, ...]


def read(path: Path, flatten: bool = False) -> Iterator[Labelled]:
    """Yield labelled posts of a JSON Lines file; InputError with the line for one that is not as the contract has it.

    `flatten` folds all white space: verdicts are about words, not about line breaks.
    """
    lines = read_text(path, InputError, _LARGEST).split("\n")  # JSON's strings may hold other line ends
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            text, verdict = data["text"], data["verdict"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(f"not a labelled post: {error}", str(path), number, "{id, lang, text, verdict, group}") from None
        if verdict not in VERDICTS or not isinstance(text, str):
            raise InputError(f"unknown verdict “{verdict}”", str(path), number, f"one of {', '.join(VERDICTS)}")
        if flatten:
            text = " ".join(text.split())
        meta = {"language": str(data["lang"])} if data.get("lang") else {}
        post = Post(str(path), text, id=str(data.get("id", number)), meta=meta, place=f"line {number}")
        yield Labelled(post, verdict, str(data.get("group") or data.get("id") or number))


def judge(labels: Sequence[Labelled], session: Session) -> list[Judgement]:
    """Return every labelled post in a supported language with what the linter says of it."""
    found = []
    for label in labels:
        report = session.lint(label.post)
        if report.language not in ("da", "en"):
            continue
        evidence = session.linter(report.language).evidence(label.post)
        found.append(Judgement(Judged(label, replace(report, text="")), report.language, evidence))
    return found


def rows(judgements: Sequence[Judgement], share: float = 1.0) -> list[Row]:
    """Return what the fit needs of the good and the bad posts."""
    return [
        Row(
            {each.rule.id: each.activation for each in judgement.evidence if counts_in_total(each.rule)},
            judgement.judged.label.verdict == "good",
            judgement.language,
            judgement.judged.label.group,
            share,
        )
        for judgement in judgements
        if judgement.judged.label.verdict != "middling"
    ]
