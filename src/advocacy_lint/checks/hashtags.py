"""Kind `hashtag`: hashtags whose words run together (#customerjourney): screen readers say them as one; capitals part them (camel case)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import ClassVar

from msgspec import Struct

from advocacy_lint.checks.base import Scan, Setup
from advocacy_lint.checks.wording import Table, shipped
from advocacy_lint.languages import Language, editing
from advocacy_lint.model import Match, Rule

# Begins the pattern of such a place, and its words in capitals follow: by it rewrites know what is wrong with a hashtag, and what is right.
RUN_TOGETHER = "run-together:"
# A content word of a hashtag has so many letters: shorter ones are found in too many words (“cap” in “capability”).
_CONTENT = 4
_SHORTEST, _LONGEST = 12, 60
_LONGEST_WORD = 20


class HashtagParams(Struct, frozen=True):
    """There is nothing to set: a hashtag is meant that is made of several words of its language, all in small letters."""


class HashtagCheck:
    """Look for hashtags of several words that no capital tells apart."""

    Params: ClassVar[type] = HashtagParams
    stage: ClassVar[str] = "spans"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = rules
        self._known: tuple[Table, frozenset[str]] | None = None

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule, where there are such hashtags."""
        language = scan.analysis.language
        table = scan.reading.table if scan.reading else None
        for rule in self._rules:
            places = []
            for stream in scan.streams(rule.applies_to):
                tags = [(at, at + 1, "") for at, token in enumerate(stream.speech.tokens) if token[0] == "hashtag"]
                for place in stream.places_of(tags):
                    tag = scan.post.text[place.start : place.end]
                    words = words_in(tag, language, self._words_of(table, language)) if _may_be_several(tag) else ()
                    if words:
                        places.append(place._replace(pattern=RUN_TOGETHER + in_capitals(words)))
            if places:
                yield Match(rule, tuple(sorted(places)))

    def _words_of(self, table: Table | None, language: Language) -> frozenset[str]:
        """Return the words of a table, those that only weigh beside others among them; worked out when the first such tag is met."""
        if self._known is None or table is not None and self._known[0] is not table:
            table = table or shipped(language.code)
            self._known = table, frozenset(word for feature in table.weights for word in feature.split(" "))
        return self._known[1]


# Small words that many longer ones begin with, also such as no table knows.
_BEGIN_WORDS = frozenset("up out over off under op ud".split())


def _may_be_several(tag: str) -> bool:
    """Say whether a hashtag is so long, and all in small letters, that it may be several words."""
    name = tag.removeprefix("#")
    return _SHORTEST <= len(name) <= _LONGEST and name.isalpha() and name == name.lower()


def words_in(tag: str, language: Language, known: Container[str]) -> tuple[str, ...]:
    """Return the words that a hashtag of small letters is made of, in so few as can be; nothing where it is one word, or not certain.

    `known` are words of the language. One that joins words («kundeservice») has to say a small word between them as well («sammen om
    fremtiden»).
    """
    name = tag.removeprefix("#")
    if not _may_be_several(tag) or name in known:
        return ()
    small = editing(language.code).function_words
    words = _fewest(name, known, small)
    inner = words[1:-1]
    if not _BEGIN_WORDS.isdisjoint(inner):
        return ()  # “product up date” may be “product update”
    if len(words) < 2 or words[-1] in small or language.joins_words and not any(word in small for word in inner):
        return ()
    return words


def _fewest(name: str, known: Container[str], small: Container[str]) -> tuple[str, ...]:
    """Return the fewest words, one after the other, that make up a name; at least two that carry content."""
    best: list[tuple[str, ...] | None] = [(), *[None] * len(name)]
    for end in range(1, len(name) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, word = best[start], name[start:end]
            if before is None or not (word in small or len(word) >= _CONTENT and word in known):
                continue
            if len(word) == 1 and not (start > 0 and end < len(name)):
                continue
            shortest = best[end]
            if shortest is None or len(before) + 1 < len(shortest):
                best[end] = (*before, word)
    return _with_content(best[-1] or (), small)


def _with_content(words: tuple[str, ...], small: Container[str]) -> tuple[str, ...]:
    """Return words of which two carry content, or one among three that begin with a long one (“make a difference”); else nothing."""
    content = sum(word not in small for word in words)
    return words if content > 1 or content and len(words) > 2 and len(words[0]) >= _CONTENT else ()


def in_capitals(words: Iterable[str]) -> str:
    """Return a hashtag in which each word begins with a capital."""
    return "#" + "".join(word.capitalize() for word in words)
