"""The findings and strengths of a kept report in the JSON contract: as `entry` writes them, straight from what was kept.

A cached run writes them by the hundred thousand: made into values first, they take twice the time. A test holds one against the other.
"""

from __future__ import annotations

from msgspec import Struct, field

from advocacy_lint.kept_reports import KeptFinding, KeptStrength, KnownReport
from advocacy_lint.kept_words import Places, Slots, Template, Wording, filled
from advocacy_lint.outputs.encoded import as_json, encoded, heads

_EMPTY = '""'
_MANY = 2_000


class _Spoken(Struct, frozen=True):
    """What a rule says, as JSON."""

    of: Wording
    message: str
    around: tuple[str, str] | None  # what stands before and after the words in a message that quotes them once
    why: str
    suggest: str
    asks: dict[tuple[tuple[int, Slots], ...], str] = field(default_factory=dict)  # by the questions' numbers, where they hold no words


# By the identity of a rule's wording, which is kept beside so that no other can get it.
_spoken: dict[int, _Spoken] = {}


def judged(report: KnownReport, with_score: bool) -> str:
    """Return findings and strengths, as they stand in an entry."""
    wordings, locale, text = report.wordings, report.locale, report.text
    findings = [_finding(each, wordings[each.rule, locale], text, each.gain if with_score else 0) for each in report.kept_findings()]
    strengths = [_strength(each, wordings[each.rule, locale], text, each.credit if with_score else 0) for each in report.kept_strengths()]
    return f'"findings":[{",".join(findings)}],"strengths":[{",".join(strengths)}]'


def _finding(each: KeptFinding, says: Wording, text: str, gain: int) -> str:
    start, end = each.start, each.end
    spoken = _spoken.get(id(says)) or _speak(says)
    excerpt = _quoted(text, start, end) if each.quoted else _EMPTY
    suggest = "null" if each.suggest is None else _said(says.suggest, each.suggest, text) if each.suggest else spoken.suggest
    fixes = ",".join([f"[{a},{b},{encoded[new]},{'true' if safe else 'false'}]" for a, b, new, safe in each.fixes]) if each.fixes else ""
    replace = ",".join([encoded[new] for new in each.replace]) if each.replace else ""
    return (
        f"{heads[says.rule, each.level, says.dimension]}{_message(spoken, each.message, (start, end), excerpt, text)}{spoken.why}"
        f'{excerpt},"start":{start},"end":{end},"line":{each.line},'
        f'"column":{each.column},"end_line":{each.end_line},"end_column":{each.end_column},"place":{encoded[each.place]},"gain":{gain},'
        f'"replace":[{replace}],"suggest":{suggest},"ask":[{spoken.asks.get(each.ask) or _asked(spoken, each.ask, text)}],'
        f'"spans":[{_spans(each.spans)}],"fixes":[{fixes}],"cost":{each.cost!r}}}'
    )


def _strength(each: KeptStrength, says: Wording, text: str, credit: int) -> str:
    start, end = each.start, each.end
    spoken = _spoken.get(id(says)) or _speak(says)
    excerpt = _quoted(text, start, end) if each.quoted else _EMPTY
    return (
        f'{{"rule":{encoded[says.rule]},"dimension":{encoded[says.dimension]},'
        f'"message":{_message(spoken, each.message, (start, end), excerpt, text)},"excerpt":{excerpt},"start":{start},"end":{end},'
        f'"line":{each.line},"column":{each.column},"credit":{credit},"spans":[{_spans(each.spans)}]}}'
    )


def _speak(says: Wording) -> _Spoken:
    """Return what a rule says as JSON, remembered."""
    if len(_spoken) > _MANY:
        _spoken.clear()
    fixed = says.message.fixed
    # Where a message and its words make up what is escaped only together, they are put together first.
    apart = len(fixed) == 2 and not any(sign in part for part in fixed for sign in "#[")
    around = (encoded[fixed[0]][:-1], encoded[fixed[1]][1:]) if apart else None
    why = f',"why":{encoded[says.why]},"excerpt":'
    found = _spoken[id(says)] = _Spoken(says, encoded[says.message.text], around, why, encoded[says.suggest.text])
    return found


def _message(spoken: _Spoken, values: Slots, place: Places, excerpt: str, text: str) -> str:
    """Return a message as JSON; nearly all quote nothing, or what the finding quotes."""
    if not values:
        return spoken.message
    if values[0] == place and len(values) == 1 and spoken.around and excerpt != _EMPTY:
        before, after = spoken.around
        return f"{before}{excerpt[1:-1]}{after}"
    return _said(spoken.of.message, values, text)


def _asked(spoken: _Spoken, questions: tuple[tuple[int, Slots], ...], text: str) -> str:
    """Return questions as JSON, remembered where they hold no words of a draft."""
    made = ",".join([_said(spoken.of.ask[number], values, text) for number, values in questions])
    if not any(values for _, values in questions) and len(spoken.asks) < _MANY:
        spoken.asks[questions] = made
    return made


def _said(asked: Template, values: Slots, text: str) -> str:
    return as_json(filled(asked, values, text)) if values else encoded[asked.text]


def _quoted(text: str, start: int, end: int) -> str:
    return as_json(" ".join(text[start:end].split()))


def _spans(places: Places) -> str:
    if len(places) == 2:
        return f"[{places[0]},{places[1]}]"
    offsets = iter(places)
    return ",".join([f"[{start},{end}]" for start, end in zip(offsets, offsets, strict=False)])
