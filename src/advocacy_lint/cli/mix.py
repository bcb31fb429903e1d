"""`mix`: the picture of a month of posts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.config import Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import ConfigError
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.model import Post, Problem
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.sanitize import lines
from advocacy_lint.outputs.sanitize import problem as problem_line
from advocacy_lint.plans import Overrides, Plan
from advocacy_lint.portfolio import Portfolio, signature
from advocacy_lint.portfolio.picture import picture
from advocacy_lint.portfolio.rendering import as_data, as_html, as_text
from advocacy_lint.programme import with_programme
from advocacy_lint.runner import Runner, lint_all
from advocacy_lint.version import __version__
from advocacy_lint.writing import write_atomically


def mix(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs: a month of posts.")],
    output_format: Annotated[str, typer.Option("--format", "-f", help="text, html or json.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of the screen.")] = None,
    month: Annotated[str | None, typer.Option(metavar="YYYY-MM", help="Only posts published in this month.")] = None,
    language: Annotated[str | None, typer.Option(help="The posts' language, where they do not say: da or en.")] = None,
    locale: Annotated[str | None, typer.Option(help="The language of the picture: da or en; that of most posts by default.")] = None,
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="A folder of your own rules; repeatable.")] = None,
    jobs: Annotated[int, typer.Option(help="Processes; 0: as many as there are processors, for many files.", min=0)] = 0,
    config: Annotated[Path | None, typer.Option("--config", help="This configuration instead of the nearest.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="No configuration at all.")] = False,
) -> None:
    """Show what a month of posts is made of: how they sound, for whom, by whom, what is missing, and what to ask employees for next."""
    if output_format not in ("text", "html", "json"):
        raise ConfigError(f"--format {output_format}", hint="text, html, json")
    store = ConfigStore(config, isolated=isolated, complete=with_programme)
    settings = store.for_path(paths[0])
    plan = Plan(store.for_file, read_source, Overrides(language, locale, rules=tuple(str(each) for each in rules or ())), signature)

    def read(path: str) -> Iterator[Post | Problem]:
        if os.path.isfile(path):  # a pipe cannot be read twice
            yield from read_source(Source(path), store.for_path(path))

    portfolio = Portfolio(settings, locale=locale or settings.locale, read=read)
    failed = _gather(paths, settings, plan, portfolio, month, jobs)
    if not portfolio.posts:
        raise ConfigError("no posts" + (f" published in {month}" if month else ""), paths[0])
    _write(_rendered(portfolio, settings, plan, output_format), output)
    for problem in portfolio.problems:
        _say(problem)
    if failed or portfolio.problems:
        raise typer.Exit(2)


def _gather(paths: list[str], settings: Config, plan: Plan, portfolio: Portfolio, month: str | None, jobs: int) -> bool:
    """Lint and add all posts; say whether something could not be read."""
    problems = False

    def sources() -> Iterator[Source]:
        nonlocal problems
        for source in discover(paths, settings):
            if isinstance(source, Problem):
                problems = True
                _say(source)
            else:
                yield source

    for done in lint_all(sources(), plan, jobs):
        if isinstance(done, Problem):
            problems = True
            _say(done)
        elif month is None or done.extra.month == month:
            portfolio.add(done.extra)
    return problems


def _rendered(portfolio: Portfolio, settings: Config, plan: Plan, output_format: str) -> str:
    language = portfolio.language()
    session = Runner(plan).session_for(".")
    heard = frozenset(rule.id for code in ("da", "en") for rule in session.linter(code).rules if rule.is_strength)
    findings = portfolio.findings()
    shown = picture(portfolio.posts, findings, settings, heard)
    if output_format == "html":
        return as_html(shown, language)
    if output_format == "json":
        tool = {"name": "advocacy-lint", "version": __version__}
        data = {
            "schema": 1,
            "tool": tool,
            "mix": as_data(shown, language),
            "portfolio": {"findings": [each.to_dict() for each in findings]},
        }
        return escaped(json.dumps(data, indent=1, ensure_ascii=False)) + "\n"
    return lines(as_text(shown, language, _width()))


def _say(problem: Problem) -> None:
    print(problem_line(problem.path, problem.message), file=sys.stderr)


def _write(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=False)
        return
    write_atomically(str(output), text.encode("utf-8"))


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    return min(100, max(60, int(columns))) if columns.isdecimal() else 80
