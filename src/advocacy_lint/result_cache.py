"""Reports of unchanged drafts, kept by content hash: hashes, rule ids, offsets and numbers. No word of a draft is written.

What a report says is put together again from the rules' texts and the draft itself. A report is kept only if that gives the very
same report; an entry that does not fit, or cannot be read or written, is left aside. One file an entry, each written whole or not at
all, so that runs may share a cache.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from time import strftime
from typing import Any

from msgspec import Struct, json

from advocacy_lint.model import Finding, Fix, Post, PostReport, Rule, Skipped, Span, Strength, Texts
from advocacy_lint.reading import read_up_to

# Raised when what is written changes its form.
FORM = 6
MAX_ENTRIES = 40_000
MAX_BYTES = 2_000_000
_FOLDER = "results"
_SUM = 8


class ResultCache:
    """Entries of one cache folder, for one set of rules, options and version (`stamp`)."""

    def __init__(self, folder: str, stamp: str) -> None:
        from hashlib import blake2b

        self._folder = os.path.join(folder, _FOLDER)
        self._hash = blake2b
        self._base = blake2b(f"{FORM}\n{stamp}".encode("utf-8", "surrogatepass"), digest_size=16)
        self.written = 0

    def key(self, data: bytes, kind: str) -> str:
        """Return the key of a file's bytes, read as a kind (its suffix); the day counts where something may expire."""
        hasher = self._base.copy()
        today = strftime("%Y-%m-%d") if b"advocacy-lint" in data else ""
        hasher.update(f"{kind}\n{today}\n".encode("utf-8", "surrogatepass"))
        hasher.update(data)
        return hasher.hexdigest()

    def get(self, key: str) -> list[Any] | None:
        """Return an entry's records, one a post; None where there is none that can be read."""
        try:
            written, _ = read_up_to(f"{self._folder}/{key[:2]}/{key[2:]}", MAX_BYTES)
            if written[:_SUM] != self._sum(written[_SUM:]):
                return None
            data = json.decode(written[_SUM:])
            return data["posts"] if data["key"] == key and isinstance(data["posts"], list) else None
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None

    def _sum(self, data: bytes) -> bytes:
        """Return the check sum that an entry begins with: a damaged one may still be JSON that fits, and say something else."""
        return self._hash(data, digest_size=_SUM).digest()

    def put(self, key: str, records: list[Any]) -> None:
        """Keep an entry; a folder that cannot be written is no error."""
        folder = f"{self._folder}/{key[:2]}"
        temporary = f"{folder}/.{key[2:]}.{os.getpid()}"
        try:
            data = json.encode({"key": key, "posts": records})
            if len(data) + _SUM >= MAX_BYTES:
                return
            os.makedirs(folder, mode=0o700, exist_ok=True)
            with open(temporary, "wb") as file:
                file.write(self._sum(data) + data)
            os.replace(temporary, f"{folder}/{key[2:]}")
            self.written += 1
        except BaseException as error:
            with suppress(OSError):  # a full disk, or an interrupted run
                os.unlink(temporary)
            if not isinstance(error, (OSError, TypeError, ValueError)):
                raise

    def prune(self, most: int = MAX_ENTRIES) -> None:
        """Remove the oldest entries over the limit; asked after runs that wrote many."""
        try:
            folders = [folder.path for folder in os.scandir(self._folder) if folder.is_dir(follow_symlinks=False)]
            paths = [f"{folder}/{name}" for folder in folders for name in os.listdir(folder)]
            if len(paths) <= most:
                return
            found = sorted((os.stat(path).st_mtime, path) for path in paths)
        except OSError:
            return
        for _, path in found[: len(found) - most]:
            try:
                os.unlink(path)
            except OSError:
                continue


class Draft(Struct, frozen=True):
    """Where a report's words stand: in the post itself before the rest of the file, which may hold many posts."""

    text: str
    start: int
    stop: int

    def find(self, words: str) -> int:
        """Return where words stand, -1 where they do not."""
        found = self.text.find(words, self.start, self.stop)
        return found if found >= 0 else self.text.find(words)


def record(post: Post, report: PostReport, rules: Mapping[str, Rule]) -> list[Any] | None:
    """Return what to keep of a report; None where it could not be put together again from that."""
    if post.suppressions:
        return None
    try:
        source = Draft(post.text, post.start, post.stop)
        findings = [_finding_record(each, rules, report.locale, source) for each in report.findings]
        strengths = [_strength_record(each, rules, report.locale, source) for each in report.strengths]
        kept = [
            [report.language, report.score, report.grade, dict(report.dimensions), report.words, report.locale, report.nlp],
            [[each.rule, each.reason] for each in report.skipped],
            findings,
            strengths,
        ]
        # What JSON gives back has lists for tuples; the same must come of it.
        return kept if restore(post, json.decode(json.encode(kept)), rules) == report else None
    except (LookupError, ValueError, TypeError):
        return None


def restore(post: Post, kept: list[Any], rules: Mapping[str, Rule]) -> PostReport:
    """Return the report of a post from what was kept. LookupError, ValueError or TypeError where that does not fit."""
    (language, score, grade, dimensions, words, locale, nlp), skipped, findings, strengths = kept
    text = post.text
    return PostReport(
        post.path, post.id, language, score, grade, dimensions,
        tuple(_finding(each, rules, locale, text) for each in findings),
        tuple(_strength(each, rules, locale, text) for each in strengths),
        tuple(Skipped(rule, reason) for rule, reason in skipped),
        words, locale, post.place, text, post.start, post.end, post.meta, nlp,
    )  # fmt: skip


