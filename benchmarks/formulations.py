"""How many one-line formulations of each idea the rules find.

`python benchmarks/formulations.py FILE … [--ideas FILE] [--idea NAME] [--missed]`

`formulations5.jsonl`, beside this file, was written by one who had seen no rule.
A line of FILE is `{"idea", "lang", "text", "should_fire"}`.
Which rules count as having found an idea stands in `tests/judgement/ideas.json`. Each line is linted alone. Recall is of the lines
that should fire; a near miss (should_fire false) that fires is a false alarm.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from advocacy_lint import lint

IDEAS = Path(__file__).parent.parent / "tests" / "judgement" / "ideas.json"


def rules_of(text: str, language: str) -> list[str]:
    """Return the ids of the rules that fire on a text, strengths too."""
    report = lint(text, language=language)
    return sorted({finding.rule for finding in (*report.findings, *report.strengths)})


def main() -> None:
    """Print recall and false alarms per idea and language, and with `--missed` each line that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--ideas", type=Path, default=IDEAS)
    parser.add_argument("--idea", help="only ideas that contain this")
    parser.add_argument("--missed", action="store_true", help="print each missed formulation and each false alarm")
    options = parser.parse_args()
    ideas: dict[str, list[str]] = json.loads(options.ideas.read_text("utf-8"))
    asked: Counter[tuple[str, str, bool]] = Counter()
    fired: Counter[tuple[str, str, bool]] = Counter()
    for file in options.files:
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if options.idea and options.idea not in row["idea"]:
                continue
            rules = rules_of(row["text"], row["lang"])
            found = bool(set(rules) & set(ideas[row["idea"]]))
            asked[row["idea"], row["lang"], row["should_fire"]] += 1
            fired[row["idea"], row["lang"], row["should_fire"]] += found
            if options.missed and found != row["should_fire"]:
                print(
                    f"{'missed' if row['should_fire'] else 'FALSE '} {row['idea']} {row['lang']}: {row['text']!r} fired: {', '.join(rules)}"
                )
    for idea in dict.fromkeys(name for name, *_ in asked):
        cells = [f"{fired[idea, lang, kind]}/{asked[idea, lang, kind]}" for kind in (True, False) for lang in ("da", "en")]
        print(f"{idea:36} found da {cells[0]:6} en {cells[1]:6} false da {cells[2]:6} en {cells[3]}")
    for lang in ("da", "en"):
        for kind, word in ((True, "found"), (False, "false alarms")):
            of = sum(count for (_, each, which), count in asked.items() if each == lang and which is kind)
            got = sum(count for (_, each, which), count in fired.items() if each == lang and which is kind)
            print(f"{lang} {word}: {got}/{of} = {got / max(of, 1):.0%}")


if __name__ == "__main__":
    main()
