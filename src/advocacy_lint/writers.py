"""Where a run's outputs go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from advocacy_lint import outputs
from advocacy_lint.errors import ConfigError
from advocacy_lint.model import Run

if TYPE_CHECKING:
    from pathlib import Path

    from advocacy_lint.writing import WholeFile


class Writer:
    """One output of a run: a renderer, and where its text goes."""

    def __init__(self, name: str, path: Path | None, run: Run, color: bool) -> None:
        self._renderer = outputs.create(name, run, color)
        self._path = path
        self._file: WholeFile | None = None
        self._bytes: BinaryIO | None = None  # standard output, where it takes UTF-8 as it is
        self._has_text = False  # whether text was written that it has not seen yet

    def begin(self) -> None:
        """Open, and write what comes before the posts."""
        if self._path is None and _takes_bytes(sys.stdout):
            self._bytes = sys.stdout.buffer
            self._has_text = True  # somebody may have said something
        if self._path is not None:
            from advocacy_lint.writing import WholeFile

            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = WholeFile(str(self._path))
            except OSError as error:
                raise self._unwritable(error) from None
        self._write(self._renderer.begin())

    def post(self, part: Any) -> None:
        """Write one post, from its part of this output."""
        self._write(outputs.add(self._renderer, part))

    def end(self) -> None:
        """Write what comes after the posts; a file appears whole or not at all."""
        self._write(self._renderer.end())
        page = os.environ.get("GITHUB_STEP_SUMMARY")
        if page and hasattr(self._renderer, "summary"):
            try:
                with open(page, "a", encoding="utf-8") as file:
                    file.write(self._renderer.summary())
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

    def _write(self, text: str | bytes) -> None:
        if not text:
            return
        if self._file is None:
            self._say(text)
            return
        try:
            self._file.write(text.encode("utf-8") if isinstance(text, str) else text)
        except OSError as error:
            raise self._unwritable(error) from None

    def _say(self, text: str | bytes) -> None:
        """Write to standard output, UTF-8 as it is."""
        if isinstance(text, bytes) and self._bytes is not None:
            if self._has_text:
                sys.stdout.flush()
                self._has_text = False
            self._bytes.write(text)
            return
        sys.stdout.write(text if isinstance(text, str) else text.decode())
        self._has_text = True


def _takes_bytes(stream: TextIO) -> bool:
    """Say whether bytes of UTF-8 are what a stream would make of their text; a terminal wants it line by line."""
    return hasattr(stream, "buffer") and stream.encoding.lower() == "utf-8" and os.linesep == "\n" and not stream.isatty()
