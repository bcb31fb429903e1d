"""What a run keeps of each post: numbers, names and places, not its text."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from zlib import crc32

from msgspec import Struct

from advocacy_lint.model import Post, PostReport, Problem, TextSignature
from advocacy_lint.portfolio.wording import count, links, marks, opening, shingles

if TYPE_CHECKING:
    from datetime import date

OPENING = 5
_HEAVY = frozenset(("error", "warning"))
# Gives the posts of a file, for a second look at the few that are shown.
ReadPosts = Callable[[str], Iterable[Post | Problem]]


class Signature(Struct, frozen=True):
    """A post as the portfolio sees it; small enough to keep 10,000 of."""

    path: str
    id: str | None
    start: int
    place: str | None
    author: str  # case folded
    name: str  # the author as written
    language: str
    month: str
    audience: str
    theme: str
    words: int
    numbers: array[int]
    opening: int  # 0: too short, or all names
    links: tuple[int, ...]
    company_news: bool = False
    score: int | None = None
    dimensions: tuple[tuple[str, int], ...] = ()
    heard: tuple[str, ...] = ()
    day: int = 0  # of its publication, counted from the year 1; 0: nobody says
    role: str = "post"  # post | context | text (named in the configuration)

    @property
    def voice(self) -> str:
        """Return who speaks: the author, or the file where nobody is named."""
        return self.author or f"\0{self.path}"


def text_signature(post: Post) -> TextSignature:
    """Return what a post's text is held against others by; computed beside its report, in the process that has it."""
    found = marks(post)
    linked = tuple([_number(link.encode("utf-8", "surrogatepass")) for link in links(post)])
    return TextSignature(count(found), shingles(found).tobytes(), _number(opening(found, OPENING)), linked)


def signature(post: Post | PostReport, text: TextSignature | None = None, role: str = "post") -> Signature:
    """Return what to keep of a post of the run, by its report and the signature of its text; or of a post that is only compared with."""
    report = post if isinstance(post, PostReport) else None
    if text is None:
        assert isinstance(post, Post)
        text = text_signature(post)
    meta = post.meta
    day = _day(meta.get("published", ""))
    return Signature(
        path=post.path,
        id=post.id,
        start=post.start,
        place=post.place,
        author=" ".join(meta.get("author", "").casefold().split()),
        name=" ".join(meta.get("author", "").split()),
        language=report.language if report else meta.get("language", ""),
        month=_month(meta.get("published", ""), day),
        audience=meta.get("audience", ""),
        theme=" ".join(meta.get("theme", "").casefold().split()),
        words=text.words,
        numbers=array("Q", text.shingles),
        opening=text.opening,
        links=text.links,
        company_news=_about_the_company(report) if report else False,
        score=report.score if report else None,
        dimensions=tuple(report.dimensions.items()) if report else (),
        heard=report.heard if report else (),
        day=day.toordinal() if day else 0,
        role=role,
    )


def _about_the_company(report: PostReport) -> bool:
    return any(finding.dimension == "brag" and finding.level in _HEAVY for finding in report.findings)


def _month(published: str, day: date | None) -> str:
    """Return the year and month of an ISO date, or of one as Danes write it; empty for anything else."""
    if day:
        return day.isoformat()[:7]
    date = published.strip()
    is_month = len(date) >= 7 and date[:4].isdecimal() and date[4] in "-/" and date[5:7].isdecimal()
    return f"{date[:4]}-{date[5:7]}" if is_month else ""


def _day(published: str) -> date | None:
    """Return the day of a date; None where there is none."""
    if not published:
        return None
    from advocacy_lint.text.dates import day_of  # its expressions are compiled for posts that have a day

    return day_of(published)


def _number(data: bytes) -> int:
    return crc32(data) + 1 if data else 0
