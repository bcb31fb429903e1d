"""Numbers that are no facts to ask about: labels (Hall 3, ISO 9001, version 4.0, #4), bounds, telephones, parts of words (40-års)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advocacy_lint.languages import Language
from advocacy_lint.model import Token

_LABELLING = frozenset("# v v. version nr nr. no no. iso hal hall sal room lokale side page uge week § punkt point kapitel chapter".split())
_JOINTS = frozenset("-–—")
_TELEPHONE = 8
# After a hyphen: a 40-års fest, a 30-year-old lathe, an 8-timers vagt, a 12-person team.
_MEASURED = re.compile(
    r"(?:år|dag|uge|måned|tim|minut|sekund|meter|kilo|liter|mand|person|year|day|week|month|hour|second|metre|mile|page|fold)"
)


def labels(tokens: Sequence[Token], language: Language) -> frozenset[int]:
    """Return the indexes of numbers that name, bound or call something."""
    return frozenset(index for index, token in enumerate(tokens) if token[0] == "number" and _is_label(tokens, index, language))


def _is_label(tokens: Sequence[Token], index: int, language: Language) -> bool:
    if index and _names_it(tokens, index - 1, language):
        return True
    if index + 2 < len(tokens) and tokens[index + 1][1] == "-" and _MEASURED.match(tokens[index + 2][1]):
        return True
    return _in_range(tokens, index) or _in_telephone(tokens, index)


def _names_it(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """Say whether the word before a number makes it a part of a name: a label, or a capital that opens no sentence."""
    kind, norm = tokens[index][0], tokens[index][1]
    if norm in _LABELLING:
        return True
    opens = index == 0 or tokens[index - 1][0] not in ("word", "capital", "number") and tokens[index - 1][1] != ","
    return kind == "capital" and not opens and norm not in language.months and norm not in language.money_words


def _in_range(tokens: Sequence[Token], index: int) -> bool:
    after = index + 2 < len(tokens) and tokens[index + 1][1] in _JOINTS and tokens[index + 2][0] == "number"
    ahead = index >= 2 and tokens[index - 1][1] in _JOINTS and tokens[index - 2][0] == "number"
    return after or ahead or any(tokens[at][1] in ("mellem", "between") for at in range(max(0, index - 5), index))


def _in_telephone(tokens: Sequence[Token], index: int) -> bool:
    first = last = index
    while first and tokens[first - 1][0] == "number" and index - first < _TELEPHONE:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1][0] == "number" and last - index < _TELEPHONE:
        last += 1
    row = [tokens[at][1] for at in range(first, last + 1)]
    return sum(len(each) for each in row) >= _TELEPHONE and all(each.isdigit() for each in row)
