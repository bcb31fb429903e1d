"""What the linter must know of a language, apart from the rules."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

# group → key → text
Messages = Mapping[str, Mapping[str, str]]


class Writing(Struct, frozen=True):
    """How a language is written: its quotation marks, lists, figures and months."""

    quotes: tuple[str, str]
    joint: str  # between the last two of a list: “and”
    decimal: str
    months: tuple[str, ...]

    def quoted(self, text: str) -> str:
        """Return text in quotation marks."""
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    def listed(self, words: Sequence[str]) -> str:
        """Return words as a sentence lists them: “one, two and three”."""
        return f"{', '.join(words[:-1])} {self.joint} {words[-1]}" if len(words) > 1 else "".join(words)

    def figure(self, text: str) -> str:
        """Return a number, written with a decimal point and commas between thousands, as the language writes it."""
        return text if self.decimal == "." else text.translate(_SWAPPED)


# The signs of numbers change places: 1,234.5 is 1.234,5.
_SWAPPED = str.maketrans(",.", ".,")


class Language(Struct, frozen=True, eq=False):
    """Word lists and endings of one language; all words case folded."""

    code: str
    abbreviations: frozenset[str]  # without the last full stop
    never_last: frozenset[str]  # abbreviations that never end a sentence
    before_names: frozenset[str]  # titles: a capital after them is a name, not a new sentence
    single_letters: frozenset[str]  # letters that are words and may end a sentence
    ordinal_dot: bool
    months: frozenset[str]
    number_words: frozenset[str]
    multiples: frozenset[str]  # "twice", "tripled": numbers to a phrase that asks for one, but nothing is counted in them
    scale_words: frozenset[str]  # mio., million
    money_words: frozenset[str]
    percent_words: frozenset[str]
    unit_words: frozenset[str]
    clock_before: frozenset[str]
    clock_after: frozenset[str]
    company_suffixes: frozenset[str]
    first_names: frozenset[str]
    ambiguous_names: frozenset[str]  # also common words: not names at a sentence start, unless what follows is a deed
    never_alone: frozenset[str]  # also months, places, virtues: no names at a sentence start, whatever follows
    first_person: frozenset[str]
    we: frozenset[str]
    reader: frozenset[str]
    asked: frozenset[str]
    our: frozenset[str]
    negations: frozenset[str]
    past_verbs: frozenset[str]
    past_endings: tuple[str, ...]  # endings have two letters or more: the last two are looked at first
    not_past: frozenset[str]
    corporate_past: frozenset[str]
    before_participle: frozenset[str]
    abstract_endings: tuple[str, ...]
    not_abstract: frozenset[str]
    long_word: int
    everyday_long: frozenset[str]  # long words that people say over lunch
    joins_words: bool = False  # compounds are one word: «kundeservice»
    bare_genitive: bool = False  # a name takes its s without an apostrophe: «Lenes»
    writing: Writing | None = None  # of a plugin's language; English where it says nothing
    messages: Messages = {}  # of a plugin's language, over the English ones


# The name of a firm or an office, as it is written: “Nordpump”, “Fenwick & Sons”.
NAME = r"[A-ZÆØÅ][\w&’'-]*(?:[ ][A-ZÆØÅ][\w&’'-]*|[ ]A/S|[ ]&)*"


class Editing(Struct, frozen=True, eq=False):
    """What an editor of drafts knows of a language: how statements and answers are read, and what is asked."""

    # Answers.
    no_answers: frozenset[str]
    shrugs: frozenset[str]  # those after which an answer may still come: “not sure, but Kaj was there”
    fillers: re.Pattern[str]  # words around an answer that add nothing to it
    respelled: tuple[tuple[re.Pattern[str], str], ...]  # what people leave out as they type, and what it stands for
    led: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]  # a question, a fragment that answers it, and a sentence of it: {rest}
    speaks_of_readers: re.Pattern[str]  # begins words about those who read, which are no words to them
    place: re.Pattern[str]  # begins an answer that says where somebody was …
    stood: str  # … and makes a sentence of it: {rest}
    tried: re.Pattern[str]  # begins an answer that says what was tried …
    first_tried: str  # … and makes a sentence of it: {rest}
    unknown: re.Pattern[str]  # begins an answer that says what is not known yet, where it is no question …
    still_unknown: str  # … and makes a sentence of it: {rest}
    somebody: frozenset[str]  # words that stand for a person who was named
    # Statements.
    change: re.Pattern[str]  # from one number to another
    found: re.Pattern[str]
    failed: re.Pattern[str]
    habit: re.Pattern[str]
    greeting: re.Pattern[str]  # is nothing but a greeting
    addressed: re.Pattern[str]  # begins a sentence about what a reader may want, which no one has lived through
    depends: re.Pattern[str]  # begins a clause that says nothing by itself: “because I had written the wrong number”
    near: frozenset[str]  # prepositions before a place
    function_words: frozenset[str]  # carry no content of their own: what is left of a text without them is what it says
    pronouns: frozenset[str]  # actors that may stand for a name
    at_sender: re.Pattern[str]  # begins a sentence with the sender's name: `where`, “at Nordpump”
    us: re.Pattern[str]  # words that say such a sentence is about the sender
    we: re.Pattern[str]  # “we” that a name can follow: “we at Nordpump”, not “we two”
    negations: frozenset[str]
    sweeping: frozenset[str]  # make of one case all of them
    # Numbers as words.
    units: Mapping[str, float]
    tens: Mapping[str, float]
    scales: Mapping[str, float]
    one: frozenset[str]
    compound_one: tuple[str, ...]  # one, as it stands in a compound
    compound: str  # {unit} and {ten}
    # Questions.
    counted: re.Pattern[str]  # the word that a number counts, with one before it that only says which: “300 new customers”
    counts_no_work: frozenset[str]  # what is counted without anybody's work behind the number: years, people, points of a list
    asks_where: frozenset[str]
    questions: Mapping[str, tuple[str, ...]]  # part → questions, those with the draft's own facts first
    kinds: Mapping[str, str]  # kind of post → the words it is known by
    kinds_asked: Mapping[str, Mapping[str, str]]  # kind → the part that the answer fills → the question; {name}: the one person named
