"""`serve`: the page in the browser."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.errors import ConfigError


def serve(
    file: Annotated[Path | None, typer.Argument(help="A draft to open, and to write when you press Save.")] = None,
    port: Annotated[int, typer.Option(help="The port; a free one when 0.", min=0, max=65535)] = 0,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
) -> None:
    """Write in a page of your browser, judged as you write. Listens on this computer only; nothing is stored."""
    from advocacy_lint.servers.web.desk import Desk
    from advocacy_lint.servers.web.file import DraftFile
    from advocacy_lint.servers.web.server import PageServer

    draft = DraftFile(str(file)) if file else None
    desk = Desk(str(file) if file else "draft.md")
    try:
        server = PageServer(desk, draft, port)
    except OSError as error:
        raise ConfigError(f"--port {port}: {error.strerror}") from None
    print("Ctrl-C ends it.", file=sys.stderr)
    print(server.url, flush=True)
    if open_page:
        webbrowser.open(server.url)
    try:
        server.serve_forever()
    finally:
        server.server_close()
