"""Format `sarif`: SARIF 2.1.0 for code scanning; every active rule is declared, so that old alerts close."""

from __future__ import annotations

import json
import sys
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from advocacy_lint.model import Finding, PortfolioFinding, PostReport, Run, SharedText
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.fingerprint import fingerprints, shared
from advocacy_lint.version import __version__

_LEVELS = {"error": "error", "warning": "warning", "info": "note", "strength": "none", "off": "none"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What GitHub takes of one run.
_MOST = 25_000


class Renderer:
    """One run; results are kept until the end, the posts are not."""

    def __init__(self, run: Run, color: bool = False) -> None:
        self._run = run
        self._results: list[dict[str, Any]] = []
        self._known: dict[str, dict[str, Any]] = {rule.id: _rule(rule) for rule in run.rules if not rule.is_strength}

    def begin(self) -> str:
        """Return nothing: the object is written at the end."""
        return ""

    def post(self, report: PostReport) -> str:
        """Keep a post's results."""
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
            if len(self._results) < _MOST:
                self._declare(finding.rule, finding.level)
                self._results.append(_result(finding, report, fingerprint, self._run.with_score))
        return ""

    def end(self) -> str:
        """Return the whole log."""
        for finding, fingerprint in zip(self._run.portfolio, shared(self._run.portfolio), strict=True):
            self._declare(finding.rule, finding.level)
            self._results.append(_across(finding, fingerprint))
        run = {
            "tool": {
                "driver": {
                    "name": "advocacy-lint",
                    "version": __version__,
                    "semanticVersion": __version__,
                    "rules": [self._known[identity] for identity in sorted(self._known)],
                }
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": not self._run.problems,
                    "toolExecutionNotifications": [
                        {
                            "level": "error",
                            "message": {"text": problem.message},
                            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(problem.path)}}}],
                        }
                        for problem in self._run.problems
                    ],
                }
            ],
            "results": self._results,
        }
        return escaped(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)) + "\n"

    def _declare(self, identity: str, level: str) -> None:
        """Declare a rule that is not in the book (suppressions, portfolio) when it first speaks."""
        if identity not in self._known:
            self._known[identity] = {
                "id": identity,
                "shortDescription": {"text": identity},
                "defaultConfiguration": {"level": _LEVELS[level]},
            }


def _uri(path: str) -> str:
    return quote(PurePath(path).as_posix().encode("utf-8", sys.getfilesystemencodeerrors()))


def _rule(rule: Any) -> dict[str, Any]:
    texts = rule.texts.get("en") or next(iter(rule.texts.values()))
    advice = [f"**{texts.suggest}**"] if texts.suggest else []
    advice += [f"- {question}" for question in texts.ask]
    return {
        "id": rule.id,
        "shortDescription": {"text": texts.why},
        "fullDescription": {"text": f"{texts.why} Rests on ({rule.evidence.tier}): {rule.evidence.source}"},
        "help": {"text": " ".join([texts.why, *(texts.ask or ())]), "markdown": "\n\n".join([texts.why, *advice])},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {"tags": [rule.dimension]},
    }


def _result(finding: Finding, report: PostReport, fingerprint: str, with_score: bool) -> dict[str, Any]:
    artifact = {"uri": _uri(report.path)}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if not report.place:  # where lines mean something
        physical["region"] = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": max(finding.end_column, finding.column + 1) if finding.line == finding.end_line else finding.end_column,
        }
    location: dict[str, Any] = {"physicalLocation": physical}
    named = finding.place or report.place or report.id
    if named:
        location["logicalLocations"] = [{"name": named}]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"advocacyLint/v1": fingerprint},
        "properties": {"dimension": finding.dimension, **({"gain": finding.gain} if with_score else {})},
    }
    if finding.fixes and not report.place:
        result["fixes"] = [_fix(fix.start, fix.end, fix.text, artifact) for fix in finding.fixes]
    return result


def _fix(start: int, end: int, text: str, artifact: dict[str, Any]) -> dict[str, Any]:
    replacement = {"deletedRegion": {"charOffset": start, "charLength": end - start}, "insertedContent": {"text": text}}
    return {"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}


def _across(finding: PortfolioFinding, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [_whole(post) for post in finding.posts[:1]],
        "relatedLocations": [_whole(post) for post in finding.posts[1:50]],
        "partialFingerprints": {"advocacyLint/v1": fingerprint},
    }


def _whole(post: SharedText) -> dict[str, Any]:
    """Return where a post is: its file's first line, and its name in the file where it has one."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(post.path)}}
    if not post.place:
        physical["region"] = {"startLine": 1}
    named = post.place or post.id
    return {"physicalLocation": physical, **({"logicalLocations": [{"name": named}]} if named else {})}
