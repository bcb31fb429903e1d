"""A post's entry in the JSON contract, in UTF-8: `PostReport.to_dict` says the same as values, and a test holds one against the other."""

from __future__ import annotations

from msgspec import Struct
from msgspec.json import Encoder
from msgspec.structs import replace

from advocacy_lint.kept_reports import KnownReport
from advocacy_lint.model import Finding, PostReport, Strength
from advocacy_lint.outputs import kept_entry
from advocacy_lint.outputs.encoded import as_json, encoded
from advocacy_lint.outputs.escape import checked

_encode = Encoder().encode


class _Judged(Struct, frozen=True):
    """What a post is judged by, as it is encoded."""

    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...]


def entry(report: PostReport | KnownReport, with_score: bool = True) -> bytes:
    """Return a post's entry; without scores, nothing in it counts."""
    skipped = ",".join([f'{{"rule":{encoded[each.rule]},"reason":{encoded[each.reason]}}}' for each in report.skipped])
    score = "null" if report.score is None or not with_score else report.score
    grade = encoded[report.grade if with_score else None]
    scores = ",".join([f"{encoded[name]}:{value}" for name, value in report.dimensions.items()]) if with_score else ""
    head = (
        f'{{"path":{encoded[report.path]},"id":{encoded[report.id]},"language":{encoded[report.language]},"words":{report.words},'
        f'"score":{score},"grade":{grade},"dimensions":{{{scores}}},'
    )
    rest = f',"skipped":[{skipped}],"nlp":{encoded[report.nlp]}}}'
    return head.encode() + _judged(report, with_score) + rest.encode()


def _judged(report: PostReport | KnownReport, with_score: bool) -> bytes:
    """Return findings and strengths, as they stand in an entry."""
    if with_score and isinstance(report, KnownReport):
        return kept_entry.judged(report, _written)
    return _written(report, with_score)


def _written(report: PostReport | KnownReport, with_score: bool = True) -> bytes:
    findings, strengths = report.findings, report.strengths
    if not with_score:
        findings = tuple([replace(each, gain=0) for each in findings])
        strengths = tuple([replace(each, credit=0) for each in strengths])
    try:
        return checked(_encode(_Judged(findings, strengths))[1:-1])
    except UnicodeEncodeError:  # half of a character: programs may hand us such
        values = {"findings": [each.to_dict() for each in findings], "strengths": [each.to_dict() for each in strengths]}
        return as_json(values)[1:-1].encode()
