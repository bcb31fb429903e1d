"""`explain`: what a rule is about, why, what it rests on, and how precise it was measured to be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint import plugins, rulebook
from advocacy_lint.cli.parameters import completing
from advocacy_lint.config import allowed
from advocacy_lint.errors import RuleError
from advocacy_lint.files import structure
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.model import Rule
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.sanitize import lines
from advocacy_lint.runs.options import rule_ids


def explain(
    rule_id: Annotated[str, typer.Argument(autocompletion=completing(rule_ids), help="The id of a rule, such as brag/award.")],
    own: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules.")] = None,
    locale: Annotated[str | None, typer.Option(autocompletion=completing(SUPPORTED), help="da or en; both when not given.")] = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Say what a rule is about, why, what it rests on, and how precise it was measured to be."""
    allowed.load()
    folders = [*plugins.pack_folders(), *(str(folder) for folder in own or ())]
    found: dict[str, Rule] = {}
    known: set[str] = set()
    for language in SUPPORTED:
        for group in ((), ("portfolio",), ("programme",)):
            book = rulebook.load(language, folders, with_examples=True, groups=group)
            known.update(rule.id for rule in book.rules)
            rule = next((each for each in book.rules if each.id == rule_id), None)
            if rule is not None:
                found[language] = rule
    if not found:
        raise RuleError(f"no rule “{rule_id}”", hint=structure.nearest(rule_id, sorted(known)))
    rule = next(iter(found.values()))
    measured = _measured(rule_id)
    if output_format == "json":
        typer.echo(escaped(json.dumps(_as_json(rule, measured), indent=1, ensure_ascii=False)))
        return
    for line in _lines(rule, found, measured, locale):
        typer.echo(lines(line))


def _lines(rule: Rule, found: dict[str, Rule], measured: dict[str, object] | None, locale: str | None) -> list[str]:
    evidence = rule.evidence
    lines = [f"{rule.id} · {rule.level} · {rule.kind}", ""]
    for name, texts in rule.texts.items():
        if locale not in (None, name):
            continue
        lines += [f"{texts.message}", f"  {texts.why}"]
        if texts.suggest:
            lines.append(f"  → {texts.suggest}")
        lines += [f"  ? {question}" for question in texts.ask]
        lines += [f"  {case}: {each.message}" for case, each in texts.cases.items()]
        own = found.get(name)
        for example in own.examples if own else ():
            marked = example.text
            if example.span:
                start, end = example.span
                marked = f"{marked[:start]}<<{marked[start:end]}>>{marked[end:]}"
            lines.append(f"  {'✗' if example.bad else '✓'} {marked}")
        lines.append("")
    dates = [
        f"reviewed {evidence.reviewed}" if evidence.reviewed else "",
        f"in force from {evidence.effective_from}" if evidence.effective_from else "",
    ]
    lines.append(f"Rests on ({evidence.tier}): {', '.join([evidence.source, *(date for date in dates if date)])}")
    if evidence.note or evidence.tier == "law":
        lines.append(evidence.note or "This is not legal advice.")
    if measured:
        hits = f"{measured['hits']} hits, {measured['good']} on good posts, {measured['bad']} on bad ones"
        precise = f"; precision {measured['precision']:.2f} ({measured['low']:.2f}-{measured['high']:.2f})" if measured["precision"] else ""
        lines.append(f"Measured on {measured['posts']} real posts: {hits}{precise}.")
    else:
        lines.append("Measured on real posts: no hits yet.")
    return lines


def _measured(rule_id: str) -> dict[str, object] | None:
    """Return the figures that `evaluate --write-precision` left in the pack for a rule."""
    path = rulebook.builtin_pack() / "data" / "weights" / "precision.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    row: dict[str, object] | None = data["rules"].get(rule_id)
    return {**row, "posts": data["posts"]} if row else None


def _offers(rule: Rule) -> str:
    """Return what a rule puts in a place: literal words (safe or not), a cut, a frame, or none."""
    if rule.replace or rule.cut:
        return "unsafe" if rule.unsafe else "safe"
    return "frame" if rule.frame else "none"


def _as_json(rule: Rule, measured: dict[str, object] | None) -> dict[str, object]:
    return {
        "id": rule.id,
        "level": rule.level,
        "kind": rule.kind,
        "dimension": rule.dimension,
        "texts": {
            name: {
                "message": texts.message,
                "why": texts.why,
                "suggest": texts.suggest,
                "ask": list(texts.ask),
                "cases": {case: each.message for case, each in texts.cases.items()},
            }
            for name, texts in rule.texts.items()
        },
        "evidence": {"tier": rule.evidence.tier, "source": rule.evidence.source, "reviewed": rule.evidence.reviewed},
        "fix": _offers(rule),
        "measured": measured,
    }
