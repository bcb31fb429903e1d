"""JSON Lines: posts and problems, line by line."""

import itertools
import json
import time

from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.config import Config
from advocacy_lint.errors import InputError
from advocacy_lint.inputs import jsonl
from advocacy_lint.model import Post, Problem


def read(data, config=None):
    return list(jsonl.read("a.jsonl", data if isinstance(data, bytes) else data.encode(), config or Config()))


def test_fields_become_post_and_metadata():
    line = json.dumps({"id": 3, "lang": "da", "Tekst": "Hej", "forfatter": "Bo", "audience": ["a", "b"], "goal": None, "extra": True})
    assert read(f"\ufeff\n{line}\r\n") == [
        Post(
            "a.jsonl",
            "Hej",
            "3",
            meta={"id": "3", "language": "da", "author": "Bo", "audience": "a, b", "extra": "true"},
            place="line 2",
            has_meta=True,
            line=2,
            has_lines=False,
        )
    ]


def test_language_alone_is_no_metadata():
    (post,) = read('{"text": "Hej", "lang": "da"}')
    assert not post.has_meta


def test_a_column_may_be_mapped():
    (post,) = read('{"text": "intern note", "LinkedIn-tekst": "Hej"}', Config(columns={"text": ("linkedin-TEKST",)}))
    assert post.text == "Hej"
    assert post.meta == {"text-2": "intern note"}


def test_equal_headings_are_numbered_in_linear_time():
    names = ["".join(letters) for letters in itertools.product("aA", repeat=14)]
    begin = time.process_time()
    (post,) = read(json.dumps({"text": "Hej"} | dict.fromkeys(names, "v")))
    assert time.process_time() - begin < 5
    assert (post.meta["a" * 14], post.meta["a" * 14 + "-2"], len(post.meta)) == ("v", "v", 500)


def test_bad_lines_are_problems_and_the_rest_goes_on():
    lines = [
        b'{"text": "a"}',
        b"{oops}",
        b"[1]",
        b'{"txt": "a"}',
        b'{"text": 1}',
        b'{"text": " "}',
        b'{"text": "\xe6"}',
        b"[" * 100_000,
        b'{"text": "b", "n": ' + b"9" * 5000 + b"}",
        b'{"text": "\\ud800x"}',
        b"",
        b'{"text": "z"}',
    ]
    assert [(each.text, each.place) if isinstance(each, Post) else each for each in read(b"\n".join(lines))] == [
        ("a", "line 1"),
        Problem("a.jsonl", "line 2: not JSON: Expecting property name enclosed in double quotes at character 2"),
        Problem("a.jsonl", "line 3: expected an object such as {“text”: “…”}"),
        Problem("a.jsonl", "line 4: no field “text” (it has: txt)"),
        Problem("a.jsonl", "line 5: the field “text” is not text"),
        Problem("a.jsonl", "line 6: the text is empty"),
        Problem("a.jsonl", "line 7: not UTF-8: byte 0xE6 at offset 10 (it looks like Windows-1252: save it as UTF-8)"),
        Problem("a.jsonl", "line 8: not JSON: nested too deep"),
        Problem("a.jsonl", "line 9: not JSON: a number that is too long"),
        ("\ufffdx", "line 10"),
        ("z", "line 12"),
    ]


def test_a_line_without_end_is_refused():
    assert read(b'{"text": "' + b"x" * 10_000_001 + b'"}\n{"text": "b"}')[0] == Problem("a.jsonl", "line 1: longer than 10 MB")


def test_utf16_is_read():
    assert [post.text for post in read('{"text": "åh"}\n{"text": "b"}'.encode("utf-16"))] == ["åh", "b"]


@given(st.binary(max_size=100))
def test_anything_gives_posts_and_problems(data):
    said, found = "", []
    try:
        found = read(data)
    except InputError as error:
        said = str(error)
    assert "\n" not in said
    assert all(isinstance(each, Post | Problem) for each in found)


def test_deep_and_long_metadata_is_cut():
    (post,) = read(
        '{"text": "Hej", "goal": ' + "[" * 900 + '"x"' + "]" * 900 + ', "audience": "' + "x" * 20_000 + '", "role": [["a"], {"b": 1}]}'
    )
    assert (post.meta.get("goal"), len(post.meta["audience"]), post.meta["role"]) == (None, 10_000, "a, b: 1")
