"""Phrase syntax: what a phrase may hold, and the symbols it stands for.

``word`` (case folded) · ``{lemma}`` or ``{one|other}``, any inflected form · ``[a|b c|]`` alternatives, of which one may be empty ·
``(word)`` an optional word · ``...`` up to three tokens between · ``*word``, ``word*``, ``*part*`` compounds · ``<money>`` a token class.
Brackets and parentheses hold whatever a phrase may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advocacy_lint.checks.classes import CLASSES
from advocacy_lint.text import normalise

MAX_ELEMENTS = 24
MAX_GAPS = 3
MAX_EXPANSION = 256
# A word of at most so many letters is likely a common one.
SHORT = 6
GAP = "..."
# The symbols of an option, the options of an element, the elements of a phrase.
Option = list[str]
Element = list[Option]
# Most phrases: nothing in them to take apart, and nothing to compose.
_PLAIN = re.compile(r"[a-zæøå]+(?: [a-zæøå]+)*")
_PIECE = re.compile(r"\{[^{}]+\}|<[a-z]+>|\.\.\.|[\[\]()|]|[^\s\[\]{}()<>|]+")
_PARTNERS = {"[": "]", "(": ")"}


def parse(pattern: str) -> list[Element]:
    """Return the elements of a phrase: for each, its options, and for each of those the symbols it stands for.

    Raises ValueError with a reason where the phrase is not in the syntax.
    """
    if _PLAIN.fullmatch(pattern) and pattern.count(" ") < MAX_ELEMENTS:
        return [[[word]] for word in pattern.split(" ")]
    elements = _Reader(pattern).sequence("")
    _validate(elements)
    return elements


def expand(pattern: str) -> list[list[str]]:
    """Return the sequences of symbols a phrase stands for, its `[a b|c d]` alternatives written out, for a person to read.

    At most `MAX_EXPANSION` of them.
    """
    return _combined(parse(pattern))[:MAX_EXPANSION]


class _Reader:
    """Reads the pieces of a phrase from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pieces = _pieces(pattern)
        self._next = 0

    def sequence(self, opened: str) -> list[Element]:
        """Return the elements up to what closes the bracket that was opened (the end of the phrase where none was), or to a ``|``."""
        elements: list[Element] = []
        while self._next < len(self._pieces):
            piece = self._pieces[self._next]
            if piece in "])|":
                if not opened:
                    raise ValueError(f"“{piece}” has no partner" if piece != "|" else "“|” stands in brackets: [a|b]")
                break
            self._next += 1
            elements.append(self._choice(piece) if piece in _PARTNERS else [[_symbol(piece)]])
        return elements

    def _choice(self, opened: str) -> Element:
        """Return the options of ``[a|b]``, or of ``(a|b)``, which may be left out."""
        options: Element = []
        while True:
            options += _combined(self.sequence(opened))
            if len(options) > MAX_EXPANSION:
                raise ValueError(f"at most {MAX_EXPANSION} alternatives")
            if self._next == len(self._pieces):
                raise ValueError(f"“{opened}” has no partner")
            piece = self._pieces[self._next]
            self._next += 1
            if piece == "|":
                continue
            if piece != _PARTNERS[opened]:
                raise ValueError(f"“{opened}” is closed by “{piece}”")
            if opened == "(":
                if options == [[]]:
                    raise ValueError("nothing between the parentheses")
                options.append([])
            return _joined(options)


def _pieces(pattern: str) -> list[str]:
    """Return the words, braces, classes, brackets and bars of a phrase."""
    pieces: list[str] = []
    position = 0
    for found in _PIECE.finditer(pattern):
        if rest := pattern[position : found.start()].strip():
            raise ValueError(f"“{rest}” has no partner")
        position = found.end()
        pieces.append(found.group())
    if rest := pattern[position:].strip():
        raise ValueError(f"“{rest}” has no partner")
    return pieces


def _symbol(piece: str) -> str:
    """Return the symbol of a piece that is no bracket."""
    if piece == GAP or piece[0] == "<":
        return piece
    if piece[0] == "{":
        return "{" + "|".join(normalise(part.strip()) for part in piece[1:-1].split("|")) + "}"
    word = normalise(piece)
    if not word:
        raise ValueError("a word of nothing but invisible characters")
    return word


def _combined(elements: Sequence[Element]) -> list[Option]:
    """Return the sequences of symbols that elements stand for: all of them, or one more than `MAX_EXPANSION`."""
    sequences: list[Option] = [[]]
    for options in elements:
        sequences = [sequence + option for sequence in sequences for option in options][: MAX_EXPANSION + 1]
    return sequences


def _joined(options: Element) -> Element:
    """Return options with plain words made one symbol that stands for any of them: ``[a|b] [c|d]`` is two steps, not four paths."""
    single = sorted({option[0] for option in options if len(option) == 1 and _is_plain(option[0])})
    rest: Element = []
    for option in options:
        if (len(option) != 1 or not _is_plain(option[0])) and option not in rest:
            rest.append(option)
    return ([["[" + "|".join(single) + "]"]] if len(single) > 1 else [single] if single else []) + rest


def _is_plain(symbol: str) -> bool:
    return symbol != GAP and symbol[0] not in "<{[" and "*" not in symbol


def _validate(elements: Sequence[Element]) -> None:
    if all([] in options for options in elements):
        raise ValueError("the phrase can be empty")
    if _begins_with_gap(elements, 0) or _begins_with_gap(elements[::-1], -1):
        raise ValueError("a gap (...) stands between words")
    longest = sum(max(len(option) for option in options) for options in elements)
    symbols = [symbol for options in elements for option in options for symbol in option]
    if longest > MAX_ELEMENTS or symbols.count(GAP) > MAX_GAPS:
        raise ValueError(f"at most {MAX_ELEMENTS} words and {MAX_GAPS} gaps")
    for symbol in symbols:
        if symbol[0] == "<" and symbol[1:-1] not in CLASSES:
            raise ValueError(f"unknown token class {symbol}; there are {', '.join(sorted(CLASSES))}")
        if "*" in symbol and symbol[0] != "[" and (len(symbol.strip("*")) < 2 or "*" in symbol.strip("*")):
            raise ValueError(f"“{symbol}”: a star stands at the start or the end, with two letters or more")


def _begins_with_gap(elements: Sequence[Element], end: int) -> bool:
    """Say whether a phrase may begin (`end` 0) with a gap, or end (-1) with one."""
    for options in elements:
        if any(option and option[end] == GAP for option in options):
            return True
        if [] not in options:
            return False
    return False


def alone(pattern: str) -> tuple[str, ...]:
    """Return the short words that a phrase of several matches by themselves, since all the others may be left out.

    Short words are common ones: such a phrase finds them wherever they stand. Lists in braces are left alone: they are meant as such.
    """
    elements = parse(pattern)
    needed = [options for options in elements if [] not in options]
    if len(needed) != 1 or len(elements) == 1:
        return ()
    words = [word for option in needed[0] if len(option) == 1 for word in option[0].strip("[]").split("|") if option[0][0] not in "{<"]
    return tuple(word for word in words if len(word) <= SHORT and word.isalpha())


def lemmas(pattern: str) -> Iterator[str]:
    """Yield the lemmas a phrase asks the forms of."""
    for braces in re.findall(r"\{([^{}]+)\}", pattern):
        for lemma in braces.split("|"):
            yield normalise(lemma.strip())
