"""An audit as text for a terminal, and as Markdown for a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

from advocacy_lint.languages import FALLBACK, messages, writing
from advocacy_lint.model import Finding, PostReport

_INDENT = " " * 7


def bar(score: int, width: int = 10) -> str:
    """Return a score as a bar."""
    filled = round(score * width / 100)
    return "█" * filled + "░" * (width - filled)


_THE_ARTICLE = "the article that started the project"


def as_text(report: PostReport, sources: Mapping[str, str], width: int = 80, with_score: bool = True) -> str:
    """Return an audit for a terminal: the points, then what to change, the dearest first."""
    locale = report.locale
    words, points = messages("audit", locale), messages("audit-points", locale)
    lines = [report.path, ""]
    if report.score is None:
        lines += [f"  {words['unfilled']}", ""]
    elif with_score:
        lines += [f"  {report.score:>3}  {report.grade}  {messages('audit-grades', locale)[report.grade or 'E']}", ""]
        lines += [f"  {points[point]:<26}{bar(score)} {score:>3}" for point, score in report.dimensions.items()]
        lines.append("")
    if not report.findings:
        lines += [f"  {words['none']}", ""]
    for finding in report.findings:
        lines += [*_block(finding, sources, locale, width, with_score), ""]
    if report.strengths:
        excerpts = (writing(locale).quoted(_short(each.excerpt)) for each in report.strengths)
        lines += _wrapped(f"{words['good']}: " + " · ".join(excerpts), width, "  ")
    return "\n".join(lines).rstrip() + "\n"


def _short(text: str) -> str:
    return text if len(text) <= 48 else text[:48].rsplit(" ", 1)[0] + " …"


def _block(finding: Finding, sources: Mapping[str, str], locale: str, width: int, with_score: bool) -> list[str]:
    gain = f"+{finding.gain}" if with_score and finding.gain else ""
    place = f"{finding.line}:{finding.column} " if finding.excerpt else ""
    more = f" ({messages('audit', locale)['more'].format(count=len(finding.spans) - 1)})" if len(finding.spans) > 1 else ""
    head = f"  {gain:<4} {place}{messages('levels', locale)[finding.level]} · {messages('audit-points', locale)[finding.dimension]}{more}"
    lines = [f"{head}{finding.rule:>{max(1, width - len(head))}}" if len(head) + len(finding.rule) < width else f"{head}  {finding.rule}"]
    lines += _wrapped(finding.message, width)
    lines += _wrapped(finding.suggest, width) if finding.suggest else []
    lines += [line for question in finding.ask for line in _wrapped(f"? {question}", width)]
    source = sources.get(finding.rule)
    return [*lines, *(_wrapped(f"({messages('audit', locale)['source']}: {_source(source, locale)})", width) if source else [])]


def _source(source: str, locale: str) -> str:
    """Return where a rule comes from in the reader's language: the names of works stay, what they say stands in the rule's own texts."""
    parts = [part.strip() for part in source.split(";")]
    article = messages("audit", locale)["article"]
    own = locale == FALLBACK  # what a work says is noted in English
    return "; ".join(article if part.startswith(_THE_ARTICLE) else part if own else part.partition(": ")[0] for part in parts)


def _wrapped(text: str, width: int, indent: str = _INDENT) -> list[str]:
    return wrap(text, max(40, width), initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def as_markdown(report: PostReport, sources: Mapping[str, str], with_score: bool = True) -> str:
    """Return an audit as Markdown: a table of points, a list of things to change."""
    locale = report.locale
    words, points = messages("audit", locale), messages("audit-points", locale)
    lines = [f"# {words['title']}: {_plain(report.path)}", ""]
    if report.score is None:
        lines += [words["unfilled"], ""]
    elif with_score:
        lines += [f"**{report.score} {report.grade}**: {messages('audit-grades', locale)[report.grade or 'E']}", ""]
        lines += [f"| {words['points']} | |", "|---|---:|"]
        lines += [f"| {points[point]} | {score} |" for point, score in report.dimensions.items()]
        lines.append("")
    for finding in report.findings:
        gain = f" (+{finding.gain})" if with_score and finding.gain else ""
        lines.append(f"- **{_plain(finding.message)}**{gain} `{finding.rule}`, {messages('levels', locale)[finding.level]}")
        lines += [f"  {_plain(finding.suggest)}"] if finding.suggest else []
        lines += [f"  *{_plain(question)}*" for question in finding.ask]
        source = sources.get(finding.rule)
        lines += [f"  ({words['source']}: {_plain(_source(source, locale))})"] if source else []
    if not report.findings:
        lines.append(words["none"])
    if report.strengths:
        lines += ["", f"{words['good']}:", "", *(f"- {_plain(each.message)}" for each in report.strengths)]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return text on one line that Markdown reads as it is written."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{letter}" if letter in "\\`*_[]|#" else letter for letter in line)
