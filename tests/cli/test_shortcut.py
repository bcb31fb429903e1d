"""Plain command lines are read without typer, and as typer reads them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.cli.check import check
from advocacy_lint.shortcut import FLAGS, NUMBERS, PATH_LISTS, PATHS, TEXT_LISTS, TEXTS, understood

_app = typer.Typer(add_completion=False)
_app.command()(check)
COMMAND: Any = typer.main.get_command(_app)
VALUED = (*TEXTS, *PATHS, *NUMBERS, *TEXT_LISTS, *PATH_LISTS)


def of_typer(arguments: list[str]) -> dict[str, Any] | None:
    """Return what typer reads, without what is nothing; None where it complains."""
    try:
        found = COMMAND.make_context("check", arguments).params
    except (typer._click.exceptions.ClickException, typer._click.exceptions.Exit):
        return None
    converted = {name: _path(name, value) for name, value in found.items()}
    return {name: value for name, value in converted.items() if value not in (None, [], (), False)}


def _path(name: str, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [Path(each) if name in PATH_LISTS.values() else each for each in value]
    return Path(value) if value is not None and name in PATHS.values() else value


def test_every_option_is_in_the_table() -> None:
    known = {option for parameter in COMMAND.params for option in parameter.opts if option.startswith("-")}
    assert known - {"--help"} == {*FLAGS, *VALUED}


@pytest.mark.parametrize("option", [*FLAGS, *VALUED])
def test_every_option_is_what_typer_takes_it_for(option: str) -> None:
    (parameter,) = (each for each in COMMAND.params if option in each.opts)
    kinds: dict[str, dict[str, Any]] = {"texts": TEXTS, "paths": PATHS, "text lists": TEXT_LISTS, "path lists": PATH_LISTS, "flags": FLAGS}
    found = {name for name, table in kinds.items() if table.get(option) == parameter.name}
    if option in NUMBERS:
        assert NUMBERS[option] == (parameter.name, parameter.type.max)
        assert (parameter.type.min, found) == (0, set())
    elif parameter.is_flag:
        assert found == {"flags"}
    else:
        kind = "path" if "path" in str(parameter.type).lower() else "text"
        assert found == {f"{kind} lists" if parameter.multiple else f"{kind}s"}


PLAIN = st.sampled_from(
    ["a.md", "b c.md", "-", "æ.md", "json", "brag,tone", "7", "100", "101", "0", "x=y", "sarif=a.sarif", "", "--", "-x", "٧"]
)
OPTIONS = st.one_of(
    st.sampled_from([*FLAGS, *VALUED, "--help", "--nothing", "-vq", "-fjson", "--no-cache=1", "-f=json", "--form", "-o"]),
    st.tuples(st.sampled_from(VALUED), PLAIN).map("=".join),
)


@given(st.lists(st.one_of(PLAIN, OPTIONS), max_size=8))
def test_what_is_read_here_is_what_typer_reads(arguments: list[str]) -> None:
    found = understood(["check", *arguments])
    if found is not None:
        read = of_typer(arguments)
        assert read is not None
        read.pop("color", None) if "color" not in found else None
        read.pop("jobs", None) if read.get("jobs") == 0 else None
        assert {name: value for name, value in found.items() if (name, value) != ("jobs", 0)} == read


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.md"],
        ["-", "--stdin-filename", "a.md"],
        ["a", "--format", "json", "--no-cache"],
        ["-v", "a.md", "-f", "json", "-o", "out.json"],
        ["--select=brag", "--select", "tone", "--rules=own", "a.md", "--jobs", "2", "--min-score=60"],
        [],
    ],
)
def test_plain_ones_are_read_here(arguments: list[str]) -> None:
    assert understood(["check", *arguments]) is not None


@pytest.mark.parametrize(
    "arguments", [[], ["rules"], ["--version"], ["check", "--help"], ["check", "--format"], ["check", "--min-score", "101"]]
)
def test_others_are_left_to_typer(arguments: list[str]) -> None:
    assert understood(arguments) is None


def test_completion_is_left_to_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ADVOCACY_LINT_COMPLETE", "complete_bash")
    assert understood(["check", "a.md"]) is None


@pytest.mark.parametrize(
    "arguments", [["a.md", "--format", "json"], ["none.md"], ["a.md", "--color", "blue"], ["a.md", "--min-score", "99"]]
)
def test_both_ways_end_alike(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.md").write_text("Vi er stolte af et rekordoverskud.\n", encoding="utf-8")
    env = {**os.environ, "ADVOCACY_LINT_CACHE_DIR": "", "NO_COLOR": "1", "COLUMNS": "80"}
    script = "import sys; sys.argv[0] = 'advocacy-lint'; from advocacy_lint import __main__, shortcut\n{}\n__main__.main()"
    short, long = (
        subprocess.run(
            [sys.executable, "-c", script.format(way), "check", *arguments], cwd=tmp_path, env=env, capture_output=True, text=True
        )
        for way in ("", "shortcut.understood = lambda arguments: None")
    )
    assert (short.returncode, short.stdout, short.stderr) == (long.returncode, long.stdout, long.stderr)
    assert understood(["check", *arguments]) is not None
