"""The program's entry: runs the command line, and turns what goes wrong into one line and an exit code."""

from __future__ import annotations

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` looks for modules in the folder it is called in, which may be anybody's. What Python itself has looked up before
    # this line cannot be helped: see “Security” in the README.
    del sys.path[0]

import atexit
import gc
import os
import warnings

_INTERRUPTED = 130
_TERMINATED = 143
_CLOSED = 141


def main() -> None:
    """Run the command line. Exits with 0, 1 or 2 as the contract says; as shells have it, with 130 when interrupted (Ctrl-C), 141 when
    the reader of its output has gone, 143 when terminated."""
    # A run makes many small values and hardly a cycle.
    gc.set_threshold(200_000, 20, 50)
    # Processes that are started afresh do not look for modules in the folder of the drafts either.
    os.environ["PYTHONSAFEPATH"] = "1"
    _open_streams()
    if not sys.warnoptions:  # what libraries have to say to programmers is nothing to who writes posts
        warnings.simplefilter("ignore")
    code = _flushed(_run())
    # At its end Python looks for cycles in all there is, to free what the system takes back anyway.
    gc.freeze()
    sys.exit(code)


def command() -> None:
    """Run `main` as the installed command, and end the process with it: Python would take apart what the system takes back anyway."""
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    if code in (None, 0, 1):  # what has gone wrong may have left a pool of processes that waits for ever
        atexit._run_exitfuncs()
    os._exit(code if isinstance(code, int) else 0)


def _open_streams() -> None:
    """See to it that there are streams, closed by who called us or not, and that none stumbles over a character it cannot write."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        encoding = getattr(stream, "encoding", None) or "utf-8"
        if not encoding.lower().startswith("utf"):
            import codecs

            from advocacy_lint.outputs.terminal import plain

            codecs.register_error("plain", plain)
            stream.reconfigure(errors="plain")  # type: ignore[union-attr]  # both are what Python opened


def _run() -> int:
    """Run the command, and return its exit code."""
    from advocacy_lint.errors import LintError

    try:
        from signal import SIGTERM, signal

        # An end like any other: what is half written is taken away.
        signal(SIGTERM, _terminate)
        _import_msgspec()
        from advocacy_lint.cli import app

        app(prog_name="advocacy-lint")
    except SystemExit as end:
        return _CLOSED if isinstance(end.__context__, BrokenPipeError) else _code(end.code)
    except LintError as error:
        from advocacy_lint.languages import own_locale
        from advocacy_lint.languages.mistakes import said

        _say(said(error, own_locale()))
        return 2
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return _CLOSED
    except OSError as error:
        # A full disk under standard output, most of all; what belongs to a draft is said where it is read or written.
        _say(f"{error.filename or 'standard output'}: {error.strerror or error}")
        return 2
    return 0


def _code(end: object) -> int:
    """Return the exit code of what ended the program: a number, nothing, or words."""
    if isinstance(end, str):
        _say(end)
        return 1
    return end if isinstance(end, int) else 0


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, of which it wants what `typing` has since Python 3.11: an eighth of a start."""
    name = "typing_extensions"
    if name in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment]  # as the language has it: an import fails
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]


def _terminate(number: int, frame: object) -> None:
    sys.exit(_TERMINATED)


def _flushed(code: int) -> int:
    """Write what is left to write, and return the exit code: another one where that cannot be done."""
    try:
        sys.stdout.flush()
    except OSError as error:
        # Python would try, and complain, again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if isinstance(error, BrokenPipeError):
            return _CLOSED
        _say(f"standard output: {error.strerror}")
        return 2
    return code


def _say(line: str) -> None:
    from advocacy_lint.outputs.terminal import say

    say(line)


if __name__ == "__main__":
    command()
