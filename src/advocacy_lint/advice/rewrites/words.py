"""From a rule's `replace` to literal words: inflection, capital letters and the words around made right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advocacy_lint.advice.rewrites.draft import CUT, REPLACE, Draft, Edit
from advocacy_lint.languages.forms import Forms
from advocacy_lint.model import Place, Rule
from advocacy_lint.text import normalise

_BRACES = r"\{([^{}]+)\}"
_WORD = r"[^\W_](?:[^\W_]|['’\u2010\u2011-](?=[^\W_]))*"


def replaced(rule: Rule, place: Place, draft: Draft) -> Iterator[Edit]:
    """Yield the literal replacements that a rule has for a place."""
    for template in rule.replace.get(place.pattern, ()):
        edit = _edit(template, place, draft, not rule.unsafe)
        if edit is not None:
            yield edit


def _edit(template: str, place: Place, draft: Draft, safe: bool) -> Edit | None:
    matched = draft.text[place.start : place.end]
    if ("..." in place.pattern or "<" in place.pattern) and "{match}" not in template:
        return None  # what stands in a gap or a number is the writer's own
    if not template:
        if draft.language == "da" and normalise(place.pattern).endswith(" at"):
            return None  # the order of the words that are left would be wrong
        return dropped(place.start, place.end, draft, safe)
    text = fill(template, place.pattern, matched, draft.forms)
    if text is None or normalise(text) == normalise(matched):
        return None
    return Edit(REPLACE, place.start, place.end, like(matched, text, draft.starts_sentence(place.start)), safe)


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
        return capital(text)
    return text


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def dropped(start: int, end: int, draft: Draft, safe: bool) -> Edit | None:
    """Return the edit that takes words out with what follows them; at the start of a sentence the next word takes the capital."""
    sentence, text = draft.sentence(start), draft.text
    if sentence is None:
        return None
    stop = sentence.end
    after = end
    while after < stop and text[after] in " ,:\u00a0–—-\n":
        after += 1
    if not draft.starts_sentence(start):
        return Edit(CUT, start, end, "", safe)
    if after >= stop or not text[after].isalnum():
        return None
    return Edit(CUT, start, after + 1, text[after].upper(), safe)
