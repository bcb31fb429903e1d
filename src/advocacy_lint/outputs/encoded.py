"""Texts as JSON, remembered: most that a run writes are the rules' own, said again and again."""

from __future__ import annotations

from msgspec import json

from advocacy_lint.outputs.escape import escaped

_LIMIT = 20_000
_LONGEST = 500
_encode = json.Encoder().encode


def as_json(value: object) -> str:
    """Return a value as JSON on one line, without what a terminal would obey."""
    try:
        written = _encode(value).decode()
    except UnicodeEncodeError:  # half of a character, which a path may hold
        from json import dumps  # no other string needs it

        written = dumps(value, ensure_ascii=False, separators=(",", ":"))
    return escaped(written)


class _Encoded(dict[str | None, str]):
    """Texts as JSON, without what a terminal would obey; None as null."""

    def __missing__(self, text: str | None) -> str:
        found = "null" if text is None else as_json(text)
        if len(self) > _LIMIT:
            self.clear()
        if text is None or len(text) <= _LONGEST:
            self[text] = found
        return found


encoded = _Encoded()
