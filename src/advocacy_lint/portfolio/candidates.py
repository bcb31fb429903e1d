"""Which posts are worth holding against each other: exactly for a few, by MinHash and LSH for many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from advocacy_lint.portfolio.signature import Signature

# Up to here an index of all shingles is faster than importing anything.
FEW = 200
# 48 bands of 2: a pair that shares a quarter of its runs of words is met in 95 cases of 100, a fifth in 86.
_BANDS, _ROWS, _SEED = 48, 2, 20260927
_LEAST_SHARED = 3
# A post that looks like this many others is held against no more of them: boilerplate must not make the work quadratic.
_MOST = 120


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

    index = RMinHashLSH(0.2, _BANDS * _ROWS, _BANDS)
    for position, signature in enumerate(signatures):
        sketch = RMinHash(_BANDS * _ROWS, _SEED)
        sketch.update([number.to_bytes(8, "little") for number in set(signature.numbers) if number])
        if len(signature.numbers):
            found = index.query(sketch)
            index.insert(position, sketch)
            yield position, sorted(found)[:_MOST] if len(found) > _MOST else found
        else:
            yield position, []
