"""`tighten`: a draft made shorter from its own sentences, draft and new text side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint.cli.parameters import Language, Locale, NewFile
from advocacy_lint.errors import ConfigError, InputError

# What only the author knows is asked for, not made up: the questions about the best sentence come first.
_QUESTIONS = 3


def tighten(
    draft: Annotated[Path, typer.Argument(help="The draft to tighten.")],
    output_format: Annotated[
        Literal["text", "json", "markdown", "diff"], typer.Option("--format", "-f", help="text, json, markdown or diff.")
    ] = "text",
    output: NewFile = None,
    write: Annotated[bool, typer.Option("--write", help="Write the new draft into the draft's own file.")] = False,
    language: Language = None,
    locale: Locale = None,
) -> None:
    """Make a draft shorter from its own sentences: what says nothing goes, the best sentence comes first, no word is invented."""
    from advocacy_lint.advice import scaffold
    from advocacy_lint.advice import tighten as tightening
    from advocacy_lint.advice.diffing import diff
    from advocacy_lint.advice.tighten import rendering
    from advocacy_lint.cli import answering, drafts
    from advocacy_lint.outputs.escape import escaped
    from advocacy_lint.outputs.sanitize import lines, name

    if output is not None and (write or output.exists()):
        raise ConfigError(
            "--write and --output exclude each other" if write else "there is a file already; tighten --output never overwrites one",
            str(output),
        )
    session = drafts.open_session(draft, language, locale)
    found = drafts.supported(drafts.read(draft, session))
    report, muted = found.report, found.post.muted
    made = tightening.tighten(report, drafts.judge_with(session, found.post), muted)
    start, stop = tightening.body_span(report, muted)
    whole = report.text[:start] + made.body + report.text[stop:]
    if write and draft.suffix.lower() not in drafts.TEXTS:
        raise InputError(f"{draft.suffix} files cannot be rewritten", str(draft), hint="--output writes a new file")
    if write and not made.unchanged:
        drafts.replace_text(draft, report.text, whole)
    if output is not None:
        answering.write(output, (whole if draft.suffix.lower() in drafts.TEXTS else made.body).rstrip() + "\n")
    questions = [question.text for question in scaffold.questions(report, muted=muted)[:_QUESTIONS]]
    if output_format == "json":
        typer.echo(escaped(json.dumps(rendering.as_dict(made, str(draft), start, questions), indent=1)))
    elif output_format == "markdown":
        typer.echo(lines(rendering.as_markdown(made, questions)))
    elif output_format == "diff":
        typer.echo(lines(diff(name(str(draft)), report.text, whole)), nl=False)
    else:
        typer.echo(lines(rendering.as_text(made, drafts.columns(), questions)))
        if output is not None:
            typer.echo(f"\n{name(str(output))}")
