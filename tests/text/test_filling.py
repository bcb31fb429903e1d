"""What rules say, with the words of a match in their slots: texts taken apart say what they say whole."""

import pytest

from advocacy_lint.text.filling import Slotted, fill, slotted


@pytest.mark.parametrize(
    ("text", "slots", "said"),
    [
        ("No slot.", {"match": "x"}, "No slot."),
        ("«{match}» is ours.", {"match": "so proud"}, "«so proud» is ours."),
        ("{value} of {bound}", {"value": "12", "bound": "7"}, "12 of 7"),
        ("«{match}»", {"bound": "7"}, "«{match}»"),
        ("«{match}»", {"match": "{bound}", "bound": "7"}, "«7»"),
        ("«{match}»", {"bound": "7", "match": "{bound}"}, "«{bound}»"),
        ("{match", {"match": "x"}, "{match"),
        ("{ma{match}", {"match": "x"}, "{max"),
        ("}{match}}", {"match": "x"}, "}x}"),
        ("{}", {"": "x"}, "x"),
    ],
)
def test_a_text_taken_apart_is_filled_like_a_whole_one(text, slots, said):
    assert fill(text, slots) == slotted(text).filled(slots) == said


def test_only_texts_of_one_slot_are_taken_apart():
    assert slotted("a {match} b") == Slotted("a {match} b", "a ", "match", " b")
    assert slotted("a") == Slotted("a")
    assert slotted("{a} {b}") == Slotted("{a} {b}", slot="")
