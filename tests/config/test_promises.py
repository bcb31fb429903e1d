"""What a stranger's configuration cannot do, and what is told of values that mean nothing."""

import pytest

from advocacy_lint import rulebook
from advocacy_lint.config import Config, Mix
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.engine.session import Session
from advocacy_lint.errors import ConfigError
from advocacy_lint.model import Post
from advocacy_lint.runs.baseline import Baseline


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refused(call):
    with pytest.raises(ConfigError) as caught:
        call()
    return str(caught.value)


def test_a_file_that_others_extend_is_read_once(folder):
    for level in range(40):  # read as often as it is named, the last would be read 2**40 times
        folder(f"e{level}.yml", f"extends: [e{level + 1}.yml, e{level + 1}.yml]\nignore: [tone]\n")
    folder("e40.yml", "min-score: 7\n")
    folder("advocacy-lint.yml", "extends: e0.yml\n")
    assert ConfigStore().for_path("a.md").min_score == 7


def test_a_long_chain_is_refused_in_one_line(folder):
    for level in range(1500):
        folder(f"e{level}.yml", f"extends: e{level + 1}.yml\n")
    folder("e1500.yml", "")
    folder("advocacy-lint.yml", "extends: e0.yml\n")
    assert refused(lambda: ConfigStore().for_path("a.md")) == "e49.yml:1: extends: more than 50 files, each extending the next"


def test_the_whole_machine_is_no_folder_of_rules(folder):
    folder("advocacy-lint.yml", "rules: ['/']\n")
    assert refused(lambda: ConfigStore().for_path("a.md")) == "advocacy-lint.yml:1: rules: / is no folder of rules"


RULE = """check: phrase
level: warning
evidence: {tier: practice, source: ours}
da:
  message: "«{match}»: skriv gode."
  why: Ordet er tomt.
  match: {phrases: [superduper]}
  examples: {bad: ["Vi har <<superduper>> pumper."], good: ["Vi har gode pumper."]}
"""


@pytest.mark.parametrize("name", ["tone/own.yml", "tone/own.yaml", "tone/own.YML"])
def test_rule_files_are_read_by_any_of_their_endings(folder, name):
    root = folder(f"own/{name}", RULE)
    assert "tone/own" in rulebook.ids([str(root / "own")])
    report = Session(Config(rules=(str(root / "own"),))).lint(Post("", "Vi har superduper pumper på lager i dag.", meta={"language": "da"}))
    assert "tone/own" in report.rules


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"min_score": -5}, "min_score: -5 is not between 0 and 100"),
        ({"locale": "xx"}, "locale: unknown value “xx” (allowed: da, en)"),
        ({"language": "xx"}, "language: unknown value “xx” (allowed: da, en)"),
        ({"vocabulary": None}, "vocabulary: expected keys and values, got nothing"),
        ({"mix": Mix(one_voice=2)}, "mix.one_voice: 2 is not between 0 and 1"),
    ],
)
def test_what_a_program_configures_is_held_as_files_are(values, said):
    assert refused(lambda: Config(**values)) == said


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ("rules: {brag/nope: 1.0}", "w.yml: rules: no rule “brag/nope”"),
        ("bias: {xx: 1.0}", "w.yml: bias: no language “xx” (there are da, en)"),
    ],
)
def test_weights_are_of_rules_and_languages_that_there_are(folder, weights, said):
    folder("w.yml", weights)
    post = Post("", "Vi har gode pumper på lager i dag.", meta={"language": "da"})
    assert refused(lambda: Session(Config(weights="w.yml")).lint(post)).startswith(said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            '{"version": 99, "files": {}}',
            "b.json: a baseline of another form (99) than is written now (2) (make one with --write-baseline)",
        ),
        ('{"version": 1, "files": {"a.md": {"x": 1e300}}}', "b.json: not a baseline (make one with --write-baseline)"),
        ('{"version": 1, "files": {"a.md": {"x": -1}}}', "b.json: not a baseline (make one with --write-baseline)"),
    ],
)
def test_a_baseline_is_one_or_is_refused(folder, written, said):
    root = folder("b.json", written)
    assert refused(lambda: Baseline((root / "b.json").relative_to(root))) == said
