"""Phrase syntax: what a phrase may hold, and the symbols it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advocacy_lint.checks.classes import CLASSES
from advocacy_lint.text import normalise

MAX_GAP = 3
MAX_ELEMENTS = 24
MAX_GAPS = 3
MAX_EXPANSION = 256
GAP = "..."
# Most phrases: nothing in them to take apart, and nothing to compose.
_PLAIN = re.compile(r"[a-zæøå]+(?: [a-zæøå]+)*")
_PLAIN_CHOICE = re.compile(r"[a-zæøå]+(?:\|[a-zæøå]+)*")
_ELEMENT = re.compile(r"\{[^{}]+\}|\[[^\[\]]+\]|<[a-z]+>|\.\.\.|[^\s\[\]{}<>]+")


def parse(pattern: str, *, is_right: bool = False) -> list[list[list[str]]]:
    """Return the elements of a phrase: for each, its options, and for each of those the symbols it stands for.

    `is_right`: it has been found to be so before, and is not looked at again.
    Raises ValueError with a reason where the phrase is not in the syntax.
    """
    if _PLAIN.fullmatch(pattern) and pattern.count(" ") < MAX_ELEMENTS:
        return [[[word]] for word in pattern.split(" ")]
    elements: list[list[list[str]]] = []
    position = 0
    for found in _ELEMENT.finditer(pattern):
        if pattern[position : found.start()].strip():
            raise ValueError(f"“{pattern[position : found.start()].strip()}” has no partner")
        position = found.end()
        elements.append(_options(found.group()))
    if pattern[position:].strip():
        raise ValueError(f"“{pattern[position:].strip()}” has no partner")
    if not is_right:
        _validate(elements)
    return elements


def expand(pattern: str) -> list[list[str]]:
    """Return the sequences of symbols a phrase stands for, its `[a b|c d]` alternatives written out, for a person to read.

    At most `MAX_EXPANSION` of them.
    """
    sequences: list[list[str]] = [[]]
    for options in parse(pattern):
        sequences = [sequence + option for sequence in sequences for option in options][:MAX_EXPANSION]
    return sequences


def _options(element: str) -> list[list[str]]:
    if element[0] in "[{" and _PLAIN_CHOICE.fullmatch(element, 1, len(element) - 1):
        choice = element[1:-1]
        if element[0] == "{":
            return [[element]]
        plain = sorted(set(choice.split("|")))
        return [["[" + "|".join(plain) + "]"]] if len(plain) > 1 else [plain]
    if element[0] == "[" and element[-1] == "]":
        options = [_words(option) for option in element[1:-1].split("|")]
        # Plain words are one symbol that stands for any of them: "[a|b] [c|d]" is two steps in the trie, not four paths.
        single = sorted({option[0] for option in options if len(option) == 1 and _is_plain(option[0])})
        rest = [option for option in options if len(option) != 1 or not _is_plain(option[0])]
        return ([["[" + "|".join(single) + "]"]] if len(single) > 1 else [single] if single else []) + rest
    if element[0] == "{":
        return [["{" + "|".join(normalise(part.strip()) for part in element[1:-1].split("|")) + "}"]]
    return [_words(element)]


def _is_plain(word: str) -> bool:
    return word != GAP and word[0] != "<" and "*" not in word


def _words(text: str) -> list[str]:
    words = [word if word == GAP or word[0] == "<" else normalise(word) for word in text.split()]
    if "" in words:
        raise ValueError("a word of nothing but invisible characters")
    return words


def _validate(elements: Sequence[Sequence[Sequence[str]]]) -> None:
    if all([] in options for options in elements):
        raise ValueError("the phrase can be empty")
    if elements[0] == [[GAP]] or elements[-1] == [[GAP]]:
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


def lemmas(pattern: str) -> Iterator[str]:
    """Yield the lemmas a phrase asks the forms of."""
    for braces in re.findall(r"\{([^{}]+)\}", pattern):
        for lemma in braces.split("|"):
            yield normalise(lemma.strip())
