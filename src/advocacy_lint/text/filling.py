"""A rule's texts, with the words of a match in their slots."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from advocacy_lint.model import Rule


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Return a message with its slots filled; an unknown slot stays as it is written."""
    for name, value in slots.items():
        if "{" not in template:
            break
        template = template.replace("{" + name + "}", value)
    return template


class Slotted(Struct, frozen=True):
    """A text of a rule; most have one slot or none, and then its parts are at hand."""

    text: str
    before: str = ""
    slot: str | None = None  # None: there is none; empty: more than one
    after: str = ""

    def filled(self, slots: Mapping[str, str]) -> str:
        """Return the text with its slots filled, as `fill` does."""
        if self.slot is None:
            return self.text
        value = slots.get(self.slot)
        # Words with a brace may be taken for another slot: `fill` knows.
        return fill(self.text, slots) if value is None or "{" in value else f"{self.before}{value}{self.after}"


class Saying(Struct, frozen=True):
    """What a rule says in one locale, ready to be filled; `asks_back`: its questions have slots."""

    rule: str
    level: str
    dimension: str
    is_strength: bool
    message: Slotted
    why: str
    suggest: Slotted | None
    ask: tuple[str, ...]
    asks_back: bool


def saying(rule: Rule, locale: str, case: str = "") -> Saying:
    """Return what a rule says in a locale, else in the first that it has; in one of its cases, where that has a text of its own."""
    texts = rule.texts.get(locale) or next(iter(rule.texts.values()))
    texts = texts.cases.get(case, texts)
    return Saying(
        rule.id, rule.level, rule.dimension, rule.is_strength,
        slotted(texts.message), texts.why,
        slotted(texts.suggest) if texts.suggest else None, texts.ask, any("{" in each for each in texts.ask),
    )  # fmt: skip


def slotted(text: str) -> Slotted:
    """Return a text taken apart, where it has one slot."""
    before, opening, rest = text.partition("{")
    if not opening:
        return Slotted(text)
    slot, closing, after = rest.partition("}")
    return Slotted(text, before, slot, after) if closing and "{" not in rest else Slotted(text, slot="")
