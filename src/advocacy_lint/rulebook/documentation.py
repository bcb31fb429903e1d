"""What a rule says of itself: for `explain` and for rules/README.md."""

from __future__ import annotations

from collections.abc import Mapping

from advocacy_lint import rulebook
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.model import DIMENSIONS, Rule

_INTRO = """\
# The built-in rules

Written by `advocacy-lint rules docs` from the rule files; `advocacy-lint explain ID` says the same, and more, of one rule.
Levels: error, warning, info; a strength is good news. [docs/rules.md](../docs/rules.md) describes the kinds.

| folder | what it holds |
|---|---|
| `tone/`, `brag/`, `voice/`, `audience/`, `purpose/`, `craft/` | rules about one post; the folder is the dimension of the score |
| `portfolio/`, `programme/` | rules about posts together, and about the file that says for whom and why |
| `lists/signals/` | phrases that rules share by name |
| `lists/channels/` | where posts are cut off before “see more”, by channel |
| `data/forms/` | inflected forms: tables made by `rules forms --write`, with corrections by hand beside them |
| `data/weights/`, `data/wording/` | what `calibrate` learned from judged posts |

A rule lies in the folder of its dimension and nowhere else; what is no rule lies under `lists/` (written by hand) or `data/` (made by a
command).
"""


def all_rules() -> dict[str, dict[str, Rule]]:
    """Return every rule for posts, with examples: id → language → rule."""
    found: dict[str, dict[str, Rule]] = {}
    for language in SUPPORTED:
        for group in ((), ("portfolio",), ("programme",)):
            for rule in rulebook.load(language, with_examples=True, groups=group).rules:
                found.setdefault(rule.id, {})[language] = rule
    return found


def document() -> str:
    """Return rules/README.md."""
    rules = all_rules()
    lines = [_INTRO]
    for group in (*DIMENSIONS, "portfolio", "programme"):
        mine = {rule_id: by_language for rule_id, by_language in sorted(rules.items()) if rule_id.startswith(group + "/")}
        if not mine:
            continue
        lines += [f"## {group}", "", "| rule | level | kind | da | en | evidence |", "|---|---|---|---|---|---|"]
        for rule_id, by_language in mine.items():
            rule = next(iter(by_language.values()))
            cells = [_cell(by_language, language) for language in SUPPORTED]
            evidence = f"{rule.evidence.tier}: {_escape(rule.evidence.source)}"
            lines.append(
                f"| [{rule_id.partition('/')[2]}]({rule_id}.yml) | {rule.level} | {rule.kind} | {cells[0]} | {cells[1]} | {evidence} |"
            )
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _cell(by_language: Mapping[str, Rule], language: str) -> str:
    rule = by_language.get(language)
    if rule is None:
        return "–"
    return _escape(rule.texts[language].message)


def _escape(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
