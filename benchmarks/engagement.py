"""Make the real LinkedIn posts that the score learns from: `python benchmarks/engagement.py engagement.jsonl > engagement_judged.jsonl`.

`engagement.jsonl` are 422 posts and articles of 259 authors, collected with their reactions; its texts belong to their authors and are
not part of the project. `engagement_verdicts.json` says what language models thought of 323 of them (English, 150 characters or more, none
of them a post of dev.jsonl): two read each, without the other's answer and without the score, after reading 97 posts with the verdicts
of the person who labelled dev.jsonl; where the two differed, a post is middling. An author who wrote a post of dev.jsonl is named as
there, so that no one is learned from and held out at once.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

VERDICTS = Path(__file__).with_name("engagement_verdicts.json")
# As much of a post was read.
READ = 1600


def main() -> None:
    """Print the judged posts, one a line, as `calibrate` and `evaluate` read them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("posts", type=Path)
    verdicts = json.loads(VERDICTS.read_text(encoding="utf-8"))
    for line in parser.parse_args().posts.read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        if post["id"] in verdicts:
            verdict, group = (*verdicts[post["id"]], post["author"])[:2]
            judged = {
                "id": post["id"],
                "lang": "en",
                "text": post["text"][:READ],
                "verdict": verdict,
                "kind": post["media_type"],
                "group": group,
            }
            sys.stdout.write(json.dumps(judged, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
