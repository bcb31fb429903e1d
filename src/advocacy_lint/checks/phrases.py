"""The one pass over the tokens that finds all phrases of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from advocacy_lint.checks.classes import Edges
from advocacy_lint.checks.syntax import GAP, MAX_GAP, parse
from advocacy_lint.errors import RuleError
from advocacy_lint.model import Token
from advocacy_lint.text import normalise

# For more texts than this all phrases are brought into the trie at once.
_FEW_TEXTS = 12
# More states than this are forgotten and made anew: a bound on memory.
_MANY_STATES = 50_000
_BARRIER = -1
_norm_of = itemgetter(3)
_new = tuple.__new__  # a NamedTuple's own constructor costs three times as much


class Hit(NamedTuple):
    """Tokens first..last (exclusive) of a stream, matched by a phrase of a target."""

    first: int
    last: int
    pattern: str


class Node:
    """One state of the trie: where the next symbol leads, and which phrases end here."""

    __slots__ = ("classes", "ends", "gap", "joins", "words")

    def __init__(self) -> None:
        self.words: dict[str, Node] = {}  # by symbol
        self.classes: dict[str, Node] | None = None
        self.gap: Node | None = None
        self.joins: list[Node] | None = None  # where alternatives go on together
        self.ends: list[tuple[int, str]] | None = None


class State:
    """Being at several places of the trie at once; what follows is worked out once and remembered."""

    __slots__ = ("by_class", "ends", "following", "has_classes", "is_last", "is_quiet", "pairs")

    def __init__(self, pairs: tuple[tuple[Node, int], ...]) -> None:
        self.pairs = pairs
        self.following: dict[int, State | None] = {}  # by the number of what a word stands for
        self.by_class: dict[str, State | None] = {}
        self.ends = [end for node, _ in pairs for end in node.ends or ()]
        self.has_classes = any(node.classes for node, _ in pairs)
        self.is_last = not any(node.words or left for node, left in pairs)
        self.is_quiet = not self.ends and not self.has_classes


class _Meanings(dict[str, int]):
    """The numbers of what words stand for, remembered: texts repeat their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, norm: str) -> int:
        if len(self) > 100_000:
            self.clear()
        number = self[norm] = self._lexicon.number_of(norm)
        return number


