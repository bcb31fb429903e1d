"""What identifies a finding when lines move: the file, the post, the rule, its words, and which of the same it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from advocacy_lint.files.digests import blake2b
from advocacy_lint.model import PortfolioFinding, PostReport
from advocacy_lint.outputs.paths import in_repository


def fingerprints(report: PostReport) -> list[str]:
    """Return a fingerprint for each finding of a report, in their order: hexadecimal, 32 characters."""
    post = (_slashes(report.path), report.id or report.place or "")
    return _numbered([(*post, each.rule, " ".join(each.excerpt.casefold().split())) for each in report.findings])


def shared(findings: Sequence[PortfolioFinding]) -> list[str]:
    """Return a fingerprint for each finding across posts: its rule and the first of its posts, which more copies do not change."""
    first = [each.posts[0] if each.posts else None for each in findings]
    return _numbered(
        [
            (each.rule, _slashes(post.path), post.id or post.place or "") if post else (each.rule,)
            for each, post in zip(findings, first, strict=True)
        ]
    )


def digest(*parts: str) -> str:
    """Return a fingerprint of some words."""
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _numbered(names: list[tuple[str, ...]]) -> list[str]:
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(digest(*name, str(seen[name])))
    return found


def _slashes(path: str) -> str:
    return in_repository(path).replace("\\", "/")
