"""What words stand for in phrases: themselves, a choice they are among, a lemma they are a form of, a compound they end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct, field

from advocacy_lint.text import normalise


class Symbols(Struct, frozen=True, array_like=True):
    """The symbols that phrases are made of (``{stolt}``, ``[a|b]``, words), as numbers by the words that stand for them.

    `suffixes` (``*overskud``), `prefixes` (``rekord*``) and `infixes` (``*bære*``) stand for parts of any longer word.
    """

    words: dict[str, tuple[int, ...]] = field(default_factory=dict)
    suffixes: dict[str, int] = field(default_factory=dict)
    prefixes: dict[str, int] = field(default_factory=dict)
    infixes: dict[str, int] = field(default_factory=dict)


class Declared:
    """Numbers symbols as phrases declare them, and notes which words stand for each."""

    def __init__(self, forms: Callable[[str], Iterable[str]]) -> None:
        self._forms = forms
        self._numbers: dict[str, int] = {}
        self._words: dict[str, dict[int, None]] = {}
        self._parts: dict[str, dict[str, int]] = {"suffix": {}, "prefix": {}, "infix": {}}

    def number(self, symbol: str) -> int:
        """Return the number of a symbol; KeyError for a lemma without known forms."""
        number = self._numbers.get(symbol)
        if number is None:
            number = self._numbers[symbol] = len(self._numbers)
            for word in self._words_of(symbol, number):
                self._words.setdefault(word, {})[number] = None
        return number

    def symbols(self) -> Symbols:
        """Return all that was declared."""
        words = {word: tuple(numbers) for word, numbers in self._words.items()}
        return Symbols(words, self._parts["suffix"], self._parts["prefix"], self._parts["infix"])

    def _words_of(self, symbol: str, number: int) -> Iterable[str]:
        if symbol[0] == "[" and len(symbol) > 1:
            return symbol[1:-1].split("|")
        if symbol[0] == "{":
            return [normalise(form) for lemma in symbol[1:-1].split("|") for form in self._forms(lemma)]
        part = symbol.strip("*")
        if not part or part == symbol:
            return (symbol,)
        self._parts["infix" if symbol[0] == symbol[-1] else "suffix" if symbol[0] == "*" else "prefix"][part] = number
        return ()


class WordLookup:
    """Looks up which symbols a word stands for."""

    def __init__(self, symbols: Symbols) -> None:
        self._words = symbols.words
        self._infixes = tuple(symbols.infixes.items())
        # Endings and beginnings by the few letters that all of them have: most words have none of those.
        self._tail = min(map(len, symbols.suffixes), default=1)
        self._suffixes: dict[str, list[tuple[str, int]]] = {}
        for part, number in symbols.suffixes.items():
            self._suffixes.setdefault(part[-self._tail :], []).append((part, number))
        self._head = min(map(len, symbols.prefixes), default=1)
        self._prefixes: dict[str, list[tuple[str, int]]] = {}
        for part, number in symbols.prefixes.items():
            self._prefixes.setdefault(part[: self._head], []).append((part, number))

    def __call__(self, norm: str) -> tuple[int, ...]:
        """Return the symbols of a word; most have none."""
        found = self._words.get(norm, ())
        for part, number in self._suffixes.get(norm[-self._tail :], ()):
            if len(part) < len(norm) and norm.endswith(part):
                found += (number,)
        for part, number in self._prefixes.get(norm[: self._head], ()):
            if len(part) < len(norm) and norm.startswith(part):
                found += (number,)
        for part, number in self._infixes:
            if part in norm:
                found += (number,)
        return found
