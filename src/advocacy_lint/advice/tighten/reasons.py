"""Why a sentence goes: what a finding in it says, else what it does instead of telling something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advocacy_lint.checks import worth
from advocacy_lint.languages import messages
from advocacy_lint.model import PostReport, Span

# A message says what, then what next: here only what. A full stop in the draft's own words («3,2 mia. kr.») ends nothing.
_FIRST = re.compile(r"(?:«[^»]*»|“[^”]*”|[^«“]){5,}?[.?!](?=\s|\Z)|.*", re.DOTALL)

_HASHTAG = re.compile(r"#\w+")

# One word of values (“goal”) makes no sentence of values.
_ENOUGH = {"value": 2}


def why_trimmed(span: Span, report: PostReport) -> str:
    """Return why a statement loses words: what a finding says of the words that it would change, else that fewer say the same."""
    over = [each for each in report.findings if any(span.start <= fix.start and fix.end <= span.end for fix in each.fixes)]
    if over:
        return _FIRST.match(max(over, key=lambda each: each.cost).message)[0]  # type: ignore[index]
    return messages("tightened-why", report.locale)["fewer"]


def reason(text: str, span: Span, row: Sequence[float], report: PostReport) -> str:
    """Return why a statement goes, in the language of messages."""
    over = [
        each for each in report.findings
        if each.level != "info" and each.excerpt and span.start <= each.start < span.end
    ]  # fmt: skip
    words = messages("tightened-why", report.locale)
    if over:
        # What it says is a better reason to go than how it says it: that could be mended.
        return _FIRST.match(max(over, key=lambda each: (each.dimension != "tone", each.cost)).message)[0]  # type: ignore[index]
    if text.lstrip().startswith("#"):
        return words["hashtag"]
    signals = dict(zip(worth.SIGNALS, row, strict=True))
    if any(map(str.isalpha, _HASHTAG.sub("", text))):
        signals["emoji"] = signals["hashtag"] = 0.0  # it says something beside its signs
    return words[next((name for name in words if signals.get(name, 0) >= _ENOUGH.get(name, 1)), "nothing")]
