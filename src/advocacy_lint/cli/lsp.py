"""`lsp`: the language server, for editors."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.errors import ConfigError


def lsp(
    log: Annotated[Path | None, typer.Option("--log", help="Write a log to this file; else warnings go to standard error.")] = None,
) -> None:
    """Serve an editor over standard input and output: marks, rewrites, questions and the score while you write."""
    try:
        from advocacy_lint.servers.lsp.features import build
    except ImportError as error:
        if not (error.name or "").startswith(("pygls", "lsprotocol", "cattrs")):
            raise
        raise ConfigError("the language server needs an extra", hint='pip install "advocacy-lint[lsp]"') from None
    level = logging.WARNING if log is None else logging.INFO
    logging.basicConfig(filename=log, level=level, format="%(asctime)s %(name)s %(message)s")
    # Only the protocol may write to standard output: whatever else prints goes to standard error.
    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    build().start_io(stdout=protocol)
