"""`calibrate`: fit the weights to judged posts, and write a file that a person can review."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint import calibration, labels
from advocacy_lint.calibration import Fold, Model, Row
from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.model import Rule
from advocacy_lint.session import Session
from advocacy_lint.writing import write_atomically


def calibrate(
    files: Annotated[list[Path], typer.Argument(help="JSON Lines with {id, lang, text, verdict: good|middling|bad, group}.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The weights file to write; printed when not given.")] = None,
    own: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules.")] = None,
    shrinkage: Annotated[
        float, typer.Option(help="How strongly weights are held to the rules' own (0: not at all).")
    ] = calibration.SHRINKAGE,
) -> None:
    """Fit the weights to posts that people have judged, and report fit and held-out figures."""
    session = Session(Config(rules=tuple(str(folder) for folder in own or ())))
    rows: list[Row] = []
    for path in files:
        for flatten in (False, True):
            rows.extend(labels.rows(labels.judge(list(labels.read(path, flatten)), session), 0.5))
    if not any(row.good for row in rows) or all(row.good for row in rows):
        raise InputError("good and bad posts are both needed", str(files[0]))
    rules = {rule.id: rule for language in sorted({row.language for row in rows}) for rule in session.linter(language).rules}
    prior = {rule.id: rule.weight for rule in rules.values()}
    signs = {rule.id: 1 if rule.is_strength else -1 for rule in rules.values()}
    model = calibration.softened(calibration.fit(rows, prior, signs, {}, shrinkage), rows, signs)
    fitted = calibration.figures(rows, [calibration.predict(model, row, signs) for row in rows])
    outside = calibration.figures(rows, calibration.held_out(rows, prior, signs, {}, shrinkage))
    text = _document(model, rules, rows, files, fitted, outside)
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(str(output), text.encode("utf-8"))
        for name, figures in (("fit", fitted), ("held out", outside)):
            for fold in figures:
                typer.echo(f"{name:<9} {_line(fold)}")


def _line(fold: Fold) -> str:
    name = "all" if fold.language == "*" else fold.language
    figures = [
        f"{label} {value:.3f}" if label == "AUC" else f"{label} {value:.1%}"
        for label, value in (("AUC", fold.auc), ("good under 50", fold.good_under), ("bad under 50", fold.bad_under))
        if value is not None
    ]
    return f"{name}: {fold.posts} posts, {', '.join(figures)}"


def _document(
    model: Model, rules: dict[str, Rule], rows: Sequence[Row], files: Sequence[Path], fitted: Sequence[Fold], outside: Sequence[Fold]
) -> str:
    command = " ".join(["advocacy-lint", *(Path(argument).name if "/" in argument else argument for argument in sys.argv[1:])])
    lines = [
        "# Weights in log-odds: what a rule costs (a strength: earns) when it speaks in full. Zero: seen, and found to say nothing.",
        "# Made by the command below; a rule that is not listed keeps the weight of its own file.",
        f'command: "{command}"',
        f'fitted_on: "{len(rows)} rows: {", ".join(path.name for path in files)}, each post as it stands and with white space flattened"',
        "figures:",
        *(f'  - "{name}: {_line(fold)}"' for name, figures in (("fit", fitted), ("held out", outside)) for fold in figures),
        "bias:",
        *(f"  {language}: {value:.3f}" for language, value in sorted(model.bias.items())),
        "rules:",
    ]
    seen = {rule: sum(bool(row.features.get(rule)) for row in rows) for rule in model.weights}
    for rule in sorted(model.weights):
        if seen[rule]:
            lines.append(f"  {rule}: {model.weights[rule]:.3f}  # {rules[rule].level}, author {rules[rule].weight:g}, in {seen[rule]} rows")
    return "\n".join(lines) + "\n"
