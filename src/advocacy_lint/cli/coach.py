"""`coach`: an interview about a draft, a new draft of the answers, and the two scores side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.cli.parameters import Language, Shape
from advocacy_lint.errors import ConfigError

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
    from advocacy_lint.advice import comparing, interview, scaffold
    from advocacy_lint.cli import answering, drafts
    from advocacy_lint.languages import messages
    from advocacy_lint.outputs.sanitize import lines, name

    if output is not None and output.exists():
        raise ConfigError("there is a file already; coach never overwrites one", str(output))
    session = drafts.open_session(draft, language)
    found = drafts.supported(drafts.read(draft, session))
    report, words = found.report, messages("interview", found.report.language)
    questions = scaffold.questions(report, shape, found.post.muted)
    kept = draft.with_name(draft.name + ".answers.yml")
    given, unknown = interview.by_part(answering.read(answers or kept, missing_is_fine=answers is None), questions)
    if unknown and answers is not None:
        parts = ", ".join(question.part for question in questions)
        raise ConfigError(f"no question “{unknown[0]}”", str(answers), hint=f"1 to {len(questions)}, or {parts}")
    if answers is None:
        talk = interview.Interview(questions, given, language=report.language)
        interrupted = answering.ask(report, talk, kept)
        if talk.left:
            typer.echo(words["kept" if talk.answers else "nothing"].replace("{path}", name(str(kept))))
            if interrupted:
                raise typer.Exit(_INTERRUPTED)
            return
        given = talk.answers
    if not given:
        typer.echo(words["nothing"])
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
    drafts.say_left_out(built.left_out, found.report.language, err=False)
