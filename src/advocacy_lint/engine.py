"""Lint one post: small stages from a post to its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from advocacy_lint import languages
from advocacy_lint.checks import KINDS
from advocacy_lint.checks.base import Check, Scan, Setup, Stream, excerpt
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.checks.phrases import Lexicon
from advocacy_lint.forms import Forms
from advocacy_lint.model import Match, Place, Post, PostReport, Rule, Skipped
from advocacy_lint.reporting import Reporter
from advocacy_lint.rulebook import RuleBook
from advocacy_lint.scoring import Evidence, Score, Weights, score
from advocacy_lint.spans import Cover
from advocacy_lint.suppressing import silence
from advocacy_lint.text import Analysis, Speech, Vocabulary, analyse, normalise

_MANY_TEXTS = 1000
_TAINTING = frozenset(("error", "warning"))


class Settings(Struct, frozen=True):
    """What the engine needs of a configuration."""

    weights: Weights = field(default_factory=Weights)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    audiences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    locale: str | None = None
    nlp: str | None = None


class Linter:
    """All checks for one language, built once; `lint` may be called for any number of posts."""

    def __init__(self, book: RuleBook, forms: Forms, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.book = book
        self._forms = forms
        self._language = languages.get(book.language)
        self._lexicon = Lexicon(forms.forms, book.kept.begins if book.kept else None, book.kept.phrases if book.kept else None)
        self._words: Vocabulary | None = None
        setup = Setup(self._lexicon, book.signals, self.settings.nlp)
        chosen = [rule for rule in book.rules if selected(rule.id, self.settings.select, self.settings.ignore)]
        self.rules: tuple[Rule, ...] = tuple(chosen)
        self._stages: dict[str, list[Check]] = {"spans": [], "claims": [], "whole": []}
        for kind in KINDS:
            mine = [rule for rule in chosen if rule.kind == kind]
            if mine:
                check = KINDS[kind]
                self._stages[check.stage].append(check(mine, setup))
        book.keep(learned=self._lexicon.learned)
        self._names = frozenset(normalise(part) for person in self.settings.people for part in person.split()[:1])
        self._terms = frozenset(normalise(term) for term in self.settings.terms)
        self._skipped = tuple(
            Skipped(rule.id, "needs a trained spaCy pipeline (nlp: in the configuration)")
            for rule in chosen
            if rule.kind == "tokens" and rule.params.needs and self.settings.nlp is None
        )
        self._reporter = Reporter(book, forms, self.settings.locale, self._skipped)

    def forms_of(self, symbol: str) -> tuple[str, ...]:
        """Return all words that a ``{lemma}`` of a phrase stands for."""
        return tuple(dict.fromkeys(form for lemma in symbol.strip("{}").split("|") for form in self._forms.forms(lemma)))

    def analyse(self, post: Post) -> Analysis:
        """Return a post cut into tokens and sentences."""
        if self._words is None and self._lexicon.is_complete:
            # What words mean does not change any more: it is remembered with the words.
            self._words = Vocabulary(self._language, self._lexicon.number_of)
        return analyse(post.text, self._language, post.start, post.stop, post.muted, self._names, self._words)

    def scan(self, post: Post) -> Scan:
        """Return what the one pass over a post found; checks read it."""
        analysis = self.analyse(post)
        author = self._stream(analysis.speech)
        quoted = self._stream(analysis.quotation) if analysis.quotes else None
        return Scan(post, analysis, author, quoted, terms=self._terms, audiences=self.settings.audiences)

    def _stream(self, speech: Speech) -> Stream:
        edges = find_classes(speech.tokens, self._language, self._names)
        meanings = [token[3] for token in speech.tokens] if self._words is not None else None
        hits = self._lexicon.scan(speech.tokens, edges, meanings)
        return Stream(self._language, speech, hits, edges)

    def matches(self, scan: Scan) -> list[Match]:
        """Return all matches, in stages: words first, then claims beside them, then the post as a whole."""
        found = self._points(scan, (match for check in self._stages["spans"] for match in check.find(scan)))
        scan.taken = [place for match in found if match.rule.level in _TAINTING for place in match.places]
        scan.tainted = frozenset([place.sentence for place in scan.taken])
        claims = self._points(scan, (match for check in self._stages["claims"] for match in check.find(scan)))
        found = shadowed([*found, *claims])
        scan.tainted = frozenset([place.sentence for match in found if match.rule.level in _TAINTING for place in match.places])
        found = [kept for match in found if (kept := _untainted(match, scan.tainted))]
        scan.lit = frozenset([place.sentence for match in found if match.rule.is_strength for place in match.places])
        found.extend(match for check in self._stages["whole"] for match in check.find(scan))
        found, scan.silenced_by = silence(found, scan.post)
        return found

    def _points(self, scan: Scan, matches: Iterable[Match]) -> list[Match]:
        if not self._terms:
            return list(matches)
        kept = []
        for match in matches:
            places = tuple(place for place in match.places if not self._exempt(scan, match.rule, place))
            if places:
                kept.append(match if len(places) == len(match.places) else replace(match, places=places))
        return kept

    def _exempt(self, scan: Scan, rule: Rule, place: Place) -> bool:
        """Say whether a place is a term that the configuration declares as the trade's own."""
        if rule.is_strength:
            return False
        return normalise(excerpt(scan.post.text, place)) in self._terms

    def lint(self, post: Post) -> PostReport:
        """Return the report of one post."""
        scan = self.scan(post)
        matches = self.matches(scan)
        return self._report(post, scan, matches, self._score(scan, matches))

    def expect(self, texts: int) -> None:
        """Make ready for so many more texts: what costs time once, and saves some for each, is done now."""
        self._lexicon.expect(texts)

    def lint_all(self, posts: Sequence[Post], many: bool = False) -> list[PostReport]:
        """Return the reports of some posts, which go through each stage together; `many`: many more will come."""
        self.expect(_MANY_TEXTS if many else len(posts))
        scans = [self.scan(post) for post in posts]
        matches = [self.matches(scan) for scan in scans]
        scores = [self._score(scan, found) for scan, found in zip(scans, matches, strict=True)]
        return [self._report(post, scan, found, result) for post, scan, found, result in zip(posts, scans, matches, scores, strict=True)]

    def evidence(self, post: Post) -> tuple[Evidence, ...]:
        """Return what the score of a post is made of, rule by rule."""
        scan = self.scan(post)
        return self._score(scan, self.matches(scan)).evidence

    def _score(self, scan: Scan, matches: Sequence[Match]) -> Score:
        sentences = scan.analysis.sentences
        clean = sum(sentence.words for index, sentence in enumerate(sentences) if index not in scan.tainted)
        outside = sum(sentence.words for index, sentence in enumerate(sentences) if index not in scan.lit)
        return score(matches, clean, outside, self.book.language, self.settings.weights)

    def _report(self, post: Post, scan: Scan, matches: list[Match], result: Score) -> PostReport:
        return self._reporter.report(post, scan, matches, result)


