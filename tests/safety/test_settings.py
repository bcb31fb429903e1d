"""Files of settings that are devices, pipes, folders or without end: one line and exit code 2, in little memory, and no waiting."""

import os
import resource
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest
from program import PLAIN, PROUD, run, write

import advocacy_lint
from advocacy_lint import rulebook

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="devices and pipes of Linux")]
WAYS = {
    "programme": ("p.yml", ("audit", "p.yml"), "larger than 1 MB"),
    "baseline": ("b.json", ("check", "a.md", "--baseline", "b.json"), "larger than 100 MB (make one with --write-baseline)"),
    "answers": ("svar.yml", ("coach", "a.md", "--answers", "svar.yml"), "larger than 200 kB"),
    "evaluate": ("l.jsonl", ("evaluate", "l.jsonl"), "larger than 500 MB"),
    "calibrate": ("l.jsonl", ("calibrate", "l.jsonl"), "larger than 500 MB"),
    "weights": ("w.yml", ("evaluate", "labelled.jsonl", "--weights", "w.yml"), "larger than 5 MB"),
}


def bounded():
    """Give a child two gigabytes of memory to ask for; what it reads without end would take all there is."""
    resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))


@pytest.mark.parametrize("way", list(WAYS))
def test_a_device_without_end(tmp_path, way):
    name, arguments, said = WAYS[way]
    write(tmp_path, a=PLAIN)
    (tmp_path / "labelled.jsonl").write_text('{"id": "1", "lang": "en", "text": "We are proud.", "verdict": "bad"}\n')
    (tmp_path / name).symlink_to("/dev/zero")
    assert run(*arguments, cwd=tmp_path, preexec_fn=bounded) == (2, "", f"{name}: {said}\n")


PACK = "pakke/tone/x.yml"


def make(path, kind):
    path.parent.mkdir(parents=True, exist_ok=True)
    {
        "pipe": lambda: os.mkfifo(path),
        "device": lambda: path.symlink_to("/dev/zero"),
        "nowhere": lambda: path.symlink_to("gone.yml"),
        "itself": lambda: path.symlink_to("x.yml"),
        "large": lambda: path.write_bytes(b"#" * 5_000_001),
        "latin": lambda: path.write_bytes("a: æ".encode("latin-1")),
    }[kind]()


def drafts(folder, command):
    """Lay a draft and an empty pack of rules where a command finds both."""
    write(folder, a=PROUD)
    (folder / "pakke").mkdir()
    if command == ("check", "a.md"):
        (folder / "advocacy-lint.yml").write_text("rules: [pakke]\n")


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    """What each command says with an empty pack; made once, as rules are read anew in every run."""

    @cache
    def said(*command):
        folder = tmp_path_factory.mktemp("without")
        drafts(folder, command)
        return run(*command, cwd=folder)

    return said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("pipe", "not a file"),
        ("device", "not a file"),
        ("nowhere", "No such file or directory"),
        ("large", "larger than 5 MB"),
        ("latin", "not UTF-8: byte 0xE6 at offset 3"),
    ],
)
@pytest.mark.parametrize("where", ["tone/x.yml", "data/weights/builtin.yml", "data/forms/corrections.da.yml"])
@pytest.mark.parametrize(
    "command", [("check", "a.md", "--rules", "pakke"), ("rules", "test", "pakke"), ("check", "a.md")], ids=["check", "test", "config"]
)
def test_a_file_of_a_pack(tmp_path, without, kind, said, where, command):
    drafts(tmp_path, command)
    make(tmp_path / "pakke" / where, kind)
    code, out, error = run(*command, cwd=tmp_path, preexec_fn=bounded)
    refused = {
        "tone/x.yml": True,
        "data/weights/builtin.yml": False,  # only the pack that ships brings weights; a team names its own in the settings
        "data/forms/corrections.da.yml": kind in ("large", "latin"),
    }
    if refused[where]:
        reason = f"cannot be read: {said}" if kind == "nowhere" else said
        assert (code, out, error.replace(f"{tmp_path}/", "")) == (2, "", f"pakke/{where}: {reason}\n")
    else:  # what a pack need not have is left aside where it is no file, and what is not its to say is not read
        assert (code, out, error) == without(*command)


