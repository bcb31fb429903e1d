"""What is shipped: the package and its data, nothing compiled, nothing else."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from advocacy_lint.version import __version__

ROOT = Path(__file__).parents[2]
DATA = (".py", ".yml", ".json", ".tsv", ".typed", ".txt", ".md", ".css", ".html", ".js")


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    (wheel,) = folder.iterdir()
    assert wheel.name == f"advocacy_lint-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_only_the_package_and_its_description(names):
    info = f"advocacy_lint-{__version__}.dist-info/"
    inside = [each for each in names if each.startswith("advocacy_lint/")]
    assert sorted(set(names) - set(inside)) == [
        f"{info}{each}" for each in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    ]
    assert [each for each in inside if not each.endswith(DATA)] == []
    assert [each for each in inside if re.search(r"(^|/)((tests?|benchmarks|examples|__pycache__)/|conftest|\.)", each)] == []
    assert len(names) == len(set(names))


def test_every_module_and_every_rule(names):
    shipped = {each.removeprefix("advocacy_lint/") for each in names}
    package = ROOT / "src" / "advocacy_lint"
    modules = {each.relative_to(package).as_posix() for each in package.rglob("*.*") if each.is_file() and "__pycache__" not in each.parts}
    rules = {f"_rules/{each.relative_to(ROOT / 'rules').as_posix()}" for each in (ROOT / "rules").rglob("*.*") if each.is_file()}
    assert sorted((modules | rules) - shipped) == []
    assert sorted(each for each in shipped if each.startswith("_rules/") and each not in rules) == []
