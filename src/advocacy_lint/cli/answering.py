"""The interview in a terminal: questions out, answers in, kept beside the draft until there is a new one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import typer

from advocacy_lint.advice.interview import Interview
from advocacy_lint.errors import ConfigError, InputError
from advocacy_lint.files import safe_yaml
from advocacy_lint.files.contents import read_text
from advocacy_lint.languages import messages
from advocacy_lint.model import PostReport
from advocacy_lint.outputs.layout import wrap
from advocacy_lint.outputs.phrases import grade_word
from advocacy_lint.outputs.sanitize import one_line

_MAX_SIZE = 200_000


def ask(report: PostReport, talk: Interview, kept: Path) -> bool:
    """Ask until there is nothing left to ask, or the writer leaves; answers are kept as they come. Says whether Ctrl-C ended it."""
    interrupted = False
    language = report.language
    grade = grade_word(report)
    typer.echo(f"{report.score if report.score is not None else '–'}  {report.grade or ''}  {grade}".rstrip())
    for finding in sorted(report.findings, key=lambda each: (-each.gain, -each.cost, each.start))[:3]:
        for number, line in enumerate(wrap(one_line(finding.message), 76)):
            typer.echo(f"{' ' if number else '-'} {line}")
    typer.echo(f"\n{messages('interview', language)['keys']}\n")
    while (question := talk.now) is not None:
        label = f"{talk.position + 1}/{len(talk.questions)}"
        asked = f"{messages('draft', language)['whole']} {question.text}" if talk.again else question.text
        for number, line in enumerate(wrap(one_line(asked), 72)):
            typer.echo(f"{' ' * len(label) if number else label}  {line}")
        if question.part in talk.answers:
            typer.echo(f"  ({one_line(talk.answers[question.part])})")
        try:
            talk.take(input("> "))
        except (EOFError, KeyboardInterrupt) as end:
            talk.left = True
            interrupted = isinstance(end, KeyboardInterrupt)
        _keep(kept, talk.answers)
    return interrupted


def _keep(path: Path, answers: Mapping[str, str]) -> None:
    if answers:
        from advocacy_lint.files.atomic import write_atomically

        lines = [f"{part}: {json.dumps(answer, ensure_ascii=False)}" for part, answer in answers.items()]
        write_atomically(str(path), ("\n".join(lines) + "\n").encode("utf-8", "replace"))


def read(path: Path, missing_is_fine: bool) -> dict[str, str]:
    """Return the answers of a file; none where it may be missing and is."""
    if missing_is_fine and not path.exists():
        return {}
    data = safe_yaml.load(read_text(path, InputError, _MAX_SIZE), str(path), strings=True, error=InputError) or {}
    if not isinstance(data, Mapping) or not all(isinstance(each, str) for each in data.values()):
        raise InputError("answers are written as “opening: …” or “1: …”", str(path))
    return {str(part): " ".join(answer.split()) for part, answer in data.items()}


def free_name(draft: Path, what: str = "coached") -> Path:
    """Return the name of a new draft beside the old one, that no file has."""
    path = draft.with_name(f"{draft.stem}.{what}.md")
    number = 2
    while path.exists():
        path = draft.with_name(f"{draft.stem}.{what}.{number}.md")
        number += 1
    return path


def write(path: Path, text: str) -> Path:
    """Write a file that is not there yet."""
    try:
        with path.open("x", encoding="utf-8", newline="\n", errors="replace") as stream:
            stream.write(text)
    except FileExistsError:
        raise ConfigError("there is a file already", str(path)) from None
    except OSError as error:
        with suppress(OSError):  # what is half written
            path.unlink()
        raise ConfigError(f"cannot be written: {error.strerror}", str(path)) from None
    return path
