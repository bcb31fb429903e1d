"""One post to its report: findings inside the text, the contract's schema kept, the same report every time."""

import json
from functools import lru_cache
from pathlib import Path

import jsonschema

import advocacy_lint
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import markdown
from advocacy_lint.model import Post, Problem
from advocacy_lint.text import line_column, line_starts
from targets.common import head, one_line, session, text_of

METAS = (
    {},
    {"language": "da"},
    {"language": "en"},
    {"language": "da", "audience": "alle", "goal": "rækkevidde", "channel": "linkedin", "author": "Lene Holm", "arrangement": "agreement"},
    {"language": "en", "audience": "nurses on night shift", "goal": "reach", "channel": "intranet", "author": "Priya", "role": "CEO"},
    {"language": "no"},
)


@lru_cache
def schema():
    """Return the validator of the JSON contract."""
    path = Path(advocacy_lint.__file__).parent / "schemas" / "output.schema.json"
    return jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def posts(data):
    """Return the posts of a text: as Markdown, or as a program hands it over."""
    choice, rest = head(data)
    text = text_of(rest)
    meta = METAS[(choice >> 1) % len(METAS)]
    if not choice & 1:
        return [Post("fuzz.txt", text, meta=meta, has_meta=len(meta) > 1)]
    found = []
    try:
        for each in markdown.posts("fuzz.md", text):
            if isinstance(each, Problem):
                one_line(each.message)
            else:
                found.append(each)
    except InputError as error:
        one_line(error)
    return found


def one(data):
    """Lint twice, and hold the report to its promises."""
    for post in posts(data):
        report = session().lint(post)
        assert report == session().lint(post)
        check(report, post)
        found = report.to_dict()
        run = {"posts": 1, "errors": 0, "warnings": 0, "infos": 0, "failed": 0, "mean_score": None}
        whole = {
            "schema": 1,
            "tool": {"name": "advocacy-lint", "version": "1"},
            "posts": [found],
            "portfolio": {"findings": []},
            "errors": [],
        }
        schema().validate(json.loads(json.dumps({**whole, "summary": run})))


def check(report, post):
    """Hold a report's findings to the text they point into."""
    text, starts = post.text, line_starts(post.text)
    assert report.score is None or 0 <= report.score <= 100
    assert (report.score is None) is (report.grade is None)
    assert all(0 <= each <= 100 for each in report.dimensions.values())
    for found in (*report.findings, *report.strengths):
        assert post.start <= found.start <= found.end <= post.stop
        assert (found.line, found.column) == line_column(starts, found.start)
        assert all(0 <= span.start <= span.end <= len(text) for span in found.spans)
        if found.excerpt:
            assert found.excerpt == " ".join(text[found.start : found.end].split())
    for finding in report.findings:
        assert (finding.end_line, finding.end_column) == line_column(starts, finding.end)
        assert finding.gain >= 0
        assert finding.cost >= 0
        for fix in finding.fixes:
            assert post.start <= fix.start < fix.end <= post.stop
            assert not any(span.start < fix.end and fix.start < span.end for span in post.muted), fix
