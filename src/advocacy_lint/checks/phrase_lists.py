"""The phrases of rules and signals, declared as lists: taken apart and put into one trie, which is kept with the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from advocacy_lint.checks.phrases import Phrases
from advocacy_lint.checks.symbols import Declared
from advocacy_lint.checks.syntax import Element, parse
from advocacy_lint.checks.trie import TrieBuilder
from advocacy_lint.errors import RuleError


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