@pytest.mark.parametrize(("kind", "said"), [("large", "larger than 5 MB"), ("latin", "not UTF-8: byte 0xE6 at offset 3")])
def test_weights_that_ship_damaged(tmp_path, kind, said):
    write(tmp_path, a=PROUD)
    program = shutil.copytree(Path(advocacy_lint.__file__).parent, tmp_path / "program" / "advocacy_lint")
    shutil.copytree(rulebook.builtin_pack(), program / "_rules", dirs_exist_ok=True)
    (program / "_rules" / "data" / "weights" / "builtin.yml").unlink()
    make(program / "_rules" / "data" / "weights" / "builtin.yml", kind)
    shown = run("check", "a.md", cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "program")})
    assert shown == (2, "", f"{program}/_rules/data/weights/builtin.yml: {said}\n")


@pytest.mark.parametrize(
    "command", [("check", "a.md", "--rules", "pakke", "--select", "brag"), ("rules", "test", "pakke")], ids=["check", "test"]
)
def test_links_of_a_pack_that_go_round(tmp_path, command):
    """Two links to the folder they lie in are more ways than can be gone; they are not gone."""
    write(tmp_path, a=PLAIN)
    (tmp_path / "pakke").mkdir()
    (tmp_path / "pakke" / "a").symlink_to(".")
    (tmp_path / "pakke" / "b").symlink_to(".")
    (tmp_path / "pakke" / "c.yml").mkdir()
    code, _, error = run(*command, cwd=tmp_path, env={"ADVOCACY_LINT_CACHE_DIR": str(tmp_path / "cache")})
    assert (code, error) == (0, "")


@pytest.mark.parametrize("name", ["advocacy-lint.yml", "pyproject.toml", ".gitignore"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_what_is_looked_for_in_passing(tmp_path, name, kind):
    write(tmp_path, a=PROUD)
    expected = run("check", ".", "--format", "json", "--language", "da", cwd=tmp_path)
    make(tmp_path / name, kind)
    assert run("check", ".", "--format", "json", "--language", "da", cwd=tmp_path, preexec_fn=bounded) == expected


@pytest.mark.parametrize("key", ["programme", "weights", "extends"])
def test_a_file_that_a_configuration_names_is_not_printed(tmp_path, key):
    """A message may quote words of it, so that a mistake is found; not the file."""
    write(tmp_path, a=PROUD)
    (tmp_path / "secret").write_text("one two three " * 1000)
    (tmp_path / "advocacy-lint.yml").write_text(f"{key}: secret\n")
    code, out, error = run("check", "a.md", cwd=tmp_path)
    said = {
        "programme": "secret:1: expected keys and values, got “" + ("one two three " * 5)[:60] + "…”\n",
        "weights": "secret: not a weights file\n",
        "extends": "secret:1: expected keys and values, such as “locale: da”\n",
    }[key]
    assert (code, out, error.replace(f"{tmp_path}/", "")) == (2, "", said)


@pytest.mark.parametrize("name", ["programme", "rule", "configuration"])
def test_a_key_of_a_megabyte_is_not_printed(tmp_path, name):
    write(tmp_path, a=PROUD)
    key = "nøgle " * 150
    path, arguments = {
        "programme": ("p.yml", ("audit", "p.yml")),
        "rule": (PACK, ("check", "a.md", "--rules", "pakke")),
        "configuration": ("advocacy-lint.yml", ("check", "a.md")),
    }[name]
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(f'"{key}": x\n', encoding="utf-8")
    code, out, error = run(*arguments, cwd=tmp_path)
    assert (code, out, error.startswith(f"{path}:1: unknown key “{key[:60]}"), error.count("\n"), len(error) < 600) == (
        2,
        "",
        True,
        1,
        True,
    ), error
