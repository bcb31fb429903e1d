"""Learned weights of words: what counts, where, and what neither a finding nor a strength can do to it."""

import pytest

from advocacy_lint import languages
from advocacy_lint.checks import wording
from advocacy_lint.checks.wording import Reading, Table, WordWeight, laid_over, parse, said, sentence_weight, shipped
from advocacy_lint.text import analyse

NONE: frozenset[int] = frozenset()
TABLE = parse(
    "# weights\n# common: vi og\nvi\t-100\nstolte\t-400\nvi er\t-200\ntirsdag\t500\n^tirsdag\t50\n$stolte\t-300\nvirks-\t-80\n-heden\t-20\n"
)


def analysis(text, language="da"):
    return analyse(text, languages.get(language))


def total(text, tainted=NONE, lit=NONE):
    return Reading(TABLE, analysis(text)).weigh(tainted, lit).total


def words(*parts):
    """Return a text of 40 words, the fewest that a post is weighed as."""
    return " ".join([*parts, *["xyz"] * (40 - sum(len(part.split()) for part in parts))])


def test_a_table_is_read_from_lines_of_feature_and_weight():
    assert parse("# common: og\nord\t12\nto ord\t-3\n") == Table({"ord": 12, "to ord": -3}, frozenset(["og"]))


def test_shapes_stand_for_what_differs_from_post_to_post():
    found = said(analysis("Mette fik 14 kr. 🎉 af @hans, #glad! Se https://a.dk"))
    assert [word for each in found for word in each.words] == (
        ["<name>", "fik", "<num>", "kr.", "<emoji>", "af", "<mention>", "<hashtag>", "!", "se", "<url>"]
    )


def test_a_sentence_weighs_what_its_words_pairs_and_pieces_weigh():
    found = sentence_weight(analysis("Tirsdag kom Bo. Vi er stolte af virksomheden."), 1, TABLE)
    assert found.total == pytest.approx(-0.8)
    assert found.words == (
        WordWeight(16, 18, "vi", -0.2),
        WordWeight(19, 21, "er", -0.1),
        WordWeight(22, 28, "stolte", -0.4),
        WordWeight(29, 31, "af", 0.0),
        WordWeight(32, 44, "virksomheden", -0.1),
    )


def test_a_word_counts_once_and_more_where_a_post_opens_or_ends():
    once = total(words("Tirsdag kom han."))
    assert total(words("Tirsdag kom han.", "Tirsdag gik han.")) == once
    assert total(words("Han kom.", "Det var tirsdag.", "Han gik.", "Hun gik.")) < once


@pytest.mark.parametrize("tainted", [frozenset([0]), frozenset([1]), frozenset([0, 1])])
def test_a_finding_takes_what_speaks_for_a_sentence_and_leaves_what_speaks_against_it(tainted):
    text = "Tirsdag kom han. Vi er stolte."
    assert total(text, tainted=tainted) <= total(text)
    assert total("Tirsdag er vi stolte.", tainted=frozenset([0])) < total("Er vi stolte.") + 0.01


def test_a_strength_leaves_what_speaks_for_its_sentence_alone():
    assert total("Vi er stolte.", lit=frozenset([0])) == 0
    assert total("Tirsdag er vi her.", lit=frozenset([0])) > 0


def test_the_sum_is_bounded():
    assert Reading(Table({"ja": 10**9}), analysis("ja")).weigh(NONE, NONE).total == wording.BOUND


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_shipped_tables_are_small_and_plain(language):
    table = shipped(language)
    assert sum(weight > 0 for weight in table.weights.values()) > 5000 < sum(weight < 0 for weight in table.weights.values())
    # “Proud” alone is said by people, too: what follows tells.
    assert table.weight("stolt" if language == "da" else "proud to") < 0


def test_a_language_without_a_table_weighs_nothing():
    assert shipped("xx") == Table({})


def test_first_person_and_figures_count_only_beside_other_words():
    table = parse("jeg\t900\n<num>\t900\njeg gik\t100")
    assert Reading(table, analysis(words("Jeg gik 14 km."))).weigh(NONE, NONE).total == pytest.approx(0.1 * 2**0.5, abs=1e-3)


def test_a_sentence_whose_words_speak_against_it_holds_no_strength():
    reading = Reading(TABLE, analysis("Vi er stolte. Tirsdag kom han."))
    assert reading.unearned([0, 1]) == frozenset([0])


def test_a_teams_own_weights_are_added():
    assert laid_over(TABLE, {"vi": 150, "tirsdag": -500, "ny": -7}) == Table(
        {"vi": 50, "^tirsdag": 50, "stolte": -400, "vi er": -200, "$stolte": -300, "virks-": -80, "-heden": -20, "ny": -7},
        frozenset(["vi", "og"]),
    )
