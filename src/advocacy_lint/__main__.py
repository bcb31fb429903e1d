"""The program's entry: runs the command line, and turns what goes wrong into one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line. Exits with 0, 1 or 2 as the contract says; 130 when interrupted."""
    from advocacy_lint.errors import LintError

    # A run makes many small values and hardly a cycle: looking for cycles every 700 of them costs a tenth of the time.
    gc.set_threshold(50_000, 20, 50)
    try:
        from advocacy_lint.cli import app

        app(prog_name="advocacy-lint")
    except LintError as error:
        from advocacy_lint.outputs.sanitize import clean

        print(clean(str(error)), file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # The reader (head, less) has had enough. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


if __name__ == "__main__":
    main()
