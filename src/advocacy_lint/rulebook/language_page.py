"""The page about the language of rules (docs/rules.md), made from the types that read rule files and from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args, get_origin

from msgspec import NODEFAULT, Struct

from advocacy_lint import rulebook
from advocacy_lint.checks import KINDS, cases, computed, syntax
from advocacy_lint.checks.classes import CLASSES
from advocacy_lint.files.structure import fields, hints_of, key_of
from advocacy_lint.languages import FALLBACK
from advocacy_lint.model import Case, Evidence, Rule
from advocacy_lint.rulebook import rewriting
from advocacy_lint.rulebook.format import ExamplesFormat, RuleFormat, SectionFormat, SignalFormat

_INTRO = """\
# The language of rules

Written by `advocacy-lint rules docs` from the program itself; `advocacy-lint rules new ID` begins a rule, `advocacy-lint rules test` holds
rules against their own examples. A rule is one YAML file, `<dimension>/<name>.yml`, and its path is its id. It holds all languages; one
that has no section for a language is no rule of that language. A team's own folder of rules (`rules:` in the configuration) is laid over
the built-in ones: `extend: true` changes the rule of the same id.

```yaml
check: phrase
level: warning
evidence: {tier: practice, source: our editor}
cases:
  by-name: {signals: ["@name"], within: sentence}
da:
  message:
    by-name: "«{match}»: sig hellere, hvad {case} gjorde."
    otherwise: "«{match}»: hvem gjorde hvad?"
  why: En overskrift er ingen historie.
  match:
    phrases: ["(meget) {stolt} [af|over]", "*overskud ... <money>"]
  ask: ["Hvem stod med det?"]
  examples:
    bad: ["Vi er <<meget stolte af>> holdet."]
    good: ["Hun var stolt."]
```
"""


def page() -> str:
    """Return docs/rules.md."""
    parts = [_INTRO]
    described: tuple[tuple[str, type[Struct]], ...] = (
        ("## A rule file", RuleFormat),
        ("## A section of it, in one language", SectionFormat),
        ("### `evidence`", Evidence),
        ("### `examples`", ExamplesFormat),
        ("### `cases`", Case),
    )
    for title, kind in described:
        parts += [title, _said(kind), _keys(kind)]
    parts += [_first(cases.__doc__), "### `replace`, `frame`, `cut`, `rewrite`", (rewriting.__doc__ or "").strip()]
    parts += ["## Phrases", (syntax.__doc__ or "").split("\n\n", 1)[1].strip(), "### Token classes", _listed(CLASSES.items(), "<{}>")]
    parts += [
        "## Signals",
        "Lists of phrases that rules share (`lists/signals/NAME.yml`): `phrases` in a section for each language.",
        _keys(SignalFormat),
        _listed(_signals()),
    ]
    parts += ["### Computed signals", "What no list can hold.", _listed(sorted(computed.ABOUT.items()))]
    parts += ["## Kinds of checks", *_kinds()]
    return "\n\n".join(part.rstrip() for part in parts if part) + "\n"


def _kinds() -> Iterator[str]:
    rules = [rule for group in ((), ("portfolio",), ("programme",)) for rule in rulebook.load(FALLBACK, groups=group).rules]
    for name, check in KINDS.items():
        yield f"### `{name}`"
        yield _said(check.Params)
        yield _keys(check.Params)
        yield _example(name, rules)


def _example(kind: str, rules: Iterable[Rule]) -> str:
    """Return where the kind is used, by the shortest rules of it."""
    mine = sorted((rule for rule in rules if rule.kind == kind), key=lambda rule: (len(str(rule.params)), rule.id))
    shown = ", ".join(f"[{rule.id}](../rules/{rule.id}.yml)" for rule in mine[:2])
    return f"For example {shown}." if shown else "No built-in rule is of this kind."


def _signals() -> list[tuple[str, str]]:
    return [(signal.name, signal.about) for _, signal in sorted(rulebook.load(FALLBACK).signals.items())]


def _said(kind: object) -> str:
    """Return a type's docstring as Markdown."""
    return "\n".join(line.strip() for line in (kind.__doc__ or "").strip().splitlines())


def _first(text: str | None) -> str:
    return (text or "").strip().split("\n")[0]


def _keys(kind: type[Struct]) -> str:
    """Return a table of a type's keys, with what each may hold and what holds where it is not there."""
    hints = hints_of(kind)
    rows = ["| key | holds | default |", "|---|---|---|"]
    for each in fields(kind):
        default = each.default if each.default is not NODEFAULT else "" if each.required else None
        shown = "" if default in (None, "", ()) else f"`{str(default).lower() if isinstance(default, bool) else default}`"
        rows.append(f"| `{key_of(each)}` | {_holds(hints[each.name])} | {'required' if each.required else shown} |")
    return "\n".join(rows) if len(rows) > 2 else ""


def _holds(kind: object) -> str:
    """Return what a key may hold, in words."""
    if kind is SectionFormat or get_args(kind)[:1] == (SectionFormat,):
        return "a section, as below"
    names = {str: "text", int: "a whole number", float: "a number", bool: "true or false", object: "text, or keys and values"}
    if kind in names:
        return names[kind]
    if isinstance(kind, type) and issubclass(kind, Struct):
        return " ".join(("keys:", ", ".join(f"`{key_of(each)}`" for each in fields(kind))))
    inner = [each for each in get_args(kind) if each is not type(None) and each is not Ellipsis]
    origin = get_origin(kind)
    if origin is tuple:
        return f"a list of {_holds(inner[0])}" if inner[0] is not str else "a list of texts"
    if isinstance(origin, type) and hasattr(origin, "keys"):
        return f"names, each with {_holds(inner[1])}" if inner[1] is not object else "keys and values"
    return " or ".join(dict.fromkeys(map(_holds, inner)))


def _listed(items: Iterable[tuple[str, str]], name: str = "{}") -> str:
    return "\n".join(f"- `{name.format(key)}` {about}" for key, about in items)
