"""Packs: what is known of a folder's files in a few files, which several runs may write."""

from pathlib import Path

import pytest

from advocacy_lint import result_packs
from advocacy_lint.config import Config
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.plans import Done, Plan
from advocacy_lint.result_cache import ResultCache
from advocacy_lint.result_packs import Packs, Shelf
from advocacy_lint.runner import Runner, lint_all

PACK = "ab" * 16


def key(number):
    return number.to_bytes(16, "big")


@pytest.fixture
def home(tmp_path):
    return str(tmp_path)


def test_what_was_learned_is_found_when_it_is_written(home):
    packs = Packs(home)
    packs.learn(PACK, key(1), [1])
    assert packs.find(PACK, key(1)) is None
    packs.save()
    assert [packs.find(PACK, key(number)) for number in (1, 2)] == [b"\x91\x01", None]
    assert Packs(home).find(PACK, key(1)) == b"\x91\x01"


def test_two_that_write_the_same_pack_keep_what_both_learned(home):
    one, other = Packs(home), Packs(home)
    for number, packs in enumerate((one, other)):
        packs.find(PACK, key(0))
        packs.learn(PACK, key(number), number)
    one.save()
    other.save()
    assert [Packs(home).find(PACK, key(number)) for number in (0, 1)] == [b"\x00", b"\x01"]


def test_what_another_process_learned_is_written_by_one(home, monkeypatch):
    monkeypatch.setattr(result_packs, "_HELD", 2)
    worker, parent = Packs(home), Packs(home)
    for number in range(3):
        worker.learn(PACK, key(number), number)
        parent.add(worker.taken())
        assert (Packs(home).find(PACK, key(0)) is None) == (number < 2)
    assert worker.taken() == parent.taken() == []


def test_the_oldest_go_where_there_is_no_room(home, monkeypatch):
    monkeypatch.setattr(result_packs, "_ROOM", 3)
    packs = Packs(home)
    for number in range(5):
        packs.learn(PACK, key(number), number)
        packs.save()
    assert [packs.find(PACK, key(number)) for number in range(5)] == [None, None, b"\x02", b"\x03", b"\x04"]


def test_a_folders_files_share_sixteen_packs(home, tmp_path, monkeypatch):
    shelf = Shelf(ResultCache(home, ""))
    names = {shelf.pack(str(tmp_path / f"{number}.md"), bytes([number]) * 16) for number in range(256)}
    assert len(names) == 16
    monkeypatch.chdir(tmp_path)
    assert {shelf.pack(f"{number}.md", bytes([number]) * 16) for number in range(256)} == names
    assert shelf.pack("below/0.md", key(0)) not in names
    assert Shelf(ResultCache(str(tmp_path), "other rules")).pack("0.md", key(0)) not in names


def drafts(folder):
    """Return forty drafts, no two alike."""
    for number in range(40):
        text = f"---\nlanguage: en\n---\nWe are proud of prize number {number}.\n"
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return [Source(str(folder / f"{number}.md")) for number in range(40)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_in_any_number_of_processes_leaves_the_same(tmp_path, monkeypatch, jobs):
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(tmp_path / "cache"))
    sources = drafts(tmp_path)
    config = Config()
    plan = Plan(lambda _: config, read_source, cache=True)
    first = [done.report for done in lint_all(sources, plan, jobs)]
    kept = [path for path in (Path(tmp_path) / "cache" / "results").rglob("*") if path.is_file()]
    assert 2 <= len(kept) <= 17  # the packs, and what rules say
    monkeypatch.setattr("advocacy_lint.session.Session.linter", lambda *_: pytest.fail("linted again"))
    again = [done for done in Runner(plan).lint(sources) if isinstance(done, Done)]
    assert [done.report for done in again] == first
    assert len({done.key for done in again}) == 40


def test_what_an_interrupted_run_has_learned_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(tmp_path / "cache"))
    sources = drafts(tmp_path)
    config = Config()
    runner = Runner(Plan(lambda _: config, read_source, cache=True))
    lint = runner.lint(sources)
    for _ in range(33):
        next(lint)
    lint.close()
    runner = Runner(Plan(lambda _: config, read_source, cache=True))
    assert [runner.knows([source]) for source in sources] == [True] * 32 + [False] * 8
