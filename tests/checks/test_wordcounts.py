"""Words are counted by signal, in all sentences or outside of some: as one would by hand."""

from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint import languages
from advocacy_lint.checks.wordcounts import WordCounts
from advocacy_lint.text import analyse
from advocacy_lint.text.words import BITS

WORDS = st.lists(st.tuples(st.integers(0, 8191), st.integers(0, 5)), max_size=60).map(lambda words: sorted(words, key=lambda word: word[1]))


@given(WORDS, st.sets(st.integers(0, 6)), st.sampled_from(sorted(BITS)))
def test_counts_are_those_of_each_word(words, without, name):
    counts = WordCounts([flags for flags, _ in words], [sentence for _, sentence in words])
    expected = sum(bool(flags & BITS[name]) for flags, sentence in words if sentence not in without)
    assert counts.count(name, without) == expected
    assert counts.count(name) == sum(bool(flags & BITS[name]) for flags, _ in words)


def test_a_lane_does_not_run_over():
    counts = WordCounts([BITS["@word"]] * 70_000, [0] * 70_000)
    assert {name: counts.count(name) for name in BITS} == {name: 70_000 * (name == "@word") for name in BITS}


def test_what_words_are_by_themselves():
    speech = analyse("Jeg troede ikke på skruetrækkeren, en implementering, og vi gik.", languages.get("da")).speech.tokens
    signals = {token[1]: sorted(name for name, bit in BITS.items() if token[2] & bit) for token in speech}
    assert signals == {
        "jeg": ["@first-person", "@short-word", "@word"],
        "troede": ["@short-word", "@word"],
        "ikke": ["@negation", "@short-word", "@word"],
        "på": ["@short-word", "@word"],
        "skruetrækkeren": ["@long-word", "@plain-long-word", "@word"],
        "en": ["@short-word", "@word"],
        "implementering": ["@abstract-noun", "@long-word", "@word"],
        "og": ["@short-word", "@word"],
        "vi": ["@short-word", "@we", "@word"],
        "gik": ["@short-word", "@word"],
        ".": [],
        "": [],
    }
