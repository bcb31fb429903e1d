"""What a run of posts is made of: shares that are too great, and audiences nobody writes for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from advocacy_lint.config import Config
from advocacy_lint.portfolio.signature import Signature
from advocacy_lint.text import normalise

# Three posts make a pattern, two a coincidence.
_PATTERN = 3
_WEEK = 7


class Imbalance(Struct, frozen=True):
    """A measure over its bound: its posts, the share (0-1), and words for the message."""

    posts: tuple[Signature, ...]
    share: float | None
    slots: Mapping[str, str] = field(default_factory=dict)


def by_month(posts: Sequence[Signature], least: int) -> dict[str, list[Signature]]:
    """Return posts by month where most have a date, else all under the empty name; months with too few posts are left out."""
    dated = sum(bool(post.month) for post in posts)
    months: dict[str, list[Signature]] = defaultdict(list)
    if posts and dated * 2 > len(posts):
        for post in posts:
            if post.month:
                months[post.month].append(post)
    else:
        months[""] = list(posts)
    return {month: found for month, found in sorted(months.items()) if len(found) >= least}


def company_news(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield each month in which too many posts are about how good the company is."""
    for month, group in by_month(posts, config.mix.at_least).items():
        found = tuple(post for post in group if post.company_news)
        share = len(found) / len(group)
        if share > above:
            yield Imbalance(found, share, _counted(found, group, month))


def one_voice(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield each month in which one person does nearly all the talking."""
    for month, group in by_month([post for post in posts if post.author], config.mix.at_least).items():
        author, count = Counter(post.author for post in group).most_common(1)[0]
        if count / len(group) > above:
            found = tuple(post for post in group if post.author == author)
            yield Imbalance(found, count / len(group), _counted(found, group, month))


def same_opening(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield each opening that too many posts share."""
    yield from _repeated(posts, config, above, lambda post: (post.opening,) if post.opening else ())


def same_link(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield each link that too many posts end in."""
    yield from _repeated(posts, config, above, lambda post: post.links)


def _repeated(posts: Sequence[Signature], config: Config, above: float, keys: Callable[[Signature], Sequence[int]]) -> Iterator[Imbalance]:
    if len(posts) < config.mix.at_least:
        return
    holders: dict[int, list[Signature]] = defaultdict(list)
    for post in posts:
        for key in keys(post):
            holders[key].append(post)
    for found in holders.values():
        if len(found) >= _PATTERN and len(found) / len(posts) > above:
            yield Imbalance(tuple(found), len(found) / len(posts), _counted(found, posts, ""))


def per_week(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield the busiest seven days of each author who posts more than so often in them."""
    by_author: dict[str, list[Signature]] = defaultdict(list)
    for post in posts:
        if post.author and post.day:
            by_author[post.author].append(post)
    for mine in by_author.values():
        mine.sort(key=lambda post: post.day)
        first, busiest = 0, mine[:0]
        for last, post in enumerate(mine):
            while post.day - mine[first].day >= _WEEK:
                first += 1
            if last + 1 - first > max(above, len(busiest)):
                busiest = mine[first : last + 1]
        if busiest:
            yield Imbalance(tuple(busiest), None, _counted(busiest, mine, busiest[0].month))


def audience_uncovered(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield the declared audiences that no post is for, where posts say whom they are for."""
    if len(posts) < config.mix.at_least or not any(post.audience for post in posts):
        return
    missing = uncovered(posts, config)
    if missing:
        yield Imbalance((), None, {"audiences": ", ".join(missing), "count": str(len(missing)), "total": str(len(config.audiences))})


def uncovered(posts: Sequence[Signature], config: Config) -> list[str]:
    """Return the declared audiences that no post is for."""
    written_for = {normalise(post.audience) for post in posts if post.audience}
    return [name for name in config.audiences if not any(normalise(name) in audience for audience in written_for)]


def _counted(found: Sequence[Signature], group: Sequence[Signature], month: str) -> dict[str, str]:
    percent = round(100 * len(found) / len(group))
    return {"count": str(len(found)), "total": str(len(group)), "percent": str(percent), "month": month}


Measure = Callable[[Sequence[Signature], Config, float], Iterator[Imbalance]]
MEASURES: dict[str, Measure] = {
    "company_news": company_news,
    "one_voice": one_voice,
    "same_opening": same_opening,
    "same_link": same_link,
    "per_week": per_week,
    "audience_uncovered": audience_uncovered,
}
