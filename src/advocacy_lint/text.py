"""What a token, a sentence and a quotation is: everything is a span into the original text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress
from operator import add, itemgetter

from msgspec import Struct, field

from advocacy_lint.languages import Language
from advocacy_lint.model import Span, Token
from advocacy_lint.spans import Cover

# One expression cuts the whole text. Order matters: what looks like more wins over what looks like less.
# Words keep combining marks (macOS pastes "å" as a + ring), soft hyphens, inner apostrophes and hyphens.
_MARK = "\u0300-\u036f\u00ad\u2060\u200b\ufeff"
_WORD_TAIL = rf"(?:[^\W_]++|[{_MARK}]|['’‘ʼ\u2010\u2011-](?=[^\W_]))*+"
_EMOJI = "[\u203c\u2049\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b00-\u2bff\u3030\u303d\U0001f000-\U0001faff]"
_EMAIL = r"|[^\W_][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"


def _alternatives(email: str) -> str:
    # The first two alternatives are short cuts for most of any text: plain words that a blank or a comma follows.
    return rf"""
        (?P<plain>[a-zæøå]++(?=[ ,\n]))
      | (?P<proper>[A-ZÆØÅ][a-zæøå]*+(?=[ ,\n]))
      | (?P<break>[^\S\n]*+\n\s*+)
      | (?P<url>(?:https?://|www\.)[^\s<>"“”„«»)\]]+{email})
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
        """


def _pieces(email: str) -> re.Pattern[str]:
    """Return the expression whose matches cover a text whole: a token and the blank after it, or white space."""
    return re.compile(rf"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', _alternatives(email))})[ ]?|[^\S\n]++", re.VERBOSE)


_PIECES = _pieces("")
_WITH_EMAIL: re.Pattern[str] | None = None
_KINDS: re.Pattern[str] | None = None
# What most words are: nothing to look up, nothing to compose.
_PLAIN = re.compile("[a-zæøå]+|[A-ZÆØÅ][a-zæøå]*")
# Bounded and without the marks themselves inside, so that unclosed marks cost linear time.
_QUOTE = re.compile(
    r"""“[^“”„]{1,1500}[”“] | ”[^“”„]{1,1500}” | „[^“”„]{1,1500}[“”] | «[^«»]{1,1500}» | »[^«»]{1,1500}«
      | "[^"]{1,1500}" | (?<![^\W_])(?<![\u0300-\u036f\u00ad\u2060])['‘](?=[^\W_])[^'‘\n]{2,160}?(?<=[^\s('‘])['’](?![^\W_])
      | ^>[ ]?[^\n]{1,3000} | ^[–—-][ ]?[^\n–—]{4,600}?(?=,?[ ](?:siger|fortæller|udtaler|forklarer|lyder)[ ])""",
    re.VERBOSE | re.MULTILINE,
)
# What a quotation, or a line that is one, begins with.
_QUOTE_OPENS = re.compile("[“”„«»\"'‘>–—-]")
_INVISIBLE = frozenset(",\"“”„«»'‘’*_~`[]\\\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
_ENDERS = frozenset(".!?")
_CLOSERS = frozenset("\"“”»«')]*_’")
_BULLETS = frozenset("-•–—*▪►▶→✓✔✅‣◦·")
_HYPHENS = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "’": "'", "‘": "'", "ʼ": "'", "\u00ad": "", "\u2060": "", "\u200b": "", "\ufeff": ""}
)
_SAME_AS = {"plain": "word", "proper": "capital", "other": "word"}
_SPACE, _BREAK = "space", "break"
# What may end a sentence, or stand in none: looked at one by one. All other tokens are taken as they come.
_SPECIAL = frozenset(("abbreviation", "emoji", "dots"))
_WORDLIKE = frozenset(("word", "capital", "abbreviation"))
_MEMO_LIMIT = 60_000
_LONGEST_REMEMBERED = 60
_start_of = itemgetter(0)

_WORDS = frozenset(("word", "capital"))
_kind_of = itemgetter(2)

BARRIER: Token = (0, 0, "barrier", "")
_BARRIERS = (BARRIER,)
_norms: dict[str, str] = {}


class _Known(dict[str, tuple[str, str, int, bool]]):
    """What a piece of text is: kind, norm, length without the blank after it, and whether it is special. Texts repeat their words."""

    def __missing__(self, piece: str) -> tuple[str, str, int, bool]:
        raw = piece[:-1] if piece[-1] == " " else piece
        if _PLAIN.fullmatch(raw):
            norm = raw.lower()
            found = ("word" if norm == raw else "capital", norm, len(raw), False)
        elif piece.isspace():
            found = (_BREAK if "\n" in piece else _SPACE, piece, len(piece), True)
        else:
            kind = _kind(raw)
            found = (kind, normalise(raw), len(raw), kind in _SPECIAL or kind == "punct" and raw in _ENDERS)
        if len(self) > _MEMO_LIMIT:
            self.clear()
        if len(piece) <= _LONGEST_REMEMBERED:
            self[piece] = found
        return found


_known = _Known()


def kind_and_norm(piece: str) -> tuple[str, str]:
    """Return the kind of a piece of text (of what is no token: ``space`` or ``break``), and what it is compared as."""
    return _known[piece][:2]


def _kind(raw: str) -> str:
    """Return the kind of a token, which its letters alone decide."""
    global _KINDS
    if _KINDS is None:
        _KINDS = re.compile(_alternatives(_EMAIL), re.VERBOSE)
    match = _KINDS.fullmatch(raw)
    kind = (match and match.lastgroup) or "punct"
    return _SAME_AS.get(kind, kind)


class Sentence(Struct):
    """A sentence: its span, and how many words of the author (not of a quotation) it holds."""

    start: int
    end: int
    words: int = 0


class Speech(Struct):
    """The visible tokens of one speaker, and the number of the sentence that each is in."""

    tokens: list[Token] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)

    def add(self, tokens: Sequence[Token], sentence: int) -> None:
        """Add tokens of a sentence."""
        self.tokens += tokens
        self.sentences += [sentence] * len(tokens)


class Analysis(Struct):
    """A post cut into tokens and sentences.

    `tokens` and `sentences` cover the post. `author` and `quoted` are what phrases are matched against (`speech`, `quotation`: with
    the sentences they are in): the visible tokens of each speaker, with a barrier at every sentence end and one opaque token where
    something is muted or somebody else speaks.
    """

    text: str
    language: Language
    start: int
    end: int
    tokens: list[Token]
    sentences: list[Sentence]
    speech: Speech
    quotation: Speech
    quotes: list[Span]
    words: int
    kinds: list[str]  # of the tokens, in order
    extra_names: frozenset[str] = frozenset()
    _starts: list[int] = field(default_factory=list)
    _letters: dict[int, int] = field(default_factory=dict)
    _covers: dict[frozenset[str], Cover] = field(default_factory=dict)

    @property
    def author(self) -> list[Token]:
        """The author's visible tokens."""
        return self.speech.tokens

    @property
    def quoted(self) -> list[Token]:
        """The visible tokens of all others."""
        return self.quotation.tokens

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset (-1 where there is none)."""
        if not self._starts:
            self._starts = [sentence.start for sentence in self.sentences]
        return bisect_right(self._starts, offset) - 1

    def in_quote(self, offset: int) -> bool:
        """Say whether somebody else than the author speaks at an offset."""
        return bool(self.quotes) and _in_spans(offset, self.quotes)

    def first_letter(self, sentence: int) -> int:
        """Return where the first letter or figure of a sentence stands, its end where it has none; looked for once."""
        found = self._letters.get(sentence)
        if found is None:
            start, end = self.sentences[sentence].start, self.sentences[sentence].end
            found = self._letters[sentence] = next((at for at in range(start, end) if self.text[at].isalnum()), end)
        return found

    def cover(self, kinds: frozenset[str]) -> Cover:
        """Return where the tokens of some kinds stand, worked out once."""
        found = self._covers.get(kinds)
        if found is None:
            found = self._covers[kinds] = Cover((start, end) for start, end, kind, _ in self.tokens if kind in kinds)
        return found


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
    found: list[Span] = []
    position = start
    while (opening := _QUOTE_OPENS.search(text, position, end)) is not None:
        match = _QUOTE.match(text, opening.start(), end)
        position = (match or opening).end()
        if match is not None and "\n\n" not in match.group():
            found.append(Span(*match.span()))
    return found


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
    # Front matter is nobody's words: sentences are counted, and marks of quotation paired, from where the post begins.
    begin = max(start, min(muted[0].end, stop)) if muted and muted[0].start <= start else start
    muted = [span for span in muted if span.end > begin]
    tokens, ends = _cut(text, language, begin, stop, muted)
    quotes = find_quotes(text, begin, stop)
    sentences = _sentences(tokens, ends)
    kinds = list(map(_kind_of, tokens))
    author, quoted = _streams(tokens, kinds, ends, quotes, sentences)
    words = sum([sentence.words for sentence in sentences])
    return Analysis(text, language, start, stop, tokens, sentences, author, quoted, quotes, words, kinds, names)


@lru_cache(maxsize=64)
def pieces(text: str, start: int, stop: int) -> tuple[str, ...]:
    """Return the pieces that a text is made of: a token and the blank after it, or white space. They are asked for more than once."""
    return tuple(_expression_for(text, start, stop).findall(text, start, stop))


def _expression_for(text: str, start: int, stop: int) -> re.Pattern[str]:
    """Return the expression that cuts a text; looking for addresses costs every word, so only where there is an @."""
    global _WITH_EMAIL
    if text.find("@", start, stop) < 0:
        return _PIECES
    if _WITH_EMAIL is None:
        _WITH_EMAIL = _pieces(_EMAIL)
    return _WITH_EMAIL


def _cut(text: str, language: Language, start: int, stop: int, muted: Sequence[Span]) -> tuple[list[Token], list[int]]:
    """Return the tokens, and after how many tokens each sentence ends.

    The pieces of a text become tokens all at once; only what may end a sentence, and what is muted, is looked at one by one.
    """
    parts = pieces(text, start, stop)
    if not parts:
        return [], []
    kinds, norms, lengths, specials = zip(*map(_known.__getitem__, parts), strict=True)
    starts = list(accumulate(map(len, parts), initial=start))
    found = list(zip(starts, map(add, starts, lengths), kinds, norms, strict=False))
    cutter = _Cutter(text, language, start, stop)
    done = 0
    for index in _looked_at(specials, starts, muted):
        if index < done:
            continue
        cutter.tokens += found[done:index]
        done = index
        hidden = bool(muted) and _in_spans(starts[index], muted)
        cutter.take(found[index], parts[index], hidden)
        done += 1
        while cutter.pending and done < len(found):
            hidden = bool(muted) and _in_spans(starts[done], muted)
            cutter.take(found[done], parts[done], hidden)
            done += 1
    cutter.tokens += found[done:]
    return cutter.tokens, cutter.closed()


def _looked_at(specials: Sequence[bool], starts: list[int], muted: Sequence[Span]) -> Iterable[int]:
    """Return the indexes of special and of muted pieces, in order."""
    found = compress(range(len(specials)), specials)
    if not muted:
        return found
    hidden = (range(bisect_left(starts, span.start), bisect_left(starts, span.end, 0, len(specials))) for span in muted)
    return sorted({*found, *chain.from_iterable(hidden)})


def _in_spans(offset: int, spans: Sequence[Span]) -> bool:
    """Say whether an offset lies in one of some sorted, disjoint spans."""
    index = bisect_right(spans, offset, key=_start_of)
    return index > 0 and offset < spans[index - 1][1]


class _Cutter:
    """Takes the tokens that may end a sentence, and those after an end mark, until it is clear whether they do."""

    def __init__(self, text: str, language: Language, start: int, stop: int) -> None:
        self.tokens: list[Token] = []
        self.pending = False  # an end mark was seen; closing marks may still follow
        self._ends: list[int] = []
        self._text = text
        self._language = language
        self._stop = stop
        self._line_start = start

    def closed(self) -> list[int]:
        """Return after how many tokens each sentence ends, the last one with the text."""
        if self.tokens and (not self._ends or self._ends[-1] != len(self.tokens)):
            self._ends.append(len(self.tokens))
        return self._ends

    def take(self, token: Token, piece: str, hidden: bool) -> None:
        """Add the next token, and a sentence end before it where it begins a new one."""
        kind, raw = token[2], piece
        if kind == _SPACE:
            return
        if kind == _BREAK:
            self._break(token)
            return
        raw = piece.removesuffix(" ")
        if self.pending and not hidden and not (kind in ("emoji", "dots") or raw in _ENDERS or (kind == "punct" and raw in _CLOSERS)):
            if _starts_sentence(kind, raw, self.tokens, self._language):
                self._ends.append(len(self.tokens))
            self.pending = False
        if kind == "dots":
            self.pending = True
            token = (token[0], token[1], "punct", token[3])
        elif kind == "punct":
            if raw == "." and self._joined(token):
                return
            if raw in _ENDERS:
                self.pending = token[1] >= self._stop or not self._text[token[1]].isalnum()
        elif kind == "emoji" or kind == "abbreviation":
            self.pending = True
        self.tokens.append((token[0], token[1], "muted", "\0") if hidden else token)

    def _break(self, token: Token) -> None:
        tokens, ends = self.tokens, self._ends
        if tokens and len(tokens) != (ends[-1] if ends else 0):
            # Blanks before a line break belong to it.
            line_end = tokens[-1][1]
            if self.pending or _line_ends(self._text, self._line_start, line_end, token[1], self._stop, token[3]):
                ends.append(len(tokens))
        self.pending = False
        self._line_start = token[1]

    def _joined(self, dot: Token) -> bool:
        """Say whether a full stop belongs to the token before it, and make one of the two."""
        if not self.tokens or self.tokens[-1][1] != dot[0]:
            return False
        before = self.tokens[-1]
        if not _joins(before, self._language, self._language.abbreviations, self._text, dot[1], self._stop):
            return False
        self.tokens[-1] = (before[0], dot[1], "abbreviation" if before[2] != "number" else "number", before[3] + ".")
        self.pending = _may_end(before, self._language)
        return True


def _joins(before: Token, language: Language, abbreviations: frozenset[str], text: str, after: int, stop: int) -> bool:
    """Say whether a full stop belongs to the token before it: an abbreviation or an ordinal number."""
    start, end, kind, norm = before
    if kind in _WORDLIKE:
        if norm in abbreviations:
            return True
        # A single capital letter with a stop is an initial ("H. C. Andersen").
        return kind == "capital" and end - start == 1 and norm not in language.single_letters
    if kind == "number" and language.ordinal_dot and end - start <= 2:
        rest = text[after : min(after + 24, stop)].lstrip(" \u00a0")
        return rest[:1].islower() or (rest[:1].isalpha() and normalise(rest.split()[0].rstrip(".,")) in language.months)
    return False


def _may_end(before: Token, language: Language) -> bool:
    """Say whether an abbreviation may stand last in a sentence ("3 mia. kr.")."""
    return before[2] != "number" and before[3] not in language.never_last


def _starts_sentence(kind: str | None, raw: str, tokens: list[Token], language: Language) -> bool:
    """Say whether a token after an end mark begins a new sentence."""
    start, end, before, norm = tokens[-1]
    if before == "abbreviation":
        if end - start == 2:  # an initial
            return False
        return kind == "capital" and norm.rstrip(".") not in language.before_names and norm not in language.never_last
    if before == "emoji":
        return kind in ("capital", "number")
    return not (kind == "word" and norm in ("…", "..", "..."))


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
        sentences.append(Sentence(tokens[first][0], tokens[last - 1][1]))
        first = last
    return sentences


def _streams(
    tokens: list[Token], kinds: list[str], ends: list[int], quotes: list[Span], sentences: list[Sentence]
) -> tuple[Speech, Speech]:
    """Split the visible tokens by speaker, with barriers at sentence ends; count the author's words in each sentence."""
    author, quoted = Speech(), Speech()
    spans = iter((*quotes, Span(1 << 60, 1 << 60)))
    quote = next(spans)
    opaque = False
    plain = "muted" not in kinds
    index = 0
    for number, last in enumerate(ends):
        first, index = index, last
        if plain and not opaque and tokens[last - 1][0] < quote[0]:  # most sentences are the author's from end to end
            said = [token for token in tokens[first:last] if token[3] not in _INVISIBLE]
            said.append(BARRIER)
            author.add(said, number)
            here = kinds[first:last]
            sentences[number].words = here.count("word") + here.count("capital")
        else:
            quote, opaque, sentences[number].words = _shared(tokens[first:last], number, author, quoted, (quote, spans, opaque))
            if not (opaque and sentences[number].end < quote[1]):
                author.add(_BARRIERS, number)
        if quoted.tokens and quoted.tokens[-1] is not BARRIER:
            quoted.add(_BARRIERS, number)
    return author, quoted


def _shared(
    tokens: list[Token], number: int, author: Speech, quoted: Speech, where: tuple[Span, Iterator[Span], bool]
) -> tuple[Span, bool, int]:
    """Split a sentence in which somebody is quoted, or something muted; return the next quotation, whether it is on, and the words."""
    quote, spans, opaque = where
    words = 0
    for token in tokens:
        start, _, kind, norm = token
        if start >= quote[1]:
            quote, opaque = next(spans), False
            quoted.add(_BARRIERS, number)
        if start >= quote[0]:
            if not opaque:
                author.add([(quote[0], quote[1], "quote", "\1")], number)
                opaque = True
            if kind != "punct" or norm not in _INVISIBLE:
                quoted.add([token], number)
            continue
        if kind == "punct":
            if norm in _INVISIBLE:
                continue
        elif kind in _WORDS:
            words += 1
        elif kind == "muted" and author.tokens and author.tokens[-1][2] == "muted":
            continue
        author.add([token], number)
    return quote, opaque, words


@lru_cache(maxsize=1)
def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins; CRLF, CR and LF end lines. Not to be changed: the next post of the text has it too."""
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
