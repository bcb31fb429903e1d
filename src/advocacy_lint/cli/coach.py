"""`coach`: an interview about a draft, a new draft of the answers, and the two scores side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.errors import ConfigError, InputError

_WORDS = {
    "da": {
        "keys": "Enter springer over · tilbage · slut (svarene gemmes)",
        "kept": "Svarene ligger i {path}. Kør kommandoen igen for at gå videre.",
        "out": "Udeladt",
    },
    "en": {
        "keys": "Enter skips · back · quit (answers are kept)",
        "kept": "Your answers are in {path}. Run the command again to go on.",
        "out": "Left out",
    },
}


def coach(
    draft: Annotated[Path, typer.Argument(help="The draft to talk about.")],
    answers: Annotated[Path | None, typer.Option(help="Answers in a YAML file, by part; asks nothing.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The new draft's file; beside the draft when not given.")] = None,
    shape: Annotated[str | None, typer.Option(help="moment, lesson or useful.")] = None,
    language: Annotated[str | None, typer.Option(help="da or en, where the draft does not say.")] = None,
) -> None:
    """Be interviewed about a draft, and get a new one. The draft itself is never changed."""
    from advocacy_lint.advice import comparing, interview, scaffold
    from advocacy_lint.advice.shapes import PARTS, SHAPES
    from advocacy_lint.cli import drafts
    from advocacy_lint.outputs.sanitize import clean, one_line

    if shape is not None and shape not in SHAPES:
        raise ConfigError(f"--shape {shape}", hint=f"one of {', '.join(SHAPES)}")
    session = drafts.open_session(draft, language)
    found = drafts.supported(drafts.read(draft, session))
    report, words = found.report, _WORDS[found.report.language]
    target = _target(draft, output, report.language)
    kept = draft.with_name(draft.name + ".answers.yml")
    talk = interview.begin(report, shape, _read(answers or kept, missing_is_fine=answers is None))
    known = {*(part for parts in PARTS.values() for part in parts), "author", "role", "audience", "goal"}
    unknown = sorted(set(talk.answers) - known)
    if unknown and answers is not None:
        raise ConfigError(f"no part “{unknown[0]}”", str(answers), hint=f"there are {', '.join(sorted(known))}")
    if answers is None:
        typer.echo(f"{report.score if report.score is not None else '–'}  {report.grade or ''}\n{words['keys']}\n")
        _ask(talk, kept)
        if talk.ended:
            typer.echo(words["kept"].replace("{path}", str(kept)))
            return
    built = scaffold.build(report, shape, talk.answers, found.post.muted)
    with target.open("x", encoding="utf-8") as stream:
        stream.write(built.text)
    typer.echo(f"{target}\n")
    after = drafts.read(target, session).report
    typer.echo(clean(comparing.as_text(comparing.compare(report, after), report.locale)))
    if built.left_out:
        typer.echo(f"\n{words['out']}:")
        for excerpt, why in built.left_out:
            typer.echo(f"- {one_line(excerpt)}: {one_line(why)}")


def _ask(talk: object, kept: Path) -> None:
    from advocacy_lint.advice.interview import Interview
    from advocacy_lint.outputs.sanitize import clean

    assert isinstance(talk, Interview)
    while (part := talk.part) is not None:
        typer.echo(clean(talk.questions[part]))
        if part in talk.answers:
            typer.echo(f"  ({clean(talk.answers[part])})")
        try:
            talk.take(input("> "))
        except (EOFError, KeyboardInterrupt):
            talk.ended = True
        _save(kept, talk.answers)


def _save(path: Path, answers: Mapping[str, str]) -> None:
    if answers:
        from advocacy_lint.advice.writing import write_atomically

        lines = [f"{part}: {json.dumps(answer, ensure_ascii=False)}" for part, answer in answers.items()]
        write_atomically(str(path), ("\n".join(lines) + "\n").encode("utf-8", "replace"))


def _read(path: Path, missing_is_fine: bool) -> dict[str, str]:
    from advocacy_lint import safe_yaml

    if missing_is_fine and not path.exists():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", str(path)) from None
    data = safe_yaml.load(text, str(path), strings=True, error=InputError) or {}
    if not isinstance(data, Mapping) or not all(isinstance(each, str) for each in data.values()):
        raise InputError("answers are written as part: answer", str(path))
    return {str(part): " ".join(str(answer).split()) for part, answer in data.items()}


def _target(draft: Path, output: Path | None, language: str) -> Path:
    """Return a file that is not there yet: never the draft, never an earlier one."""
    if output is not None:
        if output.exists():
            raise ConfigError("there is a file already", str(output))
        return output
    word = "ny" if language == "da" else "new"
    number = 1
    while (path := draft.with_name(f"{draft.stem}-{word}{'' if number == 1 else f'-{number}'}.md")).exists():
        number += 1
    return path
