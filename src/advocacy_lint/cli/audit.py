"""`audit`: look at the programme behind the posts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint.cli.terminal import width, write
from advocacy_lint.model import PostReport, Summary
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.sanitize import lines
from advocacy_lint.programme import form
from advocacy_lint.programme.audit import Auditor, language_of
from advocacy_lint.programme.rendering import as_markdown, as_text
from advocacy_lint.programme.report import entry, report, sources
from advocacy_lint.runs.written_files import check_written
from advocacy_lint.version import __version__

_RANK = {"error": 3, "warning": 2, "info": 1, "never": 9}


def audit(
    file: Annotated[Path, typer.Argument(readable=False, help="The programme file; init --programme writes one to fill in.")],
    output_format: Annotated[Literal["text", "json", "markdown"], typer.Option("--format", "-f", help="text, json or markdown.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of the screen.")] = None,
    locale: Annotated[
        Literal["da", "en"] | None, typer.Option(help="The language of messages: da or en; the programme's own by default.")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"], typer.Option(help="Exit with 1 from this level: error, warning, info, never.")
    ] = "error",
    min_score: Annotated[int | None, typer.Option(help="Exit with 1 if it scores under this.", min=0, max=100)] = None,
    own: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="A folder of your own rules; repeatable.")] = None,
    no_score: Annotated[bool, typer.Option("--no-score", help="No numbers, only advice.")] = False,
) -> None:
    """Look at the whole programme: whom, why, how. Each finding says what to change by tomorrow, and where the idea comes from."""
    read = form.read(str(file))
    auditor = Auditor(language_of(read), [str(folder) for folder in own or ()])
    found = report(read, auditor, locale)
    if output is not None:
        check_written([output], [], [file])
    write(_rendered(found, auditor, output_format, not no_score), output)
    failed = any(_RANK[finding.level] >= _RANK[fail_on] for finding in found.findings)
    if failed or (min_score is not None and (found.score or 0) < min_score):
        raise typer.Exit(1)


def _rendered(found: PostReport, auditor: Auditor, output_format: str, with_score: bool) -> str:
    named = sources(auditor)
    if output_format == "json":
        return escaped(json.dumps(_contract(found, auditor), indent=1, ensure_ascii=False)) + "\n"
    if output_format == "markdown":
        return as_markdown(found, named, with_score)
    text = as_text(found, named, width(), with_score)
    return lines(text)


def _contract(found: PostReport, auditor: Auditor) -> dict[str, object]:
    """Return the JSON contract, with the programme in place of posts."""
    summary = Summary()
    summary.add(found)
    return {
        "schema": 1,
        "tool": {"name": "advocacy-lint", "version": __version__},
        "programmes": [entry(found, auditor)],
        "portfolio": {"findings": []},
        "errors": [],
        "summary": {**summary.to_dict(), "posts": 0},
    }
