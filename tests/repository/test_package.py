"""The built package: what PyPI would say of it, and that it runs as it was installed, from the wheel and from the sources."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


def run(*command, **options):
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The wheel and the source package, built as `release.yml` builds them: the wheel from the sources."""
    folder = tmp_path_factory.mktemp("packages")
    done = run("-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    assert done.returncode == 0, done.stderr
    return {path.suffix: path for path in folder.iterdir()}


def test_pypi_would_take_them(packages):
    assert sorted(packages) == [".gz", ".whl"]
    done = run("-m", "twine", "check", "--strict", *packages.values(), env={**os.environ, "NO_COLOR": "1", "COLUMNS": "400"})
    assert (done.returncode, done.stdout.count("PASSED")) == (0, 2), done.stdout


@pytest.mark.parametrize("kind", [".whl", ".gz"])
def test_installed_it_judges_a_draft(packages, kind, tmp_path):
    place = tmp_path / "installed"
    done = run("-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", place, packages[kind])
    assert done.returncode == 0, done.stderr
    (tmp_path / "draft.md").write_text("We are proud to announce a record year.\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(place), "ADVOCACY_LINT_CACHE_DIR": ""}
    where = run("-c", "import advocacy_lint; print(advocacy_lint.__file__)", env=environment, cwd=tmp_path)
    assert Path(where.stdout.strip()).parent == place / "advocacy_lint"
    done = run(
        "-m",
        "advocacy_lint",
        "check",
        "draft.md",
        "--select",
        "tone/announcement-opener",
        "--format",
        "concise",
        env=environment,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stderr, done.stdout) == (
        1,
        "",
        "draft.md:1:1: error tone/announcement-opener “We are proud to announce” is where thumbs start scrolling. Open where something happened.\n",
    )
