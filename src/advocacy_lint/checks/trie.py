"""All phrases as one trie: its nodes, and how phrases are put into it. Nothing of it changes once it is built."""

from __future__ import annotations

from collections.abc import Sequence

from advocacy_lint.checks.phrases import NO_WORD, Node
from advocacy_lint.checks.symbols import Declared
from advocacy_lint.checks.syntax import GAP, Element


class TrieBuilder:
    """Puts phrases into a trie; node 0 is where all begin."""

    def __init__(self, symbols: Declared) -> None:
        self._symbols = symbols
        self._words: list[dict[int, int]] = []
        self._ends: list[list[tuple[int, int]]] = []
        self._joins: list[list[int]] = []
        self._classes: list[dict[str, int]] = []
        self._gaps: list[int] = []
        self._new()

    def insert(self, elements: Sequence[Element], target: int, number: int) -> None:
        """Add a phrase, which is the one of that number in the list of a target."""
        if [] in elements[0]:  # an optional beginning is two phrases: the root itself joins nothing
            self.insert(elements[1:], target, number)
            elements = [[option for option in elements[0] if option], *elements[1:]]
        node = 0
        for options in elements:
            if len(options) == 1:
                node = self._path(node, options[0])
                continue
            # Alternatives meet again in a node of this phrase's own, so that they are added up and not multiplied.
            meeting = self._new()
            for option in options:
                self._joins[self._path(node, option)].append(meeting)
            node = meeting
        if all(each != target for each, _ in self._ends[node]):
            self._ends[node].append((target, number))

    def nodes(self) -> list[Node]:
        """Return the nodes, without those that do nothing but join another: who leads there leads on to it (three nodes in ten)."""
        leads_to = [self._joined_alone(node) for node in range(len(self._gaps))]
        kept = [node for node, to in enumerate(leads_to) if node == to]
        numbers = {node: number for number, node in enumerate(kept)}
        new = [numbers[to] for to in leads_to]
        return [self._node(node, new) for node in kept]

    def _node(self, node: int, new: Sequence[int]) -> Node:
        """Return a node, in which others have `new` numbers."""
        words = {symbol: new[to] for symbol, to in self._words[node].items()}
        word, to = next(iter(words.items())) if node and len(words) == 1 else (NO_WORD, 0)
        return Node(
            word,
            to,
            words if word == NO_WORD and words else None,
            tuple(self._ends[node]),
            tuple(dict.fromkeys(new[to] for to in self._joins[node])),
            {name: new[to] for name, to in self._classes[node].items()} or None,
            new[self._gaps[node]],
        )

    def _joined_alone(self, node: int) -> int:
        """Return the node that one joins, and the one that joins in turn, as long as each does nothing else."""
        while len(self._joins[node]) == 1 and not (self._words[node] or self._ends[node] or self._classes[node] or self._gaps[node]):
            (node,) = self._joins[node]
        return node

    def _new(self) -> int:
        self._words.append({})
        self._ends.append([])
        self._joins.append([])
        self._classes.append({})
        self._gaps.append(0)
        return len(self._gaps) - 1

    def _path(self, node: int, symbols: Sequence[str]) -> int:
        """Return the node that symbols lead to from a node, made where there is none."""
        for symbol in symbols:
            if symbol == GAP:
                if not self._gaps[node]:
                    self._gaps[node] = self._new()
                node = self._gaps[node]
            elif symbol[0] == "<":
                node = self._classes[node].setdefault(symbol[1:-1], len(self._gaps))
            else:
                node = self._words[node].setdefault(self._symbols.number(symbol), len(self._gaps))
            if node == len(self._gaps):
                self._new()
        return node
