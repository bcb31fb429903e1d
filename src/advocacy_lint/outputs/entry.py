"""A post's entry in the JSON contract: `PostReport.to_dict` says the same as values, and a test holds one against the other."""

from __future__ import annotations

from msgspec import Struct
from msgspec.json import Encoder
from msgspec.structs import replace

from advocacy_lint.model import Finding, PostReport, Strength
from advocacy_lint.outputs.encoded import as_json, encoded
from advocacy_lint.outputs.escape import escaped

_encode = Encoder().encode


class _Judged(Struct, frozen=True):
    """What a post is judged by, as it is encoded."""

    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...]


def entry(report: PostReport, with_score: bool = True) -> str:
    """Return a post's entry; without scores, nothing in it counts."""
    skipped = ",".join([f'{{"rule":{encoded[each.rule]},"reason":{encoded[each.reason]}}}' for each in report.skipped])
    score = "null" if report.score is None or not with_score else report.score
    grade = encoded[report.grade if with_score else None]
    lead = as_json(report.lead_entry())
    scores = ",".join([f"{encoded[name]}:{value}" for name, value in report.dimensions.items()]) if with_score else ""
    head = (
        f'{{"path":{encoded[report.path]},"id":{encoded[report.id]},"language":{encoded[report.language]},"words":{report.words},'
        f'"score":{score},"grade":{grade},"failed":{"true" if report.failed else "false"},"lead":{lead},"dimensions":{{{scores}}},'
    )
    return f'{head}{_judged(report, with_score)},"skipped":[{skipped}],"nlp":{encoded[report.nlp]}}}'


def _judged(report: PostReport, with_score: bool) -> str:
    """Return findings and strengths, as they stand in an entry."""
    findings, strengths = report.findings, report.strengths
    if not with_score:
        findings = tuple([replace(each, gain=0) for each in findings])
        strengths = tuple([replace(each, credit=0) for each in strengths])
    try:
        return escaped(_encode(_Judged(findings, strengths)).decode()[1:-1])
    except UnicodeEncodeError:  # half of a character: programs may hand us such
        return as_json({"findings": [each.to_dict() for each in findings], "strengths": [each.to_dict() for each in strengths]})[1:-1]
