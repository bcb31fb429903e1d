"""A post's entry in the JSON contract, as text: `PostReport.to_dict` says the same as values, and a test holds one against the other.

The fields are written out here because a run writes them by the hundred thousand; most of their texts are the rules' own, and are
encoded once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from advocacy_lint.model import Finding, PostReport, Span, Strength
from advocacy_lint.outputs.escape import escaped

_MEMO_LIMIT = 20_000
_LONGEST_REMEMBERED = 500
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class _Encoded(dict[str | None, str]):
    """Texts as JSON, without what a terminal would obey; None as null."""

    def __missing__(self, text: str | None) -> str:
        found = escaped(_encode(text))
        if len(self) > _MEMO_LIMIT:
            self.clear()
        if text is None or len(text) <= _LONGEST_REMEMBERED:
            self[text] = found
        return found


_json = _Encoded()


def entry(report: PostReport, with_score: bool = True) -> str:
    """Return a post's entry; without scores, nothing in it counts."""
    findings = ",".join([_finding(each, each.gain if with_score else 0) for each in report.findings])
    strengths = ",".join([_strength(each, each.credit if with_score else 0) for each in report.strengths])
    skipped = ",".join([f'{{"rule":{_json[each.rule]},"reason":{_json[each.reason]}}}' for each in report.skipped])
    score = "null" if report.score is None or not with_score else report.score
    grade = _json[report.grade if with_score else None]
    dimensions: Mapping[str, int] = report.dimensions if with_score else {}
    return (
        f'{{"path":{_json[report.path]},"id":{_json[report.id]},"language":{_json[report.language]},"words":{report.words},'
        f'"score":{score},"grade":{grade},"dimensions":{_encode(dict(dimensions))},"findings":[{findings}],"strengths":[{strengths}],'
        f'"skipped":[{skipped}],"nlp":{_json[report.nlp]}}}'
    )


def _finding(each: Finding, gain: int) -> str:
    fixes = [f"[{fix.start},{fix.end},{_json[fix.text]},{'true' if fix.safe else 'false'}]" for fix in each.fixes]
    return (
        f'{{"rule":{_json[each.rule]},"level":{_json[each.level]},"dimension":{_json[each.dimension]},"message":{_json[each.message]},'
        f'"why":{_json[each.why]},"excerpt":{_json[each.excerpt]},"start":{each.start},"end":{each.end},"line":{each.line},'
        f'"column":{each.column},"end_line":{each.end_line},"end_column":{each.end_column},"place":{_json[each.place]},"gain":{gain},'
        f'"replace":{_texts(each.replace)},"suggest":{_json[each.suggest]},"ask":{_texts(each.ask)},"spans":{_spans(each.spans)},'
        f'"fixes":[{",".join(fixes)}],"cost":{each.cost!r}}}'
    )


def _strength(each: Strength, credit: int) -> str:
    return (
        f'{{"rule":{_json[each.rule]},"dimension":{_json[each.dimension]},"message":{_json[each.message]},"excerpt":{_json[each.excerpt]},'
        f'"start":{each.start},"end":{each.end},"line":{each.line},"column":{each.column},"credit":{credit},"spans":{_spans(each.spans)}}}'
    )


def _texts(texts: Sequence[str]) -> str:
    return f"[{','.join([_json[text] for text in texts])}]" if texts else "[]"


def _spans(spans: Sequence[Span]) -> str:
    return f"[{','.join([f'[{start},{end}]' for start, end in spans])}]"
