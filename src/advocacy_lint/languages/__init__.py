"""Languages the linter knows: one `Language` value in a module each, loaded when a post needs it."""

from __future__ import annotations

from advocacy_lint.languages.base import Language

SUPPORTED = ("da", "en")
NAMES = {"da": "dansk", "en": "English"}
_loaded: dict[str, Language] = {}


def get(code: str) -> Language:
    """Return a supported language by its ISO 639-1 code; KeyError for others."""
    language = _loaded.get(code)
    if language is None:
        if code == "da":
            from advocacy_lint.languages.da import DANISH as language
        elif code == "en":
            from advocacy_lint.languages.en import ENGLISH as language
        else:
            raise KeyError(code)
        _loaded[code] = language
    return language


__all__ = ["NAMES", "SUPPORTED", "Language", "get"]
