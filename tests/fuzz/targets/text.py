"""Tokens and sentences: sorted, disjoint, covering everything but white space and what is muted where the post begins (front matter).

Quotations and streams are parts of them.
"""

from advocacy_lint import languages
from advocacy_lint.inputs import markdown
from advocacy_lint.languages.detect import detect
from advocacy_lint.text import BARRIER, analyse, line_column, line_starts
from targets.common import head, ordered, text_of


def one(data):
    """Cut a text in both languages, with its markup muted or not."""
    choice, rest = head(data)
    text = text_of(rest)
    muted = markdown.scan(text).spans if choice & 1 else []
    start = min(choice >> 4, len(text)) if choice & 2 else 0
    begin = max(start, muted[0].end) if muted and muted[0].start <= start else start
    for code in ("da", "en"):
        analysis = analyse(text, languages.get(code), start, None, muted)
        check(analysis, text, begin)
        assert analysis == analyse(text, languages.get(code), start, None, muted)
    assert detect(text) == detect(text)
    starts = line_starts(text)
    for offset in range(0, len(text) + 1, max(1, len(text) // 20)):
        line, column = line_column(starts, offset)
        assert starts[line - 1] + column - 1 == offset


def check(analysis, text, start):
    """Hold an analysis to what rules rely on."""
    tokens = [(first, first + token[4]) for token, first in zip(analysis.tokens, analysis.starts, strict=True)]
    ordered(tokens, start, len(text))
    assert all(first < last for first, last in tokens)
    position = start
    for first, last in tokens:
        assert not text[position:first].strip()
        position = last
    assert not text[position:].strip()
    ordered([(each.start, each.end) for each in analysis.sentences], start, len(text))
    assert bool(tokens) == bool(analysis.sentences)
    begins = set(analysis.starts)
    assert all(each.start in begins for each in analysis.sentences)
    assert analysis.words == sum(each.words for each in analysis.sentences)
    ordered(analysis.quotes, start, len(text))
    for speech in (analysis.speech, analysis.quotation):
        assert speech.starts == sorted(speech.starts)
        assert speech.sentences == sorted(speech.sentences)
        ordered([(first, last) for _, first, last in said(speech)], start, len(text))
    assert all(analysis.in_quote(first) for _, first, _ in said(analysis.quotation))
    assert all(kind == "quote" or not analysis.in_quote(first) for kind, first, _ in said(analysis.speech))


def said(speech):
    """Return the kinds and spans of what a speaker says."""
    return [(token[0], *speech.span(at, at + 1)) for at, token in enumerate(speech.tokens) if token is not BARRIER]
