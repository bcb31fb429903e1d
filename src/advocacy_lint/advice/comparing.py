"""Two reports of a post held against each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from textwrap import wrap

from msgspec import Struct, field

from advocacy_lint.languages import messages
from advocacy_lint.model import DIMENSIONS, PostReport


class Comparison(Struct, frozen=True):
    """What changed between two versions; `gone`, `left` and `new` are rule ids."""

    old: int | None
    new: int | None
    dimensions: tuple[tuple[str, int | None, int | None], ...]
    gone: tuple[str, ...]
    left: tuple[str, ...]
    new_findings: tuple[str, ...]
    messages: Mapping[str, str] = field(default_factory=dict)  # of the new findings, by rule

    @property
    def worse(self) -> bool:
        """Say whether the new version scores less."""
        return self.old is not None and (self.new is None or self.new < self.old)

    def to_dict(self) -> dict[str, object]:
        """Return the comparison as JSON has it."""
        return {
            "score": {"old": self.old, "new": self.new},
            "dimensions": {name: {"old": old, "new": new} for name, old, new in self.dimensions},
            "gone": list(self.gone),
            "left": list(self.left),
            "new": list(self.new_findings),
            "worse": self.worse,
        }


def compare(old: PostReport, new: PostReport) -> Comparison:
    """Return what changed from one version of a post to another."""
    before = [finding.rule for finding in sorted(old.findings, key=lambda each: -each.gain)]
    after = [finding.rule for finding in sorted(new.findings, key=lambda each: -each.gain)]
    return Comparison(
        old.score,
        new.score,
        tuple((name, old.dimensions.get(name), new.dimensions.get(name)) for name in DIMENSIONS),
        _unlike(before, after),
        tuple(dict.fromkeys(rule for rule in after if rule in before)),
        _unlike(after, before),
        {finding.rule: finding.message for finding in new.findings if finding.rule not in before},
    )


def _unlike(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule for rule in first if rule not in second))


_COLUMNS = 80
_MARKS = re.compile(r"[\\`*_\[\]|#!~]")


def _words(locale: str) -> dict[str, str]:
    return {**messages("comparison", locale), **messages("dimensions", locale)}


def as_text(found: Comparison, locale: str) -> str:
    """Return a comparison for a terminal: the scores side by side, then the findings."""
    words = _words(locale)
    rows = [("score", found.old, found.new), *found.dimensions]
    lines = [f"{'':<12}{words['before']:>6}{words['after']:>7}"]
    lines += [f"{words[name]:<12}{_number(old):>6}{_number(new):>7}  {_change(old, new)}".rstrip() for name, old, new in rows]
    for name, rules in (("gone", found.gone), ("left", found.left), ("new", found.new_findings)):
        if rules:
            lines += wrap(f"{words[name]}: {', '.join(rules)}", _COLUMNS)
    for rule in found.new_findings:
        lines += [f"  {line}" for line in wrap(f"{rule}: {found.messages[rule]}", _COLUMNS - 2)]
    return "\n".join(lines)


def as_markdown(found: Comparison, locale: str) -> str:
    """Return a comparison as a Markdown table and lists."""
    words = _words(locale)
    lines = [f"| | {words['before']} | {words['after']} | |", "|---|---:|---:|---:|"]
    for name, old, new in (("score", found.old, found.new), *found.dimensions):
        lines.append(f"| {words[name]} | {_number(old)} | {_number(new)} | {_change(old, new)} |")
    for name, rules in (("gone", found.gone), ("left", found.left)):
        if rules:
            lines += ["", f"**{words[name]}**: {', '.join(f'`{rule}`' for rule in rules)}"]
    if found.new_findings:
        lines += ["", f"**{words['new']}**:", *(f"- `{rule}`: {_escaped(found.messages[rule])}" for rule in found.new_findings)]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """Return words of a draft as Markdown shows them: on one line, no mark or tag of theirs at work."""
    return _MARKS.sub(r"\\\g<0>", " ".join(text.split())).replace("<", "&lt;")


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _change(old: int | None, new: int | None) -> str:
    return "" if old is None or new is None or old == new else f"{new - old:+d}"
