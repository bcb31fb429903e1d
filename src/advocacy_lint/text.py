"""What a token, a sentence and a quotation is: everything is a span into the original text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from advocacy_lint.languages import Language
from advocacy_lint.model import Span, Token

# One expression cuts the whole text. Order matters: what looks like more wins over what looks like less.
# Words keep combining marks (macOS pastes "å" as a + ring), soft hyphens, inner apostrophes and hyphens.
_MARK = "\u0300-\u036f\u00ad\u2060\u200b\ufeff"
_WORD_TAIL = rf"(?:[^\W_]++|[{_MARK}]|['’‘ʼ\u2010\u2011-](?=[^\W_]))*+"
_EMOJI = "[\u203c\u2049\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\U0001f000-\U0001faff]"
_EMAIL = r"|[^\W_][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"


def _expression(email: str) -> re.Pattern[str]:
    # The first two alternatives are short cuts for most of any text: plain words that a blank or a comma follows.
    return re.compile(
        rf"""
        (?P<plain>[a-zæøå]++(?=[ ,\n]))
      | (?P<proper>[A-ZÆØÅ][a-zæøå]*+(?=[ ,\n]))
      | (?P<break>[^\S\n]*+\n\s*+)
      | (?P<url>(?:https?://|www\.)[^\s<>"”»)\]]+{email})
      | (?P<abbreviation>(?<![^\W_])(?:[^\W\d_]{{1,4}}\.){{2,8}}(?![^\W_]))
      | (?P<capital>[A-ZÆØÅ]{_WORD_TAIL})
      | (?P<word>[^\W\d_]{_WORD_TAIL})
      | (?P<number>\d+(?:[.,:]\d+)*+)
      | (?P<mention>@[^\W_][\w.-]*(?<![.-]))
      | (?P<hashtag>\#(?=\d*[^\W\d])\w+)
      | (?P<other>[^\W_]{_WORD_TAIL})
      | (?P<emoji>[\U0001f1e6-\U0001f1ff]{{2}}|(?:[\#*0-9]\ufe0f?\u20e3)
          |{_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*+(?:\u200d{_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*+)*+)
      | (?P<dots>\.{{2,}}|…)
      | (?P<punct>[^\w\s]|_)
        """,
        re.VERBOSE,
    )


_TOKEN = _expression("")
_WITH_EMAIL: re.Pattern[str] | None = None
# Bounded and without the marks themselves inside, so that unclosed marks cost linear time.
_QUOTE = re.compile(
    r"""“[^“”„]{1,1500}[”“] | ”[^“”„]{1,1500}” | „[^“”„]{1,1500}[“”] | «[^«»]{1,1500}» | »[^«»]{1,1500}«
      | "[^"]{1,1500}" | (?<![^\W_])['‘](?=[^\W_])[^'‘\n]{2,160}?(?<=[^\s('‘])['’](?![^\W_])
      | ^>[ ]?[^\n]{1,3000} | ^[–—-][ ]?[^\n–—]{4,600}?(?=,?[ ](?:siger|fortæller|udtaler|forklarer|lyder)[ ])""",
    re.VERBOSE | re.MULTILINE,
)
_QUOTE_MARKS = re.compile("[“”„«»\"'‘]|^>|^[–—-][^\n]{4,600}(?:siger|fortæller|udtaler|forklarer|lyder) ", re.MULTILINE)
_INVISIBLE = frozenset(",\"“”„«»'‘’*_~`[]\\\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
_ENDERS = frozenset(".!?")
_CLOSERS = frozenset("\"“”»«')]*_’")
_BULLETS = frozenset("-•–—*▪►▶→✓✔✅‣◦·")
_HYPHENS = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "’": "'", "‘": "'", "ʼ": "'", "\u00ad": "", "\u2060": "", "\u200b": "", "\ufeff": ""}
)
_SAME_AS = {"plain": "word", "proper": "capital", "other": "word"}
_new = tuple.__new__  # a NamedTuple's own constructor costs three times as much
_WORDLIKE = frozenset(("word", "capital", "abbreviation"))
_MEMO_LIMIT = 60_000

BARRIER = Token(0, 0, "barrier", "")
_norms: dict[str, str] = {}


@dataclass(slots=True)
class Sentence:
    """A sentence: its span, and how many words of the author (not of a quotation) it holds."""

    start: int
    end: int
    words: int = 0


@dataclass(slots=True)
class Analysis:
    """A post cut into tokens and sentences.

    `tokens` and `sentences` cover the post. `author` and `quoted` are what phrases are matched against: the visible tokens of
    each speaker, with a barrier at every sentence end and one opaque token where something is muted or somebody else speaks.
    """

    text: str
    language: Language
    start: int
    end: int
    tokens: list[Token]
    sentences: list[Sentence]
    author: list[Token]
    quoted: list[Token]
    quotes: list[Span]
    words: int
    extra_names: frozenset[str] = frozenset()
    cache: dict[str, object] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset (-1 where there is none)."""
        if not self._starts:
            self._starts = [sentence.start for sentence in self.sentences]
        return bisect_right(self._starts, offset) - 1

    def in_quote(self, offset: int) -> bool:
        """Say whether somebody else than the author speaks at an offset."""
        return any(quote.start <= offset < quote.end for quote in self.quotes)


def normalise(raw: str) -> str:
    """Return what a word is compared as: compatibility-composed, case folded, plain hyphens and apostrophes."""
    norm = _norms.get(raw)
    if norm is None:
        norm = raw.lower() if raw.isascii() else unicodedata.normalize("NFKC", raw.translate(_HYPHENS)).casefold()
        if not norm.isascii() and max(norm) >= "\u0300":
            norm = unicodedata.normalize("NFC", norm)
        if len(_norms) > _MEMO_LIMIT:
            _norms.clear()
        _norms[raw] = norm
    return norm


def find_quotes(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of quotations: marks of any kind, quoted lines, and speech opened by a dash."""
    if not _QUOTE_MARKS.search(text, start, end):
        return []
    return [Span(*match.span()) for match in _QUOTE.finditer(text, start, end) if "\n\n" not in match.group()]


def analyse(
    text: str,
    language: Language,
    start: int = 0,
    end: int | None = None,
    muted: Sequence[Span] = (),
    names: frozenset[str] = frozenset(),
) -> Analysis:
    """Cut a post into tokens, sentences and the two streams that rules read."""
    stop = len(text) if end is None else end
    tokens, ends = _cut(text, language, start, stop, muted)
    # Marks in front matter quote nobody, and must not pair with one in the text.
    quotes = find_quotes(text, max(start, min(muted[0].end, stop)) if muted and muted[0].start <= start else start, stop)
    sentences = _sentences(tokens, ends)
    author, quoted = _streams(tokens, ends, quotes, muted, sentences)
    words = sum(sentence.words for sentence in sentences)
    return Analysis(text, language, start, stop, tokens, sentences, author, quoted, quotes, words, names)


def _token_expression(text: str, start: int, stop: int) -> re.Pattern[str]:
    """Return the expression that cuts a text; looking for addresses costs every word, so only where there is an @."""
    global _WITH_EMAIL
    if text.find("@", start, stop) < 0:
        return _TOKEN
    if _WITH_EMAIL is None:
        _WITH_EMAIL = _expression(_EMAIL)
    return _WITH_EMAIL


def _cut(text: str, language: Language, start: int, stop: int, muted: Sequence[Span]) -> tuple[list[Token], list[int]]:
    """Return the tokens, and after how many tokens each sentence ends."""
    tokens: list[Token] = []
    ends: list[int] = []
    append = tokens.append
    abbreviations = language.abbreviations
    norms = _norms
    masks = iter((*muted, Span(stop + 1, stop + 1)))
    mask = next(masks)
    pending = False  # an end mark was seen; closing marks may still follow
    last_end = start
    for match in _token_expression(text, start, stop).finditer(text, start, stop):
        kind = match.lastgroup
        begin, finish = match.span()
        if kind == "plain" and not pending and begin < mask.start:
            append(_new(Token, (begin, finish, "word", match[0])))
            continue
        while begin >= mask.end and mask.start < mask.end:
            mask = next(masks)
        raw = match[0]
        if kind in _SAME_AS:
            kind = _SAME_AS[kind]
        if kind == "break":
            if tokens and len(tokens) != (ends[-1] if ends else 0) and (pending or _line_ends(text, last_end, begin, finish, stop, raw)):
                ends.append(len(tokens))
            pending = False
            last_end = finish
            continue
        hidden = mask.start <= begin < mask.end
        if pending and not hidden and not (kind == "punct" and raw in _CLOSERS) and not (kind in ("emoji", "dots") or raw in _ENDERS):
            if _starts_sentence(kind, raw, tokens, language):
                ends.append(len(tokens))
            pending = False
        if kind == "dots":
            kind, pending = "punct", True
        elif kind == "punct":
            if raw == "." and tokens and tokens[-1].end == begin and _joins(tokens[-1], language, abbreviations, text, finish, stop):
                before = tokens.pop()
                append(Token(before.start, finish, "abbreviation" if before.kind != "number" else "number", before.norm + "."))
                pending = _may_end(before, language)
                continue
            if raw in _ENDERS:
                pending = finish >= stop or not (text[finish].isalnum())
        elif kind == "emoji" or kind == "abbreviation":
            pending = True
        if hidden:
            append(Token(begin, finish, "muted", "\0"))
            continue
        norm = norms.get(raw)
        append(_new(Token, (begin, finish, kind or "punct", normalise(raw) if norm is None else norm)))
    if tokens and (not ends or ends[-1] != len(tokens)):
        ends.append(len(tokens))
    return tokens, ends


def _joins(before: Token, language: Language, abbreviations: frozenset[str], text: str, after: int, stop: int) -> bool:
    """Say whether a full stop belongs to the token before it: an abbreviation or an ordinal number."""
    if before.kind in _WORDLIKE:
        if before.norm in abbreviations:
            return True
        # A single capital letter with a stop is an initial ("H. C. Andersen").
        return before.kind == "capital" and before.end - before.start == 1 and before.norm not in language.single_letters
    if before.kind == "number" and language.ordinal_dot and before.end - before.start <= 2:
        rest = text[after : min(after + 24, stop)].lstrip(" \u00a0")
        return rest[:1].islower() or (rest[:1].isalpha() and normalise(rest.split()[0].rstrip(".,")) in language.months)
    return False


def _may_end(before: Token, language: Language) -> bool:
    """Say whether an abbreviation may stand last in a sentence ("3 mia. kr.")."""
    return before.kind != "number" and before.norm not in language.never_last


def _starts_sentence(kind: str | None, raw: str, tokens: list[Token], language: Language) -> bool:
    """Say whether a token after an end mark begins a new sentence."""
    last = tokens[-1]
    if last.kind == "abbreviation":
        if last.end - last.start == 2:  # an initial
            return False
        return kind == "capital" and (last.norm.rstrip(".") not in language.before_names) and last.norm not in language.never_last
    if last.kind == "emoji":
        return kind in ("capital", "number")
    return not (kind == "word" and last.norm in ("…", "..", "..."))


def _line_ends(text: str, line_start: int, line_end: int, next_start: int, stop: int, gap: str) -> bool:
    """Say whether a line break ends the sentence; a hard-wrapped line does not."""
    if gap.count("\n") > 1 or next_start >= stop:
        return True
    following = text[next_start]
    if following.islower():
        return False
    return not (line_end - line_start > 60 and (following.isalpha() or following.isdigit()) and text[line_end - 1] not in ":;")


def _sentences(tokens: list[Token], ends: list[int]) -> list[Sentence]:
    sentences = []
    first = 0
    for last in ends:
        sentences.append(Sentence(tokens[first].start, tokens[last - 1].end))
        first = last
    return sentences


def _streams(
    tokens: list[Token], ends: list[int], quotes: list[Span], muted: Sequence[Span], sentences: list[Sentence]
) -> tuple[list[Token], list[Token]]:
    """Split the visible tokens by speaker, with barriers at sentence ends."""
    author: list[Token] = []
    quoted: list[Token] = []
    spans = iter((*quotes, Span(1 << 60, 1 << 60)))
    quote = next(spans)
    opaque = False
    index = 0
    for number, last in enumerate(ends):
        words = 0
        for position in range(index, last):
            token = tokens[position]
            start = token.start
            if start >= quote.end:
                quote, opaque = next(spans), False
                quoted.append(BARRIER)
            kind = token.kind
            if start >= quote.start:
                if not opaque:
                    author.append(Token(quote.start, quote.end, "quote", "\1"))
                    opaque = True
                if kind != "punct" or token.norm not in _INVISIBLE:
                    quoted.append(token)
                continue
            if kind == "punct":
                if token.norm in _INVISIBLE:
                    continue
            elif kind == "word" or kind == "capital":
                words += 1
            elif kind == "muted" and author and author[-1].kind == "muted":
                continue
            author.append(token)
        index = last
        sentences[number].words = words
        if not (opaque and sentences[number].end < quote.end):
            author.append(BARRIER)
        if quoted and quoted[-1] is not BARRIER:
            quoted.append(BARRIER)
    return author, quoted


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins; CRLF, CR and LF end lines."""
    starts = [0]
    if "\r" not in text:
        find = text.find
        position = find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = find("\n", position + 1)
        return starts
    starts.extend(match.end() for match in re.finditer(r"\r\n|\r|\n", text))
    return starts


def line_column(starts: list[int], offset: int) -> tuple[int, int]:
    """Return the line and column (both from 1, in code points) of an offset."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
