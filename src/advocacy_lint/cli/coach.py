"""`coach`: an interview about a draft, a new draft of the answers, and the two scores side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advocacy_lint.cli.parameters import Language, Shape
from advocacy_lint.errors import ConfigError

if TYPE_CHECKING:
    from advocacy_lint.advice.interview import Question
    from advocacy_lint.model import PostReport

_INTERRUPTED = 130


def coach(
    draft: Annotated[Path, typer.Argument(help="The draft to talk about.")],
    answers: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Answers as YAML, by the question's number or part; asks nothing.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The new draft's file; DRAFT.coached.md when not given. Never one that is there.")
    ] = None,
    shape: Shape = None,
    language: Language = None,
) -> None:
    """Be interviewed about a draft, and get a new one. The draft itself is never changed."""
    from advocacy_lint.advice import comparing, scaffold
    from advocacy_lint.cli import answering, drafts
    from advocacy_lint.languages import messages
    from advocacy_lint.outputs.sanitize import lines, name

    if output is not None and output.exists():
        raise ConfigError("there is a file already; coach never overwrites one", str(output))
    session = drafts.open_session(draft, language)
    found = drafts.supported(drafts.read(draft, session))
    report = found.report
    questions = scaffold.questions(report, shape, found.post.muted)
    kept = draft.with_name(draft.name + ".answers.yml")
    given = _asked(report, questions, kept) if answers is None else _read(answers, questions)
    if not given:
        typer.echo(messages("interview", report.language)["nothing"])
        return
    built = scaffold.build(report, shape, given, found.post.muted)
    target = answering.write(output or answering.free_name(draft), built.text)
    if answers is None:
        kept.unlink(missing_ok=True)
    typer.echo(f"{name(str(target))}\n")
    if built.lacks:
        drafts.say_lacks(built.lacks, report.language)
    else:
        after = drafts.read(target, session).report
        typer.echo(lines(comparing.as_text(comparing.compare(report, after), report.locale)))
    drafts.say_left_out(built.left_out, report.language, err=False)


def _read(answers: Path, questions: Sequence[Question]) -> Mapping[str, str]:
    """Return the answers of a file by part; ConfigError for one to no question."""
    from advocacy_lint.advice import interview
    from advocacy_lint.cli import answering

    given, unknown = interview.by_part(answering.read(answers, missing_is_fine=False), questions)
    if unknown:
        parts = ", ".join(question.part for question in questions)
        raise ConfigError(f"no question “{unknown[0]}”", str(answers), hint=f"1 to {len(questions)}, or {parts}")
    return given


def _asked(report: PostReport, questions: Sequence[Question], kept: Path) -> Mapping[str, str]:
    """Return the answers of an interview that is carried on where it was left; one that is left again ends the command."""
    from advocacy_lint.advice import interview
    from advocacy_lint.cli import answering
    from advocacy_lint.languages import messages
    from advocacy_lint.outputs.sanitize import name

    before, _ = interview.by_part(answering.read(kept, missing_is_fine=True), questions)
    talk = interview.Interview(questions, before, language=report.language)
    interrupted = answering.ask(report, talk, kept)
    if talk.left:
        words = messages("interview", report.language)
        typer.echo(words["kept" if talk.answers else "nothing"].replace("{path}", name(str(kept))))
        raise typer.Exit(_INTERRUPTED if interrupted else 0)
    return talk.answers
