"""The one pass over the tokens that finds all phrases of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from advocacy_lint.checks import trie_cache
from advocacy_lint.checks.classes import Edges
from advocacy_lint.checks.symbols import BARRIER, Symbols
from advocacy_lint.checks.syntax import parse
from advocacy_lint.checks.trie import State, Trie
from advocacy_lint.checks.trie_cache import Place
from advocacy_lint.errors import RuleError
from advocacy_lint.model import Token
from advocacy_lint.text import normalise

# For more texts than this all phrases are brought into the trie at once.
_FEW_TEXTS = 12
_norm_of = itemgetter(1)
_new = tuple.__new__  # a NamedTuple's own constructor costs three times as much


class Hit(NamedTuple):
    """Tokens first..last (exclusive) of a stream, matched by a phrase of a target."""

    first: int
    last: int
    pattern: str


class _Meanings(dict[str, int]):
    """The numbers of what words stand for, remembered: texts repeat their words."""

    def __init__(self, number_of: Callable[[str], int]) -> None:
        self._number_of = number_of

    def __missing__(self, norm: str) -> int:
        if len(self) > 100_000:
            self.clear()
        number = self[norm] = self._number_of(norm)
        return number


class Lexicon:
    """All phrases of a run's rules in one trie; `targets` number the lists (of a rule, of a signal) that phrases belong to.

    A phrase waits outside of the trie until a text holds a word that it may begin with: a post meets a tenth of them.
    `begins` remembers between runs which words those are, for phrases that have been found to be right; `place` says where the trie of
    all phrases is kept.
    """

    def __init__(
        self, forms: Callable[[str], Iterable[str]], begins: dict[str, list[str]] | None = None, place: Place | None = None
    ) -> None:
        self._forms = forms
        self._place = place  # where the trie of all phrases is kept
        self._lists: list[Sequence[str]] = []  # the phrases of each target
        self._listed = 0  # how many of them wait, or are in the trie
        self._begins = {} if begins is None else begins
        self.learned = False  # whether `begins` has grown
        self._waiting: dict[str, list[tuple[int, str]]] = {}
        self._starred: dict[str, set[int]] = {"suffix": set(), "prefix": set()}
        self._inside: list[str] = []
        self._known: set[str] = set()
        self._present: set[tuple[int, str]] = set()
        self._ranks: dict[str, int] = {}
        self._symbols = Symbols(forms)
        self._trie = Trie(self._symbols)
        self.number_of = self._symbols.number_of  # what a word stands for
        self._memo = _Meanings(self.number_of)
        self._texts = 0  # how many were scanned, or are expected
        self._targets: dict[object, int] = {}

    def target(self, key: object, phrases: Sequence[str], path: str = "", line: int = 0) -> int:
        """Return the number of a list of phrases, adding them to the trie the first time a key is seen."""
        number = self._targets.get(key)
        if number is None:
            number = self._targets[key] = len(self._targets)
            self._lists.append(phrases)
            self._ranks.clear()
            for pattern in phrases:
                if pattern not in self._begins:
                    self._begins[pattern] = self._learn(pattern, path, line)
        return number

    def _let_wait(self) -> None:
        """Let the phrases wait that have been declared: a run over many texts, which finds them all in a trie, need not."""
        for number in range(self._listed, len(self._lists)):
            for pattern in self._lists[number]:
                for word in self._begins[pattern]:
                    found = self._waiting.get(word)
                    if found is None:
                        self._wait(word, number, pattern)
                    else:
                        found.append((number, pattern))
        self._listed = len(self._lists)

    def _learn(self, pattern: str, path: str, line: int) -> list[str]:
        """Return what a phrase may begin with: words, starred words, classes. RuleError where the phrase is not right."""
        try:
            elements = parse(pattern)
            for options in elements:
                for symbol in (symbol for option in options for symbol in option):
                    if symbol[0] == "{":
                        for lemma in symbol[1:-1].split("|"):
                            self._forms(lemma)
        except ValueError as error:
            raise RuleError(f"phrase “{pattern}”: {error}", path, line) from None
        except KeyError as error:
            raise RuleError(
                f"phrase “{pattern}”: no forms of “{error.args[0]}”", path, line, "run advocacy-lint rules forms --write"
            ) from None
        self.learned = True
        begins: dict[str, None] = {}
        for options in elements:
            for option in options:
                if option:
                    begins.update(dict.fromkeys(self._stands_for(option[0])))
            if [] not in options:
                break
        return list(begins)

    def _stands_for(self, symbol: str) -> Iterator[str]:
        if symbol[0] == "[" and len(symbol) > 1:
            yield from symbol[1:-1].split("|")
        elif symbol[0] == "{":
            for lemma in symbol[1:-1].split("|"):
                yield from map(normalise, self._forms(lemma))
        else:
            yield symbol

    def _wait(self, word: str, number: int, pattern: str) -> None:
        """Begin a list of the phrases that wait for a word."""
        self._waiting[word] = [(number, pattern)]
        self._known.clear()
        if len(word) < 2 or word[0] == "<":
            return
        if word[0] == "*" and word[-1] == "*":
            self._inside.append(word)
        elif word[0] == "*":
            self._starred["suffix"].add(len(word) - 1)
        elif word[-1] == "*":
            self._starred["prefix"].add(len(word) - 1)

    def _meet(self, tokens: Sequence[Token], edges: Edges) -> None:
        """Bring the phrases into the trie that may begin with a word of these."""
        self._let_wait()
        met: list[str] = []
        for norm in set(map(_norm_of, tokens)) - self._known:
            met.append(norm)
            length = len(norm)
            met.extend("*" + norm[-size:] for size in self._starred["suffix"] if size < length)
            met.extend(norm[:size] + "*" for size in self._starred["prefix"] if size < length)
            met.extend(symbol for symbol in self._inside if symbol[1:-1] in norm)
            self._known.add(norm)
        met.extend({f"<{name}>" for found in edges.values() for name, _ in found})
        grown = False
        for word in met:
            for number, pattern in self._waiting.pop(word, ()):
                if (number, pattern) not in self._present:
                    self._present.add((number, pattern))
                    self._trie.insert(parse(pattern, is_right=True), number, pattern)
                    grown = True
        if grown:
            self._forget()
        if len(self._known) > 100_000:
            self._known.clear()

    @property
    def is_complete(self) -> bool:
        """Say whether all phrases are in the trie: what words mean does not change any more."""
        return not self._waiting and self._listed == len(self._lists)

    def _forget(self) -> None:
        """Forget what words mean: the trie has grown."""
        self._memo.clear()
        self._symbols.renumber()
        self._trie.forget()

    def expect(self, texts: int) -> None:
        """Make ready for some more texts: many will ask for most phrases, one by one."""
        self._texts += texts
        if self._texts > _FEW_TEXTS and not self.is_complete:
            self._complete()

    def _complete(self) -> None:
        """Bring all phrases into the trie, from where it is kept if it is."""
        key = self._place.key(self._lists) if self._place else b""
        kept = trie_cache.read(self._place, key) if self._place else None
        if kept is not None:
            self._symbols.restore(kept.words, kept.parts)
            self._trie = Trie(self._symbols, kept.root, kept.joined)
        else:
            self._insert_all()
            if self._place:
                trie_cache.write(self._place, trie_cache.Kept(key, self._trie.root, self._trie.joined, *self._symbols.declared))
        self._waiting.clear()
        self._listed = len(self._lists)
        self._forget()

    def _insert_all(self) -> None:
        """Bring all phrases into the trie that are not there yet."""
        self._let_wait()
        for waiting in self._waiting.values():
            for number, pattern in waiting:
                if (number, pattern) not in self._present:
                    self._present.add((number, pattern))
                    self._trie.insert(parse(pattern, is_right=True), number, pattern)

    def scan(self, tokens: Sequence[Token], edges: Edges, meanings: Iterable[int] | None = None) -> dict[int, list[Hit]]:
        """Return the hits of every target in a stream, leftmost longest and disjoint for each target.

        `meanings`: the numbers of what the tokens stand for, where they are known already (and the lexicon is complete).
        States are sets of places in the trie, made as texts reach them, so that a word is one step however many phrases it continues.
        """
        found: dict[int, list[Hit]] = {}
        self.expect(1)
        if not self.is_complete:
            self._meet(tokens, edges)
            meanings = None
        trie = self._trie
        if trie.is_full:
            trie.forget()
        start = trie.start
        if start is None:
            return found
        numbers = list(map(self._memo.__getitem__, map(_norm_of, tokens)) if meanings is None else meanings)
        numbers.append(BARRIER)
        for first, state in enumerate(map(trie.beginnings.__getitem__, pairwise(numbers))):
            if state is not None:
                self._run(state, numbers, first, first + 1, edges, found)
        if start.has_classes:
            for first, classes in edges.items():
                for name, last in classes:
                    state = trie.by_class(start, name)
                    if state is not None:
                        self._run(state, numbers, first, last, edges, found)
        for number, hits in found.items():
            if len(hits) > 1:
                found[number] = self._longest(hits)
        return found

    def _run(self, state: State, meanings: list[int], first: int, last: int, edges: Edges, found: dict[int, list[Hit]]) -> None:
        """Follow a text from a state as far as any phrase goes on."""
        while True:
            for number, pattern in state.ends:
                hit = _new(Hit, (first, last, pattern))
                if number in found:
                    found[number].append(hit)
                else:
                    found[number] = [hit]
            if state.has_classes and last in edges:
                for name, end in edges[last]:
                    other = self._trie.by_class(state, name)
                    if other is not None:
                        self._run(other, meanings, first, end, edges, found)
            if state.is_last:
                return
            meaning = meanings[last]
            if meaning < 0:
                return
            following = state.following
            after = following[meaning] if meaning in following else self._trie.after(state, meaning)
            if after is None:
                return
            state = after
            last += 1

    @property
    def _rank(self) -> dict[str, int]:
        """In which order phrases were declared: of two over the same words, the first counts."""
        if not self._ranks:
            self._ranks = {pattern: rank for rank, pattern in enumerate(dict.fromkeys(chain.from_iterable(self._lists)))}
        return self._ranks

    def _longest(self, hits: list[Hit]) -> list[Hit]:
        """Keep the leftmost longest of overlapping hits."""
        if all(before[1] <= after[0] for before, after in pairwise(hits)):
            return hits
        rank = self._rank
        hits.sort(key=lambda hit: (hit[0], -hit[1], rank[hit[2]]))
        kept = []
        reach = -1
        for hit in hits:
            if hit[0] >= reach:
                kept.append(hit)
                reach = hit[1]
        return kept
