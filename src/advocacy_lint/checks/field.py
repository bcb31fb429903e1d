"""Kind `field`: what the metadata of a post says, or fails to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import ClassVar, NamedTuple

from msgspec import Struct
from msgspec import field as default

from advocacy_lint import languages
from advocacy_lint.checks.base import Cues, CueTargets, Scan, Setup
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.checks.phrases import Lexicon
from advocacy_lint.model import Match, Rule
from advocacy_lint.text import analyse, normalise

_REMEMBERED = 1_000
# An audience of a few words has fewer; a page of them would be a thousand looks at all of a text.
_FEW_PARTS = 300
# Words of so many letters may be part of a compound.
_COMPOUND = 6
_EVERYBODY = frozenset("alle everyone everybody all anyone offentligheden public".split())


class TextCues(Cues, frozen=True):
    """Cues in the post's text; `audience_terms`: also the terms that the configuration gives for the declared audience."""

    audience_terms: bool = False

    def __bool__(self) -> bool:
        return bool(self.phrases or self.signals or self.audience_terms)


class FieldParams(Struct, frozen=True):
    """The field, and what about it is wrong: it is `missing`, has one of `values`, or holds `phrases` or `signals`.

    `when`: only where other fields have these values; `only_with_meta`: only where the post has metadata;
    `unless_text` and `text_has`: cues in the text that excuse, or are needed; `own_names`: an empty field breaks it too where the text
    names an organisation or a product that the configuration declares.
    """

    field: str = ""
    missing: bool = False
    present: bool = False
    values: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    when: Mapping[str, str] = default(default_factory=dict)
    only_with_meta: bool = False
    unless_text: TextCues = default(default_factory=TextCues)
    text_has: Cues = default(default_factory=Cues)
    unless_opening: Cues = default(default_factory=Cues)
    own_names: bool = False


class FieldCheck:
    """Hold metadata against rules."""

    Params: ClassVar[type] = FieldParams
    stage: ClassVar[str] = "whole"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [
            (
                rule,
                setup.cues(rule.params.phrases, rule.params.signals, rule),
                setup.cues(rule.params.unless_text.phrases, rule.params.unless_text.signals, rule),
                setup.cues(rule.params.text_has.phrases, rule.params.text_has.signals, rule),
                setup.cues(rule.params.unless_opening.phrases, rule.params.unless_opening.signals, rule),
            )
            for rule in rules
        ]

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule that the metadata breaks."""
        meta = scan.post.meta
        for rule, cues, excuse, needed, opening in self._rules:
            params: FieldParams = rule.params
            if params.only_with_meta and not scan.post.has_meta or params.when and not _applies(params.when, meta):
                continue
            value = meta.get(params.field, "").strip()
            named = self._named(rule, value, cues, scan)
            if named is None and params.own_names and not value:
                named = _own_name(scan)
            if named is None or (needed and not scan.places(needed)):
                continue
            if excuse and scan.places(excuse) or params.unless_text.audience_terms and self._speaks_to(scan, value):
                continue
            if opening and any(place.sentence == 0 for place in scan.places(opening)):
                continue
            yield Match(rule, (), 1.0, {"value": value, "match": named or value, "field": params.field})

    def _named(self, rule: Rule, value: str, cues: CueTargets, scan: Scan) -> str | None:
        """Return the words of the field that break the rule ("" for a missing one), None where it is kept."""
        params: FieldParams = rule.params
        if params.missing:
            return "" if not value else None
        if not value:
            return None
        if params.values:
            return value if value.casefold() in (each.casefold() for each in params.values) else None
        if params.phrases or params.signals:
            return _said(value, cues.targets, scan.lexicon, scan.analysis.language.code)
        return value if params.present or params.unless_text else None

    def _speaks_to(self, scan: Scan, audience: str) -> bool:
        """Say whether the text uses a term of the declared audience; one without declared terms is matched by its own words.

        An audience of everybody has no words of its own: that is another rule's matter.
        """
        wanted = _wanted_by(audience, tuple((name, *terms) for name, terms in scan.audiences.items()))
        if not wanted.stems:
            return True
        # Most texts hold nothing like it: one look at all of it before one at each word.
        joined = "\n".join([token[1] for token in scan.analysis.tokens])
        if len(wanted.parts) <= _FEW_PARTS and not any(part in joined for part in wanted.parts):
            return False
        said = {token[1] for token in scan.analysis.tokens if token[0] in ("word", "capital", "hashtag")}
        # Compounds meet half-way: "terminalen" speaks to "godsterminaler".
        parts = {norm[: max(_COMPOUND, len(norm) - 3)] for norm in said if len(norm) >= _COMPOUND}
        return any(norm.startswith(wanted.stems) for norm in said) or any(map("\n".join(wanted.words).__contains__, parts))


def _own_name(scan: Scan) -> str | None:
    """Return the first of one's own organisations and products that the text names, also in the genitive."""
    said = f" {' '.join([token[1] for token in scan.analysis.tokens])} " if scan.own else ""
    return next((name for name in scan.own if any(f" {name}{end} " in said for end in ("", "s", "'s"))), None)


def _applies(when: Mapping[str, str], meta: Mapping[str, str]) -> bool:
    """Say whether fields have the values that a rule asks for."""
    return all(meta.get(name, "").strip().casefold() == wanted.casefold() for name, wanted in when.items())


class _Wanted(NamedTuple):
    """The words of an audience, what words that speak to it begin with, and letters of which such a word holds some."""

    words: frozenset[str]
    stems: tuple[str, ...]
    parts: frozenset[str]


# Authors and audiences come again from post to post.
@lru_cache(maxsize=_REMEMBERED)
def _said(value: str, targets: tuple[int, ...], lexicon: Lexicon, code: str) -> str | None:
    """Return the first of some lists' phrases that a field holds."""
    language = languages.get(code)
    speech = analyse(value, language).speech
    hits = lexicon.scan(speech.tokens, find_classes(speech.tokens, language))
    for target in targets:
        for first, last, _ in hits.get(target, ()):
            return value[slice(*speech.span(first, last))]
    return None


@lru_cache(maxsize=_REMEMBERED)
def _wanted_by(audience: str, declared: tuple[tuple[str, ...], ...]) -> _Wanted:
    """Return what speaks to an audience: its declared terms, else its own words; nothing in particular where it is everybody.

    `declared`: audiences and their terms.
    """
    if normalise(audience).strip(" .!") in _EVERYBODY:
        return _wanted(())
    terms = tuple(term for name, *given in declared if normalise(name) in normalise(audience) for term in given)
    return _wanted(terms or (audience,))


def _wanted(terms: tuple[str, ...]) -> _Wanted:
    """Return what to look for."""
    words = frozenset(normalise(word) for term in terms for word in term.split() if len(word) > 3)
    stems = tuple({word[: max(4, len(word) - 2)] for word in words})
    inside = {word[at : at + _COMPOUND] for word in words for at in range(len(word) - _COMPOUND + 1)}
    return _Wanted(words, stems, frozenset((*stems, *inside)))
