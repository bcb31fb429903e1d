"""Nothing of the repository being linted is executed."""

import os
import subprocess
import sys

import pytest
from program import COMMAND, MODULE, PLAIN, run

MODULES = (
    "conftest", "sitecustomize", "usercustomize", "advocacy_lint", "yaml", "typer", "json", "rich", "spacy", "langdetect", "multiprocessing",
    "pickle", "setup", "noxfile", "evil_plugin", "re2", "pathspec", "signal", "subprocess", "rensa", "openpyxl",
)  # fmt: skip
MARK = "import os\nopen(os.path.join({marks!r}, __name__ if __name__ != '__main__' else 'main'), 'w').close()\n"


@pytest.fixture
def repository(tmp_path):
    """A repository full of code that leaves a mark where it runs; return it, and a function that tells which marks there are."""
    folder, marks = tmp_path / "repo", tmp_path / "marks"
    marks.mkdir()
    code = MARK.format(marks=str(marks))
    for name in MODULES:
        for where in (folder, folder / "rules", folder / "rules" / "tone", folder / "posts"):
            where.mkdir(parents=True, exist_ok=True)
            (where / f"{name}.py").write_text(code)
    (folder / "evil.pth").write_text("import evil_plugin\n")
    (folder / "evil-1.0.dist-info").mkdir()
    (folder / "evil-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n")
    (folder / "evil-1.0.dist-info" / "entry_points.txt").write_text("[advocacy_lint]\nevil = evil_plugin:x\n")
    (folder / "advocacy-lint.yml").write_text("rules: [rules]\n")
    for number in range(3):
        (folder / "posts" / f"{number}.md").write_text(
            PLAIN + "`{{ __import__('evil_plugin') }}` ${evil_plugin} {0.__class__}\n" * number, encoding="utf-8"
        )
    return folder, lambda: sorted(os.listdir(marks))


ARGUMENTS = {
    "text": ("check", "."),
    "json": ("check", ".", "--format", "json", "--language", "da"),
    "workers": ("check", ".", "--jobs", "2", "--format", "html"),
    "fix": ("check", ".", "--fix"),
    "mix": ("mix", "posts"),
    "rules": ("rules", "list", "--rules", "rules"),
}


@pytest.mark.parametrize("arguments", list(ARGUMENTS.values()), ids=list(ARGUMENTS))
def test_by_the_command(repository, arguments):
    folder, marks = repository
    code, _, error = run(*arguments, cwd=folder, command=COMMAND)
    assert (code, error, marks()) == (0 if arguments[0] != "check" else 1, "", [])


def test_a_plugin_that_only_the_repository_wants(repository, tmp_path):
    folder, marks = repository
    (folder / "advocacy-lint.yml").write_text("plugins: [evil]\n")
    own = {"XDG_CONFIG_HOME": str(tmp_path / "own")}
    code, out, error = run("check", "posts", cwd=folder, command=COMMAND, env=own)
    place = tmp_path / "own" / "advocacy-lint" / "config.yml"
    assert (code, out, marks()) == (2, "", [])
    assert error == (
        "advocacy-lint.yml:1: plugins: “evil” is wanted here, and you have not allowed it "
        f"(plugins: [evil] in {place} allows it always, --plugin evil for once)\n"
    )
    assert run("check", "posts", "--isolated", "--select", "tone", cwd=folder, command=COMMAND, env=own)[0] == 0
    code, out, error = run("check", "posts", "--plugin", "evil", cwd=folder, command=COMMAND, env=own)
    assert (code, out, error) == (2, "", "plugin “evil” is not installed (no installed package declares one)\n")
    assert marks() == []


@pytest.mark.parametrize("arguments", [ARGUMENTS["text"], ARGUMENTS["workers"]], ids=["text", "workers"])
def test_by_python_m_with_a_safe_path(repository, arguments):
    folder, marks = repository
    code, _, error = run(*arguments, cwd=folder, command=(sys.executable, "-P", *MODULE[1:]))
    assert (code, error, marks()) == (1, "", [])


def test_by_python_m_all_but_what_python_itself_looks_up(repository):
    folder, marks = repository
    (folder / "advocacy_lint.py").unlink()
    code, _, error = run(*ARGUMENTS["text"], cwd=folder, command=MODULE)
    assert (code, error, marks()) == (1, "", [])


def test_python_m_finds_a_namesake_first_as_the_readme_says(repository):
    folder, marks = repository
    assert run(*ARGUMENTS["text"], cwd=folder, command=MODULE) == (0, "", "")
    assert marks() == ["main"]


def test_workers_that_are_started_afresh(repository, tmp_path):
    folder, marks = repository
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "sitecustomize.py").write_text(
        "import multiprocessing\nmultiprocessing.get_all_start_methods = lambda: ['spawn']\n"
    )
    code, _, error = run(*ARGUMENTS["workers"], cwd=folder, env={"PYTHONPATH": str(tmp_path / "own")})
    assert (code, error, marks()) == (1, "", [])


def test_programs_that_the_repositorys_git_names(repository):
    folder, marks = repository
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "posts"), ("commit", "-q", "-m", "x")):
        subprocess.run([*git, *arguments], cwd=folder, check=True)
    script = folder / "evil.sh"
    mark = os.path.join(os.path.dirname(folder), "marks", "git")
    script.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    script.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command", "core.pager", "core.editor"):
        subprocess.run(["git", "config", key, str(script)], cwd=folder, check=True)
    (folder / ".gitattributes").write_text("*.md diff=evil\n")
    (folder / "posts" / "0.md").write_text(PLAIN + "Mere.\n", encoding="utf-8")
    arguments = ("check", "posts", "--changed-since", "HEAD", "--max-drop", "90", "--format", "json")
    code, out, error = run(*arguments, cwd=folder)
    assert (code, out.count('"path"'), error, marks()) == (0, 1, "", [])
