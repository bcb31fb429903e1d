"""Figures of a labelled corpus, and the fit of the weights."""

import json

import pytest
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.runs.calibration import Row, balanced, figures, fit, held_out, predict
from advocacy_lint.runs.evaluate import auc, bootstrap, wilson

runner = CliRunner()
# A language, whether people called the posts good, and how many there are.
LABELLED = (("da", False, 6), ("da", True, 2), ("en", False, 1), ("en", True, 5))


@pytest.mark.parametrize(
    ("good", "bad", "expected"),
    [([3, 4], [1, 2], 1.0), ([1, 2], [3, 4], 0.0), ([1, 3], [2, 2], 0.5), ([2], [2], 0.5), ([1, 2, 3], [2], 0.5), ([], [1], None)],
)
def test_auc(good, bad, expected):
    assert auc(good, bad) == expected


def test_bootstrap_is_seeded_and_holds_the_value():
    good, bad = [50, 60, 70, 80, 40], [10, 20, 55, 30]
    low, high = bootstrap(good, bad)
    assert (low, high) == bootstrap(good, bad)
    assert low <= (auc(good, bad) or 0) <= high


def test_wilson_against_a_published_value():
    # Newcombe (1998), Statistics in Medicine 17, table I: 15 of 148.
    low, high = wilson(15, 148)
    assert (round(low, 4), round(high, 4)) == (0.0624, 0.1605)


ROWS = [
    Row({"brag": 1.0}, False, "da", "a"),
    Row({"brag": 0.8}, False, "da", "b"),
    Row({"brag": 0.9, "story": 0.1}, False, "en", "c"),
    Row({"story": 0.9}, True, "da", "d"),
    Row({"story": 0.8}, True, "en", "e"),
    Row({"story": 0.7, "brag": 0.1}, True, "en", "f"),
]
SIGNS = {"brag": -1, "story": 1}


def test_weights_keep_their_sign_and_separate():
    model = fit(ROWS, {"brag": 1.0, "story": 1.0}, SIGNS, {}, 0.5)
    assert all(weight >= 0 for weight in model.weights.values())
    assert [predict(model, row, SIGNS) >= 50 for row in ROWS] == [row.good for row in ROWS]


def test_a_rule_that_points_the_wrong_way_is_held_at_zero():
    rows = [Row({"brag": float(row.good)}, row.good, row.language, row.group) for row in ROWS]
    assert fit(rows, {"brag": 0.0}, {"brag": -1}, {}, 0.01).weights == {"brag": 0.0}


def test_a_rule_that_is_never_seen_keeps_its_authors_weight():
    assert fit(ROWS, {"brag": 1.0, "story": 1.0, "rare": 0.7}, {**SIGNS, "rare": -1}, {}).weights["rare"] == 0.7


def test_held_out_scores_never_see_their_own_group():
    rows = [Row({"only-a": 1.0}, True, "da", "a"), *ROWS]
    scores = held_out(rows, {"only-a": 0.0, "brag": 1.0, "story": 1.0}, {**SIGNS, "only-a": 1}, {})
    assert len(scores) == len(rows)
    assert figures(rows, scores)[0].rows == 7


def corpus(tmp_path, *posts):
    path = tmp_path / "labelled.jsonl"
    path.write_text("\n".join(json.dumps(post) for post in posts), encoding="utf-8")
    return path


GOOD = {
    "id": "g",
    "lang": "en",
    "verdict": "good",
    "group": "a",
    "text": "At 5:40 Lena took the cover off and swore. It did not help, so I held the torch while she tried again with the small wrench.",
}
BAD = {
    "id": "b",
    "lang": "en",
    "verdict": "bad",
    "group": "b",
    "text": "We are proud to announce record profits. Our leading solutions create value for stakeholders. Learn more in our annual report.",
}


