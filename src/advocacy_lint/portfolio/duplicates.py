"""Clusters of posts that share most of their wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from advocacy_lint.portfolio import candidates, wording
from advocacy_lint.portfolio.signature import Signature

# Under this many shared words, two posts are alike because there is little to say, unless they are the same throughout.
LEAST_WORDS = 12
_LEAST_SAME = 6
_LEAST_SHINGLES = 4
# The longer text must be a copy too, to some part, or a short post would tie two strangers together.
LONGER = 0.2
# The most alike are asked first: after so many that are no copies, the rest are none.
_ENOUGH_REFUSED = 8
_SETS_KEPT = 16


class Cluster(Struct, frozen=True):
    """Indexes of posts that share wording, in order, and the part of all their words that is shared (0-1)."""

    members: tuple[int, ...]
    share: float


class _Groups:
    """Union-find over positions."""

    def __init__(self) -> None:
        self._parents: list[int] = []

    def __len__(self) -> int:
        return len(self._parents)

    def add(self) -> None:
        """Add a position, alone in its group."""
        self._parents.append(len(self._parents))

    def root(self, position: int) -> int:
        while self._parents[position] != position:
            self._parents[position] = position = self._parents[self._parents[position]]
        return position

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first


class Clustering:
    """Finds the clusters among posts that come one by one, so that a run may begin while it still reads.

    Two posts belong together when `threshold` of the shorter one's words stand in runs that the other has too. A text named in the
    configuration may be much longer than the post that was cut from it.
    """

    def __init__(self, threshold: float = 0.6) -> None:
        self._threshold = threshold
        self._signatures: list[Signature] = []
        self._groups = _Groups()
        self._named: list[int] = []
        self._index: candidates.Shingles | candidates.Sketches | None = None
        # Made when asked for, and only the last kept: the sets of 10,000 posts would take more memory than all else.
        self._numbers = lru_cache(maxsize=_SETS_KEPT)(lambda position: _numbers(self._signatures[position]))

    def __len__(self) -> int:
        return len(self._signatures)

    def add(self, signature: Signature) -> None:
        """Take in a post; from the first that are many on, it is held against the earlier ones at once."""
        self._signatures.append(signature)
        if self._index is None and len(self._signatures) > candidates.FEW:
            self._index = candidates.Sketches(self._numbers)
        if self._index is not None:
            self._compare(self._index)

    def found(self) -> list[Cluster]:
        """Return the clusters among all posts so far, by the position of their first post."""
        if self._index is None:
            self._index = candidates.Shingles(self._numbers)
            self._compare(self._index)
        members: dict[int, list[int]] = defaultdict(list)
        for position in range(len(self._signatures)):
            members[self._groups.root(position)].append(position)
        return [Cluster(tuple(each), share_of([self._signatures[one] for one in each])) for each in members.values() if len(each) > 1]

    def _compare(self, index: candidates.Shingles | candidates.Sketches) -> None:
        """Hold the posts that were not, against the earlier ones."""
        for position in range(len(self._groups), len(self._signatures)):
            self._groups.add()
            signature = self._signatures[position]
            found = index.near(signature)
            if found:
                self._join(position, found)
            if signature.role == "text":
                self._named.append(position)
            others = range(position) if signature.role == "text" else self._named
            if others:
                self._join_named(position, others)

    def _join(self, position: int, found: Iterable[int]) -> None:
        """Join a post to the clusters of its candidates, those that are most alike asked first."""
        refused: dict[int, int] = {}
        mine = self._numbers(position)
        for other in found:
            cluster = self._groups.root(other)
            # Three members that are nothing like this post are enough to know their cluster.
            if cluster == self._groups.root(position) or refused.get(cluster, 0) >= 3:
                continue
            if self._alike(position, other, mine):
                self._groups.join(position, other)
                continue
            refused[cluster] = refused.get(cluster, 0) + 1
            if sum(refused.values()) == _ENOUGH_REFUSED:
                break

    def _join_named(self, position: int, others: Iterable[int]) -> None:
        mine = self._numbers(position)
        for other in others:
            if self._groups.root(other) != self._groups.root(position) and self._alike(position, other, mine):
                self._groups.join(position, other)

    def _alike(self, here: int, there: int, mine: frozenset[int]) -> bool:
        return alike(self._signatures[here], self._signatures[there], mine, self._threshold)


def clusters(signatures: Iterable[Signature], threshold: float = 0.6) -> list[Cluster]:
    """Return the clusters among posts."""
    clustering = Clustering(threshold)
    for signature in signatures:
        clustering.add(signature)
    return clustering.found()


def _numbers(signature: Signature) -> frozenset[int]:
    """Return the shingles of a post as a set, without the runs that hold nothing but names and figures."""
    found = frozenset(signature.numbers)
    return found.difference((0,)) if 0 in found else found


def alike(here: Signature, there: Signature, numbers: frozenset[int], threshold: float) -> bool:
    """Say whether two posts share so much of their wording that one is a copy of the other; `numbers`: the shingles of the first."""
    if not here.words or not there.words or (here.role == there.role == "text"):
        return False
    # A run of words has at least a third as many shingles: most strangers are sent home by this.
    least = max(_LEAST_SHINGLES, threshold * min(len(here.numbers), len(there.numbers)) / wording.SHINGLE)
    shared = numbers.intersection(there.numbers)
    if len(shared) < least:
        return False
    hits = wording.hits(there.numbers, shared)
    mine = wording.hit_length(wording.hits(here.numbers, shared))
    if "text" not in (here.role, there.role) and mine < here.words and mine / here.words < min(LONGER, threshold):
        return False
    theirs = wording.hit_length(hits)
    if mine == here.words and theirs == there.words:
        return mine >= _LEAST_SAME
    if min(mine, theirs) < LEAST_WORDS:
        return False
    shares = {here.role: mine / here.words, there.role: theirs / there.words}
    if "text" in shares:
        return next(share for role, share in shares.items() if role != "text") >= threshold
    both = (mine / here.words, theirs / there.words)
    return max(both) >= threshold and min(both) >= min(LONGER, threshold)


def share_of(signatures: Sequence[Signature]) -> float:
    """Return the part of the posts' words that stands in runs which another of them has (named texts only lend)."""
    runs = shared_runs([each.numbers for each in signatures])
    pairs = list(zip(signatures, runs, strict=True))
    judged = [(each, run) for each, run in pairs if each.role != "text"] or pairs
    total = sum(each.words for each, _ in judged)
    return round(sum(wording.length(run) for _, run in judged) / total, 2) if total else 0.0


def shared_runs(numbers: Sequence[Sequence[int]]) -> list[list[tuple[int, int]]]:
    """Return, for each text, the runs of words that stand in at least one of the others too."""
    seen: dict[int, int] = {}
    repeated: set[int] = set()
    for position, each in enumerate(numbers):
        for number in each:
            if seen.setdefault(number, position) != position:
                repeated.add(number)
    return [wording.covered(each, repeated) for each in numbers]
