"""The one pass over the tokens that finds all phrases of all rules.

Phrases are declared as lists (`PhraseLists`), compiled whole (`Phrases`, which is kept with the rules), and looked for (`Lexicon`).
Scanning changes nothing, so any number of threads may scan.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, Protocol

from msgspec import Struct, field

from advocacy_lint.checks.classes import Edges
from advocacy_lint.checks.symbols import Symbols, WordLookup
from advocacy_lint.model import MEANS_BARRIER, MEANS_NOTHING, Meaning, Token

_norm_of = itemgetter(1)
_new = tuple.__new__  # a NamedTuple's own constructor costs three times as much
_MEMO_LIMIT = 50_000
# No symbol has this number.
NO_WORD = -1
# How many words ``...`` stands for at most.
MAX_GAP = 3


class Hit(NamedTuple):
    """Tokens first..last (exclusive) of a stream, matched by a phrase of a target."""

    first: int
    last: int
    pattern: str


class Node(Struct, frozen=True, array_like=True, omit_defaults=True):
    """One place in the trie; others are named by their number.

    `word` and `to`: the symbol that leads on, and the node that it leads to; `words`: the same where several do. `ends`: which phrases
    end here, as target and number in its list. `joins`: the nodes in which alternatives go on together. `classes`: the node that a token
    class leads to. `gap`: the node after ``...`` (0: none).
    """

    word: int = NO_WORD
    to: int = 0
    words: dict[int, int] | None = None
    ends: tuple[tuple[int, int], ...] = ()
    joins: tuple[int, ...] = ()
    classes: dict[str, int] | None = None
    gap: int = 0


class Phrases(Struct, frozen=True, array_like=True):
    """Lists of phrases (a rule's, a signal's), and the trie of all of them; the number of a list is its target."""

    lists: tuple[tuple[str, ...], ...] = ()
    nodes: list[Node] = field(default_factory=lambda: [Node()])
    symbols: Symbols = field(default_factory=Symbols)


class Targets(Protocol):
    """Numbers lists of phrases: while they are declared, and when they are looked for."""

    def target(self, phrases: Sequence[str], path: str = "", line: int = 0) -> int:
        """Return the number of a list; RuleError (with the rule's file and line) where a phrase is wrong."""


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
            following = {node.word: node.to} if node.word != NO_WORD else node.words or {}
            for symbol, after in following.items():
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
                begins = [(node, 0, first + 2) for symbol in goes_on.keys() & after.symbols for node in goes_on[symbol]]
                self._follow(begins, first, each, edges, found)
            for target, phrase in meaning.ends:
                found.setdefault(target, []).append((first, -first - 1, phrase))
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
        seen: set[tuple[int, int, int]] = set()
        while stack:
            place = stack.pop()
            if place in seen:
                continue
            seen.add(place)
            number, left, at = place
            node, meaning = nodes[number], meanings[at]
            for target, phrase in node.ends:
                found.setdefault(target, []).append((first, -at, phrase))
            words, symbols = node.words, meaning.symbols
            if node.word in symbols:  # most nodes have one
                stack.append((node.to, 0, at + 1))
            elif words and symbols:
                for symbol in symbols.intersection(words) if len(words) < len(symbols) else words.keys() & symbols:
                    stack.append((words[symbol], 0, at + 1))
            for join in node.joins:
                stack.append((join, 0, at))
            if node.gap:
                stack.append((node.gap, MAX_GAP, at))
            if left and meaning is not MEANS_BARRIER:
                stack.append((number, left - 1, at + 1))
            if node.classes and at in edges:
                stack += [(node.classes[name], 0, end) for name, end in edges[at] if name in node.classes]

    def _hits(self, target: int, hits: list[tuple[int, int, int]]) -> list[Hit]:
        """Return the leftmost longest of overlapping hits; of two over the same words, the one whose phrase stands first in its list.

        `hits` are by where they begin, where they end (below nought: the longest sorts first), and the number of the phrase.
        """
        phrases = self._lists[target]
        if len(hits) == 1:
            ((first, last, number),) = hits
            return [_new(Hit, (first, -last, phrases[number]))]
        kept: list[Hit] = []
        reach = -1
        for first, last, number in sorted(hits):
            if first >= reach:
                reach = -last
                kept.append(_new(Hit, (first, reach, phrases[number])))
        return kept
