"""`rules`: for people who read, write and test rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Literal

import typer

from advocacy_lint import plugins, rulebook
from advocacy_lint.cli.parameters import completing
from advocacy_lint.config import allowed
from advocacy_lint.engine import rule_examples
from advocacy_lint.engine.linter import Linter
from advocacy_lint.errors import RuleError
from advocacy_lint.languages import SUPPORTED, forms
from advocacy_lint.model import ANY, Rule
from advocacy_lint.outputs.escape import escaped
from advocacy_lint.outputs.sanitize import lines
from advocacy_lint.runs.options import rule_ids
from advocacy_lint.version import SCHEMA_URL

app = typer.Typer(help="List, show, test and write rules.", rich_markup_mode=None, no_args_is_help=True, add_completion=False)
OwnRules = Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules, over the built-in ones.")]
Language = Annotated[str | None, typer.Option("--language", autocompletion=completing(SUPPORTED), help="da or en; both when not given.")]


def _languages(language: str | None) -> tuple[str, ...]:
    allowed.load()
    if language is None:
        return tuple(SUPPORTED)
    if language not in SUPPORTED:
        raise RuleError(f"no rules for “{language}”", hint=f"there are {', '.join(SUPPORTED)}")
    return (language,)


def _folders(own: list[Path] | None) -> list[str]:
    """Return the packs over the built-in one: those of the user's plugins, and own folders."""
    return [*plugins.pack_folders(), *(str(folder) for folder in own or ())]


def _linter(language: str, own: list[Path] | None) -> Linter:
    folders = _folders(own)
    return Linter(rulebook.load(language, folders, with_examples=True), forms.load(language, folders))


@app.command("list")
def list_rules(
    own: OwnRules = None, language: Language = None, output_format: Annotated[Literal["text", "json"], typer.Option("--format")] = "text"
) -> None:
    """List every rule: its id, level, weight and check kind, and the languages it works in."""
    found: dict[str, Rule] = {}
    codes: dict[str, list[str]] = {}
    for code in _languages(language):
        for rule in rulebook.load(code, _folders(own)).rules:
            found.setdefault(rule.id, rule)
            codes.setdefault(rule.id, []).append(code)
    if output_format == "json":
        rows = [
            {"id": rule.id, "level": rule.level, "kind": rule.kind, "weight": rule.weight, "languages": codes[rule.id]}
            for rule in found.values()
        ]
        typer.echo(escaped(json.dumps(rows, indent=1)))
        return
    for rule in found.values():
        _echo(f"{rule.id:<34} {rule.level:<9} {rule.kind:<9} {', '.join(codes[rule.id])}")


@app.command()
def show(
    rule_id: Annotated[str, typer.Argument(autocompletion=completing(rule_ids))], own: OwnRules = None, language: Language = None
) -> None:
    """Show a rule: its texts, the forms it matches, and its examples."""
    for code in _languages(language):
        linter = _linter(code, own)
        rule = next((each for each in linter.rules if each.id == rule_id), None)
        if rule is None:
            if language or code == SUPPORTED[-1]:
                linter.book.get(rule_id)
            continue
        _show(linter, rule)


def _show(linter: Linter, rule: Rule) -> None:
    _echo(f"{rule.id} · {rule.language} · {rule.level} · {rule.kind} · {rule.path}")
    for locale, texts in rule.texts.items():
        _echo(f"  {locale}: {texts.message}")
        _echo(f"      {texts.why}")
        for case, other in texts.cases.items():
            _echo(f"      {case}: {other.message}")
    for pattern, shown in rule_examples.forms_matched(linter, rule).items():
        _echo(f"  {pattern}")
        for each in shown:
            if each != pattern:
                _echo(f"      = {each}")
        for replacement in rule.replace.get(pattern, ()):
            _echo(f"      → {replacement or '(drop it)'}")
        _show_offers(rule, pattern)
    _show_offers(rule, ANY)
    for example in rule.examples:
        text = example.text
        if example.span:
            start, end = example.span
            text = f"{text[:start]}<<{text[start:end]}>>{text[end:]}"
        _echo(f"  {'bad ' if example.bad else 'good'}  {text}")
    typer.echo("")


