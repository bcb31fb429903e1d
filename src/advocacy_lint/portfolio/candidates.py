"""Which posts are worth holding against each other: exactly for a few, by MinHash and LSH for many."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from struct import Struct
from typing import TYPE_CHECKING

from advocacy_lint.portfolio.signature import Signature

if TYPE_CHECKING:
    from rensa import RMinHash, RMinHashLSH

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
# Posts with more shingles than this are cut by slices: what cuts all at once is made for one length, and kept.
_LONG = 2_000

NumbersOf = Callable[[int], frozenset[int]]


class Shingles:
    """An index of all shingles: exact, and as fast as any for a few posts."""

    def __init__(self, numbers_of: NumbersOf) -> None:
        self._numbers_of = numbers_of
        self._posts: dict[int, list[int]] = {}
        self._count = 0

    def near(self, signature: Signature) -> list[int]:
        """Return the numbers of the earlier posts that may share a post's wording, most alike first, and take it in."""
        met: list[int] = []
        for number in self._numbers_of(self._count):
            earlier = self._posts.setdefault(number, [])
            if earlier:
                met += earlier
            earlier.append(self._count)
        self._count += 1
        counted = Counter(met)
        near = [other for other, count in counted.items() if count >= _LEAST_SHARED]
        return sorted(near, key=counted.__getitem__, reverse=True)[:_MOST]


class Sketches:
    """An index of MinHash sketches, for many posts. `numbers_of` gives the shingles of a post, as a set: asked for where posts meet."""

    def __init__(self, numbers_of: NumbersOf) -> None:
        # Imported only where there are many posts.
        from rensa import RMinHash, RMinHashLSH

        self._numbers_of = numbers_of
        self._sketch = RMinHash
        self._index: RMinHashLSH | _Bands = RMinHashLSH(0.2, _BANDS * _ROWS, _BANDS)
        self._sketches: list[RMinHash | None] = []
        self._sizes: list[int] = []  # 0: not counted yet

    def near(self, signature: Signature) -> list[int]:
        """Return the numbers of the earlier posts that may share a post's wording, most alike first, and take it in."""
        written = _written(signature.numbers)
        self._sizes.append(0)
        if not written:
            self._sketches.append(None)
            return []
        sketch = self._sketch(_BANDS * _ROWS, _SEED)
        sketch.update(written)
        self._sketches.append(sketch)
        met = self._met(sketch)
        return self._alike(sketch, met) if met else []

    def _alike(self, sketch: RMinHash, met: Sequence[int]) -> list[int]:
        """Return those of some posts that may share the wording of the last one, most alike first."""
        here = self._size(len(self._sizes) - 1)
        sizes = self._sizes
        indexes = map(sketch.jaccard, map(self._sketches.__getitem__, met))
        parts = [
            (-part, other)
            for other, jaccard in zip(met, indexes, strict=True)
            # The part of the smaller set that the larger one has too: asked for so many pairs that it is worked out here.
            if (there := sizes[other] or self._size(other))
            and (part := jaccard / (1 + jaccard) * (here + there) / (here if here < there else there)) >= _LEAST_PART
        ]
        parts.sort()
        return [other for _, other in parts[:_MOST]]

    def _size(self, position: int) -> int:
        """Return how many different shingles a post has; counted for posts that meet others."""
        found = self._sizes[position] = len(self._numbers_of(position))
        return found

    def _met(self, sketch: RMinHash) -> Sequence[int]:
        """Return the earlier posts that share a band with the last one, and put it into the index."""
        position = len(self._sketches) - 1
        if isinstance(self._index, _Bands):
            return self._index.near(position, sketch)
        found: Sequence[int] = self._index.query(sketch)
        self._index.insert(position, sketch)
        if len(found) > _CROWD:
            self._index = bands = _Bands()  # one index at a time: they are the largest things here
            for earlier, each in enumerate(self._sketches):
                found = bands.near(earlier, each) if each else []
        return found


def _written(numbers: array[int]) -> Sequence[bytes]:
    """Return numbers as bytes, without those of runs that hold nothing but names and figures."""
    if len(numbers) <= _LONG:
        found = _cutter(len(numbers)).unpack(numbers)
    else:
        written = numbers.tobytes()
        found = tuple([written[at : at + len(_GAP)] for at in range(0, len(written), len(_GAP))])
    return [each for each in found if each != _GAP] if _GAP in found else found


@lru_cache(maxsize=512)
def _cutter(count: int) -> Struct:
    """Return what cuts so many numbers apart, at a fifth of what slices cost."""
    return Struct(f"{len(_GAP)}s" * count)


class _Bands:
    """An index with buckets of bounded size: a common paragraph fills a few of a post's, copies meet in the many others."""

    def __init__(self) -> None:
        # Most buckets hold one post, and need no list: there are 48 for each post of 10,000.
        self._buckets: list[dict[int, int | list[int]]] = [{} for _ in range(_BANDS)]

    def near(self, position: int, sketch: RMinHash) -> Sequence[int]:
        """Return the earlier posts that share most bands with a post, at most twice as many as are looked at, and take it in."""
        met: list[int] = []
        for buckets, key in zip(self._buckets, _bands_of(sketch), strict=True):
            bucket = buckets.setdefault(key, position)
            if isinstance(bucket, list):
                met += bucket
                if len(bucket) < _BUCKET:
                    bucket.append(position)
            elif bucket != position:
                met.append(bucket)
                buckets[key] = [bucket, position]
        counted = Counter(met)
        return list(counted) if len(counted) <= 2 * _MOST else sorted(counted, key=counted.__getitem__, reverse=True)[: 2 * _MOST]


def _bands_of(sketch: RMinHash) -> array[int]:
    """Return the bands of a sketch, two of its rows as one number."""
    return array("Q", array("I", sketch.digest()).tobytes())
