"""Where a run's outputs go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from advocacy_lint import outputs
from advocacy_lint.errors import ConfigError
from advocacy_lint.files.atomic import WholeFile
from advocacy_lint.model import Look, PostReport, Tally
from advocacy_lint.outputs.terminal import encodable


class Writer:
    """One output of a run: a renderer, and where its text goes."""

    def __init__(self, name: str, path: Path | None, look: Look) -> None:
        self._renderer = outputs.create(name, look)
        self._path = path
        self._file: WholeFile | None = None

    def begin(self) -> None:
        """Open, and write what comes before the posts."""
        if self._path is not None:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = WholeFile(str(self._path))
            except OSError as error:
                raise self._unwritable(error) from None
        self._write(self._renderer.begin())

    def post(self, report: PostReport) -> None:
        """Write one post."""
        self._write(self._renderer.post(report))

    def end(self, tally: Tally) -> None:
        """Write what comes after the posts; a file appears whole or not at all."""
        self._write(self._renderer.end(tally))
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        summary = self._renderer.job_summary(tally) if page else ""
        if page and summary:
            try:
                with open(page, "a", encoding="utf-8") as file:
                    file.write(summary)
            except OSError as error:
                raise ConfigError(f"the job summary cannot be written: {error.strerror}", page) from None
        if self._file is not None:
            try:
                self._file.commit()
            except OSError as error:
                raise self._unwritable(error) from None

    def discard(self) -> None:
        """Leave an output's file as it was, if the run has not come to its end."""
        if self._file is not None:
            self._file.discard()

    def _unwritable(self, error: OSError) -> ConfigError:
        return ConfigError(f"cannot be written: {error.strerror}", str(self._path))

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._file is None:
            sys.stdout.write(encodable(text, self._renderer.escapes))
            return
        try:
            self._file.write(text.encode("utf-8"))
        except OSError as error:
            raise self._unwritable(error) from None


class Writers:
    """All outputs of a run; files that are not at their end when it ends are left as they were."""

    def __init__(self, wanted: Sequence[tuple[str, Path | None]], look: Look, color: bool) -> None:
        """`wanted`: formats, and where each goes (None: standard output, in colour where `color` says so)."""
        from msgspec.structs import replace

        self._writers = [Writer(name, path, replace(look, color=color and path is None)) for name, path in wanted]

    def __enter__(self) -> Writers:
        try:
            for writer in self._writers:
                writer.begin()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *ignored: object) -> None:
        for writer in self._writers:
            writer.discard()

    def post(self, report: PostReport) -> None:
        """Write one post to each."""
        for writer in self._writers:
            writer.post(report)

    def end(self, tally: Tally) -> None:
        """Write to each what comes after the posts."""
        for writer in self._writers:
            writer.end(tally)
