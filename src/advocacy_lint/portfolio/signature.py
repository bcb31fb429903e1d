"""What a run keeps of each post: numbers, names and places, not its text."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import Any
from zlib import crc32

from msgspec import Struct

from advocacy_lint.model import Post, PostReport
from advocacy_lint.portfolio.wording import count, links, marks, opening, shingles

OPENING = 5
_HEAVY = frozenset(("error", "warning"))
# Gives the posts of a file, for a second look at the few that are shown.
Measured = tuple[int, bytes, int, tuple[int, ...]]  # words, shingles (their bytes, read much faster than figures), opening, links
ReadPosts = Callable[[str], Iterable[Any]]


class Signature(Struct, frozen=True):
    """A post as the portfolio sees it; small enough to keep 10,000 of, and to send between processes."""

    path: str
    id: str | None
    start: int
    place: str | None
    author: str  # case folded
    name: str  # the author as written
    language: str
    month: str
    audience: str
    words: int
    numbers: array[int]
    opening: int  # 0: too short, or all names
    links: tuple[int, ...]
    company_news: bool = False
    score: int | None = None
    dimensions: tuple[tuple[str, int], ...] = ()
    strengths: frozenset[str] = frozenset()
    role: str = "post"  # post | context | text (named in the configuration)

    @property
    def measured(self) -> Measured:
        """Return what is counted and hashed, which depends on the text alone."""
        return self.words, self.numbers.tobytes(), self.opening, self.links

    @property
    def voice(self) -> str:
        """Return who speaks: the author, or the file where nobody is named."""
        return self.author or f"\0{self.path}"


def signature(post: Post, report: PostReport | None = None, role: str = "post", measured: Measured | None = None) -> Signature:
    """Return what to keep of a post; computed beside its report, in the process that has it, unless `measured` before."""
    if measured:
        words, written, first, linked = measured
        numbers = array("Q", written)
    else:
        found = marks(post)
        words, numbers, first = count(found), shingles(found), _number(opening(found, OPENING))
        linked = tuple([_number(link.encode("utf-8", "surrogatepass")) for link in links(post)])
    meta = post.meta
    return Signature(
        path=post.path,
        id=post.id,
        start=post.start,
        place=post.place,
        author=" ".join(meta.get("author", "").casefold().split()),
        name=" ".join(meta.get("author", "").split()),
        language=report.language if report else meta.get("language", ""),
        month=_month(meta.get("published", "")),
        audience=meta.get("audience", ""),
        words=words,
        numbers=numbers,
        opening=first,
        links=tuple(linked),
        company_news=_about_the_company(report) if report else False,
        score=report.score if report else None,
        dimensions=tuple(report.dimensions.items()) if report else (),
        strengths=frozenset(each.rule for each in report.strengths) if report else frozenset(),
        role=role,
    )


def _about_the_company(report: PostReport) -> bool:
    return any(finding.dimension == "brag" and finding.level in _HEAVY for finding in report.findings)


def _month(published: str) -> str:
    """Return the year and month of an ISO date, or of one as Danes write it; empty for anything else."""
    date = published.strip()
    if len(date) >= 7 and date[:4].isdecimal() and date[4] in "-/" and date[5:7].isdecimal():
        return f"{date[:4]}-{date[5:7]}"
    parts = date.split()[0].replace("/", ".").replace("-", ".").split(".") if date else []
    if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[2]) == 4 and 1 <= int(parts[1]) <= 12:
        return f"{parts[2]}-{int(parts[1]):02}"
    return ""


def _number(data: bytes) -> int:
    return crc32(data) + 1 if data else 0
