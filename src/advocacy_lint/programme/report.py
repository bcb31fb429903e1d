"""From hits to a report: the score by points, findings with what to change by tomorrow, and where each idea comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advocacy_lint.checks.form import POINTS
from advocacy_lint.engine.score import grade, percent
from advocacy_lint.model import Finding, PostReport, Rule, Span, Strength, Texts
from advocacy_lint.programme.audit import Auditor, Hit, language_of
from advocacy_lint.programme.fields import first_line, texts
from advocacy_lint.programme.form import Form
from advocacy_lint.text import line_column, line_starts
from advocacy_lint.text.filling import fill

# A form with nothing against it and nothing for it is a fair start; each point starts a little higher. A programme has a score of
# rules that all can fail at once: scaled down, so that each thing mended is seen in the score.
BIAS, SCALE = 1.2, 0.3
POINT_BIAS, POINT_SCALE = 1.6, 1.0
_HEAD = frozenset(("name", "language"))  # what a programme is called says nothing of it
_RANK = {"error": 0, "warning": 1, "info": 2}


def report(form: Form, auditor: Auditor | None = None, locale: str | None = None) -> PostReport:
    """Return what the rules say of a programme, as a report whose dimensions are the programme's points."""
    language = language_of(form)
    auditor = auditor or Auditor(language)
    hits = auditor.hits(form)
    spoken = locale or language
    effects = [(hit, _effect(hit.rule)) for hit in hits]
    logit = BIAS + sum(effect for _, effect in effects)
    total = percent(logit)
    # A form in which nothing stands yet has no score: it boasts of nothing, and hides nothing.
    is_filled = any(each.name not in _HEAD for each in texts(form))
    starts = line_starts(form.text)
    gained = [
        (hit, abs(percent(logit - effect) - total) if is_filled else 0) for hit, effect in sorted(effects, key=lambda pair: -abs(pair[1]))
    ]
    findings = [_finding(hit, spoken, form, starts, gain) for hit, gain in gained if not hit.rule.is_strength]
    findings.sort(key=lambda each: _RANK[each.level])  # within a level the dearest first
    return PostReport(
        path=form.path,
        id=None,
        language=language,
        score=total if is_filled else None,
        grade=grade(total) if is_filled else None,
        dimensions=points(effects) if is_filled else {},
        findings=tuple(findings),
        strengths=tuple(_strength(hit, spoken, form, starts, gain) for hit, gain in gained if hit.rule.is_strength),
        skipped=(),
        words=len(form.text.split()),
        locale=spoken,
        text=form.text,
    )


def _effect(rule: Rule) -> float:
    return SCALE * (rule.weight if rule.is_strength else -rule.weight)


def points(effects: Sequence[tuple[Hit, float]]) -> dict[str, int]:
    """Return the score of each point (0-100)."""
    sums = dict.fromkeys(POINTS, POINT_BIAS)
    for hit, effect in effects:
        point = hit.rule.params.point
        if point in sums:
            sums[point] += effect / SCALE * POINT_SCALE
    return {point: percent(value) for point, value in sums.items()}


def _said_of(rule: Rule, locale: str) -> Texts:
    return rule.texts.get(locale) or next(iter(rule.texts.values()))


def _finding(hit: Hit, locale: str, form: Form, starts: list[int], gain: int) -> Finding:
    said = _said_of(hit.rule, locale)
    span = hit.places[0] if hit.places else _nearest(hit.name, form, starts)
    line, column = line_column(starts, span.start)
    end_line, end_column = line_column(starts, span.end)
    return Finding(
        rule=hit.rule.id,
        level=hit.rule.level,
        dimension=hit.rule.params.point,
        message=fill(said.message, hit.slots),
        why=said.why,
        excerpt=" ".join(form.text[span.start : span.end].split()) if hit.places else "",
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        place=hit.name,
        gain=gain,
        suggest=fill(said.suggest, hit.slots) if said.suggest else None,
        ask=said.ask,
        spans=hit.places or (span,),
    )


def _nearest(name: str, form: Form, starts: list[int]) -> Span:
    """Return the line of a field that says nothing, or of the part of the form it belongs to; the first line where there is neither."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        line = form.lines.get(tuple(parts[:end]))
        if line:
            return first_line(form.text, starts[line - 1])
    return first_line(form.text, 0)


def _strength(hit: Hit, locale: str, form: Form, starts: list[int], credit: int) -> Strength:
    span = hit.places[0] if hit.places else Span(0, 0)
    line, column = line_column(starts, span.start)
    return Strength(
        rule=hit.rule.id,
        dimension=hit.rule.params.point,
        message=fill(_said_of(hit.rule, locale).message, hit.slots),
        excerpt=" ".join(form.text[span.start : span.end].split()),
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        credit=credit,
        spans=hit.places,
    )


def sources(auditor: Auditor) -> Mapping[str, str]:
    """Return where the idea of each rule comes from, by rule id."""
    return {rule.id: rule.evidence.source for rule in auditor.book.rules}


def entry(found: PostReport, auditor: Auditor) -> dict[str, object]:
    """Return a report as one entry of ``programmes`` in the JSON contract, each finding with its source."""
    named = sources(auditor)
    result = found.to_dict()
    result["findings"] = [{**finding, "source": named.get(finding["rule"], "")} for finding in result["findings"]]
    return result
