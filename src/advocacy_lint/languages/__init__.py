"""Languages the linter knows: one `Language` value in a module each, loaded when a post needs it."""

from __future__ import annotations

from importlib import import_module

from advocacy_lint.languages.base import Language

SUPPORTED = ("da", "en")
# What a language is called that nobody can tell.
UNKNOWN = "und"
NAMES = {"da": "dansk", "en": "English"}
_loaded: dict[str, Language] = {}


def get(code: str) -> Language:
    """Return a supported language by its ISO 639-1 code; KeyError for others."""
    if code not in _loaded:
        if code not in SUPPORTED:
            raise KeyError(code)
        module = import_module(f"advocacy_lint.languages.{code}")
        _loaded[code] = module.LANGUAGE
    return _loaded[code]


__all__ = ["NAMES", "SUPPORTED", "UNKNOWN", "Language", "get"]
