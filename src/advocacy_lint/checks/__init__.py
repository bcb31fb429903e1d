"""Check kinds: few, each one module; `KINDS` is the table a newcomer greps."""

from __future__ import annotations

from advocacy_lint.checks.across import DuplicateCheck, MixCheck
from advocacy_lint.checks.base import Check
from advocacy_lint.checks.claim import ClaimCheck
from advocacy_lint.checks.field import FieldCheck
from advocacy_lint.checks.form import FormCheck
from advocacy_lint.checks.limit import LimitCheck
from advocacy_lint.checks.phrase import PhraseCheck
from advocacy_lint.checks.regex import RegexCheck
from advocacy_lint.checks.tokens import TokensCheck
from advocacy_lint.checks.whole import BalanceCheck, PresenceCheck

KINDS: dict[str, type[Check]] = {
    "phrase": PhraseCheck,
    "regex": RegexCheck,
    "tokens": TokensCheck,
    "presence": PresenceCheck,
    "balance": BalanceCheck,
    "limit": LimitCheck,
    "field": FieldCheck,
    "claim": ClaimCheck,
    "duplicate": DuplicateCheck,
    "mix": MixCheck,
    "form": FormCheck,
}
