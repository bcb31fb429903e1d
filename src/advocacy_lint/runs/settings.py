"""What holds for one run of `check`: its options with the configuration of its first path, worked out once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from advocacy_lint import outputs
from advocacy_lint.config import FAIL_LEVELS, Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import ConfigError
from advocacy_lint.files import structure
from advocacy_lint.files.cache_folder import project_folder, project_root
from advocacy_lint.inputs import Source
from advocacy_lint.inputs.discovery import discover
from advocacy_lint.languages import BUILT_IN, FALLBACK, own_locale
from advocacy_lint.model import Look, Problem
from advocacy_lint.outputs import terminal
from advocacy_lint.runs.lint import Job
from advocacy_lint.runs.options import Options, check_options
from advocacy_lint.runs.sessions import Overrides, Sessions, with_programme
from advocacy_lint.runs.written_files import check_is_report, check_written

if TYPE_CHECKING:
    from advocacy_lint.runs.cache import Cache
    from advocacy_lint.runs.git import Revision


class Settings:
    """The settings of a run; ConfigError for what makes no sense."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.store = ConfigStore(options.config, isolated=options.isolated, complete=with_programme, plugins=options.plugin)
        self.first = options.paths[0] if options.paths and options.paths[0] != "-" else "."
        self.config: Config = self.store.for_path(self.first)
        self.fail_on = options.fail_on or self.config.fail_on
        if self.fail_on not in FAIL_LEVELS:
            raise ConfigError(f"--fail-on {self.fail_on}", hint=structure.nearest(self.fail_on, list(FAIL_LEVELS)))
        check_options(options)
        self.min_score = options.min_score if options.min_score is not None else self.config.min_score
        self.max_drop = options.max_drop if options.max_drop is not None else self.config.max_drop
        if options.max_drop is not None and not options.changed_since:
            raise ConfigError("--max-drop needs a revision to compare with", hint="--changed-since REV")
        rules = tuple(map(str, options.rules))
        self.sessions = Sessions(self.store, Overrides(options.language, options.locale, options.selected, options.ignored, rules))
        has_portfolio = not options.selected or any(name.startswith("portfolio") for name in options.selected)
        self.job = Job(self.sessions, signed=has_portfolio)
        self._check_written()

    def _check_written(self) -> None:
        """Raise ConfigError for an output over something that the run reads."""
        options, config = self.options, self.config
        written = options.written
        if not written:
            return
        context = [path for path in map(str, options.context or config.context) if os.path.isfile(path)]
        used = [*context, *config.duplicates.texts, self.store.file_for(os.path.abspath(self.first)), config.programme, config.weights]
        check_written(written, options.paths, [each for each in used if each])

    @property
    def look(self) -> Look:
        """How outputs look."""
        options = self.options
        names = {name for name, _ in options.wanted}
        language = options.language if options.language in BUILT_IN else FALLBACK
        return Look(
            with_score=not options.no_score,
            verbose=options.verbose,
            quiet=options.quiet or (options.baseline is not None and options.write_baseline is None),
            locale=options.locale or self.config.locale or FALLBACK,
            width=terminal.columns() if options.output is None else 80,
            rules=self.sessions.for_path(".").linter(language).rules if names & outputs.NEED_RULES else (),
        )

    @property
    def spoken(self) -> str:
        """The language of what is said on standard error: the one that was asked for, else the system's."""
        return self.options.locale or self.config.locale or own_locale()

    def cache(self) -> Cache | None:
        """Return the project's cache, opened; None where nothing is kept."""
        if self.options.no_cache or not self.config.cache:
            return None
        whole = os.path.abspath(self.first)
        folder = project_folder(project_root(whole, None if self.options.isolated else self.store.file_for(whole)))
        if not folder:
            return None
        from advocacy_lint.runs.cache import Cache

        return Cache(folder)

    @cached_property
    def revision(self) -> Revision | None:
        """The Git revision that posts are held against, where one is named."""
        if not self.options.changed_since:
            return None
        from advocacy_lint.runs.git import Revision

        return Revision(self.options.changed_since)

    def sources(self) -> Iterator[Source | Problem]:
        """Yield what to read, and a problem for each path that leads nowhere."""
        written = {os.path.realpath(path) for path in self.options.written}
        revision = self.revision
        options = self.options
        # On the command line, a pattern holds from the folder that one stands in.
        exclude = [each if "/" not in each.rstrip("/") else os.path.abspath(each).replace(os.sep, "/") for each in options.exclude]
        found = discover(
            options.paths or (".",), self.config,
            stdin_filename=options.stdin_filename, exclude=exclude, force_exclude=options.force_exclude,
        )  # fmt: skip
        for source in found:
            if isinstance(source, Problem):
                yield source
            elif written and os.path.realpath(source.path) in written:
                check_is_report(source.path)  # and then no draft
            elif revision is None or source.data is not None or revision.touched(source.path):
                yield source
