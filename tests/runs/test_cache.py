"""The cache of results: the same output with it and without, where it lies, and never a reason to fail."""

import os
import sqlite3
import stat
from contextlib import closing

import pytest

from advocacy_lint.config import Config
from advocacy_lint.config.find import ConfigStore
from advocacy_lint.files.cache_folder import project_folder, project_root
from advocacy_lint.files.digests import digest
from advocacy_lint.inputs import Source
from advocacy_lint.runs.cache import Cache
from advocacy_lint.runs.lint import Job, lint_all
from advocacy_lint.runs.sessions import Overrides, Sessions

TEXT = """---
author: Lene Holm
audience: maintenance
language: {language}
---

We are proud to announce that Quillfeather won a prize for its world-class zubmarine solution.
Vi er stolte af at have solgt for 3,2 mio. kr. Kl. 5.40 stod jeg på rampen, og pumpen virkede ikke.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cache").mkdir()
    for language in ("da", "en"):
        (tmp_path / f"{language}.md").write_text(TEXT.format(language=language), encoding="utf-8")
    return tmp_path


def reports(folder, *, cache=True, config=None, names=("da.md", "en.md"), **overrides):
    """Return the reports of the folder's drafts, and which of them were known."""
    store = ConfigStore(isolated=True)
    if config is not None:
        store._default = config
    job = Job(Sessions(store, Overrides(**overrides)))
    with closing(Cache(str(folder / "cache"))) as kept:
        found = list(lint_all([Source(str(folder / name)) for name in names], job, kept if cache else None, 1))
    return [each.report for each in found], [each.known for each in found]


def file_of(folder):
    (file,) = (folder / "cache").iterdir()
    return file


def test_the_second_run_lints_nothing_and_says_the_same(folder):
    first, new = reports(folder)
    second, known = reports(folder)
    assert (new, known) == ([False, False], [True, True])
    assert first == second == reports(folder, cache=False)[0]
    assert [each.meta["author"] for each in second] == ["Lene Holm", "Lene Holm"]


def test_a_draft_that_moved_is_known_under_its_new_name(folder):
    before, _ = reports(folder)
    (folder / "da.md").rename(folder / "moved.md")
    os.utime(folder / "moved.md", (1, 1))
    ((report,), known) = reports(folder, names=("moved.md",))
    assert known == [True]
    assert (report.path, report.findings) == (str(folder / "moved.md"), before[0].findings)


@pytest.mark.parametrize(
    "change",
    [{"locale": "en"}, {"ignore": ("brag",)}, {"language": "en"}, {"config": Config(levels={"brag": "error"})}],
    ids=["locale", "ignore", "language", "levels"],
)
def test_other_settings_are_other_results(folder, change):
    reports(folder)
    found, known = reports(folder, **change)
    assert (found, known) == (reports(folder, cache=False, **change)[0], [False, False])


def test_a_changed_draft_is_linted(folder):
    reports(folder)
    with (folder / "da.md").open("a", encoding="utf-8") as file:
        file.write("Vi er stolte af rekordoverskuddet.\n")
    assert reports(folder) == (reports(folder, cache=False)[0], [False, True])


def test_the_day_counts_where_something_may_expire(folder, monkeypatch):
    comment = "<!-- advocacy-lint off: brag -- until=2026-11-26 we know -->\n"
    (folder / "da.md").write_text(TEXT.format(language="da") + comment, encoding="utf-8")
    monkeypatch.setattr("advocacy_lint.runs.lint.strftime", lambda form: "2026-11-26")
    assert reports(folder)[1] == [False, False]
    assert reports(folder)[1] == [True, True]
    monkeypatch.setattr("advocacy_lint.runs.lint.strftime", lambda form: "2026-11-27")
    assert reports(folder)[1] == [False, True]


def test_a_file_with_a_row_that_cannot_be_read_is_read_each_time(folder):
    (folder / "rows.jsonl").write_text('{"text": "Vi gik hjem i regn."}\n{"text": 7}\n', encoding="utf-8")
    store = Sessions(ConfigStore(isolated=True))
    found = []
    for _ in range(2):
        with closing(Cache(str(folder / "cache"))) as cache:
            found.append(list(lint_all([Source(str(folder / "rows.jsonl"))], Job(store), cache, 1)))
    assert found[0] == found[1]
    assert len(found[0]) == 2


@pytest.mark.parametrize("content", [b"", b"{", b"SQLite format 3\x00" + b"\xff" * 200, b"\xff\xfe\x00" * 5000])
def test_a_damaged_file_is_left_aside_and_made_anew(folder, content):
    fresh, _ = reports(folder)
    file_of(folder).write_bytes(content)
    assert reports(folder)[0] == fresh
    reports(folder)
    assert reports(folder) == (fresh, [True, True])


