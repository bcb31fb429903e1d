"""The findings and strengths of a kept report in the JSON contract: as `entry` writes them, straight from what was kept.

A cached run writes them by the hundred thousand: made into values first, they take twice the time. A test holds one against the other.
"""

from __future__ import annotations

from json.encoder import encode_basestring

from advocacy_lint.kept_reports import KeptFinding, KeptStrength, KnownReport
from advocacy_lint.kept_words import Places, Slots, Template, Wording, filled
from advocacy_lint.outputs.encoded import encoded, heads
from advocacy_lint.outputs.escape import escaped


def findings(report: KnownReport, with_score: bool) -> list[str]:
    """Return the entries of the findings."""
    wordings, locale, text = report.wordings, report.locale, report.text
    return [_finding(each, wordings[each.rule, locale], text, each.gain if with_score else 0) for each in report.kept_findings()]


def strengths(report: KnownReport, with_score: bool) -> list[str]:
    """Return the entries of the strengths."""
    wordings, locale, text = report.wordings, report.locale, report.text
    return [_strength(each, wordings[each.rule, locale], text, each.credit if with_score else 0) for each in report.kept_strengths()]


def _finding(each: KeptFinding, says: Wording, text: str, gain: int) -> str:
    start, end = each.start, each.end
    suggest = "null" if each.suggest is None else _said(says.suggest, each.suggest, text)
    ask = ",".join([_said(says.ask[number], values, text) for number, values in each.ask]) if each.ask else ""
    fixes = ",".join([f"[{a},{b},{encoded[new]},{'true' if safe else 'false'}]" for a, b, new, safe in each.fixes]) if each.fixes else ""
    replace = ",".join([encoded[new] for new in each.replace]) if each.replace else ""
    return (
        f'{heads[says.rule, each.level, says.dimension]}{_said(says.message, each.message, text)},"why":{encoded[says.why]},'
        f'"excerpt":{_quoted(text, start, end) if each.quoted else _EMPTY},"start":{start},"end":{end},"line":{each.line},'
        f'"column":{each.column},"end_line":{each.end_line},"end_column":{each.end_column},"place":{encoded[each.place]},"gain":{gain},'
        f'"replace":[{replace}],"suggest":{suggest},"ask":[{ask}],"spans":[{_spans(each.spans)}],"fixes":[{fixes}],"cost":{each.cost!r}}}'
    )


def _strength(each: KeptStrength, says: Wording, text: str, credit: int) -> str:
    start, end = each.start, each.end
    return (
        f'{{"rule":{encoded[says.rule]},"dimension":{encoded[says.dimension]},"message":{_said(says.message, each.message, text)},'
        f'"excerpt":{_quoted(text, start, end) if each.quoted else _EMPTY},"start":{start},"end":{end},"line":{each.line},'
        f'"column":{each.column},"credit":{credit},"spans":[{_spans(each.spans)}]}}'
    )


_EMPTY = '""'


def _said(asked: Template, values: Slots, text: str) -> str:
    return escaped(encode_basestring(filled(asked, values, text))) if values else encoded[asked.text]


def _quoted(text: str, start: int, end: int) -> str:
    return escaped(encode_basestring(" ".join(text[start:end].split())))


def _spans(places: Places) -> str:
    if len(places) == 2:
        return f"[{places[0]},{places[1]}]"
    offsets = iter(places)
    return ",".join([f"[{start},{end}]" for start, end in zip(offsets, offsets, strict=False)])
