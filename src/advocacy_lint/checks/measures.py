"""What the `limit` kind can measure of a post; None where there is too little to measure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from math import inf

from advocacy_lint.checks.base import Scan

_WORD = frozenset(("word", "capital"))
# Under this many words readability formulas jump about: say nothing.
_READABLE = 100
# What shows of a post before “see more”, in characters.
_FOLD = 210
_UNSEEN = frozenset(("muted", "barrier"))


def _body(scan: Scan) -> str:
    return scan.post.text[scan.analysis.start : scan.analysis.end]


def _kind(kind: str) -> Callable[[Scan], float]:
    return lambda scan: scan.analysis.kinds.count(kind) if kind in scan.analysis.kinds_met else 0


def _characters(scan: Scan) -> float:
    hidden = sum(
        min(span.end, scan.analysis.end) - max(span.start, scan.analysis.start)
        for span in scan.post.muted
        if span.start < scan.analysis.end
    )
    return max(0, len(_body(scan).strip()) - hidden)


def _words(scan: Scan) -> float:
    return scan.analysis.words


def _sentence_lengths(scan: Scan) -> list[int]:
    return [sentence.words for sentence in scan.analysis.sentences if sentence.words]


def _longest_sentence(scan: Scan) -> float | None:
    return max(_sentence_lengths(scan), default=None)


def _mean_sentence(scan: Scan) -> float | None:
    lengths = _sentence_lengths(scan)
    return sum(lengths) / len(lengths) if sum(lengths) >= _READABLE else None


def _longest_paragraph(scan: Scan) -> float:
    """The words of the longest paragraph, by the blanks between them; front matter is none."""
    tokens = scan.analysis.starts
    body = scan.post.text[tokens[0] : scan.analysis.end] if tokens else ""
    if "\r" in body:
        body = body.replace("\r\n", "\n")
    return max([len(paragraph.split()) for paragraph in body.split("\n\n")], default=0)


def lix(scan: Scan) -> float | None:
    """Return LIX: words a sentence plus the percentage of words of seven letters or more (Björnsson 1968); None under 100 words."""
    counts = [stream.counts for stream in (scan.author, scan.quoted) if stream is not None]
    words = sum([each.count("@word") for each in counts])
    sentences = sum([sentence.words > 0 for sentence in scan.analysis.sentences])
    if words < _READABLE or not sentences:
        return None
    return words / sentences + 100 * (words - sum([each.count("@short-word") for each in counts])) / words


def coleman_liau(scan: Scan) -> float | None:
    """Return the Coleman-Liau index of our own tokens and sentences (Coleman & Liau 1975); None under 100 words."""
    words = [token[1] for token in scan.analysis.tokens if token[0] in _WORD]
    if len(words) < _READABLE:
        return None
    joined = "".join(words)
    letters = len(joined) - joined.count("-") - joined.count("'")
    sentences = sum([sentence.words > 0 for sentence in scan.analysis.sentences])
    # 0.0588 L - 0.296 S - 15.8, with letters and sentences per 100 words.
    return 5.88 * letters / len(words) - 29.6 * sentences / len(words) - 15.8


def _coleman_liau_at_most(scan: Scan) -> float:
    """Return what the Coleman-Liau index cannot exceed: all that is no blank is a letter, and stands in the author's words."""
    starts, words = scan.analysis.starts, scan.analysis.words
    body = scan.post.text[starts[0] : scan.analysis.end] if starts else ""
    # Other letters may become more when they are compared ("ß").
    return 5.88 * (len(body) - body.count(" ")) / words - 15.8 if words and body.isascii() else inf


def _marks(mark: str) -> Callable[[Scan], float]:
    return lambda scan: sum([token[1] == mark for token in scan.analysis.speech.tokens]) if mark in scan.post.text else 0


def _caps_words(scan: Scan) -> float:
    text, speech = scan.post.text, scan.analysis.speech
    each = zip(speech.tokens, speech.starts, strict=True)
    return sum([length >= 4 and text[start : start + length].isupper() for (kind, _, _, _, length, *_), start in each if kind == "capital"])


def _lines(scan: Scan) -> list[str]:
    return [line.strip() for line in _body(scan).splitlines() if line.strip()]


def _emoji_lines(scan: Scan) -> float:
    """Lines that begin with an emoji."""
    if "emoji" not in scan.analysis.kinds_met:
        return 0
    starts = {start for kind, start in zip(scan.analysis.kinds, scan.analysis.starts, strict=True) if kind == "emoji"}
    body, offset, count = scan.post.text, scan.analysis.start, 0
    for line in body[scan.analysis.start : scan.analysis.end].splitlines(keepends=True):
        count += offset + len(line) - len(line.lstrip()) in starts
        offset += len(line)
    return count


def _short_lines(scan: Scan) -> float:
    lines = _lines(scan)
    return sum(len(line.split()) <= 8 for line in lines) if len(lines) >= 6 else 0


def _hook_words(scan: Scan) -> float | None:
    """Concrete tokens (numbers, names, times) before the fold."""
    if scan.analysis.end - scan.analysis.start < 300:
        return None
    tokens, starts = scan.analysis.speech.tokens, scan.analysis.speech.starts
    first = next((index for index, token in enumerate(tokens) if token[0] not in _UNSEEN), None)
    if first is None:
        return 0
    shown = [token[0] for token in tokens[first + 1 : bisect_left(starts, starts[first] + _FOLD)]]
    return shown.count("number") + shown.count("capital")


def _repeated_capital(scan: Scan) -> float:
    """How often the most repeated capitalised word (inside sentences) occurs."""
    counts = Counter(token[1] for before, token in pairwise(scan.analysis.speech.tokens) if token[0] == "capital" and before[0] in _WORD)
    return max(counts.values(), default=0)


MEASURES: dict[str, Callable[[Scan], float | None]] = {
    "caps_words": _caps_words,
    "characters": _characters,
    "coleman_liau": coleman_liau,
    "emoji": _kind("emoji"),
    "emoji_lines": _emoji_lines,
    "exclamations": _marks("!"),
    "hashtags": _kind("hashtag"),
    "hook_words": _hook_words,
    "links": _kind("url"),
    "lix": lix,
    "longest_paragraph": _longest_paragraph,
    "longest_sentence": _longest_sentence,
    "mean_sentence": _mean_sentence,
    "mentions": _kind("mention"),
    "questions": _marks("?"),
    "repeated_capital": _repeated_capital,
    "sentences": lambda scan: len(scan.analysis.sentences),
    "short_lines": _short_lines,
    "words": _words,
}

# What a measure cannot exceed, for those that are dear: a count that is at hand already.
CEILINGS: dict[str, Callable[[Scan], float]] = {
    "caps_words": lambda scan: scan.analysis.kinds.count("capital"),
    "coleman_liau": _coleman_liau_at_most,
    "longest_paragraph": lambda scan: len(scan.analysis.tokens),
    "repeated_capital": lambda scan: scan.analysis.kinds.count("capital"),
}