def test_another_programs_database_is_left_as_it_is(folder):
    fresh, _ = reports(folder)
    file = file_of(folder)
    file.unlink()
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, used INTEGER, sum INTEGER, data BLOB)")
    before = file.read_bytes()
    assert [reports(folder), reports(folder)] == [(fresh, [False, False])] * 2
    assert file.read_bytes() == before


@pytest.mark.parametrize("changed", ["data = x'93'", "data = 'text'", "data = NULL", "sum = 1", "data = zeroblob(10)"])
def test_a_record_that_is_not_what_was_written_is_linted_anew(folder, changed):
    fresh, _ = reports(folder)
    with closing(sqlite3.connect(file_of(folder))) as base, base:
        base.execute(f"UPDATE OR IGNORE kept SET {changed}")
    found, _ = reports(folder)
    assert found == fresh


def test_records_that_changed_places_are_linted_anew(folder):
    fresh, _ = reports(folder)
    with closing(sqlite3.connect(file_of(folder))) as base, base:
        (one, sum_one, data_one), (other, sum_other, data_other) = base.execute("SELECT key, sum, data FROM kept").fetchall()
        base.execute("UPDATE kept SET sum = ?, data = ? WHERE key = ?", (sum_other, data_other, one))
        base.execute("UPDATE kept SET sum = ?, data = ? WHERE key = ?", (sum_one, data_one, other))
    assert reports(folder) == (fresh, [False, False])


def test_a_table_of_another_shape_is_no_error(folder):
    fresh, _ = reports(folder)
    with closing(sqlite3.connect(file_of(folder))) as base, base:
        base.execute("ALTER TABLE kept RENAME COLUMN data TO other")
    assert reports(folder) == (fresh, [False, False])


def test_a_folder_that_cannot_be_written_is_no_error(folder):
    with closing(Cache(str(folder / "nowhere" / "below"))) as cache:
        cache.put(digest([b"key"]), 1)
        assert cache.get(digest([b"key"]), int) is None


def test_a_file_that_is_locked_is_waited_for_and_then_left(folder, monkeypatch):
    fresh, _ = reports(folder, names=("da.md",))
    monkeypatch.setattr("advocacy_lint.runs.cache._WAIT", 0.05)
    with closing(sqlite3.connect(file_of(folder), isolation_level=None)) as base:
        base.execute("BEGIN IMMEDIATE")
        assert reports(folder, names=("da.md", "en.md"))[1] == [True, False]
        base.execute("ROLLBACK")
    assert reports(folder)[1] == [True, False]


def test_what_was_not_asked_for_longest_goes_first(tmp_path, monkeypatch):
    keys = [digest([bytes([number])]) for number in range(20)]
    for day, part in ((1, keys[:10]), (2, keys[10:])):
        monkeypatch.setattr("advocacy_lint.runs.cache.time.time", lambda day=day: day * 86_400.0)
        with closing(Cache(str(tmp_path))) as cache:
            for key in part:
                cache.put(key, "x" * 50_000)
    monkeypatch.setattr("advocacy_lint.runs.cache.time.time", lambda: 3 * 86_400.0)
    with closing(Cache(str(tmp_path), most=800_000)) as cache:
        assert cache.get(keys[0], str)  # asked for today
        cache.put(digest([b"new"]), "x" * 50_000)
    with closing(Cache(str(tmp_path))) as cache:
        left = [number for number, key in enumerate(keys) if cache.get(key, str)]
    assert left == [0, 15, 16, 17, 18, 19]
    assert next(tmp_path.iterdir()).stat().st_size < 500_000


def test_where_it_lies(tmp_path, monkeypatch):
    monkeypatch.delenv("ADVOCACY_LINT_CACHE_DIR", raising=False)
    project, deep = tmp_path / "project", tmp_path / "project" / "posts" / "may"
    deep.mkdir(parents=True)
    assert project_root(str(deep), None) is None
    assert project_folder(None) is None
    (project / ".git").mkdir()
    assert project_root(str(deep), None) == str(project)
    assert project_root(str(deep), str(project / "posts" / "advocacy-lint.yml")) == str(project / "posts")
    found = project_folder(str(project))
    assert found == str(project / ".advocacy-lint-cache")
    assert stat.S_IMODE(os.stat(found).st_mode) == 0o700
    assert (project / ".advocacy-lint-cache" / ".gitignore").read_text() == "*\n"
    assert (project / ".advocacy-lint-cache" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", "")
    assert project_folder(str(project)) is None
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(tmp_path / "other"))
    assert project_folder(None) == str(tmp_path / "other")


def test_a_link_in_its_place_is_not_followed(tmp_path, monkeypatch):
    monkeypatch.delenv("ADVOCACY_LINT_CACHE_DIR", raising=False)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".advocacy-lint-cache").symlink_to(tmp_path / "elsewhere")
    assert project_folder(str(tmp_path)) is None
