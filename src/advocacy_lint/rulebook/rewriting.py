"""The keys by which a rule says what to put in a finding's place: `replace`, `cut`, `frame`, or why nothing (`rewrite: {none: …}`).

``frame`` is a text with brackets for what only the author knows (“[one name], who [did what?]”), a list of such, of which the first is
taken whose slots can be filled, or either by phrase (``*``: any). One that ends like a sentence stands for the whole sentence, any
other for the words. Slots: {match}, {noun}, {rest}, and the token classes {money}, {percent}, {number}, {year}, {name}, {org}, {url}.
``cut`` is ``words`` or ``sentence``, or one of these by phrase.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from advocacy_lint.files import structure
from advocacy_lint.model import ANY
from advocacy_lint.rulebook.format import SectionFormat

CUTS = ("words", "sentence")
SLOTS = ("match", "noun", "rest", "money", "percent", "number", "year", "name", "org", "url")
BRACKET = re.compile(r"\[[^\[\]]{2,}\]")
_SLOT = re.compile(r"\{([^{}]*)\}")
_TEXT: structure.Schema = {"type": "string"}
_TEXTS: structure.Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_CUT: structure.Schema = {"enum": list(CUTS)}
# What these keys may hold, for the JSON Schema.
SCHEMAS: Mapping[str, structure.Schema] = {
    "frame": {"anyOf": [*_TEXTS["anyOf"], {"type": "object", "additionalProperties": _TEXTS}]},
    "cut": {"anyOf": [_CUT, {"type": "object", "additionalProperties": _CUT}]},
}


def replacements(section: SectionFormat, fail: structure.Fail) -> dict[str, tuple[str, ...]]:
    """Return the literal replacements of a section, by phrase; RuleError for what is no text."""
    found = {}
    for phrase, value in section.replace.items():
        found[phrase] = _texts(value, "replacement", fail, ("replace", phrase))
    return found


def frames(section: SectionFormat, fail: structure.Fail) -> dict[str, tuple[str, ...]]:
    """Return the frames of a section, by phrase; RuleError for one without brackets, or with a slot that there is none of."""
    by_phrase = section.frame if isinstance(section.frame, Mapping) else {} if section.frame is None else {ANY: section.frame}
    found = {}
    for phrase, value in by_phrase.items():
        where = ("frame", phrase) if isinstance(section.frame, Mapping) else ("frame",)
        found[str(phrase)] = _texts(value, "frame", fail, where)
        for text in found[str(phrase)]:
            _check(text, fail, where)
    return found


def cuts(section: SectionFormat, fail: structure.Fail) -> dict[str, str]:
    """Return what goes, by phrase; RuleError for anything but ``words`` and ``sentence``."""
    by_phrase = section.cut if isinstance(section.cut, Mapping) else {} if section.cut is None else {ANY: section.cut}
    for phrase, value in by_phrase.items():
        if value not in CUTS:
            where = ("cut", phrase) if isinstance(section.cut, Mapping) else ("cut",)
            raise fail(f"unknown cut “{structure.short(value)}”", where, structure.nearest(str(value), list(CUTS)))
    return {str(phrase): str(value) for phrase, value in by_phrase.items()}


def _texts(value: object, what: str, fail: structure.Fail, where: structure.Path) -> tuple[str, ...]:
    values = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(each, str) for each in values):
        raise fail(f"a {what} is text, or a list of texts", where, None)
    return tuple(values)


def _check(text: str, fail: structure.Fail, where: structure.Path) -> None:
    if not BRACKET.search(text):
        raise fail("a frame has brackets for what only the author knows", where, "like this: “[one name], who [did what?]”")
    for slot in _SLOT.findall(text):
        if slot not in SLOTS:
            raise fail(f"unknown slot “{{{structure.short(slot)}}}” in a frame", where, structure.nearest(slot, list(SLOTS)))


__all__ = ["BRACKET", "CUTS", "SCHEMAS", "SLOTS", "cuts", "frames", "replacements"]
