"""Findings as the diagnostics of the language server protocol."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity

from advocacy_lint.model import Finding, Post, PostReport
from advocacy_lint.rulebook.pages import page_of
from advocacy_lint.servers.lsp.positions import Positions

SOURCE = "advocacy-lint"
_SEVERITY = {"error": DiagnosticSeverity.Error, "warning": DiagnosticSeverity.Warning, "info": DiagnosticSeverity.Information}
_FIRST_WORDS = re.compile(r"\S+(?:[^\S\r\n]+\S+){0,2}")

Related = Mapping[str, list[DiagnosticRelatedInformation]]


def span_of(finding: Finding, post: Post) -> tuple[int, int]:
    """Return what a finding marks: its words, or the post's first words where it is about the whole post."""
    if finding.excerpt:
        return finding.start, finding.end
    position, stop = post.start, post.stop
    for muted in post.muted:
        if muted.start <= position < muted.end:
            position = muted.end
    match = _FIRST_WORDS.search(post.text, position, stop)
    return match.span() if match else (position, min(position + 1, stop))


def diagnostics(report: PostReport, post: Post, positions: Positions, most: int) -> list[Diagnostic]:
    """Return the diagnostics of a post, the dearest first, at most `most`."""
    dearest = sorted(report.findings, key=lambda each: (-each.gain, -each.cost, each.start, each.rule))[:most]
    return [_diagnostic(finding, post, positions) for finding in dearest]


def _diagnostic(finding: Finding, post: Post, positions: Positions) -> Diagnostic:
    page = page_of(finding.rule)
    return Diagnostic(
        range=positions.range(*span_of(finding, post)),
        message=" ".join(part for part in (finding.message, finding.suggest) if part),
        severity=_SEVERITY[finding.level],
        code=finding.rule,
        code_description=CodeDescription(page) if page else None,
        source=SOURCE,
    )
