"""The one pass over the tokens that finds all phrases of all rules.

Phrases are declared as lists (`PhraseLists`), compiled whole (`Phrases`, which is kept with the rules), and looked for (`Lexicon`).
Scanning changes nothing, so any number of threads may scan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, Protocol

from msgspec import Struct, field

from advocacy_lint.checks.classes import Edges
from advocacy_lint.checks.symbols import Declared, Symbols, WordLookup
from advocacy_lint.checks.syntax import MAX_GAP, Element, parse
from advocacy_lint.checks.trie import Node, TrieBuilder
from advocacy_lint.errors import RuleError
from advocacy_lint.model import MEANS_BARRIER, MEANS_NOTHING, Meaning, Token

_norm_of = itemgetter(1)
_MEMO_LIMIT = 50_000


class Hit(NamedTuple):
    """Tokens first..last (exclusive) of a stream, matched by a phrase of a target."""

    first: int
    last: int
    pattern: str


class Phrases(Struct, frozen=True, array_like=True):
    """Lists of phrases (a rule's, a signal's), and the trie of all of them; the number of a list is its target."""

    lists: tuple[tuple[str, ...], ...] = ()
    nodes: list[Node] = field(default_factory=lambda: [Node()])
    symbols: Symbols = field(default_factory=Symbols)


class Targets(Protocol):
    """Numbers lists of phrases: while they are declared, and when they are looked for."""

    def target(self, phrases: Sequence[str], path: str = "", line: int = 0) -> int:
        """Return the number of a list; RuleError (with the rule's file and line) where a phrase is wrong."""


class PhraseLists:
    """The lists that rules declare, taken apart as they come."""

    def __init__(self, forms: Callable[[str], Iterable[str]]) -> None:
        self._symbols = Declared(forms)
        self._trie = TrieBuilder(self._symbols)
        self._targets: dict[tuple[str, ...], int] = {}
        self._parsed: dict[str, list[Element]] = {}

    def target(self, phrases: Sequence[str], path: str = "", line: int = 0) -> int:
        """Return the number of a list, new where it was not declared before; RuleError where a phrase is wrong."""
        key = tuple(phrases)
        target = self._targets.get(key)
        if target is None:
            target = self._targets[key] = len(self._targets)
            for number, pattern in enumerate(key):
                self._insert(pattern, target, number, path, line)
        return target

    def compiled(self) -> Phrases:
        """Return all that was declared."""
        return Phrases(tuple(self._targets), self._trie.nodes(), self._symbols.symbols())

    def _insert(self, pattern: str, target: int, number: int, path: str, line: int) -> None:
        try:
            elements = self._parsed.get(pattern)
            if elements is None:
                elements = self._parsed[pattern] = parse(pattern)
            self._trie.insert(elements, target, number)
        except ValueError as error:
            raise RuleError(f"phrase “{pattern}”: {error}", path, line) from None
        except KeyError as error:
            hint = "run advocacy-lint rules forms --write"
            raise RuleError(f"phrase “{pattern}”: no forms of “{error.args[0]}”", path, line, hint) from None


class Lexicon:
    """Looks for compiled phrases in texts.

    What is remembered of words is what they mean by the phrases, which never changes: threads that work out the same write the same.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._lists = phrases.lists
        self._targets = {each: number for number, each in enumerate(phrases.lists)}
        self._nodes = phrases.nodes
        self._symbols_of = WordLookup(phrases.symbols)
        self._meanings: dict[tuple[int, ...], Meaning] = {}
        self._root = phrases.nodes[0]
        self._classes = self._root.classes or {}

    def target(self, phrases: Sequence[str], path: str = "", line: int = 0) -> int:
        """Return the number of a list of phrases; KeyError for one that was not compiled."""
        return self._targets[tuple(phrases)]

    def meaning_of(self, norm: str) -> Meaning:
        """Return what a word means by the phrases; of no word, a barrier."""
        if not norm:
            return MEANS_BARRIER
        symbols = self._symbols_of(norm)
        if not symbols:
            return MEANS_NOTHING
        found = self._meanings.get(symbols)
        if found is None:
            found = self._meaning(symbols)
            if len(self._meanings) < _MEMO_LIMIT:
                self._meanings[symbols] = found
        return found

    def _meaning(self, symbols: tuple[int, ...]) -> Meaning:
        """Return what symbols mean: where they lead to from the root, and with what comes after."""
        words = self._root.words or {}
        nodes = [self._nodes[number] for number in self._joined([words[symbol] for symbol in symbols if symbol in words])]
        goes_on: dict[int, tuple[int, ...]] = {}
        classes: dict[str, tuple[int, ...]] = {}
        for node in nodes:
            for symbol, after in (node.words or {}).items():
                goes_on[symbol] = (*goes_on.get(symbol, ()), after)
            for name, after in (node.classes or {}).items():
                classes[name] = (*classes.get(name, ()), after)
        ends = tuple(end for node in nodes for end in node.ends)
        return Meaning(frozenset(symbols), goes_on, classes, tuple(node.gap for node in nodes if node.gap), ends)

    def _joined(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """Return nodes with those in which their alternatives go on."""
        found = dict.fromkeys(numbers)
        stack = list(found)
        while stack:
            for join in self._nodes[stack.pop()].joins:
                if join not in found:
                    found[join] = None
                    stack.append(join)
        return tuple(found)

    def scan(self, tokens: Sequence[Token], edges: Edges, meanings: Sequence[Meaning] | None = None) -> dict[int, list[Hit]]:
        """Return the hits of every target in a stream, leftmost longest and disjoint for each target.

        `meanings`: what the tokens mean by these phrases, where that is known already.
        """
        found: dict[int, list[tuple[int, int, int]]] = {}
        each = [*(map(self.meaning_of, map(_norm_of, tokens)) if meanings is None else meanings), MEANS_BARRIER]
        for first, (meaning, after) in enumerate(pairwise(each)):
            goes_on = meaning.goes_on
            if goes_on and not goes_on.keys().isdisjoint(after.symbols):  # so put it looks at the shorter of both
                begins = [(node, 0, first + 2) for symbol in after.symbols if symbol in goes_on for node in goes_on[symbol]]
                self._follow(begins, first, each, edges, found)
            for target, phrase in meaning.ends:
                found.setdefault(target, []).append((first, first + 1, phrase))
            if meaning.gaps:
                self._follow([(node, MAX_GAP, first + 1) for node in meaning.gaps], first, each, edges, found)
        for at, begun in edges.items():
            for name, last in begun:
                before = each[at - 1].classes if at else {}
                if name in before:
                    self._follow([(node, 0, last) for node in before[name]], at - 1, each, edges, found)
                if name in self._classes:
                    self._follow([(self._classes[name], 0, last)], at, each, edges, found)
        return {target: self._hits(target, hits) for target, hits in found.items()}

    def _follow(
        self,
        stack: list[tuple[int, int, int]],
        first: int,
        meanings: Sequence[Meaning],
        edges: Edges,
        found: dict[int, list[tuple[int, int, int]]],
    ) -> None:
        """Follow a text as far as any phrase goes on, and note which phrases end where.

        `stack`: from where; a node, how many words may be skipped there, and the next token. Each is gone on from once.
        """
        nodes = self._nodes
        seen = set(stack)
        while stack:
            number, left, at = stack.pop()
            node, meaning = nodes[number], meanings[at]
            for target, phrase in node.ends:
                found.setdefault(target, []).append((first, at, phrase))
            following: list[tuple[int, int, int]] = []
            words, symbols = node.words, meaning.symbols
            if words and symbols:
                if len(words) < len(symbols):
                    following += [(words[symbol], 0, at + 1) for symbol in words if symbol in symbols]
                else:
                    following += [(words[symbol], 0, at + 1) for symbol in symbols if symbol in words]
            if node.joins:
                following += [(join, 0, at) for join in node.joins]
            if node.gap:
                following.append((node.gap, MAX_GAP, at))
            if left and meaning is not MEANS_BARRIER:
                following.append((number, left - 1, at + 1))
            if node.classes and at in edges:
                following += [(node.classes[name], 0, end) for name, end in edges[at] if name in node.classes]
            for place in following:
                if place not in seen:
                    seen.add(place)
                    stack.append(place)

    def _hits(self, target: int, hits: list[tuple[int, int, int]]) -> list[Hit]:
        """Return the leftmost longest of overlapping hits; of two over the same words, the one whose phrase stands first in its list."""
        phrases = self._lists[target]
        if len(hits) == 1:
            ((first, last, number),) = hits
            return [Hit(first, last, phrases[number])]
        kept: list[Hit] = []
        reach = -1
        for first, last, number in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
            if first >= reach:
                kept.append(Hit(first, last, phrases[number]))
                reach = last
        return kept
