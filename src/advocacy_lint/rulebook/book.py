"""The rules of a run: the built-in pack, a team's own folders over it, and what the configuration says of levels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from advocacy_lint import structure
from advocacy_lint.checks.computed import COMPUTED
from advocacy_lint.errors import RuleError
from advocacy_lint.model import Rule, Signal
from advocacy_lint.rulebook import pack_cache
from advocacy_lint.rulebook.files import SIGNALS, RuleFile, read_rule, read_signal

# Read by commands of their own, not applied to a single post.
NOT_FOR_POSTS = ("portfolio", "programme")


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Rules and signals for one language."""

    language: str
    rules: tuple[Rule, ...]
    signals: Mapping[str, Signal]
    folders: tuple[str, ...] = ()
    fitted: Mapping[str, Any] = field(default_factory=dict)  # the pack's own weights file, as data

    def get(self, rule_id: str) -> Rule:
        """Return a rule by its id; RuleError with the nearest id where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise RuleError(f"no rule “{rule_id}”", hint=structure.nearest(rule_id, [rule.id for rule in self.rules]))


def builtin_pack() -> Path:
    """Return the folder of the built-in rules: inside the wheel, or at the top of a checkout."""
    inside = Path(__file__).parent.parent / "_rules"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "rules"


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
    files: dict[str, RuleFile] = {}
    folders = [builtin_pack()] if builtin else []
    fitted: Mapping[str, Any] = {}
    for folder in folders:
        pack = pack_cache.read(folder, with_examples)
        fitted = pack.weights
        files.update((file.id, file) for file in pack.files)
    for folder in map(Path, own):
        if not folder.is_dir():
            raise RuleError("no such folder of rules", str(folder))
        for file in pack_cache.read(folder, with_examples).files:
            files[file.id] = _layered(file, files)
    return _build(language, files, levels or {}, fitted, with_examples, frozenset(groups), tuple(map(str, (*folders, *own))))


def _layered(file: RuleFile, files: Mapping[str, RuleFile]) -> RuleFile:
    """Return an own file, laid over the built-in one of the same id where it says so."""
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
    language: str,
    files: Mapping[str, RuleFile],
    levels: Mapping[str, str],
    fitted: Mapping[str, Any],
    with_examples: bool,
    groups: frozenset[str],
    folders: tuple[str, ...],
) -> RuleBook:
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
                level = level_of(identity, levels) or rule.level
                if level != "off":
                    rules.append(replace(rule, level=level) if level != rule.level else rule)
    for rule in rules:
        _check_signals(rule, signals)
    return RuleBook(language, tuple(rules), signals, folders, fitted)


def level_of(identity: str, levels: Mapping[str, str]) -> str | None:
    """Return the configured level of a rule: the longest id prefix wins; a strength can only be switched off."""
    best = max((prefix for prefix in levels if identity == prefix or identity.startswith(prefix.rstrip("/") + "/")), key=len, default=None)
    return levels[best] if best is not None else None


def _check_signals(rule: Rule, signals: Mapping[str, Signal]) -> None:
    for name in signal_names(rule.params):
        if name.startswith("@"):
            if name not in COMPUTED:
                raise RuleError(f"unknown computed signal “{name}”", rule.path, rule.line, structure.nearest(name, list(COMPUTED)))
        elif name not in signals:
            raise RuleError(f"unknown signal “{name}”", rule.path, rule.line, structure.nearest(name, list(signals)))


def signal_names(params: Any) -> Iterable[str]:
    """Yield the names of all signals that a rule's parameters mention."""
    for base in type(params).__mro__:
        for name in getattr(base, "__slots__", ()):
            value = getattr(params, name)
            yield from value if name == "signals" else getattr(value, "signals", ())