def selected(rule_id: str, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Say whether a rule is on: the longest matching prefix of the two lists wins, and off wins a tie."""
    wanted = max((len(prefix) for prefix in select if _prefixes(prefix, rule_id)), default=-1 if select else 0)
    unwanted = max((len(prefix) for prefix in ignore if _prefixes(prefix, rule_id)), default=-1)
    return wanted > unwanted


def _prefixes(prefix: str, rule_id: str) -> bool:
    return rule_id == prefix or rule_id.startswith(prefix.rstrip("/*") + "/")


def shadowed(matches: list[Match]) -> list[Match]:
    """Drop places that lie over a match whose rule swallows theirs."""
    over: dict[str, list[tuple[int, int]]] = {}
    for match in matches:
        for name in match.rule.shadows:
            over.setdefault(name, []).extend((place.start, place.end) for place in match.places)
    if not over:
        return matches
    covers = {name: Cover(spans) for name, spans in over.items()}
    kept = []
    for match in matches:
        cover = covers.get(match.rule.id)
        if cover:
            places = tuple(place for place in match.places if not cover.meets(place.start, place.end))
            if not places:
                continue
            match = replace(match, places=places)
        kept.append(match)
    return kept


def _untainted(match: Match, tainted: frozenset[int]) -> Match | None:
    """Return a strength without the places in sentences that hold a finding; other matches as they are."""
    if not match.rule.is_strength:
        return match
    places = tuple(place for place in match.places if place.sentence not in tainted)
    if len(places) == len(match.places):
        return match
    return replace(match, places=places) if places else None
