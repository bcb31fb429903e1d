"""The command line is made of the options' own declarations: spellings, values, completion, and what to write instead."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from advocacy_lint.cli import COMMANDS, app
from advocacy_lint.cli.parameters import completing, signature_of, values_of
from advocacy_lint.errors import LintError
from advocacy_lint.languages import own_locale
from advocacy_lint.languages.mistakes import said as told
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
    result = CliRunner().invoke(app, list(words), prog_name="advocacy-lint")
    if isinstance(result.exception, LintError):  # what the program's entry makes of one
        return 2, result.stdout, f"{told(result.exception, own_locale())}\n"
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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("check --min-score 101", "--min-score: must be a whole number from 0 to 100"),
        ("check --min-score x", "--min-score: must be a whole number from 0 to 100"),
        ("check --jobs -1", "--jobs: must be a whole number, 0 or more"),
        ("check --no-such", "no option --no-such (did you mean “--no-score”?)"),
        ("check --format", "--format needs a value (advocacy-lint -h)"),
    ],
)
def test_what_makes_no_sense_is_a_mistake(asked, line, said):
    assert (*run(*line.split()), asked) == (2, "", f"{said}\n", [])


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
    assert error == f"no command “{path}” (did you mean “advocacy-lint check {typed} --fix”?)\n"


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


@pytest.mark.parametrize(
    ("command", "name", "beginning", "first"),
    [
        ("tighten", "output_format", "m", "markdown"),
        ("scaffold", "shape", "l", "lesson"),
        ("explain", "rule_id", "brag/aw", "brag/award"),
        ("audit", "fail_on", "w", "warning"),
        ("coach", "language", "d", "da"),
        ("mix", "locale", "e", "en"),
    ],
)
def test_options_of_every_command_complete(command, name, beginning, first):
    group = typer.main.get_command(app)
    (parameter,) = [each for each in group.get_command(None, command).params if each.name == name]
    assert [each.value for each in parameter.shell_complete(typer.Context(group), beginning)] == [first]


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


@pytest.mark.parametrize(
    ("typed", "english", "danish"),
    [
        ("chek", "no command “chek” (did you mean “check”?)", "kommandoen «chek» findes ikke (mente du «check»?)"),
        ("zzz", "no command “zzz” (advocacy-lint -h)", "kommandoen «zzz» findes ikke (advocacy-lint -h)"),
        ("rules tst", "no command “tst” (did you mean “test”?)", "kommandoen «tst» findes ikke (mente du «test»?)"),
        ("--foo", "no option --foo (advocacy-lint -h)", "parameteren --foo findes ikke (advocacy-lint -h)"),
        ("check --formt json", "no option --formt (did you mean “--format”?)", "parameteren --formt findes ikke (mente du «--format»?)"),
        ("check --min-score", "--min-score needs a value (advocacy-lint -h)", "--min-score skal have en værdi (advocacy-lint -h)"),
        ("check --fix=3 x", "--fix takes no value (advocacy-lint -h)", "--fix skal ikke have en værdi (advocacy-lint -h)"),
        (
            "tighten x --format xml",
            "--format xml (allowed: text, json, markdown, diff)",
            "--format xml (tilladt: text, json, markdown, diff)",
        ),
        ("explain x --format jsn", "--format jsn (did you mean “json”?)", "--format jsn (mente du «json»?)"),
        ("scaffold x --shape x", "--shape x (allowed: moment, lesson, useful)", "--shape x (tilladt: moment, lesson, useful)"),
        ("audit x --fail-on eror", "--fail-on eror (did you mean “error”?)", "--fail-on eror (mente du «error»?)"),
        ("check --jobs x", "--jobs: must be a whole number, 0 or more", "--jobs: skal være et helt tal, 0 eller mere"),
        ("check --min-score 300", "--min-score: must be a whole number from 0 to 100", "--min-score: skal være et helt tal fra 0 til 100"),
        ("explain", "RULE_ID is missing (advocacy-lint explain -h)", "RULE_ID mangler (advocacy-lint explain -h)"),
        ("coach a b c", "not expected here: b c (advocacy-lint coach -h)", "ikke ventet her: b c (advocacy-lint coach -h)"),
    ],
)
def test_a_command_line_typed_wrong_is_told_in_one_line(typed, english, danish, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for locale, line in (("C", english), ("da_DK.UTF-8", danish)):
        monkeypatch.setenv("LC_ALL", locale)
        assert run(*typed.split()) == (2, "", f"{line}\n")
