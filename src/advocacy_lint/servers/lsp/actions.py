"""Code actions: rewrites to apply, and ways to silence a rule."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import CodeAction, CodeActionKind

from advocacy_lint.model import Finding, Fix, is_moved
from advocacy_lint.servers.lsp.buffers import Checkup
from advocacy_lint.servers.lsp.configuring import Configured, accepted, levelled
from advocacy_lint.servers.lsp.edits import Asked

FIX_ALL = "source.fixAll.advocacy-lint"
KINDS = (CodeActionKind.QuickFix, FIX_ALL)
_LONGEST = 60
# Where comments can stand.
_MARKDOWN = (".md", ".markdown", ".mdx", "")


def actions(asked: Asked, start: int, end: int, only: list[str] | None, configured: Configured | None) -> Iterator[CodeAction]:
    """Yield the actions for the offsets from `start` to `end`; `only` are the kinds that the client wants."""
    if _wanted(CodeActionKind.QuickFix, only):
        findings = list(asked.checkup.findings_at(start, end))
        for finding in findings:
            yield from _rewrites(asked, finding)
            yield from _moves(asked, finding)
            yield from _silences(asked, finding)
        if configured is not None:
            yield from accepted(asked, configured, findings)
            for finding in findings:
                yield from levelled(asked, configured, finding)
    if _wanted(FIX_ALL, only) and (safe := asked.checkup.safe_fixes()):
        yield CodeAction(asked.words["all"], kind=FIX_ALL, edit=asked.edit(*safe))


def _wanted(kind: str, only: list[str] | None) -> bool:
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)


def _rewrites(asked: Asked, finding: Finding) -> Iterator[CodeAction]:
    words = asked.words
    frame = finding.rewrite
    if frame is not None and frame.kind == "frame":
        fix = Fix(frame.start, frame.end, frame.after, safe=False)
        yield asked.quick_fix(words["frame"].format(text=_short(frame.after)), [finding.rule], asked.edit(fix))
    for fix in finding.fixes:
        old = asked.checkup.positions.text[fix.start : fix.end]
        title = words["replace"].format(text=_short(fix.text)) if fix.text else words["cut"].format(text=_short(old))
        title = title if fix.safe else words["unsafe"].format(title=title)
        yield asked.quick_fix(title, [finding.rule], asked.edit(fix), preferred=fix.safe)


def _moves(asked: Asked, finding: Finding) -> Iterator[CodeAction]:
    """Yield the move of a buried lead to the front, in one step that can be undone."""
    move = next((each.report.move for each in asked.checkup.posts if is_moved(finding, each.report)), ())
    if move:
        title = asked.words["move"].format(text=_short(asked.checkup.positions.text[finding.start : finding.end]))
        yield asked.quick_fix(title, [finding.rule], asked.edit(*move))


def _silences(asked: Asked, finding: Finding) -> Iterator[CodeAction]:
    """Yield the comments that silence a rule, in texts that can hold comments."""
    path, text = asked.checkup.path, asked.checkup.positions.text
    if not path.lower().endswith(_MARKDOWN[:-1]) and "." in path.rpartition("/")[2]:
        return
    words = asked.words
    line = text.rfind("\n", 0, finding.start) + 1
    top = _after_front_matter(asked.checkup)
    for name, word, place in (("here", "off-next-line", max(line, top)), ("file", "off", top)):
        comment = f"<!-- advocacy-lint {word}: {finding.rule} -- {words['reason']} -->\n"
        yield asked.quick_fix(words[name].format(rule=finding.rule), [finding.rule], asked.edit(Fix(place, place, comment)))


def _after_front_matter(checkup: Checkup) -> int:
    post = checkup.posts[0].post
    return post.muted[0].end if post.muted and post.has_meta and post.muted[0].start == 0 else 0


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
