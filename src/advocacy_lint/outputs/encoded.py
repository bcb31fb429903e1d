"""Texts as JSON, remembered: most that a run writes are the rules' own, said again and again."""

from __future__ import annotations

from json.encoder import encode_basestring

from advocacy_lint.outputs.escape import escaped

_LIMIT = 20_000
_LONGEST = 500


class _Encoded(dict[str | None, str]):
    """Texts as JSON, without what a terminal would obey; None as null."""

    def __missing__(self, text: str | None) -> str:
        found = "null" if text is None else escaped(encode_basestring(text))
        if len(self) > _LIMIT:
            self.clear()
        if text is None or len(text) <= _LONGEST:
            self[text] = found
        return found


encoded = _Encoded()
