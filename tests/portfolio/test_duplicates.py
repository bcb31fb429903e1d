"""Copies are found whatever was done to them, and nothing else is."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml
from generated_posts import posts as generated

from advocacy_lint.model import Post, Span
from advocacy_lint.portfolio import candidates, duplicates, wording
from advocacy_lint.portfolio.duplicates import Cluster, Clustering, clusters
from advocacy_lint.portfolio.signature import signature

HERE = Path(__file__).parent
EDITED = yaml.safe_load((HERE / "edited.yml").read_text(encoding="utf-8"))
EXAMPLES = HERE.parents[1] / "examples"


def edited_posts() -> list[Post]:
    return [Post(f"edited-{number}.md", each["text"], meta={"author": each["author"]}) for number, each in enumerate(EDITED)]


def other_posts(count: int) -> list[Post]:
    files = sorted([*EXAMPLES.glob("da/*.md"), *EXAMPLES.glob("en/*.md"), *EXAMPLES.glob("months/good/*.md")])
    found = [Post(path.name, path.read_text(encoding="utf-8").split("---\n", 2)[-1]) for path in files]
    return [*found, *generated(count)][:count]


def members(posts: list[Post]) -> list[tuple[int, ...]]:
    return [cluster.members for cluster in clusters([signature(post) for post in posts])]


def test_runs_of_three_words_are_numbered_by_words_and_order():
    def numbered(*norms):
        return list(wording.shingles(wording.marks(Post("p.md", " ".join(norms)))))

    four = numbered("en", "to", "tre", "fire")
    assert four == [numbered("en", "to", "tre")[0], numbered("to", "tre", "fire")[0]]
    others = [numbered(*words)[0] for words in (("tre", "to", "en"), ("en", "tre", "to"), ("to", "to", "to"), ("en", "to", "3"))]
    assert len({*four, *others}) == 6
    assert numbered("1", "2", "3", "en") == [0, numbered("4", "5", "en")[0]]
    assert numbered("en", "to") == []


def test_five_kinds_of_edit_and_two_left_as_they_were() -> None:
    kinds = ("pasted", "reordered", "names", "decorated", "shortened", "reworded")
    assert Counter(each["kind"] for each in EDITED) == dict.fromkeys(kinds, 2)


@pytest.mark.parametrize("seed", range(5))
def test_twelve_copies_among_forty_posts_are_one_cluster(seed: int) -> None:
    posts = [*edited_posts(), *other_posts(28)]
    random.Random(seed).shuffle(posts)
    expected = tuple(index for index, post in enumerate(posts) if post.path.startswith("edited"))
    assert len(posts) == 40
    assert len(expected) == 12
    assert members(posts) == [expected]


def test_twelve_copies_among_5000_distinct_posts_and_no_other_pair() -> None:
    assert members([*edited_posts(), *generated(5_000)]) == [tuple(range(12))]


def test_the_index_of_few_posts_and_the_sketches_of_many_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    posts = [*edited_posts(), *generated(500)]
    monkeypatch.setattr(candidates, "FEW", 10_000)
    assert members(posts) == [tuple(range(12))]
    monkeypatch.setattr(candidates, "FEW", 0)
    assert members(posts) == [tuple(range(12))]


def test_the_generated_posts_are_distinct() -> None:
    posts = list(generated(5_000))
    assert len({post.text for post in posts}) == 5_000
    runs = [{tuple(post.text.split()[index : index + 6]) for index in range(len(post.text.split()) - 5)} for post in posts]
    seen = Counter(run for each in runs for run in each)
    # Nine of ten runs of six words stand in no other post.
    assert min(sum(seen[run] == 1 for run in each) / len(each) for each in runs) > 0.9


def test_the_edits_are_edits() -> None:
    texts = [" ".join(each["text"].split()) for each in EDITED]
    assert [text == texts[0] for text in texts].count(True) == 2


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Holds a path for every pair of posts whose wording is compared word by word."""
    pairs: list[str] = []
    alike = duplicates.alike
    monkeypatch.setattr(duplicates, "alike", lambda here, *others: pairs.append(here.path) or alike(here, *others))
    return pairs


def test_ten_thousand_posts_are_not_held_against_each_other_one_by_one(compared: list[str]) -> None:
    assert clusters(signature(post) for post in generated(10_000)) == []
    assert max(Counter(compared).values()) <= 8
    assert len(compared) < 2 * 10_000


