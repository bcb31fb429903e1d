"""An audit as text for a terminal, and as Markdown for a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

from advocacy_lint.model import Finding, PostReport

POINT_NAMES = {
    "da": {
        "niche": "nicher", "voice": "egen stemme", "outcomes": "udbytte, ikke rækkevidde", "beyond": "mere end deling",
        "workplace": "arbejdspladsen", "honesty": "ærlighed",
    },
    "en": {
        "niche": "niches", "voice": "own voice", "outcomes": "outcomes, not reach", "beyond": "more than sharing",
        "workplace": "the workplace", "honesty": "honesty",
    },
}  # fmt: skip
_GRADES = {
    "da": {"A": "kør på", "B": "næsten", "C": "på vej", "D": "lav om", "E": "en højttaler med point"},
    "en": {"A": "go", "B": "nearly", "C": "getting there", "D": "rework", "E": "a loudspeaker with points"},
}
_WORDS = {
    "da": {
        "source": "kilde", "good": "Godt", "none": "Ikke noget at rette.", "more": "og {count} til", "title": "Program", "points": "Punkt",
    },
    "en": {
        "source": "source", "good": "Good", "none": "Nothing to mend.", "more": "and {count} more", "title": "Programme", "points": "Point",
    },
}  # fmt: skip
_LEVELS = {
    "da": {"error": "fejl", "warning": "advarsel", "info": "tip"},
    "en": {"error": "error", "warning": "warning", "info": "hint"},
}
_INDENT = " " * 7


def _locale(report: PostReport) -> str:
    return "da" if report.locale == "da" else "en"


def bar(score: int, width: int = 10) -> str:
    """Return a score as a bar."""
    filled = round(score * width / 100)
    return "█" * filled + "░" * (width - filled)


def as_text(report: PostReport, sources: Mapping[str, str], width: int = 80, with_score: bool = True) -> str:
    """Return an audit for a terminal: the points, then what to change, the dearest first."""
    locale = _locale(report)
    words = _WORDS[locale]
    lines = [report.path, ""]
    if with_score:
        lines += [f"  {report.score:>3}  {report.grade}  {_GRADES[locale][report.grade or 'E']}", ""]
        lines += [f"  {POINT_NAMES[locale][point]:<26}{bar(score)} {score:>3}" for point, score in report.dimensions.items()]
        lines.append("")
    if not report.findings:
        lines += [f"  {words['none']}", ""]
    for finding in report.findings:
        lines += [*_block(finding, sources, locale, width, with_score), ""]
    if report.strengths:
        excerpts = (f"«{_short(each.excerpt)}»" if locale == "da" else f"“{_short(each.excerpt)}”" for each in report.strengths)
        lines += _wrapped(f"{words['good']}: " + " · ".join(excerpts), width, "  ")
    return "\n".join(lines).rstrip() + "\n"


def _short(text: str) -> str:
    return text if len(text) <= 48 else text[:48].rsplit(" ", 1)[0] + " …"


def _block(finding: Finding, sources: Mapping[str, str], locale: str, width: int, with_score: bool) -> list[str]:
    gain = f"+{finding.gain}" if with_score and finding.gain else ""
    place = f"{finding.line}:{finding.column} " if finding.excerpt else ""
    more = f" ({_WORDS[locale]['more'].format(count=len(finding.spans) - 1)})" if len(finding.spans) > 1 else ""
    head = f"  {gain:<4} {place}{_LEVELS[locale][finding.level]} · {POINT_NAMES[locale][finding.dimension]}{more}"
    lines = [f"{head}{finding.rule:>{max(1, width - len(head))}}" if len(head) + len(finding.rule) < width else f"{head}  {finding.rule}"]
    lines += _wrapped(finding.message, width)
    lines += _wrapped(finding.suggest, width) if finding.suggest else []
    lines += [line for question in finding.ask for line in _wrapped(f"? {question}", width)]
    source = sources.get(finding.rule)
    return [*lines, *(_wrapped(f"({_WORDS[locale]['source']}: {source})", width) if source else [])]


def _wrapped(text: str, width: int, indent: str = _INDENT) -> list[str]:
    return wrap(text, max(40, width), initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def as_markdown(report: PostReport, sources: Mapping[str, str], with_score: bool = True) -> str:
    """Return an audit as Markdown: a table of points, a list of things to change."""
    locale = _locale(report)
    words = _WORDS[locale]
    lines = [f"# {words['title']}: {_plain(report.path)}", ""]
    if with_score:
        lines += [f"**{report.score} {report.grade}**: {_GRADES[locale][report.grade or 'E']}", ""]
        lines += [f"| {words['points']} | |", "|---|---:|"]
        lines += [f"| {POINT_NAMES[locale][point]} | {score} |" for point, score in report.dimensions.items()]
        lines.append("")
    for finding in report.findings:
        gain = f" (+{finding.gain})" if with_score and finding.gain else ""
        lines.append(f"- **{_plain(finding.message)}**{gain} `{finding.rule}`, {_LEVELS[locale][finding.level]}")
        lines += [f"  {_plain(finding.suggest)}"] if finding.suggest else []
        lines += [f"  *{_plain(question)}*" for question in finding.ask]
        source = sources.get(finding.rule)
        lines += [f"  ({words['source']}: {_plain(source)})"] if source else []
    if not report.findings:
        lines.append(words["none"])
    if report.strengths:
        lines += ["", f"{words['good']}:", "", *(f"- {_plain(each.message)}" for each in report.strengths)]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return text on one line that Markdown reads as it is written."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{letter}" if letter in "\\`*_[]|#" else letter for letter in line)
