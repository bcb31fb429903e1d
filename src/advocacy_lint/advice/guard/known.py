"""What the sources of a text hold: numbers, names, links, quotations, words; and what of a text is not among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from advocacy_lint.advice.guard.numbers import value_of, values_in
from advocacy_lint.languages import Language, editing
from advocacy_lint.model import Token
from advocacy_lint.text import Analysis, analyse, normalise
from advocacy_lint.text.links import LINK

_BRACKETS = re.compile(r"\[[^\[\]\n]{0,400}\](?!\()")
_MARKS = re.compile(r"[^\w]+")
_LINK = re.compile(LINK)
# A stem is a word's beginning: endings are inflection.
STEM = 5
# Names of so many letters are known in their inflected forms too.
_LONG = 5
# Words that are written with a capital wherever they stand, and name nobody.
_ALWAYS_CAPITAL = frozenset("i i'm i've i'd i'll de dem deres jer ok tv ceo hr it ai".split())
_CURRENCY = re.compile(r"[€$£]|\b(?:kr|kroner|dkk|euro?s?|dollars?|pounds?|usd|gbp)\b", re.IGNORECASE)
_CURRENCIES = {"kr": "kr", "kroner": "kr", "dkk": "kr", "€": "eur", "eur": "eur", "euro": "eur", "euros": "eur", "$": "usd", "usd": "usd",
               "dollar": "usd", "dollars": "usd", "£": "gbp", "gbp": "gbp", "pound": "gbp", "pounds": "gbp"}  # fmt: skip


class Invention(Struct, frozen=True):
    """Something that no source has: a number, date, name, link, mention, hashtag, quotation, money; or empty, language, length, wording."""

    kind: str
    text: str


def stem(norm: str) -> str:
    """Return the beginning of a word, without what shows a genitive."""
    base = norm[:-2] if norm.endswith("'s") else norm
    return base[:STEM]


class Known:
    """The sources of a text, taken apart once."""

    def __init__(self, sources: Sequence[str], language: Language) -> None:
        self.language = language
        self.texts = [self.without_brackets(source) for source in sources]
        self.analyses = [analyse(text, language) for text in self.texts if text.strip()]

    @staticmethod
    def without_brackets(text: str) -> str:
        """Return a text without [questions to the author]."""
        return _BRACKETS.sub(" ", text)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the sources, as they are compared; parts of a hyphenated one by themselves too."""
        found: set[str] = set()
        for norm in self._norms():
            found.add(norm)
            found.update(norm.split("-"))
            if norm.endswith("'s"):
                found.add(norm[:-2])
            if norm.endswith("s"):
                found.add(norm[:-1])
        return frozenset(found)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of all words of the sources."""
        return frozenset(stem(part) for norm in self._norms() for part in (norm, *norm.split("-")))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the sources that have a capital inside a sentence."""
        found = set()
        for analysis in self.analyses:
            openings = _openings(analysis)
            for index, (kind, norm, *_) in enumerate(analysis.tokens):
                if kind == "capital" and index not in openings and norm not in _ALWAYS_CAPITAL and norm not in self.language.months:
                    found.add(norm[:-2] if norm.endswith("'s") else norm)
        return frozenset(found)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """All numbers of the sources, in figures or words."""
        return frozenset(value for analysis in self.analyses for value, _ in values_in(analysis.tokens, self.language))

    @cached_property
    def flat(self) -> str:
        """What the sources say, without signs and capitals: where a quotation is looked for."""
        return " ".join(flat(text) for text in self.texts)

    @cached_property
    def links(self) -> frozenset[str]:
        """The links of the sources."""
        return frozenset(_link(match[0]) for text in self.texts for match in _LINK.finditer(text))

    @cached_property
    def currencies(self) -> frozenset[str]:
        """The currencies that the sources speak of."""
        return frozenset(_currency(match[0]) for text in self.texts for match in _CURRENCY.finditer(text))

    def _norms(self) -> Iterator[str]:
        return (token[1] for analysis in self.analyses for token in analysis.tokens if token[0] not in ("punct", "number"))


