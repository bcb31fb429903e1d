"""Every key of a configuration changes something: what a check says, or what it leaves behind. A new key without an entry here fails."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec import Struct, field
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.config import Config
from advocacy_lint.files.structure import fields, hints_of, key_of

ROOT = Path(__file__).parents[2]
PROUD = "We are incredibly proud to announce a record profit of 12 million dollars.\n"
MONTH = "month/"
OWN = """\
check: phrase
level: error
evidence: {tier: practice, source: ours}
en: {message: "“{match}”.", why: It is ours., match: {phrases: [frobnicated]}}
"""
AUDIENCE = (
    "---\naudience: nurses\ngoal: two answers\nlanguage: en\n---\nSwap the frob before the shift, and write the blorp down by hand.\n"
)


class Key(Struct, frozen=True):
    """What says something about a key: its setting, the files it is tried on (all of a folder, or one), options, and the files beside."""

    setting: str
    files: Mapping[str, str] = field(default_factory=lambda: {"a.md": PROUD})
    options: tuple[str, ...] = ()


def posts(text: str, count: int = 6) -> dict[str, str]:
    return {f"{number}.md": text.format(number=number) for number in range(count)}


KEYS = {
    "language": Key("language: da", {"a.md": "Wir haben die Pumpe am Montag repariert, und niemand wusste, warum sie leckte.\n"}),
    "languages": Key("languages: [da]"),
    "locale": Key("locale: da"),
    "select": Key("select: [tone]"),
    "ignore": Key("ignore: [brag]"),
    "rules": Key("rules: [own]", {"a.md": "We frobnicated the old boiler in the cellar today.\n", "own/tone/frob.yml": OWN}, ("a.md",)),
    "levels": Key("levels: {brag: off}"),
    "weights": Key("weights: w.yml", {"a.md": PROUD, "w.yml": "rules: {brag/financial-result: 9}\n"}, ("a.md",)),
    "vocabulary.terms": Key("vocabulary: {terms: [synergy]}", {"a.md": "The tool is named Synergy, and synergy is what it does for us.\n"}),
    "vocabulary.organisations": Key(
        "vocabulary: {organisations: [Vetra]}",
        {
            "a.md": "---\nauthor: Jo\nlanguage: en\n---\nYou should buy the pump from Vetra, it is the best on the market and I recommend it.\n"
        },
    ),
    "vocabulary.products": Key(
        "vocabulary: {products: [Vetra 3]}",
        {"a.md": "---\nauthor: Jo\nlanguage: en\n---\nYou should buy the Vetra 3, it is the best on the market and I recommend it.\n"},
    ),
    "vocabulary.people": Key(
        "vocabulary: {people: [Qadir Holm]}", {"a.md": "Qadir Holm mended the pump that nobody wanted to touch, in the cellar.\n"}
    ),
    "audiences": Key("audiences: {nurses: [frob, blorp]}", {"a.md": AUDIENCE}),
    "disclosure": Key("disclosure: [I work at Vetra]"),
    "avoid": Key("avoid: {profit: say whose work it was}"),
    "nlp": Key("nlp: {en: no_such_pipeline}"),
    "metadata": Key("metadata: required"),
    "posts": Key("posts: headings", {"a.md": f"# One\n\n{PROUD}\n# Two\n\n{PROUD}"}),
    "columns": Key("columns: {text: Utterance}", {"a.csv": f"Utterance,Remark\n{PROUD.strip()},Much longer than the text itself is\n"}),
    "fail_on": Key("fail-on: never"),
    "min_score": Key("min-score: 90"),
    "max_drop": Key("max-drop: 1", options=("--changed-since", "HEAD")),
    "context": Key("context: [b.md]", {"a.md": PROUD * 3, "b.md": f"---\nauthor: Bo\n---\n{PROUD * 3}"}, ("a.md",)),
    "duplicates.texts": Key("duplicates: {texts: [r.txt]}", {"a.md": PROUD * 3, "r.txt": PROUD * 3}, ("a.md",)),
    "duplicates.threshold": Key("duplicates: {threshold: 1}", {MONTH: ""}),
    "mix.company_news": Key("mix: {company-news: 1}", {MONTH: ""}),
    "mix.one_voice": Key("mix: {one-voice: 1}", posts("---\nauthor: Jo\n---\nPump {number} leaked again on Monday.\n")),
    "mix.same_opening": Key("mix: {same-opening: 1}", {MONTH: ""}),
    "mix.same_link": Key("mix: {same-link: 1}", {MONTH: ""}),
    "mix.per_week": Key(
        "mix: {per-week: 9}", posts("---\nauthor: Jo\npublished: 2026-11-0{number}\n---\nPump {number} leaked again on Monday.\n", 10)
    ),
    "mix.targets": Key("mix: {targets: {colleagues: 1}}", posts("---\ntheme: company\n---\nPump {number} leaked again on Monday.\n")),
    "versions": Key("versions: [da, en]", {MONTH: ""}),
    "mix.at_least": Key("mix: {at-least: 99}", {MONTH: ""}),
    "programme": Key("programme: p.yml", {"a.md": AUDIENCE, "p.yml": "audiences: [{name: nurses, terms: [frob, blorp]}]\n"}, ("a.md",)),
    "plugins": Key("plugins: [nobody-has-this]"),
    "include": Key("include: [b.md]", {"a.md": PROUD, "b.md": PROUD}),
    "exclude": Key("exclude: [b.md]", {"a.md": PROUD, "b.md": PROUD}),
    "cache": Key("cache: false"),
}


def leaves(kind: type[Struct] = Config, before: str = "") -> Iterator[str]:
    """Yield the dotted keys of a configuration, as files spell them."""
    hints = hints_of(kind)
    for each in fields(kind):
        name = before + key_of(each)
        hint = hints[each.name]
        if isinstance(hint, type) and issubclass(hint, Struct):
            yield from leaves(hint, f"{name}.")
        elif name != "origins":
            yield name


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which compiled rules are kept between runs: each starts afresh otherwise."""
    return tmp_path_factory.mktemp("compiled")


