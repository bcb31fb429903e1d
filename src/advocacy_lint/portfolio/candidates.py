"""Which posts are worth holding against each other: exactly for a few, by MinHash and LSH for many."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
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


def candidates(signatures: Sequence[Signature]) -> Iterator[tuple[int, list[int]]]:
    """Yield each post's index with those of earlier posts that may share its wording, most alike first where that is known."""
    yield from _exact(signatures) if len(signatures) <= FEW else _by_minhash(signatures)


def _exact(signatures: Sequence[Signature]) -> Iterator[tuple[int, list[int]]]:
    index: dict[int, list[int]] = {}
    for position, signature in enumerate(signatures):
        met: Counter[int] = Counter()
        for number in set(signature.numbers):
            if number:
                earlier = index.setdefault(number, [])
                met.update(earlier)
                earlier.append(position)
        yield position, [other for other, count in met.most_common(_MOST) if count >= _LEAST_SHARED]


def _by_minhash(signatures: Sequence[Signature]) -> Iterator[tuple[int, list[int]]]:
    # rensa is imported in 10 ms and sketches 10,000 posts in 40; datasketch takes 500 ms to import, with numpy and scipy.
    from rensa import RMinHash, RMinHashLSH

    index: Any = RMinHashLSH(0.2, _BANDS * _ROWS, _BANDS)
    sketches: list[Any] = []
    sizes: list[int] = []
    bands: _Bands | None = None
    for position, signature in enumerate(signatures):
        numbers = set(signature.numbers)
        sketch = RMinHash(_BANDS * _ROWS, _SEED)
        sketch.update(_written(signature.numbers, gaps=0 in numbers))
        numbers.discard(0)
        sketches.append(sketch)
        sizes.append(len(numbers))
        if not numbers:
            yield position, []
            continue
        found: list[int] = index.query(sketch) if bands is None else bands.near(position, sketch)
        if bands is None:
            index.insert(position, sketch)
        if len(found) > _CROWD:
            index, bands = None, _Bands()  # one index at a time: they are the largest things here
            for earlier in range(position + 1):
                found = bands.near(earlier, sketches[earlier]) if sizes[earlier] else []
        parts = [(_part(sketch.jaccard(sketches[other]), len(numbers), sizes[other]), other) for other in found]
        yield position, [other for part, other in sorted(parts, key=_most_alike)[:_MOST] if part >= _LEAST_PART]


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


def _most_alike(part: tuple[float, int]) -> tuple[float, int]:
    return -part[0], part[1]


def _part(jaccard: float, here: int, there: int) -> float:
    """Return the part of the smaller set that the larger one has too, from their Jaccard index and sizes."""
    return jaccard / (1 + jaccard) * (here + there) / min(here, there)
