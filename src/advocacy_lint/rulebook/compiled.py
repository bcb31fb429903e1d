"""Rules compiled: read, validated, with all their phrases in one trie; kept in one file, so that a run need not read any YAML.

The file lies in the user's cache folder and is made when it is first needed. Its head holds a hash of every rule file's path, size and
modification time, and a check sum: one that does not fit, is damaged, or cannot be read or written, is left aside.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from msgspec import MsgspecError, Raw, Struct, msgpack
from msgspec.structs import replace

from advocacy_lint import plugins
from advocacy_lint.checks import KINDS
from advocacy_lint.checks.base import Setup
from advocacy_lint.checks.cases import Cases
from advocacy_lint.checks.phrases import Phrases
from advocacy_lint.checks.wording import Table, shipped
from advocacy_lint.files.cache_folder import cache_folder
from advocacy_lint.files.digests import blake2b
from advocacy_lint.files.packs import stamp
from advocacy_lint.languages import forms
from advocacy_lint.languages.forms import Forms
from advocacy_lint.model import Rule, Signal

_KEY, _SUM = 16, 4


class Compiled(Struct, frozen=True):
    """The rules of some folders in one language, at the levels that their files say.

    `weights` (as data) and `wording` are those of the built-in pack.
    """

    rules: tuple[Rule, ...]
    signals: Mapping[str, Signal]
    weights: Mapping[str, object]
    phrases: Phrases
    wording: Table | None


class _Kept(Struct, frozen=True, array_like=True):
    """What is written: rules without their parameters, and these beside, each as its check kind has them."""

    rules: tuple[Rule, ...]
    params: tuple[Raw, ...]
    signals: dict[str, Signal]
    weights: dict[str, object]
    phrases: Phrases
    wording: Table | None  # read from here in a third of the time that its lines take


def compiled(folders: Sequence[str], language: str, groups: frozenset[str], builtin: bool) -> Compiled:
    """Return the rules of folders, from the file where they are kept if it fits; RuleError for a rule file that is wrong."""
    store = cache_folder()
    if store is None:
        return _compile(folders, language, groups, builtin)
    named = "\n".join((language, plugins.stamp(), *map(os.path.abspath, folders), ",".join(sorted(groups))))
    path = f"{store}/rules-{language}-{crc32(named.encode('utf-8', 'surrogatepass')):08x}.msgpack"
    key = blake2b(stamp(folders, named).encode("utf-8", "surrogatepass"), digest_size=_KEY).digest()
    found = _read(path, key)
    if found is None:
        found = _compile(folders, language, groups, builtin)
        _write(path, key, found)
    return found


def phrases_of(rules: Iterable[Rule], signals: Mapping[str, Signal], known: Forms) -> Phrases:
    """Return the phrases of rules and signals, compiled; RuleError where one is wrong."""
    from advocacy_lint.checks.phrase_lists import PhraseLists

    lists = PhraseLists(known.forms)
    setup = Setup(lists, signals, nlp="")  # as if there were a pipeline: rules that need one declare too
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        by_kind.setdefault(rule.kind, []).append(rule)
    for kind, mine in by_kind.items():
        KINDS[kind](mine, setup)
        Cases(mine, setup)
    return lists.compiled()


def _compile(folders: Sequence[str], language: str, groups: frozenset[str], builtin: bool) -> Compiled:
    from advocacy_lint.rulebook import layers

    files = layers.layered(folders, builtin)
    weights = layers.weights_of(folders[0], files) if builtin else {}
    rules, signals = layers.rules_of(files, language, False, groups)
    phrases = Phrases() if groups else phrases_of(rules, signals, forms.load(language, folders[1:] if builtin else folders))
    return Compiled(rules, signals, weights, phrases, shipped(language) if builtin and not groups else None)


def _read(path: str, key: bytes) -> Compiled | None:
    """Return what is kept under a key; None where there is nothing, something else, or something that is damaged."""
    try:
        with open(path, "rb") as file:
            written = file.read()
        data = memoryview(written)[_KEY + _SUM :]
        if written[:_KEY] != key or written[_KEY : _KEY + _SUM] != _sum(data):
            return None
        kept = msgpack.decode(data, type=_Kept)
        each = zip(kept.rules, kept.params, strict=True)
        rules = [replace(rule, params=msgpack.decode(params, type=KINDS[rule.kind].Params)) for rule, params in each]
        return Compiled(tuple(rules), kept.signals, kept.weights, kept.phrases, kept.wording)
    except (OSError, MsgspecError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _write(path: str, key: bytes, found: Compiled) -> None:
    """Keep compiled rules; what msgpack cannot hold (dates in a weights file) is not kept."""
    from pathlib import Path

    from advocacy_lint.files.cache_folder import write_quietly

    try:
        params = tuple(Raw(msgpack.encode(rule.params)) for rule in found.rules)
        rules = tuple(replace(rule, params=None) for rule in found.rules)
        written = msgpack.encode(_Kept(rules, params, dict(found.signals), dict(found.weights), found.phrases, found.wording))
    except (MsgspecError, TypeError, ValueError, RecursionError):
        return
    write_quietly(Path(path), key + _sum(written) + written)


def _sum(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")