def observed(folder: Path, key: Key, config: str) -> tuple[int, str, str, bool]:
    """Return what a check of the files says under a configuration, and whether it keeps results."""
    for name, text in key.files.items():
        if name == MONTH:
            shutil.copytree(ROOT / "examples" / "months" / "bad", folder / name)
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if "--changed-since" in key.options:
        git = ["git", "-C", str(folder), "-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run([*git, "init", "-q"], check=True)
        (folder / "a.md").write_text("I mended pump 3 on Monday. Why does the seal always go in March?\n", encoding="utf-8")
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-qm", "x"], check=True)
        (folder / "a.md").write_text(PROUD, encoding="utf-8")
    (folder / "advocacy-lint.yml").write_text(f"{config}\n", encoding="utf-8")
    chosen = key.options if key.options and not key.options[0].startswith("-") else (".", *key.options)
    result = CliRunner().invoke(app, ["check", *chosen, "--format", "json"])
    return result.exit_code, result.stdout, result.stderr, (folder / ".advocacy-lint-cache").exists()


@pytest.mark.parametrize("name", list(leaves()))
def test_every_key_changes_something(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: Path) -> None:
    if name == "cache":  # results would be kept in the same folder
        monkeypatch.delenv("ADVOCACY_LINT_CACHE_DIR", raising=False)
        monkeypatch.setenv("HOME", str(compiled))
    else:
        monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(compiled))
    folder = tmp_path / "drafts"
    seen = []
    for config in ("", KEYS[name].setting):
        folder.mkdir()
        monkeypatch.chdir(folder)
        seen.append(observed(folder, KEYS[name], config))
        monkeypatch.chdir(tmp_path)
        shutil.rmtree(folder)
    assert seen[0] != seen[1]
    assert 2 not in [exit_code for exit_code, *_ in seen]  # a mistake in the setting would be a change, too
