"""What identifies a finding when lines move: the file, the post, the rule, its words, and which of the same it is."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from advocacy_lint.model import PostReport


def fingerprints(report: PostReport) -> list[str]:
    """Return a fingerprint for each finding of a report, in their order: hexadecimal, 32 characters."""
    seen: Counter[str] = Counter()
    found = []
    for finding in report.findings:
        words = " ".join(finding.excerpt.casefold().split())
        name = "\0".join((report.path.replace("\\", "/"), report.id or report.place or "", finding.rule, words))
        seen[name] += 1
        found.append(blake2b(f"{name}\0{seen[name]}".encode("utf-8", "replace"), digest_size=16).hexdigest())
    return found
