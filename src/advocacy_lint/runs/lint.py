"""Many files to many reports, in the order they were given: from the cache, linted here, or in other processes."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, groupby, islice
from operator import itemgetter
from stat import S_ISREG
from time import strftime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from advocacy_lint.engine.session import Session
from advocacy_lint.errors import InputError
from advocacy_lint.files.digests import digest
from advocacy_lint.inputs import Source, problem_of, read_bytes, read_source, suffix_of
from advocacy_lint.model import Post, PostReport, Problem, TextSignature
from advocacy_lint.runs.sessions import Sessions
from advocacy_lint.version import __version__

if TYPE_CHECKING:
    from advocacy_lint.runs.cache import Cache

# Starting processes costs more than linting this many files.
WORTH_PROCESSES = 96
# So many files are looked up in the cache before it is decided who lints those that are new.
_WINDOW = 256
# So many posts go through each stage of a linter together.
_BATCH = 24
# A larger file is linted post by post as it is read: neither its bytes nor its reports are held together.
LARGE = 2_000_000


class Result(Struct, frozen=True):
    """A post's report, and the signature of its text for what shows across posts.

    `key` identifies the content of its file and the settings; None where nothing is kept. `known`: an earlier run made it.
    """

    report: PostReport
    signature: TextSignature | None = None
    key: bytes | None = None
    known: bool = False


class KeptPost(Struct, frozen=True, array_like=True):
    """What the cache holds of a post."""

    report: PostReport
    signature: TextSignature | None


class Job(Struct, frozen=True):
    """How to lint: whose settings, and whether texts are signed to be held against each other. May be sent to other processes."""

    sessions: Sessions
    signed: bool = True


class Found(Struct, frozen=True):
    """A file of the run: its reports where they are known, and the key under which they are kept."""

    source: Source
    key: bytes | None = None
    known: tuple[Result, ...] | None = None
    large: bool = False


def lint_all(sources: Iterable[Source], job: Job, cache: Cache | None = None, jobs: int = 0) -> Generator[Result | Problem, None, None]:
    """Yield a result for each post of some files, and a problem for what cannot be read, in order.

    `jobs`: how many processes at most, never more than there are processors or files to lint; 0 leaves it to the number of files.
    """
    workers = min(jobs, processors()) if jobs else processors()
    lookup = _Lookup(job, cache)
    found = map(lookup.found, sources)
    while window := list(islice(found, _WINDOW)):
        new = sum(each.known is None for each in window)
        if workers > 1 and new > (1 if jobs else WORTH_PROCESSES):
            from advocacy_lint.runs.pool import lint_in_processes

            yield from lint_in_processes(chain(window, found), job, cache, min(workers, new))
            return
        yield from lint_here(window, job, cache)


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def lint_here(found: Iterable[Found], job: Job, cache: Cache | None) -> Iterator[Result | Problem]:
    """Yield the results of files in this process; new ones are kept."""
    for is_known, group in groupby(found, key=lambda each: each.known is not None):
        if is_known:
            for each in group:
                yield from each.known or ()
        else:
            yield from _linted(group, job, cache)


def _linted(found: Iterable[Found], job: Job, cache: Cache | None) -> Iterator[Result | Problem]:
    """Yield the results of new files as they are linted."""
    asked: list[Found] = []

    def sources() -> Iterator[Source]:
        for each in found:
            asked.append(each)
            yield each.source

    for number, outcomes in groupby(lint_sources(sources(), job), key=itemgetter(0)):
        here = asked[number]
        if here.key is None or cache is None:
            for _, outcome in outcomes:
                yield outcome
        else:
            yield from kept(here, [outcome for _, outcome in outcomes], cache)


def kept(found: Found, outcomes: list[Result | Problem], cache: Cache | None) -> list[Result | Problem]:
    """Keep a file's results, unless something in it could not be read; return them with their key."""
    if cache is None or found.key is None:
        return outcomes
    results = [each for each in outcomes if isinstance(each, Result)]
    if not results or len(results) != len(outcomes):
        return outcomes
    cache.put(found.key, tuple([KeptPost(each.report, each.signature) for each in results]))
    return [replace(each, key=found.key) for each in results]


