"""The JSON Schema of rule files, made from the loader's own types."""

from __future__ import annotations

from advocacy_lint.checks import KINDS
from advocacy_lint.files.structure import Schema, schema
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.rulebook import rewriting
from advocacy_lint.rulebook.format import ALL_LEVELS, HEARD, PARTS, SPEAKERS, TIERS, WITHIN, RuleFormat, SectionFormat
from advocacy_lint.version import SCHEMA_URL


def rule_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a rule file."""
    result = schema(RuleFormat)
    properties = result["properties"]
    properties.update({language: schema(SectionFormat) for language in SUPPORTED})
    properties["check"] = {"enum": list(KINDS)}
    properties["level"] = {"enum": list(ALL_LEVELS)}
    properties["applies_to"] = {"enum": list(SPEAKERS)}
    properties["part"] = {"enum": list(PARTS)}
    properties["heard"] = {"enum": list(HEARD)}
    properties["evidence"]["properties"]["tier"] = {"enum": list(TIERS)}
    for cases in (properties["cases"], *(properties[language]["properties"]["cases"] for language in SUPPORTED)):
        cases["additionalProperties"]["properties"]["within"] = {"enum": list(WITHIN)}
    for language in SUPPORTED:
        properties[language]["properties"].update(rewriting.SCHEMAS)
    params = {kind: schema(check.Params) for kind, check in KINDS.items()}
    result["allOf"] = [
        {
            "if": {"properties": {"check": {"const": kind}}, "required": ["check"]},
            "then": {
                "properties": {
                    "match": {"$ref": f"#/$defs/{kind}"},
                    **{language: {"properties": {"match": {"$ref": f"#/$defs/{kind}"}}} for language in SUPPORTED},
                }
            },
        }
        for kind in KINDS
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URL.format("rule"),
        "title": "A rule of advocacy-lint",
        **result,
        "$defs": params,
    }
