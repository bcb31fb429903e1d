"""Labelled corpora: JSON Lines with people's verdicts, judged by the linter."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.checks.wording import spread
from advocacy_lint.engine.score import WORDING, Evidence, counts_in_total
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import InputError
from advocacy_lint.files.contents import read_text
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.model import Post
from advocacy_lint.outputs.terminal import say
from advocacy_lint.runs.calibration import Row
from advocacy_lint.runs.calibration_words import lesson
from advocacy_lint.runs.evaluate import VERDICTS, Judged, Labelled
from advocacy_lint.text.reading import heard

_LARGEST = 500_000_000


class Judgement(Struct, frozen=True):
    """A labelled post, its report, and the evidence that its score is made of."""

    judged: Judged
    language: str
    evidence: tuple[Evidence, ...]
    features: frozenset[str] = frozenset()
    words: int = 0


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
        fields = {str(key): str(value) for key, value in data.items() if isinstance(value, str | int | bool) and key != "text"}
        fields.setdefault("file", path.stem)
        yield Labelled(post, verdict, str(data.get("group") or data.get("id") or number), fields)


def judge(labels: Sequence[Labelled], session: Session) -> list[Judgement]:
    """Return every labelled post in a supported language with what the linter says of it; InputError where none is."""
    found = []
    others: Counter[str] = Counter()
    for label in labels:
        report = session.lint(label.post)
        if report.language not in SUPPORTED:
            others[report.language] += 1
            continue
        linter = session.linter(report.language)
        other = heard(label.post)
        post = other.post if other else label.post
        learned = lesson(linter.analyse(post), label.verdict, label.group)
        evidence = linter.evidence(post)
        found.append(Judgement(Judged(label, replace(report, text="")), report.language, evidence, learned.features, learned.words))
    if others:
        said = f"{sum(others.values())} posts in languages that there are no rules for ({', '.join(sorted(others))})"
        if not found:
            raise InputError(f"nothing to judge: {said}", labels[0].post.path)
        say(f"{labels[0].post.path}: {said} are left out")
    return found


def rows(judgements: Sequence[Judgement], share: float = 1.0) -> list[Row]:
    """Return what the fit needs of the good and the bad posts."""
    return [
        Row(
            {each.rule.id: each.activation for each in judgement.evidence if counts_in_total(each.rule) and each.rule.kind != WORDING},
            judgement.judged.label.verdict == "good",
            judgement.language,
            judgement.judged.label.group,
            share,
            sum(each.effect for each in judgement.evidence if each.rule.kind == WORDING),
            judgement.features,
            spread(judgement.words),
        )
        for judgement in judgements
        if judgement.judged.label.verdict != "middling"
    ]
