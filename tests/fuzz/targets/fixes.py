"""Fixes, safe and unsafe: applied until nothing is left, never for a worse post, nothing muted touched."""

from advocacy_lint.advice import fixes
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import markdown
from advocacy_lint.model import Post
from targets.common import head, session, text_of


def one(data):
    """Fix a Markdown post until it rests."""
    choice, rest = head(data)
    text = text_of(rest)
    meta = {"language": "en" if choice & 2 else "da"}

    def lint(changed):
        found = (each for each in markdown.posts("fuzz.md", changed) if isinstance(each, Post))
        return [
            session().lint(each if each.meta else Post(each.path, each.text, None, each.start, each.end, meta, each.muted))
            for each in found
        ]

    try:
        before = lint(text)
    except InputError:
        return
    fixed = fixes.converge(text, lint, unsafe=bool(choice & 1))
    assert bool(fixed.count) is (fixed.text != text)
    if not fixed.count:
        return
    assert not fixes.worse(before, lint(fixed.text))
    again = fixes.converge(fixed.text, lint, unsafe=bool(choice & 1))
    assert again.text == fixed.text, (fixed.text, again.text)
