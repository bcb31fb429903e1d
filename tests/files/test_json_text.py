"""A string of a JSON line changed where it stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_lint.files.json_text import with_value


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"text":"a samt b","n":1.10,"x":1E5}', '{"text":"a og b","n":1.10,"x":1E5}'),
        ('{ "text" :  "a samt b" , "note":"\\ud83d" }', '{ "text" :  "a og b" , "note":"\\ud83d" }'),
        ('{"text":"\\u00e5 samt b"}', '{"text":"\\u00e5 og b"}'),
        ('{"text":"x","text":"a samt b"}', '{"text":"x","text":"a og b"}'),
        ('{"text":"a samt b","text":"a samt b"}', '{"text":"a samt b","text":"a og b"}'),
        ('{"in":{"text":"a samt b"},"text":"a samt b"}', '{"in":{"text":"a samt b"},"text":"a og b"}'),
        ('\ufeff{"t":"text","text":"\\"a\\" samt \\ud83d\\ude00"}\r', '\ufeff{"t":"text","text":"\\"a\\" og \\ud83d\\ude00"}\r'),
    ],
)
def test_every_other_character_stays(line: str, expected: str) -> None:
    before = json.loads(line.strip("\ufeff\r"))["text"]
    assert with_value(line, "text", before, before.replace("samt", "og")) == expected


def test_no_such_value() -> None:
    assert with_value('{"text": 1, "note": "text"}', "text", "a", "b") is None


@given(st.text(), st.text(), st.text(), st.booleans())
def test_what_is_read_is_what_was_meant(before: str, after: str, other: str, plain: bool) -> None:
    line = json.dumps({"other": other, "text": before, "last": other}, ensure_ascii=plain)
    changed = with_value(line, "text", before, after)
    assert changed is not None
    assert json.loads(changed) == {"other": other, "text": after, "last": other}
