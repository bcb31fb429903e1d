"""What a piece of text is by itself: a word, a number, a sign; what it is compared as, and which signals it has.

Texts repeat their words: each is looked at once, and remembered with all that is known of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from advocacy_lint import languages
from advocacy_lint.languages import Language
from advocacy_lint.model import MEANS_NOTHING, Meaning, Token
from advocacy_lint.text.links import LINK

# Words keep combining marks (macOS pastes "å" as a + ring), soft hyphens, inner apostrophes and hyphens.
_MARK = "\u0300-\u036f\u00ad\u2060\u200b\ufeff"
_WORD_TAIL = rf"(?:[^\W_]++|[{_MARK}]|['’‘ʼ\u2010\u2011-](?=[^\W_]))*+"
EMOJI = "[\u203c\u2049\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\U0001f000-\U0001faff]"
_EMAIL = r"|[^\W_][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
# What tokens look like, by kind. Order matters where they are looked for: what looks like more wins over what looks like less.
_SHAPES = {
    "url": LINK + _EMAIL,
    "abbreviation": r"(?<![^\W_])(?:[^\W\d_]{1,4}\.){2,8}(?![^\W_])",
    "capital": rf"[A-ZÆØÅ]{_WORD_TAIL}",
    "word": rf"[^\W\d_]{_WORD_TAIL}",
    "number": r"\d+(?:[.,:]\d+)*+",
    "mention": r"@[^\W_][\w.-]*(?<![.-])",
    "hashtag": r"\#(?=\d*[^\W\d])\w+",
    "emoji": rf"[\U0001f1e6-\U0001f1ff]{{2}}|(?:[\#*0-9]\ufe0f?\u20e3)"
    rf"|{EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*+(?:\u200d{EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*+)*+",
    "dots": r"\.{2,}|…",
    "punct": r"[^\w\s]|_",
}


def _pieces(email: str) -> re.Pattern[str]:
    """Return the expression whose matches cover a text whole: a token and the blank after it, or white space."""
    # Most of any text is plain words and the blanks after them: the least steps for those.
    plain = r"[a-zæøå]++(?:[ ]|(?=[,\n]))|[.,][ ]"
    proper_or_break = r"[A-ZÆØÅ][a-zæøå]*+(?=[ ,\n])|[^\S\n]*+\n\s*+"
    shapes = {**_SHAPES, "url": LINK + email}
    others = "|".join([shapes[kind] for kind in shapes if kind != "capital"])  # a word may begin with any letter
    return re.compile(rf"{plain}|(?:{proper_or_break}|{others})[ ]?|[^\S\n]++", re.VERBOSE)


_PIECES = _pieces("")
# What most words are: nothing to look up, nothing to compose.
_LOWER = re.compile("[a-zæøå]+")
_PLAIN = re.compile("[a-zæøå]+|[A-ZÆØÅ][a-zæøå]*")
_HYPHENS = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "’": "'", "‘": "'", "ʼ": "'", "\u00ad": "", "\u2060": "", "\u200b": "", "\ufeff": ""}
)
INVISIBLE = frozenset(",\"“”„«»'‘’*_~`[]\\\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
ENDERS = frozenset(".!?")
SPACE, BREAK = "space", "break"
_MEMO_LIMIT = 60_000
_LONGEST_REMEMBERED = 60

# Signals that a word has by itself, one bit each.
BITS = {
    "@word": 1,
    "@short-word": 2,
    "@long-word": 4,
    "@abstract-noun": 8,
    "@plain-long-word": 16,
    "@first-person": 32,
    "@we": 64,
    "@reader": 128,
    "@negation": 256,
}
IRREGULAR_PAST, REGULAR_PAST = 512, 1024
PAST = IRREGULAR_PAST | REGULAR_PAST
# A token class (<number>, <name> …) may begin here; the word is a person's first name, or begins with one.
CLASSED, NAMED = 2048, 4096
_CLASSED_KINDS = frozenset(("number", "capital", "hashtag", "mention", "url", "emoji", "quote"))
CURRENCY = frozenset("$€£")
_WORD, _SHORT, _LONG = BITS["@word"], BITS["@short-word"], BITS["@long-word"]
# Words of more letters are long ones, as LIX has it; no regular past tense has fewer than this and one more.
_SHORT_WORD, _SHORTEST_PAST = 6, 4
_ABSTRACT, _PLAIN_LONG = BITS["@abstract-noun"], BITS["@plain-long-word"]

_SPECIAL = frozenset(("abbreviation", "emoji", "dots"))
# What a token may be by its first sign (a figure, a letter); others are signs.
_BEGIN_WITH = {
    "0": ("number", "url", "emoji"),
    "a": ("capital", "word", "url", "abbreviation"),
    "@": ("mention",),
    "#": ("hashtag", "emoji"),
    ".": ("dots",),
    "…": ("dots",),
    "_": (),
}
_SIGNS = ("emoji",)


def _nothing(norm: str) -> Meaning:
    """Return what a word means to nobody in particular."""
    return MEANS_NOTHING


class Vocabulary(dict[str, Token]):
    """What pieces of text are as tokens, in one language; `meaning_of` says what a norm means.

    Pieces are remembered as they are met. What they are never changes, so threads that meet the same piece write the same.
    """

    def __init__(self, language: Language, meaning_of: Callable[[str], Meaning] = _nothing) -> None:
        self._meaning_of = meaning_of
        self._language = language
        self._flags_of = _Flags(language)
        self._plain_flags = self._flags_of.plain

    def __missing__(self, piece: str) -> Token:
        raw = piece[:-1] if piece[-1] == " " else piece
        if _LOWER.fullmatch(raw):  # most new words
            word: Token = ("word", raw, self._plain_flags(raw), self._meaning_of(raw), len(raw), False)
        else:
            kind, norm, length, is_special = _looked_up(piece)
            flags, meaning = self.known_of(kind, norm)
            word = (kind, norm, flags, meaning, length, is_special)
        if len(piece) <= _LONGEST_REMEMBERED:
            if len(self) > _MEMO_LIMIT:
                self.clear()
            self[piece] = word
        return word

    def known_of(self, kind: str, norm: str) -> tuple[int, Meaning]:
        """Return the signals of a word, and what it means."""
        flags = self._flags_of(norm)
        if kind != "word":
            if kind in _CLASSED_KINDS or norm in CURRENCY:
                flags |= CLASSED
            if kind == "capital":
                flags &= ~_LONG  # a name or a title, or the first word of a sentence: nobody can say it shorter
                if first_name(norm, self._language):
                    flags |= NAMED
        return flags, self._meaning_of(norm) if norm else MEANS_NOTHING


@cache
def vocabulary_of(code: str) -> Vocabulary:
    """Return the tokens of a language, by its code, without what they mean to anybody."""
    return Vocabulary(languages.get(code))


class _Flags:
    """Works out the signals of a word in a language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        # Verbs that companies announce with are no past tense; a regular one may be a participle.
        self._no_regular_past = language.corporate_past | language.past_verbs | language.not_past
        # What a word's length makes of it; all longer ones are like the last.
        self._by_length = [_WORD | (_SHORT if length <= _SHORT_WORD else _PLAIN_LONG) for length in range(language.long_word)]
        self._by_length.append(_WORD | _PLAIN_LONG | _LONG)
        self._past_endings = language.past_endings
        # A few letters tell most words from all with such endings.
        self._tail = -min(map(len, language.abstract_endings))
        self._abstract = {ending[self._tail :] for ending in language.abstract_endings}
        self._listed: dict[str, int] = {}
        for bit, words in (
            (BITS["@first-person"], language.first_person),
            (BITS["@we"], language.we),
            (BITS["@reader"], language.reader),
            (BITS["@negation"], language.negations),
            (IRREGULAR_PAST, language.past_verbs - language.corporate_past),
            (CLASSED, language.number_words | language.multiples),
        ):
            for word in words:
                self._listed[word] = self._listed.get(word, 0) | bit

    def __call__(self, norm: str) -> int:
        """Return the signals of a word, 0 for what is none."""
        return self.plain(norm) if norm.isalpha() or _is_word(norm) else 0

    def plain(self, norm: str) -> int:
        """Return the signals of what is a word."""
        length = len(norm)
        flags = self._by_length[length] if length < len(self._by_length) else self._by_length[-1]
        if norm in self._listed:
            flags |= self._listed[norm]
        if flags & _PLAIN_LONG and norm[self._tail :] in self._abstract and self._is_abstract(norm):
            flags ^= _ABSTRACT | _PLAIN_LONG
        if length > _SHORTEST_PAST and norm.endswith(self._past_endings) and norm not in self._no_regular_past:
            flags |= REGULAR_PAST
        if flags & _LONG and ("-" in norm or norm in self._language.everyday_long):
            flags ^= _LONG
        return flags

    def _is_abstract(self, norm: str) -> bool:
        return norm.endswith(self._language.abstract_endings) and norm not in self._language.not_abstract


