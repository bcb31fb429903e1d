"""What a rule hits in labelled posts, to be read one by one: `python benchmarks/hits.py RULE FILE … [--verdict good] [--lang da]`.

Prints, for each file, how many posts of each verdict the rule speaks in, and then each place with the words around it.
RULE may be the beginning of an id (`tone/`), so that all its rules are counted.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from advocacy_lint import lint

AROUND = 60


def main() -> None:
    """Print counts and places."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rule")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--verdict", help="print the places in posts of this verdict only")
    parser.add_argument("--lang")
    parser.add_argument("--quiet", action="store_true", help="counts only")
    options = parser.parse_args()
    posts: Counter[tuple[str, str]] = Counter()
    for file in options.files:
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["lang"] not in ("da", "en") or options.lang not in (None, row["lang"]):
                continue
            report = lint(row["text"], language=row["lang"])
            for finding in (*report.findings, *report.strengths):
                if not finding.rule.startswith(options.rule):
                    continue
                posts[finding.rule, row["verdict"]] += 1
                if options.quiet or options.verdict not in (None, row["verdict"]):
                    continue
                for start, end in finding.spans:
                    before, after = row["text"][max(0, start - AROUND) : start], row["text"][end : end + AROUND]
                    words = f"{before}<<{row['text'][start:end]}>>{after}".replace("\n", "⏎")
                    print(f"{row['id']} {row['verdict']} {finding.rule} {finding.level} {report.score}: {words}")
    for rule in sorted({rule for rule, _ in posts}):
        print(rule, *(f"{verdict} {posts[rule, verdict]}" for verdict in ("good", "middling", "bad")))


if __name__ == "__main__":
    main()
