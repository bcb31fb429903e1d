"""YAML to rules: packs, validation with file and line, overrides, and the JSON Schema of the format."""

from __future__ import annotations

from advocacy_lint.rulebook.book import RuleBook, builtin_pack, load
from advocacy_lint.rulebook.files import RuleFile, read_pack, read_rule
from advocacy_lint.rulebook.schema import rule_schema

__all__ = ["RuleBook", "RuleFile", "builtin_pack", "load", "read_pack", "read_rule", "rule_schema"]
