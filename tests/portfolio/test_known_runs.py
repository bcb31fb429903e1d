"""What an earlier run found across the same posts is told again, without a post being looked at, and without a word being kept."""

import json

import pytest
from msgspec import msgpack

from advocacy_lint.accounts import Account
from advocacy_lint.checkoptions import Options
from advocacy_lint.checkrun import CheckRun
from advocacy_lint.known_runs import KeptAccount, KnownRuns
from advocacy_lint.model import SharedText, Span, Texts
from advocacy_lint.result_cache import ResultCache

LONG = "Kl. 5.40 gik pumpen i stå,\nog vi skiftede pakningen to gange, før nogen så revnen bag det blå dæksel i hallen."
CUT = "Kl. 5.40 gik pumpen i stå, og vi skiftede pakningen to gange, før nogen …"
FILES = {"a.md": f"---\nauthor: Lene Zquill\n---\n{LONG}", "b.md": LONG + "\nhttps://zubmarine.example/a"}
POSTS = [SharedText("a.md", None), SharedText("b.md", "x"), SharedText("t.csv", None, place="line 2")]
TEXTS = Texts("«{match}» {count} {author}{month} {audiences}", "Fordi.", "Slet {match}.", ("Hvorfor {count}?",))


def account(slots, *posts):
    return Account("portfolio/copy-paste", "error", TEXTS, slots, 0.65, posts)


@pytest.fixture
def runs(tmp_path):
    return KnownRuns(ResultCache(str(tmp_path), "stamp"), lambda post: FILES.get(post.path), ("svejsere", "bogholdere", "elever"))


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ({"count": "7", "match": CUT, "month": ""}, {"count": "7", "match": (0, 28, 142), "month": ""}),
        ({"author": "Lene Zquill", "month": " (november 2026)"}, {"author": (0, 12, 23), "month": " (november 2026)"}),
        ({"match": "https://zubmarine.example/a"}, {"match": (1, 111, 138)}),
        ({"match": "…", "audiences": "svejsere, elever"}, {"match": "…", "audiences": (0, 2)}),
    ],
)
def test_words_are_kept_as_places(runs, tmp_path, found, kept):
    found = [account(found, SharedText("a.md", None, (Span(28, 142),)), SharedText("b.md", "x", (Span(0, 3), Span(5, 9))))]
    assert runs.find(b"run", POSTS) is None
    runs.keep(b"run", POSTS, found)
    assert runs.find(b"run", POSTS) == found
    assert runs.find(b"another", POSTS) is None
    (path,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    written = path.read_bytes()
    assert [each.slots for each in msgpack.decode(written[20:], type=list[KeptAccount])] == [kept]
    assert not any(word.encode() in written for word in ("pumpen", "Zquill", "zubmarine", "svejsere", "a.md"))


@pytest.mark.parametrize(
    "found",
    [
        account({"match": "words from elsewhere"}, SharedText("a.md", None)),
        account({"match": "pumpen"}, SharedText("t.csv", None, (Span(0, 6),), "line 2")),
        account({"count": "2"}, SharedText("not of the run.md", None)),
        account({"audiences": "nobody"}, SharedText("a.md", None)),
    ],
)
def test_what_cannot_be_told_again_is_not_kept(runs, found):
    runs.keep(b"run", POSTS, [found])
    assert runs.find(b"run", POSTS) is None


@pytest.mark.parametrize(
    "change",
    [{"posts": [[9, []]]}, {"posts": [[0, [1]]]}, {"slots": {"match": [9, 0, 1]}}, {"slots": {"match": [0]}}, {"slots": {"audiences": [7]}},
     {"slots": {"match": [2, 0, 1]}}, {"slots": 1}, {"texts": None}, {"level": "loud"}],
)  # fmt: skip
def test_what_does_not_fit_is_left_aside(runs, tmp_path, change):
    runs.keep(b"run", POSTS, [account({"count": "2"}, SharedText("a.md", None))])
    cache = ResultCache(str(tmp_path), "stamp")
    key = cache.key(b"run", "across")
    (kept,) = cache.get(key, list)
    names = KeptAccount.__struct_fields__
    cache.put(key, [[change.get(name, value) for name, value in zip(names, kept, strict=True)]])
    assert runs.find(b"run", POSTS) is None


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ADVOCACY_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    for number in range(4):
        text = f"---\nauthor: Person {number}\nlanguage: da\n---\n{LONG if number % 2 else LONG[::-1]}\nNummer {number}.\n"
        (tmp_path / "posts" / f"{number}.md").write_text(text, encoding="utf-8")
    return tmp_path


def across(capsys, *paths, **options):
    CheckRun(Options(paths=paths or ("posts",), format="json", **options)).run()
    return json.loads(capsys.readouterr().out)["portfolio"]["findings"]


def test_a_run_that_was_made_before_looks_at_no_post(folder, capsys, monkeypatch):
    fresh = across(capsys, cache=False)
    assert [(each["rule"], len(each["posts"])) for each in fresh] == [("portfolio/copy-paste", 2), ("portfolio/copy-paste", 2)]
    assert across(capsys) == fresh
    monkeypatch.setattr("advocacy_lint.portfolio.Portfolio.__init__", lambda *_, **__: pytest.fail("held against each other again"))
    assert across(capsys) == fresh


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "paths", [("posts/3.md", "posts/1.md", "posts/0.md"), ("posts/1.md",), ("posts/0.md", "posts/2.md"), ("posts", "new.md")]
)
def test_known_posts_in_another_company_are_held_against_each_other(folder, capsys, paths, jobs):
    (folder / "new.md").write_text(f"---\nlanguage: da\n---\n{LONG}\nEn til.\n", encoding="utf-8")
    across(capsys)
    assert across(capsys, *paths, jobs=jobs) == across(capsys, *paths, cache=False)


def test_context_is_asked_each_time(folder, capsys):
    (folder / "new.md").write_text(LONG, encoding="utf-8")
    for _ in range(2):
        (found,) = across(capsys, "posts/0.md", "posts/1.md", context=(folder / "new.md",))
        assert [post["path"].rpartition("/")[2] for post in found["posts"]] == ["1.md", "new.md"]
    (folder / "new.md").write_text("Noget helt andet end det, der stod her i går.", encoding="utf-8")
    assert across(capsys, "posts/0.md", "posts/1.md", context=(folder / "new.md",)) == []
