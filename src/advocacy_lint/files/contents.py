"""Files read whole, up to a limit, in as few calls as it takes."""

from __future__ import annotations

import os

from advocacy_lint.errors import LintError

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_SMALL = 16_384
_AT_ONCE = 1_048_576
_SETTINGS = 5_000_000


def read_up_to(path: str, limit: int) -> tuple[bytes, int]:
    """Return a file's bytes, and how many it has: more than the limit where it is larger, and then its bytes are not to be relied on.

    A larger file is found out before it is read, a pipe when it has given too much. Raises OSError (also for a folder), and ValueError
    for what no system takes for a path.
    """
    descriptor = os.open(path, _FLAGS)
    try:
        # Most are small, and read in two calls: the second one says that there is no more. What a file says of its size is asked later.
        data = os.read(descriptor, _SMALL)
        more = os.read(descriptor, _SMALL)
        if not more:
            return data, len(data)
        size = os.fstat(descriptor).st_size
        return (b"", size) if size > limit else _rest(descriptor, [data, more], limit)
    finally:
        os.close(descriptor)


def _rest(descriptor: int, parts: list[bytes], limit: int) -> tuple[bytes, int]:
    """Return the parts that are read with what follows them, and how much it is; a file may grow, and a pipe give without an end."""
    size = sum(map(len, parts))
    while size <= limit and (more := os.read(descriptor, min(_AT_ONCE, limit + 1 - size))):
        parts.append(more)
        size += len(more)
    return b"".join(parts), size


def read_text(path: str | os.PathLike[str], error: type[LintError], limit: int = _SETTINGS, what: str = "") -> str:
    """Return the text of a file of settings, rules or answers; `error` where it is too large, no UTF-8, or cannot be read.

    A device without end is too large; `what` it is comes before what the system says.
    """
    name = os.fspath(path)
    try:
        data, size = read_up_to(name, limit)
        if size > limit:
            raise error(f"larger than {limit // 1_000_000} MB" if limit >= 1_000_000 else f"larger than {limit // 1000} kB", name)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as caught:
        raise error(f"not UTF-8: byte 0x{caught.object[caught.start]:02X} at offset {caught.start}", name) from None
    except OSError as caught:
        raise error(f"{what}cannot be read: {caught.strerror or caught}", name) from None
    except ValueError:  # what no system takes for a path
        raise error(f"{what}cannot be read", name) from None


def beginning(path: str, limit: int) -> bytes | None:
    """Return the first bytes of a file that is looked for in passing; None where it is none (a pipe would be waited for)."""
    try:
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read(limit)
    except (OSError, ValueError):
        return None
