"""A rule's texts, with the words of a match in their slots."""

from __future__ import annotations

from collections.abc import Mapping


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Return a message with its slots filled; an unknown slot stays as it is written."""
    for name, value in slots.items():
        if "{" not in template:
            break
        template = template.replace("{" + name + "}", value)
    return template
