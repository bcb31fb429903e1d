"""One rule or signal file: read, validated, every mistake with its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from advocacy_lint.checks import KINDS
from advocacy_lint.errors import RuleError
from advocacy_lint.files import contents, structure
from advocacy_lint.files.packs import NOT_RULES, is_rule_file
from advocacy_lint.languages import SUPPORTED
from advocacy_lint.model import Case, Example, Rule, Signal, Span, Texts
from advocacy_lint.rulebook import rewriting
from advocacy_lint.rulebook.format import (
    ALL_LEVELS,
    HEARD,
    OTHERWISE,
    PARTS,
    SPEAKERS,
    TIERS,
    WITHIN,
    RuleFormat,
    SectionFormat,
    SignalFormat,
    SignalSection,
)

Lines = Mapping[tuple[str | int, ...], int]
SIGNALS = "lists/signals/"
Whole = TypeVar("Whole", bound=Struct)
Section = TypeVar("Section", bound=Struct)
# Of a rule whose file says none, and to which none was fitted.
USUAL_WEIGHT = 1.0


class RuleFile(Struct, frozen=True):
    """A validated file: its id, its content as data, and where keys stand."""

    id: str
    path: str
    data: object
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
    from advocacy_lint.files import safe_yaml

    found = []
    for path in sorted(each for each in folder.rglob("*.[yY]*[mM][lL]") if is_rule_file(each.name) and not each.is_dir()):
        parts = path.relative_to(folder).with_suffix("").parts
        identity = "/".join(parts)
        if any(part.startswith(".") for part in parts) or parts[0] in NOT_RULES and not identity.startswith(SIGNALS):
            continue
        data, lines = safe_yaml.load_with_lines(read_text(path), str(path), error=RuleError)
        found.append(RuleFile(identity, str(path), data if data is not None else {}, lines))
    return found


def read_text(path: Path) -> str:
    """Return a rule file's text; RuleError where it cannot be read, or is none (a pipe would be waited for)."""
    if path.exists() and not path.is_file():
        raise RuleError("not a file", str(path))
    return contents.read_text(path, RuleError)


def read_signal(file: RuleFile, language: str) -> Signal:
    """Return a signal for one language; RuleError where the file is wrong."""
    parsed, sections = _parsed(file, SignalFormat, SignalSection)
    section = sections.get(language)
    return Signal(file.id.removeprefix(SIGNALS), section.phrases if section else (), file.path, parsed.about)


def read_rule(file: RuleFile, language: str, with_examples: bool = False) -> Rule | None:
    """Return the rule of a file for one language; None where the file has no section for it, or says why it has none.

    RuleError (file, line, nearest word) for an unknown key, a missing text, a wrong value.
    """
    parsed, sections = _parsed(file, RuleFormat, SectionFormat)
    _validate(parsed, sections, file)
    section = sections.get(language)
    if section is None or section.not_for:
        return None
    kind = parsed.check or ""
    match = {**parsed.match, **section.match}
    fail = _fail_in_match(file, language)
    params: Struct = structure.build(KINDS[kind].Params, match, fail)
    evidence = parsed.evidence
    if evidence is None:
        raise file.fail("“evidence” is missing", (), "evidence: {tier: practice, source: …}")
    cases = {**parsed.cases, **section.cases}
    return Rule(
        id=file.id,
        kind=kind,
        level=parsed.level,
        weight=USUAL_WEIGHT if parsed.weight is None else parsed.weight,
        evidence=evidence,
        language=language,
        texts=_texts(parsed, sections, file, language),
        params=params,
        applies_to=parsed.applies_to,
        shadows=parsed.shadows,
        part=parsed.part or "",
        heard=parsed.heard or "",
        replace=rewriting.replacements(section, _fail_in(file, language)),
        frame=rewriting.frames(section, _fail_in(file, language)),
        cut=rewriting.cuts(section, _fail_in(file, language)),
        no_rewrite=section.rewrite.none if section.rewrite else None,
        only_rewrites=section.rewrite is not None and section.rewrite.only,
        unsafe=parsed.unsafe if section.unsafe is None else section.unsafe,
        examples=_examples(section, file, language) if with_examples else (),
        path=file.path,
        line=file.line(language, "match") or file.line("match"),
        cases=cases,
    )


def _parsed(file: RuleFile, whole: type[Whole], section: type[Section]) -> tuple[Whole, dict[str, Section]]:
    """Return what a file says whatever the language, and its sections by the code of their language."""
    data = file.data if isinstance(file.data, Mapping) else {}
    known = [structure.key_of(each) for each in structure.fields(whole)]
    for key in data:
        if key not in known and key not in SUPPORTED:
            hint = structure.nearest(str(key), [*known, *SUPPORTED])
            if isinstance(data[key], Mapping) and len(str(key)) == 2:
                hint = f"as a language it needs a plugin that adds it; there are {', '.join(SUPPORTED)}"
            raise file.fail(f"unknown key “{structure.short(key)}”", (key,), hint)
    parsed: Whole = structure.build(whole, {key: data[key] for key in data if key in known} if data else file.data, file.fail)
    given = [code for code in SUPPORTED if data.get(code) is not None]
    return parsed, {code: structure.build(section, data[code], file.fail, (code,)) for code in given}


