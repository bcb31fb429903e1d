"""Clusters that an earlier run found among the same posts: numbers of posts, no words of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from advocacy_lint.portfolio.duplicates import Cluster, Clustering
from advocacy_lint.portfolio.signature import Signature
from advocacy_lint.result_cache import ResultCache


def remembered(
    signatures: Sequence[Signature], threshold: float, cache: ResultCache | None, begun: Clustering | None = None
) -> list[Cluster]:
    """Return the clusters among posts; looked up, and kept, where there is a cache. `begun` has taken in the first of them already."""
    if cache is None:
        return _clusters(signatures, threshold, begun)
    hasher = cache.hasher("wordings")  # part by part: all at once, 10,000 posts take 24 MB more
    for signature in signatures:
        hasher.update(_wording(signature))
    key = cache.key(hasher.digest(), f"clusters {threshold}")
    found = _fitting(cache.get(key, list[Cluster]), len(signatures))
    if found is None:
        found = _clusters(signatures, threshold, begun)
        cache.put(key, found)
    return found


def _clusters(signatures: Sequence[Signature], threshold: float, begun: Clustering | None) -> list[Cluster]:
    clustering = begun or Clustering(threshold)
    for signature in signatures[len(clustering) :]:
        clustering.add(signature)
    return clustering.found()


def _wording(signature: Signature) -> bytes:
    """Return all that clusters depend on."""
    return f"{signature.role} {signature.words} {len(signature.numbers)} ".encode() + signature.numbers.tobytes()


def _fitting(kept: list[Cluster] | None, size: int) -> list[Cluster] | None:
    """Return clusters as they were kept; None for what cannot be such."""
    if kept is None or any(len(each.members) < 2 or not all(0 <= member < size for member in each.members) for each in kept):
        return None
    return kept
