"""What a run of posts is made of: shares that are too great, and audiences nobody writes for."""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from advocacy_lint import languages
from advocacy_lint.config import Config
from advocacy_lint.portfolio.signature import Signature
from advocacy_lint.text import normalise

# Three posts make a pattern, two a coincidence.
_PATTERN = 3
_WEEK = 7
# Begins the slots that hold a theme's posts, and how many were meant.
THEME = "theme:"
# So much of a month may be of another theme than was meant.
_COINCIDENCE = 0.15
# What parts the words of a file's name, and what of a place in a table says which column it is.
_MARK = re.compile(r"[._-]")
_COLUMN = re.compile(r"(?<=!)[A-Z]+(?=\d)|, .*")


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


def off_target(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield each month in which some themes have far fewer or far more posts than their part of them; its posts are those of the latter."""
    parts = {" ".join(name.casefold().split()): part for name, part in config.mix.targets.items() if part > 0}
    for month, group in by_month(posts, config.mix.at_least).items() if parts else ():
        counts = Counter(post.theme for post in group)
        wanted = {name: round(part / sum(parts.values()) * len(group)) for name, part in parts.items()}
        off = {name: aim for name, aim in wanted.items() if abs(counts[name] - aim) > max(1, _COINCIDENCE * len(group))}
        if off:
            found = tuple(post for post in group if counts[post.theme] > off.get(post.theme, len(group)))
            themes = {f"{THEME}{name}": f"{counts[name]}/{aim}" for name, aim in off.items()}
            yield Imbalance(found, None, {"total": str(len(group)), "month": month, **themes})


def version_missing(posts: Sequence[Signature], config: Config, above: float) -> Iterator[Imbalance]:
    """Yield each language that posts are to be there in, with the posts that are there in others only."""
    together: dict[tuple[str, str], list[Signature]] = defaultdict(list)
    for post in posts:
        together[_said_in_several(post)].append(post)
    for language in config.versions:
        without = [group[0] for group in together.values() if all(each.language != language for each in group)]
        if without:
            slots = {"language": language, "count": str(len(without)), "total": str(len(together))}
            yield Imbalance(tuple(without), len(without) / len(together), slots)


def _said_in_several(post: Signature) -> tuple[str, str]:
    """Return what the versions of a post have in common: their file but for its language, and their row or number in it."""
    folder, name = os.path.split(post.path)
    stem, ending = os.path.splitext(name)
    folders = [part for part in folder.split(os.sep) if languages.of_column(part.casefold()) != post.language]
    words = _MARK.split(stem)
    if len(words) > 1 and languages.of_column(words[-1].casefold()) == post.language:
        stem = stem[: -len(words[-1]) - 1]
    return "/".join((*folders, stem + ending)), post.id or _COLUMN.sub("", post.place or "")


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
    "off_target": off_target,
    "version_missing": version_missing,
}
