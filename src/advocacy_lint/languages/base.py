"""What the linter must know of a language, apart from the rules."""

from __future__ import annotations

from msgspec import Struct


class Language(Struct, frozen=True):
    """Word lists and endings of one language; all words case folded."""

    code: str
    abbreviations: frozenset[str]  # without the last full stop
    never_last: frozenset[str]  # abbreviations that never end a sentence
    before_names: frozenset[str]  # titles: a capital after them is a name, not a new sentence
    single_letters: frozenset[str]  # letters that are words and may end a sentence
    ordinal_dot: bool
    months: frozenset[str]
    number_words: frozenset[str]
    scale_words: frozenset[str]  # mio., million
    money_words: frozenset[str]
    percent_words: frozenset[str]
    unit_words: frozenset[str]
    clock_before: frozenset[str]
    clock_after: frozenset[str]
    company_suffixes: frozenset[str]
    first_names: frozenset[str]
    ambiguous_names: frozenset[str]  # also common words: not names at a sentence start
    first_person: frozenset[str]
    we: frozenset[str]
    reader: frozenset[str]
    negations: frozenset[str]
    past_verbs: frozenset[str]
    past_endings: tuple[str, ...]  # endings have two letters or more: the last two are looked at first
    not_past: frozenset[str]
    corporate_past: frozenset[str]
    before_participle: frozenset[str]
    abstract_endings: tuple[str, ...]
    not_abstract: frozenset[str]
    long_word: int
