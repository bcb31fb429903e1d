"""Hold the score against real LinkedIn posts that nothing was learned from: `python benchmarks/engagement.py engagement.jsonl`.

`engagement.jsonl` are 422 posts and articles of 259 authors, collected with their reactions; its texts belong to their authors and are
not part of the project. `engagement_verdicts.json` says what language models thought of 254 of them (English, 150 characters or more, by
nobody who wrote a post of dev.jsonl or real2.jsonl): each was read by two, without the other's answer and without the score; where they
differed, it is middling. Prints AUC and errors at the border.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from advocacy_lint import lint
from advocacy_lint.model import BORDER
from advocacy_lint.runs.evaluate import auc

VERDICTS = Path(__file__).with_name("engagement_verdicts.json")
# As much of a post was read.
READ = 1600


def main() -> None:
    """Print how the score ranks the posts, and where it is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=Path)
    verdicts = json.loads(VERDICTS.read_text(encoding="utf-8"))
    scores: dict[str, list[int]] = {"good": [], "middling": [], "bad": []}
    for line in parser.parse_args().posts.read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        score = lint(post["text"][:READ], language="en").score if post["id"] in verdicts else None
        if score is not None:
            scores[verdicts[post["id"]]].append(score)
    good, middling, bad = scores.values()
    print(f"{len(good)} good, {len(middling)} middling, {len(bad)} bad")
    for name, above, below in (("good over bad", good, bad), ("good over middling", good, middling), ("middling over bad", middling, bad)):
        value = auc(above, below)
        print(f"{name:<20} AUC {value:.3f}" if value is not None else name)
    print(f"good under {BORDER}: {sum(each < BORDER for each in good)}; bad at {BORDER} or more: {sum(each >= BORDER for each in bad)}")


if __name__ == "__main__":
    main()
