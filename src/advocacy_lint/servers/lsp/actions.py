"""Code actions: rewrites to apply, and ways to silence a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from advocacy_lint.languages import messages
from advocacy_lint.model import Finding, Fix
from advocacy_lint.servers.lsp.buffers import Checkup

FIX_ALL = "source.fixAll.advocacy-lint"
KINDS = (CodeActionKind.QuickFix, FIX_ALL)
_LONGEST = 60
# Where comments can stand.
_MARKDOWN = (".md", ".markdown", ".mdx", "")


def actions(checkup: Checkup, uri: str, start: int, end: int, asked: list[Diagnostic], only: list[str] | None) -> Iterator[CodeAction]:
    """Yield the actions for the offsets from `start` to `end`; `only` are the kinds that the client wants."""
    if _wanted(CodeActionKind.QuickFix, only):
        for finding in checkup.findings_at(start, end):
            mine = [each for each in asked if each.code == finding.rule]
            yield from _rewrites(checkup, uri, finding, mine)
            yield from _silences(checkup, uri, finding, mine)
    if _wanted(FIX_ALL, only) and (safe := checkup.safe_fixes()):
        yield CodeAction(_words(checkup)["all"], kind=FIX_ALL, edit=_edit(checkup, uri, safe))


def _wanted(kind: str, only: list[str] | None) -> bool:
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _rewrites(checkup: Checkup, uri: str, finding: Finding, asked: list[Diagnostic]) -> Iterator[CodeAction]:
    words = _words(checkup)
    frame = finding.rewrite
    if frame is not None and frame.kind == "frame":
        fix = Fix(frame.start, frame.end, frame.after, safe=False)
        title = words["frame"].format(text=_short(frame.after))
        yield CodeAction(title, kind=CodeActionKind.QuickFix, diagnostics=asked or None, edit=_edit(checkup, uri, [fix]))
    for fix in finding.fixes:
        old = checkup.positions.text[fix.start : fix.end]
        title = words["replace"].format(text=_short(fix.text)) if fix.text else words["cut"].format(text=_short(old))
        yield CodeAction(
            title if fix.safe else words["unsafe"].format(title=title),
            kind=CodeActionKind.QuickFix,
            diagnostics=asked or None,
            is_preferred=fix.safe or None,
            edit=_edit(checkup, uri, [fix]),
        )


def _silences(checkup: Checkup, uri: str, finding: Finding, asked: list[Diagnostic]) -> Iterator[CodeAction]:
    """Yield the comments that silence a rule, in texts that can hold comments."""
    if not checkup.path.lower().endswith(_MARKDOWN[:-1]) and "." in checkup.path.rpartition("/")[2]:
        return
    words = _words(checkup)
    text = checkup.positions.text
    line = text.rfind("\n", 0, finding.start) + 1
    top = _after_front_matter(checkup)
    for name, word, place in (("here", "off-next-line", max(line, top)), ("file", "off", top)):
        comment = f"<!-- advocacy-lint {word}: {finding.rule} -- {words['reason']} -->\n"
        yield CodeAction(
            words[name].format(rule=finding.rule),
            kind=CodeActionKind.QuickFix,
            diagnostics=asked or None,
            edit=_edit(checkup, uri, [Fix(place, place, comment)]),
        )


def _after_front_matter(checkup: Checkup) -> int:
    post = checkup.posts[0].post
    return post.muted[0].end if post.muted and post.has_meta and post.muted[0].start == 0 else 0


def _words(checkup: Checkup) -> Mapping[str, str]:
    return messages("editor", checkup.posts[0].report.locale if checkup.posts else None)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _edit(checkup: Checkup, uri: str, fixes: list[Fix]) -> WorkspaceEdit:
    """Return fixes as an edit of the version they were made for: a client refuses it for another."""
    edits = [TextEdit(checkup.positions.range(fix.start, fix.end), fix.text) for fix in fixes]
    return WorkspaceEdit(document_changes=[TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri, checkup.version), list(edits))])
