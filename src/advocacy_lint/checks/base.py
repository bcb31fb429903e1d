"""What all check kinds share: their parameters, what they see of a post, and the contract they keep."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, Protocol

from msgspec import Struct, field

from advocacy_lint.checks.classes import Edges
from advocacy_lint.checks.computed import COMPUTED
from advocacy_lint.checks.phrases import Hit, Lexicon, Targets
from advocacy_lint.checks.wordcounts import WordCounts
from advocacy_lint.languages import Language
from advocacy_lint.model import Match, Place, Post, Rule, Signal, Suppression
from advocacy_lint.text import Analysis, Speech
from advocacy_lint.text.spans import Cover
from advocacy_lint.text.words import BITS

if TYPE_CHECKING:
    from advocacy_lint.checks.lead import Weighed
    from advocacy_lint.checks.wording import Reading

_new = tuple.__new__  # a NamedTuple's own constructor costs three times as much


class Cues(Struct, frozen=True):
    """Phrases, and named signals (lists that rules share)."""

    phrases: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.phrases or self.signals)


class SpanParams(Struct, frozen=True):
    """What kinds that point at words have in common."""

    phrases: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()  # a hit that overlaps one of these is dropped
    unless: Cues = field(default_factory=Cues)  # dropped if the same sentence has any
    unless_opening: Cues = field(default_factory=Cues)  # dropped after one of the first two sentences that has any
    with_: Cues = field(default_factory=Cues)  # kept only if the same sentence has any
    after: Cues = field(default_factory=Cues)  # kept only if an earlier sentence has any
    at_least: int = 1
    where: str = "anywhere"  # anywhere | opening | closing


class Setup(Struct):
    """What checks are built from: the phrases of all rules, and the signals of the language."""

    lexicon: Targets
    signals: Mapping[str, Signal]
    nlp: str | None = None

    def cues(self, phrases: Sequence[str], signals: Sequence[str], rule: Rule) -> CueTargets:
        """Register phrases and signals; return what to look up in a scan."""
        targets = [self.lexicon.target(self.signals[name].phrases, rule.path, rule.line) for name in signals if name[0] != "@"]
        if phrases:
            targets.append(self.lexicon.target(phrases, rule.path, rule.line))
        return CueTargets(tuple(targets), tuple(name for name in signals if name[0] == "@"))


class CueTargets(Struct, frozen=True):
    """Registered cues: lists in the lexicon, and computed signals by name."""

    targets: tuple[int, ...] = ()
    computed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.targets or self.computed)


class Stream(Struct):
    """What one speaker says, with what the one pass over it found; `edges` are the token classes that begin at each token."""

    language: Language
    speech: Speech
    hits: dict[int, list[Hit]]
    edges: Edges
    computed: dict[str, list[Place]] = field(default_factory=dict)
    # By the identity of the cues that were asked for; they are kept beside, so that no other cues can get their identity.
    asked: dict[int, tuple[CueTargets, list[Place]]] = field(default_factory=dict)
    _flags: list[int] | None = None
    _counts: WordCounts | None = None

    def places_of(self, found: Iterable[tuple[int, int, str]]) -> list[Place]:
        """Return where tokens first..last (exclusive) stand, with the phrase that they are."""
        tokens, starts, sentences = self.speech.tokens, self.speech.starts, self.speech.sentences
        return [
            _new(Place, (starts[first], starts[last - 1] + tokens[last - 1][4], sentences[first], pattern))
            for first, last, pattern in found
        ]

    @property
    def flags(self) -> list[int]:
        """The signals that each word has by itself."""
        if self._flags is None:
            self._flags = [token[2] for token in self.speech.tokens]
        return self._flags

    @property
    def counts(self) -> WordCounts:
        """How many words have each of these signals."""
        if self._counts is None:
            self._counts = WordCounts(self.flags, self.speech.sentences)
        return self._counts


class Scan(Struct):
    """What a check sees of a post. `tainted` and `lit` are filled once the findings and strengths that point at words are known."""

    post: Post
    analysis: Analysis
    author: Stream
    quoted: Stream | None
    lexicon: Lexicon  # for words that stand elsewhere than in the text
    tainted: frozenset[int] = frozenset()
    lit: frozenset[int] = frozenset()
    taken: list[Place] = field(default_factory=list)  # the places of findings so far
    nlp: str | None = None  # the pipeline that was asked about the post
    silenced_by: set[Suppression] = field(default_factory=set)
    terms: frozenset[str] = frozenset()  # the vocabulary, case folded
    own: tuple[str, ...] = ()  # the names of one's own organisations and products, case folded
    audiences: Mapping[str, Sequence[str]] = field(default_factory=dict)
    disclosure: tuple[str, ...] = ()  # words of which every post has to say some, about its author
    avoid: Mapping[str, str] = field(default_factory=dict)  # words that no post may use, and why
    reading: Reading | None = None  # the text as the wording model reads it
    marked: Sequence[Place] = ()  # the places of all findings that point at words, hints among them
    weighed: Weighed | None = None  # what `weighed_in` found, once it has looked

    def places(self, cues: CueTargets, stream: Stream | None = None) -> list[Place]:
        """Return the places of cues in a stream (the author's by default), in order of their start. Not to be changed."""
        source = self.author if stream is None else stream
        known = source.asked.get(id(cues))
        if known is not None:
            return known[1]
        found: list[Place] = []
        hits = source.hits
        for target in cues.targets:
            if target in hits:
                found += source.places_of(hits[target])
        for name in cues.computed:
            found += self.computed(name, source)
        if len(found) > 1 and len(cues.targets) + len(cues.computed) > 1:
            found.sort()
        source.asked[id(cues)] = (cues, found)
        return found

    def each(self, cues: CueTargets) -> Iterable[Place]:
        """Return the author's places of cues in order; those of words that are known one by one as they are asked for."""
        if cues.targets or len(cues.computed) > 1 or cues.computed[0] not in BITS:
            return self.places(cues)
        stream, bit = self.author, BITS[cues.computed[0]]
        speech = stream.speech
        return (
            _new(Place, (start, start + token[4], sentence, ""))
            for flags, token, start, sentence in zip(stream.flags, speech.tokens, speech.starts, speech.sentences, strict=True)
            if flags & bit
        )

    def count(self, cues: CueTargets, without: frozenset[int], enough: float = inf) -> int:
        """Count the places of cues in the author's sentences, outside of some; no further than to what is `enough`."""
        stream = self.author
        sentences, hits = stream.speech.sentences, stream.hits
        total = 0
        for target in cues.targets:
            if target in hits:
                total += len(hits[target]) - sum([sentences[hit[0]] in without for hit in hits[target]]) if without else len(hits[target])
        for name in cues.computed:
            if total >= enough:
                break
            if name in BITS:
                total += stream.counts.count(name, without)
            else:
                total += sum([place[2] not in without for place in self.computed(name, stream)])
        return total

    def computed(self, name: str, stream: Stream) -> list[Place]:
        """Return the places of a computed signal (``@long-word``), worked out once a post."""
        found = stream.computed.get(name)
        if found is None:
            each = COMPUTED[name](stream.speech.tokens, stream.flags, stream.edges, stream.language)
            found = stream.computed[name] = stream.places_of([(first, last, "") for first, last in each])
        return found

    def streams(self, applies_to: str) -> Iterable[Stream]:
        """Yield the streams a rule reads."""
        if applies_to != "quote":
            yield self.author
        if applies_to != "author" and self.quoted is not None:
            yield self.quoted


# What a phrase that is quoted does not end in: its noun or clause would come after it. Not «i» or “on”, which may belong to a verb.
_OPEN_ENDS = frozenset(
    """the a an this these to for of at as its our their my your that om af til som at en et den det de for vores med""".split()
)


_RELATIVE = frozenset(("der", "som", "who"))


def whole_phrase(words: str) -> str:
    """Return words without the small ones at their edges that only lead on (“proud of the”: “proud”); a phrase of one word as it is."""
    kept = words.split(" ")
    if len(kept) > 1 and kept[0].casefold() in ("of", "by"):
        del kept[0]
    while len(kept) > 2 and kept[-1].casefold() in _OPEN_ENDS:
        kept.pop()
    if len(kept) > 3 and kept[-2].casefold() in _RELATIVE:  # “thanks to everyone who came”: whoever is meant is named without
        del kept[-2:]
    return " ".join(kept).rstrip(",;:")


class Check(Protocol):
    """One kind of check: built once a run from all its rules, pure afterwards.

    `Params` is a frozen Struct whose fields are the keys of a rule's ``match:`` block.
    `stage` says when it runs: ``spans`` first, then ``claims`` (which look at where findings are), then ``whole``.
    """

    Params: ClassVar[type]
    stage: ClassVar[str]

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None: ...

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield the matches of the rules in a post."""


# The last sentence of an opening, counted from nought.
OPENING = 1


class Filters:
    """The conditions that any kind which points at words may set on its places."""

    __slots__ = ("_open", "after", "at_least", "except_", "unless", "unless_opening", "where", "with_")

    def __init__(self, rule: Rule, setup: Setup) -> None:
        params: SpanParams = rule.params
        self.except_ = setup.cues(params.except_, (), rule)
        self.unless = setup.cues(params.unless.phrases, params.unless.signals, rule)
        self.unless_opening = setup.cues(params.unless_opening.phrases, params.unless_opening.signals, rule)
        self.with_ = setup.cues(params.with_.phrases, params.with_.signals, rule)
        self.after = setup.cues(params.after.phrases, params.after.signals, rule)
        self.where = params.where
        self.at_least = params.at_least
        # Most rules set no conditions.
        conditions = (self.except_, self.unless, self.unless_opening, self.with_, self.after)
        self._open = not any(conditions) and self.where == "anywhere" and self.at_least <= 1

    def apply(self, places: list[Place], scan: Scan, stream: Stream) -> list[Place]:
        """Return the places that hold."""
        if self._open or not places:
            return places
        if self.except_ and (excepted := scan.places(self.except_, stream)):
            exceptions = Cover((start, end) for start, end, *_ in excepted)
            places = [place for place in places if not exceptions.meets(place.start, place.end)]
        if self.unless and places:
            excused = {place.sentence for place in scan.places(self.unless, stream)}
            places = [place for place in places if place.sentence not in excused]
        if self.unless_opening and places:
            first = min((place.sentence for place in scan.places(self.unless_opening, stream)), default=OPENING + 1)
            places = [place for place in places if first > OPENING or place.sentence <= first]
        if self.with_ and places:
            wanted = {place.sentence for place in scan.places(self.with_, stream)}
            places = [place for place in places if place.sentence in wanted]
        if self.after and places:
            first = min((place.sentence for place in scan.places(self.after, stream)), default=len(scan.analysis.sentences))
            places = [place for place in places if place.sentence > first]
        if self.where != "anywhere":
            last = len(scan.analysis.sentences) - 1
            places = [place for place in places if (place.sentence <= OPENING if self.where == "opening" else place.sentence >= last - 1)]
        return places if len(places) >= self.at_least else []


def encodable(text: str) -> str:
    """Return text with lone halves of characters replaced, one for one: programs may hand us such, and RE2 and spaCy read UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def excerpt(post: Post, place: Place) -> str:
    """Return the words of a place on one line, as readers see them."""
    words, position = "", place.start
    for start, end in post.seams[bisect_left(post.seams, position, key=itemgetter(0)) :] if post.seams else ():
        if end > place.end:
            break
        words += post.text[position:start].replace("[", "")
        position = end
    return " ".join((words + post.text[position : place.end]).split())
