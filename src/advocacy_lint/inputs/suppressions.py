"""Comments by which a writer silences rules: ``<!-- advocacy-lint off: ID, ID -- reason until 2027-01-31 -->`` … ``on``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from advocacy_lint.model import Span, Suppression

_DIRECTIVE = re.compile(r"<!--\s*advocacy-lint\b(?P<body>.*)-->", re.DOTALL | re.IGNORECASE)
_OPENED = re.compile(r"<!--\s*advocacy-lint\s+(?:off|on)", re.IGNORECASE)
_BODY = re.compile(r"[\s:]*(?P<word>[\w-]*)(?P<rest>.*)", re.DOTALL)
_UNTIL = re.compile(r"\buntil\s+(\S{1,40})\s*\Z")
_WORDS = ("off", "on", "off-next-line")
# Each may have to be held against every finding, and every “on” against every “off”.
MAX_DIRECTIVES = 500
_LINE_END = re.compile(r"[ \t\r]*\n\s*")


def silences(text: str, start: int) -> bool:
    """Say whether the comment at an offset may be one that silences rules."""
    return "advocacy-lint" in text[start : start + 60].lower()


def read(text: str, comments: Iterable[Span]) -> tuple[tuple[Suppression, ...], list[str]]:
    """Return what a text's comments silence, and what is wrong with them, one line each."""
    found: list[Suppression] = []
    open_: list[Suppression] = []
    problems: list[str] = []
    met = 0
    for span in comments:
        if not silences(text, span.start):
            continue
        match = _DIRECTIVE.fullmatch(text, span.start, span.end)
        if match is None:
            if _OPENED.match(text, span.start) and not text.endswith("-->", span.start, span.end):
                problems.append(f"line {text.count(chr(10), 0, span.start) + 1}: a suppression whose comment is never closed with -->")
            continue
        met += 1
        if met > MAX_DIRECTIVES:
            problems.append(f"more than {MAX_DIRECTIVES} suppressions; the rest are not read")
            break
        word, rules, reason, expires, wrong = _parse(match["body"])
        if wrong:
            problems.append(f"line {text.count(chr(10), 0, span.start) + 1}: {wrong}")
        elif word == "on":
            for each in [each for each in open_ if not rules or set(rules) & set(each.rules) or not each.rules]:
                open_.remove(each)
                found.extend(_closed(each, rules, span.start))
                left = tuple(rule for rule in each.rules if rules and rule not in rules)
                if left:
                    open_.append(Suppression(each.comment, each.start, len(text), left, each.reason, each.expires))
        elif word == "off":
            open_.append(Suppression(span, span.end, len(text), rules, reason, expires))
        else:
            start, end = _next_line(text, span.end)
            found.append(Suppression(span, start, end, rules, reason, expires))
    return tuple(sorted((*found, *open_), key=lambda each: (each.comment.start, each.rules))), problems


def _closed(each: Suppression, rules: tuple[str, ...], end: int) -> Iterable[Suppression]:
    ended = tuple(rule for rule in each.rules if not rules or rule in rules)
    if ended or not each.rules:
        yield Suppression(each.comment, each.start, end, ended, each.reason, each.expires)


def _parse(body: str) -> tuple[str, tuple[str, ...], str | None, str | None, str | None]:
    """Return a directive's word, rules, reason and last day, and what is wrong with it."""
    directive, _, reason = body.partition("--")
    match = _BODY.fullmatch(directive)
    word, rest = (match["word"].lower(), match["rest"]) if match else ("", directive)
    if word not in _WORDS:
        near = get_close_matches(word, _WORDS, 1)
        hint = f"did you mean “{near[0]}”?" if near else f"allowed: {', '.join(_WORDS)}"
        return word, (), None, None, f"unknown suppression “{word[:40]}” ({hint})"
    rules = tuple(dict.fromkeys(rest.replace(",", " ").replace(":", " ").split()))
    reason = " ".join(reason.split())
    until = _UNTIL.search(reason)
    if until is None:
        return word, rules, reason or None, None, None
    try:
        expires = date.fromisoformat(until[1]).isoformat()
    except ValueError:
        return word, rules, None, None, f"“until {until[1]}” is not a date such as 2027-01-31"
    return word, rules, reason[: until.start()].rstrip(" ,;") or None, expires, None


def _next_line(text: str, position: int) -> tuple[int, int]:
    """Return the next line with something on it after a comment."""
    newline = text.find("\n", position)
    if newline < 0:
        return len(text), len(text)
    match = _LINE_END.match(text, newline)
    start = match.end() if match else newline + 1
    end = text.find("\n", start)
    return start, len(text) if end < 0 else end
