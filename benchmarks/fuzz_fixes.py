"""Fixes on many mutated posts: none may crash, loop, or lower a score. `python benchmarks/fuzz_fixes.py [COUNT]`, 5,000 by default."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from advocacy_lint.advice import fixes
from advocacy_lint.api import lint

EXAMPLES = Path(__file__).parent.parent / "examples"
SEEDS = {
    "da": "Vi er stolte af at kunne meddele, at|samt|såfremt|eksekverede|implementerer|i forbindelse med|»|«|#samt|\r\n|, ,|🎉".split("|"),
    "en": "We are proud to announce that|utilise|prior to|in order to|leveraging|“|”|#prior|\r\n|, ,|🎉|e\u0301".split("|"),
}


def mutated(text: str, language: str, chance: random.Random) -> str:
    """Return a text with words dropped, doubled, swapped, shouted, and others put in."""
    words = text.split(" ")
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(words))
        words[place : place + 1] = chance.choice(
            ([], [words[place]] * 2, [words[place].upper()], [chance.choice(SEEDS[language]), words[place]], [words[place][::-1]])
        ) or [""]
    return " ".join(words)


def main(count: int) -> int:
    """Run, and return how many posts came out worse."""
    chance = random.Random(5)
    texts = [(path.parent.name, path.read_text(encoding="utf-8").split("---\n", 2)[-1]) for path in sorted(EXAMPLES.glob("??/*.md"))]
    bad = changed = 0
    began = time.perf_counter()
    for _ in range(count):
        language, seed = chance.choice(texts)
        text = mutated(seed, language, chance)
        fixed = fixes.converge(text, lambda each, language=language: [lint(each, language=language)], unsafe=True)  # type: ignore[misc]
        changed += fixed.count > 0
        if fixed.count and fixes.worse([lint(text, language=language)], [lint(fixed.text, language=language)]):
            bad += 1
            print(repr(text))
    print(f"{count} posts, {changed} changed, {bad} worse, {time.perf_counter() - began:.1f} s")
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)))
