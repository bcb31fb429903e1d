"""Errors in the user's language: a catalogue of English texts with {} for what is put in, as gettext has (msgid and msgstr).

Only what people read on standard error is translated; formats that programs read keep the English texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from advocacy_lint.errors import LintError
from advocacy_lint.languages import FALLBACK, messages, part, writing

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+")
_BRACKET = re.compile(r" \(")
_LINE = re.compile(r"line (\d+): ")


def said(error: LintError, locale: str) -> str:
    """Return an error's line in a language: its place, what is wrong, the hint."""
    hint = error.hint if error.hint is None else translated(error.hint, locale)
    return str(LintError(translated(error.message, locale), error.path, error.line, hint))


def translated(message: str, locale: str) -> str:
    """Return what is said of a mistake in a language; as it is where that has no words for it."""
    if locale == FALLBACK:
        return message
    line = _LINE.match(message)
    if line:
        return f"{messages('places', locale)['line']} {line[1]}: {translated(message[line.end() :], locale)}"
    parted = [(message[: at.start()], message[at.end() : -1]) for at in _BRACKET.finditer(message)] if message.endswith(")") else []
    for said, hint in parted:  # a hint may have brackets of its own
        mistake, advice = _found(said, locale), _found(hint, locale)
        if mistake and advice:
            return f"{mistake} ({advice})"
    found = _found(message, locale)
    if found is None and parted:
        said, hint = parted[-1]
        found = f"{_found(said, locale) or said} ({_found(hint, locale) or hint})"
    return message if found is None else found


def _found(message: str, locale: str) -> str | None:
    catalogue = _catalogue(locale)
    if message in catalogue:
        return catalogue[message]
    for pattern, text in _patterns(locale):
        match = pattern.fullmatch(message)
        if match:
            figure = writing(locale).figure
            return text.format(*[figure(put) if _FIGURE.fullmatch(put) else put for put in match.groups()])
    return None


def _catalogue(locale: str) -> Mapping[str, str]:
    texts: Mapping[str, str] = part(locale, "mistakes").MISTAKES
    return texts


@cache
def _patterns(locale: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the texts into which something is put, the ones that say most first."""
    texts = sorted((text for text in _catalogue(locale) if "{}" in text), key=lambda text: (-len(text.replace("{}", "")), text))
    return tuple((re.compile("(.*?)".join(map(re.escape, text.split("{}"))), re.DOTALL), _catalogue(locale)[text]) for text in texts)
