"""Hold rules about programmes against their own examples: each is a piece of a programme file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advocacy_lint.engine.rule_examples import Outcome
from advocacy_lint.errors import LintError
from advocacy_lint.model import Example, Rule
from advocacy_lint.programme.audit import Auditor, Hit
from advocacy_lint.programme.form import parse


def outcomes(language: str, own: Sequence[str] = ()) -> Iterator[Outcome]:
    """Yield the outcome of every example of every rule about programmes."""
    auditor = Auditor(language, own, with_examples=True)
    for rule in auditor.book.rules:
        for example in rule.examples:
            yield _outcome(auditor, rule, example)


def _outcome(auditor: Auditor, rule: Rule, example: Example) -> Outcome:
    try:
        form = parse(example.text)
    except LintError as error:
        return Outcome(rule.id, rule.language, example, "missed", f"no piece of a programme file: {error.message}", rule.path)
    found = [hit for hit in auditor.hits(form) if hit.rule.id == rule.id]
    words = ", ".join(f"«{form.text[start:end]}»" for hit in found for start, end in hit.places) or "the whole form"
    if not example.bad:
        return Outcome(rule.id, rule.language, example, "noisy" if found else "ok", f"found {words}" if found else "", rule.path)
    if _is_as_marked(found, example):
        return Outcome(rule.id, rule.language, example, "ok", path=rule.path)
    return Outcome(rule.id, rule.language, example, "missed", f"found {words}" if found else "found nothing", rule.path)


def _is_as_marked(found: Sequence[Hit], example: Example) -> bool:
    if len(found) != 1:
        return False
    return (found[0].places[0] if found[0].places else None) == example.span
