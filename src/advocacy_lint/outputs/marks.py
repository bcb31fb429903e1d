"""Text in Markdown: on one line, without marks that mean something."""

from __future__ import annotations

from advocacy_lint.outputs.sanitize import clean


def safe(text: str) -> str:
    """Return text for Markdown, also inside a table: flat, its marks escaped, no HTML."""
    flat = clean(" ".join(text.split()))
    return (
        "".join("\\" + character if character in "\\`*_[]|#~" else character for character in flat)
        .replace("<", "&lt;")
        .replace(">", "&gt;")
    )
