"""What an editor shows beside the text: the score above the draft, and the reason behind a mark."""

from __future__ import annotations

from lsprotocol.types import CodeLens, Command, Hover, MarkupContent, MarkupKind, Position, Range

from advocacy_lint.languages import messages
from advocacy_lint.model import Finding
from advocacy_lint.outputs.layout import cut
from advocacy_lint.outputs.phrases import grade_word
from advocacy_lint.rulebook.pages import page_of
from advocacy_lint.servers.lsp.buffers import Checkup
from advocacy_lint.servers.lsp.commands import QUESTIONS


def hover(found: Checkup, at: Position) -> Hover | None:
    """Return why something is marked, and what to ask oneself; None where nothing is."""
    offset = found.positions.offset(at)
    texts = [_why(finding) for finding in found.findings_at(offset, offset)]
    return Hover(MarkupContent(MarkupKind.Markdown, "\n\n---\n\n".join(texts))) if texts else None


def _why(finding: Finding) -> str:
    parts = [f"**{_plain(finding.message)}**", _plain(finding.why)]
    if finding.suggest:
        parts.append(f"→ {_plain(finding.suggest)}")
    parts += [f"- {_plain(question)}" for question in finding.ask]
    page = page_of(finding.rule)
    parts.append(f"[{finding.rule}]({page})" if page else f"`{finding.rule}`")
    return "\n\n".join(part for part in parts if part)


def _plain(text: str) -> str:
    """Return words of a draft as Markdown shows them: no mark, link or tag of theirs at work."""
    return "".join(f"\\{letter}" if letter in r"\`*_[]()#!<>|~" else letter for letter in " ".join(text.split()))


def lenses(found: Checkup, uri: str) -> list[CodeLens]:
    """Return a lens above each post: its score, and how many questions there are to answer."""
    return [_lens(found, index, uri) for index, each in enumerate(found.posts) if each.report.score is not None]


def _lens(found: Checkup, index: int, uri: str) -> CodeLens:
    report = found.posts[index].report
    words = messages("editor", report.locale)
    asked = sum(1 for finding in report.findings if finding.ask)
    title = f"{report.score} {report.grade} · {grade_word(report)}"
    title += f" · {asked} {words['question' if asked == 1 else 'questions']}" if asked else ""
    if report.lead is not None:
        title += f" · {words['lead'].format(words=cut(report.lead_words, 60))}"
    line = found.positions.position(found.posts[index].post.start).line
    return CodeLens(Range(Position(line, 0), Position(line, 0)), Command(title, QUESTIONS, arguments=[uri]))
