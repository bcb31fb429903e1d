"""Lint one post: small stages from a post to its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import copy

from msgspec import Struct, field
from msgspec.structs import replace

from advocacy_lint import languages
from advocacy_lint.advice.rewrites.draft import Draft
from advocacy_lint.checks import KINDS
from advocacy_lint.checks.base import Check, Scan, Setup, Stream, excerpt
from advocacy_lint.checks.cases import Cases
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.checks.phrases import Lexicon
from advocacy_lint.checks.tokens import is_applied
from advocacy_lint.checks.wording import Reading, shipped
from advocacy_lint.engine.reporter import Reporter
from advocacy_lint.engine.score import WORDING, Evidence, Score, Weights, score
from advocacy_lint.engine.suppressions import SUPPRESSIONS, silence
from advocacy_lint.engine.weights import worded
from advocacy_lint.languages.forms import Forms
from advocacy_lint.model import Match, Place, Post, PostReport, Rule, Skipped
from advocacy_lint.rulebook import RuleBook
from advocacy_lint.rulebook.book import level_of
from advocacy_lint.rulebook.compiled import phrases_of
from advocacy_lint.text import Analysis, Speech, Vocabulary, analyse, normalise
from advocacy_lint.text.spans import Cover

_TAINTING = frozenset(("error", "warning"))
_NONE: frozenset[int] = frozenset()


class Settings(Struct, frozen=True):
    """What the engine needs of a configuration."""

    weights: Weights = field(default_factory=Weights)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    audiences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    disclosure: tuple[str, ...] = ()
    avoid: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    locale: str | None = None
    nlp: str | None = None


class Linter:
    """All checks for one language, built once; `lint` may be called for any number of posts."""

    def __init__(self, book: RuleBook, forms: Forms, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.book = book
        self._forms = forms
        self._language = languages.get(book.language)
        self._lexicon = Lexicon(book.phrases or phrases_of(book.rules, book.signals, forms))
        # What words mean is remembered with the words.
        self._words = Vocabulary(self._language, self._lexicon.meaning_of)
        self.wording = worded(book.wording or shipped(book.language), book.language, self.settings.weights)
        setup = Setup(self._lexicon, book.signals, self.settings.nlp)
        chosen = [rule for rule in book.rules if selected(rule.id, self.settings.select, self.settings.ignore)]
        self.rules: tuple[Rule, ...] = tuple(chosen)
        self._stages: dict[str, list[Check]] = {"spans": [], "claims": [], "whole": []}
        for kind in KINDS:
            mine = [rule for rule in chosen if rule.kind == kind]
            if mine:
                check = KINDS[kind]
                self._stages[check.stage].append(check(mine, setup))
        self._cases = Cases(chosen, setup)
        self._names = frozenset(normalise(part) for person in self.settings.people for part in person.split()[:1])
        self._own = tuple(normalise(name) for name in (*self.settings.organisations, *self.settings.products) if name.strip())
        self._terms = frozenset(normalise(term) for term in self.settings.terms)
        self._skipped = tuple(
            Skipped(rule.id, "needs a spaCy pipeline (nlp: in the configuration)")
            for rule in chosen
            if rule.kind == "tokens" and not is_applied(rule, self.settings.nlp)
        )
        running = frozenset([rule.id for rule in chosen])
        self._reporter = Reporter(book, forms, self.settings.locale, self._skipped, running, self._comment_levels())

    def _comment_levels(self) -> dict[str, str]:
        """Return how loudly the settings want to be told of comments that silence nothing."""
        settings = self.settings
        levels = {rule_id: level for rule_id in SUPPRESSIONS if (level := level_of(rule_id, settings.levels))}
        return levels | {rule_id: "off" for rule_id in SUPPRESSIONS if not selected(rule_id, settings.select, settings.ignore)}

    def forms_of(self, symbol: str) -> tuple[str, ...]:
        """Return all words that a ``{lemma}`` of a phrase stands for."""
        return tuple(dict.fromkeys(form for lemma in symbol.strip("{}").split("|") for form in self._forms.forms(lemma)))

    def analyse(self, post: Post) -> Analysis:
        """Return a post cut into tokens and sentences."""
        return analyse(post.text, self._language, post.start, post.stop, post.muted, self._names, self._words, post.seams)

    def scan(self, post: Post) -> Scan:
        """Return what the one pass over a post found; checks read it."""
        (scan,) = self._scans([post])
        return scan

    def _scans(self, posts: Sequence[Post]) -> list[Scan]:
        """Return what was found in each of some posts."""
        analyses = [self.analyse(post) for post in posts]
        authors = [self._stream(analysis.speech) for analysis in analyses]
        quoted = [self._stream(analysis.quotation) if analysis.quotes else None for analysis in analyses]
        readings = [Reading(self.wording, analysis) for analysis in analyses]
        return list(map(self._scanned, posts, analyses, authors, quoted, readings))

    def _scanned(self, post: Post, analysis: Analysis, author: Stream, quoted: Stream | None, reading: Reading) -> Scan:
        settings = self.settings
        return Scan(
            post, analysis, author, quoted, self._lexicon, terms=self._terms, own=self._own, audiences=settings.audiences,
            disclosure=settings.disclosure, avoid=settings.avoid, reading=reading,
        )  # fmt: skip

    def _stream(self, speech: Speech) -> Stream:
        edges = find_classes(speech.tokens, self._language, self._names)
        hits = self._lexicon.scan(speech.tokens, edges, [token[3] for token in speech.tokens])
        return Stream(self._language, speech, hits, edges)

    def draft(self, scan: Scan) -> Draft:
        """Return a post as rewrites see it: rules that speak only where they can mend look there too, so it goes on to the report."""
        return Draft(scan.analysis, scan.author.edges, self._forms, scan.post.seams)

    def matches(self, scan: Scan) -> list[Match]:
        """Return all matches in a post."""
        (found,) = self._matches([scan], [self.draft(scan)])
        return found

    def _matches(self, scans: Sequence[Scan], drafts: Sequence[Draft]) -> list[list[Match]]:
        """Return all matches in each of some posts, in stages: words first, then claims beside them, then the post as a whole."""
        spans = list(map(self._spoken, scans, drafts, self._found("spans", scans)))
        pointed = list(map(self._pointed, scans, spans, self._found("claims", scans)))
        return list(map(self._settled, scans, pointed, self._found("whole", scans)))

    def _found(self, stage: str, scans: Sequence[Scan]) -> list[list[Match]]:
        """Return what the checks of a stage find in each of some posts; all posts go through one check after the other."""
        found: list[list[Match]] = [[] for _ in scans]
        for check in self._stages[stage]:
            for scan, matches in zip(scans, found, strict=True):
                matches.extend(check.find(scan))
        return found

    def _spoken(self, scan: Scan, draft: Draft, spans: list[Match]) -> list[Match]:
        """Return what points at words, without the rules that speak only where they can mend and cannot."""
        found = self._points(scan, spans)
        if any(match.rule.only_rewrites for match in found):
            from advocacy_lint.advice.rewrites.offers import speaking

            found = [kept for match in found if (kept := speaking(match, draft)) is not None]
        _charge(scan, found)
        return found

    def _pointed(self, scan: Scan, spans: list[Match], claims: list[Match]) -> list[Match]:
        """Return all that points at words, and note in which sentences; what is good in a sentence with a finding earns nothing."""
        found = shadowed([*spans, *self._points(scan, claims)])
        _charge(scan, found)
        found = [kept for match in found if (kept := _earned(match, scan.tainted))]
        lit = frozenset([place.sentence for match in found if match.rule.is_strength for place in match.places])
        unearned = scan.reading.unearned(lit) if scan.reading else frozenset()
        if unearned:
            found = [kept for match in found if (kept := _earned(match, unearned))]
        scan.lit = lit - unearned
        scan.marked = [place for match in found if not match.rule.is_strength for place in match.places]
        return found

    def _settled(self, scan: Scan, pointed: list[Match], whole: list[Match]) -> list[Match]:
        """Return what is left of all matches once suppressions are heeded, each with the case of its rule that holds."""
        found, scan.silenced_by = silence([*pointed, *whole], scan.post)
        return self._cases.settle(found, scan)

    def _points(self, scan: Scan, matches: list[Match]) -> list[Match]:
        if not self._terms:
            return matches
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
        return normalise(excerpt(scan.post, place)) in self._terms

    def accepting(self, term: str) -> Linter:
        """Return a linter to which a term is one of the trade's too."""
        other = copy(self)
        other._terms = self._terms | {normalise(term)}
        return other

    def lint(self, post: Post) -> PostReport:
        """Return the report of one post."""
        (report,) = self.lint_all([post])
        return report

    def logit(self, post: Post) -> float:
        """Return how a post is judged in log-odds: unlike the score, it has no ends at which nothing shows any more."""
        scan = self.scan(post)
        return self._score(scan, self.matches(scan)).logit

    def lint_all(self, posts: Sequence[Post]) -> list[PostReport]:
        """Return the reports of some posts, which go through each stage together: its tables are near then, a fifth of linting."""
        scans = self._scans(posts)
        drafts = [self.draft(scan) for scan in scans]
        matches = self._matches(scans, drafts)
        scores = [self._score(scan, found) for scan, found in zip(scans, matches, strict=True)]
        reliefs = list(map(self._relief, scans, matches, scores))
        return list(map(self._reporter.report, posts, scans, matches, scores, reliefs, drafts))

    def evidence(self, post: Post) -> tuple[Evidence, ...]:
        """Return what the score of a post is made of, rule by rule."""
        scan = self.scan(post)
        return self._score(scan, self.matches(scan)).evidence

    def _relief(self, scan: Scan, matches: Sequence[Match], result: Score) -> list[float]:
        """Return, in log-odds, what the post would gain (a strength: lose) without each match.

        That is its own effect and, where it alone keeps the words of a sentence from speaking for the post, what those would say.
        """
        reading = scan.reading
        reliefs = [-each.effect for each in result.evidence]
        heard = next((at for at, match in enumerate(matches) if match.rule.kind == WORDING), None)
        if reading is None or heard is None:
            return reliefs
        taints = [
            frozenset([place.sentence for place in match.places]) if match.rule.level in _TAINTING and match.rule.kind != WORDING else _NONE
            for match in matches
        ]
        held = Counter(sentence for each in taints for sentence in each)
        now = reading.weigh_otherwise(scan.tainted)
        for number, sentences in enumerate(taints):
            alone = frozenset([sentence for sentence in sentences if held[sentence] == 1]) & scan.tainted
            if alone:
                then = reading.weigh_otherwise(scan.tainted - alone)
                reliefs[number] += max(0.0, then - now) * self.settings.weights.weight_of(matches[heard].rule)
        return reliefs

    def _score(self, scan: Scan, matches: Sequence[Match]) -> Score:
        sentences = scan.analysis.sentences
        clean = sum(sentence.words for index, sentence in enumerate(sentences) if index not in scan.tainted)
        outside = sum(sentence.words for index, sentence in enumerate(sentences) if index not in scan.lit)
        return score(matches, clean, outside, self.book.language, self.settings.weights)


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


def _charge(scan: Scan, found: Iterable[Match]) -> None:
    """Note the places of errors and warnings, and the sentences that they stand in."""
    scan.taken = [place for match in found if match.rule.level in _TAINTING for place in match.places]
    scan.tainted = frozenset([place.sentence for place in scan.taken])


def _earned(match: Match, without: frozenset[int]) -> Match | None:
    """Return a strength without the places in some sentences: those that hold a finding, or speak against it; others as they are."""
    if not match.rule.is_strength:
        return match
    places = tuple(place for place in match.places if place.sentence not in without)
    if len(places) == len(match.places):
        return match
    return replace(match, places=places) if places else None
