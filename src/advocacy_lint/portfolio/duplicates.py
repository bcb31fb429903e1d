"""Clusters of posts that share most of their wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from advocacy_lint.portfolio import wording
from advocacy_lint.portfolio.candidates import candidates
from advocacy_lint.portfolio.signature import Signature

# Under this many shared words, two posts are alike because there is little to say, unless they are the same throughout.
LEAST_WORDS = 12
_LEAST_SAME = 6
# The longer text must be a copy too, to some part, or a short post would tie two strangers together.
LONGER = 0.2


@dataclass(frozen=True, slots=True)
class Cluster:
    """Indexes of posts that share wording, in order, and the part of all their words that is shared (0-1)."""

    members: tuple[int, ...]
    share: float


class _Groups:
    """Union-find over positions."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def root(self, position: int) -> int:
        while self._parents[position] != position:
            self._parents[position] = position = self._parents[self._parents[position]]
        return position

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._parents[second] = first


def clusters(signatures: Sequence[Signature], threshold: float = 0.6) -> list[Cluster]:
    """Return the clusters among posts, the largest share of wording in common first come by position.

    Two posts belong together when `threshold` of the shorter one's words stand in runs that the other has too. A text named in the
    configuration may be much longer than the post that was cut from it.
    """
    groups = _Groups(len(signatures))
    sets: dict[int, frozenset[int]] = {}
    named = [position for position, each in enumerate(signatures) if each.role == "text"]
    for position, found in candidates(signatures):
        refused: dict[int, int] = {}
        for other in dict.fromkeys([*found, *(each for each in named if each != position)]):
            cluster = groups.root(other)
            # Three members that are nothing like this post are enough to know their cluster.
            if cluster == groups.root(position) or refused.get(cluster, 0) >= 3:
                continue
            if alike(signatures, position, other, threshold, sets):
                groups.join(position, other)
            else:
                refused[cluster] = refused.get(cluster, 0) + 1
    members: dict[int, list[int]] = defaultdict(list)
    for position in range(len(signatures)):
        members[groups.root(position)].append(position)
    return [Cluster(tuple(each), share_of([signatures[one] for one in each])) for each in members.values() if len(each) > 1]


def alike(signatures: Sequence[Signature], one: int, other: int, threshold: float, sets: dict[int, frozenset[int]]) -> bool:
    """Say whether two posts share so much of their wording that one is a copy of the other."""
    here, there = signatures[one], signatures[other]
    if not here.words or not there.words or (here.role == there.role == "text"):
        return False
    mine = wording.length(wording.covered(here.numbers, _set_of(other, there, sets)))
    theirs = wording.length(wording.covered(there.numbers, _set_of(one, here, sets)))
    if mine == here.words and theirs == there.words:
        return mine >= _LEAST_SAME
    if min(mine, theirs) < LEAST_WORDS:
        return False
    shares = {one: mine / here.words, other: theirs / there.words}
    if "text" in (here.role, there.role):
        return shares[other if here.role == "text" else one] >= threshold
    return max(shares.values()) >= threshold and min(shares.values()) >= min(LONGER, threshold)


def _set_of(position: int, signature: Signature, sets: dict[int, frozenset[int]]) -> frozenset[int]:
    found = sets.get(position)
    if found is None:
        if len(sets) > 2_000:
            sets.clear()
        found = sets[position] = frozenset(signature.numbers)
    return found


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
