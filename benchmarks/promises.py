"""Hold the score's promises on mutated posts: `python benchmarks/promises.py posts.jsonl … [--mutations 20000] [--seed 1]`.

A whole sentence with a finding never raises a score, one with a strength never lowers it, and what is only typed differently (blanks,
line ends, letters nobody sees, composed and decomposed letters) is judged the same. Prints violations by promise, and fails on one.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from advocacy_lint.api import lint
from advocacy_lint.model import PostReport

BRAGS = {
    "da": (
        "Vi er stolte af at kunne præsentere endnu et rekordår.",
        "Vi er CO2-neutrale i 2030.",
        "Vores overskud steg til 3,2 mia. kr., og vi er stolte af det.",
        "Vi er en førende aktør i branchen.",
        "Tusind tak til alle vores fantastiske medarbejdere!",
        "Like og del, hvis du er enig!",
    ),
    "en": (
        "We are proud to announce another record year.",
        "We will be carbon neutral by 2030.",
        "Our profit rose to $3.2 billion, and we are proud of it.",
        "We are a leading player in our industry.",
        "A huge thank you to all our amazing employees!",
        "Like and share if you agree!",
    ),
}
STRENGTHS = {
    "da": (
        "I tirsdags kl. 5.40 bar Lene Holm pumpen ud i regnen.",
        "Jeg tog fejl, fordi jeg ikke havde spurgt Bent.",
        "Hvordan gør I, når lejet sidder fast?",
        "«Den larmer stadig,» sagde Mona.",
    ),
    "en": (
        "On Tuesday at 5.40 Lena Holm carried the pump out into the rain.",
        "I was wrong, because I had not asked Bob.",
        "How do you get it out when the bearing has seized?",
        "“It's still loud,” said Mona.",
    ),
}
INVISIBLE = "\u200b\u200d\u00ad\u2060\ufeff\u200e\u034f\u2063"
Mutation = Callable[[str, str, random.Random], str]


def with_sentence(sentences: dict[str, tuple[str, ...]]) -> Mutation:
    """Return the mutation that puts one of some sentences between two lines of a post, or at one of its ends."""

    def put(text: str, language: str, chance: random.Random) -> str:
        lines = text.split("\n")
        place = chance.randrange(len(lines) + 1)
        return "\n".join([*lines[:place], chance.choice(sentences[language]), *lines[place:]])

    return put


def doubled(text: str, language: str, chance: random.Random) -> str:
    """Double some blanks."""
    return "".join(letter * 2 if letter == " " and chance.random() < 0.2 else letter for letter in text)


def unbroken(text: str, language: str, chance: random.Random) -> str:
    """Put no-break spaces in place of some blanks."""
    return "".join("\u00a0" if letter == " " and chance.random() < 0.2 else letter for letter in text)


def hidden(text: str, language: str, chance: random.Random) -> str:
    """Put a letter that nobody sees between two letters."""
    places = [index for index in range(1, len(text)) if text[index - 1].isalpha() and text[index].isalpha()]
    place = chance.choice(places) if places else 0
    return text[:place] + chance.choice(INVISIBLE) + text[place:]


def windows(text: str, language: str, chance: random.Random) -> str:
    """End lines as Windows does."""
    return text.replace("\n", "\r\n")


def decomposed(text: str, language: str, chance: random.Random) -> str:
    """Write letters and their marks apart."""
    return unicodedata.normalize("NFD", text)


# How a mutation may move a score: (by at least, by at most).
PROMISES: dict[str, tuple[Mutation, float, float]] = {
    "a finding added never raises it": (with_sentence(BRAGS), -100, 0),
    "a strength added never lowers it": (with_sentence(STRENGTHS), 0, 100),
    "doubled blanks": (doubled, 0, 0),
    "no-break spaces": (unbroken, 0, 0),
    "a letter that nobody sees": (hidden, 0, 0),
    "line ends of Windows": (windows, 0, 0),
    "letters and marks apart": (decomposed, 0, 0),
}


def found(sentences: dict[str, tuple[str, ...]], kind: str) -> Callable[[PostReport, str], bool]:
    """Return whether a report names a finding, or a strength, in the sentence that was put in: another reading may make it none."""

    def names(report: PostReport, text: str) -> bool:
        places = [(text.index(each), text.index(each) + len(each)) for several in sentences.values() for each in several if each in text]
        return any(start <= each.start < end for each in getattr(report, kind) if each.excerpt for start, end in places)

    return names


LISTED = {
    "a finding added never raises it": found(BRAGS, "findings"),
    "a strength added never lowers it": found(STRENGTHS, "strengths"),
}


def posts(paths: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the texts of labelled posts, with their languages."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("lang") in BRAGS and row["text"].strip():
                yield row["text"].replace("\r\n", "\n"), row["lang"]


def main() -> int:
    """Mutate, judge and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--mutations", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance, every = random.Random(given.seed), list(posts(given.paths))
    before: dict[int, int | None] = {}
    tried: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for number in range(given.mutations):
        name = list(PROMISES)[number % len(PROMISES)]
        mutate, least, most = PROMISES[name]
        index = chance.randrange(len(every))
        text, language = every[index]
        if index not in before:
            before[index] = lint(text, language=language).score
        changed = mutate(text, language, chance)
        report = lint(changed, language=language)
        old, new = before[index], report.score
        if old is None or new is None or name in LISTED and not LISTED[name](report, changed):
            continue
        tried[name] += 1
        if not least <= new - old <= most:
            broken[name] += 1
            print(f"{name}: {old} → {new}\n  {changed!r}")
    for name in PROMISES:
        print(f"{name:34} {tried[name]:6} tried  {broken[name]:4} broken")
    return bool(broken.total())


if __name__ == "__main__":
    sys.exit(main())
