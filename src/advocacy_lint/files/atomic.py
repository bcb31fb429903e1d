"""Files that appear whole or not at all: what was there before stays until everything is written."""

from __future__ import annotations

import contextlib
import os
import stat

from advocacy_lint.errors import InputError


class WholeFile:
    """A file being written beside its target; a device or a pipe is written to as it is.

    A link stays a link, and a file that is there already lends its rights. What the system refuses is raised as OSError, by every
    method, and then nothing is left behind.
    """

    def __init__(self, path: str) -> None:
        self._temporary: str | None = None
        try:
            mode: int | None = os.stat(path).st_mode
        except FileNotFoundError:
            mode = None
        if mode is not None and not stat.S_ISREG(mode):
            self._stream = open(path, "wb")  # noqa: SIM115
            return
        self._target = os.path.realpath(path)
        # A short name, since that of the target may be as long as names can be; new, so that no link in its place is followed.
        name = os.path.join(os.path.dirname(self._target), f".advocacy-lint-{os.getpid()}-{os.urandom(4).hex()}.tmp")
        # Known before it is there: a signal may end the run between any two steps.
        self._temporary = name
        try:
            handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        except OSError:
            self._temporary = None  # what has that name is not ours
            raise
        self._stream = os.fdopen(handle, "wb")
        if mode is not None:
            with contextlib.suppress(OSError):
                os.chmod(name, mode & 0o7777)

    def write(self, data: bytes) -> None:
        """Write some more."""
        try:
            self._stream.write(data)
        except BaseException:
            self.discard()
            raise

    def commit(self) -> None:
        """Put the file in its place."""
        try:
            self._stream.flush()
            if self._temporary is not None:
                os.fsync(self._stream.fileno())
            self._stream.close()
            if self._temporary is not None:
                os.replace(self._temporary, self._target)
                self._temporary = None
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Leave what was there as it was; nothing to do once the file is in its place."""
        with contextlib.suppress(OSError, AttributeError):  # it may have been ended before there was a stream
            self._stream.close()
        if self._temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(self._temporary)
            self._temporary = None

    def __del__(self) -> None:
        """Leave nothing half written where a run ends between two calls."""
        if self._temporary is not None:
            self.discard()


def write_atomically(path: str, data: bytes) -> None:
    """Replace a file's content. InputError where it cannot be written; the file is then as it was."""
    try:
        file = WholeFile(path)
        file.write(data)
        file.commit()
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path) from None
