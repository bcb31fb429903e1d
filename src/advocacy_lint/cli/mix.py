"""`mix`: the picture of a month of posts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint.cli.parameters import completing
from advocacy_lint.cli.terminal import width, write
from advocacy_lint.config import Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import ConfigError
from advocacy_lint.inputs import Source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.languages import SUPPORTED, own_locale
from advocacy_lint.languages.mistakes import translated
from advocacy_lint.model import Problem
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.readability import lix
from advocacy_lint.outputs.sanitize import lines
from advocacy_lint.outputs.sanitize import problem as problem_line
from advocacy_lint.outputs.terminal import say_clean
from advocacy_lint.portfolio import Portfolio, signature
from advocacy_lint.portfolio.picture import picture
from advocacy_lint.portfolio.rendering import as_data, as_html, as_text
from advocacy_lint.runs.across import portfolio_of
from advocacy_lint.runs.lint import Job, lint_all
from advocacy_lint.runs.sessions import Overrides, Sessions, with_programme
from advocacy_lint.runs.written_files import check_is_report, check_written
from advocacy_lint.version import __version__


def mix(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs: a month of posts.")],
    output_format: Annotated[Literal["text", "html", "json"], typer.Option("--format", "-f", help="text, html or json.")] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of the screen.")] = None,
    month: Annotated[str | None, typer.Option(metavar="YYYY-MM", help="Only posts published in this month.")] = None,
    language: Annotated[
        str | None, typer.Option(autocompletion=completing(SUPPORTED), help="The posts' language, where they do not say: da or en.")
    ] = None,
    locale: Annotated[
        str | None,
        typer.Option(autocompletion=completing(SUPPORTED), help="The language of the picture: da or en; that of most posts by default."),
    ] = None,
    rules: Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="A folder of your own rules; repeatable.")] = None,
    jobs: Annotated[int, typer.Option(help="Processes; 0: as many as there are processors, for many files.", min=0)] = 0,
    config: Annotated[Path | None, typer.Option("--config", help="This configuration instead of the nearest.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="No configuration at all.")] = False,
) -> None:
    """Show what a month of posts is made of: how they sound, for whom, by whom, what is missing, and what to ask employees for next."""
    store = ConfigStore(config, isolated=isolated, complete=with_programme)
    settings = store.for_path(paths[0])
    used = (store.file_for(os.path.abspath(paths[0])), settings.programme, *settings.duplicates.texts)
    drafts = _Drafts(paths, settings)
    if output is not None:
        check_written([output], paths, [each for each in used if each])
        drafts.leave_out(output)
    sessions = Sessions(store, Overrides(language, locale, rules=tuple(str(each) for each in rules or ())))
    portfolio = portfolio_of(settings, locale or settings.locale, sessions)
    readability: list[tuple[int, str]] = []
    for result in lint_all(drafts, Job(sessions), None, jobs):
        if isinstance(result, Problem):
            drafts.problem(result)
            continue
        found = signature(result.report, result.signature)
        if month is None or found.month == month:
            portfolio.add(found)
            figure = lix(result.report)
            if figure is not None:
                readability.append((figure, f"{found.path} ({found.id or found.place})" if found.id or found.place else found.path))
    if not portfolio.posts:
        raise ConfigError("no posts" + (f" published in {month}" if month else ""), paths[0])
    write(_rendered(portfolio, settings, sessions, output_format, readability), output)
    for problem in portfolio.problems:
        drafts.problem(problem)
    if drafts.failed:
        raise typer.Exit(2)


class _Drafts:
    """The files of a month; what cannot be read is said, and remembered."""

    def __init__(self, paths: list[str], settings: Config) -> None:
        self._paths = paths
        self._settings = settings
        self._written = ""
        self.failed = False

    def leave_out(self, output: Path) -> None:
        """Take the file that is written for no draft: an earlier run may have written it."""
        self._written = os.path.realpath(output)

    def __iter__(self) -> Iterator[Source]:
        for source in discover(self._paths, self._settings):
            if isinstance(source, Problem):
                self.problem(source)
            elif self._written and os.path.realpath(source.path) == self._written:
                check_is_report(source.path)  # and then no draft
            else:
                yield source

    def problem(self, problem: Problem) -> None:
        """Say what could not be read; what is only to be known fails nothing."""
        self.failed |= not problem.note
        say_clean(problem_line(problem.path, translated(problem.message, self._settings.locale or own_locale())))


def _rendered(
    portfolio: Portfolio, settings: Config, sessions: Sessions, output_format: str, readability: Sequence[tuple[int, str]]
) -> str:
    language = portfolio.language()
    session = sessions.for_path(".")
    audible = frozenset(rule.heard for code in SUPPORTED for rule in session.linter(code).rules)
    findings = portfolio.findings()
    shown = picture(portfolio.posts, findings, settings, audible, readability)
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
    return lines(as_text(shown, language, width()))
