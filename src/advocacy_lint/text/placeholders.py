"""Placeholders: brackets that somebody should have filled in, of templates, frames and scaffolds. Nothing in them is the author's word.

``[Begynd her: …]``, ``[one name]``, ``{fornavn}``, ``{{ name }}``, ``INDSÆT LINK``. Not: Markdown links, checkboxes, footnotes,
citations, ``[sic]``, ``[…]``, and what an editor puts into a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from advocacy_lint.model import Span
from advocacy_lint.text.spans import meets

# Compiled for the first text that may have any.
_BRACKET = r"(?<![\]\\!\w])\[(?P<inside>[^\[\]\n]{1,300})\](?![(\[])"
_BRACES = r"\{\{[^{}\n]{1,60}\}\}|(?<![\w{$\\/:\"'=])\{(?=[^\W\d_])[\w .æøåÆØÅ-]{2,40}\}(?![}\\])"
_SHOUTED = ("INDSÆT", "TILFØJ", "UDFYLD", "SKRIV", "INSERT", "ADD", "FILL IN", "YOUR")
_CAPITALS = rf"(?<![\w=])(?:{'|'.join(_SHOUTED)})(?:[ _]+[A-ZÆØÅ]{{2,}}){{1,4}}(?!\w)"
_SLOTS = frozenset(
    """navn navne fornavn efternavn kollega kollegas firma firmanavn virksomhed virksomhedsnavn dato titel tal antal by sted kunde kundenavn produkt produktnavn emne tema årstal beløb person
    name names company date title number amount city place customer product topic year role manager employee link url website hashtag placeholder tbd tba todo xx xxx
    indsættes udfyldes inserted
    hvem hvad hvor hvornår hvilken hvilket hvilke hvorfor hvordan who what where when which why how""".split()
)
_ORDERS = frozenset(
    "indsæt tilføj skriv udfyld nævn beskriv fortæl begynd start slut vælg insert add write describe tell begin end fill choose mention name put your jeres dit din dine jeres".split()
)
_ARTICLES = frozenset("en et ét én one a an the det den de two tre three".split())
_NOT = frozenset("sic sic! x … ... red. redaktionen aside note edit update video billede photo ad annonce reklame".split())
_WORD = re.compile(r"[^\W_]+")
# A slot of more words is an aside that happens to hold such a word.
_SHORT, _LONG = 4, 12


def find(text: str, start: int, end: int, muted: Sequence[Span] = (), quotes: Sequence[Span] = ()) -> list[Span]:
    """Return where placeholders stand in a text, in order; `quotes`: where others speak, and brackets are an editor's."""
    found: list[Span] = []
    if "[" in text:
        for match in re.compile(_BRACKET).finditer(text, start, end):
            defines = text.startswith(":", match.end()) and (not match.start() or text[match.start() - 1] == "\n")
            if not defines and _is_open(match["inside"].strip(), meets(quotes, *match.span())):
                found.append(Span(*match.span()))
    if "{" in text:
        found += [Span(*match.span()) for match in re.compile(_BRACES).finditer(text, start, end)]
    if any(order in text for order in _SHOUTED):  # a tenth of what the expression costs
        found += [Span(*match.span()) for match in re.compile(_CAPITALS).finditer(text, start, end)]
    kept = [span for span in sorted(found) if not meets(muted, span.start, span.end)]
    return [span for number, span in enumerate(kept) if not number or span.start >= kept[number - 1].end]


def _is_open(inside: str, quoted: bool) -> bool:
    """Say whether what stands in brackets asks to be filled in."""
    words = [word.casefold() for word in _WORD.findall(inside)]
    if not words or inside.casefold() in _NOT or not any(word[0].isalpha() for word in words):
        return False
    if words[0] in _ORDERS and len(words) > 1 or words == ["n"]:
        return True
    if inside.endswith("?") and not quoted:
        return True
    if len(words) <= _SHORT and any(word in _SLOTS for word in words):
        return True
    return not quoted and 1 < len(words) <= _LONG and words[0] in _ARTICLES


def words_in(text: str, spans: Sequence[Span]) -> int:
    """Return how many words stand in placeholders."""
    return sum(len(_WORD.findall(text, span.start, span.end)) for span in spans)
