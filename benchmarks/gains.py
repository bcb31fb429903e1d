"""Hold gains against what becomes of the score when the marked words are cut: python benchmarks/gains.py dev.jsonl written.jsonl …

A gain is what a finding says that the score would rise by. The words of each warning and error are cut, all its places at once, and the
post is judged again. Crude, as what is left is often no sentence; but a number that tells nothing about it tells nothing at all.
"""

from __future__ import annotations

import argparse
import json
import random
from math import exp
from pathlib import Path
from statistics import correlation, fmean

from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.languages import BUILT_IN
from advocacy_lint.model import Post

# A rise is told from a score of 30 at least: near nought nothing moves it.
_LOWEST = -0.8473


def rise(before: float, after: float) -> int:
    """Return by how many points a score rises, from 30 at least; both in log-odds."""
    start = max(before, _LOWEST)
    return round(100 / (1 + exp(-(start + after - before)))) - round(100 / (1 + exp(-start)))


def rows(paths: list[Path], count: int) -> list[tuple[int, int]]:
    """Return the gain of each finding, and the rise when its words are cut."""
    sessions = {language: Session(Config(), language=language) for language in BUILT_IN}
    found = []
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        random.shuffle(lines)
        for data in map(json.loads, lines[:count]):
            session = sessions.get(data["lang"])
            if session is None:
                continue
            post = Post("", data["text"])
            before = session.logit(post)
            for each in session.lint(post).findings:
                if each.level == "info" or not each.excerpt:
                    continue
                text = post.text
                for span in sorted(each.spans, reverse=True):
                    text = text[: span.start] + text[span.end :]
                found.append((each.gain, rise(before, session.logit(Post("", text)))))
    return found


def main() -> None:
    """Print both means, how far they lie apart, and their correlation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=220, help="posts of each file, drawn by chance")
    options = parser.parse_args()
    random.seed(4)
    found = rows(options.paths, options.count)
    told, true = [gain for gain, _ in found], [each for _, each in found]
    apart = fmean(abs(gain - each) for gain, each in found)
    print(f"{len(found)} findings: told +{fmean(told):.1f}, true +{fmean(true):.1f}, apart {apart:.1f}, ", end="")
    print(f"correlation {correlation(told, true):.2f}")


if __name__ == "__main__":
    main()
