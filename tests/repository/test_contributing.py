"""CONTRIBUTING.md against the code: the picture of a draft's way, the places where things are added, the modules of the tricks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "advocacy_lint"
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PICTURE = PAGE.split("```mermaid\n", 1)[1].split("```", 1)[0]
BOXES = dict(re.findall(r'(\w+)\["([\w.]+)"\]', PICTURE))
ARROWS = re.findall(r'^  (\w+)(?:\["[\w.]+"\])? -->(?:\|(\w+)\|)? (\w+)', PICTURE, re.M)


def module_and_rest(dotted: str) -> tuple[Path, str, str]:
    """Return the file of the longest part of a dotted name that is a module, that module, and the name inside."""
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        path = SRC.joinpath(*parts[:end])
        for file in (path.with_suffix(".py"), path / "__init__.py"):
            if file.is_file():
                return file, ".".join(parts[:end]), ".".join(parts[end:])
    raise AssertionError(f"no module in {dotted}")


@cache
def imports_and_names(file: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the dotted names that a module imports (also inside functions), and the names and attributes that it uses."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported, used = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            imported.update(f"{node.module}.{each.name}" for each in node.names)
        elif isinstance(node, ast.Name):
            used.add(node.id)
        elif isinstance(node, ast.Attribute):
            used.add(node.attr)
    return frozenset(imported), frozenset(used)


def types() -> Iterator[str]:
    for file in SRC.rglob("*.py"):
        yield from re.findall(r"^class (\w+)", file.read_text(encoding="utf-8"), re.M)


def test_the_picture_has_all_its_arrows() -> None:
    assert len(ARROWS) == PICTURE.count("-->") == 24
    assert {name for source, _, target in ARROWS for name in (source, target)} == set(BOXES)


@pytest.mark.parametrize("dotted", BOXES.values())
def test_every_box_exists(dotted: str) -> None:
    _, module, rest = module_and_rest(dotted)
    found = import_module(f"advocacy_lint.{module}")
    for name in rest.split("."):
        found = getattr(found, name)


@pytest.mark.parametrize(("source", "kind", "target"), ARROWS)
def test_every_arrow_is_an_import_that_is_used(source: str, kind: str, target: str) -> None:
    file, _, _ = module_and_rest(BOXES[source])
    _, module, rest = module_and_rest(BOXES[target])
    imported, used = imports_and_names(file)
    outer, _, inner = rest.partition(".")
    assert {f"advocacy_lint.{module}.{outer}", f"advocacy_lint.{module}"} & imported
    assert (inner or outer) in used


def test_what_travels_is_a_type() -> None:
    assert {kind for _, kind, _ in ARROWS if kind} - set(types()) == set()


def test_every_file_and_table_that_is_named_exists() -> None:
    table = PAGE.split("## Where to add what", 1)[1].split("## Tricks", 1)[0]
    files = [name for name in re.findall(r"`((?:src|rules|tests|config|checks|outputs|languages)/[\w/.]+\.py)`", table)]
    assert [name for name in files if not any((base / name).is_file() for base in (ROOT, SRC))] == []
    entered = re.findall(r"`(\w+)` in `(src/[\w/.]+)`", table)
    assert len(entered) == 5
    assert [
        name for name, file in entered if not re.search(rf"^(?:class )?{name}\b", (ROOT / file).read_text(encoding="utf-8"), re.M)
    ] == []


def test_every_module_with_a_trick_exists() -> None:
    tricks = re.findall(r"^\| `([\w.]+)` \|", PAGE.split("## Tricks", 1)[1], re.M)
    assert len(tricks) == 19
    assert [name for name in tricks if module_and_rest(name)[2]] == []
