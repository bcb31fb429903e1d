"""What an editor is offered: changes to texts as edits of the protocol, in the form that it takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lsprotocol import types
from msgspec import Struct

from advocacy_lint.languages import messages
from advocacy_lint.model import Fix
from advocacy_lint.servers.lsp.buffers import Checkup
from advocacy_lint.servers.lsp.positions import Positions


class Editor(Struct, frozen=True):
    """What an editor takes: edits of one version, which it refuses for another, and edits that create files."""

    versions: bool = False
    creates: bool = False

    def edit(self, uri: str, positions: Positions, version: int | None, fixes: Sequence[Fix]) -> types.WorkspaceEdit:
        """Return fixes as an edit of the version of a text that they were made for; an editor that knows no versions gets it without."""
        edits = [types.TextEdit(positions.range(fix.start, fix.end), fix.text) for fix in fixes]
        if not self.versions:
            return types.WorkspaceEdit({uri: edits})
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])

    def creation(self, uri: str, text: str) -> types.WorkspaceEdit:
        """Return an edit that creates a file; where there is one already, it is refused."""
        document = types.OptionalVersionedTextDocumentIdentifier(uri, None)
        start = types.Position(0, 0)
        written = types.TextDocumentEdit(document, [types.TextEdit(types.Range(start, start), text)])
        return types.WorkspaceEdit(document_changes=[types.CreateFile(uri), written])


def editor_of(capabilities: types.ClientCapabilities) -> Editor:
    """Return what an editor says that it takes."""
    said = capabilities.workspace.workspace_edit if capabilities.workspace else None
    versions = bool(said and said.document_changes)
    return Editor(versions, versions and types.ResourceOperationKind.Create in ((said and said.resource_operations) or ()))


class Asked(Struct, frozen=True):
    """A wish for code actions: for which text, with which marks, in which editor."""

    editor: Editor
    checkup: Checkup
    uri: str
    marks: Sequence[types.Diagnostic]

    @property
    def words(self) -> Mapping[str, str]:
        """The words of titles, in the language of the draft's feedback."""
        return messages("editor", self.checkup.posts[0].report.locale if self.checkup.posts else None)

    def edit(self, *fixes: Fix) -> types.WorkspaceEdit:
        """Return fixes of the text as an edit."""
        return self.editor.edit(self.uri, self.checkup.positions, self.checkup.version, fixes)

    def quick_fix(self, title: str, rules: Collection[str], edit: types.WorkspaceEdit, *, preferred: bool = False) -> types.CodeAction:
        """Return an action that does away with the marks of some rules."""
        mine = [each for each in self.marks if each.code in rules]
        return types.CodeAction(
            title, kind=types.CodeActionKind.QuickFix, diagnostics=mine or None, is_preferred=preferred or None, edit=edit
        )
