"""`calibrate`: learn from judged posts, a team's own or those that the program ships with; files that a person can review."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from advocacy_lint.config import Config, allowed
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import InputError
from advocacy_lint.files.atomic import write_atomically
from advocacy_lint.model import Rule
from advocacy_lint.runs import calibration, labelled_posts, shipping
from advocacy_lint.runs.calibration import Fold, Model, Row
from advocacy_lint.runs.written_files import check_written


def calibrate(
    files: Annotated[list[Path] | None, typer.Argument(help="JSON Lines with {id, lang, text, verdict: good|middling|bad, group}.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The weights file to write; printed when not given.")] = None,
    own: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules.")] = None,
    shrinkage: Annotated[
        float, typer.Option(help="How strongly weights are held to those that ship (0: not at all).")
    ] = calibration.SHRINKAGE,
    source: Annotated[
        list[str] | None,
        typer.Option("--from", help="FILE or FILE=WEIGHT: learn what ships anew from these; over 1: real, under 1: our own."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Say whether what ships still is what the posts gave (exit code 1 if not).")
    ] = False,
) -> None:
    """Fit the weights to posts that people have judged, and report fit and held-out figures."""
    if source or check:
        _ship(source or [], check)
        return
    if not files:
        raise InputError("no file of judged posts", hint="advocacy-lint calibrate labelled.jsonl -o weights.yml")
    if output is not None:
        check_written([output], [], files)
    allowed.load()
    session = Session(Config(rules=tuple(str(folder) for folder in own or ())))
    rows: list[Row] = []
    for path in files:
        for flatten in (False, True):
            rows.extend(labelled_posts.rows(labelled_posts.judge(list(labelled_posts.read(path, flatten)), session), 0.5))
    if not any(row.good for row in rows) or all(row.good for row in rows):
        raise InputError("good and bad posts are both needed", str(files[0]))
    text, figures = _adapted(calibration.balanced(rows), session, files, shrinkage)
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(str(output), text.encode("utf-8"))
        for line in figures:
            typer.echo(line)


def _ship(sources: Sequence[str], check: bool) -> None:
    """Learn what ships anew, or say whether it is fresh."""
    inputs = shipping.inputs(sources)
    if check:
        problems = shipping.problems(inputs)
        for problem in problems:
            typer.echo(problem, err=True)
        if problems:
            raise typer.Exit(1)
        return
    for line in shipping.write(inputs, command()):
        typer.echo(line)


def _adapted(rows: Sequence[Row], session: Session, files: Sequence[Path], shrinkage: float) -> tuple[str, list[str]]:
    """Return the weights file for a team's own posts, and how it fares on them."""
    languages = sorted({row.language for row in rows})
    rules = {rule.id: rule for language in languages for rule in session.linter(language).rules if rule.kind != "wording"}
    shipped = session.linter(languages[0]).settings.weights
    prior = {rule.id: shipped.weight_of(rule) for rule in rules.values()}
    signs = {rule.id: 1 if rule.is_strength else -1 for rule in rules.values()}
    before = calibration.figures(rows, [calibration.predict(Model(shipped.bias, prior), row, signs) for row in rows])
    model = calibration.fit(rows, prior, signs, shipped.bias, shrinkage)
    words = calibration.moved(model, rows, signs)
    fitted = calibration.figures(rows, [calibration.predict(model, row, signs, words.get(row.language, {})) for row in rows])
    outside = calibration.figures(rows, calibration.held_out(rows, prior, signs, shipped.bias, shrinkage))
    named = (("shipped", before), ("fit", fitted), ("held out", outside))
    figures = [f"{name:<9} {_line(fold)}" for name, folds in named for fold in folds]
    return _document(model, words, rules, prior, rows, files, figures), figures


def _line(fold: Fold) -> str:
    name = "all" if fold.language == "*" else fold.language
    figures = [
        f"{label} {value:.3f}" if label == "AUC" else f"{label} {value:.1%}"
        for label, value in (("AUC", fold.auc), ("good under 50", fold.good_under), ("bad under 50", fold.bad_under))
        if value is not None
    ]
    # Every post is there twice: as it stands, and with white space flattened.
    return f"{name}: {fold.rows // 2} posts, {', '.join(figures)}"


def command() -> str:
    """Return the command line that was given, without the folders of files."""
    return " ".join(["advocacy-lint", *(argument.rpartition("/")[2] for argument in sys.argv[1:])])


def _document(
    model: Model,
    words: dict[str, dict[str, float]],
    rules: dict[str, Rule],
    prior: dict[str, float],
    rows: Sequence[Row],
    files: Sequence[Path],
    figures: Sequence[str],
) -> str:
    lines = [
        "# Weights in log-odds: what a rule costs (a strength: earns) when it speaks in full. Zero: seen, and found to say nothing.",
        "# Made by the command below; words are what is added to the weights that ship.",
        f'command: "{command()}"',
        f'fitted_on: "{len(rows)} rows: {", ".join(path.name for path in files)}, each post as it stands and with white space flattened"',
        "figures:",
        *(f'  - "{line}"' for line in figures),
        "bias:",
        *(f"  {language}: {value:.3f}" for language, value in sorted(model.bias.items())),
        "rules:",
    ]
    seen = {rule: sum(bool(row.rules.get(rule)) for row in rows) for rule in model.weights}
    for rule in sorted(model.weights):
        lines.append(f"  {rule}: {model.weights[rule]:.3f}  # {rules[rule].level}, shipped {prior[rule]:.3f}, in {seen[rule]} rows")
    if any(words.values()):
        lines.append("words:")
        for language, moved in words.items():
            lines.append(f"  {language}:")
            lines.extend(f"    {_quoted(feature)}: {step}" for feature, step in moved.items())
    return "\n".join(lines) + "\n"


def _quoted(feature: str) -> str:
    return "'" + feature.replace("'", "''") + "'"