def first_name(norm: str, language: Language) -> str | None:
    """Return the first name that a word is, or begins with ("anne-marie", "mette's", in Danish "mettes"); None where it is none."""
    base = norm[:-2] if norm.endswith("'s") else norm
    if base in language.first_names or "-" in base and base.split("-")[0] in language.first_names:
        return base
    if language.bare_genitive and base.endswith("s") and base[:-1] in language.first_names:
        return base
    return None


def _is_word(norm: str) -> bool:
    """Say whether it is a word: abbreviations, addresses and links have letters that words have not."""
    return norm[:1].isalpha() and "." not in norm and "/" not in norm and "@" not in norm


def _looked_up(piece: str) -> tuple[str, str, int, bool]:
    """Return the kind of a piece, its norm, its length without the blank after it, and whether it is looked at by itself."""
    raw = piece[:-1] if piece[-1] == " " else piece
    if _PLAIN.fullmatch(raw):
        norm = raw.lower()
        return "word" if norm == raw else "capital", norm, len(raw), False
    if piece.isspace():
        return BREAK if "\n" in piece else SPACE, piece, len(piece), True
    kind, norm = _kind(raw), normalise(raw)
    return kind, norm, len(raw), kind in _SPECIAL or kind == "punct" and raw in ENDERS


def kind_and_norm(piece: str) -> tuple[str, str]:
    """Return the kind of a piece of text (of what is no token: ``space`` or ``break``), and what it is compared as."""
    return _looked_up(piece)[:2]


