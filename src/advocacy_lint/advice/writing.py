"""Write a text back to its file: whole or not at all, in its encoding, with its rights."""

from __future__ import annotations

import contextlib
import os
import tempfile

from advocacy_lint.errors import InputError


def write_atomically(path: str, data: bytes) -> None:
    """Replace a file's content; a link stays a link, the rights stay. InputError where it cannot be written."""
    target = os.path.realpath(path)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=".advocacy-lint-", dir=os.path.dirname(target) or ".")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if os.path.exists(target):
            os.chmod(temporary, os.stat(target).st_mode & 0o7777)
        else:
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, target)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise InputError(f"cannot be written: {error.strerror}", path) from None