class _Beginnings(dict[tuple[int, int], "State | None"]):
    """Where two words lead to that follow each other: most begin no phrase, or none that goes on."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __missing__(self, pair: tuple[int, int]) -> State | None:
        if len(self) > _MANY_STATES:
            self.clear()
        state = self[pair] = self._lexicon.beginning(*pair)
        return state


class Lexicon:
    """All phrases of a run's rules in one trie; `targets` number the lists (of a rule, of a signal) that phrases belong to.

    A phrase waits outside of the trie until a text holds a word that it may begin with: a post meets a tenth of them.
    `begins` remembers between runs which words those are, for phrases that have been found to be right.
    """

    def __init__(self, forms: Callable[[str], Iterable[str]], begins: dict[str, list[str]] | None = None) -> None:
        self._forms = forms
        self._begins = {} if begins is None else begins
        self.learned = False  # whether `begins` has grown
        self._waiting: dict[str, list[tuple[int, str]]] = {}
        self._starred: dict[str, set[int]] = {"suffix": set(), "prefix": set()}
        self._inside: list[str] = []
        self._known: set[str] = set()
        self._present: set[tuple[int, str]] = set()
        self._rank: dict[str, int] = {}  # in which order phrases were declared: of two over the same words, the first counts
        self._root = Node()
        self._symbols: dict[str, list[str]] = {}  # word → the symbols it stands for
        self._affixes: dict[str, str] = {}  # "*overskud" → "overskud"
        self._affix_lengths: dict[str, set[int]] = {"suffix": set(), "prefix": set()}
        self._suffixes: tuple[str, ...] = ()
        self._prefixes: tuple[str, ...] = ()
        self._tails: set[str] = set()
        self._heads: set[str] = set()
        self._infixes: list[str] = []
        self._insides: tuple[str, ...] = ()
        self._memo = _Meanings(self)
        self._meanings: list[tuple[str, ...]] = [()]
        self._numbers: dict[tuple[str, ...], int] = {(): 0}
        self._states: dict[frozenset[tuple[int, int]], State] = {}
        self._start: State | None = None
        self._begin = _Beginnings(self)
        self._texts = 0  # how many were scanned, or are expected
        self._targets: dict[object, int] = {}

    def target(self, key: object, phrases: Sequence[str], path: str = "", line: int = 0) -> int:
        """Return the number of a list of phrases, adding them to the trie the first time a key is seen."""
        number = self._targets.get(key)
        if number is None:
            number = self._targets[key] = len(self._targets)
            for pattern in phrases:
                begins = self._begins.get(pattern)
                if begins is None:
                    begins = self._begins[pattern] = self._learn(pattern, path, line)
                self._rank.setdefault(pattern, len(self._rank))
                for word in begins:
                    found = self._waiting.get(word)
                    if found is None:
                        self._wait(word, number, pattern)
                    else:
                        found.append((number, pattern))
        return number

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
        met: list[str] = []
        for norm in {token[3] for token in tokens} - self._known:
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
                    self._insert(parse(pattern, is_right=True), number, pattern)
                    grown = True
        if grown:
            self._forget()
        if len(self._known) > 100_000:
            self._known.clear()

    def _insert(self, elements: Sequence[Sequence[Sequence[str]]], number: int, pattern: str) -> None:
        if [] in elements[0]:  # an optional beginning is two phrases: the root itself joins nothing
            self._insert(elements[1:], number, pattern)
            elements = [[option for option in elements[0] if option], *elements[1:]]
        node = self._root
        for options in elements:
            if len(options) == 1:
                node = self._path(node, options[0])
                continue
            # Alternatives meet again in a node of this phrase's own, so that they are added up and not multiplied.
            join = Node()
            for option in options:
                end = self._path(node, option)
                end.joins = [*(end.joins or ()), join]
            node = join
        if node.ends is None:
            node.ends = []
        if all(target != number for target, _ in node.ends):
            node.ends.append((number, pattern))

    def _path(self, node: Node, symbols: Sequence[str]) -> Node:
        """Return the node that symbols lead to from a node, made where there is none."""
        for symbol in symbols:
            if symbol == GAP:
                node.gap = node = node.gap or Node()
            elif symbol[0] == "<":
                if node.classes is None:
                    node.classes = {}
                node = node.classes.setdefault(symbol[1:-1], Node())
            else:
                following = node.words.get(symbol)
                if following is None:
                    self._declare(symbol)
                    following = node.words[symbol] = Node()
                node = following
        return node

    def _declare(self, symbol: str) -> None:
        """Note which words a symbol stands for."""
        if symbol[0] == "[":
            for word in symbol[1:-1].split("|"):
                self._add(word, symbol)
        elif symbol[0] == "{":
            for lemma in symbol[1:-1].split("|"):
                for form in self._forms(lemma):
                    self._add(normalise(form), symbol)
        elif symbol[0] == "*" and symbol[-1] == "*" and len(symbol) > 1:
            if symbol not in self._infixes:
                self._infixes.append(symbol)
        elif symbol[0] == "*" and len(symbol) > 1:
            self._affixes[symbol] = symbol[1:]
            self._affix_lengths["suffix"].add(len(symbol) - 1)
        elif symbol[-1] == "*" and len(symbol) > 1:
            self._affixes[symbol] = symbol[:-1]
            self._affix_lengths["prefix"].add(len(symbol) - 1)
        else:
            self._add(symbol, symbol)

    def _add(self, word: str, symbol: str) -> None:
        symbols = self._symbols.setdefault(word, [])
        if symbol not in symbols:
            symbols.append(symbol)

    def number_of(self, norm: str) -> int:
        """Return the number of what a word stands for (0: nothing, -1: a barrier)."""
        if not norm:
            return _BARRIER
        if self._is_strange(norm):
            return 0
        symbols = self._symbols_of(norm)
        known = self._numbers.get(symbols)
        if known is None:
            known = self._numbers[symbols] = len(self._meanings)
            self._meanings.append(symbols)
        return known

    def _is_strange(self, norm: str) -> bool:
        """Say whether no phrase has a word: most new ones."""
        if norm in self._symbols:
            return False
        # Two letters tell most words from all with such endings and beginnings.
        if norm[-2:] in self._tails and norm.endswith(self._suffixes) or norm[:2] in self._heads and norm.startswith(self._prefixes):
            return False
        for letters in self._insides:  # noqa: SIM110  # a generator costs more than most of what it looks at
            if letters in norm:
                return False
        return True

    def _symbols_of(self, norm: str) -> tuple[str, ...]:
        """Return the symbols of a word."""
        symbols = list(self._symbols.get(norm, ()))
        length = len(norm)
        if norm.endswith(self._suffixes):
            for size in self._affix_lengths["suffix"]:
                if size < length and (symbol := "*" + norm[-size:]) in self._affixes:
                    symbols.append(symbol)
        if norm.startswith(self._prefixes):
            for size in self._affix_lengths["prefix"]:
                if size < length and (symbol := norm[:size] + "*") in self._affixes:
                    symbols.append(symbol)
        symbols.extend(symbol for symbol in self._infixes if symbol[1:-1] in norm)
        return tuple(symbols)

    @property
    def is_complete(self) -> bool:
        """Say whether all phrases are in the trie: what words mean does not change any more."""
        return not self._waiting

    def _forget(self) -> None:
        """Forget what words mean: the trie has grown."""
        self._memo.clear()
        self._suffixes = tuple(affix for symbol, affix in self._affixes.items() if symbol[0] == "*")
        self._prefixes = tuple(affix for symbol, affix in self._affixes.items() if symbol[0] != "*")
        self._tails = {suffix[-2:] for suffix in self._suffixes}
        self._heads = {prefix[:2] for prefix in self._prefixes}
        self._insides = tuple(symbol[1:-1] for symbol in self._infixes)
        self._meanings = [()]
        self._numbers = {(): 0}
        self._forget_states()

    def _forget_states(self) -> None:
        """Forget where words lead to: the trie has grown, or the memory has."""
        self._states.clear()
        self._begin.clear()
        self._start = self._state([(self._root, 0)])

    def expect(self, texts: int) -> None:
        """Make ready for some more texts: many will ask for most phrases, one by one."""
        self._texts += texts
        if self._waiting and self._texts > _FEW_TEXTS:
            self._complete()

    def _complete(self) -> None:
        """Bring all phrases into the trie."""
        for waiting in self._waiting.values():
            for number, pattern in waiting:
                if (number, pattern) not in self._present:
                    self._present.add((number, pattern))
                    self._insert(parse(pattern, is_right=True), number, pattern)
        self._waiting.clear()
        self._forget()

    def _state(self, pairs: Iterable[tuple[Node, int]]) -> State | None:
        """Return the state of being at all these nodes at once (with so many words left to skip), made the first time it is reached."""
        closed: dict[tuple[int, int], tuple[Node, int]] = {}
        stack = list(pairs)
        while stack:
            node, left = pair = stack.pop()
            key = (id(node), left)
            if key in closed:
                continue
            closed[key] = pair
            if node.joins is not None:
                stack.extend((join, 0) for join in node.joins)
            if node.gap is not None:
                stack.append((node.gap, MAX_GAP))
        if not closed:
            return None
        name = frozenset(closed)
        state = self._states.get(name)
        if state is None:
            state = self._states[name] = State(tuple(closed.values()))
        return state

    def _next(self, state: State, meaning: int) -> State | None:
        """Return where a word leads to from a state, by the number of what it stands for, and remember it."""
        pairs: list[tuple[Node, int]] = []
        symbols = self._meanings[meaning]
        for node, left in state.pairs:
            words = node.words
            pairs.extend((words[symbol], 0) for symbol in symbols if symbol in words)
            if left:
                pairs.append((node, left - 1))
        following = state.following[meaning] = self._state(pairs)
        return following

    def _by_class(self, state: State, name: str) -> State | None:
        """Return where a token class leads to from a state."""
        if name not in state.by_class:
            state.by_class[name] = self._state((node.classes[name], 0) for node, _ in state.pairs if node.classes and name in node.classes)
        return state.by_class[name]

    def scan(self, tokens: Sequence[Token], edges: Edges, meanings: Iterable[int] | None = None) -> dict[int, list[Hit]]:
        """Return the hits of every target in a stream, leftmost longest and disjoint for each target.

        `meanings`: the numbers of what the tokens stand for, where they are known already (and the lexicon is complete).
        States are sets of places in the trie, made as texts reach them, so that a word is one step however many phrases it continues.
        """
        found: dict[int, list[Hit]] = {}
        self.expect(1)
        if self._waiting:
            self._meet(tokens, edges)
            meanings = None
        if self._start is None or len(self._states) > _MANY_STATES:
            self._forget_states()
        start = self._start
        if start is None:
            return found
        numbers = list(map(self._memo.__getitem__, map(_norm_of, tokens)) if meanings is None else meanings)
        numbers.append(_BARRIER)
        begin = self._begin
        for first, state in enumerate(map(begin.__getitem__, pairwise(numbers))):
            if state is not None:
                self._run(state, numbers, first, first + 1, edges, found)
        if start.has_classes:
            for first, classes in edges.items():
                for name, last in classes:
                    state = self._by_class(start, name)
                    if state is not None:
                        self._run(state, numbers, first, last, edges, found)
        for number, hits in found.items():
            if len(hits) > 1:
                found[number] = self._longest(hits)
        return found

    def beginning(self, meaning: int, after: int) -> State | None:
        """Return the state after a word at which a phrase may begin, None where no phrase does, or none goes on with the word after it."""
        start = self._start
        if start is None or meaning <= 0:
            return None
        state = start.following[meaning] if meaning in start.following else self._next(start, meaning)
        if state is None or not state.is_quiet:
            return state
        if after < 0 or (state.following[after] if after in state.following else self._next(state, after)) is None:
            return None
        return state

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
                    other = self._by_class(state, name)
                    if other is not None:
                        self._run(other, meanings, first, end, edges, found)
            if state.is_last:
                return
            meaning = meanings[last]
            if meaning < 0:
                return
            following = state.following
            after = following[meaning] if meaning in following else self._next(state, meaning)
            if after is None:
                return
            state = after
            last += 1

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
