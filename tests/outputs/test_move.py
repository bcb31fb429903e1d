"""A buried lead goes to the front: as one fix of two replacements in SARIF, one suggestion for reviewers, one action of editors."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from advocacy_lint.advice import fixes
from advocacy_lint.advice.tighten.parts import Part, assembled, gap_of, spaced
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.languages import get
from advocacy_lint.model import Look, Post, PostReport, Tally
from advocacy_lint.outputs import create
from advocacy_lint.runs.fix import fix
from advocacy_lint.text import analyse
from advocacy_lint.text.statements import statements

A = "We are thrilled to announce that we have taken an important step."
B = "Quality is at the heart of everything we do, and we always put the customer first."
C = "Thank you to everyone for the great collaboration."
LEAD = "On Tuesday Lena found the fault in the pump because she put her ear to the pipe instead of reading the screen."
Z = "We are proud of our culture."
SESSION = Session(Config(), language="en")


def checked(text: str, path: str = "draft.md") -> PostReport:
    found = [SESSION.lint(each) for each in read_source(Source(path, data=text.encode()), SESSION.config) if isinstance(each, Post)]
    assert "craft/buried-lead" in found[0].rules
    return found[0]


def after(text: str, path: str = "draft.md") -> str:
    move = checked(text, path).move
    return fixes.apply(text, sorted(move, key=lambda each: each.start)) if move else text


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f"{A} {B} {C} {LEAD}\n", f"{LEAD} {A} {B} {C}\n"),
        (f"{A} {B} {C} {LEAD} {Z}\n", f"{LEAD} {A} {B} {C} {Z}\n"),
        (f"{A}\n\n{B} {C}\n\n{LEAD}\n\n{Z}\n", f"{LEAD}\n\n{A}\n\n{B} {C}\n\n{Z}\n"),
        (f"{A}\n\n{B} {C}\n\n{LEAD} {Z}\n", f"{LEAD}\n\n{A}\n\n{B} {C}\n\n{Z}\n"),
        (f"{A}\n\n{B} {C} {LEAD}\n\n{Z}\n", f"{LEAD}\n\n{A}\n\n{B} {C}\n\n{Z}\n"),
        (f"{A}\n\n{B} {C}\n\n{LEAD}\n", f"{LEAD}\n\n{A}\n\n{B} {C}\n"),
        (f"{A}\n{B}\n{C}\n{LEAD}\n{Z}\n", f"{LEAD}\n{A}\n{B}\n{C}\n{Z}\n"),
        (f"{A}\r\n\r\n{B} {C} {LEAD}\r\n\r\n{Z}\r\n", f"{LEAD}\r\n\r\n{A}\r\n\r\n{B} {C}\r\n\r\n{Z}\r\n"),
        (f"# Title\n\n{A} {B} {C} {LEAD} {Z}\n", f"# Title\n\n{LEAD}\n\n{A} {B} {C} {Z}\n"),
        (f"---\nlanguage: en\n---\n\n{A} {B} {C} {LEAD}\n", f"---\nlanguage: en\n---\n\n{LEAD} {A} {B} {C}\n"),
        (f"{A} {B} {C} **{LEAD}** {Z}\n", f"**{LEAD}** {A} {B} {C} {Z}\n"),
        (f"{A} {B} {C} {LEAD.replace('Lena', '[Lena](https://x.dk/a_b)')}\n", f"{LEAD.replace('Lena', '[Lena](https://x.dk/a_b)')} {A} {B} {C}\n"),
    ],
)  # fmt: skip
def test_the_lead_goes_to_the_front(before: str, expected: str) -> None:
    assert after(before) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{A} {B} {C}\n\n- {LEAD}\n- {Z}\n",
        f"{A} {B} {C}\n\n> {LEAD}\n\n{Z}\n",
        f"{A} {B} **{C} {LEAD}** {Z}\n",
        f"{A} {B} {C} <b>{LEAD}</b> {Z}\n",
        f"<!-- advocacy-lint off: tone/wordy -- so -->\n{A} {B} {C} {LEAD} {Z}\n",
    ],
)
def test_what_would_break_mark_up_is_not_moved(text: str) -> None:
    assert checked(text).move == ()


def test_texts_are_moved_in_and_tables_are_not() -> None:
    text = f"{A} {B} {C} {LEAD}"
    assert after(f"{text}\n", "draft.txt") == f"{LEAD} {A} {B} {C}\n"
    assert checked(json.dumps({"text": text, "lang": "en"}) + "\n", "posts.jsonl").move == ()
    assert checked(f'text\n"{text}"\n', "posts.csv").move == ()


def test_it_is_what_tightening_means_by_moving() -> None:
    chance = random.Random(3)
    for _ in range(60):
        order = [A, B, C, *([Z] if chance.random() < 0.5 else [])]
        order.insert(chance.randrange(2, len(order) + 1), LEAD)
        text = "".join(each + chance.choice((" ", "\n", "\n\n")) for each in order).strip()
        found = SESSION.lint(Post("draft.md", text))
        if not found.move:
            continue
        assert fixes.apply(text, sorted(found.move, key=lambda each: each.start)) == promoted(text, order.index(LEAD)), text


def promoted(text: str, lead: int) -> str:
    """Return a text with a statement moved to its front, put together as `tighten` does it."""
    spans = statements(analyse(text, get("en")))
    gaps = [" ", *(gap_of(text[one.end : other.start]) for one, other in pairwise(spans))]
    order: Sequence[int] = [lead, *(index for index in range(len(spans)) if index != lead)]
    parts = [
        Part(*span, text[slice(*span)], text[slice(*span)], "kept", gap=gap, order=order.index(index))
        for index, (span, gap) in enumerate(zip(spans, gaps, strict=True))
    ]
    return assembled(spaced(parts))


def test_it_is_no_part_of_fix() -> None:
    text = f"{B} {B} {C} {LEAD}\n"
    for unsafe in (False, True):
        found = fix(Source("draft.md", data=text.encode()), SESSION, unsafe=unsafe)
        assert found is not None
        assert not found.after.decode().startswith("On Tuesday")


def rendered(name: str, report: PostReport) -> str:
    renderer = create(name, Look(locale="en"))
    return renderer.begin() + renderer.post(report) + renderer.end(Tally())


def test_sarif_has_one_fix_of_two_replacements() -> None:
    text = f"😀 {A} {B} {C} {LEAD}\n"
    run = json.loads(rendered("sarif", checked(text)))["runs"][0]
    (found,) = [each["fixes"] for each in run["results"] if each["ruleId"] == "craft/buried-lead"]
    start = text.index(LEAD)
    assert found == [
        {
            "description": {"text": "Move it to the front."},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "draft.md"},
                    "replacements": [
                        {"deletedRegion": {"charOffset": start - 1, "charLength": len(LEAD) + 1}, "insertedContent": {"text": ""}},
                        {"deletedRegion": {"charOffset": 0, "charLength": 0}, "insertedContent": {"text": f"{LEAD} "}},
                    ],
                }
            ],
        }
    ]


def test_reviewdog_has_one_suggestion_of_what_stands_between() -> None:
    item = next(
        each for each in json.loads(rendered("rdjson", checked(f"{A}\n\n{B} {C}\n\n{LEAD}\n\n{Z}\n")))["diagnostics"] if each["code"]["value"] == "craft/buried-lead"
    )  # fmt: skip
    assert item["suggestions"] == [
        {
            "range": {"start": {"line": 1, "column": 1}, "end": {"line": 7, "column": 1}},
            "text": f"{LEAD}\n\n{A}\n\n{B} {C}\n\n",
        }
    ]
