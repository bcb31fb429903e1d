"""`evaluate`: hold the linter against judged posts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint.config import Config, allowed
from advocacy_lint.engine.score import counts_in_total, percent
from advocacy_lint.engine.session import Session
from advocacy_lint.files.atomic import write_atomically
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.sanitize import one_line
from advocacy_lint.runs import labelled_posts
from advocacy_lint.runs.evaluate import Errors, Evaluation, RuleFigures
from advocacy_lint.runs.evaluate import evaluate as run_evaluation
from advocacy_lint.runs.written_files import check_written


def evaluate(
    files: Annotated[list[Path], typer.Argument(help="JSON Lines with {id, lang, text, verdict: good|middling|bad, group}.")],
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="text or json.")] = "text",
    own: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules.")] = None,
    weights: Annotated[Path | None, typer.Option(help="A weights file to hold against the posts.")] = None,
    flatten: Annotated[bool, typer.Option("--flatten", help="With all white space folded: verdicts are about words.")] = False,
    write_precision: Annotated[Path | None, typer.Option(help="Also write each rule's precision, for `explain`, to this file.")] = None,
    by: Annotated[str, typer.Option("--by", help="Also count the errors by a field of the posts: kind, provenance, trade, your own.")] = "",
    cross_validate: Annotated[
        bool, typer.Option("--cross-validate", help="Learn the words from these posts only, without the group of the post that is judged.")
    ] = False,
    worst: Annotated[int, typer.Option(help="How many of the posts judged worst to show.")] = 10,
) -> None:
    """Hold the linter against posts that people have judged: AUC, confusion at 50, precision of each rule."""
    if write_precision:
        check_written([write_precision], [], [*files, *([weights] if weights else [])])
    allowed.load()
    session = Session(Config(rules=tuple(str(folder) for folder in own or ()), weights=str(weights) if weights else None))
    if cross_validate:
        figures = _held_out(files, flatten, session, worst, by)
    else:
        judgements = [each for path in files for each in labelled_posts.judge(list(labelled_posts.read(path, flatten)), session)]
        figures = run_evaluation([each.judged for each in judgements], _without(judgements, session), worst, by)
    if write_precision:
        write_atomically(str(write_precision), _precision(figures).encode("utf-8"))
    typer.echo(escaped(json.dumps(_as_json(figures), indent=1, ensure_ascii=False)) if output_format == "json" else _as_text(figures))


def _held_out(files: list[Path], flatten: bool, session: Session, worst: int, by: str) -> Evaluation:
    """Return the figures of posts that are each judged by words learned without their group."""
    from advocacy_lint.runs import calibration_joint as joint
    from advocacy_lint.runs.calibration_words import Recipe

    samples = joint.samples([(label, 1.0, False) for path in files for label in labelled_posts.read(path, flatten)], session)
    return run_evaluation(joint.judged_held_out(samples, session, Recipe()), None, worst, by)


def _without(judgements: list[labelled_posts.Judgement], session: Session) -> Callable[[str], list[float]]:
    def scores(rule_id: str) -> list[float]:
        found = []
        for each in judgements:
            bias = session.linter(each.language).settings.weights.bias_for(each.language)
            found.append(
                float(percent(bias + sum(part.effect for part in each.evidence if counts_in_total(part.rule) and part.rule.id != rule_id)))
            )
        return found

    return scores


def _as_json(figures: Evaluation) -> dict[str, object]:
    return {
        "counts": dict(figures.counts),
        "unjudged": figures.unjudged,
        "auc": {
            language: {"value": round(value, 4), "low": round(low, 4), "high": round(high, 4)}
            for language, (value, low, high) in figures.auc.items()
        },
        "neighbours": {language: dict(row) for language, row in figures.neighbours.items()},
        "dimensions": {language: dict(row) for language, row in figures.dimensions.items()},
        "errors": {language: _errors(row) for language, row in figures.errors.items()},
        "groups": {name: _errors(row) for name, row in figures.groups.items()},
        "confusion": {verdict: dict(row) for verdict, row in figures.confusion.items()},
        "mean_score": dict(figures.means),
        "rules": [
            {
                "rule": row.rule,
                "level": row.level,
                "hits": row.hits,
                "on_good": row.good,
                "on_middling": row.middling,
                "on_bad": row.bad,
                "precision": row.precision,
                "interval": row.interval,
                "auc_loss_without": row.auc_loss,
            }
            for row in figures.rules
        ],
        "worst": [
            {
                "id": each.label.post.id,
                "verdict": each.label.verdict,
                "language": each.report.language,
                "score": each.report.score,
                "findings": [finding.rule for finding in each.report.findings],
                "strengths": [strength.rule for strength in each.report.strengths],
            }
            for each in figures.worst
        ],
    }


def _precision(figures: Evaluation) -> str:
    """Return each rule's measured precision as JSON, a rule a line: counts only, nothing of any post."""
    rows = {
        row.rule: {
            "hits": row.hits,
            "good": row.good,
            "bad": row.bad,
            "precision": None if row.precision is None else round(row.precision, 3),
            "low": row.interval and round(row.interval[0], 3),
            "high": row.interval and round(row.interval[1], 3),
        }
        for row in figures.rules
    }
    body = ",\n".join(f"  {json.dumps(rule)}: {json.dumps(row)}" for rule, row in sorted(rows.items()))
    return f'{{"posts": {sum(figures.counts.values())}, "rules": {{\n{body}\n}}}}\n'


