"""Which settings hold for a file, from where, and what is said of a mistake."""

import os
import pickle
import subprocess
import sys

import pytest

from advocacy_lint.config import Config, Duplicates, Mix, Vocabulary
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.errors import ConfigError
from advocacy_lint.testing import plugged


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", "")

    def write(path, text):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refused(path="a.md", **options):
    with pytest.raises(ConfigError) as caught:
        ConfigStore(**options).for_path(path)
    return str(caught.value)


def values(config):
    return {name: getattr(config, name) for name in Config.__slots__}


def test_without_a_file_the_defaults_hold(folder, tmp_path):
    store = ConfigStore(isolated=True)
    assert values(store.for_path("x/a.md")) == values(Config())
    assert store.for_path("x/a.md") is store.for_path("b.md")


ALL = """
language: da
languages: [da]
locale: en
select: [brag, tone]
ignore: craft/emoji-row
rules: [own]
levels: {brag/award: off, tone: info}
weights: weights.yml
vocabulary: {terms: [APV], organisations: [Holm A/S], products: [Vægt 3], people: [Mette Holm]}
audiences: {bogholdere: [moms, kreditor], smede: }
nlp: {da: da_core_news_sm}
metadata: required
posts: headings
columns: {text: LinkedIn-tekst, author: [Navn, Hvem]}
fail-on: warning
min-score: 50
max-drop: 5
context: [old]
duplicates: {texts: [press/a.md], threshold: 0.5}
mix: {company-news: 0.25, at-least: 3, targets: {faget: 4, os: 1}}
versions: [en, da]
programme: programme.yml
plugins: [x]
include: ["*.md"]
exclude: [drafts/old, "*.skip.md"]
cache: false
disclosure: [Jeg arbejder her, '#reklame']
avoid: {synergi: sig hvad I gjorde, rejse: }
"""


def test_every_key(folder):
    root = folder("advocacy-lint.yml", ALL)
    folder("own/x.yml", "")
    folder("weights.yml", "")
    folder("programme.yml", "")
    with plugged(lambda registry: None, "x"):
        config = ConfigStore().for_path("a.md")
    found = values(config)
    del found["origins"]
    assert found == {
        "language": "da",
        "languages": ("da",),
        "versions": ("en", "da"),
        "locale": "en",
        "select": ("brag", "tone"),
        "ignore": ("craft/emoji-row",),
        "rules": (str(root / "own"),),
        "levels": {"brag/award": "off", "tone": "info"},
        "weights": str(root / "weights.yml"),
        "vocabulary": Vocabulary(("APV",), ("Holm A/S",), ("Vægt 3",), ("Mette Holm",)),
        "audiences": {"bogholdere": ("moms", "kreditor"), "smede": ()},
        "disclosure": ("Jeg arbejder her", "#reklame"),
        "avoid": {"synergi": "sig hvad I gjorde", "rejse": ""},
        "nlp": {"da": "da_core_news_sm"},
        "metadata": "required",
        "posts": "headings",
        "columns": {"text": ("LinkedIn-tekst",), "author": ("Navn", "Hvem")},
        "fail_on": "warning",
        "min_score": 50,
        "max_drop": 5,
        "context": (str(root / "old"),),
        "duplicates": Duplicates((str(root / "press/a.md"),), 0.5),
        "mix": Mix(company_news=0.25, at_least=3, targets={"faget": 4.0, "os": 1.0}),
        "programme": str(root / "programme.yml"),
        "plugins": ("x",),
        "include": ("*.md",),
        "exclude": ("*.skip.md", f"{root}/drafts/old"),
        "cache": False,
    }
    assert config.origins["levels.brag/award"] == "advocacy-lint.yml:8"
    assert config.origins["mix.company_news"] == "advocacy-lint.yml:21"


def test_the_nearest_file_holds(folder):
    folder("advocacy-lint.yml", "min-score: 1")
    folder("x/y/advocacy-lint.yml", "min-score: 2")
    folder("x/pyproject.toml", '[project]\nname = "x"\n')
    folder("z/pyproject.toml", "[tool.advocacy-lint]\nmin-score = 3\n")
    folder("h/.advocacy-lint.yml", "min-score: 4")
    store = ConfigStore()
    paths = ("a.md", "x/a.md", "x/y/b/a.md", "x/y", "z/a.md", "gone/a.md", "h/a.md")
    assert [store.for_path(path).min_score for path in paths] == [1, 1, 2, 2, 3, 1, 4]
    assert store.for_path("a.md") is store.for_path("x/b.md")
    assert [ConfigStore("z/pyproject.toml").for_path(path).min_score for path in ("a.md", "x/y/a.md")] == [3, 3]


