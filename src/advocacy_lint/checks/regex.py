"""Kind `regex`: patterns for what is not words, in linear time (RE2), so that a rule pack cannot hang a run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any, ClassVar

from advocacy_lint.checks.base import Filters, Scan, Setup, SpanParams, encodable
from advocacy_lint.checks.phrase import disjoint
from advocacy_lint.errors import RuleError
from advocacy_lint.model import Match, Place, Rule
from advocacy_lint.text.spans import meets

_LINKS = frozenset(("url",))


class RegexParams(SpanParams, frozen=True):
    """RE2 patterns, case-insensitive; `contains`: one of these must occur first (cheap); `urls`: also look inside links."""

    patterns: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    urls: bool = False
    placeholders: bool = False  # also where brackets are left that somebody should have filled in
    case: bool = False


def compile_pattern(pattern: str, case: bool, rule: Rule) -> Any:
    """Return a compiled RE2 pattern, compiled when a text first needs it; RuleError with RE2's own reason."""
    import re2

    try:
        return _compiled(pattern, case)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        raise RuleError(f"regex “{pattern}”: {reason}", rule.path, rule.line, "RE2 syntax: no look-around, no back-references") from None


@lru_cache(maxsize=4096)
def _compiled(pattern: str | bytes, case: bool) -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = case
    options.log_errors = False
    options.never_capture = True  # nobody asks for groups, and each costs at every hit
    options.max_mem = 8 << 20
    return re2.compile(pattern, options)


class RegexCheck:
    """Search the original text; what is muted, or said by another, is dropped by place."""

    Params: ClassVar[type] = RegexParams
    stage: ClassVar[str] = "spans"

    def __init__(self, rules: Sequence[Rule], setup: Setup) -> None:
        self._rules = [(rule, setup.cues(rule.params.phrases, rule.params.signals, rule), Filters(rule, setup)) for rule in rules]
        # Rules with words or signals besides their patterns are looked at in every text.
        self._always = [number for number, (rule, cues, _) in enumerate(self._rules) if cues or rule.params.placeholders]

    def compile_all(self) -> None:
        """Compile every pattern now (they are compiled when first needed); RuleError for one that is wrong."""
        for rule, _, _ in self._rules:
            for pattern in rule.params.patterns:
                compile_pattern(pattern, rule.params.case, rule)

    def find(self, scan: Scan) -> Iterable[Match]:
        """Yield a match for every rule that has places."""
        text, analysis = scan.post.text, scan.analysis
        body = text[analysis.start : analysis.end]
        encoded = body.encode("utf-8", "replace")
        occurs = self._occurring(encoded)
        if occurs:
            body = encodable(body)
        for number in sorted({*occurs, *self._always}):
            rule, cues, filters = self._rules[number]
            found: list[Place] = list(scan.places(cues)) if cues else []
            if rule.params.placeholders:
                found += [Place(start, end, analysis.sentence_at(start)) for start, end in analysis.placeholders]
            if number in occurs and _any_occurs(rule.params, encoded):
                for pattern in rule.params.patterns:
                    for hit in compile_pattern(pattern, rule.params.case, rule).finditer(body):
                        start = hit.start() + analysis.start
                        end = start + len(hit.group().rstrip())  # a blank behind the last word is not what is spoken of
                        if start < end and self._allowed(rule, scan, start, end):
                            found.append(Place(start, end, analysis.sentence_at(start)))
            if found:
                found = filters.apply(disjoint(found), scan, scan.author)
            if found:
                yield Match(rule, tuple(found))

    def _occurring(self, body: bytes) -> Collection[int]:
        """Return the numbers of the rules whose patterns may occur: one look at a text tells, and most texts hold none."""
        if self._gate is None:
            return range(len(self._rules))
        return self._gate.Match(body) or ()

    @cached_property
    def _gate(self) -> Any:
        """All rules as one set: what a rule asks to be `contained`, which compiles in no time, else its patterns; None for too many."""
        import re2

        options = re2.Options()
        options.log_errors = False
        options.never_capture = True
        options.max_mem = 64 << 20
        gate = re2.Set.SearchSet(options)
        try:
            for rule, *_ in self._rules:
                gate.Add(_condition(rule.params) or "$^")
            gate.Compile()
        except re2.error:
            self.compile_all()  # says which pattern is wrong; together they may be too much
            return None
        return gate

    @staticmethod
    def _allowed(rule: Rule, scan: Scan, start: int, end: int) -> bool:
        if not rule.params.urls and meets(scan.post.muted, start, end):
            return False
        quoted = scan.analysis.in_quote(start)
        if rule.applies_to == "author" and quoted or rule.applies_to == "quote" and not quoted:
            return False
        if rule.params.urls:
            return True
        return not scan.analysis.cover(_LINKS).meets(start, end)


def _any_occurs(params: RegexParams, body: bytes) -> bool:
    """Say whether any of a rule's patterns may occur: asked of all of them at once, a twentieth of linting; most occur in no text."""
    together = _together(params.patterns, params.case)
    return together is None or together.search(body) is not None


@lru_cache(maxsize=1024)
def _together(patterns: tuple[str, ...], case: bool) -> Any:
    """Return patterns as one; None for a single one, and where they are too much together or one of them is wrong."""
    import re2

    try:
        return _compiled("|".join([f"(?:{pattern})" for pattern in patterns]).encode(), case) if len(patterns) > 1 else None
    except re2.error:
        return None


def _condition(params: RegexParams) -> str:
    """Return an expression that occurs where a rule's patterns may."""
    import re2

    if params.contains:
        # A line break before a word also stands for the beginning of the text.
        words = [("(?:^|\n)" if word[0] == "\n" else "") + re2.escape(word.lstrip("\n")) for word in params.contains if word]
        return f"(?i:{'|'.join(words)})"
    return "|".join(f"(?{'' if params.case else 'i'}:{pattern})" for pattern in params.patterns)
