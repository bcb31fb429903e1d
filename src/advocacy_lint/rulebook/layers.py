"""Folders of rules laid over each other: the built-in pack first, a team's own over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from advocacy_lint.errors import RuleError
from advocacy_lint.files import structure
from advocacy_lint.model import Rule, Signal
from advocacy_lint.rulebook.files import SIGNALS, RuleFile, read_pack, read_rule, read_signal, read_text

# Read by commands of their own, not applied to a single post.
NOT_FOR_POSTS = ("portfolio", "programme")
WEIGHTS = "data/weights/builtin.yml"


def layered(folders: Iterable[str], builtin: bool) -> dict[str, RuleFile]:
    """Return the rule and signal files of folders by their ids; `builtin`: the first folder is the pack that others may extend."""
    found: dict[str, RuleFile] = {}
    for number, folder in enumerate(folders):
        for file in read_pack(Path(folder)):
            found[file.id] = file if builtin and number == 0 else _over(file, found)
    return found


def _over(file: RuleFile, below: Mapping[str, RuleFile]) -> RuleFile:
    """Return an own file, laid over the one of the same id where it says so."""
    extended = below.get(file.id)
    extends = isinstance(file.data, Mapping) and file.data.get("extend") is True
    if extended is None:
        if extends:
            raise file.fail(f"nothing to extend: no rule “{file.id}”", ("extend",), structure.nearest(file.id, list(below)))
        return file
    if not extends:
        raise file.fail(f"duplicate id “{file.id}”, already in {extended.path}", (), "add extend: true to change that rule")
    return RuleFile(file.id, file.path, _merged(extended.data, file.data), file.lines)


def _merged(below: object, above: object) -> object:
    """Return data laid over data: keys merge, lists of texts grow, everything else is replaced."""
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return {
            key: _merged(below[key], above[key]) if key in below and key in above else (above if key in above else below)[key]
            for key in {**below, **above}
        }
    if isinstance(below, list) and isinstance(above, list):
        return [*below, *(item for item in above if item not in below)]
    return above


def rules_of(
    files: Mapping[str, RuleFile], language: str, with_examples: bool, groups: frozenset[str]
) -> tuple[tuple[Rule, ...], dict[str, Signal]]:
    """Return the rules of some groups (none named: of posts), and all signals; RuleError for a file that is wrong."""
    signals: dict[str, Signal] = {}
    rules: list[Rule] = []
    for identity, file in files.items():
        group = identity.partition("/")[0]
        if identity.startswith(SIGNALS):
            signal = read_signal(file, language)
            signals[signal.name] = signal
        elif (group in NOT_FOR_POSTS) == bool(groups) and (not groups or group in groups):
            rule = read_rule(file, language, with_examples)
            if rule is not None:
                rules.append(rule)
    for rule in rules:
        _check_signals(rule, signals)
    return tuple(rules), signals


def weights_of(folder: str, files: Mapping[str, RuleFile]) -> Mapping[str, object]:
    """Return the data of the weights that a pack brings, with what rule files say of a weight instead; empty where it brings none."""
    weights = _weights_of(Path(folder) / WEIGHTS)
    fitted = weights.get("rules")
    if not isinstance(fitted, Mapping):
        return weights
    said = {name: file.data["weight"] for name, file in files.items() if isinstance(file.data, Mapping) and "weight" in file.data}
    return {**weights, "rules": {name: said.get(name, weight) for name, weight in fitted.items()}}


def _weights_of(path: Path) -> Mapping[str, object]:
    if not path.is_file():
        return {}
    from advocacy_lint.files import safe_yaml

    data = safe_yaml.load(read_text(path), str(path))
    return data if isinstance(data, Mapping) else {}


def _check_signals(rule: Rule, signals: Mapping[str, Signal]) -> None:
    from advocacy_lint.checks.computed import COMPUTED

    for name in (*signal_names(rule.params), *(name for case in rule.cases.values() for name in case.signals)):
        if name.startswith("@"):
            if name not in COMPUTED:
                raise RuleError(f"unknown computed signal “{name}”", rule.path, rule.line, structure.nearest(name, list(COMPUTED)))
        elif name not in signals:
            raise RuleError(f"unknown signal “{name}”", rule.path, rule.line, structure.nearest(name, list(signals)))


def signal_names(params: Struct) -> Iterable[str]:
    """Yield the names of all signals that a rule's parameters mention."""
    for name in params.__struct_fields__:
        value = getattr(params, name)
        yield from value if name == "signals" else getattr(value, "signals", ())
