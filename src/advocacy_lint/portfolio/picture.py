"""A month at a glance: what the posts are like, for whom, by whom, what is missing, and whom to ask for what next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from advocacy_lint.config import Config
from advocacy_lint.model import DIMENSIONS, PortfolioFinding
from advocacy_lint.portfolio.mix import uncovered
from advocacy_lint.portfolio.signature import Signature
from advocacy_lint.text import normalise

_FEW = 0.25
_ASKED = 3
# What a month of good posts has in most of them, in the order in which it is shown.
_KINDS = ("person", "moment", "how", "learned", "doubt", "opinion", "spoken", "colleague", "invitation")


class Count(Struct, frozen=True):
    """A name, and how many posts it has."""

    name: str
    posts: int


class Wish(Struct, frozen=True):
    """A post worth asking for: of whom or for whom, and which kind of question."""

    topic: str
    who: str = ""
    audience: str = ""


class Readability(Struct, frozen=True):
    """How hard the posts are to read (LIX): on average, and the hardest, by its name."""

    mean: int
    hardest: str
    lix: int


class Picture(Struct, frozen=True):
    """What a run of posts is made of."""

    posts: int
    months: tuple[Count, ...]
    mean_score: float | None
    ready: int
    company_news: int
    dimensions: Mapping[str, int]
    audiences: tuple[Count, ...]
    voices: tuple[Count, ...]
    heard: Mapping[str, int]
    silent: tuple[str, ...]
    findings: tuple[PortfolioFinding, ...]
    wishes: tuple[Wish, ...]
    readability: Readability | None = None


def picture(
    posts: Sequence[Signature],
    findings: Sequence[PortfolioFinding],
    config: Config,
    audible: frozenset[str],
    lix: Sequence[tuple[int, str]] = (),
) -> Picture:
    """Return the picture of posts; `audible` is what the rules listen for, `lix` how hard the long ones are to read, with names."""
    scores = [post.score for post in posts if post.score is not None]
    heard = _heard(posts, audible)
    silent = _silent(posts, config)
    missing_for = uncovered(posts, config)
    return Picture(
        posts=len(posts),
        months=_counts(Counter(post.month for post in posts if post.month), by_name=True),
        mean_score=round(sum(scores) / len(scores), 1) if scores else None,
        ready=sum(score >= 50 for score in scores),
        company_news=sum(post.company_news for post in posts),
        dimensions=_dimensions(posts),
        audiences=(*_counts(_audiences(posts, config)), *(Count(name, 0) for name in missing_for)),
        voices=_counts(Counter(post.name for post in posts if post.name)),
        heard=heard,
        silent=silent,
        findings=tuple(findings),
        wishes=tuple(_wishes(missing_for, silent, heard, len(posts))),
        readability=Readability(round(sum(each for each, _ in lix) / len(lix)), max(lix)[1], max(lix)[0]) if lix else None,
    )


def _counts(counter: Counter[str], by_name: bool = False) -> tuple[Count, ...]:
    pairs = sorted(counter.items()) if by_name else sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(name, count) for name, count in pairs)


def _audiences(posts: Sequence[Signature], config: Config) -> Counter[str]:
    """Count posts by declared audience; by their own words where the configuration declares none that fits."""
    found: Counter[str] = Counter()
    for post in posts:
        if post.audience:
            names = [name for name in config.audiences if normalise(name) in normalise(post.audience)]
            found.update(names or [" ".join(post.audience.split())])
    return found


def _dimensions(posts: Sequence[Signature]) -> dict[str, int]:
    known = [dict(post.dimensions) for post in posts if post.dimensions]
    return {name: round(sum(each.get(name, 0) for each in known) / len(known)) for name in DIMENSIONS} if known else {}


def _heard(posts: Sequence[Signature], audible: frozenset[str]) -> dict[str, int]:
    """Count the posts in which each kind is heard; kinds that no rule listens for are left out."""
    return {kind: sum(kind in post.heard for post in posts) for kind in _KINDS if kind in audible}


def _silent(posts: Sequence[Signature], config: Config) -> tuple[str, ...]:
    """Return the people of the configuration who have not written."""
    authors = {post.author for post in posts}
    return tuple(name for name in config.vocabulary.people if " ".join(name.casefold().split()) not in authors)


def _wishes(audiences: Sequence[str], silent: Sequence[str], heard: Mapping[str, int], posts: int) -> Iterator[Wish]:
    """Yield three posts to ask for: for niches nobody wrote for, by people who were silent, of the kind that is rarest."""
    rare = sorted((kind for kind, count in heard.items() if count <= _FEW * posts), key=lambda kind: heard[kind])
    topics = [*rare, *(kind for kind in ("how", "doubt", "spoken", "learned") if kind not in rare)]
    people, niches = list(silent), list(audiences)
    for topic in topics[:_ASKED]:
        yield Wish(topic, people.pop(0) if people else "", niches.pop(0) if niches else "")
