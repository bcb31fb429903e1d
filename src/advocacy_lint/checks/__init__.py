"""Check kinds: few, each one module; `KINDS` is the table a newcomer greps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advocacy_lint.checks.base import Check

# kind → the module and the class that know it
_KINDS = {
    "phrase": ("phrase", "PhraseCheck"),
    "regex": ("regex", "RegexCheck"),
    "tokens": ("tokens", "TokensCheck"),
    "presence": ("whole", "PresenceCheck"),
    "balance": ("whole", "BalanceCheck"),
    "limit": ("limit", "LimitCheck"),
    "field": ("field", "FieldCheck"),
    "claim": ("claim", "ClaimCheck"),
    "duplicate": ("across", "DuplicateCheck"),
    "mix": ("across", "MixCheck"),
    "form": ("form", "FormCheck"),
}


class _Kinds(Mapping[str, "type[Check]"]):
    """The kinds by name; a kind's module is imported when a rule of the kind is met."""

    def __getitem__(self, kind: str) -> type[Check]:
        module, name = _KINDS[kind]
        check: type[Check] = getattr(import_module(f"{__name__}.{module}"), name)
        return check

    def __iter__(self) -> Iterator[str]:
        return iter(_KINDS)

    def __len__(self) -> int:
        return len(_KINDS)


KINDS: Mapping[str, type[Check]] = _Kinds()
