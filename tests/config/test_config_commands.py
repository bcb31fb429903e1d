"""`config show`, `config schema` and `init`: what they print and write."""

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from advocacy_lint.cli import app
from advocacy_lint.cli.config import SCHEMA
from advocacy_lint.config import Vocabulary
from advocacy_lint.config.about import ABOUT
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.config.schema import config_schema
from advocacy_lint.config.starter import Answers, starter
from advocacy_lint.errors import ConfigError
from advocacy_lint.files import safe_yaml


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return tmp_path


def run(*words, answers=""):
    return CliRunner().invoke(app, words, input=answers)


def test_show_says_what_holds_and_where_it_is_said(folder):
    (folder / "base.yml").write_text("vocabulary: {terms: [MUS]}\n")
    (folder / "advocacy-lint.yml").write_text("extends: base.yml\nfail-on: warning\nlevels:\n  tone: off\ncache: false\n")
    assert run("config", "show", "a.md").stdout == (
        "levels.tone: off         # advocacy-lint.yml:4\n"
        "vocabulary.terms: [MUS]  # base.yml:1\n"
        "fail-on: warning         # advocacy-lint.yml:2\n"
        "cache: false             # advocacy-lint.yml:5\n"
        "34 settings have their defaults (--all shows them).\n"
    )


def test_show_as_json(folder):
    (folder / "advocacy-lint.yml").write_text("min-score: 40\n")
    found = json.loads(run("config", "show", "--format", "json").stdout)
    assert found["min-score"] == {"value": 40, "from": "advocacy-lint.yml:1"}
    assert found["mix.company-news"] == {"value": 0.5, "from": "default"}
    isolated = json.loads(run("config", "show", "--format", "json", "--isolated").stdout)
    assert isolated["min-score"] == {"value": None, "from": "default"}


def test_the_shipped_schema_is_fresh_and_valid():
    jsonschema.Draft202012Validator.check_schema(config_schema())
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(json.dumps(config_schema()))
    assert run("config", "schema", "--check").exit_code == 0


def test_every_setting_is_explained_once():
    keys = {key.partition(".")[0] for key in ABOUT}
    assert keys == {*config_schema()["properties"], "paths"}


GOOD = """extends: x.yml
levels: {tone: off}
audiences: {smede: , bagere: [dej]}
columns: {text: Opslag}
overrides: [{paths: '*.md', min-score: 5}]
"""


def test_schema_and_reader_agree(folder):
    validator = jsonschema.Draft202012Validator(config_schema())
    (folder / "x.yml").write_text("")
    (folder / "advocacy-lint.yml").write_text(GOOD)
    ConfigStore().for_path("a.md")
    assert list(validator.iter_errors(safe_yaml.load(GOOD))) == []
    for bad in (
        "levels: {tone: of}",
        "fail-om: error",
        "min-score: 101",
        "mix: {one-voice: 2}",
        "overrides: [{min-score: 1}]",
        "cache: no",
    ):
        (folder / "advocacy-lint.yml").write_text(bad)
        assert list(validator.iter_errors(safe_yaml.load(bad)))
        with pytest.raises(ConfigError):
            ConfigStore().for_path("a.md")


@pytest.mark.parametrize("locale", ["da", "en"])
def test_what_init_writes_is_a_configuration(folder, locale):
    result = run("init", "--yes", "--locale", locale)
    assert (result.exit_code, result.stdout) == (0, "advocacy-lint.yml\n")
    text = (folder / "advocacy-lint.yml").read_text(encoding="utf-8")
    assert text == starter(Answers(locale))
    config = ConfigStore().for_path("a.md")
    assert (config.locale, config.fail_on, config.vocabulary, config.audiences) == (locale, "error", Vocabulary(), {})
    assert list(jsonschema.Draft202012Validator(config_schema()).iter_errors(safe_yaml.load(text))) == []


def test_init_asks_and_writes_the_answers(folder):
    result = run("init", answers='da\nHolm "& Søn" A/S, Holm\nMette: Holm\nsmede, # bagere\nwarning\n')
    assert result.exit_code == 0
    config = ConfigStore().for_path("a.md")
    assert config.vocabulary == Vocabulary(organisations=('Holm "& Søn" A/S', "Holm"), people=("Mette: Holm",))
    assert config.audiences == {"smede": (), "# bagere": ()}
    assert (config.locale, config.fail_on) == ("da", "warning")


def test_init_never_writes_over_a_file(folder):
    (folder / "advocacy-lint.yml").write_text("locale: da\n")
    result = run("init", "--yes")
    assert str(result.exception) == "advocacy-lint.yml: is already there; nothing is written"
    assert (folder / "advocacy-lint.yml").read_text() == "locale: da\n"


def test_init_with_a_programme(folder):
    assert run("init", "--yes", "--programme").stdout == "programme.yml\nadvocacy-lint.yml\n"
    assert ConfigStore().for_path("a.md").programme == str(folder / "programme.yml")


def test_a_store_may_complete_configurations(folder):
    (folder / "advocacy-lint.yml").write_text("min-score: 7\n")
    seen = []
    store = ConfigStore(complete=lambda config: seen.append(config) or config)
    assert store.for_path("a.md") is store.for_path("b.md")
    assert [config.min_score for config in seen] == [7]
