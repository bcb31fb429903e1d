"""Kind `disclosure`: words that every post has to say of who writes it: a team, or the post's own row, asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import ClassVar

from msgspec import Struct

from advocacy_lint import languages
from advocacy_lint.checks.base import Scan, Setup
from advocacy_lint.files.structure import short
from advocacy_lint.model import Match, Rule, Token
from advocacy_lint.text import analyse

FIELD = "disclosure"
_TAG = "hashtag"
# So many of the words that would do are quoted.
_MOST = 3
# What may stand in the row of hashtags that ends a post.
_OF_A_ROW = frozenset((_TAG, "mention", "url", "emoji", "punct"))


class DisclosureParams(Struct, frozen=True):
    """There is nothing to set: the words are those of the configuration's `disclosure`, or of the post's own field of that name."""


class DisclosureCheck:
    """Look for one of the words that are asked for; a hashtag in the row that ends a post is not in the text."""

    Params: ClassVar[type] = DisclosureParams
    stage: ClassVar[str] = "whole"
    cases: ClassVar[tuple[str, ...]] = ("tag",)

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = rules

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match where none of the words stands in the text; its case is ``tag`` where one ends it as a hashtag."""
        own = scan.post.meta.get(FIELD, "").strip()
        asked = (own,) if own else scan.disclosure
        if not asked:
            return
        tokens = scan.analysis.tokens
        kept = len(tokens)
        while kept and tokens[kept - 1][0] in _OF_A_ROW:
            kept -= 1
        code = scan.analysis.language.code
        text = f" {_said(tokens[:kept])} "
        if any(f" {_wanted(each, code)} " in text for each in asked):
            return
        at_end = {token[1] for token in tokens[kept:] if token[0] == _TAG}
        tags = [each for each in asked if _wanted(each, code) in at_end]
        quoted = languages.writing(code).quoted
        value = " / ".join([quoted(short(each)) for each in (tags or asked)[:_MOST]])
        for rule in self._rules:
            yield Match(rule, (), 1.0, {"value": value, "match": value, "field": FIELD}, case="tag" if tags else "")


# The same words are asked of post after post.
@lru_cache(maxsize=100)
def _wanted(words: str, code: str) -> str:
    """Return words that are asked for as a text has them."""
    return _said(analyse(words, languages.get(code)).tokens)


def _said(tokens: Sequence[Token]) -> str:
    return " ".join([token[1] for token in tokens if token[0] != "punct"])
