"""Every key of a rule file changes something: what a lint says of a post. A new key without an entry here fails."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct, field

from advocacy_lint import checks, rulebook
from advocacy_lint.checks.base import SpanParams
from advocacy_lint.engine.linter import Linter, Settings
from advocacy_lint.files.structure import fields, key_of
from advocacy_lint.languages import forms
from advocacy_lint.model import Case, Post
from advocacy_lint.rulebook.format import RuleFormat, SectionFormat

TEXT = "We frobnicated the old boiler in the cellar today. It was cold there, and Jo said it would hold until spring, at least.\n"
QUOTE = "Jo came down to the cellar in March, looked at all of the pipes there, and told us: “We frobnicated the old boiler.”\n"
FROB = {"phrases": ["frobnicated"]}
NEEDLESS = {"phrases": ["needless to say"]}
Data = Mapping[str, Any]


class Try(Struct, frozen=True):
    """A rule's keys, without and with the key that is tried, and the post they are held against."""

    without: Data
    with_: Data
    text: str = TEXT
    meta: Mapping[str, str] = field(default_factory=dict)
    config: Settings = field(default_factory=Settings)


def rule(**keys: Any) -> Data:
    return {"check": "phrase", "match": FROB, **keys}


def section(**keys: Any) -> Data:
    return {"check": "phrase", "en": {"message": "“{match}”.", "why": "We have seen it.", "match": FROB, **keys}}


def kind(check: str, without: Data, with_: Data, text: str = TEXT, **more: Any) -> Try:
    return Try({"check": check, "match": without}, {"check": check, "match": with_}, text, **more)


def span(without: Data, with_: Data, text: str = TEXT) -> Try:
    return kind("phrase", {**FROB, **without}, {**FROB, **with_}, text)


CASES = {"cold": {"phrases": ["cold"]}}
BY_CASE = {"cold": "Cold.", "otherwise": "Warm."}
SAYS = {"message": BY_CASE, "why": "x"}


def case(**keys: Any) -> Try:
    """Try a key of a case that does not hold with it, or holds only with it."""
    without = {"phrases": ["cold"], **({"phrases": ["warm"]} if {"phrases", "signals"} & keys.keys() else {})}
    return Try(rule(cases={"cold": without}, en=SAYS), rule(cases={"cold": {**without, **keys}}, en=SAYS))


