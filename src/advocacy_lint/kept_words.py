"""What a report says, without the words of a draft: a rule's own text, and what stands in its slots, as places in the draft or figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from advocacy_lint.model import Texts

# Checked where it is read: a run counts by it.
Level = Literal["error", "warning", "info"]
# Places in a text, one after the other: start, end, start, end.
Places: TypeAlias = tuple[int, ...]
# What stands in a slot of a template: a figure, or where its words stand in the draft.
Slots: TypeAlias = tuple[str | Places, ...]
# What rules say: by rule, then by locale.
Sayings: TypeAlias = Mapping[str, Mapping[str, Texts]]


class Template(Struct, frozen=True):
    """A text of a rule, and its fixed parts between the slots."""

    text: str
    fixed: tuple[str, ...]


class Wording(Struct, frozen=True):
    """What a rule says in one locale, ready to be filled."""

    rule: str
    dimension: str
    message: Template
    why: str
    suggest: Template
    ask: tuple[Template, ...]


class Wordings(dict[tuple[str, str], Wording]):
    """What the rules of a language say, by rule and locale; LookupError for a rule that there is none of."""

    def __init__(self, sayings: Sayings) -> None:
        super().__init__()
        self._sayings = sayings

    def __missing__(self, key: tuple[str, str]) -> Wording:
        name, locale = key
        says = self._sayings[name]
        texts = says.get(locale) or next(iter(says.values()))
        ask = tuple(map(template, texts.ask))
        found = self[key] = Wording(name, name.partition("/")[0], template(texts.message), texts.why, template(texts.suggest or ""), ask)
        return found


class Draft(Struct, frozen=True):
    """Where a report's words stand: in the post itself before the rest of the file, which may hold many posts."""

    text: str
    start: int
    stop: int

    def find(self, words: str) -> int:
        """Return where words stand, -1 where they do not."""
        found = self.text.find(words, self.start, self.stop)
        return found if found >= 0 else self.text.find(words)


@lru_cache(maxsize=4096)
def template(text: str) -> Template:
    """Return a text taken apart at its slots (``{match}``)."""
    fixed: list[str] = []
    rest = text
    while True:
        before, opening, after = rest.partition("{")
        _, closing, rest = after.partition("}")
        fixed.append(before)
        if not opening or not closing:
            return Template(text, tuple(fixed))


def slots(asked: Template, said: str, source: Draft) -> Slots:
    """Return what stands in a template's slots, as numbers: places in the text, or figures. ValueError where it is neither."""
    if said == asked.text:
        return ()
    if not said.startswith(asked.fixed[0]):
        raise ValueError(asked.text)
    position = len(asked.fixed[0])
    values = []
    for number, following in enumerate(asked.fixed[1:], 2):
        last = number == len(asked.fixed)
        end = len(said) - len(following) if last else said.find(following, position)
        if end < position or not following and not last:
            raise ValueError(asked.text)
        values.append(_value(said[position:end], source))
        position = end + len(following)
    return tuple(values)


def _value(value: str, source: Draft) -> str | Places:
    """Return a slot's value without its letters: itself where it has none, else where its words stand in the text."""
    if not any(letter.isalpha() for letter in value):
        return value
    places: list[int] = []
    for part in (value,) if source.find(value) >= 0 else value.split(", "):
        start = source.find(part)
        places += (start, start + len(part)) if start >= 0 else _spaced(part, source.text)
    return tuple(places)


def _spaced(part: str, text: str) -> Places:
    """Return where words stand that are broken over lines in the text."""
    words = part.split()
    start = text.find(words[0]) if words else -1
    while start >= 0:
        end = start + len(part) + 40
        position = start
        for word in words:
            found = text.find(word, position, end)
            if found < 0 or text[position:found].strip():
                break
            position = found + len(word)
        else:
            return start, position
        start = text.find(words[0], start + 1)
    raise ValueError("not in the text")


def filled(asked: Template, values: Slots, text: str) -> str:
    """Return a template with its slots filled from the text. ValueError where it has another number of slots."""
    if not values:
        return asked.text
    fixed = asked.fixed
    if len(values) != len(fixed) - 1:
        raise ValueError(asked.text)
    if len(values) == 1 and len(values[0]) == 2 and not isinstance(values[0], str):  # nearly always
        start, end = values[0]
        return f"{fixed[0]}{' '.join(text[start:end].split())}{fixed[1]}"
    said = fixed[0]
    for number, value in enumerate(values, 1):
        if isinstance(value, str):
            said += value
        elif len(value) == 2:
            said += " ".join(text[value[0] : value[1]].split())
        else:
            said += ", ".join([" ".join(text[start:end].split()) for start, end in pairs(value)])
        said += fixed[number]
    return said


def pairs(places: Places) -> list[tuple[int, int]]:
    """Return places as starts and ends. ValueError for a start without an end."""
    return list(zip(places[::2], places[1::2], strict=True))


def words_at(text: str, start: int, end: int) -> str:
    """Return the words of a place, as they are quoted: on one line."""
    return " ".join(text[start:end].split())
