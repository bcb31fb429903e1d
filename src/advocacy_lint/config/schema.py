"""The JSON Schema of configuration files, made from the Structs that hold the settings."""

from __future__ import annotations

from msgspec import NODEFAULT

from advocacy_lint.config import CHOICES, KEY_CHOICES, LIST_CHOICES, RANGES, Config
from advocacy_lint.config.about import ABOUT
from advocacy_lint.config.read import EXTENDS, OVERRIDES, PATHS, key_of
from advocacy_lint.files import structure
from advocacy_lint.version import SCHEMA_URL

_TEXTS = {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}]}


def config_schema() -> structure.Schema:
    """Return the JSON Schema (draft 2020-12) of a configuration file."""
    settings = _properties(Config, "")
    override = {
        "type": "object",
        "additionalProperties": False,
        "required": [PATHS],
        "properties": {PATHS: {"description": ABOUT[PATHS], **_TEXTS}, **settings},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URL.format("config"),
        "title": "Configuration of advocacy-lint",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            EXTENDS: {"description": ABOUT[EXTENDS], **_TEXTS},
            **settings,
            OVERRIDES: {"description": ABOUT[OVERRIDES], "type": "array", "items": override},
        },
    }


def _properties(cls: type, prefix: str) -> structure.Schema:
    hints = structure.hints_of(cls)
    found: dict[str, object] = {}
    for field in structure.fields(cls):
        if field.name == "origins":
            continue
        name, key = f"{prefix}{field.name}", f"{prefix}{key_of(field.name)}"
        inner = hints[field.name]
        if structure.is_section(inner):
            made = {"type": "object", "additionalProperties": False, "properties": _properties(inner, f"{field.name}.")}
        else:
            made = _narrowed(name, structure.schema(inner))
        if field.default is not NODEFAULT and field.default is not None:
            made["default"] = list(field.default) if isinstance(field.default, tuple) else field.default
        found[key_of(field.name)] = {"description": ABOUT[key], **made}
    return found


def _narrowed(name: str, made: dict[str, object]) -> structure.Schema:
    """Return a property's schema with the words and numbers that are allowed for it."""
    if name in CHOICES:
        return {"enum": list(CHOICES[name])}
    if name in KEY_CHOICES:
        return {**made, "propertyNames": {"enum": list(KEY_CHOICES[name])}}
    if name in RANGES:
        return {**made, "minimum": RANGES[name][0], "maximum": RANGES[name][1]}
    if name == "avoid":
        words = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
        return {"anyOf": [{"type": "array", "items": {"type": "string"}}, words]}
    if name == "audiences":
        texts = {"type": "array", "items": {"type": "string"}}
        return {"anyOf": [texts, {"type": "object", "additionalProperties": {"anyOf": [texts, {"type": "string"}, {"type": "null"}]}}]}
    if name in LIST_CHOICES:
        items = {"enum": list(LIST_CHOICES[name])}
        return {"type": "object", "additionalProperties": items} if made.get("type") == "object" else {"type": "array", "items": items}
    return made
