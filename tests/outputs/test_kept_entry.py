"""Entries of known reports: the same bytes as without a cache, from what is kept of them without a word of the draft."""

import pytest
from msgspec import msgpack

from advocacy_lint import known_posts
from advocacy_lint.briefs import Briefs
from advocacy_lint.config import Config
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.model import Run
from advocacy_lint.outputs import entry, kept_entry
from advocacy_lint.outputs.kept_entry import Written
from advocacy_lint.plans import Plan
from advocacy_lint.result_cache import ResultCache
from advocacy_lint.runner import Runner

DRAFTS = {
    "da.md": "---\naudience: vedligehold\nlanguage: da\n---\nVi er stolte af at have solgt zubmariner for 3,2 mio. kr.\nLene rystede på hovedet, og jeg stod på rampen.\n",
    "en.md": "---\nlanguage: en\n---\nWe are proud to announce that Quillfeather won a \ue0001,2\ue001 prize for its “world-class”\n ##zubmarine[ solution\u202e.\n",
    "two.jsonl": '{"text": "Vi er stolte af vores rekordoverskud på 4 mio. kr.", "language": "da"}\n{"text": "We are thrilled to announce it.", "language": "en"}\n',
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(tmp_path / "cache"))
    for name, text in DRAFTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def entries(folder, *, cache=True, with_score=True):
    runner = Runner(Plan(lambda _: Config(), read_source, brief=Briefs([("json", False)], Run(with_score=with_score)), cache=cache))
    return [done.report.parts[0] for done in runner.lint([Source(str(folder / name)) for name in DRAFTS])]


def files(folder):
    return sorted(path for path in (folder / "cache" / "results").rglob("*") if path.is_file())


def made(folder):
    """Return the packs that hold entries, by name."""
    found = {}
    for path in files(folder):
        try:
            pack = msgpack.decode(path.read_bytes()[20:], type=dict[bytes, bytes])
            [msgpack.decode(each, type=Written) for each in pack.values()]
        except ValueError:
            continue
        found[path.parent.name + path.name] = pack
    return found


def test_the_third_run_writes_what_the_second_kept(folder, monkeypatch):
    fresh = entries(folder, cache=False)
    assert len(fresh) == 4
    assert [entries(folder), entries(folder)] == [fresh, fresh]
    assert sum(map(len, made(folder).values())) == 4
    monkeypatch.setattr(entry, "_written", None)
    assert entries(folder) == fresh


def test_without_scores_nothing_is_kept(folder):
    fresh = entries(folder, cache=False, with_score=False)
    assert [entries(folder, with_score=False) for _ in range(3)] == [fresh] * 3
    assert made(folder) == {}


def test_no_word_of_a_draft_is_kept(folder):
    for _ in range(2):
        entries(folder)
    kept = b"".join(path.read_bytes() for path in files(folder)).lower()
    assert [word for word in ("zubmarine", "quillfeather", "lene", "rampen", "vedligehold") if word.encode() in kept] == []


@pytest.mark.parametrize(
    "content",
    [[], None, "x", {}, [[b"a"], [], [0]], [[b"a", b"b"], [0, 5], [1]], [[b"a", b"b"], [0], [0]], [[], [], []]],
)
def test_what_does_not_fit_is_written_anew(folder, content):
    fresh = [entries(folder) for _ in range(2)][0]
    cache = ResultCache(str(folder / "cache"), "")
    for name, pack in made(folder).items():
        cache.put(name, dict.fromkeys(pack, msgpack.encode(content)))
    assert entries(folder) == fresh
    assert entries(folder) == fresh


def test_no_more_is_kept_than_there_is_room_for(folder, monkeypatch):
    monkeypatch.setattr(known_posts, "_MOST_MADE", 0)
    monkeypatch.setattr(kept_entry, "_taken_apart", None)  # nor is anything taken apart for it
    assert entries(folder) == entries(folder)
    assert made(folder) == {}


def test_what_would_not_be_the_same_is_not_kept(folder, monkeypatch):
    monkeypatch.setattr(kept_entry, "_filled", lambda kept, text: b"")
    assert entries(folder) == entries(folder)
    assert made(folder) == {}
