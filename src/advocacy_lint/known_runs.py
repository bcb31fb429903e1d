"""What earlier runs found across the same posts: rules' texts, and for each word of a draft in them the place where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from msgspec import Struct

from advocacy_lint.accounts import Account, short
from advocacy_lint.kept_words import Level, Places, pairs
from advocacy_lint.model import SharedText, Span, Texts
from advocacy_lint.result_cache import ResultCache

# Slots that are numbers or names of months, whatever the drafts say.
_COUNTED = frozenset(("count", "voices", "percent", "others", "total", "month"))
# Among so many of its posts, the words that an account quotes are looked for.
_LOOKED_AT = 3

# The slot that names audiences of the configuration.
_AUDIENCES = "audiences"

# A number, or where words stand: in which of the run's posts, from where, to where; of audiences, which they are.
Slot: TypeAlias = str | tuple[int, ...]
# Gives the text that a post stands in; None where that is not to be had as it was.
TextOf: TypeAlias = Callable[[SharedText], str | None]


class KeptAccount(Struct, frozen=True, array_like=True, gc=False):
    """An account; each post by its number in the run, with its places."""

    rule: str
    level: Level
    texts: Texts
    slots: dict[str, Slot]
    share: float | None
    posts: tuple[tuple[int, Places], ...]


class KnownRuns:
    """Accounts of earlier runs, by all that they depend on."""

    def __init__(self, cache: ResultCache, text_of: TextOf, audiences: Sequence[str] = ()) -> None:
        """`audiences`: those that the configuration names."""
        self._cache = cache
        self._text_of = text_of
        self._audiences = audiences

    def find(self, run: bytes, posts: Sequence[SharedText]) -> list[Account] | None:
        """Return what was found across these posts; None where that is not known."""
        kept = self._cache.get(self._key(run), list[KeptAccount])
        try:
            return None if kept is None else [self._account(each, posts) for each in kept]
        except (LookupError, ValueError):
            return None

    def keep(self, run: bytes, posts: Sequence[SharedText], accounts: Sequence[Account]) -> None:
        """Keep what was found, where it can be told again without a word of it being written."""
        numbers = {(post.path, post.id, post.place): number for number, post in reversed(list(enumerate(posts)))}
        try:
            kept = [self._kept(each, numbers) for each in accounts]
            if [self._account(each, posts) for each in kept] == list(accounts):
                self._cache.put(self._key(run), kept)
        except (LookupError, ValueError):
            return

    def _key(self, run: bytes) -> str:
        return self._cache.key(run, "across")

    def _account(self, kept: KeptAccount, posts: Sequence[SharedText]) -> Account:
        shared = [self._shared(posts[number], places) for number, places in kept.posts]
        slots = {name: value if isinstance(value, str) else self._words(name, value, posts) for name, value in kept.slots.items()}
        return Account(kept.rule, kept.level, kept.texts, slots, kept.share, tuple(shared))

    def _shared(self, post: SharedText, places: Places) -> SharedText:
        return SharedText(post.path, post.id, tuple([Span(start, end) for start, end in pairs(places)]), post.place)

    def _words(self, name: str, value: Places, posts: Sequence[SharedText]) -> str:
        if name == _AUDIENCES:
            return ", ".join([self._audiences[number] for number in value])
        number, start, end = value
        text = self._text_of(posts[number])
        if text is None:
            raise ValueError(posts[number].path)
        return short(text[start:end])

    def _kept(self, each: Account, numbers: Mapping[tuple[str, str | None, str | None], int]) -> KeptAccount:
        where = [numbers[post.path, post.id, post.place] for post in each.posts]
        slots = {name: value if name in _COUNTED else self._slot(name, value, each, where) for name, value in each.slots.items()}
        places = [tuple(offset for span in post.spans for offset in span) for post in each.posts]
        return KeptAccount(each.rule, cast(Level, each.level), each.texts, slots, each.share, tuple(zip(where, places, strict=True)))

    def _slot(self, name: str, value: str, account: Account, where: Sequence[int]) -> Slot:
        """Return where words stand. ValueError where they stand in none of the first posts."""
        if not any(letter.isalpha() for letter in value):
            return value
        if name == _AUDIENCES:
            return tuple([number for number, audience in enumerate(self._audiences) if audience in value.split(", ")])
        for number, post in list(zip(where, account.posts, strict=True))[:_LOOKED_AT]:
            text = self._text_of(post)
            found = text.find(value) if text is not None else -1
            for start, end in (*post.spans, (found, found + len(value))):
                if text is not None and start >= 0 and short(text[start:end]) == value:
                    return number, start, end
        raise ValueError("not in the posts")