class _Draft(Struct, frozen=True):
    """A post that is to be linted, of the source with this number."""

    number: int
    post: Post
    session: Session


def lint_sources(sources: Iterable[Source], job: Job) -> Iterator[tuple[int, Result | Problem]]:
    """Yield what each source gives, with the source's number; a few posts at a time go through each stage together."""
    items = chain.from_iterable(_read(number, source, job) for number, source in enumerate(sources))
    while batch := list(islice(items, _BATCH)):
        drafts = [item for item in batch if isinstance(item, _Draft)]
        reports = iter([report for _, group in groupby(drafts, key=lambda each: id(each.session)) for report in _reports(list(group))])
        for item in batch:
            if isinstance(item, _Draft):
                report = next(reports)
                yield item.number, Result(report, _signature(item.post) if job.signed else None)
            else:
                yield item


def _reports(drafts: list[_Draft]) -> Iterator[PostReport]:
    return drafts[0].session.lint_all([each.post for each in drafts])


def _read(number: int, source: Source, job: Job) -> Iterator[_Draft | tuple[int, Problem]]:
    try:
        session = job.sessions.for_path(source.path)
        for post in read_source(source, session.config):
            yield (number, post) if isinstance(post, Problem) else _Draft(number, post, session)
    except InputError as error:
        yield number, problem_of(error, source.path)


def _signature(post: Post) -> TextSignature:
    from advocacy_lint.portfolio.signature import text_signature  # a run whose reports are all known needs none of it

    return text_signature(post)


class _Lookup:
    """Asks the cache for the results of files."""

    def __init__(self, job: Job, cache: Cache | None) -> None:
        self._job = job
        self._cache = cache
        self._stamps: dict[int, bytes] = {}
        self._today = strftime("%Y-%m-%d").encode()

    def found(self, source: Source) -> Found:
        """Return what is known of a file; one that cannot be read is told by who lints it."""
        size = _size(source)
        if size is None or size > LARGE:
            return Found(source, large=size is not None)
        session = self._job.sessions.for_path(source.path)
        if self._cache is None or session.config.nlp:
            return Found(source)
        try:
            data = source.data if source.data is not None else read_bytes(source.path, LARGE)
        except InputError:
            return Found(source)
        key = self._key(source.path, data, session)
        kept = self._cache.get(key, tuple[KeptPost, ...])
        known = tuple([_renamed(each, source.path, key) for each in kept]) if kept else None
        return Found(Source(source.path, source.named, data), key, known)

    def _key(self, path: str, data: bytes, session: Session) -> bytes:
        """Return the key of a file's results: content, settings, rules, version; the day where something in it may expire."""
        stamp = self._stamps.get(id(session))
        if stamp is None:
            written = f"{__version__}\n{self._job.signed}\n{session.stamp()}"
            stamp = self._stamps[id(session)] = written.encode("utf-8", "surrogatepass")
        kind = b"-" if path == "-" else suffix_of(path).encode("utf-8", "surrogatepass")
        return digest((stamp, kind, self._today if b"advocacy-lint" in data else b"", data))


def _renamed(kept: KeptPost, path: str, key: bytes) -> Result:
    report = kept.report if kept.report.path == path else replace(kept.report, path=path)
    return Result(report, kept.signature, key, known=True)


def _size(source: Source) -> int | None:
    """Return how many bytes a source has; None for what is no file (a pipe gives its bytes once) or cannot be asked."""
    if source.data is not None:
        return len(source.data)
    try:
        status = os.stat(source.path)
    except (OSError, ValueError):
        return None
    return status.st_size if S_ISREG(status.st_mode) else None