def _show_offers(rule: Rule, phrase: str) -> None:
    """Say what a rule cuts and frames for a phrase."""
    if phrase in rule.cut:
        _echo(f"      → (cut the {rule.cut[phrase]})")
    for frame in rule.frame.get(phrase, ()):
        _echo(f"      → {frame}")


@app.command()
def test(
    path: Annotated[list[Path] | None, typer.Argument(help="Rule files or folders; all rules when not given.")] = None,
    own: OwnRules = None,
    language: Language = None,
    coverage: Annotated[bool, typer.Option("--coverage", help="Also say which phrases no example exercises.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what fails, and the counts.")] = False,
) -> None:
    """Hold rules against their own examples: ok, missed or noisy, for each language. Exits with 1 if any fails."""
    failed = total = 0
    wanted = [each.resolve() for each in path or ()]
    for each in wanted:
        if not each.exists():
            raise RuleError("no such file or folder", str(each))
    own = [*(own or ()), *_packs_of(wanted)]
    for code in _languages(language):
        linter = _linter(code, own)
        rules = [rule for rule in linter.rules if not wanted or _under(Path(rule.path).resolve(), wanted)]
        for outcome in chain(rule_examples.run(linter, rules), _beyond_posts(code, own, wanted)):
            total += 1
            if outcome.result != "ok":
                failed += 1
                _echo(f"{outcome.path}:{outcome.example.line}: {outcome.result} ({code}): {outcome.example.text} — {outcome.detail}")
            elif not quiet:
                _echo(f"ok      {outcome.language}  {outcome.rule:<32} {outcome.example.text[:80]!r}")
        for rule in rules:
            for again in rule_examples.fires_again(linter, rule):
                failed += 1
                _echo(f"{rule.path}: noisy ({code}): the replacement fires again: {again}")
            for text in islice(rule_examples.bare(linter, rule), 1):
                failed += 1
                _echo(
                    f"{rule.path}: bare ({code}): nothing to put there: {text} — write frame:, cut: or replace:, or rewrite: {{none: why}}"
                )
            for phrase, word in rule_examples.loose(rule):
                hint = "require another word, or give it a phrase of its own"
                _echo(f"{rule.path}: warning ({code}): “{word}” alone is enough for “{phrase}”: {hint}")
        if coverage:
            for row in rule_examples.coverage(linter, rules):
                _echo(f"{row.rule} ({code}): {row.bad} bad, {row.good} good; {row.exercised} of {row.phrases} phrases exercised")
                for phrase in row.unused:
                    _echo(f"    not exercised: {phrase}")
    _echo(f"{total - failed} ok, {failed} failed")
    if failed:
        raise typer.Exit(1)


def _beyond_posts(language: str, own: list[Path], wanted: list[Path]) -> Iterator[rule_examples.Outcome]:
    """Yield the outcomes of rules that a single post is not enough for: about portfolios and programmes."""
    from advocacy_lint.portfolio import examples as portfolios
    from advocacy_lint.programme import examples as programmes

    folders = [str(folder) for folder in own]
    for outcome in chain(portfolios.outcomes(language, folders), programmes.outcomes(language, folders)):
        if not wanted or _under(Path(outcome.path).resolve(), wanted):
            yield outcome


def _packs_of(paths: list[Path]) -> list[Path]:
    """Return the own pack that paths outside of the built-in one belong to: the folder itself, or a file's folder above its dimension."""
    builtin = rulebook.builtin_pack().resolve()
    found = []
    for path in paths:
        if builtin not in (path, *path.parents):
            pack = path if path.is_dir() else path.parent.parent
            if pack not in found:
                found.append(pack)
    return found


def _under(path: Path, wanted: list[Path]) -> bool:
    return any(each == path or each in path.parents for each in wanted)


@app.command()
def schema(
    check: Annotated[bool, typer.Option("--check", help="Say whether the shipped schema is fresh; exits with 1 if not.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write it where it is shipped.")] = False,
) -> None:
    """Print the JSON Schema of rule files, for editors."""
    text = json.dumps(rulebook.rule_schema(), indent=2, ensure_ascii=False) + "\n"
    path = Path(__file__).parent.parent / "schemas" / "rule.schema.json"
    _fresh(path, text, check, write)


