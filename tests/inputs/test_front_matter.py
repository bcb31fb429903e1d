"""Front matter: simple lines, YAML where it takes YAML, and no surprises."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.errors import InputError
from advocacy_lint.inputs import front_matter
from advocacy_lint.model import Span

SIMPLE = """---
author: Mette Holm
language: no
published: 12:30
goal: Stolt: to svar
campaign: #forår # kun en note
channel: "linkedin"   
audience: [bogholdere, revisorer]
# en kommentar

name of list:
  - en
  - to
empty:
---
Hej.
"""  # noqa: W291


def read(text):
    return front_matter.read(text, "a.md")


def test_simple_lines_have_no_surprises():
    found = read(SIMPLE)
    assert found.meta == {
        "author": "Mette Holm",
        "language": "no",
        "published": "12:30",
        "goal": "Stolt: to svar",
        "campaign": "#forår",
        "channel": "linkedin",
        "audience": "bogholdere, revisorer",
        "name-of-list": "en, to",
    }
    assert found.span == Span(0, SIMPLE.index("Hej."))
    assert found.given


def test_simple_lines_need_no_yaml(monkeypatch):
    monkeypatch.setitem(sys.modules, "advocacy_lint.safe_yaml", None)
    assert read(SIMPLE).meta["language"] == "no"


def test_yaml_where_lines_are_not_enough():
    text = '---\naudience: >\n  folk der\n  sveder\nsprog: no\nforfatter: {navn: Bo, rolle: smed}\ngoal: "\\u00e6"\n---\n'
    assert read(text).meta == {"audience": "folk der sveder", "language": "no", "author": "Bo", "goal": "æ"}


def test_danish_names_and_values():
    lines = ["Forfatter: Bo", "rolle: smed", "Ma\u030algruppe: andre smede", "mål: svar", "kanal: intranet", "sprog: da"]
    lines += ["aftale: eget initiativ", "kampagne: x", "dato: 2026-11-23"]
    assert read("\n".join(["---", *lines, "---", ""])).meta == {
        "author": "Bo",
        "role": "smed",
        "audience": "andre smede",
        "goal": "svar",
        "channel": "intranet",
        "language": "da",
        "arrangement": "own-initiative",
        "campaign": "x",
        "published": "2026-11-23",
    }


@pytest.mark.parametrize(
    ("text", "end"), [("---\n---\nHej", 8), ("\ufeff---\r\na: b\r\n---\r\nHej", 17), ("---\na: b\n---", 12), ("---\na: b\n...\nHej", 13)]
)
def test_where_it_ends(text, end):
    assert read(text).span == Span(0, end)


@pytest.mark.parametrize(
    "text", ["Hej", "--- a\nb: c\n---\n", "---\n\nHej alle. Det her er en tekst.\n\n---\nMere", "----\na: b\n----\n", "---\n- a\n- b\n"]
)
def test_a_divider_is_no_front_matter(text):
    assert read(text).span is None


def test_only_the_language_says_nothing_of_the_post():
    assert not read("---\nlanguage: da\n---\nHej").given


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\naudience: x\nHej alle\n", "a.md:1: the front matter is not closed (end it with a line of three dashes)"),
        ("---\na: b\n" + "x: y\n" * 20_000 + "---\n", "a.md:1: the front matter is larger than 64 kB (end it with a line of three dashes)"),
        ("---\nauthor: Bo\nforfatter: Ib\n---\n", "a.md:3: front matter: “forfatter” is given twice (also in line 2)"),
        ("---\nauthor: Bo\ngoal: >\n  x\nforfatter: Ib\n---\n", "a.md:5: front matter: “forfatter” is given twice (also in line 2)"),
        ("---\na: [1\nb: c\n---\n", "a.md:3: not YAML: did not find expected ',' or ']'"),
        ("---\na: !!python/none x\n---\n", "a.md:2: tags such as tag:yaml.org,2002:python/none are not allowed"),
        ("---\na: &x [b]\nc: *x\n---\n", "a.md:3: aliases are not allowed here"),
        ("---\na: b\njust text\n---\n", "a.md:4: not YAML: could not find expected ':'"),
    ],
)
def test_broken_front_matter_is_one_line(text, said):
    with pytest.raises(InputError) as caught:
        read(text)
    assert str(caught.value) == said


@given(st.text(alphabet="ab:-#'\"[]{}&*!|> \n\r\t,æ", max_size=80))
def test_anything_is_read_or_refused(text):
    said, found = "", front_matter.FrontMatter({}, None)
    try:
        found = read(f"---\n{text}\n---\nHej")
    except InputError as error:
        said = str(error)
    assert "\n" not in said
    assert found.span is None or found.span.end <= len(text) + 12
    assert all(isinstance(value, str) and value for value in found.meta.values())
