"""Addresses of the documentation: each built-in rule has a page of its own."""

from __future__ import annotations

import os
from functools import cache

from advocacy_lint.files.packs import builtin_folder

SITE = "https://advocacy-lint.github.io/advocacy-lint/"


@cache
def page_of(rule_id: str) -> str | None:
    """Return the URL of a built-in rule's page; None for a rule that is not built in."""
    file = os.path.join(builtin_folder(), *rule_id.split("/")) + ".yml"
    return f"{SITE}rules/{rule_id}/" if ".." not in rule_id and os.path.isfile(file) else None
