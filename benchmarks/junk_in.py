"""Put junk into good posts and tighten them: python benchmarks/junk_in.py POSTS.jsonl … [--show].

Three sentences of a press release go to random places of each post that people called good. Wanted: at least 70 % of the junk goes, and
at most 10 % of the good sentences.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from advocacy_lint import languages
from advocacy_lint.advice.tighten import tighten
from advocacy_lint.advice.tighten.parts import CUT
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.model import Post, PostReport
from advocacy_lint.text import analyse
from advocacy_lint.text.statements import statements

JUNK = {
    "da": (
        "Vi er stolte af at være en del af denne fantastiske rejse.",
        "Vi glæder os til at fortsætte det gode samarbejde med alle vores partnere.",
        "Bæredygtighed er en helt naturlig del af vores DNA.",
        "Vores medarbejdere er vores vigtigste ressource.",
        "Sammen skaber vi værdi for både kunder og samfund.",
        "Tusind tak til alle, der har gjort det muligt.",
        "Det viser, at vi er på rette vej mod fremtiden.",
        "Vi har stort fokus på kvalitet, innovation og trivsel.",
    ),
    "en": (
        "We are proud to be part of this amazing journey.",
        "We look forward to continuing the great collaboration with all our partners.",
        "Sustainability is a natural part of our DNA.",
        "Our people are our most important resource.",
        "Together we create value for customers and society alike.",
        "A huge thank you to everyone who made it possible.",
        "It shows that we are on the right path towards the future.",
        "We have a strong focus on quality, innovation and well-being.",
    ),
}


def main() -> None:
    """Print how much junk and how many good sentences go, by language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="print each good sentence that goes, and each junk that stays")
    options = parser.parse_args()
    session, draw = Session(Config()), random.Random(11)
    counts: Counter[tuple[str, str]] = Counter()
    for file in options.files:
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["verdict"] == "good" and row["lang"] in JUNK:
                try_one(row["text"].strip(), row["lang"], session, draw, counts, options.show)
    for language in JUNK:
        for name in ("junk", "good"):
            gone, all_of_it = counts[language, f"{name} gone"], counts[language, name]
            print(f"{language} {name:<5} {gone:>4} of {all_of_it:>4} go  {gone / max(1, all_of_it):>4.0%}")


def try_one(text: str, language: str, session: Session, draw: random.Random, counts: Counter[tuple[str, str]], show: bool) -> None:
    """Tighten one good post with three sentences of junk in it, and count what goes."""
    spans = statements(analyse(text, languages.get(language)))
    good = [text[span.start : span.end].strip() for span in spans]
    junk = draw.sample(JUNK[language], 3)
    sentences = list(good)
    for each in junk:
        sentences.insert(draw.randrange(len(sentences) + 1), each)

    def judge(body: str) -> tuple[PostReport, float]:
        post = Post("", body, meta={"language": language})
        return session.lint(post), session.logit(post)

    mixed = " ".join(sentences)
    for part in tighten(judge(mixed)[0], judge).parts:
        name = "junk" if part.before.strip() in junk else "good"
        counts[language, name] += 1
        counts[language, f"{name} gone"] += part.op == CUT
        if show and (part.op == CUT) is (name == "good"):
            print(f"  {name} {'goes' if part.op == CUT else 'stays'}: {part.before[:110]}")


if __name__ == "__main__":
    main()