@pytest.mark.parametrize("path", ["a.md", "./a.md", "x/a.md", "x/y/b/a.md", "x/../x/y/a.md", "gone/a.md", "-", "x/intranet/a.md"])
@pytest.mark.parametrize("options", [{}, {"isolated": True}, {"path": "x/y/advocacy-lint.yml"}], ids=["nearest", "isolated", "named"])
def test_a_known_file_has_the_settings_of_its_path(folder, path, options):
    folder("advocacy-lint.yml", "min-score: 1\noverrides: [{paths: [x/intranet], min-score: 5}]")
    folder("x/y/advocacy-lint.yml", "min-score: 2")
    store = ConfigStore(**options)
    whole = os.path.abspath(path)
    assert store.for_file(path) is store.for_file(path) is store.for_file(whole) is store.for_path(path)


def test_extends_merges_keys_and_grows_word_lists(folder):
    folder(
        "shared/base.yml",
        "extends: ../first.yml\nlevels: {tone: off, brag: info}\nvocabulary: {terms: [MUS]}\nselect: [brag]\nmin-score: 40\n",
    )
    folder("first.yml", "metadata: required\nfail-on: info\nvocabulary: {people: [Bo]}")
    folder("advocacy-lint.yml", "extends: [shared/base.yml]\nlevels: {brag: error}\nvocabulary: {terms: [APV]}\nselect: [tone]\n")
    config = ConfigStore().for_path("a.md")
    assert config.levels == {"tone": "off", "brag": "error"}
    assert config.vocabulary == Vocabulary(terms=("MUS", "APV"), people=("Bo",))
    assert (config.select, config.min_score, config.metadata, config.fail_on) == (("tone",), 40, "required", "info")
    assert config.origins["min_score"] == "shared/base.yml:5"
    assert config.origins["levels.brag"] == "advocacy-lint.yml:2"


def test_overrides_by_path(folder):
    folder(
        "x/advocacy-lint.yml",
        "fail-on: error\noverrides:\n- paths: [intranet, '*.talk.md']\n  fail-on: never\n- paths: intranet/ceo/**\n  min-score: 70\n",
    )
    store = ConfigStore()

    def settings(path):
        config = store.for_path(path)
        return config.fail_on, config.min_score

    assert settings("x/a.md") == ("error", None)
    assert settings("x/y/a.talk.md") == ("never", None)
    assert settings("x/intranet/b/a.md") == ("never", None)
    assert settings("x/intranet/ceo/a.md") == ("never", 70)
    assert settings("intranet/ceo/a.md") == ("error", None)
    assert store.for_path("x/intranet/a.md") is store.for_path("x/intranet/b.md")


def test_brackets_in_the_folder_are_no_pattern(folder, monkeypatch):
    root = folder("a[1]/advocacy-lint.yml", "overrides: [{paths: [in/*.md], min-score: 9}]")
    assert ConfigStore().for_path(root / "a[1]" / "in" / "x.md").min_score == 9


