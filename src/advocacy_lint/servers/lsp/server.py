"""The language server: what an editor asks, answered by `advocacy_lint.api.Project`. Standard input and output only."""

from __future__ import annotations

import asyncio
import logging
import os

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from advocacy_lint.api import Checked, Project
from advocacy_lint.config.find import NAMES, state
from advocacy_lint.errors import ConfigError, LintError
from advocacy_lint.files.contents import read_text
from advocacy_lint.servers.lsp.buffers import Checkup
from advocacy_lint.servers.lsp.configuring import Configured
from advocacy_lint.servers.lsp.copies import Workspace
from advocacy_lint.servers.lsp.diagnostics import SOURCE, diagnostics
from advocacy_lint.servers.lsp.edits import editor_of
from advocacy_lint.servers.lsp.positions import Positions
from advocacy_lint.servers.lsp.settings import Settings, parse
from advocacy_lint.version import __version__

# Beyond the first a buffer is linted when it is saved, beyond the second not at all (code units).
ON_SAVE_ONLY = 200_000
_NEVER = 10_000_000
_LANGUAGES = ("markdown", "plaintext")
_log = logging.getLogger(__name__)


class Server(LanguageServer):
    """A language server with its settings, its project, and what is known of each buffer."""

    def __init__(self) -> None:
        super().__init__("advocacy-lint", f"v{__version__}", types.TextDocumentSyncKind.Incremental)
        self.settings = Settings()
        self.sent_options: object = None
        self.linted = Project()
        self.checkups: dict[str, Checkup] = {}
        self.files = Workspace(Project())
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._looking: asyncio.Task[None] | None = None
        self._wrong_configuration: str | None = None
        self._configurations: dict[str, tuple[str, int, int] | None] = {}

    def configure(self, sent: object) -> None:
        """Take over settings that an editor sent, and read configurations anew."""
        self.settings, wrong = parse(sent)
        if wrong:
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, wrong))
        self.reload()

    def reload(self) -> None:
        """Read configurations and rules anew."""
        self.linted = self._project()
        # A project of its own: the workspace is read before the first draft is, and must not settle which configuration that one has.
        self.files = Workspace(self._project())
        self.checkups.clear()

    def _project(self) -> Project:
        settings = self.settings
        return Project(config=settings.config, language=settings.language, locale=settings.locale)

    async def read_workspace(self) -> bool:
        """Read the files of the workspace that have changed, so that copies of them are known; say whether any has."""
        folders = [to_fs_path(uri) for uri in self.workspace.folders] or [self.workspace.root_path]
        return await asyncio.to_thread(self.files.read, [folder for folder in folders if folder])

    def look_around(self) -> None:
        """Read the workspace in the background, and mark the open buffers again when that is done."""
        self._looking = asyncio.get_running_loop().create_task(self._look_around())

    async def _look_around(self) -> None:
        if await self.read_workspace():
            self.all_again()

    def wait_and_check(self, uri: str, delay: float) -> None:
        """Lint a buffer after a delay in seconds; a newer wish takes the place of an older one."""
        if (old := self._waiting.pop(uri, None)) is not None:
            old.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check_after(uri, delay))

    async def _check_after(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        found = await self.checkup(uri)
        if found is not None and not self.is_pulled(uri):
            marks = await self.marks(found)
            document = self.workspace.text_documents.get(uri)
            if document is not None and document.version == found.version:
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, marks, found.version))

    def is_pulled(self, uri: str) -> bool:
        """Say whether the editor asks for a buffer's marks when it wants them, so that none are sent on our own account.

        One that lints on saving only, or a very large buffer, waits for us as before.
        """
        asked = self.protocol.client_capabilities.text_document
        if asked is None or asked.diagnostic is None or self.settings.run != "onType":
            return False
        document = self.workspace.text_documents.get(uri)
        return document is not None and len(document.source) <= ON_SAVE_ONLY

    async def pulled(self, uri: str) -> list[types.Diagnostic]:
        """Return the marks of a buffer that an editor asks for; of its newest version where it changes meanwhile."""
        while self.is_pulled(uri):
            version = self.workspace.text_documents[uri].version
            found = await self.checkup(uri)
            if found is not None:
                return await self.marks(found)
            document = self.workspace.text_documents.get(uri)
            if document is None or document.version == version:
                break
        return []

    def configuration_of(self, uri: str) -> Configured | None:
        """Return the configuration file that a buffer is judged by, as the editor has it; one to be made, where an editor can make it.

        That is in the folder of the workspace that holds the draft, else beside the draft. None where it cannot be read.
        """
        path, encoding = path_of(uri), self.workspace.position_encoding
        file = self.linted.config_file(path)
        if file is None:
            if not editor_of(self.protocol.client_capabilities).creates or not uri.startswith("file:"):
                return None
            folders = [str(to_fs_path(each)) for each in self.workspace.folders]
            holding = [each for each in folders if path.startswith(os.path.join(each, ""))]
            folder = max(holding, key=len, default=os.path.dirname(path))
            return Configured(self.linted, os.path.join(folder, NAMES[0]), None, None, encoding)
        file = os.path.abspath(file)
        for each in self.workspace.text_documents.values():
            if to_fs_path(each.uri) == file:
                return Configured(self.linted, file, each.source, each.version, encoding)
        try:
            return Configured(self.linted, file, read_text(file, ConfigError), None, encoding)
        except ConfigError:
            return None

    def all_again(self) -> None:
        """Lint all open buffers anew, and have an editor ask again that asks by itself."""
        for uri in list(self.workspace.text_documents):
            self.wait_and_check(uri, 0)
        asked = self.protocol.client_capabilities.workspace
        if asked and asked.diagnostics and asked.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)

    def stop(self) -> None:
        """Give up what is still to be linted: the client will not hear of it."""
        for task in self._waiting.values():
            task.cancel()
        self._waiting.clear()

    def forget(self, uri: str) -> None:
        """Forget a buffer that was closed, and take its marks away."""
        if (old := self._waiting.pop(uri, None)) is not None:
            old.cancel()
        self.checkups.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def checkup(self, uri: str) -> Checkup | None:
        """Return what the linter says of a buffer as it is now; None where it is not linted, or has changed meanwhile."""
        document = self.workspace.text_documents.get(uri)
        if document is None or not self.settings.enable or document.language_id not in _LANGUAGES:
            return None
        self._heed_configuration(path_of(uri))
        known = self.checkups.get(uri)
        if known is not None and known.version == document.version:
            return known
        text, version = document.source, document.version
        if len(text) > _NEVER:
            _log.warning("%s: over 10 MB, not linted", uri)
            return None
        found, error = await asyncio.to_thread(self._lint, text, version, path_of(uri))
        self._mark_configuration(error)
        if uri not in self.workspace.text_documents or self.workspace.text_documents[uri].version != version:
            return None
        self.checkups[uri] = found
        return found

    @property
    def watches_files(self) -> bool:
        """Whether the editor tells of files that change."""
        asked = self.protocol.client_capabilities.workspace
        return bool(asked and asked.did_change_watched_files and asked.did_change_watched_files.dynamic_registration)

    def _heed_configuration(self, path: str) -> None:
        """Read configurations anew where a draft's has changed, and the editor would not tell."""
        if self.watches_files:
            return
        found = state(os.path.abspath(path), self.settings.config)
        if self._configurations.setdefault(path, found) != found:
            self._configurations.clear()
            self._configurations[path] = found
            self.reload()

    def _lint(self, text: str, version: int | None, path: str) -> tuple[Checkup, LintError | None]:
        positions = Positions(text, self.workspace.position_encoding)
        try:
            found = self.linted.check(text, path)
        except LintError as error:
            return Checkup(version, path, positions, ()), error
        for each in found:
            if not isinstance(each, Checked):
                _log.warning("%s: %s", path, each.message)
        return Checkup(version, path, positions, tuple(each for each in found if isinstance(each, Checked))), None

    def _mark_configuration(self, error: LintError | None) -> None:
        """Mark what is wrong with a configuration at its line, and take the mark away when it is mended."""
        uri = from_fs_path(os.path.abspath(error.path)) if error is not None and error.path else None
        if self._wrong_configuration not in (None, uri):
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(str(self._wrong_configuration), []))
        self._wrong_configuration = uri
        if error is None or uri is None:
            return
        line = max((error.line or 1) - 1, 0)
        message = error.message + (f" ({error.hint})" if error.hint else "")
        place = types.Range(types.Position(line, 0), types.Position(line, 1000))
        mark = types.Diagnostic(place, message, severity=types.DiagnosticSeverity.Error, source=SOURCE)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, [mark]))

    async def marks(self, found: Checkup) -> list[types.Diagnostic]:
        """Return the diagnostics of a buffer: its findings, and its copies in the workspace."""
        most = self.settings.max_findings
        marks = [mark for each in found.posts for mark in diagnostics(each.report, each.post, found.positions, most)]
        encoding, buffers = self.workspace.position_encoding, {each.path: each for each in self.checkups.values()}
        return (marks + await asyncio.to_thread(self.files.marks, found, buffers, encoding, self.settings.locale))[:most]


def path_of(uri: str) -> str:
    """Return the path that a buffer's configuration is looked for from; a buffer without a file is a draft in the current folder."""
    return to_fs_path(uri) or "untitled.md"
