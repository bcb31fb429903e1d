"""A baseline: findings of today that are not to be reported tomorrow, keyed to content and not to line numbers, and today's scores."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from msgspec.structs import replace

from advocacy_lint.errors import ConfigError, InputError
from advocacy_lint.files.atomic import write_atomically
from advocacy_lint.files.contents import read_text
from advocacy_lint.files.digests import blake2b
from advocacy_lint.model import Finding, PortfolioFinding, PostReport, Span
from advocacy_lint.text import line_column, line_starts

VERSION = 2
READABLE = (1, VERSION)  # the first form had no scores
# Under this name stands what shows across posts.
ACROSS = "*"
_LARGEST = 100_000_000
_MOST = 1_000_000_000


def keys_of(report: PostReport, finding: Finding) -> list[str]:
    """Return what identifies each place of a finding when lines move: the post, the rule, and the words it points at.

    A finding about the whole post is keyed by the rule alone: a post that still lacks a person lacks the same person.
    """
    words = [" ".join(report.text[span.start : span.end].casefold().split()) for span in finding.spans] if finding.excerpt else [""]
    return [_key(finding.rule, report.id or "", each) for each in words]


def shared_key(finding: PortfolioFinding) -> str:
    """Return what identifies a finding across posts: the rule, and for copies which posts they are."""
    posts = sorted(f"{post.path}:{post.id or ''}" for post in finding.posts) if finding.share is not None else ()
    return _key(finding.rule, "", *posts)


def _key(rule: str, *parts: str) -> str:
    return f"{rule}:{blake2b(chr(0).join(parts).encode('utf-8', 'replace'), digest_size=10).hexdigest()}"


class BaselineWriter:
    """Collects today's findings, and writes them as a baseline."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._files: dict[str, Counter[str]] = {}
        self._scores: dict[str, dict[str, int]] = {}

    def add(self, report: PostReport) -> None:
        """Note the findings of a post, and its score."""
        if report.score is not None:
            self._scores.setdefault(_name(report.path, self.path), {})[report.id or ""] = report.score
        for finding in report.findings:
            self._files.setdefault(_name(report.path, self.path), Counter()).update(keys_of(report, finding))

    def add_shared(self, finding: PortfolioFinding) -> None:
        """Note a finding across posts."""
        self._files.setdefault(ACROSS, Counter())[shared_key(finding)] += 1

    def write(self) -> int:
        """Write the file, sorted so that a review shows what changed; return how many findings it holds. ConfigError if it cannot be."""
        data = {
            "version": VERSION,
            "files": {name: dict(sorted(counts.items())) for name, counts in sorted(self._files.items())},
            "scores": {name: dict(sorted(scores.items())) for name, scores in sorted(self._scores.items())},
        }
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(str(self.path), (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))
        except (OSError, InputError) as error:
            reason = error.strerror if isinstance(error, OSError) else error.message.partition(": ")[2]
            raise ConfigError(f"the baseline cannot be written: {reason}", str(self.path)) from None
        return sum(sum(counts.values()) for counts in self._files.values())


def _name(path: str, baseline: Path) -> str:
    """Return a file's name relative to the baseline's folder, with forward slashes, so that it holds on every machine."""
    try:
        return Path(path).resolve().relative_to(baseline.resolve().parent).as_posix()
    except (ValueError, OSError):
        return Path(path).as_posix()


def _count(value: object) -> int:
    """Return how often a finding was met; ValueError for what is no such number."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
        raise ValueError
    return value


class Baseline:
    """Findings to leave out; what is not met again can be pruned."""

    def __init__(self, path: Path) -> None:
        """Read a baseline; ConfigError where there is none, or it is none."""
        self._path = path
        try:
            data = json.loads(read_text(path, ConfigError, _LARGEST, "the baseline "))
            if data["version"] not in READABLE:
                raise ConfigError(f"a baseline of another form ({str(data['version'])[:20]}) than is written now ({VERSION})")
            files, scores = data["files"].items(), data.get("scores", {}).items()
            self._left = {str(name): Counter({str(key): _count(count) for key, count in keys.items()}) for name, keys in files}
            self._scores = {str(name): {str(key): _count(score) for key, score in kept.items()} for name, kept in scores}
        except ConfigError as error:
            raise ConfigError(error.message, str(path), hint="make one with --write-baseline") from None
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            raise ConfigError("not a baseline", str(path), hint="make one with --write-baseline") from None
        self.hidden = 0

    def score_of(self, report: PostReport) -> int | None:
        """Return what a post scored when the baseline was written; None for one that it does not know."""
        return self._scores.get(_name(report.path, self._path), {}).get(report.id or "")

    def filter(self, report: PostReport) -> PostReport:
        """Return a report without the findings that the baseline has (as often as it has them)."""
        left = self._left.get(_name(report.path, self._path))
        if not left or not report.findings:
            return report
        starts = line_starts(report.text)
        kept = [new for finding in report.findings if (new := self._new(report, finding, left, starts)) is not None]
        return replace(report, findings=tuple(kept)) if kept != list(report.findings) else report

    def _new(self, report: PostReport, finding: Finding, left: Counter[str], starts: list[int]) -> Finding | None:
        """Return a finding with the places that the baseline has not; None where it has them all."""
        spans = []
        for span, key in zip(finding.spans, keys_of(report, finding), strict=False):
            if left[key] > 0:
                left[key] -= 1
                self.hidden += 1
            else:
                spans.append(span)
        if len(spans) == len(finding.spans):
            return finding
        return _moved(report, finding, tuple(spans), starts) if spans else None

    def knows(self, finding: PortfolioFinding) -> bool:
        """Say whether a finding across posts is in the baseline (as often as it has been asked)."""
        left = self._left.get(ACROSS)
        key = shared_key(finding)
        if not left or left[key] <= 0:
            return False
        left[key] -= 1
        self.hidden += 1
        return True

    def stale(self) -> int:
        """Return how many findings of the baseline were not met again in the files that were linted."""
        return sum(count for counts in self._left.values() for count in counts.values() if count > 0)


def _moved(report: PostReport, finding: Finding, spans: tuple[Span, ...], starts: list[int]) -> Finding:
    """Return a finding that points at the first of the places that are left, and names its words."""
    start, end = spans[0]
    words = " ".join(report.text[start:end].split())
    line, column = line_column(starts, start)
    end_line, end_column = line_column(starts, end)
    return replace(
        finding,
        message=finding.message.replace(finding.excerpt, words, 1),
        excerpt=words,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        spans=spans,
        fixes=tuple(fix for fix in finding.fixes if any(span.start <= fix.start < span.end for span in spans)),
    )
