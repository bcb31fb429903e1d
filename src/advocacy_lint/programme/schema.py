"""The JSON Schema of programme files, made from the form's own types; editors complete and check with it."""

from __future__ import annotations

from advocacy_lint.files import structure
from advocacy_lint.languages import BUILT_IN
from advocacy_lint.programme.form import Programme
from advocacy_lint.version import SCHEMA_URL

_DESCRIPTIONS = {
    "name": "What you call the programme.",
    "language": "da or en: the language of the texts in this file.",
    "purpose": "Why you do this, in two lines you could say aloud in the canteen.",
    "goals": "What should be different afterwards: who does what, that they didn't do before, and how you see it.",
    "metrics": "What else you count.",
    "audiences": "The niches you write for, with the words they use.",
    "themes": "What a niche comes back for.",
    "writers": "Who writes, by name, and the share of posts that others write for them (0.1, or 10 %).",
    "participation": "Whether it is voluntary, and when there is time for it.",
    "incentives": "What one gets out of taking part.",
    "guidelines": "What is welcome, and what to ask about first.",
    "offers": "What employees get of what you sell: discounts, trials, training, visits to customers.",
    "talks": "Who is helped onto a stage: talks, trade meetings, visits to schools.",
    "training": "What one can learn.",
    "story_help": "Who helps employees tell their stories.",
    "recognition": "How you say thank you.",
    "experience": "What it is like to work here: measured how, when, with what result, and what is done about it.",
    "disclosure": "How one shows that one is employed here, and when a post has to be marked as advertising.",
    "channels": "Where you are heard; more than social media.",
    "vocabulary": "Terms, organisations and products that are never findings in themselves.",
}


def programme_schema() -> structure.Schema:
    """Return the JSON Schema (draft 2020-12) of a programme file."""
    result = _nullable(structure.schema(Programme))
    properties = result["properties"]
    for key in ("goals", "audiences"):
        item = {"anyOf": [properties[key]["items"], {"type": ["string", "null"]}]}
        properties[key] = {"anyOf": [{"type": "array", "items": item}, {"type": ["string", "null"]}]}
    percent = {"type": "string", "pattern": r"^\d+([.,]\d+)? ?(%|pct|percent|procent)?"}
    share = {"anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, percent, {"type": "null"}]}
    properties["writers"]["properties"]["premade_share"] = share
    properties["writers"] = {"anyOf": [properties["writers"], {"type": ["string", "null"]}]}
    properties["language"] = {"enum": [*BUILT_IN, None]}
    for key, description in _DESCRIPTIONS.items():
        properties[key] = {"description": description, **properties[key]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_URL.format("programme"),
        "title": "An employee-advocacy programme, as advocacy-lint audits it",
        **result,
    }


def _nullable(schema: structure.Schema) -> structure.Schema:
    """Return a schema in which what says nothing may also be left empty."""
    result: structure.Schema = {}
    for key, value in schema.items():
        if isinstance(value, list):
            result[key] = [_nullable(each) if isinstance(each, dict) else each for each in value]
        elif isinstance(value, dict):
            result[key] = _nullable(value)
        else:
            result[key] = [value, "null"] if key == "type" and value in ("string", "array") else value
    return result
