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
    assert len(data["posts"]) == 54


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


def test_the_schemas_are_printed_and_every_line_of_json_lines_fits_its_own(tmp_path):
    assert json.loads(run("report", "schema").stdout) == SCHEMA
    schema = json.loads(run("report", "schema", "--lines").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == SCHEMA["$id"].replace("/output.", "/line.")
    for name in ("Mette", "Bo"):
        (tmp_path / f"{name}.md").write_text(
            f"---\nauthor: {name}\n---\nKl. 5.40 stod Lene på rampen med nøglen, og det virkede ikke.", "utf-8"
        )
    (tmp_path / "bad.md").write_bytes(b"\xff\xfe\x00\xd8 x")
    lines = [json.loads(line) for line in run("check", str(tmp_path), "--format", "jsonl", "--isolated").stdout.splitlines()]
    assert [next(iter(line)) for line in lines] == ["path", "path", "portfolio", "error"]
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []
    assert not validator.is_valid({"error": {"path": "x.md"}})


def test_every_shipped_schema_says_where_it_is_found():
    for path in sorted((Path(advocacy_lint.__file__).parent / "schemas").glob("*.json")):
        assert json.loads(path.read_text(encoding="utf-8"))["$id"].endswith(f"/schemas/{path.name}")