TOML = """
[project]
name = "x"

[tool.advocacy-lint]
locale = "da"
[tool.advocacy-lint.levels]
"brag/award" = "of"
"""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("advocacy-lint.yml", "locale: da\nfail-om: error", "advocacy-lint.yml:2: unknown key “fail-om” (did you mean “fail-on”?)"),
        ("advocacy-lint.yml", "mix:\n  company-nes: 1", "advocacy-lint.yml:2: unknown key “company-nes” (did you mean “company-news”?)"),
        ("advocacy-lint.yml", "overides: []", "advocacy-lint.yml:1: unknown key “overides” (did you mean “overrides”?)"),
        (
            "advocacy-lint.yml",
            "overrides:\n- paths: x\n  extends: y",
            "advocacy-lint.yml:3: unknown key “extends”",
        ),
        ("advocacy-lint.yml", "overrides:\n- min-score: 1", "advocacy-lint.yml:2: an override needs paths: [patterns]"),
        ("advocacy-lint.yml", "overrides: {a: b}", "advocacy-lint.yml:1: overrides: expected a list, each with paths: and settings"),
        ("advocacy-lint.yml", "levels:\n  tone: of", "advocacy-lint.yml:2: tone: unknown value “of” (did you mean “off”?)"),
        ("advocacy-lint.yml", "columns:\n  txt: Opslag", "advocacy-lint.yml:2: columns: unknown key “txt” (did you mean “text”?)"),
        ("advocacy-lint.yml", "locale: dk", "advocacy-lint.yml:1: locale: unknown value “dk” (allowed: da, en)"),
        ("advocacy-lint.yml", "languages: [da, no]", "advocacy-lint.yml:1: languages: unknown value “no” (allowed: da, en)"),
        ("advocacy-lint.yml", "min-score: mange", "advocacy-lint.yml:1: expected a whole number, got “mange”"),
        ("advocacy-lint.yml", "\nmin-score: 101", "advocacy-lint.yml:2: min-score: 101 is not between 0 and 100"),
        ("advocacy-lint.yml", "duplicates:\n  threshold: 2", "advocacy-lint.yml:2: threshold: 2.0 is not between 0 and 1"),
        ("advocacy-lint.yml", "cache: no", "advocacy-lint.yml:1: expected true or false, got “no”"),
        ("advocacy-lint.yml", "rules: [own]", "advocacy-lint.yml:1: rules: no such folder: own"),
        ("advocacy-lint.yml", "weights: w.yml", "advocacy-lint.yml:1: weights: no such file: w.yml"),
        ("advocacy-lint.yml", "extends: gone.yml", "advocacy-lint.yml:1: extends: no such file: gone.yml"),
        (
            "advocacy-lint.yml",
            "a: b\nextends:\n  - advocacy-lint.yml",
            "advocacy-lint.yml:3: extends: advocacy-lint.yml extends this file in turn",
        ),
        ("advocacy-lint.yml", "fail-on: error\nfail_on: info", "advocacy-lint.yml:2: “fail_on” is given twice, with a hyphen and without"),
        ("advocacy-lint.yml", "- a", "advocacy-lint.yml:1: expected keys and values, such as “locale: da”"),
        ("advocacy-lint.yml", "a: [", "advocacy-lint.yml:1: not YAML: "),
        ("pyproject.toml", TOML, "pyproject.toml:8: brag/award: unknown value “of” (did you mean “off”?)"),
        ("pyproject.toml", "[tool.advocacy-lint]\nx = ", "pyproject.toml: not TOML: Invalid value"),
        ("pyproject.toml", "[tool.advocacy-lint]\n[[tool.advocacy-lint.overrides]]\nmin-score = 1", "pyproject.toml:2: an override needs"),
    ],
)
def test_mistakes_have_file_line_and_the_nearest_word(folder, name, text, said):
    folder(name, text)
    assert refused().startswith(said)


def test_not_utf8(folder):
    root = folder("x", "")
    (root / "advocacy-lint.yml").write_bytes(b"locale: \xe6")
    assert refused() == ("advocacy-lint.yml: not UTF-8: byte 0xE6 at offset 8")


def test_loops_of_extends_are_found(folder):
    folder("a.yml", "extends: b.yml")
    folder("b.yml", "extends: a.yml")
    folder("advocacy-lint.yml", "extends: a.yml")
    assert refused() == "b.yml:1: extends: a.yml extends this file in turn"


def test_a_named_file_that_is_not_there(folder):
    with pytest.raises(ConfigError, match="gone.yml: no such configuration"):
        ConfigStore("gone.yml")


def test_a_foreign_broken_pyproject_is_left_alone(folder):
    folder("pyproject.toml", "[tool.other\n")
    assert ConfigStore().for_path("a.md").origins == {}


def test_a_parsed_file_is_remembered_by_content(folder, monkeypatch):
    root = folder("advocacy-lint.yml", "min-score: 7\nmix: {one-voice: 0.5}\n")
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(root / "cache"))
    first = ConfigStore().for_path("a.md")
    (entry,) = (root / "cache").iterdir()
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "advocacy_lint.files.safe_yaml", None)
        again = ConfigStore().for_path("a.md")
    assert (values(again), again.origins) == (values(first), {**first.origins})
    entry.write_bytes(b'{"data": [')
    assert ConfigStore().for_path("a.md").min_score == 7
    folder("advocacy-lint.yml", "min-score: 8\n")
    assert ConfigStore().for_path("a.md").min_score == 8


def test_a_store_can_be_sent_to_a_worker(folder):
    folder("advocacy-lint.yml", "min-score: 7\noverrides: [{paths: x, min-score: 8}]")
    store = ConfigStore()
    store.for_path("a.md")
    assert [pickle.loads(pickle.dumps(store)).for_path(path).min_score for path in ("a.md", "x/a.md")] == [7, 8]


def test_looking_for_a_configuration_is_cheap(tmp_path):
    program = (
        "import sys; from advocacy_lint.config.find import ConfigStore; ConfigStore().for_path('a.md');"
        "print([name for name in ('yaml', 'tomllib', 'difflib', 'fnmatch', 'pathlib', 'json') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert found.stdout == "[]\n"
