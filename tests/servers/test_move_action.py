"""An editor is offered to move a buried lead to the front: two edits of one step."""

import pytest

pytest.importorskip("lsprotocol")

from advocacy_lint.api import Checked, Project
from advocacy_lint.servers.lsp.actions import actions
from advocacy_lint.servers.lsp.buffers import Checkup
from advocacy_lint.servers.lsp.edits import Asked, Editor
from advocacy_lint.servers.lsp.positions import Positions

LEAD = "I tirsdags fandt Lene fejlen på pumpen, fordi hun lagde øret til røret i stedet for at læse på skærmen."
REST = (
    "😀 Vi er glade for at kunne fortælle, at vi har taget et vigtigt skridt. Kvalitet er en del af vores DNA, og vi sætter altid kunden i "
    "centrum.\n\nVi takker alle for det gode samarbejde."
)


def offered(text: str, path: str = "opslag.md"):
    posts = tuple(each for each in Project(locale="da").check(text, path) if isinstance(each, Checked))
    checkup = Checkup(3, path, Positions(text, "utf-16"), posts)
    at = text.index(LEAD)
    asked = Asked(Editor(versions=True), checkup, "file:///opslag.md", ())
    return [each for each in actions(asked, at, at, ["quickfix"], None) if each.title.startswith("Flyt")]


def test_the_lead_can_be_moved():
    (action,) = offered(f"{REST} {LEAD}\n")
    assert action.title == "Flyt «I tirsdags fandt Lene fejlen på pumpen, fordi hun lagde øre…» øverst"
    (change,) = action.edit.document_changes
    assert change.text_document.version == 3
    edits = [(each.range.start.line, each.range.start.character, each.range.end.character, each.new_text) for each in change.edits]
    assert edits == [(2, 39, 40 + len(LEAD), ""), (0, 0, 0, f"{LEAD}\n\n")]


def test_out_of_a_list_it_cannot():
    assert offered(f"{REST}\n\n- {LEAD}\n") == []
