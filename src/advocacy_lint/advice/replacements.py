"""From a rule's `replace` to literal fixes: inflection, capital letters and Danish word order made right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advocacy_lint.forms import Forms
from advocacy_lint.model import Fix, Match, Place
from advocacy_lint.spans import meets
from advocacy_lint.text import Analysis, normalise

_BRACES = r"\{([^{}]+)\}"
_WORD = r"[^\W_](?:[^\W_]|['’\u2010\u2011-](?=[^\W_]))*"
_UNTOUCHED = frozenset(("url", "hashtag", "mention", "muted", "quote"))
# Adverbs that stand before the verb in an "at" clause and after it in a main clause.
_ADVERBS = frozenset("ikke nu også endelig altid allerede snart aldrig fortsat igen netop officielt stadig atter kun".split())
_CLAUSE = r"\s*,?\s*((?:[^\W\d_][\w'’-]*\s+){1,4}?)([^\W\d_]+(?:\s+i\s+(?:år|dag|aften|morgen))?)\s+([^\W\d_]+)"
# What else may stand after such an adverb: then the verb comes later, and nobody knows where.
_PREPOSITIONS = frozenset("af efter for fra før hos i med om over på til uden under ved".split())


def fixes_for(match: Match, analysis: Analysis, forms: Forms) -> tuple[Fix, ...]:
    """Return the fixes of a match, for each place the best first; none where links, hashtags or others' words would change."""
    rule = match.rule
    fixes: list[Fix] = []
    for place in match.places:
        for template in rule.replace.get(place.pattern, ()):
            fix = _fix(template, place, analysis, forms, not rule.unsafe)
            if fix is not None and _touches_nothing_else(fix, analysis):
                fixes.append(fix)
    return tuple(fixes)


def _fix(template: str, place: Place, analysis: Analysis, forms: Forms, safe: bool) -> Fix | None:
    matched = analysis.text[place.start : place.end]
    if ("..." in place.pattern or "<" in place.pattern) and "{match}" not in template:
        return None  # what stands in a gap or a number is the writer's own
    at_start = starts_sentence(analysis, place.start)
    if not template:
        return _drop(place, analysis, at_start, safe)
    text = fill(template, place.pattern, matched, forms)
    if text is None or normalise(text) == normalise(matched):
        return None
    return Fix(place.start, place.end, like(matched, text, at_start), safe)


def fill(template: str, pattern: str, matched: str, forms: Forms) -> str | None:
    """Return a template with its lemmas in the forms that the matched words have; None where that cannot be done right."""
    groups = [[normalise(lemma) for lemma in group.split("|")] for group in re.findall(_BRACES, pattern)]
    slots = [slot for slot in re.findall(_BRACES, template) if slot != "match"]
    pairs = [_matched_form(group, matched, forms) for group in groups]
    if len(slots) > len(pairs) or None in pairs[: len(slots)]:
        return None
    if groups and not slots and "{match}" not in template and any(pair is None or pair[0] != pair[1] for pair in pairs):
        return None  # a plain replacement fits the dictionary form only
    text = template
    for slot, pair in zip(slots, pairs, strict=False):
        if pair is None:
            return None
        text = text.replace("{" + slot + "}", forms.inflect(pair[0], pair[1], normalise(slot)), 1)
    return text.replace("{match}", matched)


def _matched_form(lemmas: Sequence[str], matched: str, forms: Forms) -> tuple[str, str] | None:
    """Return the lemma of a group and the form of it that stands in the matched words."""
    words = [normalise(word) for word in re.findall(_WORD, matched)]
    for lemma in lemmas:
        known = forms.forms(lemma)
        for word in words:
            if word in known:
                return lemma, word
    return None


def like(matched: str, text: str, at_start: bool) -> str:
    """Return a text with the capitals of the words it replaces."""
    letters = [letter for letter in matched if letter.isalpha()]
    if len(letters) > 3 and all(letter.isupper() for letter in letters):
        return text.upper()
    if text and letters and letters[0].isupper() and (at_start or not text[0].isupper()):
        return text[0].upper() + text[1:]
    return text


def starts_sentence(analysis: Analysis, offset: int) -> bool:
    """Say whether no word of the sentence stands before an offset."""
    index = analysis.sentence_at(offset)
    return index < 0 or analysis.first_letter(index) >= offset


def _drop(place: Place, analysis: Analysis, at_start: bool, safe: bool) -> Fix | None:
    """Return the fix that drops an opener, with its comma; the next word takes the capital, a clause its main-clause order."""
    index = analysis.sentence_at(place.start)
    stop = analysis.sentences[index].end if index >= 0 else analysis.end
    text = analysis.text
    end = place.end
    while end < stop and text[end] in " ,:\u00a0–—-\n":
        end += 1
    if end >= stop or not text[end].isalnum():
        return None
    if not at_start:
        # A clause that lost its "we announce that" would hang on whatever stands before.
        return None if place.pattern.endswith((" at", " that")) else Fix(place.start, end, "", safe)
    if analysis.language.code == "da" and normalise(place.pattern).endswith(" at"):
        clause = re.compile(_CLAUSE).match(text, end, stop)
        if clause is not None and normalise(clause.group(2).split()[0]) in _ADVERBS:
            return _main_clause(place, clause, safe)
    return Fix(place.start, end + 1, text[end].upper(), safe)


def _main_clause(place: Place, clause: re.Match[str], safe: bool) -> Fix | None:
    """Return the fix that puts a clause in main-clause order ("vi nu åbner" → "Vi åbner nu"); None where its verb stands elsewhere."""
    subject, adverb, verb = clause.groups()
    if normalise(verb) in _PREPOSITIONS:
        return None
    moved = f"{subject}{verb} {adverb}"
    return Fix(place.start, clause.end(), moved[0].upper() + moved[1:], safe)


def _touches_nothing_else(fix: Fix, analysis: Analysis) -> bool:
    return not (meets(analysis.quotes, fix.start, fix.end) or analysis.cover(_UNTOUCHED).meets(fix.start, fix.end))
