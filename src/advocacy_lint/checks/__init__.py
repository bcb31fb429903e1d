"""Check kinds: few, each one module; `KINDS` is the table a newcomer greps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from advocacy_lint import plugins

if TYPE_CHECKING:
    from advocacy_lint.checks.base import Check

# kind → the module and the class that know it
_KINDS = {
    "phrase": ("phrase", "PhraseCheck"),
    "regex": ("regex", "RegexCheck"),
    "tokens": ("tokens", "TokensCheck"),
    "presence": ("whole", "PresenceCheck"),
    "balance": ("whole", "BalanceCheck"),
    "wording": ("sounding", "WordingCheck"),
    "hashtag": ("hashtags", "HashtagCheck"),
    "limit": ("limit", "LimitCheck"),
    "field": ("field", "FieldCheck"),
    "deadline": ("deadline", "DeadlineCheck"),
    "disclosure": ("disclosure", "DisclosureCheck"),
    "avoided": ("avoided", "AvoidedCheck"),
    "claim": ("claim", "ClaimCheck"),
    "duplicate": ("across", "DuplicateCheck"),
    "mix": ("across", "MixCheck"),
    "lead": ("lead", "LeadCheck"),
    "worth": ("weakest", "WeakestCheck"),
    "form": ("form", "FormCheck"),
}


class _Kinds(Mapping[str, "type[Check]"]):
    """The kinds by name, plugins' too; a kind's module is imported when a rule of the kind is met."""

    def __getitem__(self, kind: str) -> type[Check]:
        if kind in _KINDS:
            module, name = _KINDS[kind]
            check: type[Check] = getattr(import_module(f"{__name__}.{module}"), name)
        else:
            check = plugins.imported(plugins.added("check kind")[kind])
        return check

    def __iter__(self) -> Iterator[str]:
        return iter((*_KINDS, *plugins.added("check kind")))

    def __len__(self) -> int:
        return len(_KINDS) + len(plugins.added("check kind"))


KINDS: Mapping[str, type[Check]] = _Kinds()
