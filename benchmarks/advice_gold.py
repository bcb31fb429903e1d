"""Hold the advice against an editor's work, in one table: python benchmarks/advice_gold.py gold.jsonl [--show].

Of each draft the editor gives its sentences (label 2 best, 1 context, 0 junk), the sentence to begin with, what stays, and the places to
mark with what should stand there. Where `gold.jsonl` is the project's own, its sentences were learned from too:
`worth_weights.py` prints cross-validated ones. `gold2.jsonl`, beside this file, are 40 more drafts of `written.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from advocacy_lint.advice.tighten import tighten
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.model import Post, PostReport

_WORD = re.compile(r"\w+")


def spans_of(draft: dict) -> list[tuple[int, int, dict]]:
    """Return where an editor's sentences stand in their draft."""
    found, at = [], 0
    for sentence in draft["sentences"]:
        said = sentence["text"].strip()
        start = max(draft["text"].find(said, at), at)
        at = start + len(said)
        found.append((start, at, sentence))
    return found


def shared(wanted: str, text: str) -> float:
    words = set(_WORD.findall(wanted.casefold()))
    return len(words & set(_WORD.findall(text.casefold()))) / max(1, len(words))


class Table:
    """Counts what agrees with the editor."""

    def __init__(self, show: bool) -> None:
        self.counts: Counter[str] = Counter()
        self.show = show

    def add(self, draft: dict, session: Session) -> None:
        def judge(text: str) -> tuple[PostReport, float]:
            post = Post("", text)
            return session.lint(post), session.logit(post)

        report = judge(draft["text"])[0]
        spans = spans_of(draft)
        self._lead(report, spans)
        self._cards(draft, report)
        self._kept(draft, spans, report, judge)

    def _lead(self, report: PostReport, spans: list) -> None:
        best = any(sentence["label"] == 2 for _, _, sentence in spans)
        self.counts["has a best sentence" if best else "has none"] += 1
        named = report.lead
        if named is None:
            self.counts["no lead where there is none"] += not best
            return
        over = max(spans, key=lambda each: min(each[1], named.end) - max(each[0], named.start))[2]
        self.counts["lead is a best sentence"] += best and over["label"] == 2

    def _cards(self, draft: dict, report: PostReport) -> None:
        for card in draft["cards"]:
            start = draft["text"].find(card["excerpt"], 0)
            end = start + len(card["excerpt"])
            self.counts["places the editor marks"] += 1
            if start < 0:
                continue
            met = [each for each in report.findings if each.excerpt and any(span.start < end and span.end > start for span in each.spans)]
            self.counts["places marked"] += bool(met)
            worded = [each for each in met if each.fixes or each.replace or getattr(each, "rewrite", None)]
            self.counts["places with words to put there"] += bool(worded)
            if self.show and not met:
                print(f"  not marked: {draft['id']} {card['idea']}: {card['excerpt'][:90]}")

    def _kept(self, draft: dict, spans: list, report: PostReport, judge) -> None:
        made = tighten(report, judge)
        offset = len(draft["text"]) - len(draft["text"].lstrip())
        for start, end, sentence in spans:
            after = " ".join(part.after for part in made.parts if part.start + offset < end and part.end + offset > start)
            kept = shared(sentence.get("trimmed") or sentence["text"], after) >= 0.5
            name = {2: "best", 1: "context", 0: "junk"}[sentence["label"]]
            self.counts[f"{name} sentences"] += 1
            self.counts[f"{name} sentences that stay"] += kept

    def lines(self) -> list[str]:
        rows = (
            ("lead is a best sentence", "has a best sentence", "≥ 80 %"), ("no lead where there is none", "has none", "≥ 70 %"),
            ("places marked", "places the editor marks", "≥ 65 %"), ("places with words to put there", "places the editor marks", "≥ 55 %"),
            ("best sentences that stay", "best sentences", "≥ 90 %"), ("context sentences that stay", "context sentences", ""),
            ("junk sentences that stay", "junk sentences", "≤ 30 %"),
        )  # fmt: skip
        return [self._line(*row) for row in rows]

    def _line(self, name: str, of: str, wanted: str) -> str:
        count, total = self.counts[name], self.counts[of]
        return f"{name:<34}{count:>5} of {total:<5}{count / max(1, total):>6.0%}   {wanted}".rstrip()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", action="store_true", help="name the places that nothing marks")
    asked = parser.parse_args()
    drafts = [json.loads(line) for line in asked.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    table = Table(asked.show)
    sessions = {language: Session(Config(), language=language) for language in {draft["lang"] for draft in drafts}}
    for draft in drafts:
        table.add(draft, sessions[draft["lang"]])
    print(f"{len(drafts)} drafts")
    print("\n".join(table.lines()))


if __name__ == "__main__":
    main()
