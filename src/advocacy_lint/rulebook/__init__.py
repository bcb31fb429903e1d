"""YAML to rules: packs, validation with file and line, overrides, and the JSON Schema of the format.

Readers of YAML and types are imported when they are needed: a run with warm caches needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from advocacy_lint.files.packs import builtin_folder
from advocacy_lint.rulebook.book import RuleBook, ids, load

if TYPE_CHECKING:
    from pathlib import Path

    from advocacy_lint.rulebook.files import RuleFile, read_pack, read_rule
    from advocacy_lint.rulebook.schema import rule_schema

__all__ = ["RuleBook", "RuleFile", "builtin_pack", "ids", "load", "read_pack", "read_rule", "rule_schema"]


def builtin_pack() -> Path:
    """Return the folder of the built-in rules."""
    from pathlib import Path

    return Path(builtin_folder())


def __getattr__(name: str) -> object:
    if name == "rule_schema":
        from advocacy_lint.rulebook.schema import rule_schema

        return rule_schema
    if name in ("RuleFile", "read_pack", "read_rule"):
        from advocacy_lint.rulebook import files

        return getattr(files, name)
    raise AttributeError(name)
