"""How much of what the linter points at comes with text to put there, and what --fix does to whole posts.

    python benchmarks/advice.py                 the project's own posts
    ADVOCACY_CORPUS=DIR python benchmarks/advice.py     also every labelled *.jsonl in DIR

Prints, for each file: located findings with a replacement, a cut or a frame; bad posts and good posts that --fix changes; scores that
fall. Ends with 1 where less than four fifths are covered, or a score falls.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from advocacy_lint.advice import fixes
from advocacy_lint.api import lint
from advocacy_lint.model import PostReport

OWN = Path(__file__).parents[1] / "tests" / "judgement" / "own.jsonl"
LEAST = 0.8
LANGUAGES = ("da", "en")
# A post padded with facts to please a linter is bad as a whole: no word of it is for --fix to change, so it is not counted.
STUFFED = "stuffed"


def posts(path: Path) -> list[dict[str, Any]]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    labelled = [row for row in rows if row.get("lang") in LANGUAGES and row.get("verdict") in ("good", "middling", "bad")]
    return [row for row in labelled if row.get("kind") != STUFFED]


def measure(path: Path) -> dict[str, Any]:
    """Return what one file of labelled posts shows."""
    kinds: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    fallen: list[str] = []
    for row in posts(path):

        def judged(text: str, language: str = row["lang"]) -> list[PostReport]:
            return [lint(text, language=language)]

        (before,) = judged(row["text"])
        for finding in before.findings:
            if finding.excerpt:
                kinds[finding.rewrite.kind if finding.rewrite else "nothing"] += 1
                if finding.rewrite is None:
                    bare[finding.rule] += 1
        fixed = fixes.converge(row["text"], judged)
        total[row["verdict"]] += 1
        if fixed.text != row["text"]:
            changed[row["verdict"]] += 1
            (after,) = judged(fixed.text)
            if None not in (before.score, after.score) and (after.score or 0) < (before.score or 0):
                fallen.append(row["id"])
    located = sum(kinds.values())
    covered = 1 - kinds["nothing"] / located if located else 1.0
    return {"covered": covered, "kinds": dict(kinds), "bare": dict(bare), "changed": dict(changed), "total": dict(total), "fallen": fallen}


def main() -> int:
    folder = os.environ.get("ADVOCACY_CORPUS")
    paths = [OWN, *(sorted(Path(folder).glob("*.jsonl")) if folder else ())]
    failed = False
    for path in paths:
        if not posts(path):
            continue
        found = measure(path)
        failed |= found["covered"] < LEAST or bool(found["fallen"])
        places = sum(found["kinds"].values())
        shares = ", ".join(f"{verdict} {found['changed'].get(verdict, 0)}/{count}" for verdict, count in sorted(found["total"].items()))
        print(
            f"{path.name}: {found['covered']:.1%} of {places} places have text ({found['kinds']}); "
            f"--fix changes {shares}; lower {found['fallen']}"
        )
        for rule, count in Counter(found["bare"]).most_common(5):
            print(f"    nothing for {rule}: {count}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
