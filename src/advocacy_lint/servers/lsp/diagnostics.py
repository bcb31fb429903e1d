"""Findings as the diagnostics of the language server protocol."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Position,
    Range,
)
from pygls.uris import from_fs_path

from advocacy_lint.model import Finding, PortfolioFinding, Post, PostReport, SharedText
from advocacy_lint.rulebook.pages import page_of
from advocacy_lint.servers.lsp.positions import Positions

SOURCE = "advocacy-lint"
_SEVERITY = {"error": DiagnosticSeverity.Error, "warning": DiagnosticSeverity.Warning, "info": DiagnosticSeverity.Information}
Positioned = Callable[[str], Positions | None]
_FIRST_WORDS = re.compile(r"\S+(?:[^\S\r\n]+\S+){0,2}")


def span_of(finding: Finding, post: Post) -> tuple[int, int]:
    """Return what a finding marks: its words, or the post's first words where it is about the whole post."""
    if finding.excerpt:
        return finding.start, finding.end
    return _first_words(post)


def _first_words(post: Post) -> tuple[int, int]:
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


def copied(finding: PortfolioFinding, path: str, posts: Sequence[Post], positions: Positions, elsewhere: Positioned) -> Diagnostic | None:
    """Return the diagnostic of a copy, marked where this buffer has the shared words; the other copies are its related information.

    `elsewhere` gives the positions of the texts at other paths. None where no post of the buffer is among the copies.
    """
    here = next((each for each in finding.posts if each.path == path), None)
    if here is None:
        return None
    start, end = here.spans[0] if here.spans else _first_words(posts[0])
    others = [each for each in finding.posts if each.path != path]
    related = [
        DiagnosticRelatedInformation(Location(from_fs_path(each.path) or each.path, _place(each, elsewhere)), each.id or each.path)
        for each in others
    ]
    return Diagnostic(
        range=positions.range(start, end),
        message=" ".join(part for part in (finding.message, finding.suggest) if part),
        severity=_SEVERITY[finding.level],
        code=finding.rule,
        code_description=CodeDescription(page) if (page := page_of(finding.rule)) else None,
        source=SOURCE,
        related_information=related,
    )


def _place(shared: SharedText, elsewhere: Positioned) -> Range:
    positions = elsewhere(shared.path) if shared.spans else None
    return positions.range(*shared.spans[0]) if positions is not None else Range(Position(0, 0), Position(0, 0))


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
