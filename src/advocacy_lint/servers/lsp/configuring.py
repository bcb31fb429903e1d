"""Code actions on the configuration of a draft: a word that is the trade's own, a rule's level. Each is tried before it is offered."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence

from lsprotocol.types import CodeAction
from msgspec import Struct
from pygls.uris import from_fs_path

from advocacy_lint.api import Project
from advocacy_lint.config import Config
from advocacy_lint.config.edit import with_level, with_term
from advocacy_lint.errors import LintError
from advocacy_lint.model import Finding, Fix
from advocacy_lint.rulebook.book import level_of
from advocacy_lint.servers.lsp.edits import Asked
from advocacy_lint.servers.lsp.positions import Positions

# What can be a word of somebody's trade: no phrase, address or picture.
_WORD = re.compile(r"[#@]?[^\W\d_][\w'’&.-]*")
_LOWER = {"error": "warning", "warning": "info"}


class Configured(Struct, frozen=True):
    """The configuration file of a draft as its editor has it: a `version` where it is open there, no `text` where it is yet to be made."""

    project: Project
    path: str
    text: str | None
    version: int | None
    encoding: str | None

    def after(self, fix: Fix, draft: str) -> Config | None:
        """Return what would hold for a draft after a change; None where that is wrong."""
        text = self.text or ""
        try:
            return self.project.if_said(self.path, text[: fix.start] + fix.text + text[fix.end :], draft)
        except LintError:
            return None


def accepted(asked: Asked, configured: Configured, findings: Sequence[Finding]) -> Iterator[CodeAction]:
    """Yield an action for each marked word whose marks go when the vocabulary has it."""
    for term in dict.fromkeys(finding.excerpt for finding in findings if _WORD.fullmatch(finding.excerpt)):
        rules = [each.rule for each in findings if each.excerpt == term and _goes(asked, configured.project, each)]
        fix = with_term(configured.text or "", configured.path, term) if rules else None
        after = configured.after(fix, asked.checkup.path) if fix else None
        if fix and after and term in after.vocabulary.terms:
            yield _action(asked, asked.words["term"].format(text=term), rules, configured, fix)


def _goes(asked: Asked, project: Project, finding: Finding) -> bool:
    """Say whether a mark goes when its words are a term; not where the configuration itself has them avoided."""
    session = project.session(asked.checkup.path)
    post = next(each.post for each in asked.checkup.posts if finding in each.report.findings)
    if finding.excerpt.casefold() in map(str.casefold, session.config.avoid):
        return False
    report = session.lint(post, accepting=finding.excerpt)
    mark = [finding.start, finding.end]
    return not any(each.rule == finding.rule and mark in map(list, each.spans) for each in report.findings)


def levelled(asked: Asked, configured: Configured, finding: Finding) -> Iterator[CodeAction]:
    """Yield the actions that turn a rule off, and that make it one level lower."""
    for level in ("off", _LOWER.get(finding.level)):
        fix = with_level(configured.text or "", configured.path, finding.rule, level) if level else None
        after = configured.after(fix, asked.checkup.path) if fix else None
        if fix and after and level_of(finding.rule, after.levels) == level:
            title = asked.words[f"level-{level}"].format(rule=finding.rule, file=os.path.basename(configured.path))
            yield _action(asked, title, [finding.rule], configured, fix)


def _action(asked: Asked, title: str, rules: Collection[str], configured: Configured, fix: Fix) -> CodeAction:
    uri = from_fs_path(configured.path) or configured.path
    if configured.text is None:
        return asked.quick_fix(asked.words["new-file"].format(title=title), rules, asked.editor.creation(uri, fix.text))
    positions = Positions(configured.text, configured.encoding)
    return asked.quick_fix(title, rules, asked.editor.edit(uri, positions, configured.version, [fix]))
