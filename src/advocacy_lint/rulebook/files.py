"""One rule or signal file: read, validated, every mistake with its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from advocacy_lint import reading, structure
from advocacy_lint.checks import KINDS
from advocacy_lint.errors import RuleError
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.model import Example, Rule, Signal, Span, Texts
from advocacy_lint.rulebook.format import ALL_LEVELS, SPEAKERS, TIERS, RuleFormat, SectionFormat, SignalFormat

Lines = Mapping[tuple[str | int, ...], int]
SIGNALS = "signals"
# Folders beside the rules that hold other things than rules.
NOT_RULES = frozenset(("forms", "channels", "weights"))


class RuleFile(Struct, frozen=True):
    """A validated file: its id, its content as data, and where keys stand."""

    id: str
    path: str
    data: Mapping[str, Any]
    lines: Lines = field(default_factory=dict)

    def fail(self, message: str, path: structure.Path = (), hint: str | None = None) -> RuleError:
        """Return the error for a place in the file: the line of the key, or of the nearest key above it."""
        for end in range(len(path), -1, -1):
            line = self.lines.get(path[:end])
            if line:
                return RuleError(message, self.path, line, hint)
        return RuleError(message, self.path, 1, hint)

    def line(self, *path: str | int) -> int:
        """Return the line of a key (0 where it is not known)."""
        return self.lines.get(path, 0)


def read_pack(folder: Path) -> list[RuleFile]:
    """Return all rule and signal files of a folder, in the order of their ids; RuleError for one that is no YAML."""
    from advocacy_lint import safe_yaml

    found = []
    for path in sorted(each for each in folder.rglob("*.yml") if not each.is_dir()):
        parts = path.relative_to(folder).with_suffix("").parts
        if parts[0] in NOT_RULES or any(part.startswith(".") for part in parts):
            continue
        data, lines = safe_yaml.load_with_lines(read_text(path), str(path), error=RuleError)
        found.append(RuleFile("/".join(parts), str(path), data if data is not None else {}, lines))
    return found


def read_text(path: Path) -> str:
    """Return a rule file's text; RuleError where it cannot be read, or is none (a pipe would be waited for)."""
    if path.exists() and not path.is_file():
        raise RuleError("not a file", str(path))
    return reading.read_text(path, RuleError)


def read_signal(file: RuleFile, language: str) -> Signal:
    """Return a signal for one language; RuleError where the file is wrong."""
    parsed: SignalFormat = structure.build(SignalFormat, file.data, file.fail)
    section = getattr(parsed, language)
    if section is None:
        raise file.fail(f"the {language}: section is missing", (), "a signal has phrases in every language, or not_for: why")
    return Signal(file.id.partition("/")[2], section.phrases, file.path, parsed.about)


def read_rule(file: RuleFile, language: str, with_examples: bool = False) -> Rule | None:
    """Return the rule of a file for one language; None where the file says it is not for that language.

    RuleError (file, line, nearest word) for an unknown key, a missing text, a wrong value.
    """
    parsed: RuleFormat = structure.build(RuleFormat, file.data, file.fail)
    _validate(parsed, file)
    section: SectionFormat | None = getattr(parsed, language)
    if section is None:
        raise file.fail(f"the {language}: section is missing", (), f"write it, or say {language}: {{not_for: why}}")
    if section.not_for:
        return None
    kind = parsed.check or ""
    match = {**parsed.match, **section.match}
    fail = _fail_in_match(file, language)
    params = structure.build(KINDS[kind].Params, match, fail)
    evidence = parsed.evidence
    if evidence is None:
        raise file.fail("“evidence” is missing", (), "evidence: {tier: practice, source: …}")
    return Rule(
        id=file.id,
        kind=kind,
        level=parsed.level,
        weight=parsed.weight,
        evidence=evidence,
        language=language,
        texts=_texts(parsed, file, language),
        params=params,
        applies_to=parsed.applies_to,
        shadows=parsed.shadows,
        replace=_replacements(section, file, language),
        unsafe=parsed.unsafe if section.unsafe is None else section.unsafe,
        examples=_examples(section, file, language) if with_examples else (),
        path=file.path,
        line=file.line(language, "match") or file.line("match"),
    )


def _fail_in_match(file: RuleFile, language: str) -> structure.Fail:
    def fail(message: str, path: structure.Path, hint: str | None) -> RuleError:
        where = (language, "match", *path)
        return file.fail(message, where if where[:3] in file.lines or not path else ("match", *path), hint)

    return fail


def _validate(parsed: RuleFormat, file: RuleFile) -> None:
    """Check what types cannot say."""
    _one_of(parsed.check or "", list(KINDS), "check", file)
    _one_of(parsed.level, list(ALL_LEVELS), "level", file)
    _one_of(parsed.applies_to, list(SPEAKERS), "applies_to", file)
    if parsed.evidence is not None:
        _one_of(parsed.evidence.tier, list(TIERS), "evidence", file)
    if parsed.weight < 0:
        raise file.fail("a weight is not negative: the level says whether it costs or earns", ("weight",))


def _one_of(value: str, allowed: list[str], key: str, file: RuleFile) -> None:
    if value not in allowed:
        hint = structure.nearest(value, allowed)
        raise file.fail(f"unknown {key} “{value}”" if value else f"“{key}” is missing", (key,), hint)


def _texts(parsed: RuleFormat, file: RuleFile, language: str) -> dict[str, Texts]:
    texts = {}
    for locale in SUPPORTED:
        section: SectionFormat | None = getattr(parsed, locale)
        if section is None or (section.message is None and (section.not_for or locale != language)):
            continue
        if not section.message:
            raise file.fail("“message” is missing", (locale,))
        if not section.why:
            raise file.fail("“why” is missing", (locale,))
        texts[locale] = Texts(section.message, " ".join(section.why.split()), section.suggest, section.ask)
    return texts


def _replacements(section: SectionFormat, file: RuleFile, language: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for phrase, value in section.replace.items():
        values = value if isinstance(value, list | tuple) else [value]
        if not all(isinstance(each, str) for each in values):
            raise file.fail("a replacement is text, or a list of texts", (language, "replace", phrase))
        found[phrase] = tuple(values)
    return found


def _examples(section: SectionFormat, file: RuleFile, language: str) -> tuple[Example, ...]:
    found = []
    for bad, items in ((True, section.examples.bad), (False, section.examples.good)):
        for index, item in enumerate(items):
            where = (language, "examples", "bad" if bad else "good", index)
            if isinstance(item, Mapping):
                text, meta = str(item.get("text", "")), {str(key): str(value) for key, value in (item.get("meta") or {}).items()}
                unknown = set(item) - {"text", "meta"}
                if unknown:
                    raise file.fail(f"unknown key “{unknown.pop()}” in an example", where, "allowed: text, meta")
            else:
                text, meta = str(item), {}
            found.append(_marked(text, bad, meta, file, where))
    return tuple(found)


def _marked(text: str, bad: bool, meta: Mapping[str, str], file: RuleFile, where: structure.Path) -> Example:
    """Return an example with its ``<<marks>>`` taken out and remembered as a span."""
    span = None
    if "<<" in text:
        start = text.index("<<")
        end = text.find(">>", start) - 2
        if end < start or text.count("<<") != 1:
            raise file.fail("an example marks one span: <<so>>", where)
        if not bad:
            raise file.fail("a good example has no marked span", where)
        text = text[:start] + text[start + 2 : end + 2] + text[end + 4 :]
        span = Span(start, end)
    line = file.line(*where) or file.line(*where[:2])
    return Example(text, bad, span, meta, line)
