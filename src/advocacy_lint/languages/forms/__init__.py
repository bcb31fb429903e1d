"""Inflected forms: what a ``{lemma}`` in a phrase stands for, and the same slot of another word for replacements."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import json

from advocacy_lint.files.packs import builtin_folder

if TYPE_CHECKING:
    from pathlib import Path

# slot (inf, pres, past, sg, pl, neuter …) → its forms, the usual one first
Paradigm = Mapping[str, tuple[str, ...]]
FOLDER = "data/forms"
# Where two slots have the same form ("put", "kaste"), the first of these is meant.
SLOT_ORDER = (
    "inf", "pres", "past", "part", "ing", "pass", "pastpass", "imp",
    "sg", "def", "pl", "pldef", "sggen", "defgen", "plgen", "pldefgen",
    "common", "neuter", "plural", "comp", "sup", "supdef", "also",
)  # fmt: skip


class Forms:
    """The inflected forms of one language's lemmas."""

    def __init__(self, language: str, table: Mapping[str, Paradigm], *, guess: bool = False) -> None:
        self.language = language
        self._table = table
        self._guess = guess
        self._guessed: dict[str, Paradigm] = {}

    def forms(self, lemma: str) -> tuple[str, ...]:
        """Return all forms of a lemma, itself first; KeyError for one that is not in the table and may not be guessed."""
        paradigm = self.paradigm(lemma)
        return tuple(dict.fromkeys((lemma, *(form for slot in paradigm.values() for form in slot))))

    def paradigm(self, lemma: str) -> Paradigm:
        """Return the forms of a lemma by slot; KeyError as for `forms`."""
        found = self._table.get(lemma) or self._guessed.get(lemma)
        if found is None:
            if not self._guess:
                raise KeyError(lemma)
            found = self._guessed[lemma] = guess(self.language, lemma)
        return found

    def inflect(self, lemma: str, form: str, to: str) -> str:
        """Return `to` in the slot that `form` has of `lemma` ("eksekverede" → "udførte"); `to` itself where there is none."""
        folded = form.casefold()
        here, there = self.paradigm(lemma), self.paradigm(to)
        for slot in SLOT_ORDER:
            if folded in here.get(slot, ()) and there.get(slot):
                return there[slot][0]
        return to


def guess(language: str, lemma: str) -> Paradigm:
    """Return a lemma's forms by the regular paradigms, and the irregular verbs that are known; itself only in a plugin's language."""
    if language not in ("da", "en"):  # a plugin's, which writes the forms in its corrections
        return {"also": (lemma,)}
    if language == "da":
        from advocacy_lint.languages.forms import danish

        return danish.guess(lemma)
    from advocacy_lint.languages.forms import english

    return english.guess(lemma)


def load(language: str, extra_dirs: Iterable[str] = (), *, guess: bool = False) -> Forms:
    """Return the forms of a language: the built-in table, and over it the corrections in folders of own rules.

    Lemmas that only own rules use are inflected by the regular paradigms; with `guess`, any others too.
    """
    folders = tuple(extra_dirs)
    table = dict(_table(os.path.join(builtin_folder(), FOLDER, f"{language}.json")))
    for folder in folders:
        table.update(read_corrections(os.path.join(folder, FOLDER, f"corrections.{language}.yml")))
    return Forms(language, table, guess=guess or bool(folders))


def read_corrections(path: str | Path) -> dict[str, Paradigm]:
    """Return paradigms written by hand; empty where there is no such file."""
    if not os.path.isfile(path):
        return {}
    from advocacy_lint.errors import RuleError
    from advocacy_lint.files import safe_yaml
    from advocacy_lint.files.contents import read_text

    data = safe_yaml.load(read_text(path, RuleError), str(path), error=RuleError) or {}
    if not isinstance(data, Mapping) or not all(isinstance(each, Mapping) for each in data.values()):
        raise RuleError("corrections are written as lemma: {slot: form}", str(path))
    for lemma, paradigm in data.items():
        for slot in paradigm:
            if slot not in SLOT_ORDER:
                raise RuleError(f"unknown slot “{slot}” of “{lemma}”", str(path), hint=f"allowed: {', '.join(SLOT_ORDER)}")
    return {str(lemma): parse(paradigm) for lemma, paradigm in data.items()}


def parse(data: Mapping[str, object]) -> Paradigm:
    """Return a paradigm from data, where a slot with one form may be plain text."""
    return {slot: tuple(map(str, form)) if isinstance(form, list | tuple) else (str(form),) for slot, form in data.items()}


@lru_cache(maxsize=4)
def _table(path: str) -> dict[str, Paradigm]:
    try:
        with open(path, "rb") as file:
            data = json.decode(file.read())
    except FileNotFoundError:
        return {}
    return {lemma: parse(paradigm) for lemma, paradigm in data.items()}
