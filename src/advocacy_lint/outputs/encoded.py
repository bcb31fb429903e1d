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


def fresh(text: str) -> str:
    """Return a text as JSON that hardly comes again: words of a draft are not worth remembering."""
    return escaped(encode_basestring(text))


class _Heads(dict[tuple[str, str, str], str]):
    """How the entry of a finding begins, by its rule, level and dimension: there are few."""

    def __missing__(self, named: tuple[str, str, str]) -> str:
        if len(self) > _LIMIT:
            self.clear()
        rule, level, dimension = named
        head = f'{{"rule":{encoded[rule]},"level":{encoded[level]},"dimension":{encoded[dimension]},"message":'
        self[named] = head
        return head


heads = _Heads()
