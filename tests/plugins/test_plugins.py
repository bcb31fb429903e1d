"""Plugins: loaded where the user allows them and nowhere else, in every process, and never in the place of what is built in."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "safety"))
from program import PROUD, run

from advocacy_lint import plugins, rulebook
from advocacy_lint.config import Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.engine.session import Session, code_of
from advocacy_lint.errors import ConfigError, RuleError
from advocacy_lint.testing import plugged

SOURCE = """
from advocacy_lint.model import Post
from advocacy_lint.outputs.renderer import BaseRenderer


def register(registry):
    registry.add_input(".note", "own_plugin:read")
    registry.add_output("paths", "own_plugin:Paths")
    registry.add_command("greet", "own_plugin:greet", "Say hello.")
    registry.add_rules("own_plugin:rules")


def read(path, data, config):
    yield Post(path, data.decode())


class Paths(BaseRenderer):
    def post(self, report):
        return f"{report.path} {' '.join(finding.rule for finding in report.findings)}\\n"


def greet():
    print("hello")
"""
RULE = """
check: phrase
evidence: {tier: practice, source: us}
da:
  message: "«{match}»!"
  why: Derfor.
  match: {phrases: [papegøje]}
"""


@pytest.fixture
def folder(tmp_path):
    """An installed plugin `own`, and a folder of a few notes to lint with it."""
    site = tmp_path / "site"
    info = site / "own_plugin-2.5.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: own-plugin\nVersion: 2.5\n")
    (info / "entry_points.txt").write_text("[advocacy_lint]\nown = own_plugin:register\n")
    package = site / "own_plugin"
    (package / "rules" / "tone").mkdir(parents=True)
    (package / "__init__.py").write_text(SOURCE)
    (package / "rules" / "tone" / "parrot.yml").write_text(RULE, encoding="utf-8")
    posts = tmp_path / "posts"
    posts.mkdir()
    for number in range(4):
        (posts / f"{number}.note").write_text(f"Nummer {number}: papegøje. " + PROUD, encoding="utf-8")
    return tmp_path


def check(folder, *arguments, **environment):
    own = {
        "PYTHONPATH": f"{folder / 'site'}{os.pathsep}{Path(__file__).parents[2] / 'src'}",
        "XDG_CONFIG_HOME": str(folder / "own"),
        **environment,
    }
    return run(*arguments, cwd=folder, env=own)


def allow(folder, text="plugins: [own]\n"):
    place = folder / "own" / "advocacy-lint" / "config.yml"
    place.parent.mkdir(parents=True)
    place.write_text(text)


ARGUMENTS = ("check", "posts", "--language", "da", "--select", "tone/parrot", "-f", "paths", "--fail-on", "error")
FOUND = "".join(f"posts/{number}.note tone/parrot\n" for number in range(4))


def test_for_one_run(folder):
    assert check(folder, *ARGUMENTS, "--plugin", "own") == (0, FOUND, "")
    code, out, error = check(folder, *ARGUMENTS)
    assert (code, out, error) == (2, "", f"unknown format “paths” ({allowed_formats()})\n")


def allowed_formats():
    from advocacy_lint.outputs import FORMATS

    return f"allowed: {', '.join(FORMATS)}"


def test_for_one_run_of_any_command(folder):
    assert check(folder, "--plugin", "own", *ARGUMENTS) == (0, FOUND, "")
    assert check(folder, "--plugin", "own", *ARGUMENTS, "--jobs", "2") == (0, FOUND, "")
    assert check(folder, "--plugin", "own", "greet") == (0, "hello\n", "")
    assert check(folder, "--plugin", "own", "explain", "tone/parrot")[0] == 0
    assert check(folder, "explain", "tone/parrot")[0] == 2
    assert check(folder, "--plugin", "owm", "greet") == (2, "", "plugin “owm” is not installed (installed are: own)\n")


def test_always_as_the_user_says(folder):
    allow(folder)
    assert check(folder, *ARGUMENTS) == (0, FOUND, "")
    assert check(folder, *ARGUMENTS, "--isolated") == (0, FOUND, "")
    assert check(folder, "greet") == (0, "hello\n", "")
    assert re.search(r"^ +greet +Say hello\.$", check(folder, "--help")[1], re.MULTILINE)


def test_a_project_asks_for_one(folder):
    (folder / "advocacy-lint.yml").write_text("fail-on: error\nplugins: [own]\n")
    config = folder / "own" / "advocacy-lint" / "config.yml"
    wanted = (
        "advocacy-lint.yml:2: plugins: “own” is wanted here, and you have not allowed it "
        f"(plugins: [own] in {config} allows it always, --plugin own for once)\n"
    )
    assert check(folder, "check", "posts") == (2, "", wanted)
    assert check(folder, *ARGUMENTS, "--plugin", "own") == (0, FOUND, "")
    allow(folder)
    assert check(folder, *ARGUMENTS) == (0, FOUND, "")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_in_worker_processes(folder, method):
    (folder / "site" / "sitecustomize.py").write_text(
        f"import multiprocessing\nmultiprocessing.get_all_start_methods = lambda: [{method!r}]\n"
    )
    assert check(folder, *ARGUMENTS, "--plugin", "own", "--jobs", "2") == (0, FOUND, "")


def test_kept_results_know_the_version(folder):
    kept = {"ADVOCACY_LINT_CACHE_DIR": str(folder / "kept")}
    assert check(folder, *ARGUMENTS, "--plugin", "own", **kept) == (0, FOUND, "")
    plain = ("check", "posts/0.note", "--language", "da", "--select", "tone", "-f", "concise", "--fail-on", "never")
    assert "tone/parrot" not in check(folder, *plain, **kept)[1]
    info = folder / "site" / "own_plugin-2.5.dist-info"
    (folder / "site" / "own_plugin" / "__init__.py").write_text(SOURCE.replace("data.decode()", "'Nyt: papegøje papegøje.'"))
    info.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: own-plugin\nVersion: 2.6\n")
    report = json.loads(check(folder, *plain, "--plugin", "own", "-f", "json", **kept)[1])
    assert [each["excerpt"] for each in report["posts"][0]["findings"] if each["rule"] == "tone/parrot"] == ["papegøje"]
    assert report["posts"][0]["findings"][0]["start"] == 5


def test_the_list(folder):
    place = folder / "own" / "advocacy-lint" / "config.yml"
    assert check(folder, "plugins", "list") == (
        0,
        f"own (own-plugin 2.5): not allowed\nAllow one with plugins: [name] in {place}, or for one run with advocacy-lint --plugin NAME.\n",
        "",
    )
    allow(folder)
    assert check(folder, "plugins", "list") == (
        0,
        "own (own-plugin 2.5): allowed\n    input: .note\n    output: paths\n    command: greet\n    rule pack: own_plugin:rules\n",
        "",
    )
    adds = {"input": [".note"], "output": ["paths"], "rule pack": ["own_plugin:rules"], "command": ["greet"]}
    assert json.loads(check(folder, "plugins", "list", "--format", "json")[1]) == [
        {"name": "own", "distribution": "own-plugin", "version": "2.5", "allowed": True, "adds": adds}
    ]


def test_one_that_is_not_there_or_does_not_work(folder):
    assert check(folder, "check", "posts", "--plugin", "owm") == (2, "", "plugin “owm” is not installed (installed are: own)\n")
    broken = folder / "site" / "own_plugin" / "__init__.py"
    broken.write_text("def register(registry):\n    1 / 0\n")
    assert check(folder, "check", "posts", "--plugin", "own") == (
        2,
        "",
        "plugin “own” (own-plugin 2.5): ZeroDivisionError: division by zero\n",
    )
    broken.write_text("import nothing_of_the_kind\n")
    assert check(folder, "check", "posts", "--plugin", "own") == (
        2, "", "plugin “own” cannot be imported: ModuleNotFoundError: No module named 'nothing_of_the_kind'\n",
    )  # fmt: skip
    broken.write_text("def register(registry):\n    registry.add_output('paths', 'own_plugin:Gone')\n")
    assert check(folder, *ARGUMENTS, "--plugin", "own") == (
        2, "", "own_plugin:Gone cannot be imported: module 'own_plugin' has no attribute 'Gone'\n",
    )  # fmt: skip


REPLACING = {
    "check kind “phrase”": lambda registry: registry.add_check("phrase", "own:x"),
    "input “.md”": lambda registry: registry.add_input(".md", "own:x"),
    "output “json”": lambda registry: registry.add_output("json", "own:x"),
    "language “da”": lambda registry: registry.add_language("da", "own:x", name="dansk"),
    "command “check”": lambda registry: registry.add_command("check", "own:x", "Mine."),
}


@pytest.mark.parametrize("what", list(REPLACING))
def test_nothing_built_in_is_replaced(what):
    with pytest.raises(ConfigError) as caught, plugged(REPLACING[what], "own"):
        pass
    assert str(caught.value) == f"plugin “own” would replace the {what} (give it a name of its own)"
    assert plugins.loaded() == ()


def test_nothing_of_another_plugin_is_replaced():
    with plugged(lambda registry: registry.add_output("tally", "one:x"), "one"):
        with pytest.raises(ConfigError) as caught, plugged(lambda registry: registry.add_output("tally", "two:x"), "two"):
            pass
        assert [each.plugin for each in plugins.loaded()] == ["one"]
    assert str(caught.value) == "plugin “two” would replace the output “tally” (give it a name of its own)"


@pytest.mark.parametrize("where", ["os", "os:", ":x", "os system:x", "../x:y"])
def test_an_import_string_is_one(where):
    with pytest.raises(ConfigError) as caught, plugged(lambda registry: registry.add_output("tally", where), "own"):
        pass
    assert str(caught.value) == f"plugin “own”: output “tally”: “{where}” is no import string (package.module:name)"


def test_a_project_that_names_some_leaves_the_rules_of_others_out(tmp_path, monkeypatch):
    for name in ("one", "two"):
        pack = tmp_path / f"pack_{name}" / "rules" / "tone"
        pack.mkdir(parents=True)
        (pack / f"{name}.yml").write_text(RULE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with (
        plugged(lambda registry: registry.add_rules("pack_one:rules"), "one"),
        plugged(lambda registry: registry.add_rules("pack_two:rules"), "two"),
    ):
        found = {
            names: {rule.id for rule in Session(Config(plugins=names)).book("da").rules} & {"tone/one", "tone/two"}
            for names in ((), ("one",))
        }
    assert found == {(): {"tone/one", "tone/two"}, ("one",): {"tone/one"}}


def own_language(registry):
    registry.add_language("nb", "advocacy_lint.languages.da.words:LANGUAGE", name="norsk", also=("no",))


def test_a_language_is_judged_unless_the_configuration_names_others(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "advocacy-lint.yml").write_text("languages: [da, en]\n")
    with plugged(own_language, "own"):
        assert Session(Config()).judges("nb")
        assert not Session(ConfigStore().for_path("a.md")).judges("nb")
        assert code_of("no") == code_of("nb_NO") == code_of("norsk") == "nb"
    assert not Session(Config()).judges("nb")
    assert code_of("nb") == "no"


def test_a_section_in_a_language_that_no_plugin_adds(tmp_path):
    (tmp_path / "tone").mkdir()
    (tmp_path / "tone" / "parrot.yml").write_text(RULE.replace("da:", "nb:"), encoding="utf-8")
    with plugged(own_language, "own"):
        assert rulebook.load("nb", [str(tmp_path)]).get("tone/parrot").texts["nb"].message == "«{match}»!"
    with pytest.raises(RuleError) as caught:
        rulebook.load("da", [str(tmp_path)])
    hint = "as a language it needs a plugin that adds it; there are da, en"
    assert str(caught.value) == f"{tmp_path / 'tone' / 'parrot.yml'}:4: unknown key “nb” ({hint})"


def test_nothing_is_looked_for_where_none_is_named():
    program = "import sys; from advocacy_lint.config.find import ConfigStore; ConfigStore(); print('importlib.metadata' in sys.modules)"
    code, out, error = run("-c", program, cwd=os.getcwd(), command=(sys.executable,), env={"XDG_CONFIG_HOME": "/nowhere"})
    assert (code, out, error) == (0, "False\n", "")
