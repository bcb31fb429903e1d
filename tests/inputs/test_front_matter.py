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
    monkeypatch.setitem(sys.modules, "advocacy_lint.files.safe_yaml", None)
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


@pytest.mark.parametrize(
    ("text", "meta", "rest"),
    [
        ('+++\nauthor = "Bo"\ndate = 2026-05-04T08:00:00Z\n[extra]\naudience = "smede"\n+++\nHej', {"author": "Bo", "published": "2026-05-04 08:00:00+00:00", "audience": "smede"}, "Hej"),
        ('{\n "author": {"name": "Bo"},\n "title": "x"\n}\n\nHej', {"author": "Bo", "title": "x"}, "\nHej"),
        (';;;\n"author": "Bo"\n;;;\nHej', {"author": "Bo"}, "Hej"),
        ('---json\n{"author": "Bo"}\n---\nHej', {"author": "Bo"}, "Hej"),
        ('\n<!-- note -->\n---\nauthor: Bo\n---\nHej', {"author": "Bo"}, "Hej"),
        ("---\rauthor: Bo\r---\rHej", {"author": "Bo"}, "Hej"),
        ("---\nlayout: post\ndate: 2026-05-04 08:00:00 +0200\npublished: true\n---\nHej", {"layout": "post", "published": "2026-05-04 08:00:00 +0200"}, "Hej"),
        ("---\npublished: false\ndate: 2026-05-04\n---\nHej", {"published": "2026-05-04"}, "Hej"),
        ("---\nlang: da\nlocale: da_DK\n---\nHej", {"language": "da"}, "Hej"),
        ("---\npubDate: 2026-05-04\nauthors: [Bo]\n---\nHej", {"published": "2026-05-04", "author": "Bo"}, "Hej"),
        ('---\nauthor: "[[Folk/Lene|Lene Holm]]"\n---\nHej', {"author": "Lene Holm"}, "Hej"),
    ],
)  # fmt: skip
def test_front_matter_of_the_world(text, meta, rest):
    found = read(text)
    assert (found.meta, text[found.span.end :]) == (meta, rest)


def test_lines_under_a_title_as_notion_writes_them():
    text = "# Pumpen\n\nAuthor: Lene\nMålgruppe: mejeriteknikere\nStatus: Draft\n\nKl. 5.40 var pumpen stille."
    found = read(text)
    assert found.meta == {"author": "Lene", "audience": "mejeriteknikere", "status": "Draft"}
    assert text[found.span.start : found.span.end] == "Author: Lene\nMålgruppe: mejeriteknikere\nStatus: Draft\n"


@pytest.mark.parametrize(
    "text",
    [
        "Mål: 3 nye kunder\n\nHej",
        "# Titel\n\nSpørgsmål: Hvad nu?\n\nHej",
        "{ikke json}\nHej",
        '{"a": 1} Hej',
        "# T\n\nAuthor: Bo\nHej alle",
    ],
)
def test_prose_is_no_metadata(text):
    assert read(text).span is None


def test_only_the_language_says_nothing_of_the_post():
    assert not read("---\nlanguage: da\n---\nHej").given


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\naudience: x\nHej alle\n", "a.md:1: the front matter is not closed (end it with a line of three dashes)"),
        ("---\na: b\n" + "x: y\n" * 20_000 + "---\n", "a.md:1: the front matter is larger than 64 kB (end it with a line of three dashes)"),
        ("---\nauthor: Bo\nauthor: Ib\n---\n", "a.md:3: front matter: “author” is given twice (also in line 2)"),
        ("---\nauthor: Bo\ngoal: >\n  x\nauthor: Ib\n---\n", "a.md:5: duplicate key “author”"),
        ("---\nauthor: @lene\n---\n", 'a.md:2: front matter: a value cannot begin with @ (put it in quotation marks: "@lene")'),
        ("+++\ntitle = \n+++\n", "a.md:2: front matter: not TOML: Invalid value"),
        (';;;\n{"a": }\n;;;\n', "a.md:2: front matter: not JSON: Expecting value"),
        ("+++\ntitle = 1\nHej", "a.md:1: the front matter is not closed (end it with a line of three plus signs)"),
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


def test_properties_that_notion_names_itself():
    text = "# Pumpen\n\nOwner: Lene Holm\nPublish date: May 4, 2026 9:00 AM\nSelect: LinkedIn\nFiles & media: pumpe.png\n\nKl. 5.40.\n"
    found = front_matter.properties(text)
    assert found.meta == {"owner": "Lene Holm", "published": "May 4, 2026 9:00 AM", "select": "LinkedIn", "files-&-media": "pumpe.png"}
    assert text[found.span.end :] == "\nKl. 5.40.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Fra: Lene Holm <lene@x.dk>\nSendt: 4. maj 2026 09:12\nTil: Bo Dam\nEmne: Opslag til LinkedIn\n",
        "From: Lene Holm <lene@x.dk>\r\nSent: Monday, 4 May 2026 09:12\r\nTo: Bo Dam\r\nCc: Kaj\r\nSubject: LinkedIn post\r\n",
    ],
)
def test_the_head_of_a_mail_is_none_of_the_draft(head):
    text = head + "\nKl. 5.40 stod pumpen stille.\n"
    found = read(text)
    assert (found.meta, text[found.span.end :], found.given) == ({}, "\nKl. 5.40 stod pumpen stille.\n", False)


@pytest.mark.parametrize(
    "text",
    [
        "Til: alle mekanikere\nEmne: pumper\n\nHej",  # nobody sends it
        "Fra: 40 timer\nTil: 4 timer\n\nHej",  # what a change did
        "Emne: Opslag\nFra: Lene\nPris: 40 kr.\n\nHej",
    ],
)
def test_lines_like_those_of_a_mail_are_prose(text):
    assert read(text).span is None
