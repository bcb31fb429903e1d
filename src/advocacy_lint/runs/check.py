"""One run of `check`: from options to reports, outputs and an exit code. The only module that knows all the parts."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, TextIO

from advocacy_lint.inputs import Source
from advocacy_lint.model import PortfolioFinding, PostReport, Problem, Tally
from advocacy_lint.outputs import sanitize
from advocacy_lint.outputs.terminal import say, say_clean
from advocacy_lint.runs.across import Across
from advocacy_lint.runs.changed import ChangedPosts
from advocacy_lint.runs.gate import DropGuard, Gate
from advocacy_lint.runs.lint import Result, lint_all
from advocacy_lint.runs.options import Options
from advocacy_lint.runs.settings import Settings
from advocacy_lint.runs.writers import Writers

if TYPE_CHECKING:
    from advocacy_lint.runs.baseline import Baseline, BaselineWriter


def check(options: Options) -> int:
    """Lint what the options name, fixed first where they ask for that; return the exit code of the contract."""
    settings = Settings(options)
    tally = Tally()
    if options.show_files:
        for source in _sources(settings, tally):
            print(sanitize.name(source.path))
        return 2 if tally.problems else 0
    if options.fix or options.unsafe_fixes or options.diff:
        from advocacy_lint.runs.fix import fix_all

        changed = fix_all(list(_sources(settings, tally)), settings, lambda problem: add_problem(tally, problem, settings.spoken))
        if options.diff or options.paths == ("-",):
            return 2 if tally.problems else int(changed and options.diff)
    return _lint(settings, tally)


def _lint(settings: Settings, tally: Tally) -> int:
    """Lint all sources into all outputs; each is complete when this returns."""
    options = settings.options
    rules: Counter[str] = Counter()
    with ExitStack() as stack:
        writers = stack.enter_context(Writers(options.wanted, settings.look, options.colored))
        cache = settings.cache()
        if cache:
            stack.enter_context(cache)
        baseline, across = _Baselines(options), Across(settings, cache)
        gate = _gate(settings, baseline)
        changed = None if settings.revision is None else ChangedPosts(settings.revision, settings.store)
        results = stack.enter_context(closing(lint_all(_sources(settings, tally), settings.job, cache, options.jobs)))
        for result in _with_progress(results, options):
            if isinstance(result, Problem):
                add_problem(tally, result, settings.spoken)
                continue
            across.add(result)
            if changed is not None and result.report not in changed:
                continue
            report = gate.judge(baseline.apply(result.report))
            tally.summary.add(report)
            rules.update(report.rules)
            writers.post(report)
            if options.preview:
                _preview(report, options)
        for finding in across.findings():
            if isinstance(finding, Problem):
                add_problem(tally, finding, settings.spoken)
            elif baseline.lets(finding):
                tally.portfolio.append(gate.across(finding))
                tally.summary.count(finding.level)
        baseline.close(gate, tally)
        writers.end(tally)
    if options.statistics:
        for rule, number in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
            print(f"{number:>6}  {sanitize.name(rule)}", file=_stream(options))
    return gate.code(tally)


def _sources(settings: Settings, tally: Tally) -> Iterator[Source]:
    for source in settings.sources():
        if isinstance(source, Problem):
            add_problem(tally, source, settings.spoken)
        else:
            yield source


def add_problem(tally: Tally, problem: Problem, locale: str) -> None:
    """Keep a problem, and say it at once on standard error, in the language that was asked for or the system's; once is enough."""
    known = tally.notes if problem.note else tally.problems
    if problem not in known:
        from advocacy_lint.languages.mistakes import translated

        known.append(problem)
        say_clean(sanitize.problem(problem.path, translated(problem.message, locale)))


def _gate(settings: Settings, baseline: _Baselines) -> Gate:
    drop = None
    if settings.max_drop is not None and settings.revision is not None:
        drop = DropGuard(settings.max_drop, settings.revision, settings.job)
    return Gate(settings.fail_on, settings.min_score, drop, baseline.accepted)


class _Baselines:
    """The baseline whose findings are left out, or the one that is written; neither where no option names one."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._writer: BaselineWriter | None = None
        self._known: Baseline | None = None
        if options.write_baseline is not None:
            from advocacy_lint.runs.baseline import BaselineWriter

            self._writer = BaselineWriter(options.write_baseline)
        elif options.baseline is not None:
            from advocacy_lint.runs.baseline import Baseline

            self._known = Baseline(options.baseline)

    def apply(self, report: PostReport) -> PostReport:
        """Return a report without what the baseline has; note it in the one that is written."""
        if self._writer is not None:
            self._writer.add(report)
        return report if self._known is None else self._known.filter(report)

    def accepted(self, report: PostReport) -> int | None:
        """Return the score that the baseline accepts of a post; None where it names none."""
        return self._known.score_of(report) if self._known is not None else None

    def lets(self, finding: PortfolioFinding) -> bool:
        """Say whether a finding across posts is told: the baseline has it not."""
        if self._writer is not None:
            self._writer.add_shared(finding)
        return self._known is None or not self._known.knows(finding)

    def close(self, gate: Gate, tally: Tally) -> None:
        """Write the baseline, or say what of it is gone."""
        said = ""
        if self._writer is not None:
            said = f"{self._writer.path}: {_counted(self._writer.write(), 'finding')} written"
            gate.open()
        elif self._known is not None and self._known.stale():
            gone = self._known.stale()
            said = f"{self._options.baseline}: {_counted(gone, 'finding')} {'is' if gone == 1 else 'are'} gone; prune with --write-baseline"
        elif self._known is not None and not (tally.summary.errors + tally.summary.warnings + tally.summary.infos):
            said = f"{_counted(tally.summary.posts, 'post')}; nothing that the baseline has not"
        if said and not self._options.quiet:
            say(said)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _with_progress(results: Iterable[Result | Problem], options: Options) -> Iterable[Result | Problem]:
    if not sys.stderr.isatty() or options.quiet or os.environ.get("CI"):
        return results
    from advocacy_lint.runs.progress import shown

    return shown(results)


def _preview(report: PostReport, options: Options) -> None:
    """Print a post as it shows before the fold."""
    from advocacy_lint.advice import preview
    from advocacy_lint.rulebook import builtin_pack

    channel = preview.load(report.meta.get("channel") or preview.DEFAULT, builtin_pack() / "lists" / "channels")
    shown = preview.render(preview.visible(report.text, report.start, report.end), channel, report.locale)
    print(f"{sanitize.lines(shown)}\n", file=_stream(options))


def _stream(options: Options) -> TextIO:
    """Return where more is said to a person: standard error where a program reads the output."""
    return sys.stdout if options.speaks_on_stdout else sys.stderr
