"""The command line is made of the options' own declarations: spellings, values, completion, and what to write instead."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from advocacy_lint.cli import COMMANDS, app
from advocacy_lint.cli.parameters import completing, signature_of, values_of
from advocacy_lint.outputs import FORMATS
from advocacy_lint.runs import check as runs_check
from advocacy_lint.runs.options import Options
from advocacy_lint.version import __version__


@pytest.fixture
def asked(monkeypatch):
    """Return the options of each run that is asked for; nothing is linted."""
    found = []
    monkeypatch.setattr(runs_check, "check", lambda options: found.append(options) or 0)
    return found


def run(*words):
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("check", Options()),
        ("check a.md b -", Options(paths=("a.md", "b", "-"))),
        ("check -f json -o out.json", Options(format="json", output=Path("out.json"))),
        ("check --format=csv --output-file sarif=x --output-file html=y", Options(format="csv", output_file=("sarif=x", "html=y"))),
        ("check --select brag,tone --select voice", Options(select=("brag,tone", "voice"))),
        ("check --rules a --rules b --context c", Options(rules=(Path("a"), Path("b")), context=(Path("c"),))),
        (
            "check -v -q --fix --no-cache --no-score --isolated",
            Options(verbose=True, quiet=True, fix=True, no_cache=True, no_score=True, isolated=True),
        ),
        ("check --min-score 50 --max-drop 3 --jobs 4", Options(min_score=50, max_drop=3, jobs=4)),
        ("check --changed-since HEAD~1 --fail-on never --color always", Options(changed_since="HEAD~1", fail_on="never", color="always")),
    ],
)
def test_options_are_what_was_written(asked, line, options):
    assert run(*line.split()) == (0, "", "")
    assert asked == [options]


@pytest.mark.parametrize("line", ["check --min-score 101", "check --min-score x", "check --jobs -1", "check --no-such", "check --format"])
def test_what_makes_no_sense_is_a_mistake(asked, line):
    code, out, error = run(*line.split())
    assert (code, out, asked) == (2, "", [])
    assert "Error: " in error


def test_every_option_has_a_help_of_its_own():
    code, out, _ = run("check", "-h")
    assert code == 0
    for name in signature_of(Options).parameters:
        assert name == "paths" or f"--{name.replace('_', '-')}" in out


def test_a_list_that_is_not_given_is_empty():
    assert values_of(Options, {"paths": None, "jobs": 3, "select": ["a"]}) == Options(jobs=3, select=("a",))


@pytest.mark.parametrize("spelling", ["-V", "--version"])
def test_version(spelling):
    assert run(spelling) == (0, f"advocacy-lint {__version__}\n", "")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_is_asked_for_by_one_letter(command):
    code, out, _ = run(*command, "-h")
    assert (code, out.startswith("Usage: ")) == (0, True)


@pytest.mark.parametrize(
    ("path", "typed"),
    [("draft.md", "draft.md"), ("posts/", "posts/"), ("nowhere/blåbær", "nowhere/blåbær"), ("my draft.md", "'my draft.md'")],
)
def test_a_draft_in_place_of_a_command(path, typed):
    code, out, error = run(path, "--fix")
    assert (code, out) == (2, "")
    assert error.endswith(f"Error: No such command '{path}'. Did you mean: advocacy-lint check {typed} --fix\n")


def test_the_next_step_can_be_pasted_into_a_shell(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mit udkast; rm.md").write_text("Vi er stolte af at kunne præsentere et rekordresultat på 3,2 mia. kr.", encoding="utf-8")
    _, out, _ = run("check", "mit udkast; rm.md", "--isolated", "--language", "da", "--fail-on", "never")
    assert out.splitlines()[-1].endswith("Næste skridt: advocacy-lint coach 'mit udkast; rm.md'")


def test_the_environment_is_told_of_in_the_help():
    code, out, _ = run("--help")
    assert code == 0
    assert " ".join(out.split()).endswith(
        "Environment: ADVOCACY_LINT_FORMAT, the format of check where none is given; ADVOCACY_LINT_CACHE_DIR, where results are kept "
        "(empty: nowhere); NO_COLOR and FORCE_COLOR."
    )


def test_options_complete_to_names():
    assert completing(tuple(FORMATS))("js") == ["json", "jsonl"]
    parameters = {each.name: each for each in typer.main.get_command(app).get_command(None, "check").params}
    for name, beginning, first in (
        ("format", "sa", "sarif"),
        ("fail_on", "n", "never"),
        ("locale", "", "da"),
        ("select", "brag/a", "brag/award"),
    ):
        found = parameters[name].shell_complete(typer.Context(typer.main.get_command(app)), beginning)
        assert found[0].value == first


@pytest.mark.parametrize(("typed", "said"), [("chek", "No such command 'chek'. Did you mean: check?"), ("zzz", "No such command 'zzz'.")])
def test_a_command_that_is_nearly_one_is_named(typed, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, [typed])
    assert (result.exit_code, result.output.splitlines()[-1]) == (2, f"Error: {said}")
