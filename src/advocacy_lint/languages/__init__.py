"""Languages the linter knows, each a package loaded when it is needed: its words (`get`), its messages and how it is written.

`BUILT_IN` ones have a folder here; others come from plugins, and what those leave out is English.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TypeVar

from advocacy_lint import plugins
from advocacy_lint.languages.base import Editing, Language, Messages, Writing

Entry = TypeVar("Entry")
BUILT_IN = ("da", "en")
# The language of what a plugin's language, or an unknown one, has no words for.
FALLBACK = "en"
# These, and the languages of loaded plugins.
SUPPORTED = plugins.Codes(BUILT_IN)
# What a language is called that nobody can tell.
UNKNOWN = "und"


def own_locale() -> str:
    """Return the language of the user's system, where it is one of ours: “da_DK.UTF-8” is Danish, “dav_KE” (Taita) is not."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            code = re.split("[_.@]", os.environ[name])[0]
            return code if code in BUILT_IN else FALLBACK
    return FALLBACK


@cache
def get(code: str) -> Language:
    """Return a supported language by its ISO 639-1 code; KeyError for others."""
    if code in BUILT_IN:
        found: Language = part(code, "words").LANGUAGE
    else:
        found = plugins.imported(plugins.added("language")[code])
    return found


def of(table: Mapping[str, Entry], code: str) -> Entry:
    """Return a language's entry of a table of the program; the English one where a plugin's language has none."""
    return table[code] if code in table else table[FALLBACK]


@cache
def _said(code: str) -> tuple[Messages, Writing]:
    """Return a language's messages, and how it is written."""
    module = part(code, "messages")
    messages: Messages = module.MESSAGES
    writing: Writing = module.WRITING
    if code not in plugins.added("language"):
        return messages, writing
    language = get(code)
    return {group: {**texts, **language.messages.get(group, {})} for group, texts in messages.items()}, language.writing or writing


def messages(group: str, locale: str | None) -> Mapping[str, str]:
    """Return the program's texts of a group, by key, in a language; in English where that language has none."""
    return _said(locale or FALLBACK)[0][group]


def writing(locale: str | None) -> Writing:
    """Return how a language is written."""
    return _said(locale or FALLBACK)[1]


def part(code: str, name: str) -> ModuleType:
    """Return a module of a language's package; the English one where a plugin's language is meant."""
    return import_module(f"advocacy_lint.languages.{code if code in BUILT_IN else FALLBACK}.{name}")


def editing(code: str) -> Editing:
    """Return what an editor knows of a language."""
    found: Editing = part(code, "editing").EDITING
    return found


def name_of(code: str, locale: str | None) -> str:
    """Return what a language is called: in the reader's, or as it calls itself where a plugin brings it."""
    spoken = plugins.spoken()
    return messages("languages", locale).get(code) or (spoken[code].name if code in spoken else code)


# What a column is called, in part, that holds a post in one of several languages.
_COLUMNS = {
    **dict.fromkeys("da dk dan dansk danish danske".split(), "da"),
    **dict.fromkeys("en eng uk us gb engelsk english engelske".split(), "en"),
}


def of_column(word: str) -> str | None:
    """Return the language that a word of a column's name stands for: “DK” is Danish."""
    return _COLUMNS.get(word)


def read_as(code: str) -> str:
    """Return the code under which a language is known: a plugin's may be read as several (``no`` as ``nb``)."""
    return next((known for known, each in plugins.spoken().items() if code in each.also), code)


_CODES = {
    "da": "da", "dansk": "da", "danish": "da", "da-dk": "da", "da_dk": "da",
    "en": "en", "english": "en", "engelsk": "en", "en-gb": "en", "en-us": "en", "en_gb": "en", "en_us": "en",
    "no": "no", "nb": "no", "nn": "no", "norsk": "no", "norwegian": "no", "sv": "sv", "svensk": "sv", "swedish": "sv",
    "de": "de", "tysk": "de", "german": "de", "deutsch": "de",
}  # fmt: skip


def code_of(name: str) -> str | None:
    """Return the ISO 639-1 code of a language named by code or in Danish, English or itself; None for an empty name."""
    cleaned = name.strip().casefold()
    if not cleaned:
        return None
    short = cleaned.replace("_", "-").split("-")[0]
    return read_as(_CODES.get(cleaned) or _CODES.get(short) or (short if len(short) == 2 and short.isalpha() else UNKNOWN))


__all__ = [
    "BUILT_IN", "FALLBACK", "SUPPORTED", "UNKNOWN", "Editing", "Language", "Messages", "Writing",
    "code_of", "editing", "get", "messages", "name_of", "of", "of_column", "own_locale", "part", "read_as", "writing",
]  # fmt: skip
