"""Offsets and positions, in each unit that a client may count in."""

import pytest

pytest.importorskip("lsprotocol")

from lsprotocol.types import Position

from advocacy_lint.servers.lsp.positions import Positions

TEXT = "a😀b\r\ne\u0301x\rø\n"


@pytest.mark.parametrize(
    ("encoding", "columns"),
    [("utf-8", [0, 1, 5, 6]), ("utf-16", [0, 1, 3, 4]), ("utf-32", [0, 1, 2, 3]), (None, [0, 1, 3, 4])],
)
def test_columns_count_in_the_agreed_unit(encoding, columns):
    positions = Positions(TEXT, encoding)
    assert [positions.position(offset) for offset in range(4)] == [Position(0, column) for column in columns]
    assert [positions.offset(Position(0, column)) for column in columns] == [0, 1, 2, 3]


def test_lines_end_as_the_protocol_has_it():
    positions = Positions(TEXT, "utf-32")
    assert [positions.position(offset) for offset in (5, 8, 9, 11)] == [Position(1, 0), Position(1, 3), Position(2, 0), Position(3, 0)]


def test_places_beyond_the_text_are_its_ends():
    positions = Positions(TEXT, "utf-16")
    assert (positions.offset(Position(0, 99)), positions.offset(Position(9, 0))) == (3, len(TEXT))
