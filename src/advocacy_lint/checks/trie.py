"""All phrases as one trie, read by being at several of its nodes at once: a word is one step however many phrases it continues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from advocacy_lint.checks.symbols import Symbols
from advocacy_lint.checks.syntax import GAP, MAX_GAP

# More states than this are forgotten and made anew: a bound on memory.
MANY_STATES = 50_000


class Node(Struct, array_like=True, omit_defaults=True):
    """One state of the trie: where the next symbol leads, and which phrases end here."""

    words: dict[str, Node] = field(default_factory=dict)  # by symbol
    ends: list[tuple[int, str]] | None = None
    joins: list[int] | None = None  # where alternatives go on together: numbers among the nodes that do so
    classes: dict[str, Node] | None = None
    gap: Node | None = None


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


class _Beginnings(dict[tuple[int, int], "State | None"]):
    """Where two words lead to that follow each other: most begin no phrase, or none that goes on."""

    def __init__(self, trie: Trie) -> None:
        self._trie = trie

    def __missing__(self, pair: tuple[int, int]) -> State | None:
        if len(self) > MANY_STATES:
            self.clear()
        state = self[pair] = self._trie.beginning(*pair)
        return state


class Trie:
    """The phrases, and the states that texts reach in them, each made the first time it is reached and remembered."""

    def __init__(self, symbols: Symbols, root: Node | None = None, joined: list[Node] | None = None) -> None:
        """`root` and `joined`, the nodes in which alternatives meet: of an earlier trie, over the same symbols."""
        self._symbols = symbols
        self.root = root or Node()
        self.joined = joined or []
        self._states: dict[frozenset[tuple[int, int]], State] = {}
        self.start: State | None = None
        self.beginnings = _Beginnings(self)

    def forget(self) -> None:
        """Forget where words lead to: the trie has grown, or the memory has."""
        self._states.clear()
        self.beginnings.clear()
        self.start = self._state([(self.root, 0)])

    @property
    def is_full(self) -> bool:
        """Say whether there are so many states that they had better be forgotten, or none yet."""
        return self.start is None or len(self._states) > MANY_STATES

    def insert(self, elements: Sequence[Sequence[Sequence[str]]], number: int, pattern: str) -> None:
        """Add a phrase of a target."""
        if [] in elements[0]:  # an optional beginning is two phrases: the root itself joins nothing
            self.insert(elements[1:], number, pattern)
            elements = [[option for option in elements[0] if option], *elements[1:]]
        node = self.root
        for options in elements:
            if len(options) == 1:
                node = self._path(node, options[0])
                continue
            # Alternatives meet again in a node of this phrase's own, so that they are added up and not multiplied.
            for option in options:
                end = self._path(node, option)
                end.joins = [*(end.joins or ()), len(self.joined)]
            node = Node()
            self.joined.append(node)
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
                    self._symbols.declare(symbol)
                    following = node.words[symbol] = Node()
                node = following
        return node

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
                stack.extend((self.joined[join], 0) for join in node.joins)
            if node.gap is not None:
                stack.append((node.gap, MAX_GAP))
        if not closed:
            return None
        name = frozenset(closed)
        state = self._states.get(name)
        if state is None:
            state = self._states[name] = State(tuple(closed.values()))
        return state

    def after(self, state: State, meaning: int) -> State | None:
        """Return where a word leads to from a state, by the number of what it stands for, and remember it."""
        pairs: list[tuple[Node, int]] = []
        symbols = self._symbols.meanings[meaning]
        for node, left in state.pairs:
            words = node.words
            for symbol in symbols:
                if symbol in words:
                    pairs.append((words[symbol], 0))
            if left:
                pairs.append((node, left - 1))
        following = state.following[meaning] = self._state(pairs) if pairs else None
        return following

    def by_class(self, state: State, name: str) -> State | None:
        """Return where a token class leads to from a state."""
        if name not in state.by_class:
            state.by_class[name] = self._state((node.classes[name], 0) for node, _ in state.pairs if node.classes and name in node.classes)
        return state.by_class[name]

    def beginning(self, meaning: int, after: int) -> State | None:
        """Return the state after a word at which a phrase may begin, None where no phrase does, or none goes on with the word after it."""
        start = self.start
        if start is None or meaning <= 0:
            return None
        state = start.following[meaning] if meaning in start.following else self.after(start, meaning)
        if state is None or not state.is_quiet:
            return state
        if after < 0 or (state.following[after] if after in state.following else self.after(state, after)) is None:
            return None
        return state
