"""The words by which a finding of kind `wording` is shown: those that weigh most, and that a reader knows for what they are.

Most of what weighs (pairs of function words, verbs, names of whoever was in the training posts) would read as nonsense in a message. So
only words of named signals are shown, only where they weigh the way that they are said to, and only where there are enough of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct, field

from advocacy_lint.checks.base import Cues, CueTargets, Scan, Setup
from advocacy_lint.checks.wording import Reading, pairs_of, pieces_of
from advocacy_lint.languages import writing
from advocacy_lint.model import Match, Place, Rule
from advocacy_lint.text import Analysis

# One word is an accident.
FEWEST = 2
# What goes before a word and is shown with it, where the two weigh more together.
_BEFORE = frozenset("vores vore ikke our not".split())
# Words of the signals that are as often something else: «tog» is a train, and took.
_VAGUE = frozenset("tog top hand electric position letter old gamle special comments".split())
# Words with the same beginning («bæredygtig», «bæredygtige») are shown once.
_SAME = 5


class _Words:
    """What words of a text weigh wherever they stand, worked out for the few that are asked for: all of them are a twentieth of linting."""

    def __init__(self, reading: Reading, analysis: Analysis) -> None:
        self._reading = reading
        self._analysis = analysis
        self._firsts = [sentence.first for sentence in reading.sentences]
        self._placed: dict[int, tuple[list[int], list[str]]] = {}

    def weight(self, start: int, end: int) -> float:
        """Return what the words that begin in a stretch weigh together, each with its pieces and its share of pairs."""
        return sum([self._of(token) for token in self._analysis.tokens_between(start, end)])

    def _of(self, token: int) -> float:
        """Return what the word weighs that a token is; nought where it is none."""
        index = bisect_right(self._firsts, token) - 1
        tokens, pairs = self._in_sentence(index)
        if token not in tokens:
            return 0.0
        known, number = self._reading.weights[index], tokens.index(token)
        word = self._reading.sentences[index].words[number]
        alone = sum([known.get(part, 0) for part in (word, *pieces_of(word))])
        # The edges of a sentence share with nobody.
        before = known.get(pairs[number], 0) / (2 if number else 1)
        after = known.get(pairs[number + 1], 0) / (2 if number + 1 < len(tokens) else 1)
        return alone + before + after

    def _in_sentence(self, index: int) -> tuple[list[int], list[str]]:
        """Return the tokens that are words in a sentence, and the pairs that those are part of."""
        found = self._placed.get(index)
        if found is None:
            sentence = self._reading.sentences[index]
            found = self._placed[index] = (sentence.tokens(self._analysis), list(pairs_of(sentence.words)))
        return found


class Sounding:
    """What of a text is heard as a company's and as a person's words."""

    def __init__(self, scan: Scan, reading: Reading, company: CueTargets, person: CueTargets, most: int) -> None:
        self._scan = scan
        self._most = most
        self._words = _Words(reading, scan.analysis)
        self.company = self._weightiest(company, -1)
        self.person = self._weightiest(person, 1)

    @property
    def case(self) -> str:
        """Which of a rule's messages is true of the text: there are words for ``both``, ``company``, ``person``, or ``otherwise``."""
        if self.company:
            return "both" if self.person else "company"
        return "person" if self.person else ""

    def slots(self) -> dict[str, str]:
        """Return the words for a message: ``company`` and ``person``."""
        return {"company": self._said(self.company), "person": self._said(self.person)}

    def _weightiest(self, cues: CueTargets, sign: int) -> tuple[Place, ...]:
        """Return the places that weigh most one way, in the order of the text; none where they are too few."""
        text = self._scan.post.text
        ranked = []
        for place in self._scan.places(cues):
            # What is written large is, or may be, a name.
            if not text[place.start].islower() or text[place.start : place.end] in _VAGUE:
                continue
            weight = sign * self._words.weight(place.start, place.end)
            if weight > 0:
                ranked.append((-weight, place))
        found: dict[str, Place] = {}
        for _, place in sorted(ranked):
            found.setdefault(text[place.start : place.end][:_SAME].casefold(), self._with_before(place, sign))
        kept = list(found.values())[: self._most]
        return tuple(sorted(kept)) if len(kept) >= FEWEST else ()

    def _with_before(self, place: Place, sign: int) -> Place:
        """Return a place with the small word before it, where that one weighs the same way."""
        before = self._scan.post.text[max(0, place.start - 12) : place.start]
        word = before.rstrip(" ").rpartition(" ")[2]
        start = place.start - 1 - len(word)
        if before.endswith(" ") and word in _BEFORE and sign * self._words.weight(start, start + 1) > 0:
            return place._replace(start=start)
        return place

    def _said(self, places: Sequence[Place]) -> str:
        text = self._scan.post.text
        written = writing(self._scan.analysis.language.code)
        return written.listed([written.quoted(" ".join(text[place.start : place.end].split())) for place in places])


class WordingParams(Struct, frozen=True):
    """How many words a finding shows, of which signals, and from what log-odds on it is shown at all."""

    shown: int = 3
    at_least: float = 0.5
    min_words: int = 5
    company: Cues = field(default_factory=Cues)
    person: Cues = field(default_factory=Cues)


class WordingCheck:
    """Say what a text sounds like: a finding where like a company, a strength where like a person."""

    Params: ClassVar[type] = WordingParams
    stage: ClassVar[str] = "whole"
    cases: ClassVar[tuple[str, ...]] = ("both", "company", "person")

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [
            (
                rule,
                setup.cues(rule.params.company.phrases, rule.params.company.signals, rule),
                setup.cues(rule.params.person.phrases, rule.params.person.signals, rule),
            )
            for rule in rules
        ]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield the match of the rule that hears what the text sounds like, graded by how much, in log-odds."""
        reading = scan.reading
        if reading is None or not reading.table.weights:
            return
        weighed = reading.weigh(scan.tainted, scan.lit)
        for rule, company, person in self._rules:
            params: WordingParams = rule.params
            if rule.is_strength is not (weighed.total > 0) or weighed.words < params.min_words:
                continue
            grade = abs(weighed.total)
            if grade < params.at_least:  # it counts, but is nothing to say
                yield Match(rule, (), grade)
                continue
            sounding = Sounding(scan, reading, company, person, params.shown)
            yield Match(rule, sounding.person if rule.is_strength else sounding.company, grade, sounding.slots(), case=sounding.case)
