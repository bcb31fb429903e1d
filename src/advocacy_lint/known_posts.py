"""What a cache knows of files: their posts' reports, so that only words are read from them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, msgpack

from advocacy_lint.errors import InputError
from advocacy_lint.inputs import Source, suffix_of
from advocacy_lint.inputs.encoding import decode
from advocacy_lint.kept_reports import Beside, KeptReport, KnownReport, record
from advocacy_lint.kept_words import Sayings, Wordings
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.model import Post, PostReport, Texts
from advocacy_lint.result_cache import ResultCache
from advocacy_lint.result_packs import Packs, Shelf
from advocacy_lint.session import Session

# What kept records raise that are whole, and say something else than the program wrote.
UNFIT = (LookupError, ValueError, TypeError)
# What outputs may keep beside the reports of a run, in bytes, for each process: more would drive out the reports themselves.
_MOST_MADE = 16_000_000


class KeptPost(Struct, frozen=True, array_like=True, gc=False):
    """What is kept of a post: its report, and what `Plan.after` called measured."""

    report: KeptReport
    measured: bytes


class KeptFile(Struct, frozen=True, array_like=True, gc=False):
    """What is kept of a file. `plain`: it is one post without a name and nothing else, so that it need not be taken apart again."""

    plain: bool
    posts: tuple[KeptPost, ...]


_FILE = msgpack.Decoder(KeptFile)


class Knowledge:
    """What a cache knows under the settings of one session; `measured`: of posts that are held against each other."""

    def __init__(self, cache: ResultCache, packs: Packs, session: Session, *, measured: bool) -> None:
        self.cache = cache
        self._packs = packs
        self._shelf = Shelf(cache)
        self._made = Shelf(cache, "made")  # what outputs keep beside reports
        self._room = _MOST_MADE
        self._session = session
        self._aim = f":{measured}"
        self._wordings: dict[str, Wordings] = {}

    def entry(self, source: Source) -> Entry:
        """Return the entry for a file whose bytes are read."""
        key = self.cache.digest(source.data or b"", suffix_of(source.path) + self._aim)
        return Entry(self, source, key, self._shelf.pack(source.path, key))

    def find(self, pack: str, key: bytes) -> KeptFile | None:
        """Return what is kept of a file; None where it is nothing, or nothing that can be read."""
        found = self._packs.find(pack, key)
        try:
            return None if found is None else _FILE.decode(found)
        except (ValueError, RecursionError):
            return None

    def made(self, path: str, key: bytes) -> bytes | None:
        """Return what an output kept of a post; None where it kept nothing."""
        found = self._packs.find(self._made.pack(path, key), key)
        self._room -= len(found) if found else 0
        return found

    def has_room(self, size: int) -> bool:
        """Say whether an output may keep so many bytes more."""
        return self._room >= size

    def keep_made(self, path: str, key: bytes, made: object, size: int) -> None:
        """Keep what an output made of a post, of about so many bytes."""
        self._room -= size
        self._packs.learn(self._made.pack(path, key), key, made)

    def learn(self, pack: str, key: bytes, file: KeptFile) -> None:
        """Keep what was learned of a file."""
        self._packs.learn(pack, key, file)

    def wordings(self, language: str) -> Wordings:
        """Return what the rules of a language say, by the cache: no rule is read for a run whose reports are all known."""
        found = self._wordings.get(language)
        if found is None:
            key = self.cache.key(b"", f"says {language}")
            says: Sayings | None = self.cache.get(key, dict[str, dict[str, Texts]])
            if says is None:
                says = self._session.sayings(language)
                self.cache.put(key, says)
            found = self._wordings[language] = Wordings(says)
        return found


class Entry:
    """What the cache knows of one file, post by post; a file with anything new is kept anew as a whole."""

    def __init__(self, knowledge: Knowledge, source: Source, key: bytes, pack: str) -> None:
        self.source = source
        self.key = key
        self._knowledge = knowledge
        self._pack = pack
        self._known = knowledge.find(pack, key)
        self._records: list[KeptPost] = []
        self._keep = self._known is None
        self._plain = True
        self._next = 0

    @property
    def is_known(self) -> bool:
        """Say whether the file's reports were kept."""
        return self._known is not None

    def alone(self, read: Callable[[], Post]) -> KnownReport | None:
        """Return the report of a file's only post, by what is kept alone; None where the file has to be taken apart first."""
        if self._known is None or not self._known.plain:
            return None
        try:
            kept = self._known.posts[0].report
            text = decode(self.source.data or b"", self.source.path)[0]
            return KnownReport(kept, self.source.path, text, self._knowledge.wordings(kept.language), read, self._beside(0))
        except (*UNFIT, InputError):
            return None

    def known(self, post: Post) -> tuple[KnownReport, Any] | None:
        """Return the report of the next post, and what was measured of it; None where it has to be linted."""
        if self._known is None or self._next >= len(self._known.posts):
            return None
        kept, beside = self._known.posts[self._next], self._beside(self._next)
        self._next += 1
        try:
            report = KnownReport(kept.report, post.path, post.text, self._knowledge.wordings(kept.report.language), post, beside)
            return report, msgpack.decode(kept.measured)
        except UNFIT:
            return None

    def _beside(self, number: int) -> Beside:
        return _Beside(self._knowledge, self.source.path, self.key + number.to_bytes(4, "big"))

    def learn(self, post: Post, report: PostReport, measured: Any) -> None:
        """Note a report that was made; one that cannot be kept keeps the whole file out."""
        if self._keep:
            # A language without rules has nothing that was worth the work: its file is read anew each time.
            supported = report.language in SUPPORTED
            kept = record(post, report, self._knowledge.wordings(report.language)) if supported else None
            if kept is None:
                self._keep = False
            else:
                self._records.append(KeptPost(kept, msgpack.encode(measured)))
                named = post.id is not None or post.place is not None or bool(post.places)
                self._plain = self._plain and not named and post.text == decode(self.source.data or b"", post.path)[0]

    def complain(self) -> None:
        """Note that reading the file gives a problem, which is to be said each time."""
        self._plain = False

    def close(self) -> None:
        """Keep what was learned of the file."""
        if self._keep and self._records:
            self._knowledge.learn(self._pack, self.key, KeptFile(self._plain and len(self._records) == 1, tuple(self._records)))


class _Beside:
    """Where outputs keep what they made of one post's report."""

    __slots__ = ("_key", "_knowledge", "_path")

    def __init__(self, knowledge: Knowledge, path: str, key: bytes) -> None:
        self._knowledge, self._path, self._key = knowledge, path, key

    def get(self) -> bytes | None:
        return self._knowledge.made(self._path, self._key)

    def has_room(self, size: int) -> bool:
        return self._knowledge.has_room(size)

    def put(self, made: object, size: int) -> None:
        self._knowledge.keep_made(self._path, self._key, made, size)