def test_each_of_a_thousand_copies_is_compared_once(compared: list[str]) -> None:
    text = EDITED[0]["text"]
    copies = [signature(Post(f"{number}.md", text.replace("400", str(number)))) for number in range(1_000)]
    assert clusters(copies) == [Cluster(tuple(range(1_000)), 1.0)]
    assert compared == [f"{number}.md" for number in range(1, 1_000)]


@pytest.mark.parametrize("few", [0, 30, 200])
def test_clusters_are_the_same_whenever_they_are_asked_for(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(candidates, "FEW", few)
    signatures = [signature(post) for post in (*generated(20), *edited_posts(), *generated(60))]
    clustering = Clustering()
    for each in signatures[:25]:
        clustering.add(each)
    assert clustering.found() == clusters(signatures[:25])
    for each in signatures[25:]:
        clustering.add(each)
    assert len(clustering) == len(signatures)
    assert clustering.found() == clusters(signatures)


def test_a_named_text_may_come_after_its_copies() -> None:
    release = " ".join(post.text for post in generated(6))
    cut = signature(Post("a.md", " ".join(release.split()[40:80])))
    assert clusters([cut, signature(Post("release.md", release), role="text")]) == [Cluster((0, 1), 1.0)]


def test_boilerplate_under_every_post_is_no_copy() -> None:
    foot = " Nordhavn Værft har bygget og repareret skibe siden dengang sejlene var af hør, og vi leder altid efter folk med gode hænder."
    posts = [Post(post.path, post.text + foot) for post in generated(400)]
    assert members(posts) == []


def test_two_short_posts_are_copies_only_when_they_are_the_same_throughout() -> None:
    one = Post("a.md", "Tak for i dag til alle i hallen.")
    assert members([one, Post("b.md", "Tak for i dag til alle i hallen! 🎉 #tak")]) == [(0, 1)]
    assert members([one, Post("b.md", "Tak for i dag til alle i kantinen.")]) == []
    assert members([Post("a.md", "Vi søger kolleger."), Post("b.md", "Vi søger kolleger.")]) == []


def test_a_short_post_does_not_tie_two_long_ones_together() -> None:
    first, second = (post.text for post in generated(2, sentences=30))
    piece = " ".join(first.split()[:25])
    other = " ".join(second.split()[:25])
    posts = [Post("a.md", first), Post("b.md", second), Post("c.md", f"{piece} {other}")]
    assert members(posts) == []


def test_a_post_cut_from_a_long_text_that_is_named_is_found() -> None:
    release = " ".join(post.text for post in generated(6))
    cut = " ".join(release.split()[40:80])
    signatures = [signature(Post("release.md", release), role="text"), signature(Post("a.md", cut))]
    assert clusters(signatures) == [Cluster((0, 1), 1.0)]


def test_names_figures_tags_and_links_are_not_wording() -> None:
    post = Post("a.md", "Hos Anna Holm på #ramp7 kl. 5.40: se https://a.example/x og @lene. I dag kom 12 paller.")
    assert " ".join(word.norm for word in wording.words(post)) == "hos · · på kl · se og i dag kom · paller"


def test_muted_parts_are_not_wording() -> None:
    text = "---\nauthor: A\n---\nEt to tre"
    post = Post("a.md", text, muted=(Span(0, 18),))
    assert [(word.start, word.norm) for word in wording.words(post)] == [(18, "et"), (21, "to"), (24, "tre")]


def test_shingles_are_the_same_in_every_process() -> None:
    code = (
        "from advocacy_lint.model import Post; from advocacy_lint.portfolio import signature;"
        "print(list(signature(Post('', 'en to tre fire')).numbers))"
    )
    expected = f"{list(signature(Post('', 'en to tre fire')).numbers)}\n"
    for seed in "12":
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed})
        assert run.stdout == expected


def test_links_lose_what_campaigns_hang_on_them() -> None:
    post = Post("", "Se https://www.a.example/rapport/?utm_source=x og www.A.example/rapport, tak. http://b.example/q?id=1&utm_medium=y")
    assert wording.links(post) == ("a.example/rapport", "b.example/q?id=1")
    assert wording.links(Post("", "Se http://x. Kl. 9.30 er der: firma.dk, WWW.x/y. Til a@b.example.")) == ("x", "firma.dk", "x/y")
    assert wording.links(Post("", "Kl. 9 er der kaffe: kom til http://x eller bliv væk.")) == ()