def test_evaluate_as_json(tmp_path):
    done = runner.invoke(app, ["evaluate", str(corpus(tmp_path, GOOD, BAD)), "--format", "json"])
    assert done.exit_code == 0, done.output
    data = json.loads(done.output)
    assert data["counts"] == {"good": 1, "middling": 0, "bad": 1}
    assert data["auc"]["*"]["value"] == 1.0
    assert data["confusion"]["bad"] == {"at least 50": 0, "under 50": 1}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "labelled.jsonl:1: not a labelled post"),
        ('{"text": "x", "verdict": "superb"}', "labelled.jsonl:1: unknown verdict “superb” (one of good, middling, bad)"),
        ('{"text": "x"}', "labelled.jsonl:1: not a labelled post: 'verdict'"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, line, said):
    path = tmp_path / "labelled.jsonl"
    path.write_text(line, encoding="utf-8")
    done = runner.invoke(app, ["evaluate", str(path)])
    assert said in str(done.exception)


def test_calibrate_writes_a_file_that_check_can_use(tmp_path):
    weights = tmp_path / "weights.yml"
    done = runner.invoke(app, ["calibrate", str(corpus(tmp_path, GOOD, BAD)), "-o", str(weights)])
    assert done.exit_code == 0, done.output
    assert done.output.splitlines()[:2] == [
        "shipped   all: 2 posts, AUC 1.000, good under 50 0.0%, bad under 50 100.0%",
        "shipped   en: 2 posts, AUC 1.000, good under 50 0.0%, bad under 50 100.0%",
    ]
    again = runner.invoke(app, ["evaluate", str(corpus(tmp_path, GOOD, BAD)), "--weights", str(weights), "--format", "json"])
    assert json.loads(again.output)["auc"]["*"]["value"] == 1.0


def test_how_many_posts_of_each_sort_a_team_labels_does_not_move_the_border():
    rows = [Row({}, good, language, f"{language}{number}", 0.5) for language, good, count in LABELLED for number in range(count)]
    found = balanced(rows)
    assert [sum(row.share for row in found if (row.language, row.good) == each[:2]) for each in LABELLED] == pytest.approx(
        [2.0, 2.0, 1.5, 1.5]
    )
    assert fit(found, {}, {}, {"*": 0.25}).bias == {"da": pytest.approx(0.0, abs=0.01), "en": pytest.approx(0.0, abs=0.01)}


def test_posts_of_one_sort_alone_do_not_move_the_border():
    rows = [Row({}, False, "da", f"da{number}", 0.5) for number in range(9)]
    assert fit(balanced(rows), {}, {}, {"*": 0.25}).bias == {"da": 0.25}


def test_calibrate_needs_both_verdicts(tmp_path):
    done = runner.invoke(app, ["calibrate", str(corpus(tmp_path, GOOD))])
    assert "good and bad posts are both needed" in str(done.exception)


def test_cross_validation_never_learns_from_the_post_it_judges(tmp_path):
    """The one bad post with a word of its own is judged by words that never met it: so it is judged as its twins without the word."""
    good = [
        {"id": f"g{i}", "lang": "en", "verdict": "good", "group": f"g{i}", "text": "The valve dripped, so we tried again."}
        for i in range(12)
    ]
    bad = [
        {"id": f"b{i}", "lang": "en", "verdict": "bad", "group": f"b{i}", "text": "Our platform delivers value to partners."}
        for i in range(12)
    ]
    odd = {"id": "odd", "lang": "en", "verdict": "bad", "group": "odd", "text": good[0]["text"]}
    path = tmp_path / "labelled.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in [*good, *bad, odd]), encoding="utf-8")
    done = runner.invoke(app, ["evaluate", str(path), "--cross-validate", "--by", "group", "--format", "json"])
    assert done.exit_code == 0, done.output
    data = json.loads(done.output)
    assert data["errors"]["en"] | {"auc": None} == {"good": 12, "good_under_50": 0, "bad": 13, "bad_at_50_or_more": 1, "auc": None}
    assert data["groups"]["odd"]["bad_at_50_or_more"] == 1