def _texts(rule: Rule, locale: str) -> Texts:
    return rule.texts.get(locale) or next(iter(rule.texts.values()))


def _finding_record(each: Finding, rules: Mapping[str, Rule], locale: str, source: Draft) -> list[Any]:
    texts = _texts(rules[each.rule], locale)
    suggest = None if each.suggest is None else slots(texts.suggest or "", each.suggest, source)
    ask = [_question(texts.ask, question, source) for question in each.ask]
    spans = [number for span in each.spans for number in span]
    fixes = [[fix.start, fix.end, fix.text, fix.safe] for fix in each.fixes]
    position = [each.start, each.end, each.line, each.column, each.end_line, each.end_column]
    return [
        each.rule, each.level, position, each.place, each.gain, bool(each.excerpt), slots(texts.message, each.message, source),
        suggest, ask, spans, fixes, list(each.replace), each.cost,
    ]  # fmt: skip


def _finding(kept: list[Any], rules: Mapping[str, Rule], locale: str, text: str) -> Finding:
    name, level, position, place, gain, quoted, message, suggest, ask, spans, fixes, replace, cost = kept
    rule = rules[name]
    texts = _texts(rule, locale)
    start, end, line, column, end_line, end_column = position
    return Finding(
        name, level, rule.dimension, filled(texts.message, message, text), texts.why,
        " ".join(text[start:end].split()) if quoted else "", start, end, line, column, end_line, end_column, place, gain, tuple(replace),
        None if suggest is None else filled(texts.suggest or "", suggest, text),
        tuple(filled(texts.ask[index], values, text) for index, values in ask),
        _spans(spans), tuple(Fix(*fix) for fix in fixes), cost,
    )  # fmt: skip


def _strength_record(each: Strength, rules: Mapping[str, Rule], locale: str, source: Draft) -> list[Any]:
    message = slots(_texts(rules[each.rule], locale).message, each.message, source)
    spans = [number for span in each.spans for number in span]
    return [each.rule, [each.start, each.end, each.line, each.column], each.credit, bool(each.excerpt), message, spans]


def _strength(kept: list[Any], rules: Mapping[str, Rule], locale: str, text: str) -> Strength:
    name, position, credit, quoted, message, spans = kept
    rule = rules[name]
    start, end, line, column = position
    said = filled(_texts(rule, locale).message, message, text)
    excerpt = " ".join(text[start:end].split()) if quoted else ""
    return Strength(name, rule.dimension, said, excerpt, start, end, line, column, credit, _spans(spans))


def _spans(numbers: list[int]) -> tuple[Span, ...]:
    return tuple(map(Span, numbers[::2], numbers[1::2]))


def _question(templates: tuple[str, ...], question: str, source: Draft) -> list[Any]:
    for index, template in enumerate(templates):
        try:
            return [index, slots(template, question, source)]
        except ValueError:
            continue
    raise ValueError(question)


@lru_cache(maxsize=4096)
def _parts(template: str) -> tuple[list[str], list[str]]:
    """Return a template's fixed parts, and the names of the slots between them. Not to be changed: every report of a rule has them."""
    fixed: list[str] = []
    names: list[str] = []
    rest = template
    while True:
        before, opening, after = rest.partition("{")
        name, closing, rest = after.partition("}")
        fixed.append(before)
        if not opening or not closing:
            return fixed, names
        names.append(name)


def slots(template: str, said: str, source: Draft) -> list[Any]:
    """Return what stands in a template's slots, as numbers: places in the text, or figures. ValueError where it is neither."""
    if said == template:
        return []
    fixed, names = _parts(template)
    if not said.startswith(fixed[0]):
        raise ValueError(template)
    position = len(fixed[0])
    values = []
    for number in range(len(names)):
        following = fixed[number + 1]
        last = number == len(names) - 1
        end = len(said) - len(following) if last else said.find(following, position)
        if end < position or not following and not last:
            raise ValueError(template)
        values.append(_value(said[position:end], source))
        position = end + len(following)
    return values


def _value(value: str, source: Draft) -> Any:
    """Return a slot's value without its letters: itself where it has none, else where its words stand in the text."""
    if not any(letter.isalpha() for letter in value):
        return value
    places: list[list[int]] = []
    for part in (value,) if source.find(value) >= 0 else value.split(", "):
        start = source.find(part)
        if start < 0:
            start, end = _spaced(part, source.text)
        else:
            end = start + len(part)
        places.append([start, end])
    return places


def _spaced(part: str, text: str) -> tuple[int, int]:
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


def filled(template: str, values: list[Any], text: str) -> str:
    """Return a template with its slots filled from the text."""
    if not values:
        return template
    fixed, _ = _parts(template)
    said = [fixed[0]]
    for value, following in zip(values, fixed[1:], strict=True):
        said.append(value if isinstance(value, str) else ", ".join(" ".join(text[start:end].split()) for start, end in value))
        said.append(following)
    return "".join(said)
