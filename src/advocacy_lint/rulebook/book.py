"""The rules of a run: the built-in pack, a team's own folders over it, and what the configuration says of levels."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from advocacy_lint.errors import RuleError
from advocacy_lint.model import Rule, Signal
from advocacy_lint.packs import builtin_folder
from advocacy_lint.rulebook import book_cache

if TYPE_CHECKING:
    from advocacy_lint.rulebook.files import RuleFile

# Read by commands of their own, not applied to a single post.
NOT_FOR_POSTS = ("portfolio", "programme")


class RuleBook(Struct, frozen=True):
    """Rules and signals for one language."""

    language: str
    rules: tuple[Rule, ...]
    signals: Mapping[str, Signal]
    folders: tuple[str, ...] = ()
    fitted: Mapping[str, Any] = field(default_factory=dict)  # the pack's own weights file, as data
    kept: book_cache.Kept | None = None  # where the book is cached

    def keep(self, *, learned: bool = False) -> None:
        """Write the book to the cache where it is not there, or something was `learned` of its phrases since."""
        if self.kept and self.kept.path and (self.kept.new or learned):
            book_cache.write(self.kept)

    def get(self, rule_id: str) -> Rule:
        """Return a rule by its id; RuleError with the nearest id where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        from advocacy_lint import structure

        raise RuleError(f"no rule “{rule_id}”", hint=structure.nearest(rule_id, [rule.id for rule in self.rules]))


def load(
    language: str,
    own: Sequence[str] = (),
    levels: Mapping[str, str] | None = None,
    *,
    with_examples: bool = False,
    groups: Iterable[str] = (),
    builtin: bool = True,
) -> RuleBook:
    """Return the rules for a language.

    `own` are folders of a team's own rules; `levels` maps ids or id prefixes to a level or ``off``.
    Rules for portfolios and programmes are left out unless named in `groups`.
    Raises RuleError for any file that is wrong.
    """
    folders = [*([builtin_folder()] if builtin else []), *own]
    for folder in own:
        if not os.path.isdir(folder):
            raise RuleError("no such folder of rules", folder)
    wanted = frozenset(groups)
    kept = None if with_examples else book_cache.place(folders, language, wanted)
    if kept is None or not book_cache.read(kept):
        rules, signals, fitted = _read(language, folders, builtin, with_examples, wanted)
        kept = kept or book_cache.Kept("", "")
        kept.rules, kept.signals, kept.fitted = rules, signals, fitted
    return RuleBook(language, tuple(_at_levels(kept.rules, levels or {})), kept.signals, tuple(folders), kept.fitted, kept)


def ids(folders: Iterable[str]) -> set[str]:
    """Return the ids of all rules of some folders, by the names of their files."""
    found: set[str] = set()
    for folder in folders:
        for top, below, names in os.walk(folder):
            inside = os.path.relpath(top, folder).replace(os.sep, "/")
            if inside == ".":
                below[:] = [name for name in below if name not in ("forms", "channels", "weights", "signals")]
                continue
            found.update(f"{inside}/{name.removesuffix('.yml')}" for name in names if name.endswith(".yml"))
    return found


def _at_levels(rules: Sequence[Rule], levels: Mapping[str, str]) -> Iterable[Rule]:
    """Yield the rules that are on, each at its configured level."""
    for rule in rules:
        level = level_of(rule.id, levels) if levels else None
        if (level or rule.level) != "off":
            yield replace(rule, level=level) if level and level != rule.level else rule


def _read(
    language: str, folders: Sequence[str], builtin: bool, with_examples: bool, groups: frozenset[str]
) -> tuple[tuple[Rule, ...], dict[str, Signal], Mapping[str, Any]]:
    """Return rules, signals and fitted weights from the YAML files."""
    from pathlib import Path

    from advocacy_lint.rulebook import pack_cache

    files: dict[str, RuleFile] = {}
    fitted: Mapping[str, Any] = {}
    for number, folder in enumerate(folders):
        pack = pack_cache.read(Path(folder), with_examples)
        if builtin and number == 0:
            fitted = pack.weights
        for file in pack.files:
            files[file.id] = file if builtin and number == 0 else _layered(file, files)
    rules, signals = _build(language, files, with_examples, groups)
    return rules, signals, fitted


def _layered(file: RuleFile, files: Mapping[str, RuleFile]) -> RuleFile:
    """Return an own file, laid over the built-in one of the same id where it says so."""
    from advocacy_lint import structure
    from advocacy_lint.rulebook.files import RuleFile

    below = files.get(file.id)
    extends = isinstance(file.data, Mapping) and file.data.get("extend") is True
    if below is None:
        if extends:
            raise file.fail(f"nothing to extend: no rule “{file.id}”", ("extend",), structure.nearest(file.id, list(files)))
        return file
    if not extends:
        raise file.fail(f"duplicate id “{file.id}”, already in {below.path}", (), "add extend: true to change that rule")
    return RuleFile(file.id, file.path, _merged(below.data, file.data), file.lines)


def _merged(below: Any, above: Any) -> Any:
    """Return data laid over data: keys merge, lists of texts grow, everything else is replaced."""
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return {
            key: _merged(below[key], above[key]) if key in below and key in above else (above if key in above else below)[key]
            for key in {**below, **above}
        }
    if isinstance(below, list) and isinstance(above, list):
        return [*below, *(item for item in above if item not in below)]
    return above


def _build(
    language: str, files: Mapping[str, RuleFile], with_examples: bool, groups: frozenset[str]
) -> tuple[tuple[Rule, ...], dict[str, Signal]]:
    from advocacy_lint.rulebook.files import SIGNALS, read_rule, read_signal

    signals: dict[str, Signal] = {}
    rules: list[Rule] = []
    for identity, file in files.items():
        group = identity.partition("/")[0]
        if group == SIGNALS:
            signal = read_signal(file, language)
            signals[signal.name] = signal
        elif (group in NOT_FOR_POSTS) == bool(groups) and (not groups or group in groups):
            rule = read_rule(file, language, with_examples)
            if rule is not None:
                rules.append(rule)
    for rule in rules:
        _check_signals(rule, signals)
    return tuple(rules), signals


def level_of(identity: str, levels: Mapping[str, str]) -> str | None:
    """Return the configured level of a rule: the longest id prefix wins; a strength can only be switched off."""
    best = max((prefix for prefix in levels if identity == prefix or identity.startswith(prefix.rstrip("/") + "/")), key=len, default=None)
    return levels[best] if best is not None else None


def _check_signals(rule: Rule, signals: Mapping[str, Signal]) -> None:
    from advocacy_lint import structure
    from advocacy_lint.checks.computed import COMPUTED

    for name in signal_names(rule.params):
        if name.startswith("@"):
            if name not in COMPUTED:
                raise RuleError(f"unknown computed signal “{name}”", rule.path, rule.line, structure.nearest(name, list(COMPUTED)))
        elif name not in signals:
            raise RuleError(f"unknown signal “{name}”", rule.path, rule.line, structure.nearest(name, list(signals)))


def signal_names(params: Any) -> Iterable[str]:
    """Yield the names of all signals that a rule's parameters mention."""
    for name in params.__struct_fields__:
        value = getattr(params, name)
        yield from value if name == "signals" else getattr(value, "signals", ())