RULES: dict[str, Try] = {
    "check": Try(rule(), rule(check="claim", match={**FROB, "qualifiers": {"phrases": ["boiler"]}})),
    "level": Try(rule(), rule(level="error")),
    "weight": Try(rule(), rule(weight=4)),
    "evidence": Try(rule(), rule(evidence={"tier": "law", "source": "an act"})),
    "applies_to": Try(rule(), rule(applies_to="quote"), QUOTE),
    "shadows": Try(rule(), rule(shadows=["tone/other"])),
    "part": Try(rule(), rule(part="how")),
    "heard": Try(rule(), rule(heard="doubt")),
    "match": Try(rule(), rule(match={"phrases": ["cold"]})),
    "cases": Try(rule(cases={"cold": {"phrases": ["x"]}}, en=SAYS), rule(cases=CASES, en=SAYS)),
    "unsafe": Try(rule(en={"replace": {"frobnicated": "mended"}}), rule(unsafe=True, en={"replace": {"frobnicated": "mended"}})),
}
SECTIONS: dict[str, Try] = {
    "message": Try(section(), section(message="No.")),
    "why": Try(section(), section(why="Because.")),
    "suggest": Try(section(), section(suggest="Say what you did.")),
    "ask": Try(section(), section(ask=["Which one?"])),
    "match": Try(section(), section(match={"phrases": ["cold"]})),
    "cases": Try(section(message=BY_CASE, cases={"cold": {"phrases": ["x"]}}), section(message=BY_CASE, cases=CASES)),
    "replace": Try(section(), section(replace={"frobnicated": "mended"})),
    "frame": Try(section(), section(frame={"frobnicated": "[did what?]"})),
    "cut": Try(section(match=NEEDLESS), section(match=NEEDLESS, cut="words"), "Needless to say, the boiler was cold on Monday.\n"),
    "rewrite": Try(section(), section(rewrite={"only": True})),
    "unsafe": Try(section(replace={"frobnicated": "mended"}), section(replace={"frobnicated": "mended"}, unsafe=True)),
    "not_for": Try(section(), section(not_for="Nobody says it.")),
}
CASE: dict[str, Try] = {
    "phrases": case(phrases=["cold"]),
    "signals": case(signals=["frobs"]),
    "at_least": case(at_least=2),
    "within": case(within="sentence"),
}
SPANS: dict[str, Try] = {
    "phrases": span({"phrases": ["cold"]}, {}),
    "signals": span({}, {"signals": ["frobs"]}),
    "except": span({}, {"except": ["frobnicated the old boiler"]}),
    "unless": span({}, {"unless": {"phrases": ["boiler"]}}),
    "unless_opening": span({}, {"unless_opening": {"phrases": ["snow"]}}, "Snow came. " + TEXT),
    "with": span({}, {"with": {"phrases": ["pump"]}}),
    "after": span({}, {"after": {"phrases": ["cold"]}}),
    "at_least": span({}, {"at_least": 2}),
    "where": span({}, {"where": "closing"}, TEXT + "Then the water came up again, and we waited. " * 6),
}
DULL = (
    "We are on a journey together with all of our partners. Quality is at the heart of it all. Teamwork makes it possible to go on. "
    "Jo mended 3 pumps in the cellar on Monday. Then it was cold. We look forward to the future. It will be exciting to follow.\n"
)
TRADE = Settings(organisations=("Frobco",))
META = {"author": "Jo"}
PARAMS: dict[str, dict[str, Try]] = {
    "regex": {
        "patterns": kind("regex", {"patterns": ["xyz+"]}, {"patterns": ["frob[a-z]+"]}),
        "contains": kind("regex", {"patterns": ["frob[a-z]+"]}, {"patterns": ["frob[a-z]+"], "contains": ["pump"]}),
        "urls": kind("regex", {"patterns": ["frob"]}, {"patterns": ["frob"], "urls": True}, "See https://frob.example/x for all of it.\n"),
        "placeholders": kind("regex", {"patterns": ["xyz"]}, {"patterns": ["xyz"], "placeholders": True}, "Then [who?] came. It was cold.\n"),
        "case": kind("regex", {"patterns": ["FROB[a-z]+"]}, {"patterns": ["FROB[a-z]+"], "case": True}),
    },
    "claim": {
        "qualifiers": kind("claim", FROB, {**FROB, "qualifiers": {"phrases": ["boiler"]}}),
        "need": kind(
            "claim", {**FROB, "qualifiers": {"phrases": ["boiler"]}}, {**FROB, "qualifiers": {"phrases": ["boiler"]}, "need": 2}
        ),
        "window": kind(
            "claim", {**FROB, "qualifiers": {"phrases": ["cold"]}}, {**FROB, "qualifiers": {"phrases": ["cold"]}, "window": "neighbours"}
        ),
    },
    "presence": {
        "any": kind("presence", {"any": {"phrases": ["pump"]}}, {"any": {"phrases": ["cold"]}}),
        "at_least": kind("presence", {"any": {"phrases": ["cold"]}}, {"any": {"phrases": ["cold"]}, "at_least": 2}),
        "min_words": kind("presence", {"any": {"phrases": ["pump"]}}, {"any": {"phrases": ["pump"]}, "min_words": 99}),
        "per_words": kind("presence", {"any": {"phrases": ["cold"]}}, {"any": {"phrases": ["cold"]}, "per_words": 5}),
    },
    "balance": {
        "heavy": kind("balance", {"heavy": {"phrases": ["pump"]}, "at_least": 1}, {"heavy": FROB, "at_least": 1}),
        "light": kind("balance", {"heavy": FROB, "at_least": 1}, {"heavy": FROB, "at_least": 1, "light": {"phrases": ["cold", "said"]}}),
        "above": kind(
            "balance", {"heavy": FROB, "light": {"phrases": ["cold"]}, "at_least": 1},
            {"heavy": FROB, "light": {"phrases": ["cold"]}, "at_least": 1, "above": 0.1},
        ),
        "full": kind(
            "balance", {"heavy": FROB, "light": {"phrases": ["cold"]}, "at_least": 1, "above": 0.1},
            {"heavy": FROB, "light": {"phrases": ["cold"]}, "at_least": 1, "above": 0.1, "full": 0.4},
        ),
        "at_least": kind("balance", {"heavy": FROB}, {"heavy": FROB, "at_least": 1}),
        "min_words": kind("balance", {"heavy": FROB, "at_least": 1}, {"heavy": FROB, "at_least": 1, "min_words": 99}),
    },
    "limit": {
        "measure": kind("limit", {"measure": "characters", "max": 3}, {"measure": "links", "max": 3}),
        "max": kind("limit", {"measure": "characters"}, {"measure": "characters", "max": 3}),
        "min": kind("limit", {"measure": "characters"}, {"measure": "characters", "min": 9999}),
        "full": kind("limit", {"measure": "characters", "max": 3}, {"measure": "characters", "max": 3, "full": 9999}),
        "min_words": kind("limit", {"measure": "characters", "max": 3}, {"measure": "characters", "max": 3, "min_words": 99}),
        "channels": kind(
            "limit", {"measure": "characters", "max": 3}, {"measure": "characters", "max": 3, "channels": {"talk": {"max": 999}}},
            meta={"channel": "talk"},
        ),
    },
    "worth": {
        "below": kind("worth", {"below": -99}, {"below": 99}, DULL),
        "above": kind("worth", {"below": 99, "above": 98}, {"below": 99, "above": -98}, DULL),
        "most": kind("worth", {"below": 99}, {"below": 99, "most": 1}, DULL),
        "few": kind("worth", {"below": 99}, {"below": 99, "few": 9}, DULL),
        "plain": kind("worth", {"below": 99, "most": 9}, {"below": 99, "most": 9, "plain": True}, DULL),
    },
    "field": {
        "field": kind("field", {"field": "goal", "missing": True}, {"field": "author", "missing": True}, meta=META),
        "missing": kind("field", {"field": "goal"}, {"field": "goal", "missing": True}, meta=META),
        "present": kind("field", {"field": "author"}, {"field": "author", "present": True}, meta=META),
        "values": kind("field", {"field": "author"}, {"field": "author", "values": ["jo"]}, meta=META),
        "phrases": kind("field", {"field": "author"}, {"field": "author", "phrases": ["jo"]}, meta=META),
        "signals": kind("field", {"field": "author"}, {"field": "author", "signals": ["frobs"]}, meta={"author": "frob"}),
        "when": kind("field", {"field": "goal", "missing": True}, {"field": "goal", "missing": True, "when": {"author": "Bo"}}, meta=META),
        "only_with_meta": kind("field", {"field": "goal", "missing": True}, {"field": "goal", "missing": True, "only_with_meta": True}),
        "unless_text": kind(
            "field", {"field": "goal", "missing": True}, {"field": "goal", "missing": True, "unless_text": {"phrases": ["cold"]}}
        ),
        "text_has": kind(
            "field", {"field": "goal", "missing": True}, {"field": "goal", "missing": True, "text_has": {"phrases": ["pump"]}}
        ),
        "unless_opening": kind(
            "field", {"field": "goal", "missing": True}, {"field": "goal", "missing": True, "unless_opening": {"phrases": ["boiler"]}}
        ),
        "own_names": kind(
            "field", {"field": "arrangement"}, {"field": "arrangement", "own_names": True},
            "Frobco mended the old boiler that nobody in the house wanted to touch.\n", config=TRADE,
        ),
    },
}  # fmt: skip
# Kinds that judge more than a post, or ask a pipeline, and two whose built-in rules are tuned: that their keys are read.
READ = ("form", "duplicate", "mix", "tokens", "wording", "lead")
# Held elsewhere: a pack's own examples by `rules test`, what changes the built-in rule of the same id by tests/rulebook/test_rulebook.py.
ELSEWHERE = {RuleFormat: {"extend"}, SectionFormat: {"examples"}}


