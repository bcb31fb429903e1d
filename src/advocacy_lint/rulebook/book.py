"""The rules of a run: the built-in pack, a team's own folders over it, and what the configuration says of levels."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from advocacy_lint.checks.phrases import Phrases
from advocacy_lint.checks.wording import Table
from advocacy_lint.errors import RuleError
from advocacy_lint.files.packs import NOT_RULES, builtin_folder, is_rule_file
from advocacy_lint.model import Rule, Signal
from advocacy_lint.rulebook import compiled


class RuleBook(Struct, frozen=True):
    """Rules and signals for one language.

    `phrases` are those of all of them, compiled (None: not yet); `wording` is what words weigh (None: what ships).
    """

    language: str
    rules: tuple[Rule, ...]
    signals: Mapping[str, Signal]
    folders: tuple[str, ...] = ()
    fitted: Mapping[str, object] = field(default_factory=dict)  # the pack's own weights file, as data
    phrases: Phrases | None = None
    wording: Table | None = None

    def get(self, rule_id: str) -> Rule:
        """Return a rule by its id; RuleError with the nearest id where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        from advocacy_lint.files import structure

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
    if with_examples:
        from advocacy_lint.rulebook import layers

        files = layers.layered(folders, builtin)
        weights = layers.weights_of(folders[0], files) if builtin else {}
        rules, signals = layers.rules_of(files, language, True, wanted)
        return RuleBook(language, tuple(_at_levels(rules, levels or {})), signals, tuple(folders), weights)
    found = compiled.compiled(folders, language, wanted, builtin)
    return RuleBook(
        language, tuple(_at_levels(found.rules, levels or {})), found.signals, tuple(folders), found.weights, found.phrases, found.wording
    )


def ids(folders: Iterable[str]) -> set[str]:
    """Return the ids of all rules of some folders, by the names of their files."""
    found: set[str] = set()
    for folder in folders:
        for top, below, names in os.walk(folder):
            inside = os.path.relpath(top, folder).replace(os.sep, "/")
            if inside == ".":
                below[:] = [name for name in below if name not in NOT_RULES]
                continue
            found.update(f"{inside}/{os.path.splitext(name)[0]}" for name in names if is_rule_file(name))
    return found


def level_of(identity: str, levels: Mapping[str, str]) -> str | None:
    """Return the configured level of a rule: the longest id prefix wins; a strength can only be switched off."""
    best = max((prefix for prefix in levels if identity == prefix or identity.startswith(prefix.rstrip("/") + "/")), key=len, default=None)
    return levels[best] if best is not None else None


def _at_levels(rules: Sequence[Rule], levels: Mapping[str, str]) -> Iterable[Rule]:
    """Yield the rules that are on, each at its configured level."""
    for rule in rules:
        level = level_of(rule.id, levels) if levels else None
        if (level or rule.level) != "off":
            yield replace(rule, level=level) if level and level != rule.level else rule
