"""One run of `check`: from options to reports, outputs and an exit code."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Any

from advocacy_lint import checkoptions, outputs, packs, structure
from advocacy_lint.briefs import Brief, Briefs
from advocacy_lint.cachedir import cache_folder
from advocacy_lint.checkoptions import Options
from advocacy_lint.config import FAIL_LEVELS, Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import ConfigError
from advocacy_lint.gathering import Gathering
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.model import LEVELS, Post, PostReport, Problem, Run
from advocacy_lint.plans import Done, Overrides, Plan
from advocacy_lint.result_cache import ResultCache
from advocacy_lint.runner import Runner, lint_all
from advocacy_lint.version import __version__
from advocacy_lint.writers import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from advocacy_lint.stage_times import StageTimes

_RANK = {"error": 3, "warning": 2, "info": 1, "never": 9}
# The levels that fail a run, by the one it fails from.
_FAILING = {name: frozenset(level for level in LEVELS if _RANK[level] >= rank) for name, rank in _RANK.items()}


def _with_programme(config: Config) -> Config:
    """Return a configuration with what its programme file declares; nothing is imported where it names none."""
    if not config.programme:
        return config
    from advocacy_lint.programme import with_programme

    return with_programme(config)


class CheckRun:
    """Wires inputs, runner and outputs; keeps what decides the exit code."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._began = perf_counter()
        self._store = ConfigStore(options.config, isolated=options.isolated, complete=_with_programme)
        self._config = self._store.for_path(options.paths[0] if options.paths and options.paths[0] != "-" else ".")
        self.fail_on = options.fail_on or self._config.fail_on
        if self.fail_on not in FAIL_LEVELS:
            raise ConfigError(f"--fail-on {self.fail_on}", hint=structure.nearest(self.fail_on, list(FAIL_LEVELS)))
        checkoptions.check(options)
        self.min_score = options.min_score if options.min_score is not None else self._config.min_score
        self.max_drop = options.max_drop if options.max_drop is not None else self._config.max_drop
        if options.max_drop is not None and not options.changed_since:
            raise ConfigError("--max-drop needs a revision to compare with", hint="--changed-since REV")
        self.run_state = Run(
            with_score=options.with_score,
            verbose=options.verbose,
            quiet=options.quiet or (options.baseline is not None and options.write_baseline is None),
            locale=options.locale or self._config.locale or "en",
            width=checkoptions.width_of(options),
        )
        self.said: frozenset[Problem] = frozenset()  # what a run before this one has said already
        self._failed = False
        self._known: Any = None  # the baseline to leave out
        self._kept: Any = None  # the baseline being written
        self._counts: Counter[str] = Counter()
        self._times: StageTimes | None = None
        self._gathering: Gathering | None = None
        self._second: Runner | None = None
        if options.timing:
            from advocacy_lint.stage_times import watch

            self._times = watch(Writer)

    def run(self) -> int:
        """Lint, print, and return the exit code of the contract."""
        options = self.options
        if options.fix or options.diff:
            from advocacy_lint.fixrun import FixRun

            return FixRun(self).run()
        writers = self._writers()
        try:
            self._write(writers)
        finally:
            for writer in writers:
                writer.discard()
        self._closing()
        return self.code()

    def _write(self, writers: list[Writer]) -> None:
        """Lint everything into all outputs; each is complete when this returns."""
        for writer in writers:
            writer.begin()
        for brief in self._briefs():
            self._judge(brief)
            for writer, part in zip(writers, brief.parts, strict=True):
                writer.post(part)
            if self.options.preview and brief.report is not None:
                self._preview(brief.report)
        self._portfolio_findings()
        self._close_baseline(self._known, self._kept)
        for writer in writers:
            writer.end()

    def code(self) -> int:
        """Return 2 if something could not be read, 1 if findings count, else 0."""
        if self.run_state.problems:
            return 2
        return 1 if self._failed and self.fail_on != "never" else 0

    # What is linted

    def plan(self) -> Plan:
        """Return what workers need to read and lint."""
        options = self.options
        overrides = Overrides(options.language, options.locale, options.select, options.ignore, options.rules)
        read = self._timed_read if self._times else read_source
        return Plan(self._store.for_file, read, overrides, self._after(), cache=options.cache and self._config.cache, later=True)

    def _timed_read(self, source: Source, config: Config) -> Iterator[Post | Problem]:
        assert self._times is not None
        return self._times.iterate("read", read_source(source, config))

    def sources(self) -> Iterator[Source]:
        """Yield what to read; paths that lead nowhere become problems."""
        found = discover(self.options.paths or (".",), self._config, stdin_filename=self.options.stdin_filename)
        revision = self._revision()
        written = {os.path.realpath(path) for path in checkoptions.outputs_of(self.options)}
        for source in found:
            if isinstance(source, Problem):
                self.problem(source)
            elif written and os.path.realpath(source.path) in written:
                continue  # the report of an earlier run, in the folder that is read
            elif revision is None or source.data is not None or revision.touched(source.path):
                yield source

    def problem(self, problem: Problem) -> None:
        """Keep a problem, and say it at once on standard error."""
        from advocacy_lint.outputs import sanitize

        self.run_state.problems.append(problem)
        if problem not in self.said:
            print(sanitize.problem(problem.path, problem.message), file=sys.stderr)

    def _revision(self) -> Any:
        if not self.options.changed_since:
            return None
        from advocacy_lint.revision import Revision

        if not hasattr(self, "_revision_found"):
            self._revision_found = Revision(self.options.changed_since)
        return self._revision_found

    def _after(self) -> Any:
        return _signature if self._wants_portfolio() else None

    def _wants_portfolio(self) -> bool:
        return not self.options.select or any(name.startswith("portfolio") for name in self.options.select)

    def _briefs(self) -> Iterator[Brief]:
        """Yield what the run needs of each post, made where it was linted; here, where a baseline changes the report first."""
        baseline, kept = self._known, self._kept = self._baseline(), self._baseline_writer()
        brief = Briefs([(name, self._colored(path)) for name, path in self._wanted()], self._appearance(), whole=self.options.preview)
        if self._times:
            self._times.wrap(Briefs, "__call__", "output")
        plan = self.plan()
        if baseline is None and kept is None:
            plan.brief = brief
        if self._wants_portfolio():
            plan.meanwhile = self._gathered().prepare
        for done in self._with_progress(lint_all(self.sources(), plan, 1 if self._times else self.options.jobs)):
            if isinstance(done, Problem):
                self.problem(done)
                continue
            self._note(done)
            if plan.brief is not None:
                yield done.report
                continue
            if kept is not None:
                kept.add(done.report)
            yield brief(done.report if baseline is None else baseline.filter(done.report))

    def _appearance(self) -> Run:
        """Return how outputs look, without what is gathered."""
        run = self.run_state
        return Run(with_score=run.with_score, verbose=run.verbose, quiet=run.quiet, locale=run.locale, width=run.width)

    def _judge(self, report: Brief) -> None:
        """Count a post, and note whether it fails the run."""
        self.run_state.summary.tally(report.levels, report.score)
        self._failed = self._failed or not _FAILING[self.fail_on].isdisjoint(report.levels)
        if self.options.statistics:
            self._counts.update(report.rules)
        if report.score is None:
            return
        if self.min_score is not None and report.score < self.min_score:
            self._failed = True
            self._say(f"{report.path}: score {report.score} is under {self.min_score}", always=True)
        if self.max_drop is not None and self.options.changed_since:
            self._judge_drop(report)

    def _judge_drop(self, report: Brief) -> None:
        before = self._scores_before(report.path).get(report.id)
        if before is not None and report.score is not None and before - report.score > (self.max_drop or 0):
            self._failed = True
            self._say(f"{report.path}: score fell from {before} to {report.score}, more than {self.max_drop}", always=True)

    def _scores_before(self, path: str) -> dict[str | None, int]:
        """Return the scores of a file's posts at the revision, by id; empty for a new file."""
        if not hasattr(self, "_before"):
            self._before: tuple[str, dict[str | None, int]] = ("", {})
        if self._before[0] != path:
            content = self._revision().content(path)
            scores: dict[str | None, int] = {}
            if content is not None:
                for done in Runner(self.plan()).lint([Source(path, data=content)]):
                    if isinstance(done, Done) and done.report.score is not None:
                        scores[done.report.id] = done.report.score
            self._before = (path, scores)
        return self._before[1]

    # What only shows across posts

    def _note(self, done: Done) -> None:
        if done.extra is not None:
            self._gathered().add(done)

    def _gathered(self) -> Gathering:
        if self._gathering is None:
            locale = self.options.locale or self._config.locale
            folder = cache_folder() if self.options.cache and self._config.cache else None
            # The built-in rules are known by each post's key.
            stamp = packs.stamp(self._config.rules) if self._config.rules else __version__
            cache = ResultCache(folder, stamp) if folder else None
            self._gathering = Gathering(self._config, locale, self._posts_of, self._again, cache)
        return self._gathering

    def _again(self, path: str) -> Iterator[Done | Problem]:
        """Lint a path's posts once more, mostly by the cache, for what is only known by its place."""
        if self._second is None:
            plan = self.plan()
            plan.later = False
            self._second = Runner(plan)
        return self._second.lint([Source(path)])

    def _posts_of(self, path: str) -> Iterator[Post | Problem]:
        if os.path.isfile(path):  # a pipe cannot be read twice
            yield from read_source(Source(path), self._store.for_file(path))

    def _portfolio_findings(self) -> None:
        if not self._wants_portfolio() or self._gathering is None:
            return
        context = [str(path) for path in self.options.context or self._config.context]
        for source in discover(context, self._config) if context else ():
            if isinstance(source, Problem):
                self.problem(source)
            elif not os.path.lexists(source.path):
                self.problem(Problem(source.path, "no such file"))
            else:
                self._gathered().add_context(source.path)
        ignored = (*self._config.ignore, *self.options.ignore)
        for finding in self._gathered().findings():
            if not self._is_selected(finding.rule, ignored):
                continue
            if self._kept is not None:
                self._kept.add_shared(finding)
            if self._known is not None and self._known.knows(finding):
                continue
            self.run_state.portfolio.append(finding)
            self.run_state.summary.count(finding.level)
            self._failed |= _RANK[finding.level] >= _RANK[self.fail_on]
        for problem in self._gathered().problems:
            self.problem(problem)

    def _is_selected(self, rule: str, ignored: tuple[str, ...]) -> bool:
        if not self.options.select and not ignored:
            return True
        from advocacy_lint.engine import selected

        return selected(rule, self.options.select, ignored)

    # Baseline

    def _baseline(self) -> Any:
        if self.options.baseline is None or self.options.write_baseline is not None:
            return None
        from advocacy_lint.baseline import Baseline

        return Baseline(self.options.baseline)

    def _baseline_writer(self) -> Any:
        if self.options.write_baseline is None:
            return None
        from advocacy_lint.baseline import BaselineWriter

        return BaselineWriter(self.options.write_baseline)

    def _close_baseline(self, baseline: Any, writer: Any) -> None:
        if writer is not None:
            count = writer.write()
            self._failed = False
            self.fail_on = "never"
            self._say(f"{writer.path}: {count} findings written")
        if baseline is not None and baseline.stale():
            self._say(f"{self.options.baseline}: {baseline.stale()} findings are gone; prune with --write-baseline")

    # What is printed

    def _writers(self) -> list[Writer]:
        self.run_state.rules = self._rules_for_outputs()
        return [Writer(name, path, self.run_state, self._colored(path)) for name, path in self._wanted()]

    def _wanted(self) -> list[tuple[str, Path | None]]:
        """Return the formats that are wanted, and where each goes."""
        return [(self.options.format, self.options.output), *self.options.output_files]

    def _colored(self, path: Path | None) -> bool:
        return self.options.color and path is None

    def _rules_for_outputs(self) -> tuple[Any, ...]:
        """Return all active rules for formats that declare them."""
        names = {self.options.format, *(name for name, _ in self.options.output_files)}
        if not names & outputs.NEED_RULES:
            return ()
        session = Runner(self.plan()).session_for(".")
        return session.linter(self.options.language if self.options.language in ("da", "en") else "en").rules

    def _with_progress(self, done: Iterable[Done | Problem]) -> Iterable[Done | Problem]:
        if not sys.stderr.isatty() or self.options.quiet or os.environ.get("CI"):
            return done
        from advocacy_lint.progress import shown

        return shown(done)

    def _preview(self, report: PostReport) -> None:
        """Print a post as it shows before the fold; on standard error where a program reads the output."""
        from advocacy_lint.advice import preview
        from advocacy_lint.outputs.sanitize import lines
        from advocacy_lint.rulebook import builtin_pack

        channel = preview.load(report.meta.get("channel") or preview.DEFAULT, builtin_pack() / "channels")
        shown = preview.render(preview.visible(report.text, report.start, report.end), channel, report.locale)
        stream = sys.stdout if self.options.format in ("text", "concise") and self.options.output is None else sys.stderr
        print(f"{lines(shown)}\n", file=stream)

    def _say(self, line: str, always: bool = False) -> None:
        """Say something about the run on standard error; what fails the run is said in a quiet one too."""
        from advocacy_lint.outputs.sanitize import one_line

        if always or not self.options.quiet:
            print(one_line(line), file=sys.stderr)

    def _closing(self) -> None:
        if self._counts:
            from advocacy_lint.outputs import sanitize

            stream = sys.stdout if self.options.format in ("text", "concise") and self.options.output is None else sys.stderr
            for rule, count in sorted(self._counts.items(), key=lambda item: (-item[1], item[0])):
                print(f"{count:>6}  {sanitize.name(rule)}", file=stream)
        if self.options.timing:
            total = perf_counter() - self._began
            posts = self.run_state.summary.posts
            print(f"{total * 1000:.1f} ms in all, {posts} posts, {posts / total:.0f} posts/s", file=sys.stderr)
            for name, seconds in self._times.seconds.items() if self._times else ():
                print(f"{name:<10} {seconds * 1000:8.1f} ms", file=sys.stderr)


def _signature(post: Post, report: PostReport, measured: Any = None) -> Any:
    """Return what a post is held against others by; what finds that out is imported when a post is new."""
    from advocacy_lint.portfolio import signature

    return signature(post, report, measured=measured)
