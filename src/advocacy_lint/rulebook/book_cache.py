"""The rules of a language as they are once read and validated, kept as JSON: a run that finds them builds no types from YAML.

The key holds every file's path, size and modification time. Values are written with their kinds (tuples, cues), so that what comes
back equals what was kept; a cache that does not fit, or cannot be read or written, is left aside.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any
from zlib import crc32

from msgspec import MsgspecError, Struct, field, json

from advocacy_lint.checks import KINDS
from advocacy_lint.checks.base import Cues
from advocacy_lint.checks.trie_cache import Place
from advocacy_lint.model import Evidence, Rule, Signal, Texts
from advocacy_lint.packs import stamp

_CHECKS = "advocacy_lint.checks."


class Kept(Struct):
    """Where a book is kept, under which key, and what stands there: rules before any configuration, and how phrases begin."""

    path: str
    key: str
    rules: tuple[Rule, ...] = ()
    signals: dict[str, Signal] = field(default_factory=dict)
    fitted: Mapping[str, Any] = field(default_factory=dict)
    begins: dict[str, list[str]] = field(default_factory=dict)
    new: bool = True

    @property
    def phrases(self) -> Place | None:
        """Where all phrases of the book's rules are kept, taken apart."""
        return Place(f"{self.path.removesuffix('.json')}-phrases.msgpack", self.key) if self.path else None


def place(folders: Iterable[str], language: str, groups: Iterable[str]) -> Kept | None:
    """Return where the book of these folders is kept; None where caching is off."""
    from advocacy_lint.cachedir import cache_folder

    store = cache_folder()
    if store is None:
        return None
    named = "\n".join(map(os.path.abspath, folders)) + "\n" + ",".join(sorted(groups))
    return Kept(f"{store}/book-{language}-{crc32(named.encode('utf-8', 'surrogatepass')):08x}.json", stamp(folders, f"{language}\n{named}"))


def read(kept: Kept) -> bool:
    """Fill in what is kept; say whether it was there and fits."""
    try:
        with open(kept.path, "rb") as file:
            data = json.decode(file.read())
        if data["key"] != kept.key:
            return False
        kept.rules = tuple(map(_rule, data["rules"]))
        kept.signals = {item[0]: Signal(item[0], tuple(item[1]), item[2], item[3]) for item in data["signals"]}
        kept.fitted = data["fitted"]
        kept.begins = data["begins"]
        kept.new = False
    except (OSError, MsgspecError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False
    return True


def write(kept: Kept) -> None:
    """Keep a book; what cannot be written as JSON is not kept."""
    from pathlib import Path

    from advocacy_lint.cachedir import write_quietly

    try:
        data = {
            "key": kept.key,
            "rules": [_plain(rule) for rule in kept.rules],
            "signals": [[each.name, each.phrases, each.path, each.about] for each in kept.signals.values()],
            "fitted": kept.fitted,
            "begins": kept.begins,
        }
        text = json.encode(data)
        if tuple(map(_rule, json.decode(text)["rules"])) != kept.rules:
            return  # something that JSON does not give back as it was
        write_quietly(Path(kept.path), text)
    except (MsgspecError, TypeError, ValueError):
        return
    kept.new = False


def _plain(rule: Rule) -> list[Any]:
    evidence = rule.evidence
    return [
        [rule.id, rule.kind, rule.level, rule.weight],
        [evidence.tier, evidence.source, evidence.reviewed, evidence.effective_from, evidence.note],
        [rule.language, {locale: [each.message, each.why, each.suggest, each.ask] for locale, each in rule.texts.items()}],
        _params(rule.params),
        [rule.applies_to, rule.shadows, rule.unsafe, rule.path, rule.line],
        {phrase: list(others) for phrase, others in rule.replace.items()},
    ]


def _rule(data: list[Any]) -> Rule:
    head, evidence, (language, texts), params, tail, replace = data
    identity, kind, level, weight = head
    return Rule(
        identity,
        kind,
        level,
        weight,
        Evidence(*evidence),
        language,
        {locale: Texts(each[0], each[1], each[2], tuple(each[3])) for locale, each in texts.items()},
        KINDS[kind].Params(**{name: _value(value) for name, value in params.items()}),
        tail[0],
        tuple(tail[1]),
        {phrase: tuple(others) for phrase, others in replace.items()},
        tail[2],
        (),
        tail[3],
        tail[4],
    )


def _params(params: Any) -> dict[str, Any]:
    """Return the parameters that are not the kind's defaults."""
    usual = type(params)()
    return {name: _written(getattr(params, name)) for name in params.__struct_fields__ if getattr(params, name) != getattr(usual, name)}


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if type(value) is Cues:
        return {"cues": [value.phrases, value.signals]}
    if type(value).__module__.startswith(_CHECKS):
        return {"made": [type(value).__module__.removeprefix(_CHECKS), type(value).__name__, _params(value)]}
    if isinstance(value, Mapping):
        return {"map": {key: _written(item) for key, item in value.items()}}
    if isinstance(value, list):
        return {"list": [_written(item) for item in value]}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(type(value))


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value) if not value or isinstance(value[0], str) else tuple(map(_value, value))
    if isinstance(value, dict):
        ((kind, inner),) = value.items()
        if kind == "cues":
            return Cues(tuple(inner[0]), tuple(inner[1]))
        if kind == "made":
            cls = getattr(import_module(_CHECKS + inner[0]), inner[1])
            return cls(**{name: _value(item) for name, item in inner[2].items()})
        return [_value(item) for item in inner] if kind == "list" else {key: _value(item) for key, item in inner.items()}
    return value