def _fresh(path: Path, text: str, check: bool, write: bool) -> None:
    """Print a generated text, write it, or say whether the file of it is fresh."""
    if write:
        path.write_text(text, encoding="utf-8")
    elif check:
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            typer.echo(f"{path} is stale: run the same command with --write", err=True)
            raise typer.Exit(1)
    else:
        typer.echo(text, nl=False)


@app.command()
def docs(
    check: Annotated[bool, typer.Option("--check", help="Say whether they are fresh; exits with 1 if not.")] = False,
    write: Annotated[bool, typer.Option("--write/--print", help="Write them, or print them.")] = True,
) -> None:
    """Write rules/README.md (all rules) and docs/rules.md (the language of rules) from the program and its rules."""
    from advocacy_lint.rulebook import language_page
    from advocacy_lint.rulebook.documentation import document

    pack = rulebook.builtin_pack()
    _fresh(pack / "README.md", document(), check, write and not check)
    if (pack.parent / "docs").is_dir():  # in a checkout
        _fresh(pack.parent / "docs" / "rules.md", language_page.page(), check, write and not check)


@app.command("forms")
def forms_command(
    write: Annotated[bool, typer.Option("--write", help="Write the tables of inflected forms (needs spacy-lookups-data).")] = False,
    check: Annotated[bool, typer.Option("--check", help="Say whether they are fresh; exits with 1 if not.")] = False,
) -> None:
    """Make the tables of inflected forms that {lemma} in a phrase stands for."""
    from advocacy_lint.rulebook import forms_table

    if write:
        forms_table.write(rulebook.builtin_pack())
        return
    stale = forms_table.check(rulebook.builtin_pack())
    for line in stale:
        typer.echo(line, err=True)
    if stale and check:
        raise typer.Exit(1)


def _echo(text: str) -> None:
    """Print something of a pack, which may come from anybody."""
    typer.echo(lines(text))


_NEW = """\
# yaml-language-server: $schema={schema}
check: phrase
level: warning        # error | warning | info | strength | off
weight: 1
evidence: {{tier: practice, source: who says so}}
da:
  message: "«{{match}}»: hvad læseren tænker. Hvad du kan skrive i stedet."
  why: Hvorfor det keder, i en sætning eller to.
  ask: ["Hvad skete der helt konkret?"]
  match:
    phrases: ["{{stå}} på tæer for kunden"]
  frame: "[Hvem] [gjorde hvad for hvem?]."
  examples:
    bad: ["Vi <<står på tæer for kunden>> hver dag.", "Her <<stod på tæer for kunden>> alle mand."]
    good: ["Vi står i kø for kaffe.", "Barnet står på tæer."]
en:
  message: "“{{match}}”: what your reader thinks. What to write instead."
  why: Why it bores, in a sentence or two.
  ask: ["What happened, exactly?"]
  match:
    phrases: ["{{go}} the extra mile"]
  frame: "[Who] [did what for whom?]."
  examples:
    bad: ["We <<go the extra mile>> every day.", "They <<went the extra mile>> again."]
    good: ["We drove an extra mile for coffee.", "The mile was extra long."]
"""


@app.command()
def new(
    rule_id: Annotated[str, typer.Argument(help="dimension/name-of-the-bad-pattern")],
    folder: Annotated[Path, typer.Option("--rules", help="The folder of your own rules.")] = Path("advocacy-rules"),
) -> None:
    """Begin a rule of your own: a file that works, to change."""
    from advocacy_lint.model import DIMENSIONS

    dimension, _, name = rule_id.partition("/")
    if dimension not in DIMENSIONS or not name.replace("-", "").isalnum():
        raise RuleError(f"“{rule_id}” is no rule id", hint=f"dimension/name, with a dimension of {', '.join(DIMENSIONS)}")
    path = folder / f"{rule_id}.yml"
    if path.exists():
        raise RuleError("there is a rule already", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_NEW.format(schema=SCHEMA_URL.format("rule")), encoding="utf-8")
    _echo(f"{path}\nChange it, then: advocacy-lint rules test {path}")