def _fail_in_match(file: RuleFile, language: str) -> structure.Fail:
    def fail(message: str, path: structure.Path, hint: str | None) -> RuleError:
        where = (language, "match", *path)
        return file.fail(message, where if where[:3] in file.lines or not path else ("match", *path), hint)

    return fail


def _fail_in(file: RuleFile, language: str) -> structure.Fail:
    return lambda message, path, hint: file.fail(message, (language, *path), hint)


def _validate(parsed: RuleFormat, sections: Mapping[str, SectionFormat], file: RuleFile) -> None:
    """Check what types cannot say."""
    _one_of(parsed.check or "", list(KINDS), "check", file)
    _one_of(parsed.level, list(ALL_LEVELS), "level", file)
    _one_of(parsed.applies_to, list(SPEAKERS), "applies_to", file)
    for key, value, allowed in (("part", parsed.part, PARTS), ("heard", parsed.heard, HEARD)):
        if value is not None:
            _one_of(value, list(allowed), key, file)
    if parsed.evidence is not None:
        _one_of(parsed.evidence.tier, list(TIERS), "evidence", file)
    if parsed.weight is not None and parsed.weight < 0:
        raise file.fail("a weight is not negative: the level says whether it costs or earns", ("weight",))
    if not sections:
        raise file.fail("there is no section for a language", (), f"write {' or '.join(f'{language}:' for language in SUPPORTED)}")
    for where, cases in ((("cases",), parsed.cases), *(((name, "cases"), each.cases) for name, each in sections.items())):
        for name, case in cases.items():
            _check_case(name, case, (*where, name), file)


def _check_case(name: str, case: Case, where: structure.Path, file: RuleFile) -> None:
    if file.id.startswith(("portfolio/", "programme/")):
        raise file.fail("only rules about a post have cases", where)
    if name == OTHERWISE:
        raise file.fail(f"“{OTHERWISE}” is what is said where no case holds", where, "give the case another name")
    if not (case.phrases or case.signals):
        raise file.fail(f"the case “{name}” looks for nothing", where, "phrases: […] or signals: […]")
    if case.at_least < 1:
        raise file.fail("at_least is one or more", (*where, "at_least"), "what is said where there is none goes under otherwise")
    if case.within not in WITHIN:
        raise file.fail(f"unknown within “{case.within}”", (*where, "within"), structure.nearest(case.within, list(WITHIN)))


def _one_of(value: str, allowed: list[str], key: str, file: RuleFile) -> None:
    if value not in allowed:
        hint = structure.nearest(value, allowed)
        raise file.fail(f"unknown {key} “{value}”" if value else f"“{key}” is missing", (key,), hint)


def _texts(parsed: RuleFormat, sections: Mapping[str, SectionFormat], file: RuleFile, language: str) -> dict[str, Texts]:
    texts = {}
    for locale, section in sections.items():
        if section.message is None and (section.not_for or locale != language):
            continue
        if not section.message:
            raise file.fail("“message” is missing", (locale,))
        if not section.why:
            raise file.fail("“why” is missing", (locale,))
        # A post in one language may be spoken of in another: the cases are those of the language, what is said those of the locale.
        named = [*parsed.cases, *section.cases, *sections[language].cases]
        named += getattr(KINDS[parsed.check or ""], "cases", ())  # those that a kind tells apart by itself
        texts[locale] = _by_case(section, named, file, locale)
    return texts


def _by_case(section: SectionFormat, cases: list[str], file: RuleFile, locale: str) -> Texts:
    """Return what a section says, and what it says instead in each of the cases that its texts name."""
    keyed = {key: value for key in ("message", "suggest", "ask") if isinstance(value := getattr(section, key), Mapping)}
    for key, value in keyed.items():
        for name in value:
            if name != OTHERWISE and name not in cases:
                raise file.fail(f"no case “{name}”", (locale, key, name), structure.nearest(name, [*cases, OTHERWISE]))
        if key == "message" and OTHERWISE not in value:
            raise file.fail(f"“{OTHERWISE}” is missing: what is said where no case holds", (locale, key))
    named = dict.fromkeys(name for value in keyed.values() for name in value if name != OTHERWISE)
    return replace(_said(section, OTHERWISE), cases={name: _said(section, name) for name in named})


def _said(section: SectionFormat, case: str) -> Texts:
    """Return what a section says in a case: what it says otherwise, where the case has no text of its own."""
    message, why, suggest, ask = section.message or "", section.why or "", section.suggest, section.ask
    if isinstance(message, Mapping):
        message = message.get(case) or message[OTHERWISE]
    if isinstance(suggest, Mapping):
        suggest = suggest.get(case) or suggest.get(OTHERWISE)
    if isinstance(ask, Mapping):
        ask = ask.get(case) or ask.get(OTHERWISE, ())
    return Texts(message, " ".join(why.split()), suggest, ask)


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
