"""The trie of all phrases as it is kept: the same hits, and nothing else than what fits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec import msgpack

from advocacy_lint import languages
from advocacy_lint.checks import trie_cache
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.checks.phrases import Lexicon
from advocacy_lint.checks.trie import Node
from advocacy_lint.checks.trie_cache import Kept, Place
from advocacy_lint.text import analyse

FORMS = {"stolt": ("stolt", "stolte"), "vinde": ("vinde", "vinder", "vandt", "vundet"), "være": ("være", "er", "var")}
DA = languages.get("da")
PHRASES = {
    "x": ["{stolt} af", "[meget|så] {stolt}", "er [så|] glad", "*overskud", "vi ... {vinde|være}", "<number> kroner", "*bær*", "selv*"],
    "y": ["er glad", "[en|to] [pris|priser|]"],
}
TEXT = (
    "Vi er stolte af et årsoverskud. Hun er så glad. Vi har igen vundet to priser og 40 kroner i bæredygtighed, selvfølgelig. Meget stolt."
)


def lexicon(place: Place | None, phrases: dict[str, list[str]] = PHRASES) -> Lexicon:
    made = Lexicon(FORMS.__getitem__, place=place)
    for key, each in phrases.items():
        made.target(key, each)
    return made


def hits(made: Lexicon) -> dict[int, list[tuple[int, int, str]]]:
    tokens = analyse(TEXT, DA).speech.tokens
    return {number: [tuple(hit) for hit in found] for number, found in made.scan(tokens, find_classes(tokens, DA)).items()}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(str(tmp_path / "phrases.msgpack"), "rules of today")


@pytest.fixture
def inserted(monkeypatch: pytest.MonkeyPatch) -> list[Lexicon]:
    """Holds every lexicon that has taken its phrases apart."""
    found: list[Lexicon] = []
    insert = Lexicon._insert_all
    monkeypatch.setattr(Lexicon, "_insert_all", lambda self: found.append(self) or insert(self))
    return found


def complete(made: Lexicon) -> Lexicon:
    made.expect(1_000)
    return made


def test_a_kept_trie_has_the_same_hits(place: Place, inserted: list[Lexicon]) -> None:
    one_by_one = hits(lexicon(None))
    assert sum(map(len, one_by_one.values())) == 10
    assert hits(complete(lexicon(place))) == one_by_one
    assert hits(complete(lexicon(place))) == one_by_one
    assert len(inserted) == 1


def test_a_kept_trie_takes_the_place_of_one_that_has_begun(place: Place, inserted: list[Lexicon]) -> None:
    complete(lexicon(place))
    begun = lexicon(place)
    before = hits(begun)
    assert hits(complete(begun)) == before
    assert len(inserted) == 1


@pytest.mark.parametrize("number", range(0, 400, 7))
def test_a_file_that_was_changed_is_left_aside(place: Place, inserted: list[Lexicon], number: int) -> None:
    expected = hits(complete(lexicon(place)))
    written = bytearray(Path(place.path).read_bytes())
    written[number % len(written)] ^= 1 << number % 8
    Path(place.path).write_bytes(written)
    assert hits(complete(lexicon(place))) == expected
    assert len(inserted) == 2
    assert hits(complete(lexicon(place))) == expected  # it was written anew
    assert len(inserted) == 2


@pytest.mark.parametrize("written", [b"", b"x" * 15, b"\x93" * 5_000])
def test_a_file_of_something_else_is_left_aside(place: Place, written: bytes) -> None:
    Path(place.path).write_bytes(written)
    assert trie_cache.read(place, b"key") is None
    Path(place.path).write_bytes(trie_cache._sum(written) + written)
    assert trie_cache.read(place, b"key") is None


def test_other_phrases_and_other_rules_have_another_key(place: Place) -> None:
    key = place.key([["a b"], ["c"]])
    others = [place.key([["a b", "c"]]), place.key([["a"], ["b", "c"]]), Place(place.path, "rules of tomorrow").key([["a b"], ["c"]])]
    assert len({key, *others}) == 4
    trie_cache.write(place, Kept(key, Node(), [], {}, []))
    assert trie_cache.read(place, key) is not None
    assert [trie_cache.read(place, other) for other in others] == [None, None, None]


def test_phrases_nested_too_deeply_are_not_kept(place: Place) -> None:
    node = Node()
    for _ in range(100_000):
        node = Node({"a": node})
    trie_cache.write(place, Kept(b"key", node, [], {}, []))
    assert not os.path.exists(place.path)
    while node.words:  # taken apart by hand: Python would go down as deep
        node = node.words.pop("a")


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    nowhere = Place(str(tmp_path / "none" / "phrases.msgpack"), "rules")
    assert hits(complete(lexicon(nowhere))) == hits(lexicon(None))


def test_what_is_kept_is_a_trie_and_words(place: Place) -> None:
    complete(lexicon(place))
    kept = msgpack.decode(Path(place.path).read_bytes()[16:])
    assert [type(each).__name__ for each in kept] == ["bytes", "list", "list", "dict", "list"]
