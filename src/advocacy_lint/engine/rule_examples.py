"""Hold rules against their own examples: ok, missed (a bad example not found, or elsewhere), noisy (a good one, or more than one)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from advocacy_lint.checks.phrase import rewritten
from advocacy_lint.checks.syntax import alone, expand
from advocacy_lint.checks.tokens import is_applied
from advocacy_lint.engine.linter import Linter
from advocacy_lint.engine.score import WORDING
from advocacy_lint.model import Example, Match, Post, Rule


class Outcome(Struct, frozen=True):
    """What became of one example: ``ok``, ``missed`` or ``noisy``, with what was found."""

    rule: str
    language: str
    example: Example
    result: str
    detail: str = ""
    path: str = ""


class Coverage(Struct, frozen=True):
    """How much of a rule its examples exercise."""

    rule: str
    language: str
    bad: int
    good: int
    phrases: int
    exercised: int
    unused: tuple[str, ...] = field(default=())


def run(linter: Linter, rules: Iterable[Rule]) -> Iterator[Outcome]:
    """Yield the outcome of every example of the rules, linted with all rules of the linter.

    Rules that need a pipeline are tried only where the linter has one.
    """
    for rule in rules:
        if rule.kind == "tokens" and not is_applied(rule, linter.settings.nlp):
            continue
        for example in rule.examples:
            yield _outcome(linter, rule, example)


def matches_of(linter: Linter, rule: Rule, example: Example) -> list[Match]:
    """Return the rule's matches in an example."""
    post = Post(rule.path, example.text, meta=example.meta, has_meta=bool(example.meta))
    scan = linter.scan(post)
    if rule.kind != WORDING:
        scan.reading = None  # a rule is held against its own example by itself, whatever the words around it say
    found = [match for match in linter.matches(scan) if match.rule.id == rule.id]
    if rule.kind == WORDING:  # its places only show what the post as a whole sounds like
        return [replace(match, places=()) for match in found if match.grade >= rule.params.at_least]
    return found


def _outcome(linter: Linter, rule: Rule, example: Example) -> Outcome:
    found = matches_of(linter, rule, example)
    words = [f"«{example.text[place.start : place.end]}»" for match in found for place in match.places]
    if not example.bad:
        detail = f"found {', '.join(words) or 'the whole post'}" if found else ""
        return Outcome(rule.id, rule.language, example, "noisy" if found else "ok", detail, rule.path)
    if not found:
        return Outcome(rule.id, rule.language, example, "missed", "found nothing", rule.path)
    places = [place for match in found for place in match.places]
    if example.span is None:
        if places:
            return Outcome(rule.id, rule.language, example, "missed", f"mark the span: found {', '.join(words)}", rule.path)
    elif not places or (places[0].start, places[0].end) != tuple(example.span):
        detail = f"found {', '.join(words) or 'the whole post'} instead of «{example.text[example.span.start : example.span.end]}»"
        return Outcome(rule.id, rule.language, example, "missed", detail, rule.path)
    return Outcome(rule.id, rule.language, example, "ok", path=rule.path)


def fires_again(linter: Linter, rule: Rule) -> Iterator[str]:
    """Yield the bad examples in which a replacement, once applied, makes the rule fire at the same place again."""
    for example in rule.examples:
        if not example.bad or example.span is None or not (rule.replace or rule.cut):
            continue
        post = Post(rule.path, example.text, meta=example.meta, has_meta=bool(example.meta))
        for finding in linter.lint(post).findings:
            if finding.rule != rule.id:
                continue
            for fix in finding.fixes:
                text = example.text[: fix.start] + fix.text + example.text[fix.end :]
                after = matches_of(linter, rule, Example(text, True, meta=example.meta))
                if any(place.start < fix.start + len(fix.text) and fix.start < place.end for match in after for place in match.places):
                    yield f"{fix.text} in «{text}»"


def bare(linter: Linter, rule: Rule) -> Iterator[str]:
    """Yield the bad examples in which the rule points at words and offers nothing for them, unless it says why."""
    if rule.is_strength or rule.no_rewrite or rule.only_rewrites:
        return
    for example in rule.examples:
        if example.bad and example.span is not None:
            post = Post(rule.path, example.text, meta=example.meta, has_meta=bool(example.meta))
            mine = [each for each in linter.lint(post).findings if each.rule == rule.id and each.excerpt]
            if mine and mine[0].rewrite is None:
                yield example.text


def loose(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the phrases of a rule that a short word alone is enough for, with that word: they find it wherever it stands."""
    for pattern in _phrases_of(rule):
        for word in alone(pattern)[:1]:
            yield pattern, word


def _phrases_of(rule: Rule) -> dict[str, None]:
    return dict.fromkeys((*getattr(rule.params, "phrases", ()), *rewritten(rule)))


def coverage(linter: Linter, rules: Sequence[Rule]) -> Iterator[Coverage]:
    """Yield how many of each rule's phrases its examples hit."""
    for rule in rules:
        patterns = _phrases_of(rule)
        hit = {
            place.pattern
            for example in rule.examples
            if example.bad
            for match in matches_of(linter, rule, example)
            for place in match.places
        }
        unused = tuple(pattern for pattern in patterns if pattern not in hit)
        yield Coverage(
            rule.id,
            rule.language,
            sum(example.bad for example in rule.examples),
            sum(not example.bad for example in rule.examples),
            len(patterns),
            len(patterns) - len(unused),
            unused,
        )


def forms_matched(linter: Linter, rule: Rule) -> dict[str, tuple[str, ...]]:
    """Return, for each phrase of a rule, what it is written out to (lemmas with all their forms)."""
    found = {}
    for pattern in _phrases_of(rule):
        shown = []
        for sequence in expand(pattern):
            shown.append(" ".join("/".join(linter.forms_of(symbol)) if symbol[0] == "{" else symbol for symbol in sequence))
        found[pattern] = tuple(shown)
    return found
