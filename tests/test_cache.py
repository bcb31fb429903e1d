"""The cache of results: identical output, no words of drafts, and never a reason to fail."""

import os
from pathlib import Path

import pytest
from msgspec import msgpack

from advocacy_lint.config import Config
from advocacy_lint.inputs import Source, read_source
from advocacy_lint.kept_words import Draft, filled, slots, template
from advocacy_lint.known_posts import KeptFile
from advocacy_lint.plans import Overrides, Plan
from advocacy_lint.result_cache import ResultCache
from advocacy_lint.runner import Runner, lint_all

TEXT = """---
author: Lene Holm
audience: maintenance
language: {language}
---

We are proud to announce that Quillfeather won a prize for its world-class zubmarine solution.
Vi er stolte af at have solgt for 3,2 mio. kr. Kl. 5.40 stod jeg på rampen, og pumpen virkede ikke.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(tmp_path / "cache"))
    for language in ("da", "en"):
        (tmp_path / f"{language}.md").write_text(TEXT.format(language=language), encoding="utf-8")
    return tmp_path


def reports(folder, *, cache=True, config=None, **overrides):
    settings = config or Config()
    runner = Runner(Plan(lambda path: settings, read_source, Overrides(**overrides), cache=cache))
    found = [done.report for name in ("da", "en") for done in runner.lint([Source(str(folder / f"{name}.md"))])]
    return found, sum(len(session._linters) for _, session in runner._sessions.values())


def entries(folder):
    return sorted(path for path in (folder / "cache" / "results").rglob("*") if path.is_file())


def packs(folder):
    """Return what stands in each pack, by the key of the pack: entries of drafts by their keys."""
    found = {}
    for path in entries(folder):
        try:
            found[path.parent.name + path.name] = msgpack.decode(path.read_bytes()[20:], type=dict[bytes, bytes])
        except ValueError:
            continue  # what rules say
    return found


def drafts(folder):
    return [msgpack.decode(entry, type=KeptFile) for pack in packs(folder).values() for entry in pack.values()]


def test_the_second_run_lints_nothing_and_says_the_same(folder):
    first, built = reports(folder)
    second, rebuilt = reports(folder)
    fresh, _ = reports(folder, cache=False)
    assert (first, built, rebuilt) == (second, 2, 0)
    assert second == fresh
    assert [(each.plain, len(each.posts)) for each in drafts(folder)] == [(True, 1), (True, 1)]


def test_another_path_and_other_metadata_times_are_the_same_draft(folder):
    reports(folder)
    (folder / "da.md").rename(folder / "moved.md")
    (folder / "moved.md").rename(folder / "da.md")
    os.utime(folder / "da.md", (1, 1))
    assert reports(folder)[1] == 0


def test_no_word_of_a_draft_is_kept(folder):
    reports(folder)
    kept = b"".join(path.read_bytes() for path in entries(folder)).lower()
    words = ("quillfeather", "zubmarine", "lene", "holm", "rampen", "pumpen", "maintenance")
    assert [word for word in words if word.encode() in kept] == []


@pytest.mark.parametrize(
    "change",
    [{"locale": "en"}, {"ignore": ("brag",)}, {"config": Config(levels={"brag": "error"})}],
    ids=["locale", "ignore", "levels"],
)
def test_other_settings_are_other_results(folder, change):
    reports(folder)
    assert reports(folder, **change)[0] == reports(folder, cache=False, **change)[0]


def test_a_changed_draft_is_linted(folder):
    reports(folder)
    with (folder / "da.md").open("a", encoding="utf-8") as file:
        file.write("Vi er stolte af rekordoverskuddet.\n")
    assert reports(folder)[0] == reports(folder, cache=False)[0]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b'{"key": 1}', b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_or_foreign_entry_is_left_aside(folder, content):
    fresh, _ = reports(folder)
    for path in entries(folder):
        path.write_bytes(content)
    assert reports(folder)[0] == fresh


@pytest.mark.parametrize("content", [[], None, [[[1, 2], 3]], "x", {}, [["da"] * 10, None]])
def test_an_entry_with_the_right_key_and_sum_and_other_records_is_left_aside(folder, content):
    fresh, _ = reports(folder)
    cache = ResultCache(str(folder / "cache"), "")
    for path in entries(folder):
        cache.put(path.parent.name + path.name, content)
    assert reports(folder)[0] == fresh


def test_an_entry_for_another_draft_is_left_aside(folder):
    fresh, _ = reports(folder)
    contents = [path.read_bytes() for path in entries(folder)]
    for path, content in zip(entries(folder), [*contents[1:], contents[0]], strict=True):
        path.write_bytes(content)
    assert reports(folder) == (fresh, 2)


@pytest.mark.parametrize("content", [[], None, [True, []], [False, [[1, 2]]], "x", {}, [True, [["da"] * 16, b""]]])
def test_other_records_in_a_pack_are_left_aside(folder, content):
    fresh, _ = reports(folder)
    cache = ResultCache(str(folder / "cache"), "")
    for name, pack in packs(folder).items():
        cache.put(name, dict.fromkeys(pack, msgpack.encode(content)))
    assert reports(folder)[0] == fresh


@pytest.mark.parametrize("place", [(0, 1_000_000), (-5, 3), (7,)])
def test_a_record_that_points_elsewhere_is_left_aside_or_harmless(folder, place):
    reports(folder)
    cache = ResultCache(str(folder / "cache"), "")
    for name, pack in packs(folder).items():
        bent = {}
        for key, entry in pack.items():
            plain, ((report, measured),) = msgpack.decode(entry)
            report[10:12] = [["no/such-rule", [place]], place]
            bent[key] = msgpack.encode([plain, [[report, measured]]])
        cache.put(name, bent)
    runner = Runner(Plan(lambda _: Config(), read_source, brief=lambda report: (report.complaint, report.praise), cache=True))
    plain = Runner(Plan(lambda _: Config(), read_source, brief=lambda report: (report.complaint, report.praise)))
    sources = [Source(str(folder / "da.md")), Source(str(folder / "en.md"))]
    assert [done.report for done in runner.lint(sources)] == [done.report for done in plain.lint(sources)]


@pytest.mark.parametrize("byte", [0, 3, 4, 19, 20, 40, -1])
def test_one_changed_byte_is_noticed(folder, byte):
    fresh, _ = reports(folder)
    for path in entries(folder):
        written = bytearray(path.read_bytes())
        written[byte] ^= 1
        path.write_bytes(written)
    assert reports(folder) == (fresh, 2)


def test_a_cache_that_cannot_be_written_is_no_error(folder, monkeypatch):
    (folder / "file").write_text("")
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(folder / "file" / "below"))
    assert reports(folder)[0] == reports(folder, cache=False)[0]


def test_without_cache_nothing_is_written(folder):
    reports(folder, cache=False)
    assert not (folder / "cache" / "results").exists()


def test_old_entries_go_first(tmp_path):
    cache = ResultCache(str(tmp_path), "x")
    for number in range(5):
        key = cache.key(bytes([number]), ".md")
        cache.put(key, [])
        path = tmp_path / "results" / key[:2] / key[2:]
        os.utime(path, (number, number))
    cache.prune(3 * path.stat().st_size - 1)
    assert [cache.get(cache.key(bytes([number]), ".md"), list) for number in range(5)] == [None, None, None, [], []]


def test_many_new_entries_and_one_in_16_ask_for_a_look_at_the_bounds(tmp_path):
    cache = ResultCache(str(tmp_path), "x")
    cache.put("10" * 16, [])
    assert not cache.is_due
    cache.put("01" * 16, [])
    assert cache.is_due
    cache = ResultCache(str(tmp_path), "x")
    due = []
    for number in range(52):
        cache.put(f"{number + 4096:04x}" + "ff" * 14, [])
        due.append(cache.is_due)
    assert due == [False] * 50 + [True] * 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_wrote_much_removes_the_oldest_entries(folder, monkeypatch, jobs):
    monkeypatch.setattr("advocacy_lint.result_cache._MANY", 2)
    monkeypatch.setattr("advocacy_lint.result_cache._DRAWN", "none")
    monkeypatch.setattr("advocacy_lint.result_cache.ResultCache.prune", lambda cache: (folder / "pruned").write_text(""))
    sources = []
    for number in range(3):  # each in a folder, and so in a pack, of its own
        (folder / str(number)).mkdir()
        (folder / str(number) / "a.md").write_text(TEXT.format(language="da") + f"Post {number}.\n", encoding="utf-8")
        sources.append(Source(str(folder / str(number) / "a.md")))
    settings = Config()
    plan = Plan(lambda _: settings, read_source, cache=True)
    for written, pruned in ((2, False), (3, True)):
        assert len(list(lint_all(sources[:written], plan, jobs))) == written
        assert (folder / "pruned").exists() == pruned
        for path in entries(folder):
            path.unlink()


def test_temporary_files_do_not_stay(folder):
    reports(folder)
    assert [path for path in (folder / "cache").rglob(".*")] == []
    assert all(Path(path).stat().st_size > 0 for path in entries(folder))


@pytest.mark.parametrize(
    ("said_by_rule", "said", "kept"),
    [
        ("No slot.", "No slot.", ()),
        ("«{match}» is ours.", "«so proud» is ours.", ((0, 8),)),
        ("{value} of {bound}", "12 of 7", ("12", "7")),
        ("Words: {examples}!", "Words: proud, team!", ((3, 8, 9, 13),)),
    ],
)
def test_slots_are_kept_as_places(said_by_rule, said, kept):
    text = "so proud\nteam"
    if "so proud" in said:
        text = "so proud team"
    asked = template(said_by_rule)
    assert slots(asked, said, Draft(text, 0, len(text))) == kept
    assert filled(asked, kept, text) == said


def test_words_from_elsewhere_are_not_kept():
    with pytest.raises(ValueError):
        slots(template("«{match}»"), "«secret»", Draft("nothing of it", 0, 13))


def test_a_template_of_other_slots_is_not_filled():
    with pytest.raises(ValueError):
        filled(template("«{match}»"), ("12", "7"), "any text")


def test_a_post_in_a_language_without_rules_is_reported_each_time(tmp_path, monkeypatch):
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "posts.jsonl"
    path.write_text(
        '{"text": "Wir sind stolz auf unseren Jahresbericht und das ganze Team."}\n{"text": "Vi gik hjem i regn."}\n', encoding="utf-8"
    )
    for _ in range(2):
        runner = Runner(Plan(lambda _: Config(), read_source, Overrides(), cache=True))
        assert [done.report.language for done in runner.lint([Source(str(path))])] == ["de", "da"]
