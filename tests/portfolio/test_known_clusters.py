"""What an earlier run found among the same posts is found again, without holding them against each other."""

import pytest

from advocacy_lint.model import Post
from advocacy_lint.portfolio import known_clusters, signature
from advocacy_lint.portfolio.duplicates import Cluster, clusters
from advocacy_lint.portfolio.known_clusters import remembered
from advocacy_lint.result_cache import ResultCache

TEXT = "Kl. 5.40 gik pumpen i stå, og vi skiftede pakningen to gange, før nogen så revnen bag det blå dæksel i hallen."


@pytest.fixture
def signatures():
    texts = [TEXT, "Det regnede hele natten over havnen, og ingen af os havde støvler med.", TEXT.replace("blå", "grå")]
    return [signature(Post(f"{number}.md", text)) for number, text in enumerate(texts)]


def test_the_second_time_nothing_is_compared(signatures, tmp_path, monkeypatch):
    cache = ResultCache(str(tmp_path), "stamp")
    found = remembered(signatures, 0.6, cache)
    assert found == clusters(signatures, 0.6) == [Cluster((0, 2), found[0].share)]
    monkeypatch.setattr(known_clusters, "_clusters", lambda *_: pytest.fail("compared again"))
    assert remembered(signatures, 0.6, cache) == found


@pytest.mark.parametrize("change", [lambda found: found[:2], lambda found: [found[1], found[0], found[2]]])
def test_other_posts_or_another_order_are_compared_anew(signatures, tmp_path, change):
    cache = ResultCache(str(tmp_path), "stamp")
    remembered(signatures, 0.6, cache)
    assert remembered(change(signatures), 0.6, cache) == clusters(change(signatures), 0.6)
    assert remembered(signatures, 0.99, cache) == clusters(signatures, 0.99)


@pytest.mark.parametrize("kept", [[Cluster((0, 9), 0.5)], [Cluster((0,), 0.5)], [[[0, 1]]], ["x"], [Cluster(("a", "b"), 1)]])
def test_what_cannot_be_such_is_compared_anew(signatures, tmp_path, kept):
    cache = ResultCache(str(tmp_path), "stamp")
    key = "00" * 16
    cache.key = lambda data, kind: key
    cache.put(key, kept)
    assert remembered(signatures, 0.6, cache) == clusters(signatures, 0.6)
