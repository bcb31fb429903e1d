"""Frames: a text for a finding's place with brackets for what only the author knows, and slots for what the draft says itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from advocacy_lint.advice.rewrites.cuts import capitals, holds_fact, says_more
from advocacy_lint.advice.rewrites.draft import FRAME, Draft, Edit
from advocacy_lint.advice.rewrites.patterns import compiled, tables
from advocacy_lint.advice.rewrites.words import capital
from advocacy_lint.model import ANY, Place, Rule, Span

_SLOT = re.compile(r"\{([a-z]+)\}")
# What an English noun may need otherwise once its adjective has gone: “a fantastic achievement”, “an achievement”.
_ARTICLE = re.compile(r"\ban?[ ]\Z", re.IGNORECASE)
_LONGEST_ARTICLE = 4
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ENDS = (".", "!", "?", "{url}")
# What a frame for a whole sentence lists where it would drop it, and how much of it.
_KEPT = frozenset(("money", "percent", "number", "year", "name", "org", "time", "unit", "date", "url"))
_MOST = 4
_TRAILING = " \t\n.!?…:;,"


def framed(rule: Rule, place: Place, draft: Draft) -> Edit | None:
    """Return the first of a rule's frames for a place whose slots can be filled, and that leaves the facts of the sentence standing.

    One that is a sentence stands for the whole one. Where every one would take a fact along, the first is shown with what it would take: it is applied on request only.
    """
    sentence = draft.sentence(place.start)
    last: Edit | None = None
    for template in rule.frame.get(place.pattern) or rule.frame.get(ANY, ()):
        text = _filled(template, place, sentence, draft)
        if text is None:
            continue
        if not template.endswith(_ENDS) or sentence is None:
            return _for_words(text, place, draft)
        # Whoever fills in the bracket ends the sentence.
        edit = Edit(FRAME, sentence.start, sentence.end, capital(text[:-1] if text.endswith("?].") else text), False)
        if not _loses(template, text, place, sentence, draft):
            return edit
        last = last or edit._replace(text=edit.text + _listed(edit.text, sentence, draft))
    return last


def _listed(text: str, sentence: Span, draft: Draft) -> str:
    """Return a bracket that lists the numbers, names, dates and links of a sentence which a frame has not; nothing where it has all."""
    found = [words for kind, words in draft.classes(*sentence) if kind in _KEPT and any(map(str.isalnum, words))]
    found += [re.sub(r"['’]s\Z", "", words) for words in capitals(sentence, draft)]
    whole = draft.text[sentence.start : sentence.end]
    found = sorted(dict.fromkeys(found), key=lambda words: (whole.find(words), -len(words)))
    told = [each for each in found if each in text]
    new = [each for each in found if not any(each in other and each != other or other in told and other in each for other in found)]
    new = [after[0] if each[-1:].isdigit() and (after := re.search(rf"{re.escape(each)} [^\W\d_]{{4,}}", whole)) else each for each in new]
    return f" [{tables(draft.language).KEEP}: {', '.join(' '.join(each.split()) for each in new[:_MOST])}]" if new else ""


def _for_words(text: str, place: Place, draft: Draft) -> Edit:
    """Return the change of the matched words into a frame, and of an article before them that the frame's first word would make wrong."""
    before = _ARTICLE.search(draft.text, max(0, place.start - _LONGEST_ARTICLE), place.start) if draft.language == "en" else None
    if before is not None and text[0].isalpha():
        from advocacy_lint.advice.rewrites.english import indefinite_article

        article = indefinite_article(text)
        if before[0].strip().lower() != article:
            return Edit(FRAME, before.start(), place.end, f"{capital(article) if before[0][0].isupper() else article} {text}", False)
    return Edit(FRAME, place.start, place.end, capital(text) if draft.starts_sentence(place.start) else text, False)


def _loses(template: str, text: str, place: Place, sentence: Span, draft: Draft) -> bool:
    """Say whether a frame for the whole sentence would drop a fact that stands beside the match."""
    if holds_fact(sentence.start, place.start, draft):
        return True
    if "{rest}" in template:
        return False
    if "{" not in template and says_more(place, draft):
        return True
    if not holds_fact(place.end, sentence.end, draft):
        return False
    return not all(words in text for _, words in draft.classes(place.end, sentence.end)) or "{" not in template


def _filled(template: str, place: Place, sentence: Span | None, draft: Draft) -> str | None:
    text = template
    for slot in dict.fromkeys(_SLOT.findall(template)):
        value = _SLOTS[slot](place, sentence, draft) if slot in _SLOTS else _of_class(slot, place, sentence, draft)
        if not value:
            return None
        text = text.replace("{" + slot + "}", value)
    return text


def _of_class(name: str, place: Place, sentence: Span | None, draft: Draft) -> str | None:
    """Return the first words of a token class: in the match, else in its sentence; an address to write to is no link to read on."""
    stretches = [(place.start, place.end), *([sentence] if sentence else [])]
    found = (words for start, end in stretches for kind, words in draft.classes(start, end) if kind == name)
    return next((words for words in found if name != "url" or "@" not in words), None)


def _match(place: Place, sentence: Span | None, draft: Draft) -> str:
    """Return the matched words."""
    return " ".join(draft.text[place.start : place.end].split())


def _noun(place: Place, sentence: Span | None, draft: Draft) -> str | None:
    """Return the draft's own noun: the last of several matched words, else the word after the one that matched."""
    words = _WORD.findall(draft.text, place.start, place.end)
    if len(words) > 1:
        return str(words[-1])
    after = _WORD.match(draft.text, place.end + 1, sentence.end if sentence else place.end + 1)
    return after[0] if after else None


def _rest(place: Place, sentence: Span | None, draft: Draft) -> str | None:
    """Return what stands in the sentence after the match, with the “at” or “to” that the match ends in where a verb leans on it."""
    if sentence is None:
        return None
    rest = " ".join(draft.text[place.end : sentence.end].split()).strip(_TRAILING)
    last = _match(place, sentence, draft).rpartition(" ")[2]
    table = tables(draft.language)
    if compiled(table.LEANS).match(f"{last} {rest}"):
        return f"{last} {rest}"
    return None if compiled(table.UNFINISHED).fullmatch(last) or compiled(table.BEGINS_NOTHING).match(rest) else rest


_SLOTS: Mapping[str, Callable[[Place, Span | None, Draft], str | None]] = {"match": _match, "noun": _noun, "rest": _rest}
