"""Format `sarif`: SARIF 2.1.0 for code scanning; every active rule is declared, so that old alerts close."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from advocacy_lint.languages import FALLBACK
from advocacy_lint.model import Finding, Fix, Look, PortfolioFinding, PostReport, Problem, Rule, SharedText, Tally, is_moved
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.fingerprint import fingerprints, shared
from advocacy_lint.outputs.paths import in_repository
from advocacy_lint.outputs.renderer import BaseRenderer
from advocacy_lint.rulebook.pages import SITE, page_of
from advocacy_lint.version import __version__

_LEVELS = {"error": "error", "warning": "warning", "info": "note", "strength": "none", "off": "none"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What GitHub shows of one run; it refuses one of more than 25,000.
_MOST = 5_000


class Renderer(BaseRenderer):
    """One run; results are kept until the end, the costliest sorts first, the posts are not."""

    escapes = "json-escape"

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._results: dict[str, list[dict[str, object]]] = {"error": [], "warning": [], "info": []}
        self._left_out = 0
        self._known: dict[str, dict[str, object]] = {rule.id: _rule(rule) for rule in look.rules if not rule.is_strength}

    def post(self, report: PostReport) -> str:
        """Keep a post's results."""
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
            self._declare(finding.rule, finding.level, finding.why)
            self._keep(finding.level, _result(finding, report, fingerprint, self.look.with_score))
        return ""

    def _keep(self, level: str, result: dict[str, object]) -> None:
        """Keep a result, unless there are more of its sort than can be shown."""
        kept = self._results[level]
        if len(kept) < _MOST:
            kept.append(result)
        else:
            self._left_out += 1

    def end(self, tally: Tally) -> str:
        """Return the whole log."""
        for finding, fingerprint in zip(tally.portfolio, shared(tally.portfolio), strict=True):
            self._declare(finding.rule, finding.level, finding.why)
            self._keep(finding.level, _across(finding, fingerprint))
        rules = [self._known[identity] for identity in sorted(self._known)]
        index = {rule["id"]: number for number, rule in enumerate(rules)}
        results = [result for kept in self._results.values() for result in kept]
        shown, left_out = results[:_MOST], self._left_out + max(len(results) - _MOST, 0)
        for result in shown:
            result["ruleIndex"] = index[result["ruleId"]]
        driver = {
            "name": "advocacy-lint",
            "informationUri": SITE,
            "version": __version__,
            "semanticVersion": __version__,
            "rules": rules,
        }
        notifications = [_unread(problem) for problem in tally.problems] + ([_note(left_out)] if left_out else [])
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": not tally.problems, "toolExecutionNotifications": notifications}],
            "results": shown,
        }
        return escaped(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)) + "\n"

    def _declare(self, identity: str, level: str, why: str) -> None:
        """Declare a rule that is not in the book (suppressions, scores, portfolio) when it first speaks."""
        if identity not in self._known:
            said = why or identity
            self._known[identity] = {
                "id": identity,
                "name": _name(identity),
                "shortDescription": {"text": said},
                "fullDescription": {"text": said},
                "help": {"text": said, "markdown": said},
                **_page(identity),
                "defaultConfiguration": {"level": _LEVELS[level]},
            }


def uri(path: str) -> str:
    """Return a path as a URI: relative to the repository; of the file itself where it lies outside of it."""
    found = in_repository(path)
    if PurePath(found).is_absolute():
        return Path(found).as_uri()
    return quote(PurePath(found).as_posix().encode("utf-8", sys.getfilesystemencodeerrors()))


def _name(identity: str) -> str:
    """Return a rule's id as the standard likes names: one word, in Pascal case."""
    return "".join(part.capitalize() for part in identity.replace("/", "-").split("-"))


def _page(identity: str) -> dict[str, str]:
    page = page_of(identity)
    return {"helpUri": page} if page else {}


def _unread(problem: Problem) -> dict[str, object]:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(problem.path)}}}
    return {"level": "error", "message": {"text": problem.message}, "locations": [place]}


def _note(left_out: int) -> dict[str, object]:
    said = f"{left_out} results of the least severe are left out: {_MOST} are the most that are shown of one run."
    return {"level": "warning", "message": {"text": said}}


def _rule(rule: Rule) -> dict[str, object]:
    texts = rule.texts.get(FALLBACK) or next(iter(rule.texts.values()))
    advice = [f"**{texts.suggest}**"] if texts.suggest else []
    advice += [f"- {question}" for question in texts.ask]
    return {
        "id": rule.id,
        "name": _name(rule.id),
        **_page(rule.id),
        "shortDescription": {"text": texts.why},
        "fullDescription": {"text": f"{texts.why} Rests on ({rule.evidence.tier}): {rule.evidence.source}"},
        "help": {"text": " ".join([texts.why, *(texts.ask or ())]), "markdown": "\n\n".join([texts.why, *advice])},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {"tags": [rule.dimension]},
    }


def _result(finding: Finding, report: PostReport, fingerprint: str, with_score: bool) -> dict[str, object]:
    artifact = {"uri": uri(report.path)}
    physical: dict[str, object] = {"artifactLocation": artifact}
    if report.place:  # lines of the file mean nothing: the name of the place says where
        physical["region"] = {"startLine": finding.file_line or 1}
    else:
        physical["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": max(finding.end_column, finding.column + 1) if finding.line == finding.end_line else finding.end_column,
        }
    location: dict[str, object] = {"physicalLocation": physical}
    named = finding.place or report.place or report.id
    if named:
        location["logicalLocations"] = [{"name": named}]
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"advocacyLint/v1": fingerprint},
        "properties": {"dimension": finding.dimension, **({"gain": finding.gain} if with_score else {})},
    }
    fixes = [_fix(f"Write “{fix.text}”." if fix.text else "Cut it.", (fix,), artifact) for fix in finding.fixes]
    if is_moved(finding, report):
        fixes.append(_fix("Move it to the front.", report.move, artifact))
    if fixes and not report.place:
        result["fixes"] = fixes
    return result


def _fix(said: str, changes: Sequence[Fix], artifact: Mapping[str, object]) -> dict[str, object]:
    replacements = [
        {"deletedRegion": {"charOffset": each.start, "charLength": each.end - each.start}, "insertedContent": {"text": each.text}}
        for each in changes
    ]
    return {"description": {"text": said}, "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}]}


def _across(finding: PortfolioFinding, fingerprint: str) -> dict[str, object]:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [_whole(post) for post in finding.posts[:1]],
        "relatedLocations": [_whole(post) for post in finding.posts[1:50]],
        "partialFingerprints": {"advocacyLint/v1": fingerprint},
    }


def _whole(post: SharedText) -> dict[str, object]:
    """Return where a post is: its file's first line, and its name in the file where it has one."""
    physical = {"artifactLocation": {"uri": uri(post.path)}, "region": {"startLine": 1}}
    named = post.place or post.id
    return {"physicalLocation": physical, **({"logicalLocations": [{"name": named}]} if named else {})}
