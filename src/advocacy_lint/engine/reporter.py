"""From a post's matches to its report: what each rule says, where it applies, and what it costs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from advocacy_lint.advice.rewrites.draft import Draft
from advocacy_lint.checks.base import Scan, whole_phrase
from advocacy_lint.checks.base import excerpt as excerpt_of
from advocacy_lint.checks.lead import promotion, weighed_in
from advocacy_lint.engine.score import WORDING, Score
from advocacy_lint.engine.suppressions import leftovers
from advocacy_lint.languages import messages
from advocacy_lint.languages.forms import Forms
from advocacy_lint.model import Finding, Fix, Match, Place, Post, PostReport, Rewrite, Rule, Skipped, Span, Strength
from advocacy_lint.rulebook import RuleBook, ids
from advocacy_lint.text import line_starts
from advocacy_lint.text.filling import Saying, saying
from advocacy_lint.text.placeholders import words_in

# What mends and asks is imported where a post has something to mend, or to ask about.
if TYPE_CHECKING:
    from advocacy_lint.advice.questions import Facts

# Fewer words than this, and no finding: nothing to judge.
FEW_WORDS = 5
# The kind of check that points at the weakest sentences of a draft.
WORTH = "worth"
# And the one that finds the best sentence buried.
LEAD = "lead"
# So many brackets that should have been filled in: a form, not a post.
MANY_BRACKETS = 3
# From this score on nobody is told what else a post could have had.
_FINE = 60
# A Span without the call in Python that makes one by name.
_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)


class Reporter:
    """Makes the reports of one linter; what rules say is taken apart once."""

    def __init__(
        self,
        book: RuleBook,
        forms: Forms,
        locale: str | None,
        skipped: tuple[Skipped, ...],
        running: Collection[str],
        comment_levels: Mapping[str, str],
    ) -> None:
        self._book = book
        self._forms = forms
        self._locale = locale or book.language
        self._skipped = skipped
        self._running = running
        self._comment_levels = comment_levels
        self._sayings: dict[tuple[str, str], Saying] = {}

    def report(self, post: Post, scan: Scan, matches: Sequence[Match], result: Score, reliefs: Sequence[float], draft: Draft) -> PostReport:
        """Return the report of a post; `reliefs` are what it would gain without each match, in log-odds."""
        shown = _Shown(post, scan, draft)
        findings: list[Finding] = []
        strengths: list[Strength] = []
        spoke: list[Rule] = []
        is_fine = result.total >= _FINE
        for match, relief in zip(matches, reliefs, strict=True):
            if match.rule.kind == WORDING and match.grade < match.rule.params.at_least:
                continue  # it counts, but is nothing to say
            if is_fine and match.rule.kind == "presence" and match.rule.level == "info":
                continue  # what a good post could also have had is not worth a word
            if is_fine and match.rule.kind == WORTH:
                continue  # nor is what it says in passing
            says = self._saying(match.rule, match.case)
            spoke.append(match.rule)
            gain = result.gain(relief)
            if says.is_strength:
                strengths.append(_strength(match, says, -gain, shown))
            else:
                findings.append(self._finding(match, says, relief, gain, shown))
        if post.suppressions:
            findings.extend(self._leftovers(post, scan, shown.starts))
        findings.sort(key=lambda each: (each.start, -each.cost, each.rule))
        strengths.sort(key=lambda each: (-each.credit, each.start, each.rule))
        report = self._put_together(post, scan, matches, result, tuple(findings), tuple(strengths))
        parts = {rule.id: rule.part for rule in spoke if rule.part}
        heard = tuple(sorted({rule.heard for rule in spoke if rule.heard}))
        return replace(report, parts=parts, heard=heard) if parts or heard else report

    def _leftovers(self, post: Post, scan: Scan, starts: list[int]) -> list[Finding]:
        known = cache(lambda: ids(self._book.folders))
        return leftovers(post, scan.silenced_by, self._running, known, self._comment_levels, starts, self._locale)

    def _saying(self, rule: Rule, case: str) -> Saying:
        found = self._sayings.get((rule.id, case))
        if found is None:
            found = self._sayings[rule.id, case] = saying(rule, self._locale, case)
        return found

    def _finding(self, match: Match, says: Saying, relief: float, gain: int, shown: _Shown) -> Finding:
        offered, rewrite = _offer(match, shown.draft)
        places, slots = match.places, _slots(match, shown.post)
        if match.rule.kind == WORDING:  # the post as a whole, shown by some of its words
            start, end = shown.first_line
            excerpt, spans = "", _spans(places) or (_span((start, end)),)
        elif places:
            start, end = places[0].start, places[0].end
            excerpt = excerpt_of(shown.post, places[0])
            spans = _spans(places)
        else:
            start, end = shown.first_line
            excerpt, spans = "", (_span((start, end)),)
        starts = shown.starts
        line, end_line = bisect_right(starts, start) or 1, bisect_right(starts, end) or 1
        fixes = tuple(dict.fromkeys(offered))  # two places may ask for one cut
        return Finding(
            says.rule, says.level, says.dimension, says.message.filled(slots), says.why, excerpt,
            start, end, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1, shown.place_at(start),
            max(0, gain), tuple(dict.fromkeys([fix.text for fix in fixes if fix.start == start])) if fixes else (),
            says.suggest.filled(slots) if says.suggest else None,
            _asked(says.ask, slots, spans, shown) if says.asks_back else says.ask,
            spans, fixes, round(max(0.0, relief), 3), rewrite, shown.file_line(line),
        )  # fmt: skip

    def _unfilled(self, post: Post, scan: Scan, findings: Sequence[Finding], left: int) -> PostReport:
        """Return the report of a form that is not filled in: what is left to do, and no score."""
        locale = self._locale
        reason = messages("not-judged", locale)["bracket" if left == 1 else "brackets"].format(count=left)
        without = tuple([replace(each, gain=0) for each in findings])
        return PostReport(
            post.path, post.id, self._book.language, None, None, {}, without, (), (Skipped("*", reason), *self._skipped),
            scan.analysis.words, locale, post.place, post.text, post.start, post.end, post.meta, scan.nlp,
        )  # fmt: skip

    def _put_together(
        self,
        post: Post,
        scan: Scan,
        matches: Sequence[Match],
        result: Score,
        findings: tuple[Finding, ...],
        strengths: tuple[Strength, ...],
    ) -> PostReport:
        """Return the report of what was found; nothing is judged in a few words without a finding."""
        language, locale, words = self._book.language, self._locale, scan.analysis.words
        judged = words >= FEW_WORDS or any(
            match.places or match.rule.kind == "limit" for match in matches if not match.rule.is_strength and match.rule.kind != WORDING
        )
        if not judged:
            skipped = (Skipped("*", messages("not-judged", locale)["too-few"]), *self._skipped)
            return PostReport(
                post.path, post.id, language, None, None, {}, (), (), skipped, words, locale, post.place, post.text, post.start, post.end,
                post.meta, scan.nlp,
            )  # fmt: skip
        left = _left_open(scan)
        if left:
            return self._unfilled(post, scan, findings, left)
        weighed = weighed_in(scan)
        lead = weighed.lead
        buried = next((match.rule.id for match in matches if match.rule.kind == LEAD), "")
        return PostReport(
            post.path, post.id, language, result.total, result.grade, result.dimensions, findings, strengths, self._skipped,
            words, locale, post.place, post.text, post.start, post.end, post.meta, scan.nlp, lead.span if lead else None,
            promotion=promotion(scan, weighed) if buried else None, buried=buried,
            sentences=tuple([Span(each.start, each.end) for each in scan.analysis.sentences if each.words]), logit=result.logit,
        )  # fmt: skip


def _left_open(scan: Scan) -> int:
    """Return how many brackets are left of a form that is not filled in: three of them, or as many words in them as outside."""
    brackets = scan.analysis.placeholders
    many = len(brackets) >= MANY_BRACKETS or bool(brackets) and words_in(scan.post.text, brackets) >= scan.analysis.words
    return len(brackets) if many else 0


class _Shown:
    """What findings are shown by: a post's lines and places, and, once one asks for them, its first line and facts."""

    def __init__(self, post: Post, scan: Scan, draft: Draft) -> None:
        self.text = post.text
        self.start = max(post.start, int(post.text.startswith("\ufeff")))
        self.analysis = scan.analysis
        self.starts = line_starts(post.text)
        self.post = post
        self.file_line = post.file_line
        self._edges = scan.author.edges
        self._first_line: Span | None = None
        self._facts: Facts | None = None
        self.draft = draft

    @property
    def first_line(self) -> Span:
        """The first line that is judged: where findings about the whole post point."""
        if self._first_line is None:
            self._first_line = _first_line(self.post)
        return self._first_line

    def facts(self) -> Facts:
        """Return what questions may name of the post."""
        if self._facts is None:
            from advocacy_lint.advice.questions import asked_facts

            self._facts = asked_facts(self.analysis, self._edges)
        return self._facts

    def place_at(self, offset: int) -> str | None:
        """Return the cell, paragraph or line that an offset is in, where the post has such."""
        places = self.post.places
        index = bisect_right(places, offset, key=_offset_of) if places else 0
        return places[index - 1][1] if index else self.post.place


