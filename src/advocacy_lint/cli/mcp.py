"""`mcp`: the server for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.errors import ConfigError


def mcp(
    root: Annotated[Path | None, typer.Option("--root", help="The only folder whose files may be read; none when not given.")] = None,
    config: Annotated[Path | None, typer.Option("--config", help="A configuration to judge by; else that of --root, or none.")] = None,
) -> None:
    """Serve an assistant over standard input and output (Model Context Protocol); nothing is written, nothing leaves the machine."""
    if root is not None and not root.is_dir():
        raise ConfigError("no such folder", str(root))
    try:
        from advocacy_lint.servers.mcp.server import build
    except ImportError as error:
        if not (error.name or "").startswith(("mcp", "pydantic")):
            raise
        raise ConfigError("the server for assistants needs an extra", hint='pip install "advocacy-lint[mcp]"') from None
    build(root, str(config) if config else None).run("stdio")
