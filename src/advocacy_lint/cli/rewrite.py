"""`rewrite`: a draft rewritten by a language model that the user already has, with the linter as its guard."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advocacy_lint.cli.parameters import Language
from advocacy_lint.errors import ConfigError, InputError

if TYPE_CHECKING:
    from advocacy_lint.advice.model import Outcome
    from advocacy_lint.advice.tighten import Judge, Tightened
    from advocacy_lint.runs.model_client import Endpoint

# The names of what a user may set instead of flags.
ENDPOINT, MODEL = "ADVOCACY_LINT_ENDPOINT", "ADVOCACY_LINT_MODEL"
_USUAL = "llama3.1"
_MOST = 8


def rewrite(
    draft: Annotated[Path, typer.Argument(help="The draft to rewrite; it is never changed.")],
    answers: Annotated[Path | None, typer.Option(metavar="FILE", help="Answers as YAML, as coach takes them.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The new file; DRAFT.rewritten.md when not given.")] = None,
    url: Annotated[str | None, typer.Option("--endpoint", metavar="URL", help="An OpenAI-compatible endpoint.")] = None,
    model: Annotated[str | None, typer.Option(help="The model's name.")] = None,
    key_from: Annotated[str | None, typer.Option(metavar="NAME", help="The environment variable that holds the key.")] = None,
    allow_remote: Annotated[bool, typer.Option("--allow-remote", help="Let the draft leave this computer, by https.")] = False,
    candidates: Annotated[int, typer.Option(min=1, max=_MOST, help="How many texts to ask for.")] = 3,
    language: Language = None,
) -> None:
    """Have a draft rewritten by your own language model. Nothing is written that says what neither draft nor answers say."""
    from advocacy_lint.advice import tighten as tightening
    from advocacy_lint.advice.model import saying
    from advocacy_lint.cli import answering, drafts
    from advocacy_lint.languages import messages
    from advocacy_lint.outputs.sanitize import lines, name, one_line

    if output is not None and output.exists():
        raise ConfigError("there is a file already; rewrite never overwrites one", str(output))
    where = _endpoint(url, model, key_from, allow_remote)
    session = drafts.open_session(draft, language)
    found = drafts.supported(drafts.read(draft, session))
    judge = drafts.judge_with(session, found.post)
    tightened = tightening.tighten(found.report, judge, found.post.muted)
    body = tightening.body_of(found.report, found.post.muted)
    given = answering.read(answers, missing_is_fine=False) if answers else {}
    words = messages("rewrite", tightened.before.language)
    if "model" in session.config.origins:
        typer.echo(one_line(words["ignored"].format(place=session.config.origins["model"])), err=True)
    typer.echo(one_line(words["sent"].format(url=where.url, model=where.model, words=len(body.split()), answers=len(given))), err=True)
    made = _rewritten(where, candidates, tightened, body, given, judge)
    start, _ = tightening.body_span(found.report, found.post.muted)
    matter = found.report.text[:start] if draft.suffix.lower() in drafts.TEXTS else ""
    target = answering.write(output or answering.free_name(draft, "rewritten"), matter + made.text.rstrip() + "\n")
    typer.echo(lines(made.text) + f"\n\n{name(str(target))}")
    for line in saying.notes(made, words):
        typer.echo(lines(line), err=True)


def _endpoint(url: str | None, model: str | None, key_from: str | None, allow_remote: bool) -> Endpoint:
    """Return the model to ask: as the flags say, else the environment, else the user's own configuration."""
    from advocacy_lint.config import user
    from advocacy_lint.runs import model_client

    allowed = user.read().model
    address = url or os.environ.get(ENDPOINT) or allowed.endpoint
    if not address:
        raise ConfigError(
            "no language model is named",
            hint=f"--endpoint http://127.0.0.1:11434/v1, {ENDPOINT}, or model: endpoint: in {user.place() or 'your own configuration'}",
        )
    return model_client.endpoint(
        address,
        model or os.environ.get(MODEL) or allowed.name or _USUAL,
        key_from or allowed.key_from,
        allow_remote or allowed.allow_remote,
    )


def _rewritten(where: Endpoint, candidates: int, tightened: Tightened, body: str, given: Mapping[str, str], judge: Judge) -> Outcome:
    """Return the best of a model's texts; where none may be written it is asked once more, and told what it made up."""
    from advocacy_lint.advice.model import outcome, prompt, weighed

    least = judge(tightened.body)[1]
    asked = prompt.messages(tightened, body, given)
    sources = [body, *given.values()]
    replies, failed = _replies(where, asked, candidates)
    if not replies:
        raise failed or InputError("no answer", where.url)
    held = weighed(replies, sources, tightened, least, judge)
    made = outcome(held, tightened)
    if made.chosen is None:
        more, _ = _replies(where, prompt.again(asked, held[0].text, made.inventions, tightened.before.language), 1)
        held += weighed(more, sources, tightened, least, judge)
        made = outcome(held, tightened)
    return made


def _replies(where: Endpoint, messages: list[dict[str, str]], count: int) -> tuple[list[str], InputError | None]:
    """Return the replies that came, and what went wrong last."""
    from advocacy_lint.runs import model_client

    replies: list[str] = []
    failed = None
    for number in range(count):
        try:
            replies.append(model_client.ask(where, messages, round(0.3 + 0.3 * number / max(1, count - 1), 2)))
        except InputError as error:
            failed = error
            if not replies:
                break  # one that does not answer is not asked eight times
    return replies, failed
