"""The dimensions of the score stand in one table: what else names them says the same."""

import json
from pathlib import Path

import pytest

import advocacy_lint
from advocacy_lint.languages import BUILT_IN, messages
from advocacy_lint.model import DIMENSIONS
from advocacy_lint.rulebook import builtin_pack

PACKAGE = Path(advocacy_lint.__file__).parent


@pytest.mark.parametrize("locale", BUILT_IN)
def test_every_dimension_has_a_name_in_each_language(locale):
    assert list(messages("dimensions", locale)) == list(DIMENSIONS)


def test_names_are_english_where_no_language_is_known():
    assert messages("dimensions", None) == messages("dimensions", "en")


def test_every_dimension_has_a_folder_of_rules():
    folders = {each.name for each in builtin_pack().iterdir() if each.is_dir()}
    assert folders - {"portfolio", "programme", "lists", "data"} == set(DIMENSIONS)


def test_the_schema_of_the_output_lists_them():
    schema = json.loads((PACKAGE / "schemas" / "output.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["dimension"]["enum"] == list(DIMENSIONS)


@pytest.mark.parametrize("name", DIMENSIONS)
def test_the_page_of_the_server_calls_them_the_same(name):
    page = (PACKAGE / "servers" / "web" / "assets" / "page.js").read_text(encoding="utf-8")
    key = "audienceDim" if name == "audience" else name
    assert [f'{key}: "{called}"' in page for called in (messages("dimensions", "da")[name], messages("dimensions", "en")[name])] == [
        True,
        True,
    ]