def _link(text: str) -> str:
    return text.rstrip(".,;:!?").casefold().rstrip("/")


def _currency(text: str) -> str:
    return _CURRENCIES.get(text.casefold(), text.casefold())


def flat(text: str) -> str:
    """Return a text without signs and capitals."""
    return " ".join(_MARKS.sub(" ", normalise(text)).split())


def inventions(text: str, known: Known) -> Iterable[Invention]:
    """Yield what a text holds that no source has, in order of its kind."""
    analysis = analyse(text, known.language)
    for value, words in values_in(analysis.tokens, known.language):
        if value not in known.numbers:
            yield Invention("number", words)
    for token, start in zip(analysis.tokens, analysis.starts, strict=True):
        kind, norm = token[0], token[1]
        written = text[start : start + token[4]]
        if norm in known.language.months and norm not in known.words and len(norm) > 3:
            yield Invention("date", written)
        elif kind in ("mention", "hashtag") and norm not in known.words:
            yield Invention(kind, written)
    yield from (Invention("name", name) for name in _names(analysis, known))
    for match in _LINK.finditer(text):
        if _link(match[0]) not in known.links:
            yield Invention("link", match[0].rstrip(".,;:!?"))
    for match in _CURRENCY.finditer(text):
        if _currency(match[0]) not in known.currencies:
            yield Invention("money", match[0])
    for quote in analysis.quotes:
        said = flat(text[quote.start : quote.end])
        if said and f" {said} " not in f" {known.flat} ":
            yield Invention("quotation", text[quote.start : quote.end])


def _names(analysis: Analysis, known: Known) -> Iterator[str]:
    """Yield names that no source has: capitals inside a sentence, first names wherever they stand."""
    language = known.language
    openings = _openings(analysis)
    for index, token in enumerate(analysis.tokens):
        kind, norm = token[0], token[1]
        if kind != "capital" or norm in _ALWAYS_CAPITAL or norm in language.months:
            continue
        base = norm[:-2] if norm.endswith("'s") else norm
        if _stands(base, known.words) or value_of(norm, language) is not None:
            continue
        first = base in language.first_names or language.bare_genitive and base.endswith("s") and base[:-1] in language.first_names
        opens = index in openings
        if opens and base in editing(language.code).function_words:
            continue
        if opens and not (first and base not in language.ambiguous_names) and not _goes_on(analysis.tokens, index):
            continue
        start = analysis.starts[index]
        yield analysis.text[start : start + token[4]]


def _stands(base: str, words: frozenset[str]) -> bool:
    """Say whether a name stands in the sources: as it is, inflected («Folkemøde», «Folkemødet»), or part by part."""
    if base in words or base.endswith("s") and base[:-1] in words or "-" in base and all(part in words for part in base.split("-") if part):
        return True
    return len(base) >= _LONG and any(word.startswith(base) or len(word) >= _LONG and base.startswith(word) for word in words)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Say whether another capital follows: two in a row are a name, also where the first opens a sentence."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after[0] == "capital" and after[1] not in _ALWAYS_CAPITAL


def _openings(analysis: Analysis) -> frozenset[int]:
    """Return the indexes of tokens that open a sentence, a line or a quotation."""
    found = set()
    begins = {sentence.start for sentence in analysis.sentences}
    open_now = True
    for index, start in enumerate(analysis.starts):
        kind, norm = analysis.kinds[index], analysis.tokens[index][1]
        line = start == 0 or "\n" in analysis.text[analysis.starts[index - 1] + analysis.tokens[index - 1][4] : start] if index else True
        if start in begins or line or open_now:
            found.add(index)
        open_now = (kind not in ("word", "capital", "number") and norm != ",") and (
            open_now or norm in (":", "–", "—", '"', "“", "»", "«", "”", "(", "•", "·", "→")
        )
    return frozenset(found)