def _offer(match: Match, draft: Draft) -> tuple[tuple[Fix, ...], Rewrite | None]:
    """Return what can be applied at the places of a match, and what is shown for it."""
    if not match.places or match.rule.kind == WORDING:
        return (), None
    from advocacy_lint.advice.rewrites.offers import offered

    return offered(match, draft)


def _asked(questions: Sequence[str], slots: Mapping[str, str], spans: Sequence[Span], shown: _Shown) -> tuple[str, ...]:
    """Return the questions of a rule, filled from the post's own facts."""
    from advocacy_lint.advice.questions import filled

    return filled(questions, slots, spans, shown.facts)


def _slots(match: Match, post: Post) -> Mapping[str, str]:
    """Return what the slots of a message hold: “{match}” is the first of the places that are left, once other rules have had theirs."""
    if match.rule.kind == WORDING or not match.places:
        return match.slots
    return {"match": whole_phrase(excerpt_of(post, match.places[0])), **match.slots}


def _strength(match: Match, says: Saying, credit: int, shown: _Shown) -> Strength:
    places = match.places
    start, end = (places[0].start, places[0].end) if places else (shown.start, shown.start)
    line = bisect_right(shown.starts, start) or 1
    excerpt = "" if match.rule.kind == WORDING else excerpt_of(shown.post, places[0]) if places else ""
    return Strength(
        says.rule, says.dimension, says.message.filled(_slots(match, shown.post)), excerpt, start, end,
        line, start - shown.starts[line - 1] + 1, max(0, credit), _spans(places),
    )  # fmt: skip


def _spans(places: Sequence[Place]) -> tuple[Span, ...]:
    if len(places) == 1:  # most have one
        return (_span(places[0][:2]),)
    return tuple([_span((start, end)) for start, end, _, _ in places])


def _first_line(post: Post) -> Span:
    """Return the span of the first line that is judged: where findings about the whole post point."""
    stop = post.stop
    start = _after_blanks(post.text, post.start, stop)
    for span in post.muted:
        if span.start > start:
            break
        if span.end > start:
            start = _after_blanks(post.text, span.end, stop)
    if start >= stop:
        start = post.start
    end = post.text.find("\n", start, stop)
    return Span(start, len(post.text[start : stop if end < 0 else end].rstrip()) + start)


def _after_blanks(text: str, start: int, stop: int) -> int:
    while start < stop and text[start] in " \t\r\n\ufeff":
        start += 1
    return start


def _offset_of(place: tuple[int, str]) -> int:
    return place[0]