def keys_of(kind: type[Struct]) -> list[str]:
    return [key_of(each) for each in fields(kind)]


def tries() -> list[Any]:
    """Return what is tried, one for each key that there is; a key of no entry is tried with none, and fails."""
    found: list[Any] = []

    def add(name: str, keys: list[str], table: Mapping[str, Try]) -> None:
        found.extend(pytest.param(table.get(key), id=f"{name}-{key}") for key in keys)

    for struct, table in ((RuleFormat, RULES), (SectionFormat, SECTIONS), (Case, CASE)):
        add(struct.__name__, [key for key in keys_of(struct) if key not in ELSEWHERE.get(struct, ())], table)
    add("span", keys_of(SpanParams), SPANS)
    for name, check in checks.KINDS.items():
        if name not in READ:
            shared = keys_of(SpanParams) if issubclass(check.Params, SpanParams) else []
            add(name, [key for key in keys_of(check.Params) if key not in shared], PARAMS.get(name, {}))
    return found


def seen(folder: Path, data: Data, tried: Try) -> Any:
    """Return what a lint says by one rule, and another that stands beside it."""
    evidence = {"tier": "practice", "source": "ours"}
    own = {"evidence": evidence, **data, "en": {"message": "“{match}”.", "why": "x", **data.get("en", {})}}
    other = {"check": "phrase", "evidence": evidence, "en": {"message": "Other.", "why": "x", "match": {"phrases": ["frobnicated the"]}}}
    for name, content in (("tone/own", own), ("tone/other", other), ("lists/signals/frobs", {"en": {"phrases": ["frob", "cold"]}})):
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    book = rulebook.load("en", [str(folder)], builtin=False)
    linter = Linter(book, forms.load("en", [str(folder)]), tried.config)
    report = linter.lint(Post("", tried.text, meta=tried.meta, has_meta=bool(tried.meta)))
    said = {each.id: each.evidence for each in book.rules}
    return report.to_dict(), report.parts, report.heard, said


@pytest.mark.parametrize("tried", tries())
def test_every_key_of_a_rule_changes_something(tried: Try | None, tmp_path: Path) -> None:
    assert tried is not None, "say in this file what the key changes"
    assert seen(tmp_path / "a", tried.without, tried) != seen(tmp_path / "b", tried.with_, tried)


@pytest.mark.parametrize("name", READ)
def test_every_key_of_other_kinds_is_read(name: str) -> None:
    source = Path(checks.__file__).parents[1]
    read = {
        node.attr
        for file in source.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert {each.name for each in fields(checks.KINDS[name].Params)} - read == set()