def _errors(row: Errors) -> dict[str, object]:
    return {"good": row.good, "good_under_50": row.good_under, "bad": row.bad, "bad_at_50_or_more": row.bad_over, "auc": row.auc}


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _errors_line(name: str, row: Errors) -> str:
    return (
        f"{one_line(name)[:28]:<28} good {row.good:>4}, under 50: {row.good_under:>3} {_share(row.good_under, row.good)}"
        f"   bad {row.bad:>4}, at 50 or more: {row.bad_over:>3} {_share(row.bad_over, row.bad)}   AUC {_shown(row.auc)}"
    )


def _share(part: int, whole: int) -> str:
    return f"({part / whole:>4.0%})" if whole else "   –  "


def _more(figures: Evaluation) -> list[str]:
    """Return the lines about neighbours, dimensions, and errors by language and group."""
    lines = []
    for language, row in figures.neighbours.items():
        name = "all" if language == "*" else language
        lines.append(f"AUC {name:<4} " + ", ".join(f"{pair} {_shown(value)}" for pair, value in row.items()))
        lines.append(
            f"AUC {name:<4} by dimension: " + ", ".join(f"{each} {_shown(value)}" for each, value in figures.dimensions[language].items())
        )
    lines += [_errors_line("all" if language == "*" else language, row) for language, row in figures.errors.items()]
    if figures.groups:
        lines += ["", *[_errors_line(name, row) for name, row in figures.groups.items()]]
    return lines


def _as_text(figures: Evaluation) -> str:
    lines = [f"{sum(figures.counts.values())} posts: " + ", ".join(f"{count} {verdict}" for verdict, count in figures.counts.items())]
    for language, (value, low, high) in figures.auc.items():
        lines.append(f"AUC {'all' if language == '*' else language:<4} {value:.3f}  ({low:.3f} to {high:.3f}, 95 % bootstrap)")
    lines += _more(figures)
    for verdict, row in figures.confusion.items():
        mean = f", mean score {figures.means[verdict]}" if verdict in figures.means else ""
        lines.append(f"{verdict:<9} {row['at least 50']:>4} at 50 or more, {row['under 50']:>4} under{mean}")
    lines.append(f"\n{'rule':<34} {'level':<8} hits good  mid  bad  precision (95 %)     AUC without")
    for each in sorted(figures.rules, key=lambda item: (item.level == "strength", -item.hits, item.rule)):
        lines.append(_rule_line(each))
    lines.append("\nJudged worst:")
    for judged in figures.worst:
        found = ", ".join(f"-{finding.rule} {finding.gain}" for finding in sorted(judged.report.findings, key=lambda item: -item.gain)[:6])
        good = ", ".join(f"+{strength.rule} {strength.credit}" for strength in judged.report.strengths[:6])
        lines.append(one_line(f"  {judged.label.post.id} {judged.report.language} {judged.label.verdict} {judged.score}: {found} | {good}"))
    return "\n".join(lines)


def _rule_line(row: RuleFigures) -> str:
    precision = (
        "" if row.precision is None or row.interval is None else f"{row.precision:.2f} ({row.interval[0]:.2f}-{row.interval[1]:.2f})"
    )
    loss = "" if row.auc_loss is None else f"{-row.auc_loss:+.4f}"
    return f"{row.rule:<34} {row.level:<8} {row.hits:>4} {row.good:>4} {row.middling:>4} {row.bad:>4}  {precision:<19}  {loss}"
