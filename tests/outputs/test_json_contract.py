"""The JSON contract: what the command prints fits the schema that the package ships."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import advocacy_lint

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((Path(advocacy_lint.__file__).parent / "schemas" / "output.schema.json").read_text(encoding="utf-8"))


def run(*arguments):
    return subprocess.run([sys.executable, "-m", "advocacy_lint", *arguments], capture_output=True, text=True, cwd=ROOT, encoding="utf-8")


def problems(data):
    return [f"{list(error.path)}: {error.message}" for error in jsonschema.Draft202012Validator(SCHEMA).iter_errors(data)]


def test_check_on_the_examples():
    done = run("check", "examples", "--format", "json")
    assert done.returncode == 1
    data = json.loads(done.stdout)
    assert problems(data) == []
    assert len(data["posts"]) == 48


def test_an_unreadable_input_is_in_the_object_and_the_rest_is_linted(tmp_path):
    (tmp_path / "bad.md").write_bytes(b"\xff\xfe\x00\xd8 x")
    (tmp_path / "good.md").write_text("Kl. 5.40 stod Lene på rampen, og det virkede ikke.", encoding="utf-8")
    done = run("check", str(tmp_path), "--format", "json", "--isolated")
    data = json.loads(done.stdout)
    assert done.returncode == 2
    assert problems(data) == []
    assert [Path(post["path"]).name for post in data["posts"]] == ["good.md"]
    assert [Path(error["path"]).name for error in data["errors"]] == ["bad.md"]


def test_audit_has_the_same_shape():
    done = run("audit", "examples/programme/bad.yml", "--format", "json")
    data = json.loads(done.stdout)
    assert problems(data) == []
    assert "posts" not in data
    assert len(data["programmes"]) == 1


@pytest.mark.parametrize("missing", ["schema", "tool", "portfolio", "errors", "summary"])
def test_the_schema_asks_for_every_part(missing):
    data = json.loads(run("check", "examples/da/overskud-bedre.md", "--format", "json").stdout)
    del data[missing]
    assert problems(data) == [f"[]: '{missing}' is a required property"]
