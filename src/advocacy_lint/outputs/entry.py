"""A post's entry in the JSON contract, as text: `PostReport.to_dict` says the same as values, and a test holds one against the other.

The fields are written out here because a run writes them by the hundred thousand; most of their texts are the rules' own, and are
encoded once.
"""

from __future__ import annotations

from collections.abc import Sequence

from advocacy_lint.kept_reports import KnownReport
from advocacy_lint.model import Finding, PostReport, Span, Strength
from advocacy_lint.outputs import known_entry
from advocacy_lint.outputs.encoded import as_json, encoded, heads


def entry(report: PostReport | KnownReport, with_score: bool = True) -> str:
    """Return a post's entry; without scores, nothing in it counts."""
    if isinstance(report, KnownReport):
        findings = ",".join(known_entry.findings(report, with_score))
        strengths = ",".join(known_entry.strengths(report, with_score))
    else:
        findings = ",".join([_finding(each, each.gain if with_score else 0) for each in report.findings])
        strengths = ",".join([_strength(each, each.credit if with_score else 0) for each in report.strengths])
    skipped = ",".join([f'{{"rule":{encoded[each.rule]},"reason":{encoded[each.reason]}}}' for each in report.skipped])
    score = "null" if report.score is None or not with_score else report.score
    grade = encoded[report.grade if with_score else None]
    scores = ",".join([f"{encoded[name]}:{value}" for name, value in report.dimensions.items()]) if with_score else ""
    return (
        f'{{"path":{encoded[report.path]},"id":{encoded[report.id]},"language":{encoded[report.language]},"words":{report.words},'
        f'"score":{score},"grade":{grade},"dimensions":{{{scores}}},"findings":[{findings}],"strengths":[{strengths}],'
        f'"skipped":[{skipped}],"nlp":{encoded[report.nlp]}}}'
    )


def _finding(each: Finding, gain: int) -> str:
    fixes = ""
    if each.fixes:
        fixes = ",".join([f"[{fix.start},{fix.end},{encoded[fix.text]},{'true' if fix.safe else 'false'}]" for fix in each.fixes])
    excerpt = each.excerpt  # what quotes a draft hardly comes again, and is not remembered
    return (
        f"{heads[each.rule, each.level, each.dimension]}{as_json(each.message) if excerpt else encoded[each.message]},"
        f'"why":{encoded[each.why]},"excerpt":{as_json(excerpt)},"start":{each.start},"end":{each.end},"line":{each.line},'
        f'"column":{each.column},"end_line":{each.end_line},"end_column":{each.end_column},"place":{encoded[each.place]},"gain":{gain},'
        f'"replace":{_asked[each.replace]},"suggest":{encoded[each.suggest]},"ask":{_asked[each.ask]},"spans":{_spans(each.spans)},'
        f'"fixes":[{fixes}],"cost":{each.cost!r}}}'
    )


def _strength(each: Strength, credit: int) -> str:
    return (
        f'{{"rule":{encoded[each.rule]},"dimension":{encoded[each.dimension]},"message":{as_json(each.message)},"excerpt":{as_json(each.excerpt)},'
        f'"start":{each.start},"end":{each.end},"line":{each.line},"column":{each.column},"credit":{credit},"spans":{_spans(each.spans)}}}'
    )


_MANY, _LONGEST = 2_000, 1_000


class _Asked(dict[tuple[str, ...], str]):
    """Questions as JSON; most are the rules' own."""

    def __missing__(self, texts: tuple[str, ...]) -> str:
        asked = f"[{','.join([encoded[text] for text in texts])}]"
        if len(self) > _MANY:
            self.clear()
        if len(asked) <= _LONGEST:
            self[texts] = asked
        return asked


_asked = _Asked()


def _spans(spans: Sequence[Span]) -> str:
    if len(spans) == 1:  # most have one
        return f"[[{spans[0][0]},{spans[0][1]}]]"
    return f"[{','.join([f'[{start},{end}]' for start, end in spans])}]"
