"""What the language server answers: buffers that open, change and close, marks, code actions, hovers, lenses and commands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from lsprotocol import types

from advocacy_lint.api import Checked
from advocacy_lint.config.find import NAMES
from advocacy_lint.servers.lsp import actions, commands, lenses
from advocacy_lint.servers.lsp.diagnostics import SOURCE
from advocacy_lint.servers.lsp.edits import Asked, editor_of
from advocacy_lint.servers.lsp.server import ON_SAVE_ONLY, Server

_WATCHED = (*(f"**/{name}" for name in NAMES), "**/pyproject.toml", "**/advocacy-rules/**/*.yml")


def build() -> Server:
    """Return a language server with everything it answers."""
    server = Server()
    _life(server)
    _text(server)
    _asked(server)
    for name, command in commands.COMMANDS.items():
        server.command(name)(_command(server, command))
    return server


def _life(server: Server) -> None:
    """Answer what happens to the server: its beginning, its end, and other settings."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.sent_options = params.initialization_options

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        server.configure(server.sent_options)
        if server.watches_files:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = types.Registration("advocacy-lint", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(types.RegistrationParams([registration]))
        server.look_around()

    @server.feature(types.SHUTDOWN)
    def shut_down(params: None) -> None:
        server.stop()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        server.configure(params.settings)
        server.all_again()
        server.look_around()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.reload()
        server.all_again()
        server.look_around()


def _text(server: Server) -> None:
    """Answer what happens to buffers."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.wait_and_check(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        if server.settings.run == "onType" and len(server.workspace.get_text_document(uri).source) <= ON_SAVE_ONLY:
            server.wait_and_check(uri, server.settings.debounce_ms / 1000)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        if server.settings.run != "manual":
            server.wait_and_check(params.text_document.uri, 0)
            server.look_around()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)


def _asked(server: Server) -> None:
    """Answer what an editor asks about a buffer."""

    # Its copies elsewhere belong to a draft's marks.
    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, types.DiagnosticOptions(True, False, SOURCE))
    async def pulled(params: types.DocumentDiagnosticParams) -> types.RelatedFullDocumentDiagnosticReport:
        return types.RelatedFullDocumentDiagnosticReport(await server.pulled(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=list(actions.KINDS)))
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        found = await server.checkup(uri)
        if found is None or not found.posts:
            return []
        start, end = found.positions.offset(params.range.start), found.positions.offset(params.range.end)
        only = [str(getattr(each, "value", each)) for each in params.context.only] if params.context.only else None
        asked = Asked(editor_of(server.protocol.client_capabilities), found, uri, params.context.diagnostics)
        configured = server.configuration_of(uri)
        return await asyncio.to_thread(lambda: list(actions.actions(asked, start, end, only, configured)))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        found = await server.checkup(params.text_document.uri)
        return lenses.hover(found, params.position) if found is not None else None

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def code_lens(params: types.CodeLensParams) -> list[types.CodeLens]:
        uri = params.text_document.uri
        found = await server.checkup(uri)
        return lenses.lenses(found, uri) if found is not None else []


def _command(server: Server, command: Callable[[Checked, str], str]) -> Callable[..., Awaitable[str | None]]:
    """Return a command that answers with Markdown about a buffer, given its URI; it writes nothing."""

    async def run(uri: str) -> str | None:
        found = await server.checkup(uri)
        return await asyncio.to_thread(command, found.posts[0], found.path) if found is not None and found.posts else None

    return run
