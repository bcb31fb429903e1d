"""What YAML from strangers may hold, and what it gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.errors import LintError, RuleError
from advocacy_lint.files import safe_yaml

SURPRISES = "[no, off, 12:30, 2026-11-23, 007, 1_000, 0x1F, .inf, '1', y]"


def test_scalars_have_no_surprises():
    assert safe_yaml.load(SURPRISES) == ["no", "off", "12:30", "2026-11-23", "007", "1_000", "0x1F", ".inf", "1", "y"]
    assert safe_yaml.load("[1, -2, 2.5, 1e3, true, False, null, ~]") == [1, -2, 2.5, 1000.0, True, False, None, None]
    assert safe_yaml.load("{a: , b: 1}") == {"a": None, "b": 1}


def test_strings_keeps_everything_as_written():
    assert safe_yaml.load("[no, 1, 2.50, true, ~]", strings=True) == ["no", "1", "2.50", "true", "~"]


def test_lines_are_known_by_path():
    data, lines = safe_yaml.load_with_lines("a: 1\nb:\n  - x\n  - y: |\n      text\n")
    assert data == {"a": 1, "b": ["x", {"y": "text\n"}]}
    assert lines == {(): 1, ("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 4, ("b", 1, "y"): 4}


def test_aliases_are_allowed_in_moderation():
    assert safe_yaml.load("a: &x [1, 2]\nb: *x\n") == {"a": [1, 2], "b": [1, 2]}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n"])
def test_nothing_is_none(text):
    assert safe_yaml.load(text) is None


LAUGHS = "\n".join(["l0: &l0 [a, b]"] + [f"l{n}: &l{n} [*l{n - 1}, *l{n - 1}]" for n in range(1, 25)])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", "f.yml:3: duplicate key “a”"),
        ("a: !!python/object:os.system x", "f.yml:1: tags such as tag:yaml.org,2002:python/object:os.syste are not allowed"),
        ("\n!secret\na: b", "f.yml:2: tags such as !secret are not allowed"),
        ("a:\n  why: Stolt: vi", "f.yml:2: not YAML: mapping values are not allowed in this context (put text that holds “: ” in quotes)"),
        ("[" * 100_000, "f.yml:1: nested deeper than 50"),
        ("{a: " * 60, "f.yml:1: nested deeper than 50"),
        ("\n".join(" " * n + "a:" for n in range(60)), "f.yml:51: nested deeper than 50"),
        ("a: &a [*a]", "f.yml:1: the alias *a stands for nothing, or for itself"),
        ("? [1]\n: 2", "f.yml:1: a key is plain text"),
        ("a: 1\n---\nb: 2", "f.yml:2: a second document (a line of three dashes)"),
        ("a: \x00", "f.yml:1: not YAML: control characters are not allowed"),
        ("a: 1\nb: \ud800", "f.yml:2: holds half a character (a lone surrogate)"),
        (LAUGHS, "f.yml:15: more than 50 aliases, or aliases of aliases that grow without bound"),
        ("a: " + "x" * 5_000_000, "f.yml: larger than 5 MB"),
    ],
)
def test_what_is_refused_has_its_line(text, said):
    with pytest.raises(LintError) as caught:
        safe_yaml.load(text, "f.yml")
    assert str(caught.value) == said


def test_wide_aliases_are_refused_by_what_they_stand_for():
    wide = "a: &a [" + "x, " * 5000 + "x]\nb: [" + "*a, " * 30 + "*a]"
    with pytest.raises(LintError, match="f.yml:2: more than 50 aliases"):
        safe_yaml.load(wide, "f.yml")


def test_error_may_be_of_another_class():
    with pytest.raises(RuleError):
        safe_yaml.load("a: [", "f.yml", error=RuleError)


@given(st.text(alphabet=st.sampled_from("a:-[]{}&*!|>'\"#,\n \t?<%@`0x\ud800\x00é"), max_size=60))
def test_anything_gives_data_or_one_line(text):
    said = ""
    try:
        safe_yaml.load(text, "f.yml")
    except LintError as error:
        said = str(error)
    assert "\n" not in said
