"""Hold a programme against the rules under ``rules/programme``: what bores, what is missing, and what to change by tomorrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from advocacy_lint import languages, rulebook
from advocacy_lint.checks.base import CueTargets, Scan, Setup, Stream
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.checks.form import POINTS, FormParams
from advocacy_lint.checks.phrase import disjoint, rewritten
from advocacy_lint.checks.phrase_lists import PhraseLists
from advocacy_lint.checks.phrases import Lexicon
from advocacy_lint.languages import FALLBACK, SUPPORTED, Language, forms
from advocacy_lint.languages.detect import detect
from advocacy_lint.model import Place, Post, Rule, Span
from advocacy_lint.programme import fields
from advocacy_lint.programme.fields import FieldText
from advocacy_lint.programme.form import Form
from advocacy_lint.text import analyse
from advocacy_lint.text.spans import Cover


class Hit(Struct, frozen=True):
    """Where a rule applies to a form: places in the file (none: something is missing), and words for its message."""

    rule: Rule
    name: str  # of the field, dotted
    places: tuple[Span, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)


class _Read(Struct, frozen=True):
    """A field's text with what the one pass over its words found."""

    field: FieldText
    scan: Scan


class _Cues(Struct, frozen=True):
    """A rule's lists of phrases, registered."""

    wanted: CueTargets
    except_: CueTargets
    unless: CueTargets
    unless_any: CueTargets
    lacks: CueTargets


class Auditor:
    """The programme rules of one language, ready for any number of forms."""

    def __init__(
        self, language: str, own: Sequence[str] = (), levels: Mapping[str, str] | None = None, *, with_examples: bool = False
    ) -> None:
        self.book = rulebook.load(language, own, levels, groups=("programme",), with_examples=with_examples)
        self._language: Language = languages.get(language)
        lists = PhraseLists(forms.load(language, own).forms)
        setup = Setup(lists, self.book.signals)
        self._rules = [(rule, rule.params, _registered(rule, setup)) for rule in self.book.rules if rule.kind == "form"]
        self._lexicon = Lexicon(lists.compiled())

    def hits(self, form: Form) -> list[Hit]:
        """Return what the rules find in a form, in the order of the rules; a rule that another swallows says nothing beside it."""
        reads = [_Read(each, self._scan(each.text)) for each in fields.texts(form)]
        found = [hit for rule, params, cues in self._rules for hit in _hits(rule, params, cues, reads, form)]
        swallowed = {name for hit in found for name in hit.rule.shadows}
        return [hit for hit in found if hit.rule.id not in swallowed]

    def _scan(self, text: str) -> Scan:
        analysis = analyse(text, self._language)
        streams = []
        for speech in (analysis.speech, analysis.quotation):
            edges = find_classes(speech.tokens, self._language)
            streams.append(Stream(self._language, speech, self._lexicon.scan(speech.tokens, edges), edges))
        return Scan(Post("", text), analysis, streams[0], streams[1] if analysis.quotes else None, self._lexicon)


def _registered(rule: Rule, setup: Setup) -> _Cues:
    params: FormParams = rule.params
    return _Cues(
        setup.cues((*params.phrases, *rewritten(rule)), params.signals, rule),
        setup.cues(params.except_, (), rule),
        setup.cues(params.unless.phrases, params.unless.signals, rule),
        setup.cues(params.unless_any.phrases, params.unless_any.signals, rule),
        setup.cues(params.lacks.phrases, params.lacks.signals, rule),
    )


def _hits(rule: Rule, params: FormParams, cues: _Cues, reads: Sequence[_Read], form: Form) -> Iterator[Hit]:
    mine = _in_fields(reads, params.fields)
    if params.unless_missing and not _in_fields(reads, params.unless_missing):
        return
    if cues.unless_any:
        excusing = _in_fields(reads, params.unless_fields) if params.unless_fields else mine
        if any(_places(read, cues.unless_any) for read in excusing):
            return
    name = params.fields[0] if params.fields else ""
    if params.above is not None or params.below is not None:
        yield from _bounded(rule, params, form)
    elif params.missing:
        if not mine:
            yield Hit(rule, name)
        else:
            yield from _worded(rule, cues, mine, form)
    elif cues.lacks:
        if mine and not any(_places(read, cues.lacks) for read in mine):
            first = mine[0].field
            yield Hit(rule, first.name, (fields.locate(form, first, first.text),), {"match": _short(first.text)})
    elif params.present:
        if mine:
            spans = tuple(fields.locate(form, read.field, read.field.text) for read in mine)
            yield Hit(rule, mine[0].field.name, spans, {"match": _short(mine[0].field.text)})
    else:
        yield from _worded(rule, cues, mine, form)


def _in_fields(reads: Sequence[_Read], names: Sequence[str]) -> list[_Read]:
    """Return the texts of fields, or of what lies under them."""
    return [read for read in reads if any(read.field.name == name or read.field.name.startswith(name + ".") for name in names)]


def _places(read: _Read, cues: CueTargets) -> list[Place]:
    return [place for stream in read.scan.streams("both") for place in read.scan.places(cues, stream)]


def _worded(rule: Rule, cues: _Cues, mine: Sequence[_Read], form: Form) -> Iterator[Hit]:
    """Yield one hit for all places in which a rule's words stand."""
    found: list[tuple[FieldText, str]] = []
    for read in mine:
        excused = {place.sentence for place in _places(read, cues.unless)}
        exceptions = Cover((each.start, each.end) for each in _places(read, cues.except_))
        for place in disjoint(_places(read, cues.wanted)):
            if place.sentence in excused or exceptions.meets(place.start, place.end):
                continue
            found.append((read.field, read.field.text[place.start : place.end]))
    if found:
        spans = tuple(dict.fromkeys(fields.locate(form, each, words) for each, words in dict.fromkeys(found)))
        yield Hit(rule, found[0][0].name, spans, {"match": _short(found[0][1])})


def _bounded(rule: Rule, params: FormParams, form: Form) -> Iterator[Hit]:
    value = form.programme.writers.premade_share if params.fields == ("writers.premade_share",) else None
    if value is None or not (params.above is not None and value > params.above or params.below is not None and value < params.below):
        return
    place = fields.pair(form, ("writers", "premade_share"))
    yield Hit(rule, params.fields[0], (place,), {"match": f"{round(100 * value)} %", "percent": str(round(100 * value))})


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:60].rsplit(" ", 1)[0] + " …"


def language_of(form: Form) -> str:
    """Return the language of a form: the declared one, else that of its texts; English where it is neither."""
    declared = form.programme.language.strip().casefold()[:2]
    if declared in SUPPORTED:
        return declared
    found = detect(" ".join(each.text for each in fields.texts(form)))
    return found if found in SUPPORTED else FALLBACK


__all__ = ["POINTS", "Auditor", "Hit", "language_of"]
