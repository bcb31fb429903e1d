"""A baseline: findings of today that are not to be reported tomorrow, keyed to content and not to line numbers."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from advocacy_lint.cachedir import write_quietly
from advocacy_lint.errors import ConfigError
from advocacy_lint.model import Finding, PostReport

VERSION = 1


def key_of(report: PostReport, finding: Finding) -> str:
    """Return what identifies a finding when lines move: the file, the post, the rule, and the words it points at.

    A finding about the whole post is keyed by the rule alone: a post that still lacks a person lacks the same person.
    """
    words = (
        " ".join(sorted(" ".join(report.text[span.start : span.end].casefold().split()) for span in finding.spans))
        if finding.excerpt
        else ""
    )
    digest = blake2b(f"{report.id or ''}\0{finding.rule}\0{words}".encode("utf-8", "replace"), digest_size=10).hexdigest()
    return f"{finding.rule}:{digest}"


class BaselineWriter:
    """Collects today's findings, and writes them as a baseline."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: dict[str, Counter[str]] = {}

    def add(self, report: PostReport) -> None:
        """Note the findings of a post."""
        for finding in report.findings:
            self._files.setdefault(_name(report.path, self.path), Counter())[key_of(report, finding)] += 1

    def write(self) -> int:
        """Write the file, sorted so that a review shows what changed; return how many findings it holds. ConfigError if it cannot be."""
        data = {"version": VERSION, "files": {name: dict(sorted(counts.items())) for name, counts in sorted(self._files.items())}}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        if not write_quietly(self.path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()):
            raise ConfigError("the baseline cannot be written", str(self.path))
        return sum(sum(counts.values()) for counts in self._files.values())


def _name(path: str, baseline: Path) -> str:
    """Return a file's name relative to the baseline's folder, with forward slashes, so that it holds on every machine."""
    try:
        return Path(path).resolve().relative_to(baseline.resolve().parent).as_posix()
    except (ValueError, OSError):
        return Path(path).as_posix()


class Baseline:
    """Findings to leave out; what is not met again can be pruned."""

    def __init__(self, path: Path) -> None:
        """Read a baseline; ConfigError where there is none, or it is none."""
        self._path = path
        try:
            data = json.loads(path.read_text(encoding="utf-8-sig"))
            self._left = {str(name): Counter({str(key): int(count) for key, count in keys.items()}) for name, keys in data["files"].items()}
        except OSError as error:
            raise ConfigError(f"the baseline cannot be read: {error.strerror}", str(path), hint="make one with --write-baseline") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ConfigError("not a baseline", str(path), hint="make one with --write-baseline") from None
        self.hidden = 0

    def filter(self, report: PostReport) -> PostReport:
        """Return a report without the findings that the baseline has (as often as it has them)."""
        left = self._left.get(_name(report.path, self._path))
        if not left or not report.findings:
            return report
        kept = []
        for finding in report.findings:
            key = key_of(report, finding)
            if left[key] > 0:
                left[key] -= 1
                self.hidden += 1
            else:
                kept.append(finding)
        return replace(report, findings=tuple(kept)) if len(kept) != len(report.findings) else report

    def stale(self) -> int:
        """Return how many findings of the baseline were not met again in the files that were linted."""
        return sum(count for counts in self._left.values() for count in counts.values() if count > 0)
