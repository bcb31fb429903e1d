"""Kind `tokens`: spaCy Matcher patterns, for rules where grammar or entities matter.

A rule of this kind is applied only where the configuration names a pipeline (``nlp: {da: da_core_news_md}``), and reported as skipped
elsewhere; spaCy comes with the extra ``nlp``. ``blank`` is a pipeline of shapes alone: rules that `needs` lemma, tag, morph or entity
are skipped with it. spaCy is asked only about posts in which an anchor (a phrase of the rule) occurs: others never import it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from advocacy_lint.checks.base import CueTargets, Filters, Scan, Setup, SpanParams, encodable
from advocacy_lint.checks.phrase import disjoint
from advocacy_lint.languages import spacy_pipeline
from advocacy_lint.languages.spacy_pipeline import BLANK
from advocacy_lint.model import Match, Place, Rule
from advocacy_lint.text.spans import meets

# Nobody writes such a sentence; spaCy takes the square of its length for a run of brackets, and refuses a million characters.
_LONGEST = 10_000


class TokensParams(SpanParams, frozen=True):
    """Matcher patterns; `anchors`: phrases one of which must occur; `needs`: what a trained pipeline must give."""

    patterns: tuple[tuple[dict[str, object], ...], ...] = ()
    trained: tuple[tuple[dict[str, object], ...], ...] = ()  # used instead of `patterns` with a trained pipeline
    anchors: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def is_applied(rule: Rule, pipeline: str | None) -> bool:
    """Say whether a rule is applied with a pipeline (None: there is none)."""
    return pipeline is not None and not (pipeline == BLANK and rule.params.needs)


class TokensCheck:
    """Ask spaCy's Matcher about sentences that hold an anchor."""

    Params: ClassVar[type] = TokensParams
    stage: ClassVar[str] = "spans"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._pipeline = setup.nlp or ""  # where there is none, no rule is applied
        self._rules: list[tuple[Rule, CueTargets, Filters]] = [
            (rule, setup.cues(rule.params.anchors, (), rule), Filters(rule, setup)) for rule in rules if is_applied(rule, setup.nlp)
        ]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule that has places."""
        for rule, anchors, filters in self._rules:
            sentences = sorted({place.sentence for place in scan.places(anchors)}) if anchors else range(len(scan.analysis.sentences))
            found: list[Place] = []
            if sentences:
                scan.nlp = spacy_pipeline.describe(scan.analysis.language.code, self._pipeline)
            for index in sentences:
                sentence = scan.analysis.sentences[index]
                if sentence.end - sentence.start > _LONGEST:
                    continue
                for start, end in self._in_sentence(rule, scan.post.text[sentence.start : sentence.end], scan.analysis.language.code):
                    place = Place(sentence.start + start, sentence.start + end, index)
                    if self._allowed(rule, scan, place):
                        found.append(place)
            places = filters.apply(disjoint(found), scan, scan.author)
            if places:
                yield Match(rule, tuple(places))

    def _in_sentence(self, rule: Rule, text: str, language: str) -> list[tuple[int, int]]:
        trained = self._pipeline != BLANK and bool(rule.params.trained)
        patterns = rule.params.trained if trained else rule.params.patterns
        return spacy_pipeline.match(f"{rule.path}:{trained}", patterns, encodable(text), language, self._pipeline, rule.path, rule.line)

    @staticmethod
    def _allowed(rule: Rule, scan: Scan, place: Place) -> bool:
        quoted = scan.analysis.in_quote(place.start)
        if rule.applies_to != "both" and quoted != (rule.applies_to == "quote"):
            return False
        return not meets(scan.post.muted, place.start, place.end)
