"""Options and settings that name what is not there: said in one line, with exit code 2, and not passed over in silence."""

import json
import os
import subprocess
import sys

import pytest

from advocacy_lint.version import __version__

PROUD = "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr.\n"
GROUPS = "audience, brag, craft, portfolio, programme, purpose, suppression, tone, voice"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text(PROUD, encoding="utf-8")
    return tmp_path


def check(folder, *arguments):
    env = {**os.environ, "ADVOCACY_LINT_CACHE_DIR": "", "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "advocacy_lint", "check", *arguments], cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8"
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--select", "nope"), f"select: no rule, or group of rules, “nope” (allowed: {GROUPS})"),
        (("--select", "brag,bragg"), "select: no rule, or group of rules, “bragg” (did you mean “brag”?)"),
        (("--ignore", "brag/awrd"), "ignore: no rule, or group of rules, “brag/awrd” (did you mean “brag/award”?)"),
        (("--locale", "xx"), "--locale xx (allowed: da, en)"),
        (("--language", "dk"), "--language dk (allowed: da, en)"),
        (("--output", "a.md"), "a.md: a draft of this run; no output is written over it"),
        (("--output-file", "json=./a.md"), "a.md: a draft of this run; no output is written over it"),
        (("--write-baseline", "a.md"), "a.md: a draft of this run; no output is written over it"),
        (("--output-file", "json=o", "--output-file", "csv=./o"), "o: two outputs for one file"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else None,
)
def test_options(folder, arguments, said):
    assert check(folder, "a.md", *arguments) == (2, "", f"{said}\n")
    assert os.listdir(folder) == ["a.md"]
    assert (folder / "a.md").read_text(encoding="utf-8") == PROUD


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select: [nope]", f"select: no rule, or group of rules, “nope” (allowed: {GROUPS})"),
        ("ignore: [tone/buzword]", "ignore: no rule, or group of rules, “tone/buzword” (did you mean “tone/buzzword”?)"),
        ("levels:\n  awards: off", f"advocacy-lint.yml:2: levels: no rule, or group of rules, “awards” (allowed: {GROUPS})"),
    ],
)
def test_settings(folder, text, said):
    (folder / "advocacy-lint.yml").write_text(text, encoding="utf-8")
    assert check(folder, "a.md") == (2, "", f"{said}\n")


@pytest.mark.parametrize("name", ["brag/", "brag/*", "brag/financial-result", "suppression", "portfolio", "programme", "signal", "forms"])
def test_what_there_is_may_be_named(folder, name):
    code, _, error = check(folder, "a.md", "--ignore", name, "--fail-on", "never")
    wrong = name in ("signal", "forms")
    assert (code, error == "") == (2 if wrong else 0, not wrong)


def test_a_rule_of_ones_own_may_be_named(folder):
    (folder / "egne" / "tone").mkdir(parents=True)
    (folder / "egne" / "tone" / "x.yml").write_text(
        "check: phrase\nlevel: error\nweight: 1\nevidence: {tier: practice, source: x}\n"
        "da: {message: m, why: w, match: {phrases: [rekordoverskud]}}\nen: {not_for: x}\n"
    )
    arguments = ("a.md", "--select", "tone/x", "--format", "concise", "--language", "da")
    assert check(folder, *arguments)[0::2] == (
        2,
        "select: no rule, or group of rules, “tone/x” (allowed: …)\n".replace("allowed: …", hint()),
    )
    assert check(folder, *arguments, "--rules", "egne") == (1, "a.md:1:40: error tone/x m\n", "")


def hint():
    """Return what is said of an id that is near to none, or the nearest to it."""
    from advocacy_lint import rulebook
    from advocacy_lint.files import structure

    ids = rulebook.ids([str(rulebook.builtin_pack())])
    return structure.nearest("tone/x", sorted({*ids, *(each.rpartition("/")[0] for each in ids)})) or ""


@pytest.mark.parametrize(("name", "said"), [("nope", "no such file"), ("nope*", "no file matches this pattern")])
def test_context(folder, name, said):
    code, out, error = check(folder, "a.md", "--context", name, "--format", "json")
    assert (code, [each["path"] for each in json.loads(out)["posts"]], error) == (2, ["a.md"], f"{name}: {said}\n")
    (folder / "advocacy-lint.yml").write_text(f"context: ['{name}']\n")
    code, _, error = check(folder, "a.md", "--format", "json")
    assert (code, error) == (2, f"{folder}/{name}: {said}\n")


def test_the_report_in_the_folder_is_no_draft(folder):
    for _ in range(2):
        assert check(folder, ".", "--format", "json", "--output", "r.md", "--output-file", "csv=r.csv") == (1, "", "")
        data = json.loads((folder / "r.md").read_text(encoding="utf-8"))
        assert ([each["path"] for each in data["posts"]], data["tool"]["version"]) == (["a.md"], __version__)
