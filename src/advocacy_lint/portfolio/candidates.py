"""Which posts are worth holding against each other: exactly for a few, by MinHash and LSH for many."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import Any

from advocacy_lint.portfolio.signature import Signature

# Up to here an index of all shingles is faster than importing anything.
FEW = 200
# 48 bands of 2: a pair that shares a quarter of its runs of words is met in 95 cases of 100, a fifth in 86.
_BANDS, _ROWS, _SEED = 48, 2, 20260927
_LEAST_SHARED = 3
# A post that looks like this many others is held against no more of them: boilerplate must not make the work quadratic.
_MOST = 120
# Where one post looks like so many others, the index is changed for one whose cost does not grow with them.
_CROWD = 500
_BUCKET = 64
# A run of words has at least a third as many shingles as words: under this part in common (as estimated), a pair is no copy.
_LEAST_PART = 0.2
_GAP = bytes(8)


class Shingles:
    """An index of all shingles: exact, and as fast as any for a few posts."""

    def __init__(self) -> None:
        self._posts: dict[int, list[int]] = {}
        self._count = 0

    def near(self, signature: Signature) -> list[int]:
        """Return the numbers of the earlier posts that may share a post's wording, most alike first, and take it in."""
        met: Counter[int] = Counter()
        for number in set(signature.numbers):
            if number:
                earlier = self._posts.setdefault(number, [])
                met.update(earlier)
                earlier.append(self._count)
        self._count += 1
        return [other for other, count in met.most_common(_MOST) if count >= _LEAST_SHARED]


class Sketches:
    """An index of MinHash sketches, for many posts."""

    def __init__(self) -> None:
        # rensa is imported in 10 ms and sketches 10,000 posts in 40; datasketch takes 500 ms to import, with numpy and scipy.
        from rensa import RMinHash, RMinHashLSH

        self._sketch: Any = RMinHash
        self._index: Any = RMinHashLSH(0.2, _BANDS * _ROWS, _BANDS)
        self._bands: _Bands | None = None
        self._sketches: list[Any] = []
        self._sizes: list[int] = []

    def near(self, signature: Signature) -> list[int]:
        """Return the numbers of the earlier posts that may share a post's wording, most alike first, and take it in."""
        numbers = set(signature.numbers)
        sketch = self._sketch(_BANDS * _ROWS, _SEED)
        sketch.update(_written(signature.numbers, gaps=0 in numbers))
        numbers.discard(0)
        self._sketches.append(sketch)
        self._sizes.append(len(numbers))
        return self._alike(sketch, len(numbers)) if numbers else []

    def _alike(self, sketch: Any, size: int) -> list[int]:
        sketches, sizes = self._sketches, self._sizes
        parts = []
        for other in self._met(sketch):
            part = _part(sketch.jaccard(sketches[other]), size, sizes[other])
            if part >= _LEAST_PART:
                parts.append((-part, other))
        parts.sort()
        return [other for _, other in parts[:_MOST]]

    def _met(self, sketch: Any) -> list[int]:
        """Return the earlier posts that share a band with the last one, and put it into the index."""
        position = len(self._sketches) - 1
        if self._bands is not None:
            return self._bands.near(position, sketch)
        found: list[int] = self._index.query(sketch)
        self._index.insert(position, sketch)
        if len(found) > _CROWD:
            self._index, self._bands = None, _Bands()  # one index at a time: they are the largest things here
            for earlier in range(position + 1):
                found = self._bands.near(earlier, self._sketches[earlier]) if self._sizes[earlier] else []
        return found


def _written(numbers: array[int], *, gaps: bool) -> list[bytes]:
    """Return numbers as bytes; `gaps`: without those of runs that hold nothing but names and figures."""
    written = numbers.tobytes()
    found = [written[at : at + 8] for at in range(0, len(written), 8)]
    return [each for each in found if each != _GAP] if gaps else found


class _Bands:
    """An index with buckets of bounded size: a common paragraph fills a few of a post's, copies meet in the many others."""

    def __init__(self) -> None:
        # Most buckets hold one post, and need no list: there are 48 for each post of 10,000.
        self._buckets: dict[int, int | list[int]] = {}

    def near(self, position: int, sketch: Any) -> list[int]:
        """Return the earlier posts that share most bands with a post, at most twice as many as are looked at, and take it in."""
        met: Counter[int] = Counter()
        digest = sketch.digest()
        for band in range(0, _BANDS * _ROWS, _ROWS):
            key = hash((band, *digest[band : band + _ROWS]))
            bucket = self._buckets.setdefault(key, position)
            if isinstance(bucket, list):
                met.update(bucket)
                if len(bucket) < _BUCKET:
                    bucket.append(position)
            elif bucket != position:
                met[bucket] += 1
                self._buckets[key] = [bucket, position]
        return [other for other, _ in met.most_common(2 * _MOST)]


def _part(jaccard: float, here: int, there: int) -> float:
    """Return the part of the smaller set that the larger one has too, from their Jaccard index and sizes."""
    return jaccard / (1 + jaccard) * (here + there) / min(here, there)
