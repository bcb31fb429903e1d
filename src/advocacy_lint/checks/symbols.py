"""What words stand for in phrases: themselves, a choice they are among, a lemma they are a form of, a compound they end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from advocacy_lint.text import normalise

BARRIER = -1


class Symbols:
    """The symbols that phrases are made of (``{stolt}``, ``[a|b]``, ``*overskud``, words), and the number of what a word means by them.

    Texts hold few sets of symbols: each has a number, which holds until a symbol is declared.
    """

    def __init__(self, forms: Callable[[str], Iterable[str]]) -> None:
        self._forms = forms
        self._symbols: dict[str, list[str]] = {}  # word → the symbols it stands for
        self._affixes: dict[str, str] = {}  # "*overskud" → "overskud"
        self._affix_lengths: dict[str, set[int]] = {"suffix": set(), "prefix": set()}
        self._suffixes: tuple[str, ...] = ()
        self._prefixes: tuple[str, ...] = ()
        self._tail = self._head = 1  # how many letters of a word are looked at, and what they then are
        self._tails: set[str] = set()
        self._heads: set[str] = set()
        self._infixes: list[str] = []
        self._insides: tuple[str, ...] = ()
        self.meanings: list[tuple[str, ...]] = [()]  # by number
        self._numbers: dict[tuple[str, ...], int] = {(): 0}

    @property
    def declared(self) -> tuple[dict[str, list[str]], list[str]]:
        """What has been declared: the words that symbols stand for, and the symbols that stand for parts of any word."""
        words: dict[str, list[str]] = {}
        for word, symbols in self._symbols.items():
            for symbol in symbols:
                words.setdefault(symbol, []).append(word)
        return words, [*self._affixes, *self._infixes]

    def restore(self, words: dict[str, list[str]], parts: list[str]) -> None:
        """Declare what was `declared` before."""
        symbols = self._symbols
        for symbol, its in words.items():
            for word in its:
                if word not in symbols:
                    symbols[word] = [symbol]
                elif symbol not in symbols[word]:
                    symbols[word].append(symbol)
        for symbol in parts:
            self.declare(symbol)

    def renumber(self) -> None:
        """Number anew what words mean: symbols have been declared."""
        self._suffixes = tuple(affix for symbol, affix in self._affixes.items() if symbol[0] == "*")
        self._prefixes = tuple(affix for symbol, affix in self._affixes.items() if symbol[0] != "*")
        self._tail = min(map(len, self._suffixes), default=1)
        self._tails = {suffix[-self._tail :] for suffix in self._suffixes}
        self._head = min(map(len, self._prefixes), default=1)
        self._heads = {prefix[: self._head] for prefix in self._prefixes}
        self._insides = tuple(symbol[1:-1] for symbol in self._infixes)
        self.meanings = [()]
        self._numbers = {(): 0}

    def declare(self, symbol: str) -> None:
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
        # Most new words are in no phrase, and a few letters tell them from all with such endings and beginnings.
        if norm not in self._symbols and norm[-self._tail :] not in self._tails and norm[: self._head] not in self._heads:
            for letters in self._insides:
                if letters in norm:
                    break
            else:
                return 0 if norm else BARRIER
        symbols = self._symbols_of(norm)
        known = self._numbers.get(symbols)
        if known is None:
            known = self._numbers[symbols] = len(self.meanings)
            self.meanings.append(symbols)
        return known

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
