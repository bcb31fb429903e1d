"""Make the tables of inflected forms: which lemmas rules use, their forms from spaCy's lookup tables, and corrections by hand."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from advocacy_lint.checks.syntax import lemmas
from advocacy_lint.errors import RuleError
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.languages.forms import FOLDER, SLOT_ORDER, Paradigm, danish, english, guess, read_corrections
from advocacy_lint.rulebook.files import read_pack

# Keys whose braces are slots for the reader's words ({match}), not lemmas; and a regex's braces count.
_NOT_PHRASES = frozenset(("message", "why", "suggest", "ask", "examples", "about", "evidence", "patterns"))
# Keys that may say something by phrase; what they say has slots ({money}), and lemmas only in `replace`.
_BY_PHRASE, _NO_LEMMAS = frozenset(("replace", "frame", "cut")), frozenset(("frame", "cut", "rewrite"))
# A part of speech is believed when the lookups have one of these of its forms (apart from what all words have).
_REGULAR_SLOTS = frozenset(("inf", "pres", "past", "part", "ing", "pass", "imp", "sg", "sggen", "common"))
_TELLING = {"verb": ("past", "part", "ing"), "noun": ("pldef", "defgen"), "adjective": ("neuter", "comp", "supdef")}


def write(pack: Path) -> None:
    """Write ``data/forms/da.json`` and ``data/forms/en.json`` of a pack."""
    for language in SUPPORTED:
        path = pack / FOLDER / f"{language}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(build(pack, language)), encoding="utf-8", newline="\n")


def check(pack: Path) -> list[str]:
    """Return one line for each table that is not what `write` would make; empty when all are fresh."""
    stale = []
    for language in SUPPORTED:
        path = pack / FOLDER / f"{language}.json"
        if not path.is_file() or path.read_text(encoding="utf-8") != render(build(pack, language)):
            stale.append(f"{path} is stale: run advocacy-lint rules forms --write")
    return stale


def build(pack: Path, language: str) -> dict[str, Paradigm]:
    """Return the paradigms of all lemmas that a pack uses in a language, and of all that were corrected by hand."""
    corrections = read_corrections(pack / FOLDER / f"corrections.{language}.yml")
    missing = used_lemmas(pack, language) - set(corrections)
    known = _known_forms(language, missing) if missing else {}
    table = {lemma: paradigm(language, lemma, known.get(lemma, ())) for lemma in missing}
    return dict(sorted({**table, **corrections}.items()))


def render(table: Mapping[str, Paradigm]) -> str:
    """Return a table as JSON, one lemma a line."""
    lines = []
    for lemma, slots in table.items():
        flat = {slot: slots[slot][0] if len(slots[slot]) == 1 else list(slots[slot]) for slot in SLOT_ORDER if slots.get(slot)}
        lines.append(f"{json.dumps(lemma, ensure_ascii=False)}: {json.dumps(flat, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def used_lemmas(pack: Path, language: str) -> set[str]:
    """Return the lemmas that phrases and replacements of a pack ask the forms of."""
    found: set[str] = set()
    for file in read_pack(pack):
        if isinstance(file.data, Mapping):
            for part in (file.data.get(language), file.data.get("match"), file.data.get("cases")):
                found.update(lemma for text in _phrases(part) for lemma in lemmas(text))
    return found


def _phrases(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in _NOT_PHRASES:
                if key in _BY_PHRASE and isinstance(value, Mapping):
                    yield from map(str, value)
                if key not in _NO_LEMMAS:
                    yield from _phrases(value)
    elif isinstance(data, list | tuple):
        for item in data:
            yield from _phrases(item)


def paradigm(language: str, lemma: str, known: Iterable[str]) -> Paradigm:
    """Return the slots of a lemma, filled with the forms that the lookups know; by the regular paradigms where they know none."""
    forms = {form for form in known if form.isalpha()} | {lemma}
    if len(forms) == 1:
        return guess(language, lemma)
    module = danish if language == "da" else english
    slots: dict[str, tuple[str, ...]] = {}
    for name, telling in _TELLING.items():
        possible: dict[str, tuple[str, ...]] = getattr(module, name)(lemma)
        seen = {slot: kept for slot, each in possible.items() if (kept := tuple(form for form in each if form in forms))}
        if any(form != lemma for slot in telling for form in seen.get(slot, ())):
            # Genitives and the -s of verbs are left out of some entries; they are regular.
            slots.update({slot: seen.get(slot) or each[:1] for slot, each in possible.items() if slot in seen or _is_regular(slot, each)})
    if not slots:
        return {**guess(language, lemma), "also": tuple(sorted(forms - {lemma}))}
    rest = sorted(forms - {form for each in slots.values() for form in each} - {lemma})
    return {**slots, "also": tuple(rest)} if rest and language == "da" else slots


def _is_regular(slot: str, possible: tuple[str, ...]) -> bool:
    return len(possible) == 1 and slot in _REGULAR_SLOTS


def _known_forms(language: str, wanted: set[str]) -> dict[str, list[str]]:
    """Return the forms that spacy-lookups-data has of some lemmas."""
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise RuleError("spacy-lookups-data is not installed", hint="pip install 'advocacy-lint[dev]'")
    path = Path(spec.origin).parent / "data" / f"{language}_lemma_lookup.json.gz"
    with gzip.open(path) as stream:
        lookup: dict[str, str] = json.load(stream)
    found: dict[str, list[str]] = {}
    for form, lemma in lookup.items():
        if lemma in wanted:
            found.setdefault(lemma, []).append(form)
    return found