def _kind(raw: str) -> str:
    """Return the kind of a token, which its letters alone decide; the shapes that it may have are tried in turn."""
    first = raw[0]
    begins = "0" if first.isdecimal() else "a" if first.isalnum() else first
    return next((kind for kind in _BEGIN_WITH.get(begins, _SIGNS) if _shape(kind)(raw)), "punct")


@cache
def _shape(kind: str) -> Callable[[str], object]:
    """Return what says whether a token is of a kind; compiled for the first that may be."""
    return re.compile(_SHAPES[kind], re.VERBOSE).fullmatch


@lru_cache(maxsize=20_000)
def normalise(raw: str) -> str:
    """Return what a word is compared as: compatibility-composed, case folded, plain hyphens and apostrophes."""
    if raw.isascii():
        return raw.lower()
    norm = unicodedata.normalize("NFKC", raw.translate(_HYPHENS)).casefold()
    return norm if norm.isascii() or max(norm) < "\u0300" else unicodedata.normalize("NFC", norm)


@lru_cache(maxsize=64)
def pieces(text: str, start: int, stop: int) -> Sequence[str]:
    """Return the pieces that a text is made of: a token and the blank after it, or white space. They are asked for more than once."""
    return _expression_for(text, start, stop).findall(text, start, stop)


def _expression_for(text: str, start: int, stop: int) -> re.Pattern[str]:
    """Return the expression that cuts a text; looking for addresses costs every word, so only where there is an @."""
    return _PIECES if text.find("@", start, stop) < 0 else _with_email()


@cache
def _with_email() -> re.Pattern[str]:
    """Return the expression that knows e-mail addresses; compiled for the first text that may hold one."""
    return _pieces(_EMAIL)
