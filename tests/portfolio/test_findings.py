"""What a portfolio says: which rule, in whose words, pointing where; and the mix of a month."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from generated_posts import posts as generated
from msgspec.structs import replace
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.config import Config, Duplicates, Mix, Vocabulary
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Finding, Post, PostReport, Problem, Span
from advocacy_lint.portfolio import Portfolio, Signature, signature
from advocacy_lint.portfolio.picture import picture
from advocacy_lint.portfolio.rendering import as_data, as_html, as_text
from advocacy_lint.portfolio.signature import text_signature

MONTHS = Path(__file__).parents[2] / "examples" / "months"
TEXT = "Vi har flyttet printeren fjorten meter, og nu er hver palle fyrre minutter hurtigere gennem hallen end før."
run = CliRunner().invoke


def read(path: str) -> Iterator[Post | Problem]:
    yield from read_source(Source(path), Config())


def portfolio(posts: list[Post], config: Config | None = None, locale: str = "en") -> Portfolio:
    found = Portfolio(config or Config(), locale, lambda path: [post for post in posts if post.path == path])
    for post in posts:
        found.add(signature(post))
    return found


def said(found: Portfolio) -> list[tuple[str, str, list[str]]]:
    return [(each.level, each.rule, [post.path for post in each.posts]) for each in found.findings()]


def test_the_shared_words_are_marked_in_each_post() -> None:
    posts = [
        Post("a.md", f"Kære venner! {TEXT} 🎉", meta={"author": "Anna"}),
        Post("b.md", TEXT + " Hvad gør I?", meta={"author": "Bo"}),
        next(generated(1)),
    ]
    (found,) = portfolio(posts, locale="da").findings()
    assert (found.rule, found.level, found.share) == ("portfolio/copy-paste", "error", 0.88)
    assert [(post.path, post.spans) for post in found.posts] == [("a.md", (Span(13, 119),)), ("b.md", (Span(0, 106),))]
    assert posts[1].text[:106] == TEXT[:-1]
    assert found.message == (
        "«Vi har flyttet printeren fjorten meter, og nu er hver palle fyrre …»: 2 stemmer, ét manuskript (88 % fælles ord). "
        "Har man læst det ene, springer man resten over."
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Post("a.md", TEXT, meta={"author": "Anna"}), Post("b.md", TEXT, meta={"author": "Bo"}), ("error", "portfolio/copy-paste")),
        (Post("a.md", TEXT), Post("b.md", TEXT), ("error", "portfolio/copy-paste")),
        (Post("a.md", TEXT, meta={"author": "Anna"}), Post("b.md", TEXT, meta={"author": "ANNA "}), ("warning", "portfolio/repeated-post")),
        (Post("a.csv", TEXT, id="1"), Post("a.csv", TEXT, id="2"), ("warning", "portfolio/repeated-post")),
    ],
)
def test_the_same_text_is_worse_under_two_names(first: Post, second: Post, expected: tuple[str, str]) -> None:
    assert [each[:2] for each in said(portfolio([first, second]))] == [expected]


def test_context_is_compared_with_and_never_reported_alone(tmp_path: Path) -> None:
    for name, text in (("a.md", TEXT), ("b.md", TEXT), ("c.md", "Noget helt andet om en kop kaffe på kajen en regnvejrsdag i november.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("a.md", "b.md", "c.md")]

    def findings(run_path: str) -> list[list[str]]:
        found = Portfolio(Config(), "en", read)
        for post in read(run_path):
            assert isinstance(post, Post)
            found.add(signature(post))
        for path in paths:
            found.add_context(path)
        return [[post.path for post in each.posts] for each in found.findings()]

    assert findings(paths[0]) == [[paths[0], paths[1]]]
    assert findings(paths[2]) == []


def test_a_press_release_named_in_the_configuration(tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text(" ".join(post.text for post in generated(3)) + " " + TEXT, encoding="utf-8")
    post = Post("a.md", TEXT, meta={"author": "Anna"})
    found = Portfolio(Config(duplicates=Duplicates(texts=(str(release),))), "en", lambda path: [post] if path == "a.md" else read(path))
    found.add(signature(post))
    (finding,) = found.findings()
    assert (finding.rule, finding.share, [each.path for each in finding.posts]) == ("portfolio/pasted-release", 1.0, ["a.md", str(release)])
    assert release.read_text(encoding="utf-8")[slice(*finding.posts[1].spans[-1])] == TEXT[:-1]


def test_a_named_text_that_cannot_be_read_is_a_problem_and_not_the_end() -> None:
    found = Portfolio(Config(duplicates=Duplicates(texts=("nowhere.txt",))), "en", read)
    for name in ("a.md", "b.md"):
        found.add(signature(Post(name, TEXT)))
    assert [each.rule for each in found.findings()] == ["portfolio/copy-paste"]
    assert found.problems == [Problem("nowhere.txt", "no such file")]


def test_posts_that_are_compared_as_they_come_are_found_as_well(tmp_path: Path) -> None:
    context = tmp_path / "old.md"
    context.write_text(TEXT + " Hvad gør I?", encoding="utf-8")
    posts = [*generated(230), Post("a.md", f"Kære venner! {TEXT} 🎉", meta={"author": "Anna"}), Post("b.md", TEXT, meta={"author": "Bo"})]

    def reread(path: str) -> list[Post]:
        return [post for post in posts if post.path == path] or list(read(path))

    found = []
    for prepared in (None, 0, 210, len(posts)):
        one = Portfolio(Config(), "en", reread)
        for number, post in enumerate(posts):
            if number == prepared:
                one.begin()
            one.add(signature(post))
        if prepared == len(posts):
            one.begin()
        one.add_context(str(context))
        found.append(one.findings())
    assert found[1:] == found[:1] * 3
    assert [[post.path for post in each.posts] for each in found[0] if each.rule == "portfolio/copy-paste"] == [
        ["a.md", "b.md", str(context)]
    ]


def test_one_post_and_no_context_is_nothing_to_compare() -> None:
    assert portfolio([Post("a.md", TEXT)]).findings() == []


def test_a_post_that_is_gone_when_looked_at_again_has_no_spans() -> None:
    found = Portfolio(Config(), "en", lambda path: [])
    for name in ("a.md", "b.md"):
        found.add(signature(Post(name, TEXT)))
    assert [[post.spans for post in each.posts] for each in found.findings()] == [[(), ()]]


def test_rules_can_be_switched_off_and_changed_in_level() -> None:
    posts = [Post("a.md", TEXT), Post("b.md", TEXT)]
    assert said(portfolio(posts, Config(ignore=("portfolio",)))) == []
    assert said(portfolio(posts, Config(levels={"portfolio/copy-paste": "off"}))) == []
    assert said(portfolio(posts, Config(levels={"portfolio": "info"}))) == [("info", "portfolio/copy-paste", ["a.md", "b.md"])]


def test_a_signature_travels_between_processes() -> None:
    found = signature(Post("a.md", TEXT, meta={"author": "Anna Holm", "published": "2026-11-03"}))
    assert pickle.loads(pickle.dumps(found)) == found
    assert len(pickle.dumps(found)) < 1_500


MONTHS_OF = {
    "2026-11-03": "2026-11",
    "2026-11": "2026-11",
    "3.11.2026": "2026-11",
    "03-11-2026 kl. 8": "2026-11",
    "i november": "",
    "": "",
}


@pytest.mark.parametrize(("written", "month"), MONTHS_OF.items())
def test_months_of_dates_as_people_write_them(written: str, month: str) -> None:
    assert signature(Post("", "", meta={"published": written})).month == month


# The mix

BASE = list(generated(12))


def many(**changes: object) -> list[Signature]:
    return [replace(signature(post), **changes) for post in BASE[:6]]  # type: ignore[arg-type]


def mixed(signatures: list[Signature], config: Config | None = None) -> list[tuple[str, float | None, int, str]]:
    found = Portfolio(config or Config(), "en", lambda path: [post for post in BASE if post.path == path])
    for each in signatures:
        found.add(each)
    return [(each.rule.removeprefix("portfolio/"), each.share, len(each.posts), each.message.split(". ")[0]) for each in found.findings()]


def test_company_news_by_month() -> None:
    dull = many(company_news=True, month="2026-10")
    lively = [replace(signature(post), month="2026-11") for post in BASE[6:12]]
    assert mixed([*dull, *lively]) == [("company-news-share", 1.0, 6, "6 of 6 posts (October 2026) are about how well you are doing")]
    assert mixed([*dull, *lively], Config(mix=Mix(company_news=1.0))) == []
    assert mixed(dull[:4]) == []


def test_one_voice() -> None:
    assert mixed(many(author="anna holm", name="Anna Holm")) == [("one-voice", 1.0, 6, "Anna Holm is behind 6 of 6 posts")]
    assert mixed(many()) == []


def test_how_often_one_person_posts() -> None:
    days = [740_000, 740_001, 740_001, 740_006, 740_007, 740_030]
    often = [replace(post, author="anna holm", name="Anna Holm", month="2026-11", day=day) for post, day in zip(many(), days, strict=True)]
    mix = Mix(one_voice=1.0)
    said = [("too-often", None, 4, "Anna Holm posts 4 times in a week (November 2026)")]
    assert mixed(often, Config(mix=mix)) == said
    assert mixed(often[::-1], Config(mix=mix)) == said
    assert mixed(often, Config(mix=replace(mix, per_week=4))) == []
    assert mixed([replace(post, author="", name="") for post in often], Config(mix=mix)) == []


def test_same_opening_and_same_link_point_at_their_posts() -> None:
    posts = [Post(post.path, f"Nu er det endelig fredag {post.text} https://a.example/kage?utm_source={post.path}") for post in BASE[:6]]
    found = portfolio(posts).findings()
    assert [(each.rule, len(each.posts), each.posts[0].spans) for each in found] == [
        ("portfolio/same-opening", 6, (Span(0, 24),)),
        ("portfolio/same-link", 6, ()),
    ]
    assert found[0].message.startswith("6 of 6 posts open with “Nu er det endelig fredag”.")
    assert found[1].message.startswith("6 of 6 posts send the reader to a.example/kage.")


def test_copies_are_not_also_told_that_they_open_alike() -> None:
    posts = [*(Post(f"copy-{number}.md", TEXT) for number in range(4)), *BASE[:4]]
    assert [each[1] for each in said(portfolio(posts))] == ["portfolio/copy-paste"]


def test_audiences_nobody_writes_for() -> None:
    config = Config(audiences={"mejerister": ("CIP",), "bogholdere": ("moms",)})
    assert mixed(many(audience="Mejerister i Jylland"), config) == [("audience-uncovered", None, 0, "Nobody writes for bogholdere")]
    assert mixed(many(audience=""), config) == []


def test_posts_are_about_the_company_when_a_brag_is_found() -> None:
    def report(level: str, dimension: str) -> PostReport:
        found = Finding("x/y", level, dimension, "", "", "", 0, 0, 1, 1, 1, 1)
        return PostReport("a.md", None, "da", 1, "E", {}, (found,), (), ())

    levels = [(level, dimension) for level in ("error", "warning", "info") for dimension in ("brag", "tone")]
    heavy = [each for each in levels if signature(report(*each), text_signature(Post("a.md", TEXT))).company_news]
    assert heavy == [("error", "brag"), ("warning", "brag")]


# The picture of a month

CONFIG = Config(audiences={"mejerister": (), "bogholdere": ()}, vocabulary=Vocabulary(people=("Anna Holm", "Bo Lund")))


def shown() -> str:
    posts = many(author="anna holm", name="Anna Holm", audience="mejerister", score=80, dimensions=(("voice", 90),), heard=())
    return as_text(picture(posts, (), CONFIG, frozenset(("moment",))), "da")


def test_the_picture_names_audiences_voices_and_what_to_ask() -> None:
    lines = shown().split("\n")
    assert lines[:4] == [
        "Opslagene på ét blik",
        "",
        "  6 opslag",
        "  80 i snit · 6 kan sendes, som de er · 0 handler om, hvor godt det går",
    ]
    assert "  mejerister  ████████████████████ 6" in lines
    assert "  bogholdere  ░░░░░░░░░░░░░░░░░░░░ ingen endnu" in lines
    assert "  Har ikke skrevet: Bo Lund" in lines
    assert "  1. Spørg Bo Lund, til bogholdere:" in lines
    assert sum(line.startswith(("  1. ", "  2. ", "  3. ")) for line in lines) == 3


def test_the_page_holds_no_markup_of_a_draft() -> None:
    posts = many(author="x", name="<script>alert(1)</script>", audience="<b>'\"&")
    page = as_html(picture(posts, (), Config(), frozenset()), "en")
    assert "<script" not in page
    assert "&lt;b&gt;&#x27;&quot;&amp;" in page
    assert "http" not in page


def test_the_picture_as_data() -> None:
    data = as_data(picture(many(author="x", name="X"), (), Config(), frozenset()), "en")
    assert data["voices"] == {"X": 6}
    assert [wish["topic"] for wish in data["ask_for"]] == ["how", "doubt", "spoken"]


def test_the_command_shows_a_month_and_what_all_of_it_amounts_to() -> None:
    result = run(app, ["mix", str(MONTHS / "bad"), "--format", "json", "--isolated"])
    data = json.loads(result.stdout)
    assert result.exit_code == 0
    assert data["mix"]["posts"] == 12
    assert data["mix"]["months"] == {"2026-11": 12}
    assert [each["rule"] for each in data["portfolio"]["findings"]] == [
        f"portfolio/{name}" for name in ("copy-paste", "company-news-share", "same-opening", "same-link")
    ]
    assert len(data["mix"]["ask_for"]) == 3


def test_the_good_month_has_no_finding_across_posts_and_speaks_for_the_declared_niches(tmp_path: Path) -> None:
    config = tmp_path / "advocacy-lint.yml"
    config.write_text(f"programme: {MONTHS.parent / 'programme' / 'good.yml'}\n", encoding="utf-8")
    data = json.loads(run(app, ["mix", str(MONTHS / "good"), "--format", "json", "--config", str(config)]).stdout)
    assert data["portfolio"]["findings"] == []
    assert data["mix"]["audiences"] == {"driftsledere på mejerier": 5, "industriteknikere og svende": 4, "vandværkspassere": 3}
    assert data["mix"]["silent"] == []


def test_a_month_without_posts_is_said() -> None:
    result = run(app, ["mix", str(MONTHS / "good"), "--month", "2020-01", "--isolated"])
    assert str(result.exception) == f"{MONTHS / 'good'}: no posts published in 2020-01"


SEVERAL = [
    ("launch.da.md", "da", None, None),
    ("launch.en.md", "en", None, None),
    ("en/pump-en.md", "en", None, None),
    ("posts/da/seal.md", "da", None, None),
    ("posts/en/seal.md", "en", None, None),
    ("plan.csv", "da", None, "line 2, Tekst DK"),
    ("plan.csv", "en", None, "line 2, Tekst EN"),
    ("plan.csv", "da", None, "line 3, Tekst DK"),
    ("plan.xlsx", "da", None, "Ark1!C7"),
    ("plan.xlsx", "en", None, "Ark1!D7"),
    ("month.jsonl", "da", "valve", "line 1"),
    ("month.jsonl", "en", "valve", "line 9"),
]


def test_a_post_that_is_missing_in_a_language_is_told() -> None:
    posts = [
        Post(path, chr(97 + at), id=name, place=place, meta={"language": code}) for at, (path, code, name, place) in enumerate(SEVERAL)
    ]
    found = portfolio(posts, Config(versions=("da", "en")))
    assert [(each.message, [(post.path, post.place) for post in each.posts]) for each in found.findings()] == [
        ("Missing in Danish: 1 of 7 posts.", [("en/pump-en.md", None)]),
        ("Missing in English: 1 of 7 posts.", [("plan.csv", "line 3, Tekst DK")]),
    ]


def test_themes_are_held_against_their_parts_month_by_month() -> None:
    themes = [("2026-10", "Colleagues")] * 5 + [("2026-11", "company")] * 4 + [("2026-11", "colleagues"), ("2026-11", "")]
    posts = [
        Post(f"{number}.md", f"Pump {number} leaked.", meta={"theme": theme, "published": f"{month}-0{number % 9 + 1}"})
        for number, (month, theme) in enumerate(themes)
    ]
    config = Config(mix=Mix(targets={"colleagues": 4, "company": 1, "nothing": 0}, per_week=99))
    (found,) = (each for each in portfolio(posts, config).findings() if each.rule == "portfolio/off-target")
    assert found.message == "The themes have slid (November 2026). Posts and aim: “colleagues” 1/5, “company” 4/1."
    assert [post.path for post in found.posts] == ["5.md", "6.md", "7.md", "8.md"]
