"""Files as people have them, from public bug reports and an attack: what is read of each (cases/reading.jsonl), and twins judged the same.

The words are ours; of others' files only the form was taken. `from` names the report, `need` what its author needed.
"""

import json
from pathlib import Path

import pytest

from advocacy_lint.config.find import ConfigStore
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import LintError
from advocacy_lint.inputs import Source, problem_of, read_source
from advocacy_lint.model import Post, Problem
from advocacy_lint.text.reading import heard

CASES = Path(__file__).parent / "cases"
READING = [json.loads(line) for line in (CASES / "reading.jsonl").read_text(encoding="utf-8").splitlines()]


def read(file, config=None):
    """Return the posts of a file, and what is said of what could not be read (and of what only should be known)."""
    path = str(CASES / file)
    store = ConfigStore(str(CASES / config) if config else None, isolated=config is None)
    found = []
    try:
        found.extend(read_source(Source(path), store.for_path(path)))
    except LintError as error:
        found.append(problem_of(error))
    posts = [each for each in found if isinstance(each, Post)]
    said = [each for each in found if isinstance(each, Problem)]
    return posts, [each.message for each in said if not each.note], [each.message for each in said if each.note]


def shown(post):
    """Return a post as it is read: what is muted and still stands in a sentence is ¤."""
    other = heard(post)
    found = other.post if other else post
    parts, position = [], 0
    for start, end in found.muted:
        parts.append(found.text[position:start] + "¤")
        position = end
    place = {"place": post.place, "line": post.line if post.place else None}
    return {**place, "text": "".join(parts) + found.text[position:], "meta": dict(post.meta)}


@pytest.mark.parametrize("case", READING, ids=[case["id"] for case in READING])
def test_what_is_read_of_a_file(case):
    posts, problems, notes = read(case["file"], case.get("config"))
    assert [shown(post) for post in posts] == case["posts"]
    assert (problems, notes) == (case.get("problems", []), case.get("notes", []))


@pytest.fixture(scope="module")
def judged():
    session = Session(ConfigStore(isolated=True).for_path("."))

    def judge(file, config=None):
        reports = [session.lint(post) for post in read(file, config)[0]]
        return [(report.score, sorted((each.rule, each.level) for each in report.findings)) for report in reports]

    return judge


@pytest.mark.parametrize(
    ("file", "twin"),
    [
        ("Shares_middle.csv", "Shares_middle_clean.csv"),
        ("toml.md", "ref.md"),
        ("post.mdx", "ref.md"),
        ("jekyll.md", "ref.md"),
        ("hugo.md", "ref.md"),
        ("li/cronly.txt", "li/u2028.txt"),
        ("li/nfd.txt", "li/nfc.txt"),
        ("hostile/crlf.md", "hostile/lf.md"),
        ("hostile/blankspace.md", "hostile/lf.md"),
        ("hostile/ent.html", "hostile/noent.html"),
        ("hostile/img.html", "hostile/noimg.html"),
        ("hostile/boldh.md", "hostile/bold.md"),
        ("hostile/bold.html", "hostile/bold.md"),
    ],
)
def test_twins_are_judged_the_same(judged, file, twin):
    assert judged(file) == judged(twin)


@pytest.mark.parametrize(
    ("file", "twin"),
    [
        ("hostile/d6.md", "hostile/d5.md"),
        ("hostile/d7.md", "hostile/d5.md"),
        ("hostile/q26.md", "hostile/q25.md"),
        ("hostile/q29.md", "hostile/q25.md"),
        ("quotes/inch.txt", "quotes/inch_ok.txt"),
        ("quotes/low_da.txt", "quotes/guillemets_da.txt"),
    ],
)
def test_no_length_and_no_kind_of_mark_is_a_cliff(judged, file, twin):
    assert [found for _, found in judged(file)] == [found for _, found in judged(twin)]


def test_a_lost_quotation_mark_is_a_mark_still(judged):
    # How the words sound is left out: a mark that was lost in copying is a letter of its own to the learned words.
    heard = [
        [[each for each in found if each[0] != "tone/wording"] for _, found in judged(f"quotes/{name}.txt")]
        for name in ("repl_da", "guillemets_da")
    ]
    assert heard == [[[("voice/testimonial", "warning")]]] * 2


def test_an_unpaired_mark_hides_nothing(judged):
    for file in ("quotes/unclosed.txt", "quotes/unclosed_close_later.txt"):
        ((_, found),) = judged(file)
        assert {"tone/announcement-opener", "brag/record", "brag/market-position"} <= {rule for rule, _ in found}


def test_boxes_are_no_shouting(judged):
    ((_, found),) = judged("md/admonition.md")
    assert "tone/shouting" not in {rule for rule, _ in found}
